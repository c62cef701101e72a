"""Which lines belong to which key, and where they go.

The front matter is walked once, from the outside in. Every block mapping and list gets a range of
lines, hands each of its children the lines that are the child's, and gets them back in canonical
form. What is too odd to be taken apart (`? ` keys, tags on a line of their own, …) moves as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from afr_content.formatting import blocks, comments, flow, scalars
from afr_content.formatting.comments import Comment, GapLine
from afr_content.formatting.errors import Unsure
from afr_content.formatting.lines import (
    BLANKS,
    Lines,
    indented,
    margin,
    width,
    without_trailing_blanks,
)
from afr_content.formatting.order import AUTHORS, Order, in_order
from afr_content.nodes import Entry, Mapping, Node, Scalar, Sequence

STEP: Final = 2

_COLON: Final = re.compile(r"[ \t]*:(?=[ \t\r\n]|$)")
_TRIVIA: Final = re.compile(r"(?:[ \t]+|\r?\n|#[^\n]*)*")
_PROPERTIES: Final = re.compile(r"[&!][^\s,\[\]{}]*(?:[ \t]+[&!][^\s,\[\]{}]*)*")


class _Child(NamedTuple):
    """A key with its value, or a dash with its item.

    `head` is the key with its colon, or the dash, which ends at `after`; `odd` is set for what is
    not taken apart.
    """

    start: int
    after: int
    head: str
    value: Node
    name: str
    odd: bool = False


class _Place(NamedTuple):
    """Where a child stands: its column before and after, its first line, the line behind its last."""

    old: int
    new: int
    line: int
    until: int


@dataclass(eq=False, slots=True)
class _Unit:
    """A child with all lines that travel with it."""

    lines: list[str]
    blank_before: bool
    rank: int
    anchored: bool
    group: int = 0


def lay_out(lines: Lines, root: Node | None, order: Order) -> list[str]:
    """The lines of the front matter in canonical form.

    Raises Unsure when they cannot be told apart.
    """
    if root is None:
        return comments.laid_out([comments.gap_line(lines[n]) for n in range(len(lines))], 0)
    if not isinstance(root, Mapping) or root.flow:
        raise Unsure
    made = _Layout(lines, order).collection(root, 0, 0, len(lines), order)
    return made[1:] if made and not made[0] else made


class _Layout:
    def __init__(self, lines: Lines, order: Order) -> None:
        self._lines = lines
        self._text = lines.text
        self._root_order = order

    def collection(
        self, node: Sequence | Mapping, column: int, begin: int, until: int, order: Order
    ) -> list[str]:
        """A block collection, whose lines are those from `begin` up to `until`, at `column`."""
        children = list(self._children(node))
        spans = [self._span(child) for child in children]
        old = self._lines.column(children[0].start)
        made: list[Comment | _Unit] = []
        gap = self._gap(begin, spans[0][0])
        for child, (first, last), (following, _) in zip(
            children, spans, [*spans[1:], (until, until)], strict=True
        ):
            if self._lines.column(child.start) != old:
                raise Unsure
            found, blank = comments.blocks(gap)
            leading = found.pop() if found and not blank else None
            made += found
            blank_before = leading.blank_before if leading else blank
            gap = self._gap(last, following)
            own = comments.deeper_lines(gap, old) or self._items_below(child, gap, old)
            rest = gap[own:]
            behind = comments.code_lines(rest)
            if behind == len(rest) and following < until or behind and following == until:
                pass
            place = _Place(old, column, first, last + own)
            unit_lines = leading.indented(column) if leading else []
            unit_lines += self._child(child, place, order)
            unit_lines += comments.laid_out(rest[:behind], column)
            made.append(_Unit(unit_lines, blank_before, order.rank(child.name), False))
            gap = rest[behind:]
        made += comments.blocks(gap)[0]
        return []
