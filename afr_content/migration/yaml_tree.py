"""The tree of front matter that is YAML in its canonical form."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import NamedTuple

from afr_content.formatting import comments
from afr_content.formatting.comments import GapLine
from afr_content.formatting.errors import Unsure
from afr_content.formatting.lines import Lines, width
from afr_content.formatting.structure import PROPERTIES, Child, Structure
from afr_content.formatting.values import is_block_scalar
from afr_content.frontmatter import Document
from afr_content.migration.texts import word
from afr_content.migration.tree import Branch, Item, Items, Key, Text
from afr_content.nodes import Entry, Mapping, Scalar, Sequence


def read_yaml(
    document: Document, opened: Collection[str] = (), *, lower: bool = False
) -> Branch | None:
    """The tree of a document; None when its lines cannot be told apart.

    Maps written as `{...}` are taken apart at the paths in `opened`; within lists, these name `[]`.
    With `lower` keys get the lower case that Hugo gives them, which it does not do within lists.
    """
    if document.fences is None:
        return Branch()
    lines = Lines(document.text, *document.fences.matter)
    try:
        reading = _Reading(lines, opened, lower=lower)
        if document.mapping is None:
            return Branch(tail=reading.comments(0, len(lines), 0))
        return reading.branch(document.mapping, "", 0, len(lines))
    except Unsure:
        return None


class _Unit(NamedTuple):
    """A child with its lines; `inside` are comment lines that belong to its value."""

    child: Child
    column: int
    above: list[str]
    first: int
    last: int
    inside: int
    below: list[str]


class _Reading:
    """One walk from the outside in, as the formatter's."""

    def __init__(self, lines: Lines, opened: Collection[str], *, lower: bool) -> None:
        self._lines = lines
        self._lower = lower
        self._text = lines.text
        self._opened = opened
        self._structure = Structure(lines)

    def comments(self, begin: int, until: int, column: int) -> list[str]:
        """Lines that hold comments and blanks only."""
        return _relative(self._gap(begin, until), column)

    def _gap(self, begin: int, until: int) -> list[GapLine]:
        return [comments.gap_line(self._lines[number]) for number in range(begin, until)]

    def branch(self, node: Mapping, path: str, begin: int, until: int) -> Branch:
        """A map, whose lines are those from `begin` up to `until`."""
        made = Branch()
        for unit in self._units(node, begin, until, made.tail):
            if not unit.child.head:
                raise Unsure
            key = self._key(unit.child.name, unit.child.head.removesuffix(":"), path)
            key.above, key.below = unit.above, unit.below
            self._fill(key, unit, f"{path}{key.name}")
            made.keys.append(key)
        return made

    def _units(
        self, node: Mapping | Sequence, begin: int, until: int, tail: list[str]
    ) -> Iterator[_Unit]:
        children = self._structure.children(node)
        firsts = [self._lines.at(child.start) for child in children]
        column = self._lines.column(children[0].start)
        above = self._gap(begin, firsts[0])
        for child, (first, following) in zip(children, pairwise([*firsts, until]), strict=True):
            if self._lines.column(child.start) != column:
                raise Unsure
            last = self._structure.line_behind(child)
            inner = None if is_block_scalar(child.value) else column
            shares = comments.share(self._gap(last, following), inner, False)
            below = _relative(shares.below, column)
            pending = _relative(above, column)
            yield _Unit(child, column, pending, first, last, shares.inside, below)
            above = shares.rest
        tail += _relative(above, column)

    def _fill(self, key: Key, unit: _Unit, path: str) -> None:
        node, after = unit.child.value, unit.child.after
        is_plain_node = not PROPERTIES.match(self._text, after, node.start)
        if not isinstance(node, Scalar) and is_plain_node and not node.alias:
            if not node.flow and self._lines.at(node.start) > unit.first:
                key.behind = self._behind(after, unit.first)
                key.value = self._collection(node, path, unit.first + 1, unit.last + unit.inside)
                return
            if isinstance(node, Mapping) and self._is_opened(node, path):
                key.behind = self._behind(node.end, self._lines.at(node.end))
                key.value = self._flow(node, path)
                return
        key.value = self._as_written(unit)

    def _collection(
        self, node: Mapping | Sequence, path: str, begin: int, until: int
    ) -> Branch | Items:
        if isinstance(node, Mapping):
            return self.branch(node, f"{path}.", begin, until)
        made = Items()
        for unit in self._units(node, begin, until, made.tail):
            made.items.append(Item(self._item(unit, f"{path}[]."), unit.above, unit.below))
        return made

    def _item(self, unit: _Unit, path: str) -> Branch | Text:
        node = unit.child.value
        is_written_below = self._lines.at(node.start) > unit.first
        properties = PROPERTIES.match(self._text, unit.child.after, node.start)
        if not isinstance(node, Mapping) or node.alias or properties or is_written_below:
            return self._as_written(unit)
        if not node.flow:
            return self.branch(node, path, unit.first, unit.last + unit.inside)
        inner = path.removesuffix(".")
        return self._flow(node, inner) if self._is_opened(node, inner) else self._as_written(unit)

    def _key(self, name: str, written: str, path: str) -> Key:
        if self._lower and "[]" not in path:
            name, written = name.lower(), written.lower()
        return Key(name, Text([""]), written="" if word(name) == name else written)

    def _is_opened(self, node: Mapping, path: str) -> bool:
        """Whether a map between braces is to be taken apart.

        Not one with comments, or with values over several lines.
        """
        if not node.flow or path not in self._opened or self._has_comments(node):
            return False
        return all(self._is_short(entry, path) for entry in node.entries)

    def _has_comments(self, node: Mapping) -> bool:
        spans = [span for entry in node.entries for span in (entry.key, entry.value)]
        starts = [*(span.start for span in spans), node.end]
        ends = [node.start, *(span.end for span in spans)]
        return any("#" in self._text[end:start] for end, start in zip(ends, starts, strict=True))

    def _is_short(self, entry: Entry, path: str) -> bool:
        value = entry.value
        if isinstance(value, Mapping) and self._is_opened(value, f"{path}.{entry.name.lower()}"):
            return True
        return "\n" not in self._text[value.start : value.end]

    def _flow(self, node: Mapping, path: str) -> Branch:
        """A map between braces, its keys each on a line of its own."""
        made = Branch()
        for entry in node.entries:
            if not isinstance(entry.key, Scalar):
                raise Unsure
            written = self._text[entry.key.start : entry.key.end]
            key, value = self._key(entry.name, written, f"{path}."), entry.value
            inner = f"{path}.{key.name}"
            if isinstance(value, Mapping) and self._is_opened(value, inner):
                key.value = self._flow(value, inner)
            else:
                key.value = Text([self._text[value.start : value.end]])
            made.keys.append(key)
        return made

    def _behind(self, offset: int, line: int) -> str:
        return comments.behind(self._text[offset : self._lines.end(line)]).strip()

    def _as_written(self, unit: _Unit) -> Text:
        node, until = unit.child.value, unit.last + unit.inside
        end = self._lines.end(unit.first)
        if until == unit.first + 1 and not is_block_scalar(node):
            behind = self._behind(max(node.end, unit.child.after), unit.first)
            start = unit.child.after
            written = self._text[start : max(node.end, start)].strip(" ")
            return Text([written], behind)
        first = self._text[unit.child.after : end].strip(" ")
        others = [self._lines[number] for number in range(unit.first + 1, until)]
        keeps = is_block_scalar(node)
        return Text([first, *(_moved(line, unit.column, keeps) for line in others)])


def _moved(line: str, column: int, keeps: bool) -> str:
    """A further line of a value, below its key; only in block scalars do blanks count."""
    if keeps or width(line) > column:
        return line[column:]
    return f"  {line.lstrip(' ')}" if line.strip(" ") else ""


def _relative(gap: list[GapLine], column: int) -> list[str]:
    return [" " * max(0, line.column - column) + line.text if line.text else "" for line in gap]
