"""Compares what two builds made."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

_BREAK = re.compile(r"(?<=\n)|(?<=>)(?=<)|(?<=[,{}\[\]])(?=\")")
"""Where minified HTML and JSON can be broken into lines."""


def differing(before: Path, after: Path) -> tuple[int, list[str]]:
    """How many files there are before, and the names of those that are not the same after.

    Also those that are in one folder only. Names are relative, with `/`.
    """
    ours, theirs = dict(_sizes(before)), dict(_sizes(after))
    same = {
        name
        for name in ours.keys() & theirs.keys()
        if ours[name] == theirs[name] and content(before, name) == content(after, name)
    }
    return len(ours), sorted((ours.keys() | theirs.keys()) - same)


def count(folder: Path) -> int:
    """How many files there are below the folder; none when it is not there."""
    return sum(1 for _ in _sizes(folder))


def content(folder: Path, name: str) -> bytes | None:
    """A file's bytes; None when it is not there."""
    try:
        return (folder / name).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def text_of(data: bytes) -> str | None:
    """The bytes as text; None when they are an image or the like."""
    try:
        return None if b"\0" in data else data.decode()
    except UnicodeDecodeError:
        return None


def pieces(text: str) -> list[str]:
    """The text in lines; where a line holds several tags or JSON values, each by itself."""
    return _BREAK.split(text)


def is_apart(originals: Sequence[bytes | None], revised: Sequence[bytes | None]) -> bool:
    """Whether two kinds of builds differ, given a file as several builds of each kind made it.

    What differs between builds of the same kind tells nothing: then there must be a place where the
    originals agree and no revised one does.
    """
    if set(originals) & set(revised):
        return False
    if len(set(originals)) == 1:
        return True
    texts = [text_of(data) if data is not None else None for data in (*originals, *revised)]
    lines = [pieces(text) for text in texts if text is not None]
    if len(lines) < len(texts) or len(set(map(len, lines))) > 1:
        return False
    places = zip(*lines, strict=True)
    count = len(originals)
    return any(len(set(at[:count])) == 1 and at[0] not in at[count:] for at in places)


def _sizes(folder: Path) -> Iterator[tuple[str, int]]:
    """Every file below the folder with its size."""
    start = len(str(folder)) + 1
    pending = [str(folder)] if folder.is_dir() else []
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    pending.append(entry.path)
                else:
                    yield entry.path[start:].replace(os.sep, "/"), entry.stat().st_size
