"""What front matter consists of: scalars, sequences and mappings, each with its place.

One shape for YAML, TOML and JSON. Offsets count characters of the whole file's text.

A node's span is what is written, quotes and brackets included, and no more: YAML's tags and anchors
stand before it; trailing blanks, line ends and comments behind it. A block collection goes from its
first key or dash to the end of its last child. A value that is not written has no width and stands
right behind its colon, dash, tag or anchor. An alias is the node that it names, standing where the
alias is written, with `alias` set: such text is no value to edit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias


class _Untyped:
    """The value of a scalar whose type depends on who reads it (YAML)."""

    def __repr__(self) -> str:
        return "UNTYPED"


UNTYPED: Final = _Untyped()


class Scalar(NamedTuple):
    """A single value.

    `text` is what stands between the quotes, escapes undone; `style` is `""` for a plain scalar,
    else `"`, `'`, `|` or `>`, and `*` for an alias within the very node that it names; `tag` is an
    explicit YAML tag. TOML and JSON say themselves what type a value has: there, `value` holds it.
    """

    start: int
    end: int
    text: str
    style: str = ""
    tag: str | None = None
    value: object = UNTYPED
    alias: bool = False


class Sequence(NamedTuple):
    """A list."""

    start: int
    end: int
    items: tuple[Node, ...]
    flow: bool = False
    tag: str | None = None
    alias: bool = False


class Entry(NamedTuple):
    """A key with its value."""

    key: Node
    value: Node

    @property
    def name(self) -> str:
        """The key's text; empty for a key that is a list or a map."""
        return self.key.text if isinstance(self.key, Scalar) else ""


class Mapping(NamedTuple):
    """Keys with values, in the order they are written, duplicates included."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    flow: bool = False
    tag: str | None = None
    alias: bool = False

    def find(self, name: str) -> Entry | None:
        """The last entry of that name, letter case aside: the one Hugo takes."""
        lowered = name.lower()
        for entry in reversed(self.entries):
            key = entry.key
            if type(key) is Scalar and key.text.lower() == lowered:
                return entry
        return None


Node: TypeAlias = Scalar | Sequence | Mapping


def scalars(node: Node) -> Iterator[Scalar]:
    """Every scalar value below `node`, keys not included, in written order."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    else:
        for entry in node.entries:
            yield from scalars(entry.value)


def mappings(node: Node) -> Iterator[Mapping]:
    """`node` and everything below it that is a mapping, the outer ones first."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from mappings(item)
    elif isinstance(node, Mapping):
        yield node
        for entry in node.entries:
            yield from mappings(entry.value)
