"""Names that sections ask for and pages have, spelled in two ways: who is wrong?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple, TypeAlias

from afr_content.census import Census
from afr_content.phrases import Phrases, slip_between, words
from afr_content.rules._names import Use

Uses: TypeAlias = dict[str, list[Use]]


class Slip(NamedTuple):
    """A name that is a slip of another; `is_asked` when it is the section that has the slip."""

    use: Use
    meant: str
    is_asked: bool


def together(uses: Iterable[Use]) -> Uses:
    """Who says each name."""
    found: Uses = defaultdict(list)
    for use in uses:
        found[use.fact.text].append(use)
    return dict(found)


class Spellings:
    """The names that sections ask for beside those that pages have, in one language."""

    def __init__(self, census: Census, asked: Uses, had: Uses) -> None:
        self.vocabulary = Vocabulary(census)
        self.asked, self.had = asked, had

    @cached_property
    def slips(self) -> tuple[Slip, ...]:
        """Each place where a name is written otherwise than it was meant."""
        found = {}
        for asked, had in self._pairs():
            wrong, right = self._verdict(asked, had)
            is_asked = wrong == asked
            for use in (self.asked if is_asked else self.had)[wrong]:
                found[use.path, use.fact.span] = Slip(use, right, is_asked)
        return tuple(found.values())

    def _pairs(self) -> Iterator[tuple[str, str]]:
        """Names alike of which the one is asked for and not had, or had and not asked for."""
        asked, had = Phrases(self.asked), Phrases(self.had)
        pairs = [(name, had.nearest(name)) for name in self.asked if name not in self.had]
        others = [(asked.nearest(name), name) for name in self.had if name not in self.asked]
        return ((a, h) for a, h in dict.fromkeys([*pairs, *others]) if a and h)

    def _verdict(self, asked: str, had: str) -> tuple[str, str]:
        """The wrong one of two names, and the right one.

        A name that both sides know is right. Else the one is whose word the site writes elsewhere,
        then the one that more pages say; a section that nobody answers is wrong on a tie.
        """
        is_had, is_asked = asked in self.had, had in self.asked
        for_asked = len(self.had[asked] if is_had else self.asked[asked])
        for_had = len(self.had[had])
        if is_had != is_asked:
            asked_is_right = is_had and for_asked >= for_had
        else:
            evidence = self.vocabulary.speaks_for(asked, had)
            asked_is_right = evidence > 0 or (evidence == 0 and for_asked > for_had)
        return (had, asked) if asked_is_right else (asked, had)


class Vocabulary:
    """The texts and words of a site, to tell which of two spellings is its own."""

    def __init__(self, census: Census) -> None:
        self._census = census

    def speaks_for(self, one: str, other: str) -> int:
        """Above 0 when other texts of the site are spelled as `one`, below for `other`."""
        by_text = self._texts.get(one, 0) - self._texts.get(other, 0)
        pair = slip_between(one, other)
        if by_text or pair is None:
            return by_text
        own = {one, other}
        return len(self._by_word.get(pair[0], own) - own) - len(
            self._by_word.get(pair[1], own) - own
        )

    @cached_property
    def _texts(self) -> dict[str, int]:
        """How many titles and names of menu entries are exactly a text."""
        found: dict[str, int] = defaultdict(int)
        for facts in self._census.pages:
            for fact in facts.all("title"):
                found[fact.text] += 1
        for entry in self._census.settings.menus:
            found[entry.text("name")] += 1
        return found

    @cached_property
    def _by_word(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for facts in self._census.pages:
            for fact in facts.values:
                if len(fact.text) < _LONG:
                    for word in words(fact.text):
                        found[word].add(fact.text)
        return found


_LONG = 200
