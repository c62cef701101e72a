"""Findings that the author has switched off: `# afr: ignore[rule, rule]`.

At the end of a line the comment speaks of that line; on a line of its own, of the next line that
is no comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from afr_content.source import Span

_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*afr:\s*ignore\[([^\]\n]*)\]", re.M)


@dataclass
class Suppression:
    """One rule's name in one comment; `used` once it has silenced something."""

    rule: str
    span: Span
    comment: Span
    line: Span
    used: bool = field(default=False, compare=False)


def find_suppressions(text: str, matter: Span) -> list[Suppression]:
    """The suppressions in the front matter at `matter`."""
    found = []
    for match in _COMMENT.finditer(text, matter.start, matter.end):
        line = _line_meant(text, match.start(), matter)
        for name in re.finditer(r"[^\s,]+", match[1]):
            start = match.start(1) + name.start()
            span = Span(start, start + len(name[0]))
            found.append(Suppression(name[0], span, Span(*match.span()), line))
    return found


def _line_meant(text: str, comment: int, matter: Span) -> Span:
    for line in _lines_from(text, text.rfind("\n", 0, comment) + 1, matter.end):
        content = text[line.start : line.end].strip()
        if content and not content.startswith("#"):
            return line
    return Span(comment, comment)


def _lines_from(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield Span(start, stop)
        start = stop + 1
