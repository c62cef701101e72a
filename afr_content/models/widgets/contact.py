"""The contact widget."""

from __future__ import annotations

from typing import Annotated

from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key, alters, loses
from afr_content.models.section import (
    NO_TEXT,
    NOT_A_LIST,
    NOT_A_MAP,
    TRUTHY,
    VERBATIM,
    Section,
)
from afr_content.models.types import (
    Anything,
    Flag,
    Icon,
    IconPack,
    Link,
    Names,
    Text,
    Word,
    choice,
)

_NO_FORM = loses("no form is shown")


class Netlify(FrontMatterModel):
    """A form that Netlify receives."""

    captcha: Flag = Key("Ask for a captcha.", default=True, wrong=TRUTHY)
    success_url: Text = Key("Page to go to after sending.", since="5.5", wrong=NO_TEXT)
    attachments: Flag = Key("Let people attach files.", default=False, since="5.5", wrong=TRUTHY)


class Formspree(FrontMatterModel):
    """A form that Formspree receives."""

    id: Word = Key(
        "The form's id at Formspree; the build stops without it.",
        wrong=loses("messages are sent to no form"),
    )
    captcha: Flag = Key("Ask for a captcha.", default=False, since="5.5", wrong=TRUTHY)
    captcha_key: Text = Key("Site key of the captcha.", since="5.5", wrong=NO_TEXT)


class Form(FrontMatterModel):
    """A form for messages."""

    provider: Annotated[str, choice("netlify", "formspree", any_case=True)] = Key(
        "Who receives the messages; no form without it.", wrong=_NO_FORM
    )
    formspree: Formspree = Key("Settings for Formspree.", wrong=NOT_A_MAP)
    netlify: Netlify = Key("Settings for Netlify.", wrong=NOT_A_MAP)


class Address(FrontMatterModel):
    """A postal address."""

    street: Text = Key("Street and number.", wrong=VERBATIM)
    city: Text = Key("Town.", wrong=VERBATIM)
    region: Text = Key("State or region.", wrong=VERBATIM)
    postcode: Text = Key("Postal code.", wrong=VERBATIM)
    country: Text = Key("Country.", wrong=VERBATIM)
    country_code: Anything = Key("Code of the country.", unread="the widget shows `country`")


class Coordinates(FrontMatterModel):
    """A place on the map."""

    latitude: Text = Key("Degrees north.", examples=["51.03"], wrong=loses("no map is shown"))
    longitude: Text = Key("Degrees east.", examples=["13.73"], wrong=loses("no map is shown"))


class ContactLink(FrontMatterModel):
    """A link such as to a chat or a video call."""

    icon: Icon = Key("Name of the icon, without `fa-`.", examples=["comments"], wrong=NO_TEXT)
    icon_pack: IconPack = Key(
        "Where the icon is from.", default="fas", wrong=loses("no icon is shown")
    )
    name: Text = Key("Text of the link.", wrong=NO_TEXT)
    link: Link = Key("Web address.", wrong=NO_TEXT)


class ContactContent(FrontMatterModel):
    """How to get in touch. Until 5.4 only the form; the rest was in `params.yaml`."""

    email: Text = Key("Mail address.", since="5.5", wrong=NO_TEXT)
    phone: Text = Key("Phone number.", since="5.5", wrong=NO_TEXT)
    appointment_url: Text = Key("Where to book an appointment.", since="5.5", wrong=NO_TEXT)
    address: Address = Key("Postal address.", since="5.5", wrong=NOT_A_MAP)
    directions: Text = Key("How to find the place.", since="5.5", wrong=NO_TEXT)
    office_hours: Names = Key("When somebody is there, a line each.", since="5.5", wrong=NO_TEXT)
    contact_links: list[ContactLink] = Key(
        "More ways to get in touch.", since="5.5", wrong=NOT_A_LIST
    )
    coordinates: Coordinates = Key(
        "Place on the map.",
        since="5.5",
        wrong=alters("the build stops where the site has a provider of maps"),
    )
    autolink: Flag = Key(
        "Make links of the mail address and phone number.", default=True, wrong=TRUTHY
    )
    form: Form = Key("A form for messages.", wrong=NOT_A_MAP)


class Contact(Section):
    """How to get in touch: a form, and since 5.5 addresses, phone and a map."""

    email_form: Annotated[int, choice(0, 1, 2)] = Key(
        "Older way to ask for a form: 1 is Netlify, 2 is Formspree.", default=0, wrong=_NO_FORM
    )
    content: ContactContent = Key("How to get in touch.", wrong=NOT_A_MAP)
