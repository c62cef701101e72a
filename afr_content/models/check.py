"""Front matter against its model: what is written that the templates cannot use.

A mapping is first brought into the model's shape (keys in the model's spelling, empty values left
out, as templates treat them as missing), then Pydantic judges the values. Every issue carries the
entry it speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from afr_content.hugo import Dialect, resolve, value_of
from afr_content.models.base import FrontMatterModel, ModelKey, find_key, keys_of, other_key
from afr_content.models.types import Kind
from afr_content.nodes import UNTYPED, Entry, Mapping, Node, Scalar, Sequence
from afr_content.reading import is_merge
from afr_content.theme import ThemeVersion

Path = tuple[str | int, ...]


class UnknownKey(NamedTuple):
    """A key that no field of the model it stands in has."""

    path: Path
    entry: Entry
    model: type[FrontMatterModel]
    siblings: Mapping


class UnreadKey(NamedTuple):
    """A key that the model knows and that this version of the theme does not read."""

    path: Path
    entry: Entry
    key: ModelKey


class BadValue(NamedTuple):
    """A value that the templates cannot use as it is.

    `expected` is what to write instead, in words; `kind` what the key takes, if it is a single
    value; `found` the value as Hugo reads it.
    """

    path: Path
    node: Node
    key: ModelKey | None
    expected: str
    found: Any
    kind: Kind | None = None


class MissingKey(NamedTuple):
    """A key without which the templates fail or show nothing; `parent` is what lacks it."""

    path: Path
    parent: Node
    key: ModelKey


Issue = UnknownKey | UnreadKey | BadValue | MissingKey


def check(
    model: type[FrontMatterModel],
    mapping: Mapping,
    *,
    theme: ThemeVersion | None,
    dialect: Dialect,
) -> Iterator[Issue]:
    """What the model says against a mapping, read as a Hugo of that dialect reads it."""
    shape = _Shaper(model, theme, dialect)
    data = shape.mapping(model, mapping, (), in_list=False)
    yield from shape.issues
    try:
        model.model_validate(data, context={"theme": theme})
    except ValidationError as error:
        for details in error.errors(include_url=False, include_input=False):
            yield shape.issue(details)


@dataclass
class _Shaper:
    model: type[FrontMatterModel]
    theme: ThemeVersion | None
    dialect: Dialect
    issues: list[Issue] = field(default_factory=list)
    nodes: dict[Path, Node] = field(default_factory=dict)
    keys: dict[Path, ModelKey] = field(default_factory=dict)
    models: dict[Path, type[FrontMatterModel]] = field(default_factory=dict)
    strict: set[Path] = field(default_factory=set)

    def mapping(
        self, model: type[FrontMatterModel], mapping: Mapping, path: Path, *, in_list: bool
    ) -> dict[str, Any]:
        model = model.variant(mapping)
        self.nodes[path], self.models[path] = mapping, model
        if model.maps_need_keys:
            self.strict.add(path)
        data: dict[str, Any] = {}
        for entry in with_merged(mapping):
            name = entry.name
            known = find_key(model, name, in_list=in_list)
            key = known or other_key(model, name)
            here = (*path, key.name if key else name)
            if known is None and not model.others_count:
                self.issues.append(UnknownKey(here, entry, model, mapping))
            if key is None:
                continue
            if self.theme not in key.facts.versions or key.facts.unread:
                self.issues.append(UnreadKey(here, entry, key))
            else:
                self.keys[here] = key
                value = self._value(key, entry.value, here, in_list=in_list)
                is_left_out = value == [] and model.empty_lists_are_left_out and _is_text(key)
                data[key.name] = None if is_left_out else value
        return {
            name: value
            for name, value in data.items()
            if value is not None or model.empty_counts or self._needs_keys((*path, name))
        }

    def _needs_keys(self, path: Path) -> bool:
        """Whether a map is looked into even if there is nothing in it."""
        key = self.keys[path]
        if not self.strict or key.model is None or key.is_list or key.facts.asked_first:
            return False
        return any(path[:length] in self.strict for length in range(len(path)))

    def _value(self, key: ModelKey, node: Node, path: Path, *, in_list: bool) -> Any:
        self.nodes[path] = node
        if isinstance(node, Scalar):
            return self._scalar(node)
        if key.model is None:
            return value_of(node, self.dialect, lower=not in_list)
        if key.is_list and isinstance(node, Sequence):
            return [
                self._item(key.model, item, (*path, index)) for index, item in enumerate(node.items)
            ]
        if isinstance(node, Mapping) and not key.is_list:
            return self.mapping(key.model, node, path, in_list=in_list)
        return value_of(node, self.dialect)

    def _scalar(self, node: Scalar) -> Any:
        """What a single value means; nearly all are plain or in quotes, without a tag."""
        if node.value is not UNTYPED or node.tag is not None or node.style == "*":
            return value_of(node, self.dialect)
        return node.text if node.style else resolve(node.text, self.dialect)

    def _item(self, model: type[FrontMatterModel], node: Node, path: Path) -> Any:
        self.nodes[path] = node
        if isinstance(node, Mapping):
            return self.mapping(model, node, path, in_list=True)
        return value_of(node, self.dialect)

    def issue(self, details: ErrorDetails) -> Issue:
        """Pydantic's finding as ours."""
        path = details["loc"]
        if details["type"] == "missing":
            key = keys_of(self.models[path[:-1]])[str(path[-1]).lower()]
            return MissingKey(path, self._node_at(path), key)
        node = self._node_at(path)
        kind = details.get("ctx", {}).get("kind")
        expected = kind.for_theme(self.theme).expected if kind else _STRUCTURES[details["type"]]
        key_there = self.keys.get(self._key_path(path))
        return BadValue(path, node, key_there, expected, value_of(node, self.dialect), kind)

    def _node_at(self, path: Path) -> Node:
        """What is written at a place, or around it when nothing is."""
        while path not in self.nodes:
            path = path[:-1]
        return self.nodes[path]

    @staticmethod
    def _key_path(path: Path) -> Path:
        """The path without the list index at its end."""
        return path[:-1] if path and isinstance(path[-1], int) else path


def _is_text(key: ModelKey) -> bool:
    names = {kind.name for kind in key.field.metadata if isinstance(kind, Kind)}
    return not names.isdisjoint(("text", "word", "address"))


def with_merged(mapping: Mapping) -> Iterator[Entry]:
    """The entries that count: those which `<<` brings in, then the mapping's own, which win."""
    merges = [entry for entry in mapping.entries if is_merge(entry.key)]
    for entry in merges:
        sources = entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
        for source in reversed(sources):
            if isinstance(source, Mapping):
                yield from with_merged(source)
    if merges:
        yield from (entry for entry in mapping.entries if not is_merge(entry.key))
    else:
        yield from mapping.entries


_STRUCTURES = {
    "list_type": "a list of maps (`- key: value`)",
    "model_type": "a map (keys indented below)",
    "model_attributes_type": "a map (keys indented below)",
    "dict_type": "a map (keys indented below)",
}
