"""Names of people, as they are written in papers and on their own pages.

The same person is `José Peña`, `Jose Pena`, `Peña, José`, `J. Peña` and, with a mark for equal
work, `José Peña*`. Other people differ in a letter from each other, in short names above all.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Final

from afr_content.phrases import Phrases, slip_between, words

_TWO_LETTERS: Final = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ß": "ss", "æ": "ae"}
_ONE_LETTER: Final = {"ø": "o", "ß": "ss", "æ": "ae", "ł": "l", "đ": "d", "ı": "i"}
_MARK: Final = re.compile(r"[^\w\s.,'’‘`´()\"“”‐‑-]")
_LONG: Final = 6
_LONG_FOR_ANOTHER_LETTER: Final = 8


class Likeness(Enum):
    """How a name is like another."""

    SAME = "letter by letter, accents aside"
    COMMA = "family name first, with a comma"
    SLIP = "one slip in a long word"
    TURNED = "the same words in another order"
    SHORTER = "with initials, or without"
    MARKED = "with a mark that is no part of a name"
    NONE = "not at all"


class PersonNames:
    """The people of a site, by all that their names may look like."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        """`titles` has the name of each person by the folder."""
        self._same: dict[str, set[str]] = defaultdict(set)
        self._turned: dict[str, set[str]] = defaultdict(set)
        self._shorter: dict[str, set[str]] = defaultdict(set)
        self._folders: dict[str, set[str]] = defaultdict(set)
        for folder, title in titles.items():
            for name in filter(None, (folder, title)):
                for spelled in _spellings(name):
                    self._same["".join(words(spelled))].add(folder)
                    self._turned[_sorted(spelled)].add(folder)
                    self._folders[spelled].add(folder)
                    for short in _shortened(spelled):
                        self._shorter[short].add(folder)
        self._phrases = Phrases(name for name in self._folders if len(words(name)) > 1)

    def find(self, name: str) -> tuple[str, Likeness]:
        """The folder of the one person who is meant, and how alike the names are."""
        is_marked = _MARK.search(name) is not None
        for likeness, found in self._look(name):
            if len(found) == 1:
                return next(iter(found)), Likeness.MARKED if is_marked else likeness
            if found:
                break
        return "", Likeness.NONE

    def _look(self, name: str) -> Iterator[tuple[Likeness, set[str]]]:
        spelled = _spellings(name)
        yield Likeness.SAME, _all(self._same, ("".join(words(s)) for s in spelled))
        turned = _all(self._turned, map(_sorted, spelled))
        yield Likeness.COMMA if "," in name else Likeness.TURNED, turned
        short = (part for s in spelled for part in _shortened(s, by_initial=False))
        yield Likeness.SHORTER, _all(self._shorter, short)
        near = (other for s in spelled for other in self._phrases.like(s) if _is_slip(s, other))
        yield Likeness.SLIP, _all(self._folders, near)


def _all(index: Mapping[str, set[str]], keys: Iterator[str]) -> set[str]:
    return {folder for key in keys if key for folder in index.get(key, ())}


def _spellings(name: str) -> list[str]:
    """The name in plain letters, and with the two letters that stand for an umlaut."""
    lowered = name.lower()
    spelled = (_plain(lowered, _ONE_LETTER), _plain(lowered, _TWO_LETTERS | _ONE_LETTER))
    return list(dict.fromkeys(spelled))


def _plain(name: str, letters: Mapping[str, str]) -> str:
    text = "".join(letters.get(char, char) for char in unicodedata.normalize("NFC", name))
    parts = unicodedata.normalize("NFD", text)
    return "".join(char for char in parts if unicodedata.category(char) != "Mn")


def _sorted(name: str) -> str:
    return " ".join(sorted(words(name)))


def _shortened(name: str, *, by_initial: bool = True) -> Iterator[str]:
    """A name of two words and more without those between, and with its first word as initial."""
    parts = words(name)
    if len(parts) > 1 and len(parts[-1]) > 1:
        yield f"{parts[0]} {parts[-1]}"
        if by_initial:
            yield f"{parts[0][0]} {parts[-1]}"


def _is_slip(one: str, other: str) -> bool:
    """Whether a slip in a long word tells two spellings of a name from two people."""
    pair = slip_between(one, other)
    if pair is None or len(words(one)) < 2:
        return False
    a, b = pair
    is_other_letter = len(a) == len(b) and sorted(a) != sorted(b)
    return min(len(a), len(b)) >= (_LONG_FOR_ANOTHER_LETTER if is_other_letter else _LONG)
