"""`afr-content read`."""

from __future__ import annotations

import json
import math
import sys
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import click

from afr_content.cli import common
from afr_content.errors import FrontMatterError
from afr_content.hugo import Dialect
from afr_content.page import Page
from afr_content.reporters.places import shown_path


@click.command("read")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@common.site_options
def command(paths: tuple[Path, ...], workspace: common.Workspace) -> None:
    """Show what Hugo reads from each file: one JSON object per line.

    `{"path", "format", "params"}`, or `{"path", "error", "line", "column"}` when Hugo refuses the
    file; then the exit code is 1. Where the site's Hugo is not known, the newest is taken.
    """
    refused = trouble = False
    for page in workspace.pages(paths):
        answer = _answer(page)
        refused |= "error" in answer
        trouble |= bool(page.source.trouble)
        click.echo(json.dumps(answer, ensure_ascii=False).encode("utf-8", "backslashreplace"))
    sys.exit(common.TROUBLE if trouble else common.FINDINGS if refused else common.CLEAN)


def _answer(page: Page) -> dict[str, Any]:
    path = shown_path(page.path)
    if page.source.trouble:
        return {"path": path, "error": page.source.trouble, "line": 1, "column": 1}
    hugo = page.site.hugo
    try:
        params = page.document.params(hugo or Dialect.NEW)
    except FrontMatterError as refused:
        line, column = page.source.position(refused.error.offset)
        return {"path": path, "error": refused.error.message, "line": line, "column": column}
    fences = page.document.fences
    return {"path": path, "format": fences.format if fences else None, "params": _plain(params)}


def _plain(value: Any) -> Any:
    """The value with what JSON cannot say written as Hugo prints it."""
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else f"{'+' if value > 0 else '-'}Inf"
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return value
