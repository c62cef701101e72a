"""YAML's error messages in an author's words.

libyaml says where it gave up, which is often a line behind the mistake, and in terms of its
grammar. Here the lines around that place are looked at for what people get wrong: a tab, a colon
or a quote in an unquoted text, a line without a colon, a list item in the wrong column.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from afr_content.diagnostics import Finding, Fix
from afr_content.errors import ReadError
from afr_content.source import Edit, Span

_KEY_VALUE = re.compile(
    r"(?P<indent>[ \t]*(?:- +)*)(?P<key>[^\s:#\-][^:\n]*?|\"[^\"\n]*\"):[ \t]+(?P<value>\S.*)"
)
_COMMENT = re.compile(r"\s+#.*$")
_CURLY = {"“": "”", "„": "“", "‘": "’", "”": "”"}
_ODD_BLANK = re.compile(r"[\u00a0\u2007\u202f\u200b\u200c\u200d\u2060\ufeff\u3000]")


def explain(text: str, matter: Span, error: ReadError) -> Finding:
    """The finding for a YAML error: a place, a message and, where it is sure, a fix."""
    trouble = _Trouble(text, matter, error)
    for diagnose in _DIAGNOSES:
        finding = diagnose(trouble)
        if finding:
            return finding
    return Finding(trouble.rest_of_line, f"The front matter is no YAML: {error.message}")


def explain_bare_text(text: str, matter: Span) -> Finding | None:
    """What made one text of lines meant as keys: no blank behind a colon, or an odd one."""
    trouble = _Trouble(text, matter, ReadError("not-a-mapping", "", matter.start))
    written = [number for number, line in enumerate(trouble.lines) if _says_something(line)]
    if not written:
        return None
    trouble.number = written[0]
    return _odd_blank(trouble) or _no_blank_behind_colon(trouble)


def quoted(text: str) -> str:
    """The text as a YAML string in quotes, double ones where nothing in it speaks against them."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


@dataclass(frozen=True)
class _Line:
    """A line of the front matter, without its line end."""

    start: int
    text: str

    @property
    def span(self) -> Span:
        """What is written on it."""
        stripped = self.text.strip()
        start = self.start + self.text.index(stripped) if stripped else self.start
        return Span(start, start + len(stripped))

    @property
    def indent(self) -> int:
        """How many blanks it begins with."""
        return len(self.text) - len(self.text.lstrip(" "))

    @cached_property
    def pair(self) -> re.Match[str] | None:
        """Its key and value, if it has both."""
        return _KEY_VALUE.fullmatch(self.text)

    @property
    def value(self) -> str:
        """The value as written, without a comment behind it."""
        return _COMMENT.sub("", self.pair["value"]).rstrip() if self.pair else ""

    @property
    def value_span(self) -> Span:
        """Where the value is written."""
        start = self.start + (self.pair.start("value") if self.pair else 0)
        return Span(start, start + len(self.value))


class _Trouble:
    """An error with the lines around it."""

    def __init__(self, text: str, matter: Span, error: ReadError) -> None:
        self.error = error
        self.offset = min(error.offset, max(matter.end - 1, matter.start))
        self.lines: list[_Line] = []
        start = matter.start
        for piece in text[matter.start : matter.end].split("\n"):
            self.lines.append(_Line(start, piece.rstrip("\r")))
            start += len(piece) + 1
        self.number = sum(line.start <= self.offset for line in self.lines) - 1
        self.text = text

    @property
    def line(self) -> _Line:
        """The line where libyaml gave up."""
        return self.lines[self.number]

    @property
    def before(self) -> _Line | None:
        """The last line above that says something."""
        said = (line for line in reversed(self.lines[: self.number]) if _says_something(line))
        return next(said, None)

    @property
    def rest_of_line(self) -> Span:
        """From the place of the error to the end of its line."""
        end = self.line.start + len(self.line.text.rstrip())
        return Span(min(self.offset, end), max(self.offset, end))

    def says(self, *parts: str) -> bool:
        """Whether libyaml's message has one of these."""
        return any(part in self.error.message for part in parts)


