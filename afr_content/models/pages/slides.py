"""Slides written in Markdown."""

from __future__ import annotations

from typing import Annotated

from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key, alters
from afr_content.models.pages.page import Page
from afr_content.models.section import NOT_A_MAP, TRUTHY, VERBATIM
from afr_content.models.types import Flag, Map, Text, choice

_THEMES = choice(
    "black",
    "white",
    "league",
    "beige",
    "sky",
    "night",
    "serif",
    "simple",
    "solarized",
    "blood",
    "moon",
    "dracula",
    name="reveal-theme",
    expected="a theme of Reveal.js such as `white`",
)


class SlidesOptions(FrontMatterModel):
    """How the slides look."""

    theme: Annotated[str, _THEMES] = Key(
        "Theme of Reveal.js.",
        default="black",
        examples=["white", "league"],
        wrong=alters("the slides have no theme"),
    )
    highlight_style: Text = Key("Style of code.", default="dracula", wrong=VERBATIM)
    diagram: Flag = Key("Load what shows diagrams.", default=False, wrong=TRUTHY)
    diagram_options: Map = Key("Options of the diagrams.", wrong=NOT_A_MAP)
    reveal_options: Map = Key(
        "Options of Reveal.js, and `menu_enabled`.",
        examples=[{"controls": True, "progress": True}],
        wrong=NOT_A_MAP,
    )


class Slides(Page):
    """Slides written in Markdown."""

    slides: SlidesOptions = Key("How the slides look.", wrong=NOT_A_MAP)
