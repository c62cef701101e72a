"""The hero block."""

from __future__ import annotations

from afr_content.models.base import FrontMatterModel
from afr_content.models.blocks.block import EMPTY_STOPS, Block, BlockContent, WideDesign
from afr_content.models.keys import Key, breaks, loses
from afr_content.models.section import NOT_A_MAP, TRUTHY
from afr_content.models.types import Anything, Flag, Word
from afr_content.models.widgets.hero import Calls


class HeroImage(FrontMatterModel):
    """The image beside the title."""

    filename: Word = Key(
        "File name of an image in `assets/media/`.", wrong=loses("no image is shown")
    )


class HeroContentDesign(FrontMatterModel):
    """Where the block looks for `flip`."""

    flip: Flag = Key("Image on the left.", default=False, wrong=TRUTHY)


class HeroContent(Calls, BlockContent):
    """What the block says."""

    subtitle: Anything = Key("Line below the heading.", unread="a hero has no subtitle")
    image: HeroImage = Key(
        "The image beside the title.",
        wrong=breaks("the build stops: templates look for `filename` inside it"),
    )
    design: HeroContentDesign = Key("Where the image stands.", wrong=NOT_A_MAP)
    hero_media: Anything = Key(
        "The image of a widget.", unread="a block has it as `image.filename`"
    )


class HeroBlockDesign(WideDesign):
    """How the block looks."""

    flip: Anything = Key("Image on the left.", unread="the block reads `content.design.flip`")


_BELOW_CONTENT = "a block has it below `content`"


class Hero(Block):
    """A large title with a button and an image."""

    content: HeroContent = Key("What the block says.", wrong=EMPTY_STOPS)
    design: HeroBlockDesign = Key("How the block looks.", wrong=EMPTY_STOPS)
    cta: Anything = Key("The button of a widget.", unread=_BELOW_CONTENT)
    cta_alt: Anything = Key("The second link of a widget.", unread=_BELOW_CONTENT)
    cta_note: Anything = Key("The note of a widget.", unread=_BELOW_CONTENT)