def _says_something(line: _Line) -> bool:
    return bool(line.text.strip()) and not line.text.lstrip().startswith("#")


def _tab(trouble: _Trouble) -> Finding | None:
    line = trouble.line
    blank = line.text[: len(line.text) - len(line.text.lstrip())]
    if "\t" not in blank and trouble.text[trouble.offset : trouble.offset + 1] != "\t":
        return None
    if "\t" not in blank:
        span = Span(trouble.offset, trouble.offset + 1)
        return Finding(
            span, "A tab stands here, expected blanks", Fix.replace("Use a blank", span, " ")
        )
    span = Span(line.start, line.start + len(blank))
    fix = Fix.replace("Indent with two blanks for each tab", span, blank.replace("\t", "  "))
    return Finding(span, "A tab is used to indent this line, YAML takes blanks only", fix)


def _character(trouble: _Trouble) -> Finding | None:
    if trouble.error.kind != "character" and not trouble.says("control characters"):
        return None
    char = trouble.text[trouble.offset : trouble.offset + 1]
    if not char:
        return None
    span = Span(trouble.offset, trouble.offset + 1)
    message = f"The {_called(char)} is not allowed in front matter"
    return Finding(span, message, Fix.replace("Delete it", span, "", safe=False))


def _odd_blank(trouble: _Trouble) -> Finding | None:
    """A blank copied from a web page or word processor, where YAML wants a plain one."""
    for line in (trouble.line, trouble.before):
        match = line and re.match(
            r"[ ]*(?:- )?[^\s:#\"']+:(" + _ODD_BLANK.pattern + r"+)", line.text
        )
        if line and match:
            span = Span(line.start + match.start(1), line.start + match.end(1))
            message = (
                f"{_called(match[1][0], capital=True)} stands behind the colon, expected a blank"
            )
            return Finding(span, message, Fix.replace("Put a blank there", span, " "))
    return None


def _called(char: str, *, capital: bool = False) -> str:
    name = unicodedata.name(char, "control character").lower()
    text = f"{name} (U+{ord(char):04X})"
    return text[:1].upper() + text[1:] if capital else text


def _curly_quotes(trouble: _Trouble) -> Finding | None:
    line = trouble.line
    closing = _CURLY.get(line.value[:1])
    if closing is None or not line.value.endswith(closing):
        return None
    inner = line.value[1:-1]
    message = f"{line.value[0]} is no quote to YAML, expected straight quotes around this text"
    return Finding(line.value_span, message, _quote(line.value_span, inner))


def _quote(span: Span, text: str) -> Fix:
    written = quoted(text)
    return Fix.replace(f"Put the text in quotes: `{_short(written)}`", span, written)


def _short(text: str) -> str:
    return text if len(text) <= 50 else text[:49] + "…"


def _unclosed_quote(trouble: _Trouble) -> Finding | None:
    """A quote that opens a text and does not close it, on this line or a line above."""
    if not trouble.says(
        "end of stream",
        "document indicator",
        "expected key",
        "not allowed in this",
        "expected ':'",
        "escape",
    ):
        return None
    for line in _candidates(trouble):
        value = line.value
        if value[:1] in ("'", '"') and _closing(value) is None:
            return _close(line)
    return None


def _quote_over_keys(trouble: _Trouble) -> Finding | None:
    """A quote that is not closed on its line, with a key on the next one."""
    pairs = zip(trouble.lines[: trouble.number], trouble.lines[1:], strict=False)
    for line, following in pairs:
        value = line.value
        if value[:1] in ("'", '"') and _closing(value) is None and _KEY_LINE.match(following.text):
            return _close(line)
    return None


_KEY_LINE = re.compile(r"[ ]*(?:- )?[A-Za-z_]\w*:(?:\s|$)")


