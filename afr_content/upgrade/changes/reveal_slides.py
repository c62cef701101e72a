"""Slides, which the theme shows up to 5.6.

From 5.7 on a module of its own does; without it slides are plain pages, and the build stops at
their shortcodes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.upgrade.changes._modules import (
    REVEAL,
    THEME,
    all_imports,
    home,
    import_before,
    imported,
)
from afr_content.upgrade.move import Move, Turn

CODE = "UPG315"
SEVERITY = Severity.ERROR

_SHORTCODE = re.compile(r"\{\{[<%]\s*(?:fragment|speaker_note|slide)\b")


def check(turn: Turn) -> Iterator[Finding]:
    """The place where the theme is imported."""
    page, move = turn.before, turn.move
    if not move.theme_passes(5, 7) or not page.is_settings or move.after.theme is None:
        return
    if any(map(REVEAL.fullmatch, all_imports(move, page))):
        return
    nodes = [node for node in imported(page) if THEME.fullmatch(node.text)]
    slides = list(_slides(move)) if nodes else []
    for node in nodes if slides else ():
        plugin = home(move.after.theme).reveal
        stops = any(map(_uses_shortcodes, slides))
        effect = "the build stops at their shortcodes" if stops else "they are plain pages"
        message = (
            f"Slides are shown by the theme up to 5.6; from 5.7 on by the module `{plugin}`,"
            f" without which {effect}"
        )
        fix = Fix("Import it before the theme", import_before(page, node, plugin))
        yield Finding(v.span_of(node), message, fix, None if stops else Severity.WARNING)


def _slides(move: Move) -> Iterator[Page]:
    return (page for page in move.pages if page.kind == "slides" or _uses_shortcodes(page))


def _uses_shortcodes(page: Page) -> bool:
    return not page.is_settings and _SHORTCODE.search(page.source.text) is not None
