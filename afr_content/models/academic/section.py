"""What every section (a widget file) of Academic may say."""

from __future__ import annotations

from afr_content.models import section as later
from afr_content.models.keys import Key, alters, loses
from afr_content.models.section import BAD_CSS, NOT_A_MAP, ONLY_FALSE, VERBATIM
from afr_content.models.types import (
    BackgroundSize,
    Columns,
    CssLengths,
    Flag,
    PrintedNumber,
    Text,
    Word,
)

NO_PICTURE = loses("no picture is shown")


class Background(later.Background):
    """What is behind the section's text: a colour, a gradient or an image."""

    image: Word = Key(
        "File name of an image in `static/img/`.",
        examples=["headers/bubbles-wide.jpg"],
        wrong=NO_PICTURE,
    )
    image_size: BackgroundSize = Key(
        "How the image fills the section.", since="4.6", examples=["cover"], wrong=BAD_CSS
    )
    image_position: Word = Key(
        "Which part of the image stays visible.",
        since="4.6",
        examples=["left", "center", "right"],
        wrong=VERBATIM,
    )
    image_darken: PrintedNumber = Key(
        "How dark the image is, from 0 (as it is) to 1 (black).", examples=[0.6], wrong=BAD_CSS
    )
    image_parallax: Flag = Key(
        "Keep the image still while the page scrolls.",
        default=True,
        since="4.6",
        wrong=ONLY_FALSE,
    )


class Spacing(later.Spacing):
    """Space around the section's text."""

    padding: CssLengths = Key(
        "Space on the top, right, bottom and left, as CSS lengths.",
        since="4.2",
        examples=[["20px", "0", "20px", "0"]],
        wrong=BAD_CSS,
    )


class Design(later.Design):
    """How the section looks."""

    columns: Columns = Key(
        "One column, or two with the title beside the text.",
        default="2",
        wrong=alters("the section gets two columns"),
    )
    background: Background = Key("What is behind the text.", wrong=NOT_A_MAP)
    spacing: Spacing = Key("Space around the text.", wrong=NOT_A_MAP)
    clip_path: Word = Key("CSS `clip-path` of the section.", since="5.0", wrong=VERBATIM)


class Section(later.Section):
    """A section of Academic. The keys that every widget knows."""

    design: Design = Key("How the section looks.", since="4.1", wrong=NOT_A_MAP)
    advanced: later.Advanced = Key("CSS for the section.", since="4.1", wrong=NOT_A_MAP)
    css_class: Text = Key("CSS classes of the section.", until="4.0", wrong=VERBATIM)


class AnyWidget(Section, later.AnyWidget):
    """A section whose widget is the site's own: what its template reads is not known here."""
