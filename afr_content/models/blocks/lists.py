"""The blocks that list pages of the site: collection, people, portfolio and tag_cloud."""

from __future__ import annotations

from typing import Annotated

from afr_content.models.blocks.block import (
    EMPTY_STOPS,
    Block,
    BlockContent,
    BlockDesign,
    WideDesign,
)
from afr_content.models.keys import Key, alters, breaks
from afr_content.models.section import NOT_A_MAP
from afr_content.models.types import EMPTY_TEXT_TOO, Anything, Flag, Index, SortField, Text
from afr_content.models.widgets.pages import NO_FLAG, Looks, PagesContent, PagesFilters
from afr_content.models.widgets.people import NOBODY, PeopleContent, Profiles
from afr_content.models.widgets.portfolio import FilterButton, ItemLooks, Items
from afr_content.models.widgets.tag_cloud import FontSizes, TagCloudContent

_AS_BUTTONS = "a block has it as `buttons`"


class CollectionFilters(PagesFilters):
    """Which pages are listed."""

    exclude_publication_type: Text = Key(
        "Leave out publications of this type; the main branch since May 2024.",
        since="5.9.7",
        wrong=alters("the publications are listed nevertheless"),
    )


class CollectionContent(PagesContent, BlockContent):
    """Which pages are listed."""

    filters: CollectionFilters = Key("Which pages are listed.", wrong=NOT_A_MAP)


class CollectionDesign(Looks, BlockDesign):
    """How the list looks."""


class Collection(Block):
    """A list of pages."""

    content: CollectionContent = Key("Which pages are listed.", wrong=EMPTY_STOPS)
    design: CollectionDesign = Key("How the list looks.", wrong=EMPTY_STOPS)


class GroupsContent(PeopleContent, BlockContent):
    """Who is shown."""

    sort_by: SortField = Key(
        "What to sort by: `Params.` and a key of the profiles, or a field of Hugo's pages.",
        default="Params.last_name",
        wrong=breaks("the build stops: pages have no such field"),
    )
    sort_ascending: Flag = Key("Lowest first.", default=True, wrong=NO_FLAG)


class PeopleBlockDesign(Profiles, WideDesign):
    """How people are shown."""


class People(Block):
    """The profiles of everybody in some groups."""

    content: GroupsContent = Key("Who is shown.", required=True, missing=NOBODY, wrong=EMPTY_STOPS)
    design: PeopleBlockDesign = Key("How people are shown.", wrong=EMPTY_STOPS)


class PortfolioBlockContent(Items, BlockContent):
    """Which items are shown, and buttons to filter them with."""

    default_button_index: Index = Key(
        "Which button is pressed first, counted from 0.",
        default=0,
        wrong=breaks("the build stops: it must be a number"),
    )
    buttons: Annotated[list[FilterButton], EMPTY_TEXT_TOO] = Key(
        "Buttons to filter the items with.", wrong=breaks("the build stops: it must be a list")
    )
    filter_default: Anything = Key(
        "The first button of a widget.", unread="a block has it as `default_button_index`"
    )
    filter_button: Anything = Key("The buttons of a widget.", unread=_AS_BUTTONS)


class PortfolioBlockDesign(ItemLooks, BlockDesign):
    """How the items look."""


class Portfolio(Block):
    """Projects or other pages as cards, with buttons to filter them."""

    content: PortfolioBlockContent = Key("Which items are shown.", wrong=EMPTY_STOPS)
    design: PortfolioBlockDesign = Key("How the items look.", wrong=EMPTY_STOPS)


class TagsContent(TagCloudContent, BlockContent):
    """Which tags are shown."""


class TagsDesign(FontSizes, BlockDesign):
    """How large the tags are."""


class TagCloud(Block):
    """Tags, the larger the more pages have them."""

    content: TagsContent = Key("Which tags are shown.", wrong=EMPTY_STOPS)
    design: TagsDesign = Key("How large the tags are.", wrong=EMPTY_STOPS)
