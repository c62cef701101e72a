"""The canonical form of front matter, reached by text edits only.

No value is ever written anew: lines are moved, indented and tidied, and what stands in them is
copied from the text. Every result is checked against the invariants before it is handed back.

The rooms: `lines` (the text by lines), `structure` (where keys, dashes and values stand),
`comments` (whose a comment is), `layout` (which lines belong to which key, and where they go),
`arrange` and `order` (of keys, and the blank lines between), `values`, `scalars`, `flow` and
`blocks` (what stands behind a key), `invariants`.
"""

from __future__ import annotations

from afr_content.formatting.errors import FormatError, InvariantError, UnreadableError
from afr_content.formatting.formatter import format_text
from afr_content.formatting.order import KeyOrder

__all__ = ["FormatError", "InvariantError", "KeyOrder", "UnreadableError", "format_text"]
