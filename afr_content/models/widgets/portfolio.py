"""The portfolio widget."""

from __future__ import annotations

from typing import Annotated

from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key, alters, breaks, loses
from afr_content.models.section import NO_TEXT, NOT_A_MAP, TRUTHY, Design, Section
from afr_content.models.types import (
    EMPTY_TEXT_TOO,
    Flag,
    Index,
    LooseTextList,
    PortfolioView,
    SortField,
    Text,
    Word,
    choice,
)
from afr_content.models.widgets.pages import NO_FLAG, OTHER_ORDER

NO_ITEM = loses("no item is shown")


class FilterButton(FrontMatterModel):
    """A button that shows some items only."""

    name: Text = Key("Text of the button.", examples=["All"], wrong=NO_TEXT)
    tag: Text = Key(
        "Tag of the items to show; `*` is all.",
        examples=["*", "Deep Learning"],
        wrong=loses("the button shows nothing"),
    )
    filter: Text = Key(
        "CSS selector of the items to show, in place of `tag`.",
        since="5.7",
        wrong=loses("the button shows nothing"),
    )


class PortfolioFilters(FrontMatterModel):
    """Which items are shown."""

    folders: LooseTextList = Key(
        "Folders in `content/` whose pages are shown.",
        since="5.5",
        examples=[["project"]],
        wrong=NO_ITEM,
    )
    tags: LooseTextList = Key("Show pages with one of these tags.", wrong=NO_ITEM)
    exclude_tags: LooseTextList = Key(
        "Leave out pages with one of these tags.",
        since="5.6",
        wrong=alters("the pages are shown nevertheless"),
    )
    kinds: LooseTextList = Key(
        "Kinds of page to show: `page` or `section`.",
        default=["page"],
        since="5.6",
        wrong=NO_ITEM,
    )


class Items(FrontMatterModel):
    """Which items are shown."""

    page_type: Word = Key(
        "Type of the pages: mostly the folder in `content/`; until 5.4 `project` by default.",
        examples=["project"],
        wrong=NO_ITEM,
    )
    filters: PortfolioFilters = Key("Which items are shown.", wrong=NOT_A_MAP)
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
    order: Annotated[str, choice("asc", "desc")] = Key(
        "Newest first (`desc`) or last (`asc`).", default="desc", since="5.5", wrong=OTHER_ORDER
    )


class PortfolioContent(Items):
    """Which items are shown, and buttons to filter them with."""

    filter_default: Index = Key(
        "Which button is pressed first, counted from 0.",
        default=0,
        wrong=breaks("the build stops: it must be a number"),
    )
    filter_button: Annotated[list[FilterButton], EMPTY_TEXT_TOO] = Key(
        "Buttons to filter the items with.", wrong=breaks("the build stops: it must be a list")
    )


class ItemLooks(FrontMatterModel):
    """How the items look."""

    view: PortfolioView = Key(
        "How an item looks.",
        examples=["showcase"],
        wrong=alters("the items appear in another view"),
    )
    flip_alt_rows: Flag = Key(
        "In the showcase view, mirror every other row.", default=True, wrong=TRUTHY
    )


class PortfolioDesign(ItemLooks, Design):
    """How the items look."""


class Portfolio(Section):
    """Projects or other pages as cards, with buttons to filter them."""

    content: PortfolioContent = Key("Which items are shown.", wrong=NOT_A_MAP)
    design: PortfolioDesign = Key("How the items look.", wrong=NOT_A_MAP)
