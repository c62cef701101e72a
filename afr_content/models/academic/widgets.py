"""The widgets of Academic that show what they are told themselves."""

from __future__ import annotations

from typing import Annotated

from afr_content.models.academic.section import NO_PICTURE, Section
from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key, alters, breaks, loses
from afr_content.models.section import BAD_CSS, NO_TEXT, NOT_A_LIST, NOT_A_MAP, TRUTHY, VERBATIM
from afr_content.models.types import (
    EMPTY_TEXT_TOO,
    Address,
    Anything,
    CssColor,
    CssLength,
    Flag,
    Icon,
    IconPack,
    Interval,
    Link,
    Name,
    PrintedNumber,
    Text,
    Word,
    choice,
)
from afr_content.models.widgets import accomplishments, contact, experience, featurette, hero
from afr_content.models.widgets.slider import OldSlide

_NO_ICON = loses("no icon is shown")


class Blank(Section):
    """The text of the section's body; called custom until 4.0."""


class About(Section):
    """A person's profile, from the person's page; until 3.3 it stood in the widget."""

    author: Name = Key(
        "Folder of the person in `content/authors/`; until 4.2 in `content/author/`.",
        since="4.0",
        required=True,
        missing=loses("nobody is shown"),
        examples=["admin"],
        wrong=breaks("the build stops: there is no such author page"),
    )
    interests: Anything = Key("What interests the person.", until="3.3")
    education: Anything = Key("What the person studied.", until="3.3")


class Accomplishment(accomplishments.Accomplishment):
    """A course, an award or a certificate."""

    url: Address = Key("Web address of the course or award.", since="4.2", wrong=NO_TEXT)


class Accomplishments(Section):
    """Courses, awards and certificates."""

    date_format: Text = Key(
        "How dates are written: January 2, 2006 in the form you want.",
        default="Jan 2006",
        examples=["2006", "Jan 2006"],
        wrong=NO_TEXT,
    )
    item: Annotated[list[Accomplishment], EMPTY_TEXT_TOO] = Key(
        "The courses, awards and certificates.", wrong=NOT_A_LIST
    )


class Netlify(FrontMatterModel):
    """A form that Netlify receives."""

    captcha: Flag = Key("Ask for a captcha.", default=True, wrong=TRUTHY)


class Contact(Section):
    """How to get in touch: what the site's `params.toml` says, and a form."""

    autolink: Flag = Key(
        "Make links of the mail address and phone number.", default=True, wrong=TRUTHY
    )
    email_form: Annotated[int, choice(0, 1, 2)] = Key(
        "A form for messages: 0 is none, 1 is Netlify's, 2 is Formspree's.",
        default=0,
        wrong=alters("a form of Formspree is shown"),
    )
    content: contact.ContactContent = Key("How to get in touch.", since="5.0", wrong=NOT_A_MAP)
    netlify: Netlify = Key("Settings for Netlify.", since="5.0", wrong=NOT_A_MAP)


class Experience(Section, experience.Experience):
    """Jobs and positions."""


class Featurette(Section, featurette.Featurette):
    """Skills or features with icons."""


class HeroHeader(FrontMatterModel):
    """What was behind the hero's text before sections had backgrounds."""

    overlay_color: CssColor = Key("Background as a CSS colour.", wrong=VERBATIM)
    overlay_img: Word = Key("File name of an image in `static/img/`.", wrong=NO_PICTURE)
    overlay_filter: PrintedNumber = Key(
        "How dark the image is, from 0 (as it is) to 1 (black).", wrong=BAD_CSS
    )


class CallToAction(FrontMatterModel):
    """The button."""

    url: Link = Key("Where the button goes; no button without it.", wrong=NO_TEXT)
    label: Text = Key("Text of the button.", wrong=NO_TEXT)
    icon_pack: IconPack = Key("Where the icon is from.", default="fas", since="4.1", wrong=_NO_ICON)
    icon: Icon = Key("Name of the icon, without `fa-`.", since="4.1", wrong=NO_TEXT)


class Hero(Section):
    """A large title with a button and an image."""

    hero_media: Word = Key("File name of an image in `static/img/`.", since="4.1", wrong=NO_PICTURE)
    cta: CallToAction = Key("The button.", wrong=NOT_A_MAP)
    cta_alt: hero.Alternative = Key("The link beside the button.", since="4.1", wrong=NOT_A_MAP)
    cta_note: Annotated[hero.Note, EMPTY_TEXT_TOO] = Key(
        "A note below the button.", since="4.1", wrong=NOT_A_MAP
    )
    header: HeroHeader = Key("What is behind the text.", until="4.0", wrong=NOT_A_MAP)


class Slide(OldSlide):
    """A slide."""

    overlay_img: Word = Key("File name of an image in `static/img/`.", wrong=NO_PICTURE)
    icon_pack: IconPack = Key("Where the icon is from.", default="fas", until="4.3", wrong=_NO_ICON)


class Slider(Section):
    """Slides that change by themselves; called hero_carousel until 4.0."""

    interval: Interval = Key(
        "How long a slide stays, in milliseconds; `false` is until somebody clicks.",
        default=5000,
        wrong=alters("the slides do not change at that pace"),
    )
    height: CssLength = Key(
        "Height of the slides as a CSS length.", examples=["300px"], wrong=BAD_CSS
    )
    item: list[Slide] = Key("The slides.", wrong=NOT_A_LIST)
