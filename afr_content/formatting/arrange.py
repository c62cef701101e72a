"""In which order the children of a mapping come, and where blank lines stand between them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from afr_content.formatting.comments import Comment


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


def arrange(parts: list[Comment | Unit], column: int, sorting: bool) -> list[str]:
    """The lines of all parts; units are sorted between the comments, which are dividers."""
    made: list[str] = []
    for is_unit, group in groupby(parts, lambda part: isinstance(part, Unit)):
        run = list(group)
        if is_unit and sorting:
            run = _sorted(run)
        for part in run:
            if part.blank_before:
                made.append("")
            made += part.lines if isinstance(part, Unit) else part.indented(column)
    return made


def _sorted(units: list[Unit]) -> list[Unit]:
    ordered = in_order(units)
    if ordered != units:
        _set_blanks(units, ordered)
    return ordered


def _set_blanks(units: list[Unit], ordered: list[Unit]) -> None:
    """Blank lines between units that were moved: where no group of the author is torn apart."""
    group = 0
    groups: dict[Unit, int] = {}
    for unit in units:
        group += unit.blank_before
        groups[unit] = group
    last_place = {groups[unit]: place for place, unit in enumerate(ordered)}
    open_until = -1
    blank = units[0].blank_before
    for place, unit in enumerate(ordered):
        unit.blank_before = open_until < place if place else blank
        open_until = max(open_until, last_place[groups[unit]])


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
