"""The summary that Hugo makes of a page's text: from 0.134 on with links, lists and emphasis.

Up to 0.133 it is plain text. A page with a `summary` of its own shows that.
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Located, Severity
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.source import Span
from afr_content.upgrade.move import Move

CODE = "UPG208"
SEVERITY = Severity.INFO

_LISTED = frozenset({"post", "project", "event", "book", "page"})


def check_site(move: Move) -> Iterator[Located]:
    """All pages together; said once, where the settings begin."""
    if move.hugo_passes(0, 134) and move.settings.files:
        pages = [page for page in move.pages if _has_own_text(page)]
        if pages:
            message = (
                "Hugo's own summaries, such as those of"
                f" `{pages[0].place.folder or pages[0].place.stem}`, are plain text up to 0.133;"
                " from 0.134 on they have the markup of the page"
            )
            yield Located(move.settings.files[0].path, Finding(Span(0, 0), message))


def _has_own_text(page: Page) -> bool:
    """Whether a list shows the beginning of the page's text."""
    if page.kind not in _LISTED or page.root is None or page.document.fences is None:
        return False
    says = any(
        not v.is_empty(e.value) for e in (v.at(page, "summary"), v.at(page, "abstract")) if e
    )
    text = page.source.text[page.document.fences.body :]
    return not says and bool(text.strip())
