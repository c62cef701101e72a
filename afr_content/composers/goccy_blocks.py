"""How goccy/go-yaml puts together the text of a block scalar."""

from __future__ import annotations

import re
from typing import Final

_DIGIT: Final = re.compile(r"[1-9]")


class Block:
    """A block scalar (`|`, `>`), or plain text that goes on with a line that begins with a dash."""

    def __init__(self, kind: str, options: str) -> None:
        self._literal = kind == "|"
        self._strips = kind == "-" or options[:1] == "-" or options[-1:] == "-"
        self._keeps = options[:1] == "+" or options[-1:] == "+"
        digit = _DIGIT.search(options)
        self._given = int(digit[0]) if digit else 0
        self.first_column = 0  # where the content's lines begin
        self._line_column = 0
        self._line_before = 0
        self._last_content = 0
        self._blank_column = 0
        self._after_line_end = False

    @classmethod
    def of_header(cls, kind: str, options: str, delimiter: int) -> Block:
        """A block with that header; `delimiter` is the column of its key or dash."""
        block = cls(kind, options)
        if block._given:
            block.first_column = delimiter + block._given
        return block

    @classmethod
    def of_dashes(cls, column: int) -> Block:
        """Plain text that goes on at `column`."""
        block = cls("-", "")
        block.first_column = block._line_column = column
        return block

    def space_only(self, column: int) -> None:
        """Take note of a line that ends at `column`, in case that nothing else is on it."""
        if not self.first_column:
            self._blank_column = column

    def new_line(self) -> None:
        """Take note of a line end."""
        self._line_before = self._line_column
        self._last_content = self._line_column or self._last_content
        self._after_line_end = True
        self._line_column = 0

    def is_indent(self, column: int) -> bool:
        """Whether the column belongs to the indentation."""
        return self.first_column > column if self.first_column else column == 1

    def keeps_indent(self, column: int) -> bool:
        """Whether a blank at the beginning of a line is content."""
        if not self.first_column or column < self.first_column:
            return False
        if not self._literal:
            self._after_line_end = False
        return True

    def begin_content(self, column: int, *, last: bool = False) -> str:
        """Take note of a character of content; what is wrong with its place, if anything."""
        if not last and not self.first_column and self._blank_column > column:
            return "invalid number of indent is specified after space only"
        self.first_column = self.first_column or column
        self._line_column = self._line_column or column
        if self._given and self.first_column > self._line_column:
            return "invalid number of indent is specified in the multi-line header"
        return ""

    def folds(self, pending: list[str], column: int) -> bool:
        """Fold the line end before this content; true if a character was taken away."""
        if self._literal or not self._after_line_end:
            return False
        self._after_line_end = False
        if self._line_column == self._line_before:
            if pending and pending[-1] == "\n":
                pending[-1] = " "
        elif (
            not self._line_before and self._last_content == column and pending[-2:] == ["\n", "\n"]
        ):
            pending.pop()
            return True
        return False

    def text(self, pending: list[str], written: int) -> str:
        """The finished text."""
        text = "".join(pending[:written])
        if self._strips:
            text = text.rstrip("\n").rstrip(" ")
        elif not self._keeps:
            content = text.rstrip("\n")
            text = content + text[len(content) : len(content) + 1]
        if text == "\n":
            text = ""
        return "\n" if self._keeps and not text else text
