"""The blocks that show a person: about.biography, about.avatar and skills."""

from __future__ import annotations

from afr_content.models.blocks.block import EMPTY_STOPS, Block, BlockContent, WideDesign
from afr_content.models.keys import Key, breaks
from afr_content.models.section import NOT_A_MAP
from afr_content.models.types import Anything, Name, Word

_BY_NAME = "the person's name is the heading"
_NO_PAGE = breaks("the build stops: there is no such author page")


class PersonContent(BlockContent):
    """Who is shown."""

    username: Name = Key(
        "Folder of the person in `content/authors/`.",
        required=True,
        examples=["admin"],
        wrong=_NO_PAGE,
    )
    author: Anything = Key("Folder of a widget's person.", unread="a block has it as `username`")


class BiographyContent(PersonContent):
    """Who is shown."""

    subtitle: Anything = Key("Line below the heading.", unread="a biography has no subtitle")
    text: Anything = Key("Text of the block.", unread="the text of the person's page is shown")


class AvatarContent(PersonContent):
    """Who is shown, and a text."""

    title: Anything = Key("Heading of the block.", unread=_BY_NAME)
    subtitle: Anything = Key("Line below the heading.", unread=_BY_NAME)


class Biography(Block):
    """A person's profile, from the person's page in `content/authors/`."""

    content: BiographyContent = Key(
        "Who is shown.", required=True, missing=_NO_PAGE, wrong=NOT_A_MAP
    )
    design: WideDesign = Key("How the block looks.", wrong=EMPTY_STOPS)


class Avatar(Block):
    """A person's picture, name and links, and a text below."""

    content: AvatarContent = Key("Who is shown.", required=True, missing=_NO_PAGE, wrong=NOT_A_MAP)
    design: WideDesign = Key("How the block looks.", wrong=EMPTY_STOPS)


class SkillsContent(BlockContent):
    """Whose skills are shown."""

    username: Word = Key(
        "Folder of the person in `content/authors/`, whose page has `skills`.",
        default="admin",
        wrong=_NO_PAGE,
    )
    author: Anything = Key("Folder of a widget's person.", unread="a block has it as `username`")


class Skills(Block):
    """A person's skills, from the person's page in `content/authors/`."""

    content: SkillsContent = Key("Whose skills are shown.", wrong=EMPTY_STOPS)
