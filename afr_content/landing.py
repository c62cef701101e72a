"""The blocks of a landing page: which there are, and where in its front matter each is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from afr_content.nodes import Entry, Mapping, Node, Scalar, Sequence
from afr_content.source import Span

SECTIONS = "sections"
DEFAULT = "markdown"
"""What an item of `sections` is that names no block."""


class Block(NamedTuple):
    """An item of `sections`; `item` is its place in that list, counted from 0.

    `name` is its `block` in lower case, as the theme looks for it; `id` is what it says itself;
    `span` goes from its first key to its last value. `is_demo` blocks are hidden, unless the site
    is built as a demo.
    """

    item: int
    name: str
    id: str
    span: Span
    is_demo: bool = False

    def __str__(self) -> str:
        return f"{SECTIONS}[{self.item}] · {self.name.strip()}"

    @property
    def anchor(self) -> str:
        """The id that the theme gives it in the page."""
        return self.id or f"section-{self.name.replace('.', '-')}"


def blocks_of(root: Mapping | None) -> Iterator[tuple[Block, Mapping]]:
    """The blocks of a page's front matter from top to bottom, each with what it says."""
    entry = root.find(SECTIONS) if root else None
    items = entry.value.items if entry and isinstance(entry.value, Sequence) else ()
    for index, item in enumerate(items):
        if isinstance(item, Mapping):
            yield _block(index, item), item


def _block(index: int, item: Mapping) -> Block:
    return Block(
        item=index,
        name=text_in(item, "block").lower() or DEFAULT,
        id=text_in(item, "id"),
        span=Span(item.start, item.end),
        is_demo=text_in(item, "demo") not in ("", "false", "False", "FALSE", "0", "null", "~"),
    )


def block_around(blocks: Iterable[Block], offset: int) -> Block | None:
    """The block that a place in the text is in."""
    return next((block for block in blocks if block.span.start <= offset <= block.span.end), None)


def text_in(item: Mapping, *names: str) -> str:
    """The text at a place within an item of a list; empty when there is none."""
    entry = entry_in(item, *names)
    return entry.value.text if entry and isinstance(entry.value, Scalar) else ""


def entry_in(item: Mapping, *names: str) -> Entry | None:
    """The entry at a place within an item of a list, where letter case counts."""
    found: Entry | None = None
    node: Node = item
    for name in names:
        inner = node.entries if isinstance(node, Mapping) else ()
        found = next((entry for entry in reversed(inner) if entry.name == name), None)
        if found is None:
            return None
        node = found.value
    return found
