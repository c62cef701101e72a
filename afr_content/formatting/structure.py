"""Where the keys, the dashes and the ends of what they hold stand in the text."""

from __future__ import annotations

import re
from typing import Final, NamedTuple, TypeGuard

from afr_content.formatting import blocks
from afr_content.formatting.errors import Unsure
from afr_content.formatting.lines import Lines
from afr_content.formatting.scalars import tidy_quotes
from afr_content.nodes import Entry, Mapping, Node, Scalar, Sequence

_COLON: Final = re.compile(r"[ \t]*:(?=[ \t\r\n]|$)")
_DASH: Final = re.compile(r"(?:[ \t]+|\r?\n|#[^\n]*)*(?P<dash>-)(?=[ \t\r\n]|$)")

PROPERTIES: Final = re.compile(r"[ \t]*([&!][^\s,\[\]{}]*(?:[ \t]+[&!][^\s,\[\]{}]*)*)")


class Child(NamedTuple):
    """A key with its value, or a dash with its item.

    `head` is the key with its colon, or the dash, and ends at `after`. What is not to be taken
    apart has no head: a key that is no simple text, or that has a tag, an anchor or `? `.
    """

    start: int
    after: int
    head: str
    value: Node
    name: str = ""


class Place(NamedTuple):
    """Where a child stands.

    `old` and `new` are its columns; `first` is its first line, `last` the line behind its value,
    and `until` the line behind the comments that belong inside it.
    """

    old: int
    new: int
    first: int
    last: int
    until: int


class Structure:
    """The block collections of a front matter, each with its children."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._text = lines.text
        self._children: dict[int, list[Child]] = {}

    def children(self, node: Sequence | Mapping) -> list[Child]:
        """The children of a block collection. Raises Unsure when they are not found."""
        known = self._children.get(id(node))
        if known is None:
            if isinstance(node, Mapping):
                known = [self._key(entry) for entry in node.entries]
            else:
                known = self._dashes(node)
            self._children[id(node)] = known
        return known

    def _key(self, entry: Entry) -> Child:
        key, value = entry
        text = self._text
        line_start = self._lines.start(self._lines.at(key.start))
        before = text[line_start : key.start]
        colon = _COLON.match(text, key.end)
        simple = isinstance(key, Scalar) and not key.alias and self._is_simple(key)
        if not simple or not colon or before.strip(" \t-"):
            start = line_start + len(before) - len(before.lstrip(" \t-"))
            if value.start == value.end:
                value = Scalar(key.end, key.end, "")
            return Child(start, key.end, "", value, entry.name)
        head = tidy_quotes(text[key.start : key.end]) + ":"
        after = colon.end()
        return Child(key.start, after, head, self._placed(value, after), entry.name)

    def _is_simple(self, key: Scalar) -> bool:
        return key.start < key.end and "\n" not in self._text[key.start : key.end]

    def _dashes(self, node: Sequence) -> list[Child]:
        made: list[Child] = []
        done = node.start
        for item in node.items:
            match = _DASH.match(self._text, done)
            if not match:
                raise Unsure
            value = self._placed(item, match.end())
            made.append(Child(match.start("dash"), match.end(), "-", value))
            done = value.end
        return made

    def _placed(self, value: Node, after: int) -> Node:
        """The value; one that is not written stands behind its colon or dash, tag and anchor."""
        if value.start < value.end:
            return value
        properties = PROPERTIES.match(self._text, after)
        place = properties.end() if properties else after
        return Scalar(place, place, "")

    def line_behind(self, child: Child) -> int:
        """The number of the line behind a child's value."""
        node, column = child.value, self._lines.column(child.start)
        while is_block(node):
            inner = self.children(node)[-1]
            node, column = inner.value, self._lines.column(inner.start)
            child = inner
        if isinstance(node, Scalar) and node.style in ("|", ">") and not node.alias:
            scalar = blocks.read(self._lines, node.start, column)
            if not scalar:
                raise Unsure
            return scalar.following
        return self._lines.at(max(node.end, child.after)) + 1


def is_block(node: Node) -> TypeGuard[Sequence | Mapping]:
    """Whether a node is a mapping or list that is written by lines."""
    return not isinstance(node, Scalar) and not node.flow and not node.alias
