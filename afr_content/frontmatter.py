"""Front matter: found and read as Hugo does.

Sources: Hugo's page parser (`parser/pageparser`), and the measurements in the tests, which compare
this module with real Hugo binaries.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Literal, NamedTuple

from afr_content import composers, page_params
from afr_content.composers import Reading, Readings
from afr_content.errors import FrontMatterError, ReadError
from afr_content.hugo import Dialect, HugoVersion, read_params
from afr_content.nodes import Mapping, Node
from afr_content.reading import refuse_many_collections
from afr_content.source import BOM, Span

Format = Literal["yaml", "toml", "json"]

_NOTHING: Final = Readings(Reading(None), Reading(None))


class Fences(NamedTuple):
    """Where the front matter stands in a text.

    `matter` is what is between the fences (for JSON: the braces included); `body` is the offset of
    the first character of the page's text.
    """

    format: Format
    opening: Span
    matter: Span
    closing: Span
    body: int


@dataclass(frozen=True)
class Document:
    """A file's front matter.

    `fences` is None when there is no front matter (or it is not closed, then `error` says so);
    `root` is None when there is nothing between the fences or it does not parse. `error` is what
    every Hugo refuses; what only some refuse, `refusal` and `params` tell. `readings` holds the
    nodes by dialect, where a text means different things; `root` is the newer Hugo's.
    """

    text: str
    fences: Fences | None
    root: Node | None
    error: ReadError | None
    readings: Readings = _NOTHING

    @cached_property
    def mapping(self) -> Mapping | None:
        """The top-level keys, if the front matter parses and is a mapping."""
        return self.root if isinstance(self.root, Mapping) else None

    def reading(self, dialect: Dialect) -> Reading:
        """The nodes, or the syntax error, of a Hugo that reads this dialect."""
        return self.readings.old if dialect is Dialect.OLD else self.readings.new

    def params(self, hugo: Dialect | HugoVersion) -> dict[str, Any]:
        """What templates see as `.Params`: keys in lower case, values typed.

        For a dialect, this is the front matter as it is read. For a version, what that Hugo does
        beyond reading is done, too: from 0.123 on, the keys of a map `params` join the others.
        Raises FrontMatterError when a Hugo of that dialect or version refuses the file.
        """
        if isinstance(hugo, Dialect):
            return self._params(self.reading(hugo), hugo)
        text = page_params.searched(self.text, hugo)
        document = self if text is self.text else parse(text)
        reading = document.reading(hugo.dialect)
        if document._format == "toml" and page_params.reads_old_toml(hugo):
            reading = document.readings.old
        return page_params.merge_params(document._params(reading, hugo.dialect), hugo)

    def _params(self, reading: Reading, dialect: Dialect) -> dict[str, Any]:
        root, error = reading
        error = self.error or error
        if error:
            raise FrontMatterError(error)
        if root is None:
            return {}
        params = read_params(root, dialect)
        if self.fences and self._format == "yaml" and dialect is Dialect.NEW:
            start, end = self.fences.matter
            size = len(self.text[start:end].encode("utf-8", "surrogateescape"))
            refuse_many_collections(params, size, start)
        return params

    @property
    def _format(self) -> str:
        return self.fences.format if self.fences else ""

    def refusal(self, hugo: Dialect | HugoVersion) -> ReadError | None:
        """Why a Hugo of that dialect or version refuses the file; None when it does not."""
        try:
            self.params(hugo)
        except FrontMatterError as refused:
            return refused.error
        return None


def parse(text: str) -> Document:
    """The front matter of a page's text. Never raises: what is wrong is in `Document.error`."""
    try:
        fences = find_fences(text)
    except FrontMatterError as refused:
        return Document(text, None, None, refused.error)
    if not fences:
        return Document(text, None, None, None)
    return _document(text, fences)


def parse_data(text: str, format_: Format) -> Document:
    """A file that is data from its first to its last character, such as one of Hugo's settings.

    Never raises: what is wrong is in `Document.error`.
    """
    start, end = len(text) - len(text.lstrip(BOM)), len(text)
    fences = Fences(format_, Span(start, start), Span(start, end), Span(end, end), end)
    return _document(text, fences)


def _document(text: str, fences: Fences) -> Document:
    readings = composers.compose(fences.format, text, fences.matter)
    old, new = readings
    error = old.error if old.error and new.error else None
    return Document(text, fences, new.root or old.root, error, readings)


_BEFORE: Final = re.compile(rf"[ \t\r\n{BOM}]*")
_CLOSING: Final = {mark: re.compile(rf"(?<=[\r\n]){re.escape(mark)}") for mark in ("---", "+++")}
_LINE_END: Final = re.compile(r"\r?\n?")
_DELIMITERS: Final[dict[str, Format]] = {"---": "yaml", "+++": "toml"}


def find_fences(text: str) -> Fences | None:
    """Where the front matter stands; None when the page has none.

    Raises FrontMatterError when it is opened and not closed. After Hugo's `lexIntroSection`: the
    first character that is no blank decides, and the closing fence is the first line that *starts*
    with the delimiter.
    """
    before = _BEFORE.match(text)
    start = before.end() if before else 0
    match text[start : start + 1]:
        case "-" | "+":
            return _fenced(text, start)
        case "{":
            return _braced(text, start)
        case _:
            return None


def _fenced(text: str, start: int) -> Fences:
    delimiter = text[start] * 3
    if not text.startswith(delimiter, start):
        raise FrontMatterError(ReadError("delimiter", f"invalid delimiter, not {delimiter}", start))
    inner = _skip_line_end(text, start + 3)
    found = _CLOSING[delimiter].search(text, inner)
    if not found:
        raise FrontMatterError(ReadError("unclosed", "no closing delimiter", start))
    closing = found.start()
    return Fences(
        format=_DELIMITERS[delimiter],
        opening=Span(start, start + 3),
        matter=Span(inner, closing),
        closing=Span(closing, closing + 3),
        body=_skip_line_end(text, closing + 3),
    )


def _braced(text: str, start: int) -> Fences:
    depth, quoted, position = 0, False, start
    while position < len(text):
        match text[position]:
            case "\\":
                position += 1
            case '"':
                quoted = not quoted
            case "{" if not quoted:
                depth += 1
            case "}" if not quoted:
                depth -= 1
        position += 1
        if depth == 0:
            return Fences(
                format="json",
                opening=Span(start, start + 1),
                matter=Span(start, position),
                closing=Span(position - 1, position),
                body=_skip_line_end(text, position),
            )
    raise FrontMatterError(ReadError("unclosed", "no closing brace", start))


def _skip_line_end(text: str, offset: int) -> int:
    """Behind a line end: CR LF, LF, or (Hugo does not mind) CR."""
    line_end = _LINE_END.match(text, offset)
    return line_end.end() if line_end else offset
