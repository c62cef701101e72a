"""For people: the finding, the line it is on with a caret below, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from click import style

from afr_content.diagnostics import Diagnostic, Severity
from afr_content.reporters.places import message, place, printable

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_WIDTH = 96


def report(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """A few lines per finding, with a blank line behind."""
    for item in diagnostics:
        yield from _finding(item)
        yield ""


def _finding(item: Diagnostic) -> Iterator[str]:
    severity = style(item.severity.value, fg=_COLOURS[item.severity], bold=True)
    where = style(place(item), bold=True)
    rule = style(f"[{item.name}]", dim=True)
    yield f"{where}: {severity}: {message(item)} {rule}"
    if item.source.text:
        yield from _excerpt(item)
    if item.fix:
        yield f"  {style('=', fg='blue')} {printable(item.fix.title)}"


def _excerpt(item: Diagnostic) -> Iterator[str]:
    number, column = item.source.position(item.span.start)
    line = item.source.line(number).removeprefix("\ufeff")
    end = item.source.position(item.span.end)
    length = (end.column if end.line == number else len(line) + 1) - column
    before, marked = _escaped(line[: column - 1]), _escaped(line[column - 1 : column - 1 + length])
    after = _escaped(line[column - 1 + length :])
    if len(before) > _WIDTH // 2:
        before = "…" + before[-_WIDTH // 2 :]
    text = (before + marked + after)[: max(_WIDTH, len(before) + 8)]
    gutter = style(f"{number:>4} |", fg="blue")
    caret = " " * len(before) + "^" * max(1, min(len(marked), len(text) - len(before)))
    yield f"{gutter} {text}"
    yield f"{style('     |', fg='blue')} {style(caret, fg=_COLOURS[item.severity], bold=True)}"


def _escaped(text: str) -> str:
    return printable(text.replace("\t", "  "))
