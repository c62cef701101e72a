"""Names of several words that are nearly the same: groups, tracks, tags, people.

Two are alike when they are the same but for letter case, hyphens, blanks and `&` for `and`, or but
for a single word with a single slip in it. Numbers are never alike: `Year 1` is not `Year 2`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import zip_longest
from typing import TypeAlias

from afr_content.names import is_one_slip

_WORD = re.compile(r"[^\W_]+[+#]*")
_NO_SLIP = re.compile(r"[\d+#\u2e80-\ud7ff\uf900-\ufaff]")
"""Signs of which a single one makes another word: digits, `+` of C++, Chinese characters."""
_ROMAN = re.compile(r"[ivx]+").fullmatch

_Key: TypeAlias = tuple[int, int, tuple[str, ...], str]


@lru_cache(maxsize=65536)
def words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase in lower case; `&` is the word `and`."""
    return tuple(_WORD.findall(phrase.lower().replace("&", " and ")))


def is_same(one: str, other: str) -> bool:
    """Whether two phrases differ in letter case and in how their words are joined, at most."""
    return "".join(words(one)) == "".join(words(other)) != ""


def slip_between(one: str, other: str) -> tuple[str, str] | None:
    """The single word that differs, in both spellings, when it is one slip away; else None."""
    pairs = list(zip(words(one), words(other), strict=False))
    different = [pair for pair in pairs if pair[0] != pair[1]]
    if len(words(one)) != len(words(other)) or len(different) != 1:
        return None
    return different[0] if _is_slip(*different[0]) else None


def _is_slip(one: str, other: str) -> bool:
    if _NO_SLIP.search(one + other) or (_ROMAN(one) and _ROMAN(other)):
        return False
    return is_one_slip(one, other)


def is_plural(one: str, other: str) -> bool:
    """Whether two phrases differ in a word that is the plural of the other."""
    pair = slip_between(one, other)
    if pair is None:
        return False
    short, long = sorted(pair, key=len)
    return long in (f"{short}s", f"{short}es", f"{short[:-1]}ies")


class Phrases:
    """Phrases among which those alike are looked for, quickly."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._joined: dict[str, list[str]] = defaultdict(list)
        self._by_rest: dict[_Key, list[str]] = defaultdict(list)
        for phrase in dict.fromkeys(phrases):
            self._joined["".join(words(phrase))].append(phrase)
            for key in _keys(phrase):
                self._by_rest[key].append(phrase)

    def has(self, phrase: str) -> bool:
        """Whether it is among them, letter case and joints aside."""
        return "".join(words(phrase)) in self._joined

    def like(self, phrase: str) -> list[str]:
        """The phrases alike, itself left out: the same but for case and joints, or else slips."""
        same = self._joined.get("".join(words(phrase)), [])
        found = [other for other in same if other != phrase]
        near = (other for key in _keys(phrase) for other in self._by_rest.get(key, ()))
        return found or [other for other in dict.fromkeys(near) if slip_between(phrase, other)]

    def nearest(self, phrase: str) -> str | None:
        """The one phrase alike; None when there is none or several."""
        found = self.like(phrase)
        return found[0] if len(found) == 1 else None


def _keys(phrase: str) -> Iterator[_Key]:
    """What phrases share that are the same but for a slip in one word."""
    parts = words(phrase)
    for index, word in enumerate(parts):
        rest = parts[:index] + parts[index + 1 :]
        for form in _forms(word):
            yield (len(parts), index, rest, form)


@lru_cache(maxsize=65536)
def _forms(word: str) -> tuple[str, ...]:
    """The word without one of its letters, with none doubled, in the singular.

    Of two words with one slip between them, each has a form that the other has too.
    """
    cut = (word[:index] + word[index + 1 :] for index in range(len(word)))
    single = "".join(a for a, b in zip_longest(word, word[1:]) if a != b)
    singular = (word.removesuffix("es"), f"{word.removesuffix('ies')}y")
    return tuple({word, single, *cut, *singular})
