"""The keys that templates read, as a tree, with what is done to the value of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple


class How(Enum):
    """What a template does with a value; `picked` is what `where` does to choose pages."""

    PRINTED = "printed"
    TESTED = "tested"
    COMPARED = "compared"
    PICKED = "picked"
    DEFAULTED = "default"
    LOOKED_INTO = "map"
    RANGED = "ranged"
    DELIMITED = "delimited"
    INDEXED = "indexed"
    INTERSECTED = "intersected"
    COUNTED = "counted"
    POSITION = "position"
    CAST = "cast"
    COUNT = "count"
    CALCULATED = "calculated"
    TEXT = "text"
    DATE = "date"


STOPS_AT_NOTHING = frozenset({How.COUNTED, How.DELIMITED})
"""What stops the build where there is no value: `len` and `delimit` of nothing."""


class Use(NamedTuple):
    """One thing that is done with a value.

    `certain` tells that it is done whatever else the front matter says; `guarded` that it is done
    only where there is a value. `value` is what it is compared with, or what stands in for it.
    """

    how: How
    certain: bool
    guarded: bool
    value: object = None


@dataclass(eq=False, repr=False)
class Key:
    """A key, and what is read below it: `below` for a map, `item` for the items of a list.

    `is_open` tells that the value is handed whole to something that cannot be followed: then any
    key may be read below it. Names are in lower case, but for those within lists, where letter
    case matters to Hugo.
    """

    name: str = ""
    parent: Key | None = None
    in_list: bool = False
    below: dict[str, Key] = field(default_factory=dict)
    item: Key | None = None
    uses: set[Use] = field(default_factory=set)
    is_open: bool = False
    is_section: bool = False
    """Whether it is the top of the keys of the section that a widget shows."""

    def __repr__(self) -> str:
        return f"<Key {'.'.join(self.path)}>"

    @property
    def top(self) -> Key:
        """The front matter that the key is in."""
        *_, top = self.lineage
        return top

    def child(self, name: str) -> Key:
        """The key of that name below, there from now on."""
        name = name if self.in_list else name.lower()
        if name not in self.below:
            self.below[name] = Key(name, self, self.in_list)
        return self.below[name]

    def items(self) -> Key:
        """What each item of the list is, there from now on."""
        if self.item is None:
            self.item = Key("", self, in_list=True)
        return self.item

    @property
    def path(self) -> tuple[str, ...]:
        """The names from the front matter's top to this key, lists left out."""
        above = self.parent.path if self.parent else ()
        return (*above, self.name) if self.name else above

    @property
    def lineage(self) -> Iterator[Key]:
        """The key and those that it stands in."""
        key: Key | None = self
        while key:
            yield key
            key = key.parent

    def walk(self) -> Iterator[Key]:
        """Every key below that has a name, the outer ones first."""
        for key in (*self.below.values(), *((self.item,) if self.item else ())):
            if key.name:
                yield key
            yield from key.walk()

    def merge(self, other: Key) -> None:
        """Take over what is read in another tree."""
        self.uses |= other.uses
        self.is_open = self.is_open or other.is_open
        for name, key in other.below.items():
            self.child(name).merge(key)
        if other.item:
            self.items().merge(other.item)
