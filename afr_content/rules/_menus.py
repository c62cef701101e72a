"""Menus as Hugo puts them together: the entries in its settings, then those of pages.

Sources: `assembleMenus` in Hugo's `hugolib/site.go`, and builds with 0.111.3 and 0.168.0.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from afr_content.census import Census
from afr_content.facts import Fact, Facts
from afr_content.kinds import SETTINGS
from afr_content.nodes import Scalar
from afr_content.settings import MenuEntry

_IN_PAGE = re.compile(r"menus?(?:\.(?P<menu>\w+)(?:\.(?P<key>\w+))?)?")


class Item(NamedTuple):
    """An entry of a menu.

    `key` is what `parent` calls it: its identifier, else its name. `place` is where that is
    written, or where the page names the menu. `config` is the entry in the settings, if it is one.
    """

    path: Path
    menu: str
    key: str
    name: str
    parent: Scalar | Fact | None
    place: Scalar | Fact | None
    config: MenuEntry | None = None


class Menus:
    """All entries of a site's menus."""

    def __init__(self, census: Census) -> None:
        self._census = census

    @cached_property
    def configured(self) -> tuple[Item, ...]:
        """The entries in Hugo's settings."""
        return tuple(map(_configured, self._census.settings.menus))

    @cached_property
    def of_pages(self) -> tuple[tuple[str, Item], ...]:
        """The entries that pages make of themselves, with their language."""
        census = self._census
        pages = (f for f in census.pages if f.kind not in {*SETTINGS, "widget"})
        return tuple((f.place.language, item) for f in pages for item in _of_page(f))

    def languages_of(self, item: Item) -> tuple[str, ...]:
        """The languages that show an entry of the settings.

        Menus of a language stand in the place of those for all.
        """
        own = {entry.language for entry in self._census.settings.menus}
        named = item.config.language if item.config else None
        codes = (language.code for language in self._census.settings.languages)
        return (named,) if named else tuple(code for code in codes if code not in own)

    def names(self, menu: str, languages: tuple[str, ...]) -> frozenset[str] | None:
        """What entries of a menu may have for `parent`; None when that is not sure."""
        items = [item for code in languages for item in self._by_menu[code, menu]]
        if any(not item.key for item in items):
            return None  # the name is that of a page which is referred to
        found = {item.key for item in items}
        if self._census.settings.get("sectionpagesmenu") == menu:
            found |= {name for code in languages for name in self._census.sections(code)}
        return frozenset(found)

    @cached_property
    def _by_menu(self) -> dict[tuple[str, str], list[Item]]:
        found = defaultdict(list)
        for item in self.configured:
            for code in self.languages_of(item):
                found[code, item.menu].append(item)
        for code, item in self.of_pages:
            found[code, item.menu].append(item)
        return found


def _configured(entry: MenuEntry) -> Item:
    place = entry.scalar("identifier") if entry.text("identifier") else entry.scalar("name")
    return Item(
        entry.file.path,
        entry.menu,
        place.text if place else "",
        entry.text("name"),
        entry.scalar("parent"),
        place,
        entry,
    )


def _of_page(facts: Facts) -> Iterator[Item]:
    """A page may name a menu, several, or say more of its entry in a map."""
    title = facts.text("linktitle") or facts.text("title")
    maps: dict[str, dict[str, Fact]] = defaultdict(dict)
    for fact in facts.values:
        match = _IN_PAGE.fullmatch(fact.key) if fact.key.startswith("menu") else None
        if match and match["menu"]:
            maps[match["menu"]][match["key"] or ""] = fact
        elif match and fact.text:
            yield Item(facts.path, fact.text, title, title, None, fact)
    for menu, keys in maps.items():
        named = {key: fact.text for key, fact in keys.items()}
        name = named.get("name") or title
        key = named.get("identifier") or name
        place = keys.get("identifier") or keys.get("name") or next(iter(keys.values()))
        yield Item(facts.path, menu, key, name, keys.get("parent"), place)
