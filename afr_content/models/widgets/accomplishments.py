"""The accomplishments widget."""

from __future__ import annotations

from typing import Annotated

from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key, breaks
from afr_content.models.section import NO_TEXT, NOT_A_LIST, Section
from afr_content.models.types import EMPTY_TEXT_TOO, Address, DateLayout, ItemDate, StartDate, Text

NO_DATE = breaks("the build stops: there must be a date")


class Accomplishment(FrontMatterModel):
    """A course, an award or a certificate."""

    title: Text = Key("What it is.", wrong=NO_TEXT)
    organization: Text = Key("Who awarded it.", wrong=NO_TEXT)
    organization_url: Address = Key("Web address of the organisation.", wrong=NO_TEXT)
    url: Address = Key("Web address of the course or award.", wrong=NO_TEXT)
    certificate_url: Address = Key("Web address of the certificate.", wrong=NO_TEXT)
    date_start: StartDate = Key(
        "When it began; the newest stands first.",
        required=True,
        examples=["2021-01-25"],
        wrong=NO_DATE,
    )
    date_end: ItemDate = Key("When it ended.", examples=["2021-06-30"], wrong=NO_DATE)
    description: Text = Key("Text below, in Markdown.", wrong=NO_TEXT)


class Dated(FrontMatterModel):
    """How the dates of awards are written."""

    date_format: DateLayout = Key(
        "How dates are written: January 2, 2006 in the form you want.",
        default="Jan 2006",
        examples=["2006", "Jan 2006"],
        wrong=NO_TEXT,
    )


class Accomplishments(Dated, Section):
    """Courses, awards and certificates."""

    item: Annotated[list[Accomplishment], EMPTY_TEXT_TOO] = Key(
        "The courses, awards and certificates.", wrong=NOT_A_LIST
    )
