"""The people widget."""

from __future__ import annotations

from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key, breaks, loses
from afr_content.models.section import NOT_A_MAP, TRUTHY, Design, Section
from afr_content.models.types import Flag, TextList

NOBODY = loses("nobody is shown")


class PeopleContent(FrontMatterModel):
    """Who is shown."""

    user_groups: TextList = Key(
        "Groups whose members are shown, spelt as in the authors' `user_groups`.",
        required=True,
        missing=NOBODY,
        examples=[["Principal Investigators", "Researchers"]],
        wrong=breaks("the build stops: it must be a list"),
    )


class Profiles(FrontMatterModel):
    """What is shown of each person."""

    show_interests: Flag = Key("Show each person's interests.", default=True, wrong=TRUTHY)
    show_role: Flag = Key("Show each person's role.", default=True, wrong=TRUTHY)
    show_social: Flag = Key("Show each person's links.", default=False, wrong=TRUTHY)
    show_organizations: Flag = Key("Show each person's organisations.", default=False, wrong=TRUTHY)


class PeopleDesign(Profiles, Design):
    """How people are shown."""


class People(Section):
    """The profiles of everybody in some groups."""

    content: PeopleContent = Key("Who is shown.", required=True, missing=NOBODY, wrong=NOT_A_MAP)
    design: PeopleDesign = Key("How people are shown.", wrong=NOT_A_MAP)
