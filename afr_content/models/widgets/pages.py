"""The pages widget (since 5.8 also called collection)."""

from __future__ import annotations

from typing import Annotated

from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key, alters, breaks, loses
from afr_content.models.section import NO_TEXT, NOT_A_MAP, TRUTHY, Design, Section
from afr_content.models.types import (
    Address,
    Anything,
    Count,
    Flag,
    Folders,
    PublicationType,
    SortField,
    Text,
    View,
    Word,
    choice,
)

EMPTY_LIST = loses("no page is listed")
ORDER = choice("asc", "desc")
OTHER_ORDER = alters("the pages come in another order")
COMPACT = alters("the pages are listed in the compact view")
NO_NUMBER = breaks("the build stops: it must be a number")
NO_FLAG = breaks("the build stops with Hugo before 0.147: it must be `true` or `false`")


class Archive(FrontMatterModel):
    """The link to all pages."""

    enable: Flag = Key(
        "Show the link; by default when there are more pages than shown.", wrong=TRUTHY
    )
    text: Text = Key("Text of the link.", wrong=NO_TEXT)
    link: Address = Key("Where the link goes; by default to the folder.", wrong=NO_TEXT)


class Filters(FrontMatterModel):
    """Which pages are listed."""

    author: Text = Key("Folder of a person in `content/authors/`.", wrong=EMPTY_LIST)
    category: Text = Key("List pages of this category.", wrong=EMPTY_LIST)
    tag: Text = Key("List pages with this tag.", wrong=EMPTY_LIST)
    publication_type: PublicationType = Key(
        "List publications of this type, as in their `publication_types`.", wrong=EMPTY_LIST
    )


class PagesFilters(Filters):
    """Which pages are listed."""

    first_keys = ("folders",)

    folders: Folders = Key(
        "Folders in `content/` whose pages are listed.",
        since="5.5",
        examples=[["post"]],
        wrong=breaks("the build stops: it must be a list"),
    )
    exclude_publication_type: Anything = Key(
        "Leave out publications of this type.", unread="only blocks of landing pages read it"
    )
    featured_only: Flag = Key("List featured pages only.", default=False, since="5.8", wrong=TRUTHY)
    exclude_featured: Flag = Key("Leave out featured pages.", default=False, wrong=TRUTHY)
    exclude_future: Flag = Key("Leave out pages with a date to come.", default=False, wrong=TRUTHY)
    exclude_past: Flag = Key("Leave out pages with a date gone by.", default=False, wrong=TRUTHY)


class PagesContent(FrontMatterModel):
    """Which pages are listed."""

    last_keys = ("filters", "archive")

    page_type: Word = Key(
        "Type of the pages: mostly the folder in `content/`.",
        examples=["post", "publication", "event"],
        wrong=breaks("the build stops: it must be a text"),
    )
    count: Count = Key("How many pages are listed; 0 is all.", default=5, wrong=NO_NUMBER)
    offset: Count = Key("How many pages are skipped first.", default=0, wrong=NO_NUMBER)
    order: Annotated[str, ORDER] = Key(
        "By date, newest first (`desc`) or last (`asc`).", default="desc", wrong=OTHER_ORDER
    )
    sort_by: SortField = Key(
        "What to sort by: a field of Hugo's pages such as `Title`, or `Params.` and a key.",
        default="Date",
        since="5.5",
        wrong=breaks("the build stops: pages have no such field"),
    )
    sort_ascending: Flag = Key(
        "Lowest first.",
        default=False,
        since="5.5",
        wrong=NO_FLAG,
    )
    filters: PagesFilters = Key("Which pages are listed.", wrong=NOT_A_MAP)
    archive: Archive = Key("The link to all pages.", wrong=NOT_A_MAP)


class Looks(FrontMatterModel):
    """How a page in a list looks."""

    view: View = Key("How a page in the list looks.", examples=["compact"], wrong=COMPACT)
    flip_alt_rows: Flag = Key(
        "In the showcase view, mirror every other row.", default=True, since="5.5", wrong=TRUTHY
    )


class PagesDesign(Looks, Design):
    """How the list looks."""


class Pages(Section):
    """A list of pages."""

    content: PagesContent = Key("Which pages are listed.", wrong=NOT_A_MAP)
    design: PagesDesign = Key("How the list looks.", wrong=NOT_A_MAP)
