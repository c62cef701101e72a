"""Block scalars: `|` and `>`. Their content moves as a whole and is otherwise not touched."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from afr_content.formatting.lines import Lines, indented, width

_HEADER: Final = re.compile(r"[|>](?:[-+]?(?P<digit>[1-9])|[-+])?[-+]?(?![-+\w])")


class BlockScalar(NamedTuple):
    """The header (`|2-`), where it ends, the content's lines and where they end."""

    header: str
    header_end: int
    content: list[str]
    following: int
    digit: int
    keeps: bool

    def indented(self, column: int) -> list[str]:
        """The content, below a key that stands at `column`."""
        return [indented(column + (self.digit or 2), line) for line in self.content]


def read(lines: Lines, start: int, parent: int) -> BlockScalar | None:
    """The block scalar whose header starts at `start`; its key or dash stands at `parent`.

    `following` is the number of the first line behind it: blank lines at its end belong to it when
    it keeps them (`|+`). None when there is no header that we know.
    """
    match = _HEADER.match(lines.text, start)
    if not match:
        return None
    first = lines.at(start) + 1
    digit = int(match["digit"] or 0)
    inner = parent + digit if digit else _detect(lines, first, parent)
    keeps = "+" in match[0]
    following = _end(lines, first, inner, keeps)
    content = [lines[number][inner:] for number in range(first, following)]
    return BlockScalar(match[0], match.end(), content, following, digit, keeps)


def _detect(lines: Lines, first: int, parent: int) -> int:
    """How far the content is indented: as far as its first line, or a longer blank one before."""
    deepest = parent + 1
    for number in range(first, len(lines)):
        line = lines[number]
        deepest = max(deepest, width(line))
        if line.strip(" "):
            break
    return deepest


def _end(lines: Lines, first: int, inner: int, keeps: bool) -> int:
    end = first
    for number in range(first, len(lines)):
        line = lines[number]
        if width(line) >= inner and len(line) > inner:
            end = number + 1
        elif line.strip(" "):
            break
        elif keeps:
            end = number + 1
    return end
