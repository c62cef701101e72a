"""Colours of the site's own in `data/themes`: `light` is a map from theme 5.5 on.

Up to 5.4 `light: true` tells that the colours are light ones. From 5.5 on those by day stand in
`light`, those by night in `dark`, and the build stops at `light: true`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.source import Edit, Span
from afr_content.upgrade.changes import _theme_packs
from afr_content.upgrade.move import Move

CODE = "UPG310"
SEVERITY = Severity.ERROR


def check_site(move: Move) -> Iterator[Located]:
    """Every file of colours; only the one that the site takes matters."""
    taken = str(move.settings.get("params", "theme", default="")).lower().replace(" ", "_")
    for path in _theme_packs.packs(move) if move.theme_passes(5, 5) else ():
        text = move.read(path).text
        match = _theme_packs.LIGHT.search(text)
        if match:
            message = (
                f"`light` is `{match['value']}` up to theme 5.4; from 5.5 on it is a map of the"
                " colours by day, and the build stops at a theme without it"
            )
            span = Span(match.start(), match.start() + len("light"))
            severity = None if path.stem.lower() == taken else Severity.INFO
            yield Located(path, Finding(span, message, _fix(text, match, path.suffix), severity))


def _fix(text: str, match: re.Match[str], suffix: str) -> Fix:
    name = "light" if match["value"].lower() == "true" else "dark"
    title = f"Put the colours below `{name}`"
    after = text[match.end() :]
    if re.search(r"^(?:\[light|\[dark|dark\s*:)", after, re.M) and name == "dark":
        return Fix(title)
    if suffix == ".toml":
        return Fix(title, (Edit(match.start(), match.end(), f"[{name}]"),))
    edits = [Edit(match.start(), match.end(), f"{name}:")]
    for line in re.finditer(r"^(?=[^\s#])", after, re.M):
        if after.startswith("dark", line.start()):
            break
        edits.append(Edit(match.end() + line.start(), match.end() + line.start(), "  "))
    return Fix(title, tuple(edits))
