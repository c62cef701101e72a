"""The slider block."""

from __future__ import annotations

from afr_content.models.blocks.block import (
    EMPTY_STOPS,
    NOT_AN_IMAGE,
    BackgroundImage,
    Block,
    BlockContent,
    WideDesign,
)
from afr_content.models.keys import Key, breaks
from afr_content.models.section import NOT_A_LIST, NOT_A_MAP, Paint
from afr_content.models.types import Anything
from afr_content.models.widgets.slider import Pace, SlideLink, SlideText

_NO_SLIDES = breaks("the build stops: there must be slides")
_ON_SLIDES = "only what stands on the slides is shown"
_IN_IMAGE = "a block has it below `image`"


class SlideBackground(Paint):
    """What is behind the slide."""

    image: BackgroundImage = Key("An image.", wrong=NOT_AN_IMAGE)
    media: Anything = Key("The image of a widget.", unread="a block has it as `image.filename`")
    position: Anything = Key("Place of a widget's image.", unread=_IN_IMAGE)
    fit: Anything = Key("Size of a widget's image.", unread="a block has it as `image.size`")
    brightness: Anything = Key(
        "Brightness of a widget's image.", unread="a block has it as `image.filters.brightness`"
    )


class BlockSlide(SlideText):
    """A slide."""

    background: SlideBackground = Key(
        "What is behind the slide.", asked_first=True, wrong=NOT_A_MAP
    )
    link: SlideLink = Key("The button on the slide.", wrong=NOT_A_MAP)


class SlidesContent(BlockContent):
    """The slides."""

    title: Anything = Key("Heading of the block.", unread=_ON_SLIDES)
    subtitle: Anything = Key("Line below the heading.", unread=_ON_SLIDES)
    text: Anything = Key("Text of the block.", unread=_ON_SLIDES)
    slides: list[BlockSlide] = Key(
        "The slides.", required=True, missing=_NO_SLIDES, wrong=NOT_A_LIST
    )


class SlidesDesign(Pace, WideDesign):
    """How the slides look."""


class Slider(Block):
    """Slides that change by themselves."""

    content: SlidesContent = Key(
        "The slides.", required=True, missing=_NO_SLIDES, wrong=EMPTY_STOPS
    )
    design: SlidesDesign = Key("How the slides look.", wrong=EMPTY_STOPS)
