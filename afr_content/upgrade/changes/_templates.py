"""The site's own templates, as changes look at them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from afr_content.source import Span
from afr_content.upgrade.move import Move, Turn

_ACTION = re.compile(r"\{\{(?!-?\s*/\*).*?\}\}", re.S)
_ENDINGS = (".html", ".xml", ".json", ".txt", ".ics", ".rss")


class Template(NamedTuple):
    """A template of the site's own: its name below `layouts`, its file and its text."""

    name: str
    path: Path
    text: str

    def uses(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where a pattern stands within an action."""
        for action in _ACTION.finditer(self.text):
            yield from pattern.finditer(self.text, *action.span())


def templates(move: Move) -> tuple[Template, ...]:
    """The templates in the site's `layouts`."""
    return below(move.root / "layouts")


def of_themes(move: Move) -> tuple[Template, ...]:
    """The templates of the themes that lie beside the site; none for a theme that is fetched."""
    return tuple(t for layouts in move.before.templates.themes for t in below(layouts))


@lru_cache(maxsize=8)
def below(layouts: Path) -> tuple[Template, ...]:
    """The templates in a folder."""
    paths = sorted(p for p in layouts.rglob("*") if p.suffix in _ENDINGS and p.is_file())
    return tuple(
        Template(path.relative_to(layouts).as_posix(), path, path.read_text("utf-8", "replace"))
        for path in paths
    )


def span(match: re.Match[str], group: int | str = 0) -> Span:
    """Where a match stands."""
    return Span(*match.span(group))


def reads_view(turn: Turn, place: str) -> bool:
    """Whether an own template of a list asks for its view: it may not know names."""
    if place != "view":
        return False
    section = turn.before.place.section
    pattern = re.compile(r"\.Params\.view\b")
    names = (f"{section}/", "_default/", "section/")
    own = (t for t in templates(turn.move) if t.name.startswith(names))
    return any(any(True for _ in template.uses(pattern)) for template in own)
