"""Markdown within front matter: the texts of a landing page's blocks.

They are read as bodies are, and every place in them is known in the file: behind the quotes,
escapes and indentation that YAML, TOML or JSON have them in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from afr_content.bodies.mention import Mention
from afr_content.bodies.scan import mentions
from afr_content.landing import blocks_of, entry_in
from afr_content.nodes import UNTYPED, Mapping, Node, Scalar, Sequence
from afr_content.source import Span

_MARKDOWN = frozenset({"title", "subtitle", "text", "description", "content", "name", "label"})
"""The keys whose texts the theme's templates render."""
_BLANKS = " \t\r\n"
_MAY_MENTION = re.compile(r"[\[<]|{{")


class Embedded(NamedTuple):
    """A text as Hugo reads it, and where in the file each of its characters begins and ends."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def written(self, span: Span) -> Span:
        """Where a part of the text is in the file."""
        start = self.starts[span.start] if span.start < len(self.text) else self.ends[-1]
        return Span(start, self.ends[span.end - 1] if span.end > span.start else start)

    def read(self, span: Span) -> Span:
        """Which part of the text a place in the file is."""
        return Span(bisect_left(self.starts, span.start), bisect_left(self.ends, span.end) + 1)

    def holds(self, span: Span) -> bool:
        """Whether a place in the file is within the text."""
        return self.starts[0] <= span.start and span.end <= self.ends[-1]

    def mentions(self) -> Iterator[Mention]:
        """What the text mentions, at its places in the file."""
        for found in mentions(self.text, 0):
            arguments = (a._replace(span=self.written(a.span)) for a in found.arguments)
            yield found._replace(span=self.written(found.span), arguments=tuple(arguments))


def embedded(source: str, root: Mapping | None) -> Iterator[Embedded]:
    """The texts of all blocks, from top to bottom; one that an alias stands for is left out."""
    for _, block in blocks_of(root):
        content = entry_in(block, "content")
        for scalar in _texts(content.value) if content else ():
            found = _aligned(source, scalar)
            if found:
                yield found


def embedded_mentions(source: str, root: Mapping | None) -> Iterator[Mention]:
    """What the texts of all blocks mention, in order of place."""
    for text in embedded(source, root):
        if _MAY_MENTION.search(text.text):
            yield from text.mentions()


def _texts(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Sequence):
        for item in node.items:
            if not isinstance(item, Scalar):
                yield from _texts(item)
    elif isinstance(node, Mapping) and not node.alias:
        for entry in node.entries:
            if not isinstance(entry.value, Scalar):
                yield from _texts(entry.value)
            elif entry.name in _MARKDOWN and entry.value.text and not entry.value.alias:
                yield entry.value


class _Unit(NamedTuple):
    """What is written for one character."""

    char: str
    start: int
    end: int


def _aligned(source: str, scalar: Scalar) -> Embedded | None:
    """The text with its places: what is not blank stands in the file in the same order.

    None for what is written in a way that is not known here.
    """
    units = (unit for unit in _units(source, scalar) if unit.char not in _BLANKS)
    starts, ends = [], []
    behind = scalar.start
    for char in scalar.text:
        unit = _Unit(char, behind, behind) if char in _BLANKS else next(units, None)
        if unit is None or unit.char != char:
            return None
        starts.append(unit.start)
        ends.append(unit.end)
        behind = unit.end
    return Embedded(scalar.text, tuple(starts), tuple(ends)) if starts else None


def _units(source: str, scalar: Scalar) -> Iterator[_Unit]:
    """The characters that are written, without quotes; a block's begin behind its first line."""
    start, end = scalar.start, scalar.end
    mark = source[start : start + 1]
    if scalar.style in ("|", ">"):
        start = source.find("\n", start, end) + 1 or end
        return _plain(source, start, end, "")
    if mark not in ('"', "'"):
        return _plain(source, start, end, "")
    width = 3 if source.startswith(mark * 3, start) and scalar.value is not UNTYPED else 1
    inner = (start + width, end - width)
    if mark == '"':
        return _escaped(source, *inner)
    return _plain(source, *inner, "'" if scalar.value is UNTYPED else "")


def _plain(source: str, start: int, end: int, doubled: str) -> Iterator[_Unit]:
    """Characters that stand for themselves; `doubled` is written twice."""
    at = start
    while at < end:
        width = 2 if doubled and source.startswith(doubled * 2, at) else 1
        yield _Unit(source[at], at, at + width)
        at += width


_ESCAPE = re.compile(
    r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r?\n[ \t]*|.)", re.DOTALL
)
_MEANINGS = {
    "0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t",
    "v": "\v", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def _escaped(source: str, start: int, end: int) -> Iterator[_Unit]:
    """Characters of which some are written with a backslash; one before a line end joins lines."""
    at = start
    while at < end:
        escape = _ESCAPE.match(source, at, end) if source[at] == "\\" else None
        if escape is None:
            yield _Unit(source[at], at, at + 1)
        elif not escape[0][1:].isspace() or escape[0] in ("\\ ", "\\\t"):
            yield _Unit(_meaning(escape[0][1:]), at, escape.end())
        at = escape.end() if escape else at + 1


def _meaning(written: str) -> str:
    if written[0] in "xuU" and len(written) > 1:
        return chr(int(written[1:], 16))
    return _MEANINGS.get(written, written)
