"""What differs between two builds of a site, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from afr_content.cli.common import count
from afr_content.cli.diff import unified
from afr_content.proof.comparing import content, pieces, text_of
from afr_content.reporters.places import printable

_MOST_LINES = 40
_MOST_NAMES = 5
_MOST_DIFFS = 20


class _Difference(NamedTuple):
    """How a file differs: lines to show, and what is the same for files that differ alike."""

    lines: tuple[str, ...]
    kind: tuple[str, ...]


def shown(before: Path, after: Path, names: Sequence[str], *, whole: bool) -> Iterator[str]:
    """The lines that show how the named files differ; files that differ alike are shown once.

    Unless `whole`, long diffs are cut short.
    """
    alike: dict[tuple[str, ...], list[str]] = {}
    firsts: list[_Difference] = []
    for name in names:
        difference = _difference(name, content(before, name), content(after, name))
        if difference.kind not in alike:
            firsts.append(difference)
        alike.setdefault(difference.kind, []).append(name)
    most = len(firsts) if whole else _MOST_DIFFS
    for difference in firsts[:most]:
        yield from _cut(difference.lines, whole)
        others = alike[difference.kind][1:]
        if others:
            yield f"  the same in {count(len(others), 'more file')}: {listed(others, whole=whole)}"
        yield ""
    rest = [name for difference in firsts[most:] for name in alike[difference.kind]]
    if rest:
        yield f"… and {count(len(rest), 'more file')}: {listed(rest, whole=whole)}"
        yield ""


def listed(names: Sequence[str], *, whole: bool) -> str:
    """The names with commas between; unless `whole`, the first few."""
    most = len(names) if whole else _MOST_NAMES
    text = ", ".join(map(printable, names[:most]))
    return f"{text} and {len(names) - most} more" if len(names) > most else text


def _difference(name: str, before: bytes | None, after: bytes | None) -> _Difference:
    if before is None:
        return _Difference((f"added: {printable(name)}",), ("added", name))
    if after is None:
        return _Difference((f"gone: {printable(name)}",), ("gone", name))
    old, new = text_of(before), text_of(after)
    if old is None or new is None:
        return _Difference((f"changed, not a text: {printable(name)}",), ("binary", name))
    diff = unified(Path(name), _broken(old), _broken(new)) or unified(Path(name), old, new)
    lines = tuple(diff.split("\n"))
    marks = tuple(line for line in map(click.unstyle, lines[2:]) if line[:1] in ("+", "-"))
    return _Difference(lines, marks)


def _broken(text: str) -> str:
    """The text with a line for each tag or JSON value, since minified pages have but one."""
    return "\n".join(piece.removesuffix("\n") for piece in pieces(text))


def _cut(lines: Sequence[str], whole: bool) -> Iterator[str]:
    most = len(lines) if whole else _MOST_LINES
    yield from lines[:most]
    if len(lines) > most:
        yield f"  … {count(len(lines) - most, 'more line')} of this diff; `-v` shows all"
