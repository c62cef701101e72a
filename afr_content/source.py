"""The text of a file, and places in it.

Offsets count characters from the beginning of the text, a byte order mark included.
Lines and columns are 1-based and are worked out only when something is shown.
"""

from __future__ import annotations

import bisect
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

BOM = "\ufeff"
_LINE_END = re.compile(r"\r\n|\n|\r")


class Span(NamedTuple):
    """The characters from `start` up to, not including, `end`."""

    start: int
    end: int


class Position(NamedTuple):
    """A 1-based line and column; the column counts characters."""

    line: int
    column: int


class Edit(NamedTuple):
    """Put `text` in the place of the characters from `start` up to `end`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, eq=False)
class SourceFile:
    """A file's text as it stands on disk: line ends, blanks and byte order mark untouched.

    Bytes that are not UTF-8 are held as lone surrogates (Python's `surrogateescape`), so that the
    text can be written back byte for byte.
    """

    path: Path
    text: str
    trouble: str = ""
    """Why the file could not be read; then there is no text."""

    @classmethod
    def read(cls, path: Path) -> SourceFile:
        """The file at `path`. Raises OSError when it cannot be read."""
        return cls.decode(path, path.read_bytes())

    @classmethod
    def decode(cls, path: Path, data: bytes) -> SourceFile:
        """A file's bytes, as they would be read from `path`."""
        return cls(path, data.decode("utf-8", "surrogateescape"))

    @cached_property
    def _line_starts(self) -> Sequence[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """Line and column of the character at `offset`. A byte order mark has no column."""
        line = bisect.bisect_right(self._line_starts, offset)
        start = self._line_starts[line - 1]
        column = offset - start + 1
        if line == 1 and column > 1 and self.text.startswith(BOM):
            column -= 1
        return Position(line, column)

    def line(self, number: int) -> str:
        """The text of a 1-based line, without its line end."""
        start = self._line_starts[number - 1]
        following = self._line_starts[number : number + 1]
        end = following[0] if following else len(self.text)
        return self.text[start:end].rstrip("\r\n")


def absolute(path: Path) -> Path:
    """The path from the root of the file system on, symbolic links left as they are."""
    if os.pardir in str(path) or not path.is_absolute():
        return Path(os.path.abspath(path))  # noqa: PTH100 - `resolve` would follow links
    return path


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; every edit speaks of the text as given.

    Raises ValueError when two edits overlap.
    """
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits):
        if edit.start < done:
            raise ValueError(f"edits overlap at offset {edit.start}")
        pieces += text[done : edit.start], edit.text
        done = edit.end
    return "".join(pieces) + text[done:]


def majority_newline(text: str) -> str:
    """The line end that most lines of the text have: CR LF or LF; LF on a tie."""
    crlf = text.count("\r\n")
    return "\r\n" if crlf > text.count("\n") - crlf else "\n"
