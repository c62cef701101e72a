"""What rules share that hold for section files and for the blocks of landing pages alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from afr_content.landing import SECTIONS, blocks_of, entry_in
from afr_content.models.check import Path
from afr_content.nodes import Entry, Mapping
from afr_content.page import Page
from afr_content.rules._sections import HAS_LANDING


class Part(NamedTuple):
    """A section file's front matter, or a block of a landing page, with the theme's template.

    `name` is its widget or block, `path` where it is in the front matter.
    """

    name: str
    mapping: Mapping
    path: Path = ()

    @property
    def is_block(self) -> bool:
        """Whether it is a block."""
        return bool(self.path)

    def at(self, *names: str) -> Entry | None:
        """The entry at a dotted place; letter case counts in a block only."""
        if self.is_block:
            return entry_in(self.mapping, *names)
        node: object = self.mapping
        entry = None
        for name in names:
            entry = node.find(name) if isinstance(node, Mapping) else None
            node = entry.value if entry else None
        return entry


def parts(page: Page) -> Iterator[Part]:
    """The section that a file is, or the blocks of a landing page: those that the theme shows."""
    if page.root is None:
        return
    if page.is_section:
        if not page.has_own_template:
            yield Part(page.widget.lower(), page.root)
    elif has_blocks(page):
        for block, item in blocks_of(page.root):
            if block.name not in page.site.own_blocks:
                yield Part(block.name, item, (SECTIONS, block.item))


def has_blocks(page: Page) -> bool:
    """Whether a page's `sections` are such as the theme knows."""
    site = page.site
    if page.root is None or page.is_section or page.is_settings or site.has_other_theme:
        return False
    return page.root.find(SECTIONS) is not None and not (site.theme and site.theme < HAS_LANDING)
