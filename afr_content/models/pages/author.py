"""A person: `content/authors/<user>/_index.md`."""

from __future__ import annotations

from typing import Annotated

from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key, alters, loses
from afr_content.models.pages.page import Page
from afr_content.models.section import NO_TEXT, NOT_A_LIST, NOT_A_MAP, TRUTHY, VERBATIM
from afr_content.models.types import (
    EMPTY_TEXT_TOO,
    Address,
    Anything,
    CssColor,
    Flag,
    Icon,
    IconPack,
    Link,
    LooseTextList,
    Text,
    Whole,
)

_NO_ICON = loses("no icon is shown")


class Organization(FrontMatterModel):
    """Where the person works."""

    name: Text = Key("Name of the organisation.", wrong=VERBATIM)
    url: Address = Key("Its web address.", wrong=VERBATIM)
    country: Anything = Key("Where it is.", unread="no template shows it")


class Course(FrontMatterModel):
    """A course of study."""

    course: Text = Key("What the person studied.", wrong=VERBATIM)
    institution: Text = Key("Where.", wrong=VERBATIM)
    year: Text = Key("When.", examples=[2012], wrong=VERBATIM)


class Education(FrontMatterModel):
    """What the person studied."""

    courses: list[Course] = Key("Courses of study.", wrong=NOT_A_LIST)


class SocialLink(FrontMatterModel):
    """A link with an icon."""

    icon: Icon = Key("Name of the icon, without `fa-`.", examples=["envelope"], wrong=_NO_ICON)
    icon_pack: IconPack = Key("Where the icon is from.", default="fas", wrong=_NO_ICON)
    link: Link = Key(
        "Where the link goes; a mail address needs `mailto:`.",
        examples=["mailto:someone@example.org"],
        wrong=loses("the link leads nowhere"),
    )
    label: Text = Key("Text to show while pointing at it.", since="5.5", wrong=VERBATIM)
    display: Anything = Key("Where to show the link.", unread="the link is always shown")


class Status(FrontMatterModel):
    """How the person is."""

    icon: Text = Key("An emoji beside the picture.", examples=["☕️"], wrong=VERBATIM)


class Skill(FrontMatterModel):
    """Something the person can do."""

    name: Text = Key("Name of the skill.", wrong=NO_TEXT)
    description: Text = Key("Text beside it.", wrong=NO_TEXT)
    percent: Whole = Key("How well, from 0 to 100.", wrong=VERBATIM)
    icon: Icon = Key("Name of the icon, without `fa-`.", wrong=_NO_ICON)
    icon_pack: IconPack = Key("Where the icon is from.", default="fas", wrong=_NO_ICON)


class SkillGroup(FrontMatterModel):
    """Skills of one sort."""

    name: Text = Key("Heading of the skills.", wrong=NO_TEXT)
    description: Text = Key("Text below the heading.", wrong=NO_TEXT)
    color: CssColor = Key("CSS colour of the bars.", wrong=VERBATIM)
    color_border: CssColor = Key("CSS colour of the bars' border.", wrong=VERBATIM)
    items: list[Skill] = Key("The skills.", wrong=NOT_A_LIST)


class Person(FrontMatterModel):
    """What profiles of all versions say of a person."""

    superuser: Flag = Key(
        "Whether the site belongs to this person.",
        wrong=alters("nobody is the site's owner: only `true` makes one"),
    )
    role: Text = Key("Position, in Markdown.", examples=["Professor of Physics"], wrong=NO_TEXT)
    organizations: list[Organization] = Key("Where the person works.", wrong=NOT_A_LIST)
    bio: Text = Key("A sentence about the person, in Markdown.", wrong=NO_TEXT)
    interests: LooseTextList = Key("What interests the person.", wrong=NOT_A_LIST)
    education: Annotated[Education, EMPTY_TEXT_TOO] = Key(
        "What the person studied.", wrong=NOT_A_MAP
    )
    social: list[SocialLink] = Key("Links to the person elsewhere.", wrong=NOT_A_LIST)
    email: Text = Key("Mail address, for the picture at Gravatar.", wrong=VERBATIM)
    highlight_name: Flag = Key(
        "Print the name in bold in lists of authors.", default=False, wrong=TRUTHY
    )
    user_groups: LooseTextList = Key(
        "Groups that the person is in, for the people widget.",
        examples=[["Researchers"]],
        wrong=loses("the person is not shown among people"),
    )


class Author(Person, Page):
    """A person."""

    first_keys = (
        "title",
        "first_name",
        "last_name",
        "name_pronunciation",
        "authors",
        "superuser",
        "role",
        "organizations",
        "bio",
        "interests",
        "education",
        "social",
        "email",
        "highlight_name",
        "user_groups",
    )

    first_name: Text = Key("First name.", since="5.8", wrong=VERBATIM)
    last_name: Text = Key("Last name, to sort by.", since="5.8", wrong=VERBATIM)
    name_pronunciation: Text = Key("How to say the name.", since="5.5", wrong=VERBATIM)
    status: Status = Key("How the person is.", since="5.5", wrong=NOT_A_MAP)
    skills: list[SkillGroup] = Key("What the person can do.", since="5.9", wrong=NOT_A_LIST)
