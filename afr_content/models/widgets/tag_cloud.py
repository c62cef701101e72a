"""The tag_cloud widget."""

from __future__ import annotations

from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key, breaks, loses
from afr_content.models.section import NOT_A_MAP, Design, Section
from afr_content.models.types import Count, Number, Word

_NO_NUMBER = breaks("the build stops: it must be a number")


class TagCloudContent(FrontMatterModel):
    """Which tags are shown."""

    taxonomy: Word = Key(
        "What to show: `tags`, `categories` or another taxonomy, in the plural.",
        default="tags",
        wrong=loses("no tag is shown"),
    )
    count: Count = Key("How many tags are shown; 0 is all.", default=20, wrong=_NO_NUMBER)


class FontSizes(FrontMatterModel):
    """How large the tags are."""

    font_size_min: Number = Key("Size of the rarest tag.", default=0.8, wrong=_NO_NUMBER)
    font_size_max: Number = Key("Size of the most frequent tag.", default=2.5, wrong=_NO_NUMBER)


class TagCloudDesign(FontSizes, Design):
    """How large the tags are."""


class TagCloud(Section):
    """Tags, the larger the more pages have them."""

    content: TagCloudContent = Key("Which tags are shown.", wrong=NOT_A_MAP)
    design: TagCloudDesign = Key("How large the tags are.", wrong=NOT_A_MAP)
