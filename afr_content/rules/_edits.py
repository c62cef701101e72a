"""Fixes for what stands in other files: values as facts, and nodes of settings."""

from __future__ import annotations

import json
import re

from afr_content.diagnostics import Fix
from afr_content.facts import Fact
from afr_content.nodes import Scalar
from afr_content.source import Span

_PLAIN = re.compile(r"[^\W_][\w /.+()&-]*(?<![ &-])")


def rewrite(value: Fact | Scalar, text: str, *, safe: bool = False) -> Fix:
    """Write other text in place of a value, in the quotes that stand there."""
    title = f"Write it as `{text}`"
    span, can_edit = _place(value)
    if not can_edit:
        return Fix(title)
    return Fix.replace(title, span, _written(value.style, text), safe=safe)


def _place(value: Fact | Scalar) -> tuple[Span, bool]:
    if isinstance(value, Fact):
        return value.span, value.can_edit
    plain = not value.alias and value.style not in ("|", ">", "*") and value.tag is None
    return Span(value.start, value.end), plain


def _written(style: str, text: str) -> str:
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    is_plain = style == "" and _PLAIN.fullmatch(text)
    return text if is_plain else json.dumps(text, ensure_ascii=False)
