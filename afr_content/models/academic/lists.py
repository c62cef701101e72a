"""The widgets of Academic that list pages, from 4.1 on, and the cloud of tags."""

from __future__ import annotations

from typing import Annotated

from afr_content.models.academic.section import Design, Section
from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key, alters, breaks, loses
from afr_content.models.section import NOT_A_MAP, TRUTHY
from afr_content.models.types import (
    EMPTY_TEXT_TOO,
    Count,
    Flag,
    LooseTextList,
    Number,
    PortfolioView,
    Text,
    View,
    Whole,
    Word,
)
from afr_content.models.widgets import pages
from afr_content.models.widgets.pages import (
    COMPACT,
    EMPTY_LIST,
    NO_NUMBER,
    ORDER,
    OTHER_ORDER,
    Archive,
)
from afr_content.models.widgets.portfolio import FilterButton

_OTHER_VIEW = alters("the items appear in another view")
_OTHER_BUTTON = breaks("the build stops: it must be a number")
_NO_BUTTONS = breaks("the build stops: it must be a list")


class Filters(pages.Filters):
    """Which pages are listed."""

    author: Text = Key("Folder of a person in `content/authors/`.", since="4.8", wrong=EMPTY_LIST)


class PagesFilters(Filters):
    """Which pages are listed."""

    exclude_featured: Flag = Key("Leave out featured pages.", default=False, wrong=TRUTHY)
    exclude_past: Flag = Key("Leave out pages with a date gone by.", default=False, wrong=TRUTHY)
    exclude_future: Flag = Key("Leave out pages with a date to come.", default=False, wrong=TRUTHY)


class FeaturedContent(FrontMatterModel):
    """Which featured pages are listed."""

    page_type: Word = Key(
        "Type of the pages: mostly the folder in `content/`.",
        default="post",
        examples=["post", "publication", "talk"],
        wrong=breaks("the build stops: it must be a text"),
    )
    count: Count = Key("How many pages are listed; 0 is all.", wrong=NO_NUMBER)
    order: Annotated[str, ORDER] = Key(
        "By date, newest first (`desc`) or last (`asc`).", default="desc", wrong=OTHER_ORDER
    )
    filters: Filters = Key("Which pages are listed.", wrong=NOT_A_MAP)
    link_to_archive: Flag = Key(
        "Show a link to all pages.", default=False, since="4.8", until="4.8", wrong=TRUTHY
    )
    archive: Archive = Key("The link to all pages.", since="5.0", wrong=NOT_A_MAP)


class PagesContent(FrontMatterModel):
    """Which pages are listed."""

    page_type: Word = Key(
        "Type of the pages: mostly the folder in `content/`.",
        default="post",
        examples=["post", "publication", "talk"],
        wrong=breaks("the build stops: it must be a text"),
    )
    count: Count = Key("How many pages are listed; 0 is all.", default=5, wrong=NO_NUMBER)
    offset: Count = Key(
        "How many pages are skipped first.", default=0, wrong=alters("no page is skipped")
    )
    order: Annotated[str, ORDER] = Key(
        "By date, newest first (`desc`) or last (`asc`).", default="desc", wrong=OTHER_ORDER
    )
    filters: PagesFilters = Key("Which pages are listed.", wrong=NOT_A_MAP)
    archive: Archive = Key("The link to all pages.", since="5.0", wrong=NOT_A_MAP)


class PagesDesign(Design):
    """How the list looks."""

    view: View = Key("How a page in the list looks.", examples=[2], wrong=COMPACT)


class Pages(Section):
    """A list of pages."""

    content: PagesContent = Key("Which pages are listed.", wrong=NOT_A_MAP)
    design: PagesDesign = Key("How the list looks.", wrong=NOT_A_MAP)


class Featured(Section):
    """A list of the pages that say `featured: true`."""

    content: FeaturedContent = Key("Which featured pages are listed.", wrong=NOT_A_MAP)
    design: PagesDesign = Key("How the list looks.", wrong=NOT_A_MAP)


class PortfolioFilters(FrontMatterModel):
    """Which items are shown."""

    tags: LooseTextList = Key("Show pages with one of these tags.", wrong=loses("no item is shown"))


class PortfolioContent(FrontMatterModel):
    """Which items are shown."""

    page_type: Word = Key(
        "Type of the pages: mostly the folder in `content/`.",
        default="project",
        examples=["project"],
        wrong=loses("no item is shown"),
    )
    filters: PortfolioFilters = Key("Which items are shown.", since="5.0", wrong=NOT_A_MAP)
    filter_default: Count = Key(
        "Which button is pressed first, counted from 0.", default=0, wrong=_OTHER_BUTTON
    )
    filter_button: Annotated[list[FilterButton], EMPTY_TEXT_TOO] = Key(
        "Buttons to filter the items with.", wrong=_NO_BUTTONS
    )


class PortfolioDesign(Design):
    """How the items look."""

    view: PortfolioView = Key("How an item looks.", examples=[3], wrong=_OTHER_VIEW)
    flip_alt_rows: Flag = Key(
        "In the showcase view, mirror every other row.", default=True, wrong=TRUTHY
    )


class Portfolio(Section):
    """Projects or other pages as cards, with buttons to filter them."""

    content: PortfolioContent = Key("Which items are shown.", since="4.1", wrong=NOT_A_MAP)
    design: PortfolioDesign = Key("How the items look.", since="4.1", wrong=NOT_A_MAP)


class Projects(Portfolio):
    """Projects: the portfolio under the name that it had until 4.0, with other keys."""

    folder: Word = Key(
        "Type of the pages: mostly the folder in `content/`.",
        default="project",
        until="4.0",
        wrong=loses("no item is shown"),
    )
    view: Whole = Key("How an item looks.", until="4.0", wrong=_OTHER_VIEW)
    widget_layout: Whole = Key("0 is two columns, 1 is one.", default=0, until="4.0")
    filter_default: Count = Key(
        "Which button is pressed first, counted from 0.",
        default=0,
        until="4.0",
        wrong=_OTHER_BUTTON,
    )
    filter: list[FilterButton] = Key(
        "Buttons to filter the items with.", until="4.0", wrong=_NO_BUTTONS
    )
    flip_alt_rows: Flag = Key(
        "In the showcase view, mirror every other row.", default=True, until="4.0", wrong=TRUTHY
    )


class TagCloudContent(FrontMatterModel):
    """Which tags are shown."""

    taxonomy: Word = Key(
        "What to show: `tags`, `categories` or another taxonomy, in the plural.",
        default="tags",
        wrong=loses("no tag is shown"),
    )
    count: Count = Key("How many tags are shown; 0 is all.", default=20, wrong=NO_NUMBER)


class TagCloudDesign(Design):
    """How large the tags are."""

    font_size_min: Number = Key(
        "Size of the rarest tag.", default=0.8, since="4.5", wrong=NO_NUMBER
    )
    font_size_max: Number = Key(
        "Size of the most frequent tag.", default=2.5, since="4.5", wrong=NO_NUMBER
    )


class TagCloud(Section):
    """Tags, the larger the more pages have them."""

    content: TagCloudContent = Key("Which tags are shown.", since="4.5", wrong=NOT_A_MAP)
    design: TagCloudDesign = Key("How large the tags are.", since="4.1", wrong=NOT_A_MAP)
