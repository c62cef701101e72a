"""An outline as one HTML page that needs nothing else.

It works without its script and with a keyboard; a content security policy keeps it from fetching
anything, whatever the titles of a site may hold. Files are linked relative to the page's own place.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from pathlib import Path
from string import Template
from urllib.parse import quote

from afr_content.diagnostics import Diagnostic
from afr_content.outline.markup import Markup, joined, tag
from afr_content.outline.model import (
    Findings,
    Language,
    Menu,
    MenuItem,
    Outline,
    Page,
    Section,
    every_item,
)
from afr_content.outline.paint import css, described
from afr_content.outline.sketches import sketch
from afr_content.outline.words import count, listed, named, summary, tally, why_not_built, worst
from afr_content.reporters.places import printable, shown_path
from afr_content.source import absolute

GENERATOR = '<meta name="generator" content="afr-content outline">'
"""What a page of ours has near its beginning."""


def report(outline: Outline, target: Path) -> str:
    """The page for an outline, to be written to `target`. Its text ends with a line end."""
    script = _part("page.js")
    view = _View(outline, absolute(target).parent)
    return Template(_part("page.html")).substitute(
        hash=_hash(script),
        title=_text(outline.title),
        summary=_text(summary(outline)),
        settings=view.findings(outline.settings) or "",
        menus=joined(map(view.navigation, outline.languages)),
        pages=joined(map(view.language, outline.languages)),
        css=_part("page.css"),
        script=script,
    )


def is_ours(path: Path) -> bool:
    """Whether a file is a page that was made here. Raises OSError."""
    with path.open("rb") as file:
        return GENERATOR.encode() in file.read(400)


def _part(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")


def _hash(script: str) -> str:
    """How a content security policy names the one script that may run."""
    return f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}"


def _text(text: str) -> Markup:
    return joined([printable(text)])


def _prose(text: str) -> Markup:
    """A text of ours, with what stands in backticks as code."""
    pieces = re.split(r"`([^`]*)`", printable(text))
    return joined(tag("code", p) if i % 2 else p for i, p in enumerate(pieces))


def _paragraph(text: Markup, class_: str) -> Markup | None:
    return tag("p", text, class_=class_) if text else None


def _badge(text: str, class_: str) -> Markup | None:
    return tag("span", text, class_=f"badge {class_}") if text else None


def _lang(language: Language) -> str:
    """The language of titles, as browsers and screen readers know it."""
    return printable(language.code)


def _classes(section: Section, *, is_painted: bool) -> Iterator[str]:
    """How a section is drawn."""
    yield "section"
    yield {1: "one", 2: "two", None: "own"}[section.columns]
    if section.is_hidden:
        yield "hides"
        return
    if is_painted:
        yield "painted"
    if section.background.image or section.background.video:
        yield "pictured"
    if section.background.light_text:
        yield "light"


def _facts(section: Section) -> Iterator[Markup | None]:
    """The widget, the weight, columns and background of a section, in words."""
    yield _badge("hidden" if section.is_hidden else "", "is-hidden")
    yield tag("span", printable(section.widget), class_="widget")
    if section.weight is not None:
        yield tag("span", f"weight {section.weight}")
    if section.columns:
        yield tag("span", count(section.columns, "column"))
    if behind := described(section.background):
        yield tag("span", printable(behind))


class _View:
    """Writes the parts of an outline, with links from a folder."""

    def __init__(self, outline: Outline, folder: Path) -> None:
        self._outline, self._folder = outline, folder
        self._many = len(outline.languages) > 1
        self._heading = "h3" if self._many else "h2"
        pages = (page for language in outline.languages for page in language.pages)
        self._ids = {page.path: f"page-{number}" for number, page in enumerate(pages, 1)}

    def navigation(self, language: Language) -> Markup:
        """The menus of a language, and the pages that are in none of them."""
        in_menus = {item.page for menu in language.menus for item in every_item(menu.items)}
        others = [page for page in language.pages if page.path not in in_menus]
        title = "Pages in no menu" if language.menus else "Pages"
        return joined(
            (
                tag("h2", printable(named(language)), lang=_lang(language)) if self._many else None,
                *map(self._menu, language.menus),
                tag(self._heading, title) if others else None,
                tag("ul", *(tag("li", self._to_page(page)) for page in others)) if others else None,
            )
        )

    def _menu(self, menu: Menu) -> Markup:
        title = tag(self._heading, f"Menu {printable(menu.name)}")
        return joined((title, self._items(menu.items)))

    def _items(self, items: Iterable[MenuItem]) -> Markup:
        return tag("ul", *map(self._item, items))

    def _item(self, item: MenuItem) -> Markup:
        name, id_ = printable(item.name) or "(no name)", self._ids.get(item.page or Path())
        return tag(
            "li",
            tag("a", name, href=f"#{id_}") if id_ else tag("span", name, class_="nowhere"),
            self.findings(item.findings),
            self._items(item.items) if item.items else None,
        )

    def _to_page(self, page: Page) -> Markup:
        return tag("a", printable(page.title), href=f"#{self._ids[page.path]}")

    def language(self, language: Language) -> Markup:
        """The pages of a language."""
        title = f"Pages: {printable(named(language))}" if self._many else "Pages"
        articles = (self._page(page, language) for page in language.pages)
        loose = self._loose(language) if language.loose else None
        return joined((tag("h2", title), *articles, loose))

    def _page(self, page: Page, language: Language) -> Markup:
        header = tag(
            "header",
            tag("h3", printable(page.title), lang=_lang(language)),
            self._where(page),
            self.findings(page.findings),
        )
        sections, pages = self._sections(page.sections, language), self._pages(page)
        return tag("article", header, sections, pages, class_="page", id=self._ids[page.path])

    def _where(self, page: Page) -> Markup:
        """The address and the file of a page, and what there is to say about it."""
        found = page.all_findings
        return tag(
            "p",
            tag("span", printable(page.address), class_="address") if page.address else None,
            self._file(page.path),
            _badge(_prose(why_not_built(page)), "not-built"),
            _badge(tally(found), severity.value) if (severity := worst(found)) else None,
            class_="where",
        )

    def _sections(self, sections: Sequence[Section], language: Language) -> Markup | None:
        items = [self._section(section, language) for section in sections]
        if not items:
            return None
        hidden = sum(section.is_hidden for section in sections)
        title = count(len(items), "section") + (f", {hidden} hidden" if hidden else "")
        wireframe = tag("ol", *items, class_="wireframe", role="list")
        return tag("details", tag("summary", title), wireframe, class_="sections", open=True)

    def _section(self, section: Section, language: Language) -> Markup:
        background = section.background
        paint = "" if section.is_hidden else css(background)
        body = tag("div", self._label(section, language), sketch(section.widget), class_="body")
        return tag(
            "li",
            body,
            self.findings(section.findings),
            class_=" ".join(_classes(section, is_painted=bool(paint))),
            style=paint or None,
        )

    def _label(self, section: Section, language: Language) -> Markup:
        title = printable(section.title)
        untitled = None if title else "untitled"
        return tag(
            "div",
            tag(
                "h4", title or "No title", class_=untitled, lang=_lang(language) if title else None
            ),
            _paragraph(_text(section.subtitle), "subtitle"),
            tag("p", *_facts(section), class_="facts"),
            _paragraph(_prose(section.shows), "shows"),
            tag("p", self._file(section.path), class_="file"),
            class_="label",
        )

    def _pages(self, page: Page) -> Markup | None:
        """The pages that a list has, folded; those that stand by themselves are only counted."""
        if not page.pages:
            text = f"A list of {listed(page)}, each shown by itself"
            return tag("p", text, class_="note") if page.size else None
        others = page.size - len(page.pages)
        title = count(len(page.pages), "page") + (f"; {others} more shown above" if others else "")
        rows = tag("ul", *map(self._row, page.pages), class_="rows")
        return tag("details", tag("summary", title), rows, class_="pages")

    def _row(self, page: Page) -> Markup:
        title = tag("strong", printable(page.title))
        return tag("li", title, self._where(page), self.findings(page.findings))

    def _loose(self, language: Language) -> Markup:
        header = tag("header", tag("h3", "Sections outside of widget pages"))
        sections = self._sections(language.loose, language)
        return tag("article", header, sections, class_="page")

    def findings(self, findings: Findings) -> Markup | None:
        """What is wrong, each with a link to its file."""
        return tag("ul", *map(self._finding, findings), class_="findings") if findings else None

    def _finding(self, finding: Diagnostic) -> Markup:
        line, column = finding.source.position(finding.span.start)
        return tag(
            "li",
            tag("strong", f"{finding.severity.value}: "),
            tag("span", _prose(finding.message), class_="message"),
            " ",
            self._file(absolute(finding.source.path), f":{line}:{column}"),
            class_=f"finding {finding.severity.value}",
        )

    def _file(self, path: Path, position: str = "") -> Markup:
        """A link to a file, with its path below the site's root."""
        root = self._outline.root
        name = path.relative_to(root).as_posix() if path.is_relative_to(root) else shown_path(path)
        return tag("a", f"{printable(name)}{position}", href=self._link(path))

    def _link(self, path: Path) -> str:
        try:
            relative = os.path.relpath(path, self._folder)
        except ValueError:  # on another drive
            return path.as_uri()
        return quote(os.fsencode(relative.replace(os.sep, "/")))
