"""What pages of Academic may say: as with 5.0, but for what came, went or moved before."""

from __future__ import annotations

from typing import Annotated

from afr_content.models.keys import Key, alters, breaks, loses
from afr_content.models.pages import page as later
from afr_content.models.pages import publication, slides
from afr_content.models.pages.author import Person
from afr_content.models.pages.event import EventAddress
from afr_content.models.section import NO_TEXT, NOT_A_LIST, NOT_A_MAP, ONLY_FALSE, TRUTHY, VERBATIM
from afr_content.models.types import (
    EMPTY_TEXT_TOO,
    Address,
    Anything,
    Date,
    Flag,
    ItemDate,
    LooseTextList,
    Placement,
    Text,
    Word,
)

_NO_LIST = breaks("up to 4.8 the build stops: templates go through a list")


class Image(later.Image):
    """The featured image: the file beside the page with `featured` in its name."""

    alt_text: Text = Key(
        "What the image shows, for those who cannot see it.", since="5.0", wrong=VERBATIM
    )
    placement: Placement = Key(
        "Width of the image: 1 is the text's, 2 the container's, 3 the window's.",
        default=1,
        since="4.4",
        wrong=alters("the image is as wide as the text"),
    )


class Header(later.Header):
    """An image above the title."""

    image: Text = Key("File name of an image in `static/img/`.", wrong=NO_TEXT)
    caption: Text = Key("Text below the image.", wrong=NO_TEXT)


class Page(later.Page):
    """A page."""

    image: Image = Key("The featured image.", wrong=NOT_A_MAP)
    header: Header = Key("An image above the title.", wrong=NOT_A_MAP)
    author_notes: LooseTextList = Key(
        "A note for each author, in the same order.",
        since="5.0",
        wrong=alters("a number is shown in place of the note"),
    )
    links: Annotated[list[later.LinkButton], EMPTY_TEXT_TOO] = Key(
        "More buttons with links.", since="4.1", wrong=NOT_A_LIST
    )
    url_custom: Annotated[list[later.LinkButton], EMPTY_TEXT_TOO] = Key(
        "More buttons with links.", until="4.0", wrong=NOT_A_LIST
    )
    slides: Word = Key(
        "Slides that belong to the page: a file or folder in `content/slides/`.",
        examples=["example"],
        wrong=alters("no button for slides is shown"),
    )
    selected: Flag = Key(
        "List the page among the selected ones.",
        until="3.3",
        wrong=loses("the page is not among the selected ones: only `true` makes it so"),
    )
    abstract_short: Text = Key("Short abstract for lists.", until="4.0", wrong=NO_TEXT)
    notonhomepage: Anything = Key("Keep a post from the posts widget.", until="4.0")
    widget: Anything = Key("Widget that shows the file on the start page.", until="4.1")
    widgets: Flag = Key("Whether the page consists of widgets.", until="4.2", wrong=TRUTHY)
    comments: Flag = Key("Let people comment.", until="4.4", wrong=ONLY_FALSE)
    disable_comments: Flag = Key("Let nobody comment.", until="4.4", wrong=TRUTHY)
    commentable: Flag = Key("Let people comment.", since="4.5", wrong=TRUTHY)
    disqus_identifier: Text = Key("The page's identifier at Disqus.", since="4.5", wrong=VERBATIM)
    disqus_title: Text = Key("The page's title at Disqus.", since="4.5", wrong=VERBATIM)
    disqus_url: Text = Key("The page's address at Disqus.", since="4.5", wrong=VERBATIM)
    editable: Flag = Key("Show a link to edit the page.", since="4.4", wrong=TRUTHY)
    diagram: Flag = Key("Load what shows diagrams.", default=False, since="4.4", wrong=TRUTHY)
    show_related: Flag = Key("Show related pages.", since="5.0", wrong=TRUTHY)
    copyright_license: later.CopyrightLicense = Key(
        "Licence of the page.", since="5.0", wrong=NOT_A_MAP
    )


class Article(Page):
    """A page that shows its authors, tags and categories: until 4.8 they had to be lists."""

    authors: LooseTextList = Key(
        "Who wrote the page: folders in `content/authors/`, or names.",
        examples=[["admin", "Jane Doe"]],
        wrong=_NO_LIST,
    )
    tags: LooseTextList = Key("Tags of the page.", wrong=_NO_LIST)
    categories: LooseTextList = Key("Categories of the page.", wrong=_NO_LIST)


class Post(Article):
    """A post."""


class Project(Article):
    """A project. Its page lists what names it in `projects`."""


class Publication(Article, publication.Publication):
    """A publication."""


class Talk(Article):
    """A talk. Its `date` is when it begins."""

    event: Text = Key("What the talk was part of.", wrong=NO_TEXT)
    event_url: Address = Key("Web address of the event; needs `event`.", wrong=VERBATIM)
    event_short: Text = Key("What the talk was part of, for lists.", until="4.0", wrong=NO_TEXT)
    location: Text = Key("Where it takes place.", wrong=NO_TEXT)
    address: Annotated[EventAddress, EMPTY_TEXT_TOO] = Key(
        "Postal address; shown only with `location`.", since="4.5", wrong=NOT_A_MAP
    )
    date_end: ItemDate = Key(
        "When it ends.", since="4.1", wrong=breaks("the build stops: it must be a date")
    )
    time_start: Date = Key("When it begins.", until="4.0")
    time_end: Date = Key("When it ends.", until="4.0")
    all_day: Flag = Key("Show the days without times.", default=False, wrong=TRUTHY)


class Author(Person, Page):
    """A person."""

    name: Text = Key("Name of the person, which visitors see.", wrong=VERBATIM)
    highlight_name: Flag = Key(
        "Print the name in bold in lists of authors.", default=False, since="5.0", wrong=TRUTHY
    )


class Docs(Page):
    """A page of documentation or of a course: `type: docs`."""

    menu_name: Text = Key("Which menu stands beside the text.", since="4.6", wrong=VERBATIM)
    icon: Anything = Key("Name of an icon in the menu.", since="5.0")
    icon_pack: Anything = Key("Where the icon is from.", since="5.0")
    hidden: Flag = Key("Keep the page from the menu.", since="5.0", wrong=TRUTHY)
    pre_nav: Text = Key("HTML above the menu.", since="5.0", wrong=VERBATIM)


class SlidesOptions(slides.SlidesOptions):
    """How the slides look."""

    highlight_style: Text = Key("Style of code.", since="4.3", wrong=VERBATIM)
    diagram: Flag = Key("Load what shows diagrams.", since="5.0", wrong=TRUTHY)
    diagram_options: Anything = Key("Options of the diagrams.", since="5.0")
    reveal_options: Anything = Key("Options of Reveal.js.", since="5.0")


class Slides(Page):
    """Slides written in Markdown."""

    slides: SlidesOptions = Key("How the slides look.", wrong=NOT_A_MAP)


class ListPage(Page):
    """A page that lists others."""


class WidgetPage(Page):
    """A page of widgets: `type: widget_page`, since 4.2."""
