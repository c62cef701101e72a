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


class Shares(NamedTuple):
    """A gap, shared out.

    `inside` is how many lines belong inside the value above, `below` are the commented-out lines
    directly below it, `rest` is what does not belong to it.
    """

    inside: int
    below: list[GapLine]
    rest: list[GapLine]


def share(gap: list[GapLine], column: int | None, list_above: bool) -> Shares:
    """Share out the gap below a child.

    Comments deeper than `column` belong inside it, if one is given. `list_above` is set when the
    child is a key whose list's dashes stand in the key's column.
    """
    inside = 0 if column is None else _deeper_lines(gap, column)
    if list_above:
        inside += _code_lines(gap[inside:], _ITEM)
    below = inside + _code_lines(gap[inside:], _CODE)
    return Shares(inside, gap[inside:below], gap[below:])


def _deeper_lines(gap: list[GapLine], column: int) -> int:
    count = 0
    for number, line in enumerate(gap, 1):
        if line.text:
            if line.column <= column:
                break
            count = number
    return count


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


class Above(NamedTuple):
    """What stands above a key: dividers, its own comment, and whether a blank line comes first."""

    dividers: list[Comment]
    leading: Comment | None
    blank_before: bool


def above(gap: list[GapLine]) -> Above:
    """What the lines between a key and the one before it are to the key."""
    found, blank = blocks(gap)
    if not found or blank:
        return Above(found, None, blank)
    return Above(found[:-1], found[-1], found[-1].blank_before)


def laid_out(gap: list[GapLine], column: int) -> list[str]:
    """A gap's lines at `column`; blank lines at its end are left out."""
    made: list[str] = []
    for comment in blocks(gap)[0]:
        if comment.blank_before:
            made.append("")
        made += comment.indented(column)
    return made
