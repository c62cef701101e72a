"""What the rooms of this package hand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from afr_content.hugo import Dialect, HugoVersion
from afr_content.migration.contact import Given
from afr_content.migration.tree import Key
from afr_content.migration.values import Params
from afr_content.page import Page
from afr_content.theme import ThemeVersion


class NotMovableError(ValueError):
    """A file that stays as it is; the message says why, `offset` where."""

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.offset = offset


class Fate(Enum):
    """What becomes of a section."""

    BLOCK = "a block"
    HIDDEN = "a block that is a comment, since the section is not active"
    WORDS = "a block with its title and text, since there is none for the rest"
    COMMENT = "a comment, since there is no block for it"

    @property
    def is_shown(self) -> bool:
        """Whether the page shows anything of it."""
        return self in (Fate.BLOCK, Fate.WORDS)


class Remark(NamedTuple):
    """What there is to say of a key: where it is written, and what comes of it.

    A loss has no counterpart in a landing page.
    """

    path: Path
    line: int
    key: str
    text: str
    is_loss: bool = False


class Setting(NamedTuple):
    """From which theme to which, with which Hugo; whether the section is shown, and its id.

    `contact` is what the site's settings say of how to get in touch.
    """

    source: ThemeVersion | None
    target: ThemeVersion
    hugo: HugoVersion | None
    is_active: bool
    id: str
    contact: tuple[Given, ...] = ()


@dataclass
class Moved:
    """A section, moved: the lines of an item of `sections`, and what each Hugo is to read of it.

    One that is not shown is a comment, and no data of the page. `gallery` are captions that belong
    to the page, `captions` what each Hugo reads of them.
    """

    page: Page
    block: str
    id: str
    fate: Fate
    lines: list[str]
    data: dict[Dialect, Params]
    gallery: Key | None
    captions: dict[Dialect, Any]
    remarks: list[Remark]
