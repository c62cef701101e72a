"""The featurette widget (since 5.8 also called features)."""

from __future__ import annotations

from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key, loses
from afr_content.models.section import NO_TEXT, NOT_A_LIST, Section
from afr_content.models.types import Icon, IconPack, Text


class Feature(FrontMatterModel):
    """A skill or feature with its icon."""

    icon: Icon = Key(
        "Name of the icon, without `fa-`; `:name:` of an emoji.",
        examples=["chart-line"],
        wrong=loses("no icon is shown"),
    )
    icon_pack: IconPack = Key(
        "Where the icon is from; `custom` is `assets/media/icons/`.",
        default="fas",
        wrong=loses("no icon is shown"),
    )
    name: Text = Key("Name below the icon.", examples=["Statistics"], wrong=NO_TEXT)
    description: Text = Key("Text below the name.", wrong=NO_TEXT)


class Featurette(Section):
    """Skills or features with icons."""

    feature: list[Feature] = Key("The skills or features.", wrong=NOT_A_LIST)
