"""In which order the children of a mapping come, and where blank lines stand between them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from afr_content.formatting.comments import Comment
from afr_content.formatting.order import UNKNOWN


@dataclass(eq=False, slots=True)
class Unit:
    """A child with all lines that travel with it.

    `rank` is its place in the canonical order; `anchored` is set when it may hold an anchor that
    another one needs, or need one.
    """

    lines: list[str]
    blank_before: bool
    rank: int
    anchored: bool


def arrange(parts: list[Comment | Unit], column: int, *, sorting: bool) -> list[str]:
    """The lines of all parts; units are sorted between the comments, which are dividers."""
    made: list[str] = []
    run: list[Unit] = []
    for part in parts:
        if isinstance(part, Unit):
            run.append(part)
        else:
            made += _lines(run, sorting)
            run = []
            made += ["", *part.indented(column)] if part.blank_before else part.indented(column)
    return made + _lines(run, sorting)


def _lines(units: list[Unit], sorting: bool) -> list[str]:
    made: list[str] = []
    for unit in _sorted(units) if sorting else units:
        if unit.blank_before:
            made.append("")
        made += unit.lines
    return made


def _sorted(units: list[Unit]) -> list[Unit]:
    ordered = in_order(units)
    if ordered != units:
        _set_blanks(units, ordered)
    return ordered


def _set_blanks(units: list[Unit], ordered: list[Unit]) -> None:
    """Put blank lines between moved units where they tear no group of the author's apart.

    The keys that no model knows, which went to the end, are groups of their own for that.
    """
    number = 0
    groups: dict[Unit, tuple[int, bool]] = {}
    for unit in units:
        number += unit.blank_before
        groups[unit] = number, unit.rank == UNKNOWN
    last_place = {groups[unit]: place for place, unit in enumerate(ordered)}
    ordered[0].blank_before = units[0].blank_before
    open_until = 0
    for place, (above, unit) in enumerate(pairwise(ordered), 1):
        open_until = max(open_until, last_place[groups[above]])
        unit.blank_before = open_until < place and groups[above][0] != groups[unit][0]


def in_order(units: list[Unit]) -> list[Unit]:
    """The units by rank; those of one rank, and those with anchors, keep their order."""
    waiting = sorted(units, key=lambda unit: unit.rank)
    anchored = [unit for unit in units if unit.anchored]
    if not anchored:
        return waiting
    made: list[Unit] = []
    while waiting:
        unit = waiting.pop(_next_place(waiting, anchored))
        made.append(unit)
        if unit.anchored:
            anchored.pop(0)
    return made


def _next_place(waiting: list[Unit], anchored: list[Unit]) -> int:
    blocked: set[int] = set()
    for place, unit in enumerate(waiting):
        if unit.anchored and unit is not anchored[0]:
            blocked.add(unit.rank)
        elif unit.rank not in blocked:
            return place
    raise AssertionError("the first of the anchored is never blocked")
