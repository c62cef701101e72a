"""A bound for what aliases multiply."""

from __future__ import annotations

from typing import Final

from afr_content.errors import refused
from afr_content.nodes import Mapping, Node, Sequence

MAX_NODES: Final = 100_000


def refuse_excess(root: Node) -> None:
    """Raises FrontMatterError for a tree that amounts to too many nodes, aliases followed."""
    if _size(root, {}) > MAX_NODES:
        raise refused("alias", "excessive aliasing", root.start)


def _size(node: Node, known: dict[int, int]) -> int:
    """How many nodes there are; the parts that aliases share are counted once."""
    if isinstance(node, Sequence):
        parts: tuple[Node, ...] = node.items
        identity = id(node.items)
    elif isinstance(node, Mapping):
        parts = tuple(part for entry in node.entries for part in entry)
        identity = id(node.entries)
    else:
        return 1
    if identity not in known or not parts:
        known[identity] = 1 + sum(_size(part, known) for part in parts)
    return known[identity]
