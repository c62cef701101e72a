"""How goccy/go-yaml reads quoted text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from afr_content.errors import refused

if TYPE_CHECKING:
    from afr_content.composers.goccy_tokens import Scanner, Token

_ESCAPES: Final = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0",
    "L": "\u2028", "P": "\u2029", "\t": "\t",
}  # fmt: skip
_BLANKS: Final = re.compile(r"[ \t]*")
_LENGTHS: Final = {"x": 2, "u": 4, "U": 8}


def scan_quoted(scanner: Scanner, raw: str) -> Token:
    """The quoted text that begins at the scanner's place; it stands behind it afterwards."""
    return _Quoted(scanner, raw).token()


class _Quoted:
    def __init__(self, scanner: Scanner, raw: str) -> None:
        self._scanner = scanner
        self._text = scanner.text
        self._raw = raw
        self._start = scanner.at
        self._place = scanner.line, scanner.column
        self._quote = self._text[self._start]
        self._value: list[str] = []
        self._line_begins = False
        self._skipped = 0

    def token(self) -> Token:
        from afr_content.composers.goccy_tokens import Token

        scanner = self._scanner
        scanner.move(1)
        while scanner.at < len(self._text):
            character = self._text[scanner.at]
            if character == self._quote and not self._doubled():
                scanner.move(1)
                raw = self._raw + self._text[self._start : scanner.at]
                end = scanner.at
                scanner.move(self._skipped)
                value = "".join(self._value)
                return Token(self._quote, value, self._start, end, *self._place, raw)
            self._take(character)
        name = "single" if self._quote == "'" else "double"
        message = f"could not find end character of {name}-quoted text"
        raise refused("syntax", message, self._start)

    def _doubled(self) -> bool:
        return self._quote == "'" and self._text.startswith("''", self._scanner.at)

    def _take(self, character: str) -> None:
        scanner = self._scanner
        if character in "\n\r":
            self._line_end()
        elif self._line_begins and character in " \t":
            if character == "\t" and scanner.delimiter >= scanner.column:
                raise scanner.refused("tab character cannot be used for indentation", "tab")
            scanner.move(1)
        elif character == "\\" and self._quote == '"':
            self._line_begins = False
            self._escape()
        elif character == "\t" and self._quote == '"':
            self._tab()
        else:
            if not self._doubled():
                self._line_begins = False
            self._value.append(character)
            scanner.move(2 if self._doubled() else 1)

    def _line_end(self) -> None:
        """Fold: one line end is a blank, each further one a line feed."""
        while self._value and self._value[-1] == " ":
            self._value.pop()
        self._value.append("\n" if self._line_begins else " ")
        self._line_begins = True
        self._next_line()
        scanner = self._scanner
        if self._text[scanner.at : scanner.at + 4].rstrip(" \t\n\r") in ("---", "..."):
            raise scanner.refused("found unexpected document separator")

    def _next_line(self) -> None:
        self._scanner.next_line()

    def _tab(self) -> None:
        """A tab is kept when anything but blanks follows on its line.

        For each one that is kept, the library overlooks a character behind the closing quote.
        """
        scanner = self._scanner
        blanks = _BLANKS.match(self._text, scanner.at)
        end = blanks.end() if blanks else scanner.at
        if self._text[end : end + 1] in ("\n", "\r", ""):
            scanner.move(end - scanner.at)
            return
        self._value.append("\t")
        scanner.move(1)
        if not self._text.startswith('"', scanner.at):
            self._skipped += 1

    def _escape(self) -> None:
        scanner = self._scanner
        following = self._text[scanner.at + 1 : scanner.at + 2]
        if following in _ESCAPES and following:
            self._value.append(_ESCAPES[following])
            scanner.move(2)
        elif following in _LENGTHS and following:
            self._numeric(following)
        elif following in ("\n", "\r"):
            scanner.move(2 if self._text.startswith("\r\n", scanner.at + 1) else 1)
            self._line_begins = True
            self._next_line()
        else:
            raise scanner.refused(f"found unknown escape character {following!r}")

    def _numeric(self, kind: str) -> None:
        scanner = self._scanner
        at = scanner.at
        digits = self._text[at + 2 : at + 2 + _LENGTHS[kind]]
        if len(digits) < _LENGTHS[kind]:
            raise scanner.refused("not enough length for escaped character")
        number = _hex(digits)
        length = 2 + len(digits)
        if kind == "u" and 0xD800 <= number <= 0xDBFF:
            low = self._text[at + 6 : at + 12]
            if not low.startswith("\\u") or not 0xDC00 <= _hex(low[2:]) <= 0xDFFF:
                raise scanner.refused("found unexpected low surrogate after high surrogate")
            number = (number - 0xD800) * 0x400 + _hex(low[2:]) - 0xDC00 + 0x10000
            length += 6
        valid = 0 <= number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF
        self._value.append(chr(number) if valid else "\ufffd")
        scanner.move(length)


def _hex(digits: str) -> int:
    """The number; what is no digit counts by its distance from `0`, unchecked by the library."""
    total = 0
    for digit in digits:
        if "A" <= digit <= "F":
            value = ord(digit) - 55
        elif "a" <= digit <= "f":
            value = ord(digit) - 87
        else:
            value = ord(digit) - 48
        total = total * 16 + value
    return total
