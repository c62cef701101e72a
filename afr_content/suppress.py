"""Findings that the author has switched off: `# afr: ignore[rule, rule]`.

At the end of a line the comment speaks of that line; on a line of its own, of the next line that
is no comment. In a page's body it is written `<!-- afr: ignore[rule] -->`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from afr_content.frontmatter import Fences
from afr_content.source import Span

_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*afr:\s*ignore\[([^\]\n]*)\]", re.M)
_HTML_COMMENT = re.compile(r"<!--\s*afr:\s*ignore\[([^\]\n]*)\]\s*-->")


@dataclass
class Suppression:
    """One rule's name in one comment; `used` once it has silenced something."""

    rule: str
    span: Span
    comment: Span
    line: Span
    used: bool = field(default=False, compare=False)


def find_suppressions(text: str, fences: Fences | None) -> list[Suppression]:
    """The suppressions in a file's front matter, and in its body."""
    if "afr:" not in text:
        return []
    found = [*_found(text, _COMMENT, fences.matter)] if fences else []
    body = Span(fences.body if fences else 0, len(text))
    return [*found, *_found(text, _HTML_COMMENT, body)]


def _found(text: str, comment: re.Pattern[str], area: Span) -> Iterator[Suppression]:
    for match in comment.finditer(text, area.start, area.end):
        line = _line_meant(text, match.start(), area, comment)
        for name in re.finditer(r"[^\s,]+", match[1]):
            start = match.start(1) + name.start()
            span = Span(start, start + len(name[0]))
            yield Suppression(name[0], span, Span(*match.span()), line)


def _line_meant(text: str, start: int, area: Span, comment: re.Pattern[str]) -> Span:
    for line in _lines_from(text, text.rfind("\n", 0, start) + 1, area.end):
        content = text[line.start : line.end].strip()
        in_body = comment is _HTML_COMMENT
        is_comment = not comment.sub("", content) if in_body else content.startswith("#")
        if content and not is_comment:
            return line
    return Span(start, start)


def _lines_from(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield Span(start, stop)
        start = stop + 1
