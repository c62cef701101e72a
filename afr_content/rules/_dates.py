"""Where dates stand, for the rules on dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from afr_content.hugo import scalar_value
from afr_content.nodes import Entry, Mapping, Scalar, Sequence
from afr_content.page import Page, is_ambiguous

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

    name: str
    scalar: Scalar
    found: object
    by_hugo: bool


def dates(page: Page) -> Iterator[DateAt]:
    """Every single value that should be a date; empty ones, lists and maps left out."""
    for name, entry, by_hugo in _entries(page):
        scalar = entry.value
        if isinstance(scalar, Scalar) and not is_ambiguous(scalar) and scalar.tag is None:
            found = scalar_value(scalar, page.dialects[-1])
            if found is not None and found != "":
                yield DateAt(name, scalar, found, by_hugo)


def _entries(page: Page) -> Iterator[tuple[str, Entry, bool]]:
    if page.root is None or page.is_settings:
        return
    for entry in page.root.entries:
        name = entry.name.lower()
        if name in HUGO_DATES:
            yield entry.name, entry, True
        elif name == "date_end" and page.kind == "event":
            yield entry.name, entry, False
    for place, items in _lists(page, page.root):
        for index, item in enumerate(items.items):
            if isinstance(item, Mapping):
                for entry in item.entries:
                    if entry.name in _ITEM_DATES:
                        yield f"{place}[{index}].{entry.name}", entry, False


def _lists(page: Page, root: Mapping) -> Iterator[tuple[str, Sequence]]:
    """The lists of jobs and awards: of a section, or of the blocks of a landing page."""
    if page.is_section and not page.has_own_template and page.widget in _LISTS:
        name = _LISTS[page.widget]
        entry = root.find(name)
        if entry and isinstance(entry.value, Sequence):
            yield name, entry.value
    blocks = root.find("sections")
    if blocks and isinstance(blocks.value, Sequence):
        for index, block in enumerate(blocks.value.items):
            items = _items_of_block(block) if isinstance(block, Mapping) else None
            if items:
                yield f"sections[{index}].content.items", items


def _items_of_block(block: Mapping) -> Sequence | None:
    name, content = block.find("block"), block.find("content")
    is_dated = name and isinstance(name.value, Scalar) and name.value.text in _LISTS
    if not is_dated or content is None or not isinstance(content.value, Mapping):
        return None
    items = content.value.find("items")
    return items.value if items and isinstance(items.value, Sequence) else None
