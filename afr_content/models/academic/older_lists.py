"""The widgets of Academic until 4.0 that list pages of one type; `pages` has taken their place.

What they showed as `featured` was called `selected` until 3.3.
"""

from __future__ import annotations

from afr_content.models.academic.section import Section
from afr_content.models.keys import Key
from afr_content.models.section import TRUTHY
from afr_content.models.types import Count, Flag, Text, Whole
from afr_content.models.widgets.pages import COMPACT, EMPTY_LIST, NO_NUMBER


class Listing(Section):
    """A list of pages."""

    count: Count = Key("How many pages are listed.", wrong=NO_NUMBER)
    view: Whole = Key("How a page in the list looks.", since="4.0", wrong=COMPACT)
    list_format: Whole = Key("How a page in the list looks.", until="3.3", wrong=COMPACT)


class Posts(Listing):
    """The posts of the blog."""

    filter_tag: Text = Key("List posts with this tag.", wrong=EMPTY_LIST)
    filter_category: Text = Key("List posts of this category.", wrong=EMPTY_LIST)


class Publications(Listing):
    """Publications, or the featured ones of them."""

    publication_type: Text = Key('List publications of this type; `"-1"` is all.', wrong=EMPTY_LIST)
    exclude_featured: Flag = Key(
        "Leave out featured ones.", default=False, since="4.0", wrong=TRUTHY
    )
    exclude_selected: Flag = Key(
        "Leave out selected ones.", default=False, until="3.3", wrong=TRUTHY
    )


class Talks(Listing):
    """Talks, or the featured ones of them."""

    exclude_featured: Flag = Key(
        "Leave out featured ones.", default=False, since="4.0", wrong=TRUTHY
    )
    exclude_selected: Flag = Key(
        "Leave out selected ones.", default=False, until="3.3", wrong=TRUTHY
    )
