"""A chapter of a book without a text: from theme 5.6 on it lists its pages."""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.rules import _values as v
from afr_content.upgrade.move import Turn

CODE = "UPG316"
SEVERITY = Severity.WARNING


def check(turn: Turn) -> Iterator[Finding]:
    """The `_index.md` of a chapter, or of the book."""
    page = turn.before
    if not turn.move.theme_passes(5, 6) or page.kind != "book" or page.place.stem != "_index":
        return
    fences = page.document.fences
    if page.root is None or not page.root.entries or fences is None:
        return
    if page.source.text[fences.body :].strip() or not _has_pages(turn):
        return
    message = "A chapter without a text is empty up to theme 5.5; from 5.6 on it lists its pages"
    place = v.at(page, "type") or page.root.entries[0]
    yield Finding(v.span_of(place.key), message, Fix("Write a text to keep it without a list"))


def _has_pages(turn: Turn) -> bool:
    """Whether there is something to list: a page beside it, or a folder with one."""
    folder = turn.before.path.parent
    others = (path for path in folder.glob("*.md") if path.name != turn.before.path.name)
    return any(others) or any(folder.glob("*/*index.md"))
