"""From one theme and Hugo to others: what a change is looked for between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from afr_content.hugo import Dialect
from afr_content.page import Page
from afr_content.settings import Settings, read_settings
from afr_content.site import Site
from afr_content.source import SourceFile


class Move:
    """A site as it is and as it would be: the same files, other versions.

    `texts` are those of files that are not written yet; `read` gives the text of any file; `pages`
    are the files that are looked at, with the versions of now.
    """

    def __init__(
        self,
        before: Site,
        after: Site,
        read: Callable[[Path], SourceFile],
        texts: dict[Path, str],
        pages: Sequence[Page] = (),
    ) -> None:
        self.before, self.after, self.read, self._texts = before, after, read, texts
        self.pages = pages

    @property
    def root(self) -> Path:
        """The folder of the site."""
        return self.before.root

    @cached_property
    def settings(self) -> Settings:
        """Hugo's settings, as the texts at hand have them."""
        return read_settings(self.root, self._texts)

    def theme_passes(self, *version: int) -> bool:
        """Whether the theme is older than a version now, and not any more then."""
        old, new = self.before.theme, self.after.theme
        return old is not None and new is not None and old < version <= new

    def hugo_passes(self, *version: int) -> bool:
        """Whether Hugo is older than a version now, and not any more then."""
        old, new = self.before.hugo, self.after.hugo
        return old is not None and new is not None and old < version <= new

    @property
    def changes_yaml(self) -> bool:
        """Whether Hugo's reader of YAML becomes another: with 0.152."""
        return self.before.dialects == (Dialect.OLD,) and self.after.dialects == (Dialect.NEW,)

    def theme_is(self, *version: int) -> bool:
        """Whether the theme is of that version or later then."""
        return self.after.theme is not None and self.after.theme >= version


class Turn(NamedTuple):
    """A page as the site is, and as it would be."""

    before: Page
    after: Page
    move: Move

    @property
    def text(self) -> str:
        """What the file says; both ends have the same."""
        return self.before.source.text
