"""What of a section has no place in a block: it stays as a comment."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from afr_content.migration import texts
from afr_content.migration.blocks import GONE, Move
from afr_content.migration.draft import Draft
from afr_content.migration.tree import Branch, Key, Text, commented, lines_of

WORDS: Final = ("title", "subtitle", "text")
"""What every block shows, in that order, below `content`."""

_LOOK: Final = ("columns", "background", "spacing", "clip_path", "css_class", "css_style")
_SHARED: Final = ("widget", "title", "subtitle", "design", "advanced")
_BLOCK: Final = ("widget", "content", "design")


class Left(NamedTuple):
    """Comment lines, and the paths of the keys in them."""

    lines: list[str]
    paths: list[str]


def take_gone(draft: Draft, *, is_active: bool) -> list[str]:
    """Take out the keys that say nothing in a block; what is left are their comments.

    A key with a comment behind it becomes one with it, and so does what switches a section off.
    """
    lines: list[str] = []
    for name in [name for name in draft.names() if name in GONE]:
        key = draft.take(name)
        if key:
            is_said = name == "active" and not is_active
            has_comment = isinstance(key.value, Text) and key.value.comment
            lines += key.as_comments() if is_said or has_comment else [*key.above, *key.below]
    return lines


def take_rest(draft: Draft, widget: str) -> Left:
    """Take out what only the widget shows: all but the words and the look of all sections."""
    rest, paths = Branch(), []
    for name in draft.names():
        if name not in _SHARED and (key := draft.take(name)):
            rest.keys.append(key)
            paths.append(name)
    design = draft.tree.inside("design")
    for name in [key.name for key in design.keys] if design else []:
        if name not in _LOOK and (key := draft.take(f"design.{name}")):
            rest.put(f"design.{name}", key)
            paths.append(f"design.{name}")
    return Left(_as_comment(rest, widget) if paths else [], paths)


def _as_comment(rest: Branch, widget: str) -> list[str]:
    rest.keys.insert(0, Key("block", Text([texts.word(widget)])))
    rest.close_up()
    head = f"# There is no block `{widget}`: what follows is not shown."
    return [head, *commented(lines_of(rest))]


def make_room(draft: Draft, moves: Iterable[Move]) -> Left:
    """Take out what no widget reads and the block would."""
    paths = [f"content.{name}" for name in WORDS]
    for source, target, _ in moves:
        if draft.has(source) and not target.startswith(f"{source}."):
            paths.append(target)
    left = Left([], [])
    for path in paths:
        outer, _, name = path.rpartition(".")
        if key := draft.take(path):
            inside = Key(outer, Branch([Key(name, key.value, below=key.below)]), key.above)
            left.lines.extend(inside.as_comments())
            left.paths.append(path)
    return left


def take_unread(draft: Draft) -> Left:
    """Take out the keys that no block reads."""
    left = Left([], [])
    for name in draft.names():
        if name not in _BLOCK and (key := draft.take(name)):
            left.lines.extend(key.as_comments())
            left.paths.append(name)
    return left
