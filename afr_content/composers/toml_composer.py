"""TOML, read as Hugo's library (pelletier/go-toml v2) does, with places.

Hugo 0.168 reads TOML 1.1 (line ends and a last comma in inline tables, times without seconds,
`\\xHH`); older Hugos read TOML 1.0. Both take `\\e`.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Final

from afr_content.composers import Reading, Readings
from afr_content.composers.toml_tables import Item, ListItem, Table
from afr_content.errors import FrontMatterError, refused
from afr_content.nodes import Scalar
from afr_content.source import Span


def compose(text: str, matter: Span) -> Readings:
    """Both readings of the TOML at `matter`."""
    old = _read(text, matter, newer=False)
    differ = old.error or ":60" in text[matter.start : matter.end]
    return Readings(old, _read(text, matter, newer=True) if differ else old)


def _read(text: str, matter: Span, *, newer: bool) -> Reading:
    try:
        table = _Parser(text, matter, newer=newer).document()
        return Reading(table.freeze() if table.entries else None)
    except FrontMatterError as error:
        return Reading(None, error.error)
    except RecursionError:
        return Reading(None, refused("too-deep", "nested too deeply", matter.start).error)


_BLANK: Final = re.compile(r"[ \t]*")
_BLANK_LINES: Final = re.compile(r"(?:[ \t]|\r?\n|#[^\x00-\x08\x0a-\x1f\x7f]*(?=\r?\n|\Z))*")
_LINE_END: Final = re.compile(r"[ \t]*(?:#[^\x00-\x08\x0a-\x1f\x7f]*)?(?:\r?\n|\Z)")
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
_STRINGS: Final = tuple(
    (quote, re.compile(pattern, re.DOTALL))
    for quote, pattern in (
        ('"""', r'"""(?:\r?\n)?(?P<text>(?:\\.|"{1,2}(?!")|[^"\\])*?(?:"{0,2}(?="""(?!"))))"""'),
        ("'''", r"'''(?:\r?\n)?(?P<text>(?:'{1,2}(?!')|[^'])*?(?:'{0,2}(?='''(?!'))))'''"),
        ('"', r'"(?P<text>(?:\\.|[^"\\\r\n])*)"'),
        ("'", r"'(?P<text>[^'\r\n]*)'"),
    )
)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]|\r(?!\n)")
_ESCAPE: Final = re.compile(
    r"\\(?:(?P<plain>[btnfre\"\\])|x(?P<x>[0-9a-fA-F]{2})|u(?P<u>[0-9a-fA-F]{4})"
    r"|U(?P<U>[0-9a-fA-F]{8})|(?P<fold>[ \t]*\r?\n[ \t\r\n]*)|(?P<bad>.?))",
    re.DOTALL,
)
_ESCAPED: Final = dict(zip('btnfre"\\', '\b\t\n\f\r\x1b"\\', strict=True))
_VALUE: Final = re.compile(r"[^\s,\]}#=]+(?: [0-9]{2}:[^\s,\]}#]*)?")
_INT: Final = re.compile(
    r"(?:[-+]?(?:0|[1-9](?:_?[0-9])*)|0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0o[0-7](?:_?[0-7])*"
    r"|0b[01](?:_?[01])*)"
)
_FLOAT: Final = re.compile(
    r"[-+]?(?:(?:0|[1-9](?:_?[0-9])*)(?:\.[0-9](?:_?[0-9])*)?(?:[eE][-+]?[0-9](?:_?[0-9])*)?"
    r"|inf|nan)"
)
_DATE: Final = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})?(?:(?P<t>[Tt ])?"
    r"(?P<time>[0-9]{2}:[0-9]{2}(?P<seconds>:[0-9]{2}(?:\.(?P<fraction>[0-9]+))?)?)"
    r"(?P<zone>[Zz]|[-+][0-9]{2}:[0-9]{2})?)?"
)


