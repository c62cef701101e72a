"""Front matter as keys with their lines and comments: what can be moved and is then written again.

Lines have no indentation but what they stand deeper than the key they belong to, so that a key can
be put anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, TypeAlias

STEP: Final = 2


@dataclass
class Text:
    """A value that moves as it is written.

    The first line stands behind the key's colon, the others below the key. `comment` is what
    stands behind a value of a single line.
    """

    lines: list[str]
    comment: str = ""

    @property
    def written(self) -> str:
        """The value, where it is written on a single line."""
        return self.lines[0] if len(self.lines) == 1 else ""

    @property
    def inner_comments(self) -> list[str]:
        """The comments on the lines below the first."""
        return [line.strip() for line in self.lines[1:] if line.strip()[:1] == "#"]

    @property
    def is_nothing(self) -> bool:
        """Whether no value is written, or an empty map."""
        others = [line for line in self.lines[1:] if line.strip()]
        return self.lines[0] in ("", "{}") and len(others) == len(self.inner_comments)


@dataclass
class Key:
    """A key with its value.

    `written` is how its name stands in the file, where that is no plain word. `above` are the
    comments and blank lines before it, `below` commented-out lines behind it;
    `behind` is a comment on the line of a key whose value stands below.
    """

    name: str
    value: Value
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    behind: str = ""
    written: str = ""

    def comments(self) -> list[str]:
        """Every comment in and around it, when the key itself goes."""
        behind = [self.behind] if self.behind else []
        if isinstance(self.value, Text):
            behind += [self.value.comment] if self.value.comment else []
            behind += self.value.inner_comments
        elif isinstance(self.value, Branch):
            behind += self.value.tail
        return [*self.above, *behind, *self.below]

    def as_comments(self) -> list[str]:
        """The key as a comment, with the comments around it."""
        bare = Key(self.name, self.value, behind=self.behind, written=self.written)
        return [*self.above, *commented(lines_of(Branch([bare]))), *self.below]


@dataclass
class Branch:
    """A map; `tail` are the comments behind its last key."""

    keys: list[Key] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)

    def find(self, name: str) -> Key | None:
        """The key of that name; the last one, which Hugo takes."""
        return next((key for key in reversed(self.keys) if key.name == name), None)

    def at(self, path: str) -> Key | None:
        """The key at a path such as `design.background.image`."""
        *outer, name = path.split(".")
        branch: Branch | None = self
        for part in outer:
            branch = branch.inside(part) if branch else None
        return branch.find(name) if branch else None

    def inside(self, name: str) -> Branch | None:
        """The map that a key holds."""
        key = self.find(name)
        return key.value if key and isinstance(key.value, Branch) else None

    def take(self, path: str) -> Key | None:
        """The key at a path, taken out."""
        *outer, name = path.split(".")
        branch: Branch | None = self
        for part in outer:
            branch = branch.inside(part) if branch else None
        key = branch.find(name) if branch else None
        if branch and key:
            branch.keys = [other for other in branch.keys if other is not key]
        return key

    def put(self, path: str, key: Key) -> bool:
        """Put a key at a path, making maps on the way; False when something is in the way.

        A map joins one that is there already.
        """
        *outer, name = path.split(".")
        branch = self
        for part in outer:
            inner = branch.find(part)
            if inner is None or (isinstance(inner.value, Text) and inner.value.is_nothing):
                branch = branch._open(part, inner)
            elif isinstance(inner.value, Branch):
                branch = inner.value
            else:
                return False
        if branch.find(name):
            return False
        key.name, key.written = name, ""
        branch.keys.append(key)
        return True

    def drop(self, path: str) -> None:
        """Take out a key and leave its comments where it was."""
        outer, _, _ = path.rpartition(".")
        holder = self.at(outer) if outer else None
        branch = holder.value if holder else self
        key = self.at(path)
        if key is None or not isinstance(branch, Branch):
            return
        place = branch.keys.index(key)
        del branch.keys[place]
        if place < len(branch.keys):
            branch.keys[place].above = key.comments() + branch.keys[place].above
        else:
            branch.tail = key.comments() + branch.tail

    def close_up(self) -> None:
        """Leave out blank lines where no comment stands."""
        for key in self.keys:
            key.above = _without_outer_blanks(key.above)
            if isinstance(key.value, Branch):
                key.value.close_up()
            elif isinstance(key.value, Items) and key.value.items:
                first = key.value.items[0]
                first.above = _without_outer_blanks(first.above)
        self.tail = _without_outer_blanks(self.tail)

    def _open(self, name: str, empty: Key | None) -> Branch:
        made = Branch()
        if empty is None:
            self.keys.append(Key(name, made))
        else:
            if isinstance(empty.value, Text):
                empty.behind, made.tail = empty.value.comment, empty.value.inner_comments
            empty.value = made
        return made


@dataclass
class Item:
    """An item of a list: a map, or a value as it is written."""

    value: Branch | Text
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


@dataclass
class Items:
    """A list that is written by lines."""

    items: list[Item] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)


Value: TypeAlias = Text | Branch | Items


def lines_of(branch: Branch, column: int = 0) -> list[str]:
    """The lines of a map whose keys stand at `column`."""
    made: list[str] = []
    for key in branch.keys:
        made += indented(key.above, column)
        made += _lines_of_key(key, column)
        made += indented(key.below, column)
    return made + indented(branch.tail, column)


def _lines_of_key(key: Key, column: int) -> list[str]:
    head = f"{' ' * column}{key.written or key.name}:"
    if isinstance(key.value, Text):
        return _lines_of_text(head, key.value, column)
    head += f"  {key.behind}" if key.behind else ""
    if isinstance(key.value, Branch):
        return [head, *lines_of(key.value, column + STEP)]
    return [head, *_lines_of_items(key.value, column + STEP)]


def _lines_of_text(head: str, text: Text, column: int) -> list[str]:
    first, *others = text.lines
    behind = f"  {text.comment}" if text.comment else ""
    return [f"{head} {first}".rstrip(" ") + behind, *indented(others, column)]


def _lines_of_items(items: Items, column: int) -> list[str]:
    made: list[str] = []
    for item in items.items:
        made += indented(item.above, column)
        made += _lines_of_item(item, column)
        made += indented(item.below, column)
    return made + indented(items.tail, column)


def _lines_of_item(item: Item, column: int) -> list[str]:
    if isinstance(item.value, Text):
        return _lines_of_text(f"{' ' * column}-", item.value, column)
    inner = lines_of(item.value, column + STEP)
    first = next(n for n, line in enumerate(inner) if line.lstrip()[:1] not in ("", "#"))
    before = [line[STEP:] for line in inner[:first]]
    return [*before, f"{' ' * column}- {inner[first][column + STEP :]}", *inner[first + 1 :]]


def _without_outer_blanks(lines: list[str]) -> list[str]:
    first = next((place for place, line in enumerate(lines) if line), len(lines))
    return lines[first:]


def lines_of_item(branch: Branch) -> list[str]:
    """The lines of a list whose only item is a map, closed up."""
    branch.close_up()
    return _lines_of_item(Item(branch), 0)


def indented(lines: Iterable[str], column: int) -> list[str]:
    """The lines moved to a column; empty ones stay empty."""
    return [" " * column + line if line else "" for line in lines]


def commented(lines: Iterable[str]) -> list[str]:
    """The lines as comments."""
    return [f"# {line}" if line else "#" for line in lines]
