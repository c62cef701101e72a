"""The menus of a site as Hugo makes them of the settings and of pages' front matter.

After Hugo's `assembleMenus` (`hugolib/site.go`) and `navigation/menu.go`. What `sectionPagesMenu`
adds is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from afr_content.census import Census, weight_in
from afr_content.facts import Facts
from afr_content.links import Links
from afr_content.outline.model import Findings, Menu, MenuItem
from afr_content.settings import MenuEntry
from afr_content.source import Span
from afr_content.weights import weight_of

_MAIN = "main"
_IN_PAGE = re.compile(r"menus?(?:\.(\w+)(?:\.\w+)?)?")

FindingsIn = Callable[[Path, Span], Findings]
"""What is wrong in a part of a file."""


class _Item(NamedTuple):
    """An entry before it has its place: `key` is what others name as their parent."""

    menu: str
    key: str
    parent: str
    name: str
    url: str
    weight: int
    page: Path | None
    findings: Findings


def menus_of(
    census: Census, links: Links, language: str, pages: Sequence[Facts], findings: FindingsIn
) -> list[Menu]:
    """The menus of a language, the main one first, with what its `pages` add to them.

    Entries stand by weight and name, each with those below it. Of two entries of a menu with one
    name Hugo keeps the later.
    """
    found: dict[str, dict[str, _Item]] = defaultdict(dict)
    for entry in _entries(census, language):
        item = _of_entry(census, links, entry, language, findings)
        found[item.menu][item.key] = item
    for item in (item for facts in pages for item in _of_page(census, facts)):
        found[item.menu].setdefault(item.key, item)
    names = sorted(found, key=lambda name: (name != _MAIN, name))
    return [Menu(name, _tree(list(found[name].values()))) for name in names]


def _entries(census: Census, language: str) -> list[MenuEntry]:
    """The entries that count for a language.

    Its own menu of a name comes before that of all languages, a stronger file before the others.
    """
    found: dict[str, list[MenuEntry]] = {}
    for owner in (None, language):
        theirs = [entry for entry in census.settings.menus if entry.language == owner]
        last = {entry.menu: entry.file.path for entry in theirs}
        for menu, path in last.items():
            found[menu] = [e for e in theirs if e.menu == menu and e.file.path == path]
    return [entry for entries in found.values() for entry in entries]


def _of_entry(
    census: Census, links: Links, entry: MenuEntry, language: str, findings: FindingsIn
) -> _Item:
    name, url = entry.text("name"), entry.text("url") or entry.text("pageref")
    target = links.find_in_menu(url, language) if url else None
    page = target.page.path if target and target.page else None
    if target and target.path == census.site.addresses.prefix(language):
        page = start_page(census, language)
    return _Item(
        menu=entry.menu,
        key=entry.text("identifier") or name,
        parent=entry.text("parent"),
        name=name or entry.text("identifier"),
        url=url,
        weight=weight_of(entry.text("weight")) or 0,
        page=page,
        findings=findings(entry.file.path, Span(entry.node.start, entry.node.end)),
    )


def start_page(census: Census, language: str) -> Path | None:
    """The file of the start page: a landing page, else the one with the start page's sections."""
    root, home = census.branch(language, ""), census.index(language, "home")
    if root and (root.get("sections.block") or home is None):
        return root.path
    return home.path if home else None


def _of_page(census: Census, facts: Facts) -> Iterator[_Item]:
    """The entries that a page makes of itself, under the key `menu`."""
    for menu in _menus_named(facts):
        values = {
            name: facts.text(f"menu.{menu}.{name}") or facts.text(f"menus.{menu}.{name}")
            for name in ("identifier", "name", "parent", "weight")
        }
        name = values["name"] or facts.text("linktitle") or facts.text("title")
        yield _Item(
            menu=menu,
            key=values["identifier"] or name,
            parent=values["parent"],
            name=name,
            url=census.address(facts),
            weight=weight_of(values["weight"]) or weight_in(facts),
            page=facts.path,
            findings=(),
        )


def _menus_named(facts: Facts) -> dict[str, None]:
    """The menus that a page is in: a name, a list of them, or a map with more about each."""
    matches = ((_IN_PAGE.fullmatch(fact.key), fact.text) for fact in facts.values)
    names = (match[1] or text for match, text in matches if match)
    return dict.fromkeys(name.lower() for name in names if name)


def _tree(items: Sequence[_Item]) -> tuple[MenuItem, ...]:
    """The entries by weight and name; a parent that there is none of is made, without address."""
    keys = {item.key for item in items}
    parents = dict.fromkeys(item.parent for item in items if item.parent)
    made = [_Item("", key, "", key, "", 0, None, ()) for key in parents if key not in keys]
    below = defaultdict(list)
    for item in sorted((*items, *made), key=_order):
        below[item.parent].append(item)

    def grown(parent: str) -> tuple[MenuItem, ...]:
        return tuple(
            MenuItem(i.name, i.url, i.weight, i.page, grown(i.key) if i.key else (), i.findings)
            for i in below[parent]
        )

    return grown("")


def _order(item: _Item) -> tuple[int, str, str]:
    return item.weight or 2**63, item.name, item.key
