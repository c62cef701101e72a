"""The tokens into which goccy/go-yaml, Hugo's YAML library from 0.152 on, cuts a text.

It is no port of libyaml and goes by columns: a token begins where its first character stands, and a
line that begins at or before the column of the last key or dash ends what is pending. Where it
differs from YAML, Hugo reads what it reads, so the differences are kept here. Some that matter:
tabs within plain text vanish; only line feeds and carriage returns end lines; in a flow map every
colon ends a key; `,`, `]` and `}` may begin plain text outside of flow collections.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from afr_content.composers.goccy_blocks import Block
from afr_content.composers.goccy_quotes import scan_quoted
from afr_content.errors import FrontMatterError, refused
from afr_content.plain import resolve_new

PLAIN: Final = "s"
BLOCK_TEXT: Final = "text"
QUOTES: Final = ("'", '"')


class Token(NamedTuple):
    """A piece of the text.

    `kind` is the indicator itself (`{`, `-`, `:`, `&`, `!`, `|`, `'`, `<<`, `...`, `---`, …), `s`
    for plain text, or `text` for the content of a block scalar. `raw` is what was read since the
    token before.
    """

    kind: str
    text: str
    start: int
    end: int
    line: int
    column: int
    raw: str = ""


class _Place(NamedTuple):
    line: int
    column: int


_NEWLINES: Final = "\n\r"
_AFTER_INDICATOR: Final = " \t\n\r"
_MERGE: Final = re.compile(r"<<(?!<)[ :]*:[ \n\r]")
_TAG_END: Final = re.compile(r"[ ,\n\r{}]")
_LINE: Final = re.compile(r"[^\n\r]*")
_HEADER: Final = re.compile(r"(?P<options>[^\n\r]*)(?:\r\n|\n|\r|\Z)")
SCALAR_TAGS: Final = frozenset(
    f"!!{name}" for name in ("int", "float", "str", "binary", "timestamp", "bool", "null")
)
_OWN_TAGS: Final = SCALAR_TAGS | {"!!seq", "!!map", "!!omap", "!!set", "!!merge"}
_OPTIONS: Final = re.compile(r"(?:[-+]?[1-9]?[-+]?)\Z")


def scan(text: str, start: int) -> list[Token]:
    """All tokens but comments, from `start` on. Raises FrontMatterError."""
    return Scanner(text, start).scan()


class Scanner:
    """Goes through a text once."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.at = start
        self._start = start
        self.line = 1
        self.column = 1
        self.delimiter = 0  # the column of the last key, dash or `?`
        self._indent = 0
        self._line_begins = True
        self._came_back = False  # this line begins at or before the delimiter
        self._goes_deeper = False  # this line begins behind the delimiter
        self._name = False  # within the name of an anchor or alias
        self._directive = False
        self._sequences = 0
        self._maps = 0
        self._saved: _Place | None = None
        self._block: Block | None = None
        self._pending: list[str] = []
        self._leftover: list[str] = []
        self._written = 0  # of the pending characters, up to the last that is no blank
        self._pending_start = 0
        self._pending_end = 0
        self._raw: list[str] = []
        self._raw_written = 0
        self._tokens: list[Token] = []

    def scan(self) -> list[Token]:
        """All tokens."""
        while self.at < len(self.text):
            character = self.text[self.at]
            self._begin_line(character)
            if self._came_back:
                self._flush()
            if self._block:
                if not self._came_back:
                    self._scan_block(character)
                    continue
                self._end_block()
            if not self._indicator(character):
                self._add(character)
        self._flush()
        return [token for token in self._tokens if token.kind != "#"]

    # Moving on

    def _begin_line(self, character: str) -> None:
        """Compare the column of a line's first character with the last delimiter's."""
        if not self._line_begins:
            self._came_back = self._goes_deeper = False
        elif character == " ":
            self._indent += 1
        elif character not in "\t\n\r":
            if self.delimiter:
                self._goes_deeper = self.delimiter < self.column
                self._came_back = not self._goes_deeper
            self._line_begins = False

    def move(self, count: int) -> None:
        """Go on within the line."""
        self.at += count
        self.column += count

    def next_line(self) -> None:
        """Go on behind a line end."""
        self.at += 1
        self.line += 1
        self.column = 1
        self._indent = 0
        self._line_begins = True
        self._name = self._directive = False

    def _peek(self) -> str:
        return self.text[self.at + 1 : self.at + 2]

    # What is pending

    def _remember(self, character: str) -> None:
        self._raw.append(character)
        if character not in " \t":
            self._raw_written = len(self._raw)

    def _add(self, character: str) -> None:
        if self._pending or character not in " \t":
            if not self._pending:
                self._pending_start = self.at
            self._pending.append(character)
            if character not in " \t":
                self._written = len(self._pending)
                self._pending_end = self.at + 1
        self._remember(character)
        self.move(1)

    def _forget(self) -> None:
        self._pending.clear()
        self._written = 0
        self._raw.clear()
        self._raw_written = 0

    def _clear(self) -> None:
        self._forget()
        self._block = None

    def _push(
        self, kind: str, text: str, start: int, end: int, place: _Place | None = None
    ) -> None:
        line, column = place or _Place(self.line, self.column)
        self._tokens.append(Token(kind, text, start, end, line, column, "".join(self._raw)))

    def _flush(self) -> Token | None:
        """Make a token of what is pending; None if nothing is."""
        if self.at == self._start:
            return None
        if self._block:
            return self._flush_block(self._block)
        written = self._pending or self._leftover
        text = "".join(written[: self._written])
        place = self._saved or _Place(self.line, self.column - len(self._pending))
        self._saved = None
        if not text:
            self._pending.clear()
            return None
        # Behind a tag that is not YAML's own, text is a string.
        string = bool(self._tokens) and _is_foreign_tag(self._tokens[-1])
        kind = BLOCK_TEXT if string else PLAIN
        self._push(kind, text, self._pending_start, self._pending_end, place)
        self._forget()
        return self._tokens[-1]

    # Block scalars, and plain text that goes on with a dash

    def _flush_block(self, block: Block) -> Token | None:
        text = block.text(self._pending, self._written)
        pending, raw = "".join(self._pending), "".join(self._raw)
        place = self._saved or _Place(
            self.line - len(re.findall(r"\r\n|\n|\r", pending)), raw.find(pending) + 1
        )
        self._saved = None
        if not text:
            # A slip of the library: the blank lines of an empty block still count as pending.
            self._leftover = self._pending.copy()
            self._pending.clear()
            return None
        self._push(BLOCK_TEXT, text, self._pending_start, self._pending_end, place)
        self._forget()
        return self._tokens[-1]

    def _end_block(self) -> None:
        if self._tokens:
            last = self._tokens[-1]
            if last.column == 1:
                raise self.refused("could not find multi-line content")
            if last.kind not in (PLAIN, BLOCK_TEXT):
                self._push(BLOCK_TEXT, "", self.at, self.at)
        self._block = None

    def _scan_block(self, character: str) -> None:
        block = self._block
        assert block is not None
        self._remember(character)
        if character == "\r":
            if self._peek() == "\n":
                self._remember("\n")
                self.at += 1
            character = "\n"
        if self.at >= len(self.text) - 1:
            self._last_of_block(block, character)
        elif character == "\n":
            self._add_to_block(character, keep=" \t")
            block.space_only(self.column - 1)
            block.new_line()
            self.next_line()
            if _is_document_marker(self.text, self.at):
                self._push_block(block)
        elif self._line_begins and character == " ":
            if block.keeps_indent(self.column):
                self._pending.append(" ")
                self._written = len(self._pending)
            self.move(1)
        elif self._line_begins and character == "\t" and block.is_indent(self.column):
            raise self.refused(
                "found a tab character where an indentation space is expected", "tab"
            )
        elif character == "\t" and not block.is_indent(self.column):
            self._add_to_block(character, keep=" ")
            self.move(1)
        else:
            self._content_of_block(block, character)

    def _content_of_block(self, block: Block, character: str) -> None:
        if problem := block.begin_content(self.column):
            raise self.refused(problem, "indentation")
        if block.first_column:
            self.delimiter = block.first_column - 1 or self.delimiter
        if block.folds(self._pending, self.column):
            self._written = len(self._pending)
        self._add_to_block(character, keep=" ")
        self.move(1)

    def _last_of_block(self, block: Block, character: str) -> None:
        if self._line_begins and character == " ":
            if block.keeps_indent(self.column):
                self._pending.append(" ")
                self._written = len(self._pending)
        else:
            self._add_to_block(character, keep=" \t")
        if problem := block.begin_content(self.column, last=True):
            raise self.refused(problem, "indentation")
        self._push_block(block)
        self.move(1)

    def _push_block(self, block: Block) -> None:
        text = block.text(self._pending, self._written)
        self._push(BLOCK_TEXT, text, self._pending_start, self._pending_end)
        self._clear()

    def _add_to_block(self, character: str, *, keep: str) -> None:
        """Pend a character; those of `keep` do not count as written, nor as a beginning."""
        if not self._pending and character in keep:
            return
        if not self._pending:
            self._pending_start = self.at
        self._pending.append(character)
        if character not in keep:
            self._written = len(self._pending)
            if character not in "\n ":
                self._pending_end = self.at + 1

    # Indicators: each returns whether the character was taken for one

    def _indicator(self, character: str) -> bool:
        scan_it = _SCANNERS.get(character)
        return scan_it is not None and scan_it(self)

    def _plain_pending(self) -> bool:
        return self._written > 0

    def _single(self, kind: str) -> None:
        """A token of one character."""
        self._remember(kind)
        self._push(kind, kind, self.at, self.at + 1)
        self.move(1)
        self._clear()

    def _line_end(self) -> bool:
        if self._pending and not self._saved:
            self._saved = _Place(self.line, self.column - self._written)
        if len(self._raw) > self._raw_written:
            del self._raw[self._raw_written :]
            del self._pending[self._written :]
        if self.text.startswith("\r\n", self.at):
            self.at += 1
        if self.at >= len(self.text) - 1 or self._name or self._directive:
            self._flush()
        if self._plain_pending() and self._line_begins:
            if self._pending[-1] == " ":
                self._pending[-1] = "\n"
            else:
                self._pending.append("\n")
        elif self._pending:
            self._pending.append(" ")
        self._remember("\n")
        self.next_line()
        return True

    def _space(self) -> bool:
        if not (self._name or self._directive or self._line_begins):
            return False
        if self._line_begins or self._directive:
            if not self._line_begins:
                self._flush()
            self._remember(" ")
            self.move(1)
            return True
        self._flush()
        self._name = False
        return True

    def _tab(self) -> bool:
        if (self._plain_pending() and self.delimiter == 0) or self.delimiter < self.column:
            self._indent += 1
            self._remember("\t")
            self.at += 1  # the column stays: a tab has no width
            return True
        if self._maps > 0 or self._sequences > 0 or not self._line_begins:
            return False
        raise self.refused("found character '\\t' that cannot start any token", "tab")

    def _map_start(self) -> bool:
        if self._plain_pending() and not self._in_flow():
            return False
        self._flush()
        self._single("{")
        self._maps += 1
        return True

    def _map_end(self) -> bool:
        if self._maps <= 0:
            return False
        self._flush()
        self._single("}")
        self._maps -= 1
        return True

    def _sequence_start(self) -> bool:
        if self._plain_pending() and not self._in_flow():
            return False
        self._flush()
        self._single("[")
        self._sequences += 1
        return True

    def _sequence_end(self) -> bool:
        if self._plain_pending() and self._sequences <= 0:
            return False
        self._flush()
        self._single("]")
        self._sequences -= 1
        return True

    def _comma(self) -> bool:
        if not self._in_flow():
            return False
        self._flush()
        self._single(",")
        return True

    def _in_flow(self) -> bool:
        return self._sequences > 0 or self._maps > 0

    def _colon(self) -> bool:
        following = self._peek()
        if self._directive or self._name:
            return False
        if self._maps > 0:
            if following == "/" or (self._tokens and self._tokens[-1].kind == ":"):
                return False
        elif following and following not in _AFTER_INDICATOR:
            return False
        if self._raw_tab() and not (self._pending and self._pending[0] == "\t"):
            raise self.refused("tab character cannot use as a map key directly", "tab")
        key = self._flush()
        if key is None and self._tokens and self._tokens[-1].kind in QUOTES:
            key = self._tokens[-1]
        if key:
            self.delimiter = key.column
        self._push(":", ":", self.at, self.at + 1)
        self.move(1)
        self._clear()
        return True

    def _raw_tab(self) -> bool:
        return "".join(self._raw[:2]).removeprefix(" ").startswith("\t")

    def _dash(self) -> bool:
        if self._document_marker("---"):
            return True
        if self._plain_pending():
            if self._goes_deeper:
                self._block = Block.of_dashes(self.column)
                self._add("-")
                return True
            return False
        if self._peek().strip(_AFTER_INDICATOR + "\0"):
            return False
        if self._raw_tab():
            raise self.refused("tab character cannot use as a sequence delimiter", "tab")
        self._flush()
        self.delimiter = self.column
        self._single("-")
        return True

    def _dot(self) -> bool:
        return self._document_marker("...")

    def _document_marker(self, marker: str) -> bool:
        behind = self.text[self.at + 3 : self.at + 4]
        if self._indent or self.column != 1 or not self.text.startswith(marker, self.at):
            return False
        if behind == marker[0] or (marker == "---" and behind and behind not in _AFTER_INDICATOR):
            return False
        self._flush()
        self._push(marker, marker, self.at, self.at + 3)
        self.move(3)
        self._clear()
        if marker == "---":
            self.delimiter = self._indent = 0
        return True

    def _less(self) -> bool:
        if not _MERGE.match(self.text, self.at):
            return False
        self.delimiter = self.column
        self._push("<<", "<<", self.at, self.at + 2)
        self.move(2)
        self._clear()
        return True

    def _question(self) -> bool:
        if self._plain_pending() or self._peek() not in (" ", "\t"):
            return False
        self.delimiter = self.column
        self._push("?", "?", self.at, self.at + 1)
        self.move(1)
        self._clear()
        return True

    def _percent(self) -> bool:
        if self._plain_pending() or self._indent:
            return False
        self._flush()
        self._single("%")
        self._directive = True
        return True

    def _anchor(self) -> bool:
        if self._plain_pending():
            return False
        self._flush()
        self._single(self.text[self.at])
        self._name = True
        return True

    def _tag(self) -> bool:
        if self._plain_pending() or self._directive:
            return False
        start, end = self.at, self.at + 1
        while (match := _TAG_END.search(self.text, end)) and (
            match[0] == "," and not self._in_flow()
        ):
            end = match.end()
        if not match:  # nothing but the tag is left: it is dropped
            self.move(len(self.text) - start)
            self._clear()
            return True
        if match[0] in "{}":
            raise self.refused(f"found invalid tag character {match[0]!r}")
        end = match.start()
        self._push("!", self.text[start:end], start, end)
        # The column is one short from here on.
        self.column += end - start - (match[0] != " ")
        self.at = end + (match[0] == " ")
        self._clear()
        return True

    def _hash(self) -> bool:
        if self._plain_pending() and self.text[self.at - 1] not in _AFTER_INDICATOR:
            return False
        self._flush()
        line = _LINE.match(self.text, self.at)
        end = line.end() if line else self.at
        self._push("#", "", self.at, end)
        self.at = end
        self.next_line()
        self._clear()
        return True

    def _quote(self) -> bool:
        if self._plain_pending():
            return False
        self._tokens.append(scan_quoted(self, "".join(self._raw)))
        self._clear()
        return True

    def _reserved(self) -> bool:
        if self._plain_pending():
            return False
        raise self.refused(f"{self.text[self.at]!r} is a reserved character")

    def _block_header(self) -> bool:
        if self._plain_pending():
            return False
        start, kind = self.at, self.text[self.at]
        header = _HEADER.match(self.text, start + 1)
        assert header is not None
        options = header["options"].rstrip(" ")
        comment = options.find("#")
        options = options[:comment] if comment > 0 else options
        options = options.rstrip(" \t")
        if not _OPTIONS.match(options):
            raise self.refused(f'invalid header option: "{options}"')
        if self.column == 1:
            self.delimiter = 1
        self._push(kind, kind, start, start + 1 + len(options))
        self._block = Block.of_header(kind, options, self.delimiter)
        self._goes_deeper = self._came_back = False
        self._forget()
        self.at = max(header.end() - 1, start + 1)
        self.next_line()
        return True

    def refused(self, message: str, kind: str = "syntax") -> FrontMatterError:
        """The exception for what is wrong at this place."""
        return refused(kind, message, min(self.at, len(self.text)))


