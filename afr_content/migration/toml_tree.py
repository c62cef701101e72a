"""The tree of front matter that is TOML, its values written as YAML."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Any, Final, NamedTuple

from afr_content.frontmatter import Document
from afr_content.migration.texts import literal, quoted, word
from afr_content.migration.tree import Branch, Item, Items, Key, Text, Value
from afr_content.nodes import Entry, Mapping, Node, Scalar, Sequence

_INDENTED_QUOTES: Final = re.compile(r"\n[ \t]+\Z")


def read_toml(document: Document, *, lower: bool = False) -> Branch:
    """The tree of a document that parses; each comment stands at the key that it stood at.

    With `lower` keys get the lower case that Hugo gives them, which it does not do within lists.
    """
    if document.fences is None or document.mapping is None:
        return Branch()
    reading = _Reading(document.text)
    made = reading.branch(document.mapping, lower=lower)
    reading.place_comments(*document.fences.matter, made)
    return made


class _Spot(NamedTuple):
    """Where a key or an item is written."""

    start: int
    end: int
    of: Key | Item


class _Reading:
    def __init__(self, text: str) -> None:
        self._text = text
        self._spots: list[_Spot] = []

    def branch(self, mapping: Mapping, *, lower: bool = False) -> Branch:
        """A table."""
        return Branch([self._key(entry, lower) for entry in mapping.entries])

    def _key(self, entry: Entry, lower: bool) -> Key:
        node = entry.value
        name = entry.name.lower() if lower else entry.name
        key = Key(name, Text([""]), written=word(name))
        is_leaf = isinstance(node, Scalar) or (node.flow and not self._is_list_of_lines(node))
        self._spots.append(_Spot(entry.key.start, node.end if is_leaf else entry.key.end, key))
        key.value = self._value(node, lower)
        return key

    def _is_list_of_lines(self, node: Node) -> bool:
        """Whether a list between brackets holds comments, or goes over lines."""
        written = self._text[node.start : node.end]
        return isinstance(node, Sequence) and "\n" in written and bool(node.items)

    def _value(self, node: Node, lower: bool) -> Value:
        if isinstance(node, Scalar):
            return written(node)
        if isinstance(node, Mapping):
            return Text([_flow(node)]) if node.flow else self.branch(node, lower=lower)
        if node.flow and not self._is_list_of_lines(node):
            return Text([_flow(node)])
        return Items([self._item(item) for item in node.items])

    def _item(self, node: Node) -> Item:
        item = Item(Text([""]))
        is_leaf = isinstance(node, Scalar) or node.flow
        self._spots.append(_Spot(node.start, node.end if is_leaf else node.start, item))
        item.value = (
            self.branch(node) if isinstance(node, Mapping) and not is_leaf else self._leaf(node)
        )
        return item

    def _leaf(self, node: Node) -> Text:
        return written(node) if isinstance(node, Scalar) else Text([_flow(node)])

    def place_comments(self, start: int, end: int, root: Branch) -> None:
        """Give each comment to the key on its line, or to the next one below."""
        done, before = start - 1, None  # the line end behind the opening fence
        for spot in sorted(self._spots, key=lambda spot: spot.start):
            behind, above = self._gap(done, spot.start)
            _put_behind(before, behind)
            spot.of.above = above
            done, before = max(done, spot.end), spot.of
        behind, last = self._gap(done, end)
        _put_behind(before, behind)
        if isinstance(before, Key):
            before.below = last
        else:
            root.tail = last

    def _gap(self, start: int, end: int) -> tuple[str, list[str]]:
        """The comment on the first line of a gap, and the comments and blank lines below it."""
        first, *others = self._text[start:end].split("\n") if start < end else [""]
        hash_ = first.find("#")
        found = [line.strip() for line in others]
        above = [line for line in found[:-1] if line[:1] in ("", "#")]
        above += [line for line in found[-1:] if line[:1] == "#"]
        return first[hash_:].strip() if hash_ >= 0 else "", above


def _put_behind(before: Key | Item | None, comment: str) -> None:
    """Put a comment on the line of a key or item; where the value has no room for it, above."""
    if not comment or before is None:
        return
    if isinstance(before.value, Text) and before.value.written:
        before.value.comment = comment
    elif isinstance(before, Key) and not isinstance(before.value, Text):
        before.behind = comment
    else:
        before.above = [*before.above, comment]


def written(node: Scalar) -> Text:
    """A value as YAML."""
    value = untyped(node.value)
    if isinstance(value, str) and "\n" in value.rstrip("\n"):
        return literal(value) or quoted(value)
    return Text([_scalar(value)])


def _scalar(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return _float(value)
        case date() | time():
            return quoted(value.isoformat()).lines[0]
        case _:
            return quoted(str(value)).lines[0]


def _float(value: float) -> str:
    if value != value:
        return ".nan"
    if value in (float("inf"), float("-inf")):
        return ".inf" if value > 0 else "-.inf"
    text = repr(value)
    return text if "." in text else text.replace("e", ".0e")


def _flow(node: Node) -> str:
    if isinstance(node, Scalar):
        return _scalar(node.value)
    if isinstance(node, Sequence):
        return f"[{', '.join(map(_flow, node.items))}]"
    inner = (f"{quoted(entry.name).lines[0]}: {_flow(entry.value)}" for entry in node.entries)
    return f"{{{', '.join(inner)}}}"


def untyped(value: Any) -> Any:
    """What Hugo reads, as it will of the YAML: times are texts, empty tables nothing.

    The blanks before closing quotes on a line of their own are no part of a text any more.
    """
    match value:
        case dict():
            return {name: untyped(inner) for name, inner in value.items()} or None
        case list():
            return [untyped(item) for item in value]
        case date() | time():
            return value.isoformat()
        case str():
            return _INDENTED_QUOTES.sub("\n", value)
        case _:
            return value
