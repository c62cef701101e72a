"""A page's text as a value in front matter."""

from __future__ import annotations

import re
from typing import Final

from afr_content.migration.tree import Text

_LINE_END: Final = re.compile(r"\r?\n")
_NOT_LITERAL: Final = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Characters that end a line for one of Hugo's YAML libraries and not for the other, or for which
there is no way to write them but by an escape."""
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_QUOTED: Final = re.compile(r'[\\"\n\t\r]')


def trimmed(body: str) -> str:
    """The text of a body: without the blank lines before and behind it, with `\\n` as line ends.

    Every line from the first to the last that is not blank is as it was, blanks at its end too.
    """
    lines = _LINE_END.split(body)
    while lines and not lines[0].strip(" \t"):
        lines.pop(0)
    ends_open = bool(lines) and bool(lines[-1].strip(" \t"))
    while lines and not lines[-1].strip(" \t"):
        lines.pop()
    return "\n".join(lines) + ("" if ends_open or not lines else "\n")


def is_unicode(text: str) -> bool:
    """Whether a text has characters only, and no bytes that are none."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def literal(text: str) -> Text | None:
    """A text as a literal block (`|`), line by line; None when such a block cannot hold it.

    It cannot where the last line is blank.
    """
    if _NOT_LITERAL.search(text) or not text.removesuffix("\n").rpartition("\n")[2].strip(" \t"):
        return None
    lines = text.removesuffix("\n").split("\n")
    digit = "2" if text[:1] in " \t" else ""
    chomping = "" if text.endswith("\n") else "-"
    return Text([f"|{digit}{chomping}", *(f"  {line}" if line else "" for line in lines)])


def quoted(text: str) -> Text:
    """A text between double quotes, on one line."""
    escaped = _QUOTED.sub(lambda found: _ESCAPES[found[0]], text)
    return Text([f'"{_NOT_LITERAL.sub(_escape, escaped)}"'])


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


_PLAIN: Final = re.compile(r"[A-Za-z][\w-]*(?:[ .][\w-]+)*")
_WORDS: Final = frozenset("y n yes no on off true false null nan inf".split())


def word(text: str) -> str:
    """A short text as it is best written: plain where no Hugo takes it for anything else."""
    is_plain = _PLAIN.fullmatch(text) and text.isascii() and text.lower() not in _WORDS
    return text if is_plain else quoted(text).lines[0]
