"""An event, such as a talk."""

from __future__ import annotations

from typing import Annotated

from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key, breaks
from afr_content.models.pages.page import Page
from afr_content.models.section import NO_TEXT, NOT_A_MAP, TRUTHY, VERBATIM
from afr_content.models.types import EMPTY_TEXT_TOO, Address, Flag, ItemDate, Text


class EventAddress(FrontMatterModel):
    """Where the event takes place."""

    street: Text = Key("Street and number.", wrong=VERBATIM)
    city: Text = Key("Town.", wrong=VERBATIM)
    region: Text = Key("State or region.", wrong=VERBATIM)
    postcode: Text = Key("Postal code.", wrong=VERBATIM)
    country: Text = Key("Country.", wrong=VERBATIM)


class Event(Page):
    """An event. Its `date` is when it begins."""

    first_keys = (
        "title",
        "subtitle",
        "event",
        "event_url",
        "location",
        "address",
        "summary",
        "abstract",
        "date",
        "date_end",
        "all_day",
        "publish_date",
        "authors",
        "tags",
        "categories",
        "featured",
        "image",
        "links",
    )

    event: Text = Key("What the talk was part of.", wrong=NO_TEXT)
    event_url: Address = Key("Web address of the event; needs `event`.", wrong=VERBATIM)
    location: Text = Key("Where it takes place.", wrong=NO_TEXT)
    address: Annotated[EventAddress, EMPTY_TEXT_TOO] = Key(
        "Postal address; shown only with `location`.", wrong=NOT_A_MAP
    )
    date_end: ItemDate = Key(
        "When it ends.",
        examples=["2021-09-30T18:00:00Z"],
        wrong=breaks("the build stops: it must be a date"),
    )
    all_day: Flag = Key("Show the days without times.", default=False, wrong=TRUTHY)
