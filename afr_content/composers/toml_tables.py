"""TOML's tables while they are being filled, by headers, dotted keys and assignments."""

from __future__ import annotations

from typing import TypeAlias

from afr_content.errors import refused
from afr_content.nodes import Entry, Mapping, Node, Scalar, Sequence

Item: TypeAlias = "Scalar | ListItem | Table"


class ListItem:
    """A list of values (`[1, 2]`) or of tables (`[[name]]`)."""

    def __init__(self, start: int, *, of_tables: bool = False) -> None:
        self.start = start
        self.end = start
        self.items: list[Item] = []
        self.of_tables = of_tables

    def freeze(self) -> Sequence:
        """The finished node."""
        items = tuple(freeze(item) for item in self.items)
        end = items[-1].end if self.of_tables else self.end
        return Sequence(self.start, end, items, flow=not self.of_tables)


class Table:
    """A table.

    `closed` tables take no more keys from headers or dotted keys: inline tables, and those that
    keys filled. `defined` says that a header of its own has opened the table.
    """

    def __init__(self, start: int, *, inline: bool = False) -> None:
        self.start = start
        self.end = start
        self.entries: dict[str, tuple[Scalar, Item]] = {}
        self.inline = inline
        self.closed = False
        self.defined = False
        self.dotted = False

    def open(self, path: list[Scalar], start: int, end: int, *, listed: bool) -> Table:
        """The table that a header names. Raises FrontMatterError."""
        table = self
        for part in path[:-1]:
            table = table._step(part, start)
        last = path[-1]
        found = table.entries.get(last.text)
        if listed:
            return table._append(last, found[1] if found else None, start, end)
        made = found[1] if found else table._add(last, Table(start))
        if not isinstance(made, Table) or made.defined or made.closed or made.dotted:
            raise refused("duplicate-key", f"table {last.text} already exists", last.start)
        made.defined = True
        made.end = max(made.end, end)
        return made

    def _append(self, name: Scalar, found: Item | None, start: int, end: int) -> Table:
        if found is None:
            found = ListItem(start, of_tables=True)
            self.entries[name.text] = name, found
        if not isinstance(found, ListItem) or not found.of_tables:
            raise refused("duplicate-key", f"key {name.text} already exists", name.start)
        table = Table(start)
        table.defined = True
        table.end = end
        found.items.append(table)
        return table

    def _add(self, name: Scalar, table: Table) -> Table:
        self.entries[name.text] = name, table
        return table

    def _step(self, part: Scalar, start: int) -> Table:
        found = self.entries.get(part.text)
        if not found:
            return self._add(part, Table(start))
        item = found[1]
        if isinstance(item, ListItem) and item.of_tables:
            item = item.items[-1]
        if not isinstance(item, Table) or item.closed:
            raise refused("duplicate-key", f"key {part.text} already exists", part.start)
        return item

    def assign(self, path: list[Scalar], value: Item) -> None:
        """Take `path = value`. Raises FrontMatterError when the key is taken."""
        table = self
        for part in path[:-1]:
            found = table.entries.get(part.text)
            following = found[1] if found else table._add(part, Table(part.start))
            if not isinstance(following, Table) or following.closed or following.defined:
                raise refused("duplicate-key", f"key {part.text} already exists", part.start)
            following.dotted = True
            following.end = value.end
            table = following
        last = path[-1]
        if last.text in table.entries:
            raise refused("duplicate-key", f"key {last.text} is already defined", last.start)
        table.entries[last.text] = last, value
        table.end = self.end = value.end

    def freeze(self) -> Mapping:
        """The finished node."""
        entries = tuple(Entry(key, freeze(item)) for key, item in self.entries.values())
        end = self.end if self.inline else max((self.end, *(entry.value.end for entry in entries)))
        return Mapping(self.start, end, entries, flow=self.inline)


def freeze(item: Item) -> Node:
    """The finished node for a value."""
    return item if isinstance(item, Scalar) else item.freeze()
