"""What Hugo says of a build, as an author can use it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from afr_content.proof.program import Program

_BEGINNING = re.compile(
    r"^(?=(?:Error|ERROR|WARN|INFO|panic)\b|go: |Total in |Start building )", re.M
)
"""Where a message begins; what follows up to the next one belongs to it."""
_STAMP = re.compile(r"^(?:Error|ERROR|WARN)\w*:?(?: \d{4}/\d\d/\d\d \d\d:\d\d:\d\d)? ?")
_NO_GO = re.compile(r'binary with name "go" not found')
_NO_MODULE = re.compile(r"failed to download modules|^go: ", re.M)
_MODULE = re.compile(r"go: (?:module )?((?:[\w-]+\.)+[a-z]{2,}(?:/[\w.~-]+)+(?:@v[\w.+-]+)?)")
_NO_THEME = re.compile(r'module "([^"]+)" not found')
_NOT_EXTENDED = re.compile(r"this feature is not available in your current Hugo version", re.I)
_LAST_LINES = 10


def errors(output: str, surroundings: Path) -> list[str]:
    """Hugo's own words for what went wrong; without any, the last of what it said.

    Each is one message, perhaps of several lines. Paths are as they are without `surroundings`, the
    temporary folder that the copy's begin with.
    """
    said = output.replace(str(surroundings), "")
    last = "\n".join(said.strip().splitlines()[-_LAST_LINES:])
    return list(_messages(said, ("Error", "ERROR", "panic"))) or [last]


def warnings(output: str, surroundings: Path) -> list[str]:
    """What Hugo warns of, in the same way."""
    return list(_messages(output.replace(str(surroundings), ""), ("WARN",)))


def _messages(output: str, levels: tuple[str, ...]) -> Iterator[str]:
    """The messages of some levels, each once."""
    found = (part for part in _BEGINNING.split(output) if part.startswith(levels))
    yield from dict.fromkeys(_STAMP.sub("", part).strip() for part in found)


def advice(output: str, program: Program) -> str:
    """What may mend it, where Hugo's words alone do not tell an author; else empty."""
    if _NO_GO.search(output):
        return f"Hugo needs Go to fetch the site's modules; install it, or {_WITHOUT_FETCHING}"
    if _NO_MODULE.search(output):
        named = _MODULE.search(output)
        module = f"The module `{named[1]}`" if named else "A module of the site"
        return f"{module} cannot be fetched; {_WITHOUT_FETCHING}"
    if theme := _NO_THEME.search(output):
        return _no_theme(theme[1])
    if _NOT_EXTENDED.search(output) and not program.is_extended:
        return "This Hugo is not the extended edition, which the site's SCSS needs"
    return ""


_WITHOUT_FETCHING = (
    "`hugo mod vendor`, run where it can be fetched, keeps it in the site, and "
    'HUGO_MODULE_REPLACEMENTS="MODULE -> FOLDER" takes it from a folder'
)


def _no_theme(name: str) -> str:
    """A theme that is not there: a module when its name begins with a host, else a folder."""
    if "." in name.partition("/")[0]:
        return f"The module `{name}` is not there; {_WITHOUT_FETCHING}"
    return (
        f"The theme `{name}` is not in the site's `themes` folder; "
        "where it is a git submodule, `git submodule update --init` fetches it"
    )
