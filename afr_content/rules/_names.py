"""What the rules on names across files share: which values are names, and who says them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from afr_content.census import Census, is_active
from afr_content.facts import Fact, Facts
from afr_content.hugo import Dialect
from afr_content.kinds import SETTINGS
from afr_content.names import nearest
from afr_content.rules._values import STRAY


class Use(NamedTuple):
    """A name, and the page that says it."""

    page: Facts
    fact: Fact

    @property
    def path(self) -> Path:
        """The file of the page."""
        return self.page.path


class Asking(NamedTuple):
    """A section of a widget page, or a block of a landing page, with the names it asks for."""

    page: Facts
    widget: str
    names: tuple[Fact, ...]
    is_shown: bool


def pages(census: Census) -> Iterator[Facts]:
    """The content files, without those that Hugo cannot read."""
    return (facts for facts in census.pages if facts.kind not in SETTINGS and not facts.is_broken)


def is_name(fact: Fact) -> bool:
    """Whether a value can be looked for by its name: nothing else is to be said of it."""
    marked = not fact.style and fact.text[-1:] in STRAY
    old, new = fact.typed(Dialect.OLD), fact.typed(Dialect.NEW)
    return bool(fact.text.strip()) and not marked and isinstance(old, str) and old == new


def listed_names(page: Facts, key: str) -> Iterator[Fact]:
    """The names in a list; a text in its place is `wrong-type`'s."""
    return (fact for fact in page.all(key) if fact.in_list and is_name(fact))


def asking(census: Census, key: str) -> Iterator[Asking]:
    """The sections and blocks that have a list of names at a place such as `content.tracks`."""
    for facts in pages(census):
        names = tuple(listed_names(facts, key)) if facts.is_section else ()
        if names:
            yield Asking(facts, facts.widget, names, is_active(facts))
        blocks = defaultdict(list)
        for fact in listed_names(facts, f"sections.{key}"):
            blocks[fact.item].append(fact)
        for named in blocks.values():
            block = facts.block_of(named[0])
            is_shown = block is not None and not block.is_demo
            yield Asking(facts, block.name if block else "", tuple(named), is_shown)


def near_name(name: str, names: tuple[str, ...]) -> str | None:
    """The name of a folder that was probably meant; numbers agree."""
    return nearest(name, tuple(other for other in names if _numbers(other) == _numbers(name)))


def _numbers(name: str) -> list[str]:
    return re.findall(r"\d+", name)


BLANKS_SINCE = (0, 123)
"""From this Hugo on, blanks in the name of a page are as good as the hyphens of its folder."""
