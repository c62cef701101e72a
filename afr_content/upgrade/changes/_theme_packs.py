"""Colours of the site's own, in `data/themes`."""

from __future__ import annotations

import re
from pathlib import Path

from afr_content.nodes import Entry, Scalar
from afr_content.upgrade.move import Move

LIGHT = re.compile(r"^light(?P<between>\s*[:=]\s*)(?P<value>true|false)\b[^\n]*", re.M | re.I)


def packs(move: Move) -> list[Path]:
    """The files that hold colours."""
    folder = move.root / "data" / "themes"
    return sorted(p for p in folder.glob("*") if p.suffix in (".toml", ".yaml", ".yml"))


def unconverted(move: Move, entry: Entry) -> Path | None:
    """The site's own colours that a parameter names, if they are as theme 5.4 has them."""
    if not isinstance(entry.value, Scalar):
        return None
    name = re.sub(r"\s", "_", entry.value.text.lower())
    for path in packs(move):
        if path.stem == name and LIGHT.search(move.read(path).text):
            return path
    return None
