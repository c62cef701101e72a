"""The hero widget."""

from __future__ import annotations

from typing import Annotated

from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key, breaks, loses
from afr_content.models.section import NO_TEXT, NOT_A_MAP, TRUTHY, Design, Section
from afr_content.models.types import (
    EMPTY_TEXT_TOO,
    Anything,
    Flag,
    Icon,
    IconPack,
    Link,
    Text,
    Word,
)

_NO_ICON_HERE = "only the button has an icon"
_NO_ADDRESS = breaks("the build stops: it must be a web address")


class CallToAction(FrontMatterModel):
    """The button."""

    url: Link = Key("Where the button goes; no button without it.", wrong=_NO_ADDRESS)
    label: Text = Key("Text of the button.", wrong=NO_TEXT)
    icon_pack: IconPack = Key(
        "Where the icon is from.", default="fas", wrong=loses("no icon is shown")
    )
    icon: Icon = Key("Name of the icon, without `fa-`.", wrong=NO_TEXT)


class Alternative(FrontMatterModel):
    """The link beside the button."""

    url: Link = Key("Where the link goes; shown only when `cta.url` is set.", wrong=_NO_ADDRESS)
    label: Text = Key("Text of the link.", wrong=NO_TEXT)
    icon_pack: Anything = Key("Where an icon is from.", unread=_NO_ICON_HERE)
    icon: Anything = Key("Name of an icon.", unread=_NO_ICON_HERE)


class Note(FrontMatterModel):
    """A note below the button."""

    label: Text = Key("Text of the note.", wrong=NO_TEXT)


class HeroDesign(Design):
    """How the section looks."""

    flip: Flag = Key("Image on the left.", default=False, since="5.1", wrong=TRUTHY)


class Calls(FrontMatterModel):
    """The button of a hero, with what is beside and below it."""

    cta: CallToAction = Key("The button.", wrong=NOT_A_MAP)
    cta_alt: Alternative = Key("The link beside the button.", wrong=NOT_A_MAP)
    cta_note: Annotated[Note, EMPTY_TEXT_TOO] = Key(
        "A note below the button.", asked_first=True, wrong=NOT_A_MAP
    )


class Hero(Section):
    """A large title with a button and an image."""

    hero_media: Word = Key(
        "File name of an image in `assets/media/` or beside the page.",
        wrong=breaks("the build stops: it must be a file name"),
    )
    cta: CallToAction = Key("The button.", wrong=NOT_A_MAP)
    cta_alt: Alternative = Key("The link beside the button.", wrong=NOT_A_MAP)
    cta_note: Annotated[Note, EMPTY_TEXT_TOO] = Key("A note below the button.", wrong=NOT_A_MAP)
    design: HeroDesign = Key("How the section looks.", wrong=NOT_A_MAP)
