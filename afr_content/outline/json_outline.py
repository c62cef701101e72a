"""An outline as JSON: one object of a stable shape, version 1.

Paths are relative to the current folder where they are below it, lines and columns count from 1:
both as in the JSON of `lint`, whose findings these are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from afr_content.diagnostics import Diagnostic
from afr_content.outline import model
from afr_content.reporters.json_report import as_dict
from afr_content.reporters.places import shown_path


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class Edit(_Shape):
    """A piece of text that a fix puts in the place of another."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class Fix(_Shape):
    """How to mend a finding; without edits it is advice."""

    title: str
    safe: bool
    edits: list[Edit]


class Block(_Shape):
    """The block of a landing page that a finding is in."""

    index: int
    block: str
    id: str | None


class Finding(_Shape):
    """Something wrong, as `lint` reports it."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    code: str
    name: str
    severity: Literal["error", "warning", "info"]
    message: str
    section: Block | None
    fix: Fix | None


class Background(_Shape):
    """What is behind a section; null for what is not."""

    color: str | None
    gradient: tuple[str, str] | None
    """The first and the last colour."""
    gradient_angle: str | None
    image: str | None
    video: str | None
    text_color_light: bool | None


class Section(_Shape):
    """A section of a widget page, or a block of a landing page."""

    path: str
    """The file that it is written in."""
    widget: str
    title: str
    subtitle: str
    weight: int | None
    """Null for a block, which stands where the list has it; 0 counts as none and comes last."""
    hidden: bool
    columns: Literal[1, 2] | None
    """Null where the widget has a layout of its own."""
    background: Background
    shows: str
    """What it takes from elsewhere in the site, in a line for people."""
    findings: list[Finding]


class Page(_Shape):
    """A page."""

    path: str
    """Its file; a folder for a list that Hugo makes without a file."""
    title: str
    address: str | None
    """Where it is published, below the address of the site; null where it has none."""
    kind: str
    not_built: str | None
    """Why Hugo makes no such page, such as `is a draft`."""
    sections: list[Section]
    """In the order in which they are shown, hidden ones in their place."""
    findings: list[Finding]
    """Those that are of no section."""
    pages: list[Page]
    """The pages of a list that do not stand by themselves."""
    size: int
    """How many pages a list has in all; 0 for a page that is none."""


class MenuItem(_Shape):
    """An entry of a menu, with those below it."""

    name: str
    url: str
    weight: int
    page: str | None
    """The file of the page that it leads to."""
    items: list[MenuItem]
    findings: list[Finding]


class Menu(_Shape):
    """A menu."""

    name: str
    items: list[MenuItem]


class Language(_Shape):
    """What there is in one language."""

    code: str
    name: str
    menus: list[Menu]
    pages: list[Page]
    """The start page, those of menus in their order, others with sections, then all else."""
    loose: list[Section]
    """Sections in the folder of no widget page."""


class Outline(_Shape):
    """The outline of a site."""

    version: Literal[1] = Field(description="The version of this shape.")
    title: str
    root: str
    part: str | None
    """The folder or file that was asked for; null for the whole site."""
    languages: list[Language]
    settings: list[Finding]
    """What is wrong in Hugo's settings, besides entries of menus."""


def report(outline: model.Outline) -> str:
    """The outline as JSON."""
    shape = Outline(
        version=1,
        title=_text(outline.title),
        root=shown_path(outline.root),
        part=shown_path(outline.part) if outline.part else None,
        languages=[_language(language) for language in outline.languages],
        settings=_findings(outline.settings),
    )
    return json.dumps(shape.model_dump(mode="json"), indent=2)


def _language(language: model.Language) -> Language:
    return Language(
        code=language.code,
        name=_text(language.name),
        menus=[Menu(name=_text(m.name), items=_items(m.items)) for m in language.menus],
        pages=[_page(page) for page in language.pages],
        loose=[_section(section) for section in language.loose],
    )


def _items(items: Iterable[model.MenuItem]) -> list[MenuItem]:
    return [
        MenuItem(
            name=_text(item.name),
            url=_text(item.url),
            weight=item.weight,
            page=_path(item.page),
            items=_items(item.items),
            findings=_findings(item.findings),
        )
        for item in items
    ]


def _page(page: model.Page) -> Page:
    return Page(
        path=shown_path(page.path),
        title=_text(page.title),
        address=_text(page.address) or None,
        kind=page.kind,
        not_built=_text(page.not_built) or None,
        sections=[_section(section) for section in page.sections],
        findings=_findings(page.findings),
        pages=[_page(inner) for inner in page.pages],
        size=page.size,
    )


def _section(section: model.Section) -> Section:
    return Section(
        path=shown_path(section.path),
        widget=_text(section.widget),
        title=_text(section.title),
        subtitle=_text(section.subtitle),
        weight=section.weight,
        hidden=section.is_hidden,
        columns=section.columns,
        background=_background(section.background),
        shows=_text(section.shows),
        findings=_findings(section.findings),
    )


def _background(background: model.Background) -> Background:
    ends = background.gradient
    return Background(
        color=_text(background.color) or None,
        gradient=(_text(ends[0]), _text(ends[1])) if ends else None,
        gradient_angle=_text(background.angle) if ends else None,
        image=_text(background.image) or None,
        video=_text(background.video) or None,
        text_color_light=background.light_text,
    )


def _findings(findings: Iterable[Diagnostic]) -> list[Finding]:
    return [Finding.model_validate(_cleaned(as_dict(finding))) for finding in findings]


def _cleaned(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _cleaned(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_cleaned(inner) for inner in value]
    return _text(value) if isinstance(value, str) else value


def _path(path: Path | None) -> str | None:
    return shown_path(path) if path else None


def _text(text: str) -> str:
    """The text with bytes that are not UTF-8 written as escapes: JSON has no place for them."""
    return text.encode("utf-8", "backslashreplace").decode()
