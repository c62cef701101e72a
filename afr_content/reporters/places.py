"""How files and texts from files are written out: nothing in them can steer a terminal."""

from __future__ import annotations

import os
from pathlib import Path

from afr_content.diagnostics import Diagnostic


def shown_path(path: Path) -> str:
    """The path relative to the current folder, where it is below it; control characters escaped."""
    absolute = os.path.abspath(path)  # noqa: PTH100 - resolve() would follow symlinks
    relative = os.path.relpath(absolute)
    text = absolute if relative.startswith("..") else relative
    return printable(text.replace(os.sep, "/"))


def printable(text: str) -> str:
    """The text with everything that is no visible character written as an escape."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape", "backslashreplace").decode()
        for char in text
    )


def message(diagnostic: Diagnostic) -> str:
    """The message; of what is within a block of a landing page, with the block in front."""
    block = f"{diagnostic.block}: " if diagnostic.block else ""
    return printable(f"{block}{diagnostic.message}")


def place(diagnostic: Diagnostic) -> str:
    """`path:line:column`."""
    line, column = diagnostic.source.position(diagnostic.span.start)
    return f"{shown_path(diagnostic.source.path)}:{line}:{column}"
