"""The slider widget, of two generations: `item` until 5.4, `content.slides` since."""

from __future__ import annotations

from typing import Annotated

from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key, alters, breaks, loses
from afr_content.models.section import (
    BAD_CSS,
    NO_TEXT,
    NOT_A_LIST,
    NOT_A_MAP,
    TRUTHY,
    VERBATIM,
    Design,
    Section,
)
from afr_content.models.types import (
    Address,
    BackgroundSize,
    CssColor,
    CssLength,
    Flag,
    Icon,
    IconPack,
    Interval,
    PrintedNumber,
    Text,
    Word,
    choice,
)
from afr_content.models.widgets.pages import NO_FLAG

_ALIGN = choice("left", "center", "right", "justify")
_NO_IMAGE = breaks("the build stops: there is no such image")
NO_SLIDES = loses("no slide is shown, and from 5.9 on the build stops")
_NO_ICON = loses("no icon is shown")
_OTHER_PACE = alters("the slides do not change at that pace")


class OldSlide(FrontMatterModel):
    """A slide of the theme until 5.4."""

    title: Text = Key("Heading of the slide.", wrong=NO_TEXT)
    content: Text = Key("Text of the slide.", wrong=NO_TEXT)
    align: Annotated[str, _ALIGN] = Key("Where the text stands.", default="left", wrong=VERBATIM)
    overlay_color: CssColor = Key("Background as a CSS colour.", examples=["#666"], wrong=VERBATIM)
    overlay_img: Word = Key("File name of an image in `assets/media/`.", wrong=_NO_IMAGE)
    overlay_filter: PrintedNumber = Key(
        "Brightness of the image from 0 (black) to 1 (as it is).", wrong=BAD_CSS
    )
    cta_label: Text = Key("Text of the button.", wrong=NO_TEXT)
    cta_url: Address = Key("Where the button goes; no button without it.", wrong=VERBATIM)
    cta_icon_pack: IconPack = Key("Where the icon is from.", default="fas", wrong=_NO_ICON)
    cta_icon: Icon = Key("Name of the icon, without `fa-`.", wrong=_NO_ICON)


class SlideBackground(FrontMatterModel):
    """What is behind the slide."""

    color: CssColor = Key("Background as a CSS colour.", examples=["#666"], wrong=VERBATIM)
    media: Word = Key("File name of an image in `assets/media/`.", wrong=_NO_IMAGE)
    position: Text = Key("Which part of the image stays visible.", default="center", wrong=VERBATIM)
    fit: BackgroundSize = Key("How the image fills the slide.", default="cover", wrong=BAD_CSS)
    brightness: PrintedNumber = Key(
        "Brightness of the image from 0 (black) to 1 (as it is).", wrong=BAD_CSS
    )


class SlideLink(FrontMatterModel):
    """The button on a slide."""

    icon: Icon = Key("Name of the icon, without `fa-`.", wrong=_NO_ICON)
    icon_pack: IconPack = Key("Where the icon is from.", default="fas", wrong=_NO_ICON)
    text: Text = Key("Text of the button.", wrong=NO_TEXT)
    url: Address = Key("Where the button goes; no button without it.", wrong=VERBATIM)


class SlideText(FrontMatterModel):
    """What stands on a slide."""

    title: Text = Key("Heading of the slide.", wrong=NO_TEXT)
    content: Text = Key("Text of the slide.", wrong=NO_TEXT)
    align: Annotated[str, _ALIGN] = Key("Where the text stands.", default="left", wrong=VERBATIM)


class Slide(SlideText):
    """A slide."""

    background: SlideBackground = Key("What is behind the slide.", wrong=NOT_A_MAP)
    link: SlideLink = Key("The button on the slide.", wrong=NOT_A_MAP)


class SliderContent(FrontMatterModel):
    """The slides."""

    slides: list[Slide] = Key(
        "The slides.", required=True, missing=NO_SLIDES, since="5.5", wrong=NOT_A_LIST
    )


class Pace(FrontMatterModel):
    """How large the slides are, and how they change."""

    slide_height: CssLength = Key(
        "Height of the slides as a CSS length.", since="5.5", examples=["400px"], wrong=BAD_CSS
    )
    is_fullscreen: Flag = Key(
        "Slides as large as the window.", default=False, since="5.5", wrong=TRUTHY
    )
    loop: Flag = Key("Change the slides by themselves.", default=True, since="5.5", wrong=NO_FLAG)
    interval: Interval = Key(
        "How long a slide stays, in milliseconds; `false` is until somebody clicks.",
        default=3000,
        since="5.5",
        wrong=_OTHER_PACE,
    )


class SliderDesign(Pace, Design):
    """How the slides look."""


class Slider(Section):
    """Slides that change by themselves."""

    interval: Interval = Key(
        "How long a slide stays, in milliseconds; `false` is until somebody clicks.",
        default=5000,
        until="5.4",
        wrong=_OTHER_PACE,
    )
    height: CssLength = Key(
        "Height of the slides as a CSS length.", until="5.4", examples=["300px"], wrong=BAD_CSS
    )
    item: list[OldSlide] = Key("The slides.", until="5.4", wrong=NOT_A_LIST)
    content: SliderContent = Key(
        "The slides.", required=True, missing=NO_SLIDES, since="5.5", wrong=NOT_A_MAP
    )
    design: SliderDesign = Key("How the slides look.", wrong=NOT_A_MAP)
