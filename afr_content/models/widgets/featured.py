"""The featured widget."""

from __future__ import annotations

from typing import Annotated

from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key, breaks
from afr_content.models.section import NOT_A_MAP, Section
from afr_content.models.types import Count, Word
from afr_content.models.widgets.pages import (
    NO_NUMBER,
    ORDER,
    OTHER_ORDER,
    Archive,
    Filters,
    PagesDesign,
)


class FeaturedFilters(Filters):
    """Which featured pages are listed."""


class FeaturedContent(FrontMatterModel):
    """Which featured pages are listed."""

    page_type: Word = Key(
        "Type of the pages: mostly the folder in `content/`.",
        default="post",
        examples=["publication"],
        wrong=breaks("the build stops: it must be a text"),
    )
    count: Count = Key("How many pages are listed; by default all.", wrong=NO_NUMBER)
    order: Annotated[str, ORDER] = Key(
        "By date, newest first (`desc`) or last (`asc`).", default="desc", wrong=OTHER_ORDER
    )
    filters: FeaturedFilters = Key("Which featured pages are listed.", wrong=NOT_A_MAP)
    archive: Archive = Key("The link to all pages.", wrong=NOT_A_MAP)


class Featured(Section):
    """A list of the pages that say `featured: true`."""

    content: FeaturedContent = Key("Which featured pages are listed.", wrong=NOT_A_MAP)
    design: PagesDesign = Key("How the list looks.", wrong=NOT_A_MAP)
