"""The research tracks of a site, as `params.tracks` in its settings lists them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from afr_content.census import Census
from afr_content.nodes import Node, Scalar, Sequence
from afr_content.source import Span


class TrackList(NamedTuple):
    """The tracks of a language with the places where they are written."""

    path: Path
    text: str
    items: tuple[Scalar, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The tracks, in their order."""
        return tuple(item.text for item in self.items)

    def span(self, index: int) -> Span:
        """Where one of them is written."""
        return Span(self.items[index].start, self.items[index].end)


def track_list(census: Census, language: str) -> TrackList | None:
    """The list that holds for a language; None when there is none, or no list of texts."""
    for place in (("languages", language, "params", "tracks"), ("params", "tracks")):
        found = census.settings.entry(*place)
        if found:
            file, entry = found
            items = _texts(entry.value)
            return TrackList(file.path, file.document.text, items) if items else None
    return None


def _texts(node: Node) -> tuple[Scalar, ...]:
    items = node.items if isinstance(node, Sequence) else ()
    scalars = tuple(item for item in items if isinstance(item, Scalar) and item.text)
    return scalars if len(scalars) == len(items) else ()


def track_lists(census: Census) -> dict[str, TrackList]:
    """The lists by language; a list that several languages share comes under each."""
    lists = {code: track_list(census, code) for code in census.site.content_folders}
    return {code: found for code, found in lists.items() if found}
