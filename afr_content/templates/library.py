"""The templates of a site and of the themes that lie beside it.

What reads them is imported when there are any.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from afr_content.templates.findings import Reading

PARTIALS = ("partials", "_partials")
WIDGETS = ("widgets", "blocks/v1")
_MOST = 30


class Source(NamedTuple):
    """A template's name, file and text."""

    name: str
    path: Path
    text: str


class Library:
    """The layout folders of a site, and those of its themes, which the site's go before."""

    def __init__(self, own: Iterable[Path] = (), themes: Iterable[Path] = ()) -> None:
        self.own = tuple(folder for folder in own if folder.is_dir())
        self.themes = tuple(folder for folder in themes if folder.is_dir())
        self._widgets: dict[str, Reading | None] = {}

    def __getstate__(self) -> dict[str, object]:
        """What was read is read anew by another process."""
        return {"own": self.own, "themes": self.themes, "_widgets": {}}

    def partials(self, pattern: str) -> list[Source]:
        """The partials of a name, in which `*` stands for anything; none where that says little."""
        if "*" not in pattern:
            found = self._find(pattern) or self._find(f"{pattern}.html")
            return [found] if found else []
        if pattern.strip("*/.html") == "":
            return []
        sources = {path.name: path for room in self._rooms() for path in _matching(room, pattern)}
        return [_source(name, path) for name, path in sorted(sources.items())[:_MOST]]

    def _rooms(self) -> Iterator[Path]:
        """Where partials are, the themes' first: what comes later wins."""
        for layouts in (*self.themes, *self.own):
            yield from (layouts / name for name in PARTIALS)

    def _find(self, name: str) -> Source | None:
        paths = (room / name for room in reversed(list(self._rooms())))
        return next((_source(name, path) for path in paths if path.is_file()), None)

    def widget(self, name: str) -> Reading | None:
        """What the template of a widget reads; None when there is no such template."""
        if name not in self._widgets:
            found = (self._find(f"{folder}/{name}.html") for folder in WIDGETS)
            source = next(filter(None, found), None)
            self._widgets[name] = self._read(source) if source else None
        return self._widgets[name]

    def _read(self, source: Source) -> Reading:
        from afr_content.templates.contexts import section_at_hand
        from afr_content.templates.walk import Walker

        walker = Walker(self)
        return walker.read(source, section_at_hand(walker.reading))

    def block(self, name: str) -> Reading | None:
        """What the template of a block of landing pages reads; None when there is none."""
        from afr_content.templates.contexts import block_at_hand
        from afr_content.templates.walk import Walker

        source = self._find(f"blocks/{name}.html")
        walker = Walker(self)
        return walker.read(source, block_at_hand(walker.reading)) if source else None

    @cached_property
    def of_own(self) -> Reading:
        """What the site's own templates read of any page, those of its widgets included."""
        return self._read_all(self.own, names_only=False)

    @cached_property
    def of_all(self) -> Reading:
        """The names that the templates of the site and of its themes read of any page."""
        return self._read_all((*self.own, *self.themes), names_only=True)

    def _read_all(self, folders: Iterable[Path], *, names_only: bool) -> Reading:
        from afr_content.templates.contexts import at_hand
        from afr_content.templates.walk import Walker

        walker = Walker(self, names_only=names_only)
        for layouts in folders:
            for path in sorted(_html_files(layouts)):
                name = path.relative_to(layouts).as_posix()
                walker.read(_source(name, path), at_hand(walker.reading, name), whole=True)
        return walker.reading

    @property
    def site_params(self) -> frozenset[str]:
        """The keys of the site's `params` that templates read, as `avatar.shape`."""
        return frozenset(".".join(key.path) for key in self.of_all.site.walk())


def _html_files(layouts: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(layouts, followlinks=True):
        yield from (Path(folder, name) for name in names if name.endswith(".html"))


def _matching(room: Path, pattern: str) -> Iterator[Path]:
    for ending in ("", ".html"):
        yield from (path for path in room.glob(f"{pattern}{ending}") if path.suffix == ".html")


def _source(name: str, path: Path) -> Source:
    try:
        text = path.read_text("utf-8", "replace")
    except OSError:
        text = ""
    return Source(name, path, text)
