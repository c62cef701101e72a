"""Where dates stand, for the rules on dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from afr_content.hugo import scalar_value
from afr_content.models.check import Path
from afr_content.nodes import Entry, Mapping, Scalar, Sequence
from afr_content.page import Page, is_ambiguous
from afr_content.rules._blocks import parts
from afr_content.rules._keys import dotted

HUGO_DATES = frozenset(
    {
        "date", "lastmod", "modified", "publishdate", "pubdate", "published", "expirydate",
        "unpublishdate",
    }
)  # fmt: skip
"""The keys that Hugo itself reads as dates, in lower case."""

_ITEM_DATES = ("date_start", "date_end")
_LISTS = {"experience": "experience", "accomplishments": "item"}


class DateAt(NamedTuple):
    """A single value that should be a date.

    `found` is what Hugo makes of it: a text, a number, …; `by_hugo` tells the dates that Hugo reads
    from those that a template reads.
    """

    path: Path
    scalar: Scalar
    found: object
    by_hugo: bool

    @property
    def name(self) -> str:
        """The place as people write it."""
        return dotted(self.path)


def dates(page: Page) -> Iterator[DateAt]:
    """Every single value that should be a date; empty ones, lists and maps left out."""
    for path, entry, by_hugo in _entries(page):
        scalar = entry.value
        if isinstance(scalar, Scalar) and not is_ambiguous(scalar) and scalar.tag is None:
            found = scalar_value(scalar, page.dialects[-1])
            if found is not None and found != "":
                yield DateAt(path, scalar, found, by_hugo)


def _entries(page: Page) -> Iterator[tuple[Path, Entry, bool]]:
    if page.root is None or page.is_settings:
        return
    for entry in page.root.entries:
        name = entry.name.lower()
        if name in HUGO_DATES:
            yield (entry.name,), entry, True
        elif name == "date_end" and page.kind == "event":
            yield (entry.name,), entry, False
    for place, items in _lists(page):
        for index, item in enumerate(items.items):
            if isinstance(item, Mapping):
                for entry in item.entries:
                    if entry.name in _ITEM_DATES:
                        yield (*place, index, entry.name), entry, False


def _lists(page: Page) -> Iterator[tuple[Path, Sequence]]:
    """The lists of jobs and awards: of a section, or of the blocks of a landing page."""
    for part in parts(page):
        if part.name in _LISTS:
            place = ("content", "items") if part.is_block else (_LISTS[part.name],)
            entry = part.at(*place)
            if entry and isinstance(entry.value, Sequence):
                yield (*part.path, *place), entry.value
