"""From PyYAML's nodes to ours: spans of what is written, aliases put in their place."""

from __future__ import annotations

import re
from typing import Final

import yaml

from afr_content.composers.excess import refuse_excess
from afr_content.nodes import Entry, Mapping, Node, Scalar, Sequence
from afr_content.source import Span
from afr_content.tags import NON_SPECIFIC

# The composer marks untagged nodes with these, in place of a resolved tag.
PLAIN: Final = "plain"
QUOTED: Final = "quoted"

_BLANK: Final = r"(?:[\s\ufeff]|(?<![^\s])#[^\r\n]*)*"
_PROPERTIES: Final = re.compile(rf"(?:(?:&[^\s,\[\]{{}}]+|!<[^>]*>|![^\s,\[\]{{}}]*){_BLANK})+")
_ALIAS: Final = re.compile(
    r"(?:[\s\ufeff:,?\-\[{]|(?<!\S)#[^\r\n]*|[&!][^\s,\[\]{}]*)*(?P<alias>\*[^\s,\[\]{}]+)"
)
_EMPTY: Final = re.compile(rf"{_BLANK}[:?-]")
_PROPERTY: Final = ("&", "!")
_LONE_MARK: Final = re.compile(r"!(?!\S)")
_COMMENT: Final = re.compile(r"(?<=\s)#[^\r\n]*")
_ODD_LINE: Final = re.compile(r"[\n\r] *-|[\n\r] +[\n\r]")
_HEADER: Final = re.compile(r"[|>][-+0-9]*")


def convert(node: yaml.Node, text: str, matter: Span) -> tuple[Node, bool]:
    """Our node for the root of a document that stands at `matter`.

    Also says whether there is what goccy/go-yaml reads in its own way: anchors, aliases and tags,
    `[key: value]`, and plain text on several lines that is in a flow collection, goes on with a
    dash or has a line of blanks.
    Raises FrontMatterError for what is too large.
    """
    converter = _Converter(text, matter)
    root = converter.convert(node, matter.start)
    if converter.aliased:
        refuse_excess(root)
    return root, converter.odd


class _Converter:
    def __init__(self, text: str, matter: Span) -> None:
        self._text = text
        self._base = matter.start
        self._end = matter.end
        self._done: dict[int, Node] = {}
        self._open: set[int] = set()
        self.odd = False
        self.aliased = False
        self._flow = False
        self._aliases = "*" in text[matter.start : matter.end]

    def convert(self, node: yaml.Node, after: int) -> Node:
        """Our node for PyYAML's; `after` is where what stands before it ends."""
        if not self._aliases:
            return self._convert(node, after)
        if id(node) in self._open:
            span = self._alias_span(after)
            return Scalar(*span, self._text[span.start : span.end], "*", alias=True)
        known = self._done.get(id(node))
        if known is None:
            known = self._done[id(node)] = self._convert(node, after)
            return known
        start, end = self._alias_span(after)
        return known._replace(start=start, end=end, alias=True)

    def _alias_span(self, after: int) -> Span:
        self.odd = self.aliased = True
        match = _ALIAS.match(self._text, after, self._end)
        return Span(*match.span("alias")) if match else Span(after, after)

    def _convert(self, node: yaml.Node, after: int) -> Node:
        start = self._base + node.start_mark.index
        end = self._base + node.end_mark.index
        tag = None if node.tag in (PLAIN, QUOTED) else node.tag
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, start, end, after, tag)
        if self._text[start : start + 1] in _PROPERTY:
            self.odd = True
            properties = _PROPERTIES.match(self._text, start, self._end)
            start = properties.end() if properties else start
        self._open.add(id(node))
        outer, flow = self._flow, bool(getattr(node, "flow_style", False))
        self._flow = outer or flow
        made: Node
        if isinstance(node, yaml.SequenceNode):
            items = self._items(node.value, start)
            made = Sequence(start, end if flow or not items else items[-1].end, items, flow, tag)
        else:
            entries = self._entries(node.value, start)
            braces = flow and self._text.startswith("{", start)  # none around `[key: value]`
            self.odd = self.odd or flow != braces
            written = end if braces or not entries else entries[-1].value.end
            made = Mapping(start, written, entries, flow, tag)
        self._open.remove(id(node))
        self._flow = outer
        return made

    def _items(self, nodes: list[yaml.Node], after: int) -> tuple[Node, ...]:
        items: list[Node] = []
        for node in nodes:
            items.append(self.convert(node, after))
            after = items[-1].end
        return tuple(items)

    def _entries(self, pairs: list[tuple[yaml.Node, yaml.Node]], after: int) -> tuple[Entry, ...]:
        entries: list[Entry] = []
        for key, value in pairs:
            ours = self.convert(key, after)
            entries.append(Entry(ours, self.convert(value, ours.end)))
            after = entries[-1].value.end
        return tuple(entries)

    def _scalar(
        self, node: yaml.ScalarNode, start: int, end: int, after: int, tag: str | None
    ) -> Scalar:
        style = node.style or ""
        if self._text[start : start + 1] in _PROPERTY:
            start, end, tag = self._properties(start, end, tag)
        elif not style and start == end:
            # Nothing is written: libyaml puts it where the next token begins.
            empty = _EMPTY.match(self._text, after, self._end)
            start = end = empty.end() if empty else after
        if style in ("|", ">"):
            end = self._block_end(start, end)
        elif not style and node.start_mark.line != node.end_mark.line:
            self.odd = self.odd or self._flow or bool(_ODD_LINE.search(self._text, start, end))
        return Scalar(start, end, node.value, style, tag)

    def _properties(self, start: int, end: int, tag: str | None) -> tuple[int, int, str | None]:
        """The span behind a scalar's tag and anchor, and its tag."""
        self.odd = True
        match = _PROPERTIES.match(self._text, start, self._end)
        if not match:
            return start, end, tag
        written = _COMMENT.sub("", match[0]).rstrip()
        if tag is None and _LONE_MARK.search(written):
            tag = NON_SPECIFIC
        behind = match.end()
        if behind >= end:  # no value
            behind = end = start + len(written)
        return behind, end, tag

    def _block_end(self, start: int, end: int) -> int:
        header = _HEADER.match(self._text, start, end)
        written = start + len(self._text[start:end].rstrip())
        if header and "\n" not in self._text[start:written]:
            return header.end()
        return written
