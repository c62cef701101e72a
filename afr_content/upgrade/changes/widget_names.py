"""A widget's name that the newer theme does not have, or takes for something else.

From 5.8 on `custom` and `projects` stop the build, and `featured` is a collection of all pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.models.registry import WIDGETS, replacement
from afr_content.nodes import Scalar
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.source import Edit
from afr_content.upgrade import editing
from afr_content.upgrade.move import Turn

CODE = "UPG302"
SEVERITY = Severity.ERROR


def check(turn: Turn) -> Iterator[Finding]:
    """The widget of a section."""
    page, theme = turn.before, turn.after.site.theme
    entry = page.root.find("widget") if page.is_section and page.root else None
    known = WIDGETS.get(page.widget)
    if entry is None or known is None or not known.instead or not isinstance(entry.value, Scalar):
        return
    if page.has_own_template or page.site.theme not in known.versions or theme in known.versions:
        return
    if page.widget == "featured":
        yield from _featured(turn, entry.value)
        return
    instead = replacement(page.widget, theme)
    message = (
        f"The widget `{page.widget}` is there {known.versions}; with theme {theme} the build stops"
    )
    yield Finding(v.span_of(entry.value), message, v.rewrite(page, entry.value, instead))


_WAS = {"page_type": "post", "count": "0"}
"""What `featured` took where nothing is said, and a collection does not: posts, all of them."""


def _featured(turn: Turn, node: Scalar) -> Iterator[Finding]:
    page = turn.before
    if v.at(page, "content", "filters", "featured_only"):
        return
    message = (
        "The widget `featured` shows featured pages only, up to theme 5.7; from 5.8 on it is a"
        " collection of all pages"
    )
    title = "Write it as `collection`, with `featured_only: true` among its filters"
    edits = (*v.rewrite(page, node, "collection").edits, *_content(page))
    fix = Fix(title, editing.joined(edits) if len(edits) > 1 else ())
    yield Finding(v.span_of(node), message, fix, Severity.WARNING)


def _content(page: Page) -> tuple[Edit, ...]:
    """What a collection needs to be told; nothing where it cannot be written."""
    lines = [f"{key}: {value}" for key, value in _WAS.items() if not v.at(page, "content", key)]
    if not v.at(page, "content", "filters"):
        return editing.put(page, ("content",), [*lines, "filters:", "  featured_only: true"])
    filters = editing.put(page, ("content", "filters"), ["featured_only: true"])
    return (*editing.put(page, ("content",), lines), *filters) if filters else ()
