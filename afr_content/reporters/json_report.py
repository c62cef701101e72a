"""A JSON list of findings; lines and columns count from 1, columns count characters."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from afr_content.diagnostics import Diagnostic, Fix
from afr_content.landing import Block
from afr_content.reporters.places import shown_path
from afr_content.source import SourceFile


def report(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """The whole list as one piece of text."""
    yield json.dumps([as_dict(item) for item in diagnostics], indent=2)


def as_dict(diagnostic: Diagnostic) -> dict[str, Any]:
    """A finding as JSON shows it; `fix` is None or has a title, `safe` and the edits.

    `section` is None, or the block of a landing page that the finding is in.
    """
    source, fix = diagnostic.source, diagnostic.fix
    return {
        "path": shown_path(source.path),
        **_range(source, diagnostic.span.start, diagnostic.span.end),
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "section": _section(diagnostic.block) if diagnostic.block else None,
        "fix": _fix(source, fix) if fix else None,
    }


def _section(block: Block) -> dict[str, Any]:
    return {"index": block.item, "block": block.name, "id": block.id or None}


def _fix(source: SourceFile, fix: Fix) -> dict[str, Any]:
    edits = [{**_range(source, e.start, e.end), "text": e.text} for e in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _range(source: SourceFile, start: int, end: int) -> dict[str, int]:
    first, last = source.position(start), source.position(end)
    return {
        "line": first.line,
        "column": first.column,
        "end_line": last.line,
        "end_column": last.column,
    }