def _close(line: _Line) -> Finding:
    """What to say of a quote that is not closed."""
    mark, end = line.value[0], line.value_span.end
    span = Span(line.value_span.start, line.value_span.start + 1)
    message = f"The text that this {mark} opens is not closed"
    title = f"Close it at the end of the line with {mark}"
    return Finding(span, message, Fix(title, (Edit(end, end, mark),), safe=False))


def _candidates(trouble: _Trouble) -> list[_Line]:
    """The lines that may hold the open quote."""
    above = trouble.lines[: trouble.number]
    near = [trouble.line, *([trouble.before] if trouble.before else [])]
    if trouble.says("end of stream", "document indicator"):
        return [*above, trouble.line]
    return near


def _closing(value: str) -> int | None:
    """Where the quote that opens a value is closed; None when it is not on this line."""
    pattern = r'"(?:[^"\\]|\\.)*"' if value[0] == '"' else r"'(?:[^']|'')*'"
    match = re.match(pattern, value)
    return match.end() if match else None


def _text_behind_quote(trouble: _Trouble) -> Finding | None:
    for line in (trouble.line, trouble.before):
        value = line.value if line else ""
        end = _closing(value) if value[:1] in ("'", '"') else None
        if line is None or end is None or not value[end:].strip():
            continue
        span = Span(line.value_span.start + end, line.value_span.end)
        if value[end:].strip() == ",":
            return Finding(
                span,
                "A comma stands behind the text, expected the end of the line",
                Fix.replace("Delete the comma", span, ""),
            )
        message = f"The text ends at the second {value[0]}, and more follows"
        inner = value[1:-1] if value.endswith(value[0]) else value
        return Finding(span, message, _quote(line.value_span, inner))
    return None


def _escape(trouble: _Trouble) -> Finding | None:
    if not trouble.says("escape", "hexdecimal"):
        return None
    line = trouble.line
    message = "A backslash between double quotes begins an escape, and this one is none"
    span = Span(trouble.offset, trouble.offset + 1)
    if line.value[:1] == '"' and line.value.endswith('"') and len(line.value) > 1:
        fix = Fix.replace(
            "Use single quotes", line.value_span, "'" + line.value[1:-1].replace("'", "''") + "'"
        )
        return Finding(span, message, fix)
    return Finding(span, message, Fix("Use single quotes, or write two backslashes"))


def _reserved(trouble: _Trouble) -> Finding | None:
    line = trouble.line
    if not line.pair or line.value[:1] not in "@`%*&|>?!-,]}" or not line.value:
        return None
    first = "- " if line.value.startswith("- ") else line.value[0]
    message = f"A text cannot begin with `{first}` unless it is in quotes"
    return Finding(line.value_span, message, _quote(line.value_span, line.value))


def _bracket(trouble: _Trouble) -> Finding | None:
    for line in (trouble.line, trouble.before):
        if line is None or line.value[:1] not in ("[", "{") or not line.pair:
            continue
        opening = line.value[0]
        closing = "]" if opening == "[" else "}"
        depth = line.value.count(opening) - line.value.count(closing)
        if depth > 0:
            span = Span(line.value_span.start, line.value_span.start + 1)
            end = line.value_span.end
            fix = Fix(
                f"Close it with `{closing * depth}`", (Edit(end, end, closing * depth),), safe=False
            )
            return Finding(span, f"The `{opening}` is not closed, expected `{closing}`", fix)
        text_follows = line is trouble.line and not line.value.endswith(closing)
        if text_follows or line.value.startswith("{{"):
            message = f"A text cannot begin with `{opening}` unless it is in quotes"
            return Finding(line.value_span, message, _quote(line.value_span, line.value))
    return None


def _colon(trouble: _Trouble) -> Finding | None:
    line = trouble.line
    if not trouble.says("mapping values are not allowed") or not line.pair:
        return None
    if re.search(r":(\s|$)", line.value) is None or line.value[0] in "'\"[{":
        return None
    colon = line.value_span.start + line.value.index(":")
    message = f"A colon in the unquoted text of `{line.pair['key']}`"
    return Finding(Span(colon, colon + 1), message, _quote(line.value_span, line.value))


