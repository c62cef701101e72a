"""JSON, read as Go's encoding/json does, with places. Every number is a float, as in Hugo."""

from __future__ import annotations

import json
import re
from typing import Final

from afr_content.composers import Reading, Readings
from afr_content.errors import FrontMatterError, refused
from afr_content.nodes import Entry, Mapping, Node, Scalar, Sequence
from afr_content.source import Span


def compose(text: str, matter: Span) -> Readings:
    """The reading of the JSON at `matter`, the same for every Hugo."""
    try:
        reading = Reading(_Parser(text, matter).document())
    except FrontMatterError as error:
        reading = Reading(None, error.error)
    except RecursionError:
        reading = Reading(None, refused("too-deep", "nested too deeply", matter.start).error)
    return Readings(reading, reading)


_BLANK: Final = re.compile(r"[ \t\r\n]*")
_STRING: Final = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"')
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_WORD: Final = re.compile(r"true|false|null")
_WORDS: Final = {"true": True, "false": False, "null": None}
# Half a surrogate pair, and bytes that are not UTF-8, become U+FFFD in Go.
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


class _Parser:
    def __init__(self, text: str, matter: Span) -> None:
        self._text = text
        self._at = matter.start
        self._end = matter.end

    def document(self) -> Node:
        node = self._value()
        self._blank()
        if self._at < self._end:
            raise self._unexpected("after top-level value")
        return node

    def _value(self) -> Node:
        self._blank()
        match self._text[self._at : self._at + 1]:
            case "{":
                return self._map()
            case "[":
                return self._list()
            case '"':
                return self._string()
        return self._literal()

    def _map(self) -> Mapping:
        start = self._at
        entries: list[Entry] = []
        while self._more("}", first=not entries):
            self._blank()
            if not self._text.startswith('"', self._at):
                raise self._unexpected("looking for beginning of object key string")
            key = self._string()
            self._blank()
            if not self._text.startswith(":", self._at):
                raise self._unexpected("after object key")
            self._at += 1
            entries.append(Entry(key, self._value()))
        return Mapping(start, self._at, tuple(entries), flow=True)

    def _list(self) -> Sequence:
        start = self._at
        items: list[Node] = []
        while self._more("]", first=not items):
            items.append(self._value())
        return Sequence(start, self._at, tuple(items), flow=True)

    def _more(self, closing: str, *, first: bool) -> bool:
        """Go on to the next element; false behind the closing bracket."""
        if first:
            self._at += 1
        self._blank()
        if self._text.startswith(closing, self._at):
            self._at += 1
            return False
        if not first:
            if not self._text.startswith(",", self._at):
                raise self._unexpected("after a value")
            self._at += 1
        return True

    def _string(self) -> Scalar:
        match = _STRING.match(self._text, self._at, self._end)
        if not match:
            raise self._unexpected("in string literal")
        start, self._at = match.span()
        value = _SURROGATE.sub("\ufffd", json.loads(match[0]))
        return Scalar(start, self._at, value, '"', value=value)

    def _literal(self) -> Scalar:
        if match := _WORD.match(self._text, self._at, self._end):
            value: object = _WORDS[match[0]]
        elif match := _NUMBER.match(self._text, self._at, self._end):
            value = float(match[0])
            if value in (float("inf"), float("-inf")):
                raise self._unexpected("number out of range")
        else:
            raise self._unexpected("looking for beginning of value")
        start, self._at = match.span()
        return Scalar(start, self._at, match[0], value=value)

    def _blank(self) -> None:
        match = _BLANK.match(self._text, self._at, self._end)
        self._at = match.end() if match else self._at

    def _unexpected(self, where: str) -> FrontMatterError:
        at = min(self._at, self._end)
        found = repr(self._text[at]) if at < self._end else "end"
        return refused("syntax", f"invalid character {found} {where}", at)
