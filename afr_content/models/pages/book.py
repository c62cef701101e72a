"""A page of a book, such as a course or documentation."""

from __future__ import annotations

from afr_content.models.keys import Key, loses
from afr_content.models.pages.page import Page
from afr_content.models.section import TRUTHY, VERBATIM
from afr_content.models.types import Flag, Icon, IconPack, Text


class Book(Page):
    """A page of a book: `type: book`."""

    first_keys = ("title", "link_title", "summary", "date", "type", "weight", "icon_pack", "icon")

    icon: Icon = Key("Name of the icon in the menu, without `fa-`.", wrong=VERBATIM)
    icon_pack: IconPack = Key(
        "Where the icon is from.", default="fas", wrong=loses("no icon is shown")
    )
    hidden: Flag = Key("Keep the page from the menu.", default=False, wrong=TRUTHY)
    pre_nav: Text = Key("HTML above the menu, on the book's first page.", wrong=VERBATIM)
