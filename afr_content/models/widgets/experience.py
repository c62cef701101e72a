"""The experience widget."""

from __future__ import annotations

from typing import Annotated

from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key, breaks
from afr_content.models.section import NO_TEXT, NOT_A_LIST, Section
from afr_content.models.types import (
    EMPTY_TEXT_TOO,
    Address,
    DateLayout,
    ItemDate,
    StartDate,
    Text,
    Word,
)

NO_DATE = breaks("the build stops: there must be a date")


class Job(FrontMatterModel):
    """A job or a position."""

    title: Text = Key("Name of the position.", wrong=NO_TEXT)
    company: Text = Key("Who employs.", wrong=NO_TEXT)
    company_url: Address = Key("Web address of the employer.", wrong=NO_TEXT)
    company_logo: Word = Key(
        "Name of an SVG in `assets/media/icons/brands/`, without `.svg`.",
        since="5.1",
        wrong=breaks("the build stops: there is no such logo"),
    )
    location: Text = Key("Where it is.", wrong=NO_TEXT)
    date_start: StartDate = Key(
        "When it began.", required=True, examples=["2021-01-01"], wrong=NO_DATE
    )
    date_end: ItemDate = Key(
        "When it ended; nothing while it lasts.", examples=["2021-12-31"], wrong=NO_DATE
    )
    description: Text = Key("Text below, in Markdown.", wrong=NO_TEXT)


class Experience(Section):
    """Jobs and positions."""

    date_format: DateLayout = Key(
        "How dates are written: January 2, 2006 in the form you want.",
        default="January 2006",
        examples=["2006", "Jan 2006"],
        wrong=NO_TEXT,
    )
    experience: Annotated[list[Job], EMPTY_TEXT_TOO] = Key(
        "The jobs and positions.", wrong=NOT_A_LIST
    )
