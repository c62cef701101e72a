"""How a single value is written: quotes, `true` and `false`, nothing for null."""

from __future__ import annotations

import re
from typing import Final

_BOOLS: Final = {"True": "true", "TRUE": "true", "False": "false", "FALSE": "false"}
_NULLS: Final = frozenset({"~", "null", "Null", "NULL"})
# Hugo's newer library may miss the end of a double-quoted text that holds a tab.
_KEEPS_SINGLE: Final = re.compile(r'["\\\t]')
_PLAIN_ESCAPE: Final = re.compile(r'\\(["\\])')


def tidy(written: str) -> str:
    """A single-line value in its canonical writing; `written` is the value as it stands."""
    match written[0]:
        case "'":
            return _single_quoted(written)
        case '"':
            return _double_quoted(written)
        case _:
            return _BOOLS.get(written, written)


def is_null(written: str) -> bool:
    """Whether a plain value is a way to write null."""
    return written in _NULLS


def tidy_quotes(written: str) -> str:
    """A key in its canonical writing."""
    return tidy(written) if written[0] in "'\"" else written


def _single_quoted(written: str) -> str:
    text = written[1:-1].replace("''", "'")
    return written if _KEEPS_SINGLE.search(text) else f'"{text}"'


def _double_quoted(written: str) -> str:
    inner = written[1:-1]
    if "\\" not in inner or "\\" in _PLAIN_ESCAPE.sub("", inner):
        return written
    return "'" + _PLAIN_ESCAPE.sub(r"\1", inner).replace("'", "''") + "'"
