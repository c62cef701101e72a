"""The front matter by lines. A line's number counts from 0, its end is before the line end."""

from __future__ import annotations

from bisect import bisect_right

BLANKS = " \t"


class Lines:
    """The lines of a text between two offsets, which shall end with `newline`."""

    def __init__(self, text: str, start: int, end: int, newline: str = "\n") -> None:
        self.text = text
        self._newline = newline
        self._starts: list[int] = []
        self._ends: list[int] = []
        while start < end:
            line_end = text.find("\n", start, end)
            following = end if line_end < 0 else line_end + 1
            line_end = end if line_end < 0 else line_end
            self._starts.append(start)
            self._ends.append(line_end - text.startswith("\r", line_end - 1, line_end))
            start = following

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> str:
        return self.text[self._starts[number] : self._ends[number]]

    def at(self, offset: int) -> int:
        """The number of the line that an offset is in."""
        return bisect_right(self._starts, offset) - 1

    def column(self, offset: int) -> int:
        """How many characters of its line stand before an offset."""
        return offset - self._starts[self.at(offset)]

    def start(self, number: int) -> int:
        """Where a line begins."""
        return self._starts[number]

    def end(self, number: int) -> int:
        """Where a line ends."""
        return self._ends[number]

    def has_its_line_ends(self, start: int, end: int) -> bool:
        """Whether the lines between two offsets end as they shall."""
        text = self.text[start:end]
        wanted = text.count("\n") if self._newline == "\r\n" else 0
        return text.count("\r\n") == wanted


def indented(column: int, text: str) -> str:
    """A line with its indentation; an empty one has none."""
    return " " * column + text if text else ""


def shifted(line: str, shift: int) -> str:
    """A line moved to the right, or to the left by no more than it is indented."""
    return " " * shift + line if shift > 0 else line[min(-shift, width(line)) :]


def width(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def without_trailing_blanks(line: str) -> str:
    """The line without blanks at its end, save one that a backslash makes part of a quoted text."""
    bare = line.rstrip(BLANKS)
    backslashes = len(bare) - len(bare.rstrip("\\"))
    return line[: len(bare) + 1] if backslashes % 2 else bare
