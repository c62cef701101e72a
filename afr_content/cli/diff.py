"""What a file would become, as a unified diff."""

from __future__ import annotations

import difflib
from pathlib import Path

import click

from afr_content.reporters.places import printable, shown_path

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def unified(path: Path, before: str, after: str) -> str:
    """The diff between two texts of a file, coloured for a terminal."""
    name = shown_path(path)
    lines = difflib.unified_diff(
        _lines(before), _lines(after), f"a/{name}", f"b/{name}", lineterm=""
    )
    return "\n".join(click.style(line, fg=_COLOURS.get(line[:1])) for line in map(printable, lines))


def _lines(text: str) -> list[str]:
    lines = text.splitlines(keepends=True)
    return [line.rstrip("\n") for line in lines]
