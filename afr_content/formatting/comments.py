"""Which key a comment belongs to, and how comments are written.

Between two keys (or list items) of one level stand blank lines and comments only; these lines are a
gap. Its first lines may belong to what is above: comments indented deeper than the level, and
commented-out code directly below the value. What is left are blocks of comments: the one directly
above a key is the key's, any other is a divider.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from afr_content.formatting.errors import Unsure
from afr_content.formatting.lines import BLANKS, indented

_ITEM: Final = re.compile(r"#[ \t]*-(?:[ \t]|$)")
_CODE: Final = re.compile(r"#[ \t]*(?:-(?:[ \t]|$)|[a-z_][\w-]*:(?:[ \t]|$))")


class GapLine(NamedTuple):
    """A blank line (no text) or a comment."""

    column: int
    text: str


class Comment(NamedTuple):
    """Comment lines without a blank line between them."""

    lines: list[GapLine]
    blank_before: bool

    def indented(self, column: int) -> list[str]:
        """The comment with its first line at `column`; deeper lines stay as much deeper."""
        shift = column - self.lines[0].column
        return [indented(max(column, line.column + shift), line.text) for line in self.lines]


def gap_line(line: str) -> GapLine:
    """A line between two keys. Raises Unsure when it is neither blank nor a comment."""
    text = line.strip(BLANKS)
    if text and text[0] != "#":
        raise Unsure
    return GapLine(len(line) - len(line.lstrip(BLANKS)), text)


def behind(text: str) -> str:
    """What is written behind a value on its line: two blanks and the comment, or nothing."""
    text = text.strip(BLANKS)
    if text and text[0] != "#":
        raise Unsure
    return "  " + text if text else ""


def deeper_lines(gap: list[GapLine], column: int) -> int:
    """How many lines of a gap belong inside the value above, for they are deeper than `column`."""
    count = 0
    for number, line in enumerate(gap, 1):
        if line.text:
            if line.column <= column:
                break
            count = number
    return count


def item_lines(gap: list[GapLine]) -> int:
    """How many lines at the head of a gap are commented-out list items."""
    return _code_lines(gap, _ITEM)


def code_lines(gap: list[GapLine]) -> int:
    """How many lines at the head of a gap are commented-out code."""
    return _code_lines(gap, _CODE)


def _code_lines(gap: list[GapLine], pattern: re.Pattern[str]) -> int:
    inside = None
    for number, line in enumerate(gap):
        depth = line.column + _depth(line.text)
        if not line.text:
            return number
        if pattern.match(line.text):
            inside = depth
        elif inside is None or depth <= inside:
            return number
    return len(gap)


def _depth(text: str) -> int:
    return len(text) - len(text[1:].lstrip(BLANKS))


def blocks(gap: list[GapLine]) -> tuple[list[Comment], bool]:
    """The comments of a gap, and whether a blank line ends it."""
    found: list[Comment] = []
    blank = False
    open_ = False
    for line in gap:
        if not line.text:
            blank, open_ = True, False
        elif open_:
            found[-1].lines.append(line)
        else:
            found.append(Comment([line], blank))
            blank, open_ = False, True
    return found, blank


def laid_out(gap: list[GapLine], column: int) -> list[str]:
    """A gap's lines at `column`; blank lines at its end are left out."""
    made: list[str] = []
    for comment in blocks(gap)[0]:
        if comment.blank_before:
            made.append("")
        made += comment.indented(column)
    return made