def _no_blank_behind_colon(trouble: _Trouble) -> Finding | None:
    for line in (trouble.before, trouble.line):
        match = line and re.match(r"[ ]*([A-Za-z_][\w-]*):(?=[^\s:/])", line.text)
        if line and match:
            span = Span(line.start + match.end() - 1, line.start + match.end())
            message = f"No blank behind the colon of `{match[1]}`"
            fix = Fix("Put a blank there", (Edit(span.end, span.end, " "),))
            return Finding(span, message, fix)
    return None


def _no_colon(trouble: _Trouble) -> Finding | None:
    if not trouble.says("could not find expected ':'", "mapping values are not allowed"):
        return None
    line = _without_colon(trouble)
    if line is None:
        return None
    shown = _short(line.text.strip())
    advice = "Write `key: value`, or indent the line if it goes on with the text above"
    return Finding(
        line.span, f"Expected `key: value`, found `{shown}` without a colon", Fix(advice)
    )


def _without_colon(trouble: _Trouble) -> _Line | None:
    """The last line above, or the one above its list, when it is neither a key nor an item."""
    for line in reversed(trouble.lines[: trouble.number]):
        if not _says_something(line) or line.text.lstrip().startswith("- "):
            continue
        return None if line.pair or _KEY_LINE.match(line.text) else line
    return None


def _list_item(trouble: _Trouble) -> Finding | None:
    line, before = trouble.line, trouble.before
    if not _is_item(line) or before is None:
        return None
    if _is_item(before):
        return _item_column(trouble)
    key = before.pair["key"] if before.pair else before.text.strip()
    message = f"A list item below `{key}`, which has a value already"
    return Finding(
        line.span, message, Fix("Give the list a key of its own, or indent it below its key")
    )


def _is_item(line: _Line) -> bool:
    return line.text.lstrip().startswith("- ")


def _item_column(trouble: _Trouble) -> Finding:
    """Items of a list in several columns: the column of most of them is meant."""
    first, last = trouble.number, trouble.number
    while first > 0 and _is_item(trouble.lines[first - 1]):
        first -= 1
    while last + 1 < len(trouble.lines) and _is_item(trouble.lines[last + 1]):
        last += 1
    items = trouble.lines[first : last + 1]
    column = Counter(item.indent for item in items).most_common(1)[0][0]
    odd = [item for item in items if item.indent != column]
    if not odd:
        return Finding(trouble.line.span, "This list item is in no column of the list above")
    edits = (Edit(item.start, item.start + item.indent, " " * column) for item in odd)
    fix = Fix("Put it in the same column", tuple(edits))
    return Finding(odd[0].span, "This list item is not in the column of the others", fix)


def _indentation(trouble: _Trouble) -> Finding | None:
    line, before = trouble.line, trouble.before
    if before is None or line.indent == before.indent:
        return None
    if line.indent > before.indent and before.pair:
        message = f"Indented deeper than `{before.pair['key']}` above, which has a value already"
        span = Span(line.start, line.start + line.indent)
        fix = Fix.replace("Indent it like the line above", span, " " * before.indent, safe=False)
        return Finding(line.span, message, fix)
    advice = "Begin it in the column of the key it belongs beside"
    return Finding(line.span, "Indented like none of the keys above", Fix(advice))


def _comma(trouble: _Trouble) -> Finding | None:
    if trouble.text[trouble.offset : trouble.offset + 1] != ",":
        return None
    span = Span(trouble.offset, trouble.offset + 1)
    message = "A comma stands behind the value, expected the end of the line"
    return Finding(span, message, Fix.replace("Delete the comma", span, ""))


_DIAGNOSES: tuple[Callable[[_Trouble], Finding | None], ...] = (
    _tab,
    _character,
    _odd_blank,
    _curly_quotes,
    _escape,
    _comma,
    _quote_over_keys,
    _unclosed_quote,
    _text_behind_quote,
    _colon,
    _bracket,
    _reserved,
    _no_blank_behind_colon,
    _no_colon,
    _list_item,
    _indentation,
)
