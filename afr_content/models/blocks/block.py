"""What every block (a section of a landing page, theme 5.8 and later) may say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import ModelWrapValidatorHandler, ValidationInfo, model_validator

from afr_content.models.base import FrontMatterModel
from afr_content.models.check import with_merged
from afr_content.models.keys import Key, alters, breaks, loses
from afr_content.models.registry import block_entry, load
from afr_content.models.section import (
    BAD_CSS,
    NO_TEXT,
    NOT_A_MAP,
    ONLY_FALSE,
    TRUTHY,
    VERBATIM,
    Paint,
    Spacing,
)
from afr_content.models.types import (
    Anything,
    BackgroundSize,
    Columns,
    Flag,
    PrintedNumber,
    Text,
    Word,
)
from afr_content.nodes import Mapping, Node, Scalar

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic_core import CoreSchema

EMPTY_STOPS = breaks("the build stops: templates look for keys inside it")
NOT_AN_IMAGE = breaks("the build stops: templates look for `filename` inside it")


class Filters(FrontMatterModel):
    """How an image is changed."""

    brightness: PrintedNumber = Key(
        "Brightness of the image from 0 (black) to 1 (as it is).", examples=[0.6], wrong=BAD_CSS
    )


class BackgroundImage(FrontMatterModel):
    """An image behind a block or slide."""

    filename: Word = Key(
        "File name of an image in `assets/media/`.",
        examples=["headers/bubbles-wide.jpg"],
        wrong=breaks("the build stops: there is no such image"),
    )
    filters: Filters = Key("How the image is changed.", wrong=NOT_A_MAP)
    size: BackgroundSize = Key("How the image fills the space.", examples=["cover"], wrong=BAD_CSS)
    position: Word = Key(
        "Which part of the image stays visible.",
        examples=["left", "center", "right"],
        wrong=VERBATIM,
    )


class BlockImage(BackgroundImage):
    """An image behind a block."""

    parallax: Flag = Key(
        "Keep the image still while the page scrolls.", default=True, wrong=ONLY_FALSE
    )


class BlockVideo(FrontMatterModel):
    """A video behind a block."""

    filename: Word = Key(
        "File name of the video in `assets/media/`.", wrong=loses("no video is shown")
    )
    flip: Flag = Key("Mirror the video.", default=False, wrong=TRUTHY)


class BlockBackground(Paint):
    """What is behind the block: a colour, a gradient, an image or a video."""

    image: BlockImage = Key("An image.", wrong=NOT_AN_IMAGE)
    video: BlockVideo = Key("A video.", wrong=NOT_A_MAP)
    text_color_light: Flag = Key("Light text, for dark backgrounds.", wrong=TRUTHY)
    image_size: Anything = Key("Size of a widget's image.", unread="a block has it as `image.size`")
    image_position: Anything = Key(
        "Place of a widget's image.", unread="a block has it as `image.position`"
    )
    image_parallax: Anything = Key(
        "Whether a widget's image stays still.", unread="a block has it as `image.parallax`"
    )
    image_darken: Anything = Key(
        "Brightness of a widget's image.", unread="a block has it as `image.filters.brightness`"
    )


class BlockDesign(FrontMatterModel):
    """How the block looks."""

    last_keys = ("background", "spacing", "clip_path", "css_class", "css_style")

    columns: Columns = Key(
        "One column, or two with the title beside the text.",
        default="1",
        wrong=alters("the block gets two columns"),
    )
    background: BlockBackground = Key("What is behind the text.", asked_first=True, wrong=NOT_A_MAP)
    spacing: Spacing = Key("Space around the text.", wrong=NOT_A_MAP)
    clip_path: Word = Key("CSS `clip-path` of the block.", wrong=VERBATIM)
    css_class: Text = Key("CSS classes of the block.", wrong=VERBATIM)
    css_style: Text = Key("CSS rules of the block.", wrong=VERBATIM)


class WideDesign(BlockDesign):
    """How a block looks that has no columns."""

    columns: Anything = Key("How many columns.", unread="such a block has one column only")


class BlockContent(FrontMatterModel):
    """What the block says."""

    first_keys = ("title", "subtitle", "text")

    title: Text = Key("Heading of the block.", wrong=NO_TEXT)
    subtitle: Text = Key("Line below the heading; shown only with a title.", wrong=NO_TEXT)
    text: Text = Key("Text of the block, in Markdown.", wrong=NO_TEXT)


_BLOCKS_STAY = "a block is shown as long as it is in the list"


class Block(FrontMatterModel):
    """A block of a landing page. The keys that every block knows."""

    maps_need_keys = True
    last_keys = ("active", "weight", "draft", "title", "subtitle", "headless", "advanced")

    block: Text = Key(
        "Which block it is.",
        default="markdown",
        examples=["collection"],
        wrong=breaks("the build stops: there is no such block"),
    )
    id: Text = Key(
        "The block's anchor, for links such as `/#team`; by default its kind with `section-`.",
        examples=["team"],
        wrong=VERBATIM,
    )
    demo: Flag = Key(
        "Hide the block, unless the site is built as a demo.",
        default=False,
        since="5.9",
        wrong=loses("the block is hidden: any text counts as true"),
    )
    content: BlockContent = Key("What the block says.", wrong=EMPTY_STOPS)
    design: BlockDesign = Key("How the block looks.", wrong=EMPTY_STOPS)
    active: Anything = Key("Whether a widget is shown.", unread=_BLOCKS_STAY)
    weight: Anything = Key("Place of a widget.", unread="blocks stand in the order of the list")
    draft: Anything = Key("Whether a page is a draft.", unread=_BLOCKS_STAY)
    title: Anything = Key("Heading of a widget.", unread="a block has it as `content.title`")
    subtitle: Anything = Key("Subtitle of a widget.", unread="a block has it as `content.subtitle`")
    headless: Anything = Key("Set in starters' widgets.", unread="only pages can be headless")
    advanced: Anything = Key(
        "CSS of a widget.", unread="a block has it as `design.css_class` and `design.css_style`"
    )


class OwnDesign(BlockDesign):
    """How a block with a template of the site's own looks."""

    columns: Anything = Key("How many columns it has, if its template reads that.")


