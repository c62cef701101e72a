"""What a list of pages shows where nothing says it: another default from theme 5.5 on.

Up to 5.4 the widget `pages` lists posts and `portfolio` projects in the showcase view; from 5.5 on
both list pages of all types, and `portfolio` in the masonry view.
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import Entry
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.source import Span
from afr_content.upgrade import editing
from afr_content.upgrade.move import Turn

CODE = "UPG304"
SEVERITY = Severity.WARNING

_TYPES = {"pages": "post", "portfolio": "project", "projects": "project"}


def check(turn: Turn) -> Iterator[Finding]:
    """Sections that show a list."""
    page = turn.before
    if not turn.move.theme_passes(5, 5) or not page.is_section or page.has_own_template:
        return
    if page.widget in _TYPES:
        yield from _type(page, _TYPES[page.widget])
    if page.widget in ("portfolio", "projects"):
        yield from _view(page)
        yield from _tags(page)


def _type(page: Page, type_: str) -> Iterator[Finding]:
    """Which pages: a portfolio with tags shows all that have one of them."""
    if _says(page, "content", "page_type") or _says(page, "content", "filters", "folders"):
        return
    if page.widget != "pages" and _says(page, "content", "filters", "tags"):
        return
    message = (
        f"`content.page_type` is `{type_}` up to theme 5.4 where nothing is said; from 5.5 on pages"
        " of all types are listed"
    )
    edits = editing.put(page, ("content",), [f"page_type: {type_}"])
    yield Finding(_place(page), message, Fix(f"Write `page_type: {type_}` in `content`", edits))


def _view(page: Page) -> Iterator[Finding]:
    if _says(page, "design", "view"):
        return
    message = (
        "`design.view` is `showcase` up to theme 5.4 where nothing is said; from 5.5 on it is"
        " `masonry`"
    )
    edits = editing.put(page, ("design",), ["view: showcase"])
    yield Finding(_place(page), message, Fix("Write `view: showcase` in `design`", edits))


def _tags(page: Page) -> Iterator[Finding]:
    tags, type_ = _says(page, "content", "filters", "tags"), _says(page, "content", "page_type")
    if tags and type_:
        message = (
            "`content.filters.tags` lists pages of all types up to theme 5.4; from 5.5 on those of"
            " `content.page_type` only"
        )
        span = Span(tags.key.start, tags.key.end)
        yield Finding(span, message, Fix("Take `page_type` out to list pages of all types"))


def _says(page: Page, *names: str) -> Entry | None:
    entry = v.at(page, *names)
    return None if entry is None or v.is_empty(entry.value) else entry


def _place(page: Page) -> Span:
    """Where the widget is named."""
    assert page.root
    entry = page.root.find("widget") or page.root.entries[0]
    return v.span_of(entry.value if entry.value.end > entry.value.start else entry.key)
