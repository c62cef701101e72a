"""A theme and a Hugo that do not go together: then nothing is built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.hugo import HugoVersion
from afr_content.proof.fitting import Range, fits, range_of, theme_range
from afr_content.source import Span
from afr_content.theme import ThemeVersion
from afr_content.upgrade.changes import _templates, hugo_templates
from afr_content.upgrade.changes._modules import THEME
from afr_content.upgrade.move import Move

CODE = "UPG101"
SEVERITY = Severity.ERROR

_KNOWN = tuple(map(ThemeVersion.parse, "5.0 5.3 5.4 5.5 5.6 5.7 5.8 5.9 5.9.4 5.9.7".split()))


def check_site(move: Move) -> Iterator[Located]:
    """The versions to come, if they are not those of now."""
    site, hugo, theme = move.after, move.after.hugo, move.after.theme
    if hugo is None or theme is None or _fits(move, hugo):
        return
    if (hugo, theme) == (move.before.hugo, move.before.theme):
        return
    range_ = theme_range(site)
    message = f"Theme {theme} is built by Hugo {range_}; with Hugo {hugo} the build stops"
    path, span = _place(move)
    yield Located(path, Finding(span, message, Fix(_advice(move, hugo, range_))))


def _fits(move: Move, hugo: HugoVersion) -> bool:
    """Whether the theme is built; one that lies beside the site is looked at itself."""
    themes = _templates.of_themes(move)
    if not themes or move.before.theme != move.after.theme:
        return fits(move.after, hugo)
    return not any(True for template in themes for _ in hugo_templates.stopping(move, template))


def _advice(move: Move, hugo: HugoVersion, range_: Range | None) -> str:
    parts = []
    themes = [theme for theme in _KNOWN if hugo in (range_of(theme) or ())]
    if later := [theme for theme in themes if move.before.theme and theme >= move.before.theme]:
        parts.append(f"With Hugo {hugo} take theme {later[-1]}")
    if range_:
        parts.append(f"{'w' if parts else 'W'}ith theme {move.after.theme} a Hugo of {range_}")
    return "; ".join(parts)


def _place(move: Move) -> tuple[Path, Span]:
    """Where the theme is named, else where the site's settings begin."""
    settings = [file.path for file in move.settings.files]
    for path in (*settings, move.root / "go.mod"):
        match = THEME.search(move.read(path).text) if path.is_file() else None
        if match:
            return path, Span(*match.span())
    first = settings[0] if settings else move.root / "go.mod"
    line = re.match(r"[^\n]*", move.read(first).text)
    return first, Span(0, line.end() if line else 0)
