"""The title of a tag or category without a page of its own: from Hugo 0.123 on in title case.

Up to 0.122 it is as the pages write it: `Master thesis`. `capitalizeListTitles: false` (0.124 and
later) keeps it so; folders without a title are then called as they are written, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.nodes import Scalar, Sequence
from afr_content.page import Page
from afr_content.source import Span
from afr_content.upgrade.move import Move

CODE = "UPG206"
SEVERITY = Severity.WARNING

_SMALL = frozenset(
    "a an and as at but by en for if in of on or the to v via vs".split()
)  # fmt: skip
"""Words that title case leaves alone, but for the first and last ones."""
_LEAVE_ALONE = ("none",)


def check_site(move: Move) -> Iterator[Located]:
    """All pages together; said once, where the taxonomies are named or the settings begin."""
    settings = move.settings
    style = str(settings.get("titlecasestyle", default="ap")).lower()
    if not move.hugo_passes(0, 123) or style in _LEAVE_ALONE or not settings.files:
        return
    if settings.get("capitalizelisttitles") is False:
        return
    names = sorted({n for page in move.pages for n in _terms(move, page) if _changes(n, style)})
    if names:
        more = f" and {len(names) - 1} more" if len(names) > 1 else ""
        message = (
            f"Terms such as `{names[0]}`{more} are titled as pages write them up to Hugo 0.122;"
            " from 0.123 on in title case"
        )
        advice = "Set `capitalizeListTitles: false` to keep them, and give each list page a title"
        found = settings.entry("taxonomies") or (settings.files[0], None)
        entry = found[1]
        span = Span(entry.key.start, entry.key.end) if entry else Span(0, 0)
        yield Located(found[0].path, Finding(span, message, Fix(advice)))


def _terms(move: Move, page: Page) -> Iterator[str]:
    """The terms that a page names."""
    if page.root is None or page.is_settings or page.is_section:
        return
    for taxonomy in move.settings.taxonomies.values():
        entry = page.root.find(taxonomy) if taxonomy != "authors" else None
        value = entry.value if entry else None
        for node in value.items if isinstance(value, Sequence) else (value,):
            if isinstance(node, Scalar):
                yield node.text.strip()


def _changes(term: str, style: str) -> bool:
    """Whether title case makes another title of it."""
    words = re.findall(r"[\w'’]+", term)
    if style == "firstupper":
        words = words[:1]
    inner = words[1:-1]
    return any(word[:1].islower() and not (word in inner and word in _SMALL) for word in words)