class BareBlock(Block):
    """A block with a template of the site's own: what the theme reads of any block."""

    design: OwnDesign = Key("How the block looks.", wrong=EMPTY_STOPS)


class OwnBlock(BareBlock):
    """A block that is not the theme's: what its template reads is not known here."""

    content: Anything = Key("What the block shows.")


_NULLS = ("", "~", "null", "Null", "NULL")


def _name(node: Node) -> str:
    """The name that is written; empty for null, as for a list or map."""
    if not isinstance(node, Scalar) or (node.style == "" and node.text in _NULLS):
        return ""
    return node.text


class BlockOfAnyKind(Block):
    """A block whose model is that of its kind; letter case does not count in its name."""

    own: ClassVar[dict[str, type[FrontMatterModel]]] = {}
    """Models of the site's own blocks, by name; those come before the theme's."""

    @classmethod
    def variant(cls, mapping: Mapping) -> type[FrontMatterModel]:
        """The model of the block's kind, the last if there are several; `Block` is none to Hugo."""
        names = [entry.value for entry in with_merged(mapping) if entry.name == "block"]
        return cls.of_kind(_name(names[-1]) if names else "")

    @classmethod
    def of_kind(cls, name: str) -> type[FrontMatterModel]:
        """The model for a name; that of markdown where there is none."""
        if name in cls.own:
            return cls.own[name]
        entry = block_entry(name)
        return load(entry) if entry else OwnBlock

    @model_validator(mode="wrap")
    @classmethod
    def _as_its_kind(
        cls, data: Any, handler: ModelWrapValidatorHandler[Any], info: ValidationInfo
    ) -> Any:
        if not isinstance(data, dict):
            return handler(data)
        name = data.get("block")
        model = cls.of_kind("" if name is None or isinstance(name, list | dict) else str(name))
        return model.model_validate(data, context=info.context)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """No more than a map: `models.schema` puts the choice among the kinds there."""
        return {"type": "object"}
