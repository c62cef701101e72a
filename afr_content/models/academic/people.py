"""The people widget of Academic, whose groups came to stand in `content` with 4.6."""

from __future__ import annotations

from afr_content.models.academic.section import Design, Section
from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key, breaks
from afr_content.models.section import NOT_A_MAP, TRUTHY
from afr_content.models.types import Flag, TextList
from afr_content.models.widgets.people import NOBODY

_NO_LIST = breaks("the build stops: it must be a list")

_GROUPS = "Groups whose members are shown, spelt as in the authors' `user_groups`."


class PeopleContent(FrontMatterModel):
    """Who is shown."""

    user_groups: TextList = Key(
        _GROUPS,
        since="4.6",
        required=True,
        missing=NOBODY,
        examples=[["Researchers"]],
        wrong=_NO_LIST,
    )


class PeopleDesign(Design):
    """How people are shown."""

    show_social: Flag = Key("Show each person's links.", default=False, since="4.6", wrong=TRUTHY)
    show_interests: Flag = Key(
        "Show each person's interests.", default=True, since="4.6", wrong=TRUTHY
    )
    show_role: Flag = Key("Show each person's role.", default=True, since="5.0", wrong=TRUTHY)
    show_organizations: Flag = Key(
        "Show each person's organisations.", default=False, since="5.0", wrong=TRUTHY
    )


class People(Section):
    """The profiles of everybody in some groups."""

    user_groups: TextList = Key(_GROUPS, until="4.5", wrong=_NO_LIST)
    content: PeopleContent = Key(
        "Who is shown.", since="4.6", required=True, missing=NOBODY, wrong=NOT_A_MAP
    )
    design: PeopleDesign = Key("How people are shown.", since="4.1", wrong=NOT_A_MAP)