class _Parser:
    def __init__(self, text: str, matter: Span, *, newer: bool) -> None:
        self._text = text[: matter.end]
        self._at = matter.start
        self._end = matter.end
        self._newer = newer

    def document(self) -> Table:
        root = Table(self._at)
        current = root
        while True:
            self._skip(_BLANK_LINES)
            if self._at >= self._end:
                return root
            if self._next("["):
                current = self._header(root)
            else:
                self._assign(current)
            if not self._skip(_LINE_END):
                raise self._unexpected("expected newline")

    def _header(self, root: Table) -> Table:
        start = self._at
        listed = self._next("[[")
        self._at += 2 if listed else 1
        path = self._key()
        if not self._next("]]" if listed else "]"):
            raise self._unexpected("expected `]`")
        self._at += 2 if listed else 1
        return root.open(path, start, self._at, listed=listed)

    def _assign(self, table: Table) -> None:
        path = self._key()
        if not self._next("="):
            raise self._unexpected("expected `=`")
        self._at += 1
        self._skip(_BLANK)
        table.assign(path, self._value())

    def _key(self) -> list[Scalar]:
        parts: list[Scalar] = []
        while True:
            self._skip(_BLANK)
            parts.append(self._key_part())
            self._skip(_BLANK)
            if not self._next("."):
                return parts
            self._at += 1

    def _key_part(self) -> Scalar:
        if self._next('"') or self._next("'"):
            part = self._string()
            if part.style in ('"""', "'''"):
                raise refused("syntax", "invalid character at start of key", part.start)
            return part
        start = self._at
        if not self._skip(_BARE_KEY):
            raise self._unexpected("invalid character at start of key")
        name = self._text[start : self._at]
        return Scalar(start, self._at, name, value=name)

    def _value(self) -> Item:
        if self._next("["):
            return self._list()
        if self._next("{"):
            return self._inline_table()
        if self._next('"') or self._next("'"):
            return self._string()
        match = _VALUE.match(self._text, self._at)
        if not match:
            raise self._unexpected("unexpected character at start of value")
        scalar = Scalar(match.start(), match.end(), match[0], value=self._simple(match[0]))
        self._at = match.end()
        return scalar

    def _list(self) -> ListItem:
        made = ListItem(self._at)
        self._at += 1
        while True:
            self._skip(_BLANK_LINES)
            if self._next("]"):
                break
            made.items.append(self._value())
            self._skip(_BLANK_LINES)
            if not self._next(","):
                if not self._next("]"):
                    raise self._unexpected("expected `,` or `]`")
                break
            self._at += 1
        self._at += 1
        made.end = self._at
        return made

    def _inline_table(self) -> Table:
        table = Table(self._at, inline=True)
        gap = _BLANK_LINES if self._newer else _BLANK
        self._at += 1
        while True:
            self._skip(gap)
            if self._next("}") and (self._newer or not table.entries):
                break
            self._assign(table)
            self._skip(gap)
            if not self._next(","):
                if not self._next("}"):
                    raise self._unexpected("expected `,` or `}`")
                break
            self._at += 1
        self._at += 1
        table.end = self._at
        table.closed = True
        return table

    def _string(self) -> Scalar:
        for quote, pattern in _STRINGS:
            if self._next(quote):
                match = pattern.match(self._text, self._at)
                if not match:
                    raise self._unexpected("unterminated string")
                if bad := _CONTROL.search(match[0]):
                    offset = match.start() + bad.start()
                    raise refused("character", "control character in a string", offset)
                start, self._at = match.span()
                text = match["text"]
                value = self._unescape(text, match.start("text"), quote) if '"' in quote else text
                return Scalar(start, self._at, value, quote, value=value)
        raise self._unexpected("expected a string")

    def _unescape(self, text: str, start: int, quote: str) -> str:
        def escaped(match: re.Match[str]) -> str:
            if plain := match["plain"]:
                return _ESCAPED[plain]
            if match["fold"] and quote == '"""':
                return ""
            digits = match["u"] or match["U"] or (match["x"] if self._newer else None)
            number = int(digits, 16) if digits else 0x110000
            if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
                raise refused("syntax", "invalid escape", start + match.start())
            return chr(number)

        return _ESCAPE.sub(escaped, text) if "\\" in text else text

    def _simple(self, text: str) -> object:
        if text in ("true", "false"):
            return text == "true"
        if _INT.fullmatch(text):
            number = int(text.replace("_", ""), 0)
            if not -(2**63) <= number < 2**63:
                raise self._unexpected("number out of range")
            return number
        if _FLOAT.fullmatch(text):
            return float(text.replace("_", ""))
        return self._moment(text)

    def _moment(self, text: str) -> object:
        match = _DATE.fullmatch(text)
        if not match or (match["time"] and bool(match["date"]) != bool(match["t"])):
            raise self._unexpected("incomplete value")
        if match["time"] and not match["seconds"] and not self._newer:
            raise self._unexpected("times are expected to have the format HH:MM:SS")
        clock = _clock(match)
        # A second 60 is the next minute's first, up to Hugo 0.163.
        leap = clock[6:8] == "60" and bool(match["date"]) and not self._newer
        try:
            found = _parsed(match, f"{clock[:6]}59{clock[8:]}" if leap else clock)
        except ValueError:
            raise self._unexpected("impossible date") from None
        return found + timedelta(seconds=1) if leap and isinstance(found, datetime) else found

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        match = pattern.match(self._text, self._at)
        if not match:
            return False
        self._at = match.end()
        return True

    def _next(self, expected: str) -> bool:
        return self._text.startswith(expected, self._at)

    def _unexpected(self, message: str) -> FrontMatterError:
        return refused("syntax", message, min(self._at, self._end))


def _parsed(match: re.Match[str], clock: str) -> datetime | date | time:
    if not match["date"]:
        return time.fromisoformat(clock)
    if not match["time"]:
        return date.fromisoformat(match["date"])
    return datetime.fromisoformat(f"{match['date']}T{clock}{(match['zone'] or '').upper()}")


def _clock(match: re.Match[str]) -> str:
    """The time of day with seconds, cut to microseconds."""
    clock = match["time"] or ""
    if clock and not match["seconds"]:
        return f"{clock}:00"
    fraction = match["fraction"]
    return f"{clock.partition('.')[0]}.{fraction[:6].ljust(6, '0')}" if fraction else clock
