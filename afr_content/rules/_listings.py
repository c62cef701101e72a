"""Sections and blocks that list pages, and the pages there are to list.

After the templates of the `pages`, `featured`, `collection` and `portfolio` widgets and blocks of
all versions of the theme.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from afr_content.addresses import Role
from afr_content.census import Census, is_active
from afr_content.facts import Fact, Facts
from afr_content.landing import Block
from afr_content.rules._names import pages
from afr_content.theme import ThemeVersion

WIDGETS = frozenset({"pages", "featured", "collection", "portfolio", "projects"})
BLOCKS = frozenset({"collection", "portfolio"})
_LISTING_ALL = ThemeVersion(5, 4)
"""Up to this version a widget without `page_type` lists posts (or projects), later all pages."""
_FOLDERS_SINCE = ThemeVersion(5, 5)
_LOWER_SECTIONS_SINCE = (0, 123)
"""From this Hugo on, the first folder is a section in lower case, and so is the type it makes."""


class Filter(NamedTuple):
    """A choice among the pages: of those values any will do.

    `facts` is empty for a default of the template's.
    """

    key: str
    values: tuple[str, ...]
    facts: tuple[Fact, ...] = ()


class Listing(NamedTuple):
    """A section or block that lists pages, with its choices in the order they are made.

    `buttons` are the tags by which those of a portfolio choose.
    """

    page: Facts
    widget: str
    filters: tuple[Filter, ...]
    buttons: tuple[Fact, ...] = ()


_KEYS = (
    "page_type", "filters.folders", "filters.tag", "filters.tags", "filters.category",
    "filters.publication_type", "filters.author",
)  # fmt: skip


def listings(census: Census) -> Iterator[Listing]:
    """The sections and blocks that visitors see."""
    widgets, blocks = WIDGETS - census.site.own_widgets, BLOCKS - census.site.own_blocks
    for facts in pages(census):
        if facts.is_section and facts.widget in widgets and is_active(facts):
            yield _listing(census, facts, facts.widget, "content.", None)
        for block in facts.blocks:
            if block.name in blocks and not (block.is_demo or _lists_others(facts, block)):
                yield _listing(census, facts, block.name, "sections.content.", block.item)


def _lists_others(facts: Facts, block: Block) -> bool:
    """Whether a portfolio lists sections or terms, and not the pages in them."""
    kinds = facts.all("sections.content.filters.kinds")
    return any(fact.item == block.item and fact.text != "page" for fact in kinds)


def _listing(census: Census, facts: Facts, widget: str, prefix: str, item: int | None) -> Listing:
    found = tuple(_filters(census, facts, prefix, item))
    list_ = "content.filter_button" if item is None else "sections.content.buttons"
    buttons = _buttons(facts, list_, item)
    theme = census.site.theme
    if theme and theme[:2] <= _LISTING_ALL[:2]:
        found = _until_5_4(widget, found)
    return Listing(facts, widget, found, buttons)


def _until_5_4(widget: str, found: tuple[Filter, ...]) -> tuple[Filter, ...]:
    """The choices with the type that is the default; tags of a portfolio take its place."""
    keys = {choice.key for choice in found}
    is_portfolio = widget in ("portfolio", "projects")
    if is_portfolio and "filters.tags" in keys:
        return tuple(choice for choice in found if choice.key == "filters.tags")
    default = Filter("page_type", ("project" if is_portfolio else "post",))
    return found if "page_type" in keys else (default, *found)


def _filters(census: Census, facts: Facts, prefix: str, item: int | None) -> Iterator[Filter]:
    theme = census.site.theme
    for key in _KEYS:
        named = tuple(
            fact
            for fact in facts.all(f"{prefix}{key}")
            if fact.text and (item is None or fact.item == item)
        )
        if named and not (key == "filters.folders" and theme and theme < _FOLDERS_SINCE):
            yield Filter(key, tuple(fact.text for fact in named), named)


def _buttons(facts: Facts, list_: str, item: int | None) -> tuple[Fact, ...]:
    """The tags of a section's buttons, or a block's; one with a `filter` has no use for a tag."""
    filters = {(fact.item, fact.inner) for fact in facts.all(f"{list_}.filter")}
    return tuple(
        fact
        for fact in facts.all(f"{list_}.tag")
        if fact.text
        and (item is None or fact.item == item)
        and (fact.item, fact.inner) not in filters
    )


class Shelf:
    """The pages of a language that may be listed, by what listings choose them by."""

    def __init__(self, census: Census, language: str) -> None:
        self._census, self._language = census, language

    @cached_property
    def _lowers(self) -> bool:
        """Whether the site's Hugo writes sections in lower case; asked for where it matters."""
        hugo = self._census.site.hugo
        return hugo is not None and hugo >= _LOWER_SECTIONS_SINCE

    def normal(self, key: str, value: str) -> str:
        """A value as the templates compare it."""
        if key in ("page_type", "filters.folders", "filters.tags"):
            return value
        return self._census.site.addresses.clean(value)

    @cached_property
    def _pages(self) -> tuple[Facts, ...]:
        census = self._census
        return tuple(
            facts
            for facts in pages(census)
            if facts.place.language == self._language
            and not facts.is_section
            and census.role(facts) in (Role.LEAF, Role.SINGLE)
            and not facts.says("headless", True)
        )

    @cached_property
    def all(self) -> frozenset[Path]:
        """All regular pages, drafts included."""
        return frozenset(facts.path for facts in self._pages)

    @cached_property
    def _index(self) -> dict[tuple[str, str], frozenset[Path]]:
        found: dict[tuple[str, str], set[Path]] = defaultdict(set)
        for facts in self._pages:
            for key in self._choices(facts):
                found[key].add(facts.path)
        return {key: frozenset(paths) for key, paths in found.items()}

    def _choices(self, facts: Facts) -> Iterator[tuple[str, str]]:
        section = facts.place.section
        section = section.lower() if section != section.lower() and self._lowers else section
        yield "filters.folders", section
        yield "page_type", facts.text("type") or section or "page"
        for key, plural in _TERMS.items():
            for fact in facts.all(plural):
                yield key, self.normal(key, fact.text)

    def chosen(self, choice: Filter) -> frozenset[Path]:
        """The pages that a choice leaves."""
        keys = {(choice.key, self.normal(choice.key, value)) for value in choice.values}
        found: set[Path] = set()
        return frozenset(found.union(*(self._index.get(key, ()) for key in keys)))

    def values(self, key: str, among: frozenset[Path]) -> set[str]:
        """What some pages can be chosen by."""
        plural, some = _TERMS.get(key), map(self._census.by_path.__getitem__, among)
        if plural:
            return {fact.text for facts in some for fact in facts.all(plural) if fact.text}
        return {value for facts in some for k, value in self._choices(facts) if k == key and value}


_TERMS = {
    "filters.tag": "tags",
    "filters.tags": "tags",
    "filters.category": "categories",
    "filters.publication_type": "publication_types",
    "filters.author": "authors",
}
