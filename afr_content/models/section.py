"""What every section (a widget file of a widget page) may say, theme v5.0 to v5.9."""

from __future__ import annotations

from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key, alters, breaks, loses
from afr_content.models.types import (
    Anything,
    BackgroundSize,
    Columns,
    CssColor,
    CssLengths,
    Date,
    Flag,
    PrintedNumber,
    StrictFlag,
    Text,
    Whole,
    Word,
)

NOT_A_MAP = breaks("the build stops: templates look for keys inside it")
NOT_A_LIST = breaks("the build stops: templates go through a list")
NO_TEXT = breaks("the build stops: only a text can be rendered")
TRUTHY = alters('any text, even `"false"`, counts as true')
ONLY_FALSE = alters("only `false` turns it off")
BAD_CSS = alters("the browser gets CSS it cannot read")
VERBATIM = alters("the browser gets the value as it is written")


class Video(FrontMatterModel):
    """A video behind the section."""

    path: Word = Key("File name of the video in `assets/media/`.", wrong=loses("no video is shown"))
    flip: Flag = Key("Mirror the video.", default=False, wrong=TRUTHY)


class Paint(FrontMatterModel):
    """A colour or a gradient behind a text."""

    color: CssColor = Key(
        'CSS colour such as `navy`; quote colours that begin with `"#"`.',
        examples=["navy", "#fff"],
        wrong=VERBATIM,
    )
    gradient_start: CssColor = Key(
        "First colour of a gradient; needs `gradient_end`.",
        examples=["DeepSkyBlue"],
        wrong=VERBATIM,
    )
    gradient_end: CssColor = Key(
        "Last colour of a gradient; needs `gradient_start`.", examples=["SkyBlue"], wrong=VERBATIM
    )
    gradient_angle: PrintedNumber = Key(
        "Direction of the gradient in degrees.", default=90, since="5.1", wrong=BAD_CSS
    )


class Background(Paint):
    """What is behind the section's text: a colour, a gradient, an image or a video."""

    image: Word = Key(
        "File name of an image in `assets/media/`.",
        examples=["headers/bubbles-wide.jpg"],
        wrong=breaks("the build stops: there is no such image"),
    )
    image_size: BackgroundSize = Key(
        "How the image fills the section.", examples=["cover"], wrong=BAD_CSS
    )
    image_position: Word = Key(
        "Which part of the image stays visible.",
        examples=["left", "center", "right"],
        wrong=VERBATIM,
    )
    image_darken: PrintedNumber = Key(
        "Brightness of the image from 0 (black) to 1 (as it is).", examples=[0.6], wrong=BAD_CSS
    )
    image_parallax: Flag = Key(
        "Keep the image still while the page scrolls.", default=True, wrong=ONLY_FALSE
    )
    video: Video = Key("A video behind the section.", since="5.5", wrong=NOT_A_MAP)
    text_color_light: Flag = Key("Light text, for dark backgrounds.", wrong=TRUTHY)


class Spacing(FrontMatterModel):
    """Space around the section's text."""

    padding: CssLengths = Key(
        "Space on the top, right, bottom and left, as CSS lengths.",
        examples=[["20px", "0", "20px", "0"]],
        wrong=BAD_CSS,
    )
    margin: Anything = Key("Space outside of the section.", unread="templates read `padding` only")


class Design(FrontMatterModel):
    """How the section looks."""

    last_keys = ("background", "spacing", "clip_path", "css_class", "css_style", "padding")

    columns: Columns = Key(
        "One column, or two with the title beside the text.",
        default="2",
        wrong=alters("the section gets two columns"),
    )
    background: Background = Key("What is behind the text.", wrong=NOT_A_MAP)
    spacing: Spacing = Key("Space around the text.", wrong=NOT_A_MAP)
    clip_path: Word = Key("CSS `clip-path` of the section.", wrong=VERBATIM)
    css_class: Text = Key("CSS classes of the section.", since="5.5", wrong=VERBATIM)
    css_style: Text = Key("CSS rules of the section.", since="5.5", wrong=VERBATIM)
    padding: Anything = Key(
        "Space around the text.", unread="templates read `spacing.padding` only"
    )


class Advanced(FrontMatterModel):
    """CSS for the section."""

    css_style: Text = Key("CSS rules of the section.", wrong=VERBATIM)
    css_class: Text = Key("CSS classes of the section.", wrong=VERBATIM)


class GalleryItem(FrontMatterModel):
    """The caption of an image in a gallery."""

    album: Text = Key(
        "Folder of the image in `assets/media/albums/`.", wrong=loses("the image has no caption")
    )
    image: Word = Key("File name of the image.", wrong=loses("the image has no caption"))
    caption: Text = Key("Text below the image.", wrong=NO_TEXT)


_NOT_IN_SECTIONS = "a section is shown whenever it is `active`"


class Section(FrontMatterModel):
    """A section of a widget page. The keys that every widget knows."""

    last_keys = (
        "gallery_item",
        "content",
        "design",
        "advanced",
        "widget_id",
        "draft",
        "date",
        "lastmod",
        "publish_date",
        "expiry_date",
    )

    widget: Text = Key(
        "Which widget shows the section.",
        default="blank",
        examples=["people"],
        wrong=breaks("the build stops: there is no such widget"),
    )
    headless: Flag = Key(
        "Set in every starter's sections.", unread="only the page's `index.md` can be headless"
    )
    weight: Whole = Key(
        "Place on the page: lower comes first; 0 or none is last.",
        default=0,
        examples=[10],
        wrong=alters("the section takes another place"),
    )
    active: StrictFlag = Key(
        "Show the section.",
        default=True,
        wrong=loses("the section is hidden: only `true` shows it"),
    )
    title: Text = Key("Heading of the section.", wrong=loses("the heading stays empty"))
    subtitle: Text = Key("Line below the heading; shown only with a title.", wrong=NO_TEXT)
    gallery_item: list[GalleryItem] = Key(
        "Captions of the images that a `gallery` shortcode in the body shows.",
        wrong=loses("the images have no captions"),
    )
    design: Design = Key("How the section looks.", wrong=NOT_A_MAP)
    advanced: Advanced = Key("CSS for the section.", wrong=NOT_A_MAP)
    widget_id: Anything = Key(
        "Name of the section, in old starters.", unread="the file's name is the section's id"
    )
    draft: Anything = Key("Whether the page is a draft.", unread=_NOT_IN_SECTIONS)
    date: Date = Key("Date of the page.", unread=_NOT_IN_SECTIONS)
    lastmod: Date = Key("Date of the last change.", unread="no section shows it")
    publish_date: Date = Key(
        "When to publish the page.", alias="publishDate", unread=_NOT_IN_SECTIONS
    )
    expiry_date: Date = Key(
        "When to take the page down.", alias="expiryDate", unread=_NOT_IN_SECTIONS
    )


class AnyWidget(Section):
    """A section whose widget is the site's own: what its template reads is not known here."""

    content: Anything = Key("What the widget shows.")
