"""The moves of a section, done on what Hugo reads: the data that its block must have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from afr_content.migration.blocks import MAPS, Each, Move, Put, Rewrite

Params = dict[str, Any]

_MISSING = object()


def copied(value: Any) -> Any:
    """A value that can be changed without changing the original."""
    if isinstance(value, dict):
        return {key: copied(inner) for key, inner in value.items()}
    return [copied(item) for item in value] if isinstance(value, list) else value


def at(params: Params, path: str) -> Any:
    """The value at a path; None when there is none."""
    found = _at(params, path)
    return None if found is _MISSING else found


def _at(params: Params, path: str) -> Any:
    value: Any = params
    for name in path.split("."):
        if not isinstance(value, dict) or name not in value:
            return _MISSING
        value = value[name]
    return value


def take(params: Params, path: str) -> Any:
    """Take out the value at a path, which must be there."""
    *outer, name = path.split(".")
    for part in outer:
        params = params[part]
    return params.pop(name)


def put(params: Params, path: str, value: Any) -> bool:
    """Put a value at a path, making maps on the way; False when something is in the way."""
    *outer, name = path.split(".")
    for part in outer:
        if params.get(part) in (None, {}):
            params[part] = {}
        params = params[part]
        if not isinstance(params, dict):
            return False
    if name in params:
        return False
    params[name] = value
    return True


def move(params: Params, moves: tuple[Move, ...]) -> None:
    """Move keys; one whose new place is taken stays."""
    for source, target, only in moves:
        value = _at(params, source)
        if value is _MISSING or (isinstance(value, dict) and target.startswith(f"{source}.")):
            continue
        if only and (isinstance(value, bool) or value not in only):
            continue
        taken = take(params, source)
        if not put(params, target, taken):
            put(params, source, taken)


def move_in_items(params: Params, each: Each) -> None:
    """Move keys within each item of a list."""
    items = at(params, each.path)
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            move(item, each.moves)


def write(params: Params, puts: tuple[Put, ...]) -> None:
    """Write out what was a default."""
    for path, value, always in puts:
        if always or at(params, path) in (None, ""):
            if _at(params, path) is not _MISSING:
                take(params, path)
            put(params, path, value)


def said(words: Mapping[Any, str], value: Any) -> str | None:
    """The word for a value; a switch is no number."""
    is_word = isinstance(value, int | str) and not isinstance(value, bool)
    return words.get(value) if is_word else None


def rewrite(params: Params, rewrites: tuple[Rewrite, ...]) -> None:
    """Say things in other words."""
    for path, values, _ in rewrites:
        written = said(values, at(params, path))
        if written is not None:
            take(params, path)
            put(params, path, written)


def prune(params: Params) -> None:
    """Leave out maps that say nothing."""
    for path in MAPS:
        if _at(params, path) in (None, {}):
            take(params, path)
