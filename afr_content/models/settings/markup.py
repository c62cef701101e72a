"""How Hugo renders text: `markup` in its settings."""

from __future__ import annotations

from afr_content.models.keys import Key, Wrong, breaks
from afr_content.models.settings.base import SettingsModel
from afr_content.models.settings.kinds import SettingFlag, Whole
from afr_content.models.types import Map, Text

_STOPS: Wrong = breaks()


class Renderer(SettingsModel):
    """What Goldmark writes."""

    unsafe: SettingFlag = Key("Keep HTML that stands in Markdown.", default=False, wrong=_STOPS)
    hard_wraps: SettingFlag = Key(
        "Make each line end a line break.", alias="hardWraps", wrong=_STOPS
    )
    xhtml: SettingFlag = Key("Write XHTML.", wrong=_STOPS)


class Parser(SettingsModel):
    """How Goldmark reads Markdown."""

    attribute: Map = Key("Attributes in braces, such as `{.class}`.", wrong=_STOPS)
    auto_heading_id: SettingFlag = Key("Give headings an id.", alias="autoHeadingID", wrong=_STOPS)
    auto_heading_id_type: Text = Key(
        "How those ids are made, up to Hugo 0.140.", alias="autoHeadingIDType", wrong=_STOPS
    )
    auto_id_type: Text = Key("How ids are made.", alias="autoIDType", wrong=_STOPS)
    auto_definition_term_id: SettingFlag = Key(
        "Give terms of definition lists an id.", alias="autoDefinitionTermID", wrong=_STOPS
    )
    wrap_stand_alone_image_within_paragraph: SettingFlag = Key(
        "Put an image that stands alone in a paragraph.",
        alias="wrapStandAloneImageWithinParagraph",
        wrong=_STOPS,
    )


class Goldmark(SettingsModel):
    """The library that renders Markdown."""

    renderer: Renderer = Key("What it writes.", wrong=_STOPS)
    parser: Parser = Key("How it reads.", wrong=_STOPS)
    extensions: Map = Key("What it knows beyond plain Markdown.", wrong=_STOPS)
    duplicate_resource_files: SettingFlag = Key(
        "Copy files beside pages for each language.", alias="duplicateResourceFiles", wrong=_STOPS
    )
    render_hooks: Map = Key("Templates for links and images.", alias="renderHooks", wrong=_STOPS)


class Highlight(SettingsModel):
    """Colours of source code."""

    style: Text = Key("Name of the colours.", default="monokai", wrong=_STOPS)
    code_fences: SettingFlag = Key(
        "Colour blocks between fences.", alias="codeFences", default=True, wrong=_STOPS
    )
    guess_syntax: SettingFlag = Key(
        "Guess the language where none is named.", alias="guessSyntax", wrong=_STOPS
    )
    line_nos: Text = Key("Show line numbers.", alias="lineNos", wrong=_STOPS)
    line_no_start: Whole = Key("The first number.", alias="lineNoStart", wrong=_STOPS)
    line_numbers_in_table: SettingFlag = Key(
        "Keep the numbers apart when code is copied.", alias="lineNumbersInTable", wrong=_STOPS
    )
    line_anchors: Text = Key("Begin of the lines' ids.", alias="lineAnchors", wrong=_STOPS)
    anchor_line_nos: SettingFlag = Key("Make numbers links.", alias="anchorLineNos", wrong=_STOPS)
    hl_lines: Text = Key("Lines to stress.", wrong=_STOPS)
    hl_inline: SettingFlag = Key("Colour code within text.", alias="hl_inline", wrong=_STOPS)
    no_classes: SettingFlag = Key(
        "Write colours into the page rather than classes.", alias="noClasses", wrong=_STOPS
    )
    no_hl: SettingFlag = Key("No colours.", alias="noHl", wrong=_STOPS)
    tab_width: Whole = Key("Blanks for a tab.", alias="tabWidth", default=4, wrong=_STOPS)
    wrapper_class: Text = Key("Class around the code.", alias="wrapperClass", wrong=_STOPS)


class TableOfContents(SettingsModel):
    """Which headings a table of contents lists."""

    start_level: Whole = Key("The highest one.", alias="startLevel", default=2, wrong=_STOPS)
    end_level: Whole = Key("The lowest one.", alias="endLevel", default=3, wrong=_STOPS)
    ordered: SettingFlag = Key("Number them.", default=False, wrong=_STOPS)


class Markup(SettingsModel):
    """How text is rendered."""

    default_markdown_handler: Text = Key(
        "Library for Markdown.", alias="defaultMarkdownHandler", default="goldmark", wrong=_STOPS
    )
    goldmark: Goldmark = Key("The library that renders Markdown.", wrong=_STOPS)
    highlight: Highlight = Key("Colours of source code.", wrong=_STOPS)
    table_of_contents: TableOfContents = Key(
        "What a table of contents lists.", alias="tableOfContents", wrong=_STOPS
    )
    asciidoc_ext: Map = Key("The program for AsciiDoc.", alias="asciidocExt", wrong=_STOPS)
    rst: Map = Key("The program for reStructuredText.", wrong=_STOPS)
    blackfriday: Map = Key("The library that Hugo had up to 0.99.", alias="blackFriday")