_SCANNERS: Final = {
    "{": Scanner._map_start,
    "}": Scanner._map_end,
    "[": Scanner._sequence_start,
    "]": Scanner._sequence_end,
    ",": Scanner._comma,
    ":": Scanner._colon,
    "-": Scanner._dash,
    ".": Scanner._dot,
    "<": Scanner._less,
    "?": Scanner._question,
    "%": Scanner._percent,
    "&": Scanner._anchor,
    "*": Scanner._anchor,
    "!": Scanner._tag,
    "#": Scanner._hash,
    "'": Scanner._quote,
    '"': Scanner._quote,
    "@": Scanner._reserved,
    "`": Scanner._reserved,
    "|": Scanner._block_header,
    ">": Scanner._block_header,
    "\n": Scanner._line_end,
    "\r": Scanner._line_end,
    " ": Scanner._space,
    "\t": Scanner._tab,
}  # fmt: skip


def _is_document_marker(text: str, at: int) -> bool:
    """Whether a line begins here that ends a block or a quoted text: `---` or `...`."""
    return text[at : at + 4].rstrip(" \t\n\r") in ("---", "...") and len(text) - at >= 3


def _is_foreign_tag(token: Token) -> bool:
    return token.kind == "!" and token.text not in _OWN_TAGS


def is_text(token: Token) -> bool:
    """Whether plain text means a string."""
    return token.kind == PLAIN and isinstance(resolve_new(token.text), str)
