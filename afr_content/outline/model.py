"""What an outline is: languages, their menus and pages, the sections of each page.

Texts are as they are written in the files; whoever shows them takes care of odd characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from afr_content.diagnostics import Diagnostic

Findings = tuple[Diagnostic, ...]
Columns = Literal[1, 2]


class Background(NamedTuple):
    """What is behind a section. `light_text` is None where the section does not say.

    A gradient has both its colours or is none; an image lies over it.
    """

    color: str = ""
    gradient: tuple[str, str] | None = None
    angle: str = ""
    image: str = ""
    video: str = ""
    light_text: bool | None = None


class Section(NamedTuple):
    """A section of a widget page, or a block of a landing page.

    `path` is the file it is written in; `weight` is None for a block, whose order is that of the
    list. `columns` is None where the widget has a layout of its own. `shows` says in a line what
    it takes from elsewhere, such as the people of a group.
    """

    path: Path
    widget: str
    title: str
    subtitle: str
    weight: int | None
    is_hidden: bool
    columns: Columns | None
    background: Background
    shows: str
    findings: Findings


class Page(NamedTuple):
    """A page: the file it is made of, or the folder where Hugo makes a list without a file.

    `address` is empty when the page has none, `not_built` says why Hugo passes it over. A list has
    `pages`, those which are not shown by themselves, and `size` counts all that it lists.
    """

    path: Path
    title: str
    address: str
    kind: str
    not_built: str
    sections: tuple[Section, ...]
    findings: Findings
    pages: tuple[Page, ...] = ()
    size: int = 0

    @property
    def all_findings(self) -> Findings:
        """What is wrong with the page itself, its sections and the pages that it lists."""
        inside = [f for section in self.sections for f in section.findings]
        below = [f for page in self.pages for f in page.all_findings]
        return (*self.findings, *inside, *below)


class MenuItem(NamedTuple):
    """An entry of a menu; `page` is the file of the page that it leads to, if it is one."""

    name: str
    url: str
    weight: int
    page: Path | None
    items: tuple[MenuItem, ...]
    findings: Findings


class Menu(NamedTuple):
    """A menu by its name, `main` for the bar at the top."""

    name: str
    items: tuple[MenuItem, ...]


class Language(NamedTuple):
    """What is there in one language; `loose` are sections in the folder of no widget page."""

    code: str
    name: str
    menus: tuple[Menu, ...]
    pages: tuple[Page, ...]
    loose: tuple[Section, ...]

    @property
    def every_page(self) -> Iterator[Page]:
        """The pages with those that they list."""
        for page in self.pages:
            yield page
            yield from page.pages


class Outline(NamedTuple):
    """A site. `settings` are the findings in its settings that no entry of a menu has.

    `part` is the folder or file that the outline is confined to, None for the whole site.
    """

    root: Path
    title: str
    part: Path | None
    languages: tuple[Language, ...]
    settings: Findings

    @property
    def findings(self) -> Findings:
        """All findings that are shown."""
        return (*self.settings, *(f for language in self.languages for f in _findings(language)))


def every_item(items: Iterable[MenuItem]) -> Iterator[MenuItem]:
    """The entries of a menu from top to bottom, each before those below it."""
    for item in items:
        yield item
        yield from every_item(item.items)


def _findings(language: Language) -> Iterator[Diagnostic]:
    for menu in language.menus:
        for item in every_item(menu.items):
            yield from item.findings
    for page in language.pages:
        yield from page.all_findings
    for section in language.loose:
        yield from section.findings
