"""The moves of a section, done on its lines: what `values` does on what Hugo reads."""

from __future__ import annotations

import re
from typing import Any, Final

from afr_content.frontmatter import parse_data
from afr_content.hugo import Dialect, value_of
from afr_content.migration.blocks import MAPS, Each, Move, Put, Rewrite
from afr_content.migration.texts import quoted
from afr_content.migration.tree import Branch, Items, Key, Text
from afr_content.migration.values import said

_BLANKS: Final = re.compile(r"[ \t]$")


def read_written(written: str) -> Any:
    """What Hugo up to 0.151 reads of something that is written."""
    root = parse_data(written, "yaml").root
    return value_of(root, Dialect.OLD) if root is not None else None


def typed(key: Key | None) -> Any:
    """What Hugo reads of a key's value; None for what is no single value on one line."""
    written = key.value.written if key and isinstance(key.value, Text) else ""
    return read_written(written) if written else None


def move(branch: Branch, moves: tuple[Move, ...]) -> None:
    """Move keys; one whose new place is taken stays."""
    for source, target, only in moves:
        key = branch.at(source)
        if key is None or (isinstance(key.value, Branch) and target.startswith(f"{source}.")):
            continue
        value = typed(key) if only else None
        if only and (isinstance(value, bool) or value not in only):
            continue
        name = key.name
        branch.take(source)
        if not branch.put(target, key):
            key.name = name
            branch.put(source, key)


def move_in_items(branch: Branch, each: Each) -> None:
    """Move keys within each item of a list."""
    key = branch.at(each.path)
    for item in key.value.items if key and isinstance(key.value, Items) else ():
        if isinstance(item.value, Branch):
            move(item.value, each.moves)


def write(branch: Branch, puts: tuple[Put, ...]) -> None:
    """Write out what was a default."""
    for put in puts:
        key = branch.at(put.path)
        if key is None:
            branch.put(put.path, Key("", Text([put.written])))
        elif isinstance(key.value, Text) and (put.always or typed(key) in (None, "")):
            key.value = Text([put.written], key.value.comment)


def rewrite(branch: Branch, rewrites: tuple[Rewrite, ...]) -> list[Rewrite]:
    """Say things in other words; comes back with those that were."""
    made = []
    for step in rewrites:
        key = branch.at(step.path)
        written = said(step.values, typed(key))
        if key and isinstance(key.value, Text) and written is not None:
            key.value = Text([written], key.value.comment)
            made.append(step)
    return made


def prune(branch: Branch) -> None:
    """Leave out maps that say nothing; their comments stay."""
    for path in MAPS:
        key = branch.at(path)
        if key is None:
            continue
        if _says_nothing(key):
            branch.drop(path)


def quote_blanks(branch: Branch) -> None:
    """Put texts with blanks at the end of a line between quotes, all on one line."""
    for key in branch.keys:
        if isinstance(key.value, Branch):
            quote_blanks(key.value)
        elif isinstance(key.value, Items):
            for item in key.value.items:
                if isinstance(item.value, Branch):
                    quote_blanks(item.value)
        elif any(_BLANKS.search(line) for line in key.value.lines):
            read = read_written("\n".join([f"x: {key.value.lines[0]}", *key.value.lines[1:], ""]))
            text = read["x"] if isinstance(read, dict) else None
            key.value = quoted(text) if isinstance(text, str) else key.value


def _says_nothing(key: Key) -> bool:
    if isinstance(key.value, Branch):
        return not key.value.keys
    if isinstance(key.value, Items):
        return False
    is_null = len(key.value.lines) == 1 and typed(key) in (None, {})
    return key.value.is_nothing or is_null
