"""How goccy/go-yaml groups tokens before it parses them.

What belongs together on one line is put together first: an anchor and its name, a tag and its
scalar, a key and its colon, a key and its scalar value.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from afr_content.composers.goccy_tokens import BLOCK_TEXT, PLAIN, QUOTES, SCALAR_TAGS, Token
from afr_content.errors import FrontMatterError, refused

_SCALARS: Final = frozenset({"&", "*", "|", ">", PLAIN, BLOCK_TEXT, *QUOTES})
_NO_KEYS: Final = frozenset({"%", "---", "...", ",", "{", ":", "}", "[", "-", "]"})
_FLOW: Final = frozenset({"{", "}", "[", "-"})


@dataclass(eq=False)
class Unit:
    """A token, or a group of units; `group` names it.

    `block`, `anchor`, `anchor-name`, `alias`, `tagged`, `key` (with its colon) or `pair` (a key
    with its value). A unit stands where its first token does.
    """

    first: Token
    group: str = ""
    parts: tuple[Unit, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of the first token."""
        return self.first.kind

    @property
    def line(self) -> int:
        """Where it stands."""
        return self.first.line

    @property
    def column(self) -> int:
        """Where it stands."""
        return self.first.column

    def is_scalar(self) -> bool:
        """Whether it may stand as a value behind a key, a tag or an anchor on the same line."""
        return self.group not in ("key", "pair") and self.kind in _SCALARS

    def is_key(self) -> bool:
        """Whether it is a key, with or without its value."""
        return self.group in ("key", "pair")


def group(tokens: list[Token]) -> list[Unit]:
    """The units of a text. Raises FrontMatterError."""
    units = [Unit(token) for token in tokens]
    for step in (_blocks, _anchors, _tags, _anchored_tags, _question_keys, _keys, _pairs):
        units = step(units)
    return units


def _made(name: str, *parts: Unit) -> Unit:
    return Unit(parts[0].first, name, parts)


def syntax_error(message: str, unit: Unit) -> FrontMatterError:
    """The exception for something wrong at a unit."""
    return refused("syntax", message, unit.first.start)


_Step = Callable[[list[Unit], int], tuple[Unit, int]]


def _walk(units: list[Unit], step: _Step) -> list[Unit]:
    """Put units together from left to right; a step gives a unit and how many it replaces."""
    made: list[Unit] = []
    at = 0
    while at < len(units):
        unit, count = step(units, at)
        made.append(unit)
        at += count
    return made


def _blocks(units: list[Unit]) -> list[Unit]:
    def step(units: list[Unit], at: int) -> tuple[Unit, int]:
        if units[at].kind not in ("|", ">"):
            return units[at], 1
        parts = units[at : at + 2]
        return _made("block", *parts), len(parts)

    return _walk(units, step)


def _anchors(units: list[Unit]) -> list[Unit]:
    def step(units: list[Unit], at: int) -> tuple[Unit, int]:
        unit = units[at]
        if unit.kind == "*" and not unit.group:
            if at + 1 == len(units):
                raise syntax_error("undefined alias name", unit)
            return _made("alias", unit, units[at + 1]), 2
        if unit.kind != "&" or unit.group:
            return unit, 1
        if at + 2 >= len(units):
            raise syntax_error("undefined anchor value", unit)
        name, value = _made("anchor-name", unit, units[at + 1]), units[at + 2]
        if value.line == unit.line:
            if value.kind == "-":
                raise syntax_error("sequence entries are not allowed after anchor", value)
            if value.is_scalar():
                return _made("anchor", name, value), 3
        return name, 2

    return _walk(units, step)


def _tags(units: list[Unit]) -> list[Unit]:
    def step(units: list[Unit], at: int) -> tuple[Unit, int]:
        tag = units[at]
        following = units[at + 1] if at + 1 < len(units) else None
        if tag.kind != "!" or following is None or following.line != tag.line:
            return tag, 1
        if following.group == "anchor-name" or not _takes(tag.first.text, following):
            return tag, 1
        return _made("tagged", tag, following), 2

    return _walk(units, step)


def _takes(tag: str, value: Unit) -> bool:
    """Whether a tag and what follows it on the line are put together."""
    if tag in SCALAR_TAGS:
        return value.is_scalar()
    if tag == "!!merge":
        if value.kind != "<<":
            raise syntax_error("could not find merge key", value)
        return True
    return not tag.startswith("!!") and value.kind not in _FLOW


def _anchored_tags(units: list[Unit]) -> list[Unit]:
    def step(units: list[Unit], at: int) -> tuple[Unit, int]:
        unit = units[at]
        if unit.group != "anchor-name":
            return unit, 1
        if at + 1 >= len(units):
            raise syntax_error("undefined anchor value", unit)
        value = units[at + 1]
        if value.line == unit.line and value.group == "tagged":
            return _made("anchor", unit, value), 2
        return unit, 1

    return _walk(units, step)


def _question_keys(units: list[Unit]) -> list[Unit]:
    def step(units: list[Unit], at: int) -> tuple[Unit, int]:
        unit = units[at]
        if unit.kind != "?" or unit.group:
            return unit, 1
        if at + 1 >= len(units):
            raise syntax_error("undefined map key", unit)
        return _made("key", unit, units[at + 1]), 2

    return _walk(units, step)


def _keys(units: list[Unit]) -> list[Unit]:
    made: list[Unit] = []
    before: Unit | None = None
    for unit in units:
        if unit.kind != ":" or unit.group:
            made.append(unit)
        elif before is None:
            raise syntax_error("unexpected key name", unit)
        elif before.kind in _NO_KEYS:
            raise syntax_error("found an invalid key for this map", unit)
        else:
            made[-1] = _made("key", before, unit)
        before = unit
    return made


def _pairs(units: list[Unit]) -> list[Unit]:
    def step(units: list[Unit], at: int) -> tuple[Unit, int]:
        key = units[at]
        value = units[at + 1] if at + 1 < len(units) else None
        if key.group != "key" or value is None or value.line != key.line:
            return key, 1
        if value.group == "anchor-name" or (value.kind == "!" and value.group != "tagged"):
            return key, 1
        if value.is_scalar() or (value.kind == "!" and value.group not in ("key", "pair")):
            return _made("pair", key, value), 2
        return key, 1

    return _walk(units, step)
