"""From nodes to the values that templates see, one reader for each of Hugo's YAML libraries."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Final, TypeAlias

from afr_content.errors import refused
from afr_content.nodes import UNTYPED, Entry, Mapping, Node, Scalar, Sequence
from afr_content.plain import go_text, resolve_new, resolve_old
from afr_content.tags import CORE, new_tagged, old_tagged

_MERGE: Final = "<<"

Value: TypeAlias = Any  # None, bool, int, float, str, datetime, list or dict


class Reader(ABC):
    """Reads one document. Every method raises FrontMatterError for what Hugo refuses."""

    def params(self, root: Node) -> dict[str, Any]:
        """The front matter, keys in lower case; inside lists, keys stay as written."""
        if not isinstance(root, Mapping):
            raise refused("not-a-mapping", "front matter is no mapping", root.start)
        return lower_keys(self.mapping(root, top=True))

    def value(self, node: Node) -> Value:
        """What a value means: None, bool, int, float, str, datetime, list or dict."""
        if isinstance(node, Scalar):
            return self.scalar(node)
        if isinstance(node, Sequence):
            return [self.value(item) for item in node.items]
        return self.mapping(node)

    @abstractmethod
    def scalar(self, scalar: Scalar) -> Value:
        """What a single value means."""

    @abstractmethod
    def mapping(self, mapping: Mapping, *, top: bool = False) -> dict[str, Any]:
        """A map, its keys as written; `top` for the outermost."""


def lower_keys(values: dict[str, Any]) -> dict[str, Any]:
    """Keys in lower case, also in maps within maps, but not in lists (Hugo's PrepareParams)."""
    return {
        _lower(key): lower_keys(value) if isinstance(value, dict) else value
        for key, value in values.items()
    }


def _lower(key: str) -> str:
    """Lower case as Go makes it: each character by itself, one for one."""
    if key.isascii():
        return key.lower()
    return "".join(character.lower()[:1] for character in key)


def is_merge(key: Node) -> bool:
    """Whether the key is YAML's `<<`."""
    return (
        isinstance(key, Scalar)
        and key.text == _MERGE
        and not key.style
        and key.tag in (None, f"{CORE}merge")
    )


class OldReader(Reader):
    """Hugo up to 0.151: gopkg.in/yaml.v2.

    Of equal keys the last one counts. `<<` counts where it stands: it overrides the keys before it.
    """

    def __init__(self) -> None:
        self._decoded = 1
        self._aliased = 0
        self._within_alias = 0

    def params(self, root: Node) -> dict[str, Any]:
        """See Reader."""
        if isinstance(root, Scalar) and self.scalar(root) is None:
            return {}
        return super().params(root)

    def value(self, node: Node) -> Value:
        """See Reader."""
        if node.alias:
            return self._alias(node)
        self._count(node)
        return super().value(node)

    def scalar(self, scalar: Scalar) -> Value:
        """See Reader."""
        if scalar.value is not UNTYPED:
            return scalar.value
        if scalar.style == "*":
            raise refused("alias", "anchor value contains itself", scalar.start)
        if scalar.tag is not None:
            return old_tagged(scalar)
        return scalar.text if scalar.style else resolve_old(scalar.text)

    def mapping(self, mapping: Mapping, *, top: bool = False) -> dict[str, Any]:
        """See Reader."""
        values: dict[str, Any] = {}
        for entry in mapping.entries:
            if is_merge(entry.key):
                self._merge(entry, values, top=top)
            else:
                key = self._top_key(entry.key) if top else self._key(entry.key)
                values.pop(key, None)  # the later one stands behind: it decides letter case, too
                values[key] = self.value(entry.value)
        return values

    def _alias(self, node: Node) -> Value:
        self._count(node)
        self._within_alias += 1
        value = self.value(node._replace(alias=False))
        self._within_alias -= 1
        return value

    def _count(self, node: Node) -> None:
        """yaml.v2 refuses a document of which nearly all comes out of aliases."""
        self._decoded += 1
        if self._within_alias:
            self._aliased += 1
            many = self._aliased > 100 and self._decoded > 1000
            if many and self._aliased > 0.99 * self._decoded:
                raise refused("alias", "document contains excessive aliasing", node.start)

    def _top_key(self, key: Node) -> str:
        """At the top, keys are read as text: `yes:` is `yes`, and no key is the empty one."""
        value = self._key_value(key)
        if value is None:
            return ""
        assert isinstance(key, Scalar)
        return str(value) if key.tag == f"{CORE}binary" else key.text

    def _key(self, key: Node) -> str:
        value = self._key_value(key)
        return "" if value is None else go_text(value, shortest=False)

    def _key_value(self, key: Node) -> object:
        if not isinstance(key, Scalar):
            raise refused("key", "a list or a map cannot be a key", key.start)
        return self.value(key)

    def _merge(self, entry: Entry, values: dict[str, Any], *, top: bool) -> None:
        sources = [entry.value]
        if isinstance(entry.value, Sequence) and not entry.value.alias:
            sources = list(reversed(entry.value.items))
        for source in sources:
            if not isinstance(source, Mapping):
                message = "map merge requires map or sequence of maps as the value"
                raise refused("merge", message, source.start)
            self._count(source)
            values.update(self.mapping(source, top=top))


class NewReader(Reader):
    """Hugo from 0.152 on: goccy/go-yaml.

    Equal keys are refused. `<<` counts where it stands: it overrides the keys before it, and in a
    list of maps the later ones override the earlier ones.
    """

    def params(self, root: Node) -> dict[str, Any]:
        """See Reader."""
        if root.tag:
            raise refused("not-a-mapping", "tag was used where mapping is expected", root.start)
        return super().params(root)

    def scalar(self, scalar: Scalar) -> Value:
        """See Reader."""
        if scalar.value is not UNTYPED:
            return scalar.value
        if scalar.style == "*":
            return None
        if scalar.tag is not None:
            return new_tagged(scalar)
        return scalar.text if scalar.style else resolve_new(scalar.text)

    def mapping(self, mapping: Mapping, *, top: bool = False) -> dict[str, Any]:
        """See Reader."""
        refuse_duplicates(mapping)
        values: dict[str, Any] = {}
        own: set[str] = set()
        for entry in mapping.entries:
            if is_merge(entry.key):
                values |= self._merged(entry, top=top)
                continue
            key = self._key(entry.key, top=top)
            if top and key in own and _is_yaml(entry.key):
                raise refused("duplicate-key", f'duplicate key "{key}"', entry.key.start)
            own.add(key)
            values[key] = self.value(entry.value)
        return values

    def _key(self, key: Node, *, top: bool) -> str:
        if not isinstance(key, Scalar):
            raise refused("key", "a list or a map cannot be a key", key.start)
        value = self.scalar(key)
        if value is None:
            return "" if top else "null"
        if top and key.tag == f"{CORE}binary":
            return bytes(value).decode("utf-8", "surrogateescape")
        return go_text(value)

    def _merged(self, entry: Entry, *, top: bool) -> dict[str, Any]:
        if entry.value.tag:
            raise refused("merge", "a map is expected here, not a tag", entry.value.start)
        sources: tuple[Node, ...] = (entry.value,)
        if listed := isinstance(entry.value, Sequence) and not entry.value.alias:
            sources = entry.value.items
        values: dict[str, Any] = {}
        for source in sources:
            if not isinstance(source, Mapping) or source.tag:
                raise refused("merge", "a map is expected here", source.start)
            found = self.mapping(source, top=top)
            if top and listed and (twice := found.keys() & values.keys()):
                raise refused("duplicate-key", f'duplicate key "{min(twice)}"', source.start)
            values |= found
        return values


def _is_yaml(key: Node) -> bool:
    return not isinstance(key, Scalar) or key.value is UNTYPED


def refuse_duplicates(mapping: Mapping) -> None:
    """Raises FrontMatterError at the second of two keys that are written alike."""
    entries = mapping.entries
    if entries and not _is_yaml(entries[0].key):
        return  # JSON: the last one counts
    names = {entry.name for entry in entries}
    if len(names) == len(entries):
        return
    seen: set[str] = set()
    for entry in entries:
        if entry.key.end == entry.value.start == entry.value.end:
            continue  # `{a, a: 1}`: a key alone is not checked
        if entry.name in seen:
            message = f'mapping key "{entry.name}" already defined'
            raise refused("duplicate-key", message, entry.key.start)
        seen.add(entry.name)


# How many lists and maps Hugo from 0.152 on allows at one depth, by the size of the YAML in KiB.
_COLLECTION_LIMITS: Final = ((2, 100), (10, 5000), (float("inf"), 10_000))


def refuse_many_collections(values: dict[str, Value], size: int, offset: int) -> None:
    """Raises FrontMatterError for more lists and maps than Hugo from 0.152 on allows.

    It means to bound what aliases multiply, but counts every list and map; `size` is that of the
    YAML in bytes, `offset` is for the error.
    """
    limit = next(limit for kibibytes, limit in _COLLECTION_LIMITS if size // 1024 < kibibytes)
    level: list[Value] = [values]
    while level:
        if len(level) > limit:
            raise refused("too-many", "too many YAML aliases for non-scalar nodes", offset)
        inner = (item.values() if isinstance(item, dict) else item for item in level)
        level = [value for part in inner for value in part if isinstance(value, dict | list)]
