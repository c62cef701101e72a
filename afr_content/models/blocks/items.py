"""The blocks that list what stands in the page itself: accomplishments, experience, features."""

from __future__ import annotations

from typing import Annotated

from afr_content.models.blocks.block import EMPTY_STOPS, Block, BlockContent, WideDesign
from afr_content.models.keys import Key, loses
from afr_content.models.section import NOT_A_LIST
from afr_content.models.types import EMPTY_TEXT_TOO, Anything, Word
from afr_content.models.widgets.accomplishments import Accomplishment, Dated
from afr_content.models.widgets.experience import Job
from afr_content.models.widgets.featurette import Feature

_AS_ITEMS = "a block has it as `items`"


class Award(Accomplishment):
    """A course, an award or a certificate."""

    icon: Word = Key(
        "Name of an SVG in `assets/media/icons/brands/`; by default the organisation's name.",
        since="5.9",
        wrong=loses("no icon is shown"),
    )


class AccomplishmentsContent(Dated, BlockContent):
    """Courses, awards and certificates."""

    items: Annotated[list[Award], EMPTY_TEXT_TOO] = Key(
        "The courses, awards and certificates.", wrong=NOT_A_LIST
    )
    item: Anything = Key("The list of a widget.", unread=_AS_ITEMS)


class Accomplishments(Block):
    """Courses, awards and certificates."""

    content: AccomplishmentsContent = Key("Courses, awards and certificates.", wrong=EMPTY_STOPS)


class ExperienceContent(BlockContent):
    """Jobs and positions."""

    date_format: Anything = Key(
        "How dates are written.", unread="the block writes them as `January 2006` in any case"
    )
    items: Annotated[list[Job], EMPTY_TEXT_TOO] = Key("The jobs and positions.", wrong=NOT_A_LIST)
    experience: Anything = Key("The list of a widget.", unread=_AS_ITEMS)


class Experience(Block):
    """Jobs and positions."""

    content: ExperienceContent = Key("Jobs and positions.", wrong=EMPTY_STOPS)


class FeaturesContent(BlockContent):
    """Skills or features with icons."""

    items: list[Feature] = Key("The skills or features.", wrong=NOT_A_LIST)
    feature: Anything = Key("The list of a widget.", unread=_AS_ITEMS)


class Features(Block):
    """Skills or features with icons."""

    content: FeaturesContent = Key("Skills or features.", wrong=EMPTY_STOPS)
    design: WideDesign = Key("How the block looks.", wrong=EMPTY_STOPS)
