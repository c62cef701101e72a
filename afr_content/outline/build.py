"""From a census and what was found to an outline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from afr_content.addresses import Role
from afr_content.building import Building
from afr_content.census import Census
from afr_content.diagnostics import Diagnostic
from afr_content.facts import Facts
from afr_content.kinds import SETTINGS
from afr_content.links import links_of
from afr_content.outline.arrangement import Arrangement
from afr_content.outline.matches import Matches
from afr_content.outline.menus import menus_of
from afr_content.outline.model import (
    Findings,
    Language,
    Menu,
    Outline,
    Page,
    Section,
    every_item,
)
from afr_content.outline.sections import blocks_of, one_line, outside_blocks, section_of
from afr_content.source import Span


def build(census: Census, found: Mapping[Path, Sequence[Diagnostic]]) -> Outline:
    """The outline of a whole site; `found` are the findings by the absolute path of their file."""
    desk = _Desk(census, found)
    languages = tuple(_Builder(desk, code).language() for code in census.site.content_folders)
    return Outline(
        root=census.site.root,
        title=str(census.settings.get("title", default="")) or census.site.root.name,
        part=None,
        languages=tuple(filter(_has_something, languages)) or languages[:1],
        settings=desk.of_settings(languages),
    )


def _has_something(language: Language) -> bool:
    return bool(language.pages or language.menus or language.loose)


class _Desk:
    """The census with what was found, and what all languages share."""

    def __init__(self, census: Census, found: Mapping[Path, Sequence[Diagnostic]]) -> None:
        self.census, self._found = census, found
        self.links = links_of(census)
        self.building = Building(census.site, census.settings)
        self.matches = Matches(census, self.building)
        self.sections = {page.page.path: page.sections for page in census.widget_pages}

    def findings(self, facts: Facts) -> Findings:
        """What is wrong with a page, its resources included, or with a section."""
        paths = (facts.path, *self._resources.get(facts.path, ()))
        return tuple(finding for path in paths for finding in self._found.get(path, ()))

    @cached_property
    def _resources(self) -> dict[Path, list[Path]]:
        """The files beside each `index.md` that are no sections and no pages."""
        found = defaultdict(list)
        for facts in self.census.pages:
            is_resource = not facts.is_section and self.census.role(facts) is Role.RESOURCE
            if is_resource and (holder := self.census.bundle(facts)):
                found[holder.path].append(facts.path)
        return found

    def within(self, path: Path, span: Span) -> Findings:
        """What is wrong in a part of a settings file."""
        found = self._found.get(path, ())
        return tuple(f for f in found if span.start <= f.span.start < span.end)

    def of_settings(self, languages: Iterable[Language]) -> Findings:
        """What is wrong in the settings, besides the entries of menus that are shown."""
        menus = (menu for language in languages for menu in language.menus)
        told = {f.sort_key for m in menus for item in every_item(m.items) for f in item.findings}
        files = {file.path for file in self.census.settings.files}
        found = (f for path in sorted(files) for f in self._found.get(path, ()))
        return tuple(finding for finding in found if finding.sort_key not in told)


class _Builder:
    """Makes the outline of one language."""

    def __init__(self, desk: _Desk, language: str) -> None:
        self._desk, self._census, self._code = desk, desk.census, language
        self._facts = [
            facts
            for facts in self._census.pages
            if facts.kind not in SETTINGS and facts.place.language == language
        ]

    def language(self) -> Language:
        """The language with its menus, pages and sections outside of widget pages."""
        name = self._census.settings.get("languages", self._code, "languagename")
        loose = (f for f in self._facts if f.is_section and not self._census.page_of(f))
        return Language(
            code=self._code,
            name=str(name or self._code),
            menus=self._menus,
            pages=tuple(self._pages()),
            loose=tuple(map(self._section, loose)),
        )

    @cached_property
    def _own_pages(self) -> list[Facts]:
        """The files that are pages, by path."""
        files = (facts for facts in self._facts if not facts.is_section)
        return [facts for facts in files if self._census.role(facts) is not Role.RESOURCE]

    @cached_property
    def _menus(self) -> tuple[Menu, ...]:
        desk, obstacle = self._desk, self._desk.building.obstacle
        pages = [facts for facts in self._own_pages if not obstacle(facts)]
        return tuple(menus_of(self._census, desk.links, self._code, pages, desk.within))

    @cached_property
    def _arrangement(self) -> Arrangement:
        named = [item.page for menu in self._menus for item in every_item(menu.items)]
        return Arrangement(self._census, self._code, self._own_pages, named)

    def _pages(self) -> Iterator[Page]:
        """Every page once, in order; those that are not shown by themselves inside their list."""
        arrangement = self._arrangement
        yield from map(self._page, arrangement.first)
        yield from map(self._page, arrangement.beside_start)
        for folder in arrangement.lists:
            facts = self._census.branch(self._code, folder)
            yield self._page(facts) if facts else self._made_list(folder)

    def _page(self, facts: Facts) -> Page:
        desk, folder = self._desk, self._arrangement.list_folder(facts)
        findings = desk.findings(facts)
        blocks = blocks_of(facts, self._code, desk.matches, findings)
        return Page(
            path=facts.path,
            title=one_line(facts.text("title") or facts.text("linktitle")) or self._name(facts),
            address=self._address(facts),
            kind=facts.kind,
            not_built=self._not_built(facts),
            sections=(*map(self._section, desk.sections.get(facts.path, ())), *blocks),
            findings=outside_blocks(findings) if blocks else findings,
            pages=self._members(folder),
            size=self._arrangement.size(folder) if folder else 0,
        )

    def _made_list(self, folder: str) -> Page:
        """The list that Hugo makes for a folder without `_index.md`."""
        addresses = self._census.site.addresses
        is_taxonomy = folder in self._census.settings.taxonomies.values()
        return Page(
            path=self._census.site.content_folders[self._code] / folder,
            title=folder,
            address=f"{addresses.prefix(self._code)}{addresses.clean(folder)}/",
            kind="taxonomy" if is_taxonomy else "section",
            not_built="",
            sections=(),
            findings=(),
            pages=self._members(folder),
            size=self._arrangement.size(folder),
        )

    def _members(self, folder: str) -> tuple[Page, ...]:
        return tuple(map(self._page, self._arrangement.members(folder))) if folder else ()

    def _section(self, facts: Facts) -> Section:
        return section_of(facts, self._code, self._desk.matches, self._desk.findings(facts))

    def _address(self, facts: Facts) -> str:
        if facts.path in self._arrangement.starts:
            return self._census.site.addresses.prefix(self._code)
        return self._census.address(facts)

    def _not_built(self, facts: Facts) -> str:
        """Why there will be no such page; the start page's sections are headless on purpose."""
        obstacle = self._desk.building.obstacle(facts)
        if obstacle is None or (facts.kind == "home" and obstacle.fact.key == "headless"):
            return ""
        return obstacle.reason

    def _name(self, facts: Facts) -> str:
        """What to call a page without a title."""
        place = facts.place
        name = place.folder.rpartition("/")[2] if "index" in place.stem else place.stem
        return name or "Home"
