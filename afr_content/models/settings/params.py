"""What the theme's templates read of the site's parameters: `params.yaml`, or `params` in `hugo.*`.

Read from the templates of v5.0.0, 5.3, v5.5.0, 5.6, 5.7 and 5.9. With 5.5 most keys moved into
`appearance`, `marketing`, `header`, `footer`, `locale`, `features` and `extensions`; those before
are in `params_until_5_4`.
"""

from __future__ import annotations

from typing import Annotated, Any

from afr_content.models.keys import Key, alters
from afr_content.models.section import NOT_A_LIST, NOT_A_MAP, ONLY_FALSE, TRUTHY, VERBATIM
from afr_content.models.settings.base import SettingsModel
from afr_content.models.settings.kinds import Whole
from afr_content.models.settings.params_until_5_4 import (
    NOT_FOUND,
    Avatar,
    Comments,
    Coordinates,
    License,
    MapService,
    Navbar,
    ParamsUntil54,
    Search,
    SiteAddress,
)
from afr_content.models.types import (
    CssColor,
    DateLayout,
    Flag,
    LooseTextList,
    Names,
    PrintedNumber,
    Text,
    choice,
)

_FONT_SIZE = choice("XS", "S", "M", "L", "XL", name="font-size", any_case=True)
_ON_SCROLL = choice("disappear", "fixed", name="on-scroll")
_CITATION = choice("apa", "mla", name="citation-style")
_ORDER = choice("weight", "title", "title_desc", "date", "date_desc", name="book-order")


class Appearance(SettingsModel):
    """Colours and fonts."""

    theme_day: Text = Key("Colours by day.", default="minimal", wrong=NOT_FOUND)
    theme_night: Text = Key("Colours by night; none for always day.", wrong=NOT_FOUND)
    theme_default: Text = Key("`day`, `night` or `auto`.", since="5.9", wrong=VERBATIM)
    primary_color: CssColor = Key("The main colour.", since="5.7", wrong=VERBATIM)
    font: Text = Key("Name of the fonts.", wrong=NOT_FOUND)
    font_size: Annotated[Any, _FONT_SIZE] = Key(
        "Size of text.", default="L", wrong=alters("the size is that of `L`")
    )


class Seo(SettingsModel):
    """What search engines get."""

    site_type: Text = Key("What the site is of, such as `Organization`.", default="Person")
    local_business_type: Text = Key(
        "Kind of business.", unread="templates read `site_type` in its place"
    )
    org_name: Text = Key("Name of the organisation.")
    description: Text = Key("What the site is about.")
    twitter: Text = Key("Name at Twitter, without `@`.")
    phone: Text = Key("Phone number.")
    address: SiteAddress = Key("Postal address.", wrong=NOT_A_MAP)
    coordinates: Coordinates = Key("Place on the map.", wrong=NOT_A_MAP)


class Analytics(SettingsModel):
    """Services that count visitors."""

    google_analytics: Text = Key("Id of Google Analytics.")
    google_tag_manager: Text = Key("Id of Google Tag Manager.")
    google_optimize: Text = Key("Id of Google Optimize.")
    microsoft_clarity: Text = Key("Id of Microsoft Clarity.")
    baidu_tongji: Text = Key("Id of Baidu Tongji.")


class Verification(SettingsModel):
    """Proofs of ownership for search engines."""

    google: Text = Key("That of Google.")
    baidu: Text = Key("That of Baidu.")
    bing: Text = Key("That of Bing.")


class Marketing(SettingsModel):
    """Search engines and services that count visitors."""

    seo: Seo = Key("What search engines get.", since="5.5", wrong=NOT_A_MAP)
    analytics: Analytics = Key("Services that count visitors.", since="5.5", wrong=NOT_A_MAP)
    verification: Verification = Key("Proofs of ownership.", since="5.5", wrong=NOT_A_MAP)
    google_analytics: Text = Key("Id of Google Analytics.", until="5.4")
    google_tag_manager: Text = Key("Id of Google Tag Manager.", until="5.4")
    google_optimize: Text = Key("Id of Google Optimize.", until="5.4")
    microsoft_clarity: Text = Key("Id of Microsoft Clarity.", until="5.4")
    baidu_tongji: Text = Key("Id of Baidu Tongji.", until="5.4")
    google_site_verification: Text = Key("Proof of ownership for Google.", until="5.4")
    baidu_site_verification: Text = Key("Proof of ownership for Baidu.", until="5.4")
    bing_site_verification: Text = Key("Proof of ownership for Bing.", until="5.4")


class HeaderImage(SettingsModel):
    """The logo."""

    width: PrintedNumber = Key("Its width.", wrong=VERBATIM)
    height: PrintedNumber = Key("Its height.", wrong=VERBATIM)


class HeaderNavbar(Navbar):
    """The bar at the top."""

    block: Text = Key("Which template shows it.", since="5.8", wrong=NOT_FOUND)


class Header(SettingsModel):
    """The top of every page."""

    navbar: HeaderNavbar = Key("The bar at the top.", wrong=NOT_A_MAP)
    image: HeaderImage = Key("Size of the logo.", wrong=NOT_A_MAP)
    on_scroll: Annotated[Any, _ON_SCROLL] = Key(
        "Whether it stays while the page scrolls.", since="5.8"
    )


class FooterCopyright(SettingsModel):
    """Whose the content is."""

    notice: Text = Key("The notice; `{year}` and `{license}` are filled in.")
    license: License = Key("A Creative Commons licence.", wrong=NOT_A_MAP)


class Footer(SettingsModel):
    """The bottom of every page."""

    text: Text = Key("A text of your own.", since="5.5")
    copyright: FooterCopyright = Key("Whose the content is.", since="5.5", wrong=NOT_A_MAP)
    show_translations: Flag = Key("List the other languages.", wrong=TRUTHY)
    widget: Text = Key("Which template shows it.", since="5.7", until="5.7", wrong=NOT_FOUND)
    block: Text = Key("Which template shows it.", since="5.8", wrong=NOT_FOUND)


class Localisation(SettingsModel):
    """How dates and addresses are written."""

    date_format: DateLayout = Key(
        "How dates look, as a Go layout.",
        examples=["2 January 2006"],
        wrong=alters("it is printed in place of the date"),
    )
    time_format: DateLayout = Key(
        "How times look, as a Go layout.",
        examples=["15:04"],
        wrong=alters("it is printed in place of the time"),
    )
    address_format: Text = Key("Country whose order of an address to follow.", default="en-us")


class SyntaxHighlighter(SettingsModel):
    """Colours of source code."""

    enable: Flag = Key("Colour source code.", until="5.5", wrong=TRUTHY)
    theme: Text = Key("Name of the colours.", until="5.5")
    extra_languages: LooseTextList = Key("Languages to know.", until="5.5", wrong=NOT_A_LIST)
    theme_light: Text = Key("Colours by day.", since="5.6")
    theme_dark: Text = Key("Colours by night.", since="5.6")


class Switch(SettingsModel):
    """Something to switch on."""

    enable: Flag = Key("Whether it is on.", default=False, wrong=TRUTHY)


class Repository(SettingsModel):
    """Where the site's files are kept, for links to edit a page."""

    url: Text = Key("Address of the repository.")
    content_dir: Text = Key("Its folder of content.", default="content")
    branch: Text = Key("Its branch.", default="main")


class Responses(SettingsModel):
    """What is said to those who give feedback."""

    positive: Text = Key("To those who liked the page.")
    negative: Text = Key("To those who did not.")


class Feedback(SettingsModel):
    """Whether visitors liked a page."""

    responses: Responses = Key("What is then said.", wrong=NOT_A_MAP)


class Features(SettingsModel):
    """What the site can do."""

    syntax_highlighter: SyntaxHighlighter = Key("Colours of source code.", wrong=NOT_A_MAP)
    math: Switch = Key("Formulas on every page.", wrong=NOT_A_MAP)
    diagram: Switch = Key(
        "Diagrams on every page.", unread="a block of code with `mermaid` makes a diagram"
    )
    privacy_pack: Switch = Key("Ask for consent to cookies.", wrong=NOT_A_MAP)
    repository: Repository = Key("Where files are kept.", wrong=NOT_A_MAP)
    avatar: Avatar = Key("Pictures of people.", wrong=NOT_A_MAP)
    comment: Comments = Key("Comments below pages.", wrong=NOT_A_MAP)
    search: Search = Key("Search within the site.", wrong=NOT_A_MAP)
    map: MapService = Key("Maps.", wrong=NOT_A_MAP)
    feedback: Feedback = Key("Whether visitors liked a page.", since="5.7", wrong=NOT_A_MAP)


class ContentManager(SettingsModel):
    """The editor in the browser."""

    netlify_cms: Flag = Key("Offer it.", since="5.5", until="5.5", wrong=TRUTHY)
    enable: Flag = Key("Offer it.", since="5.6", wrong=TRUTHY)
    branch: Text = Key("Branch that it changes.", default="main")
    publish_mode: Text = Key("How changes are published.")
    local_backend: Flag = Key("Work on local files.", default=False, wrong=TRUTHY)


class Extensions(SettingsModel):
    """What comes with the theme and can be left out."""

    cms: ContentManager = Key("The editor in the browser.", wrong=NOT_A_MAP)
    decap_cms: ContentManager = Key("The same, from 5.9.6 on.", since="5.9", wrong=NOT_A_MAP)
    isotope: Switch = Key("Filters in portfolios.", since="5.5", until="5.5", wrong=NOT_A_MAP)
    academicons: Switch = Key("Icons of academic services.", wrong=NOT_A_MAP)


class Publications(SettingsModel):
    """How publications are shown."""

    date_format: DateLayout = Key(
        "How their dates look, as a Go layout.",
        default="January, 2006",
        wrong=alters("it is printed in place of the date"),
    )
    citation_style: Annotated[Any, _CITATION] = Key(
        "How they are cited.", default="apa", wrong=alters("they are cited as `mla` has it")
    )


class Projects(SettingsModel):
    """How a project's page lists what belongs to it: a number up to 5.4, a name since."""

    post_view: Text = Key("How its posts are listed.")
    publication_view: Text = Key("How its publications are listed.")
    talk_view: Text = Key("How its talks are listed.")


class Books(SettingsModel):
    """How books are shown."""

    order_by: Annotated[Any, _ORDER] = Key("Order of chapters.", default="weight")


class PowerUps(SettingsModel):
    """What sponsors of the theme can hide."""

    hide_published_with: Flag = Key("The line on the theme.", wrong=TRUTHY)
    hide_generator: Flag = Key("The theme's name in pages' heads.", wrong=TRUTHY)


class ContentPolicy(SettingsModel):
    """The header that says what pages may load."""

    policy: Text = Key("Its text.")
    report_only: Flag = Key("Report breaches, forbid nothing.", wrong=TRUTHY)


class Permissions(SettingsModel):
    """The header that says what pages may use."""

    policy: Text = Key("Its text.")


class Security(SettingsModel):
    """Headers that Netlify sends."""

    csp: ContentPolicy = Key("What pages may load.", wrong=NOT_A_MAP)
    allow_frame: Flag = Key("Let other sites show pages in a frame.", since="5.5", wrong=TRUTHY)
    permissions: Permissions = Key("What pages may use.", wrong=NOT_A_MAP)


class Params(ParamsUntil54):
    """What the theme's templates read of the site's parameters."""

    last_keys = (
        "reading_time", "profile", "abstract_length", "plugins_js", "plugins_css", "tracks",
        "main_sections", "merge",
    )  # fmt: skip

    appearance: Appearance = Key("Colours and fonts.", since="5.5", wrong=NOT_A_MAP)
    marketing: Marketing = Key("Search engines and counting visitors.", wrong=NOT_A_MAP)
    header: Header = Key("The top of every page.", since="5.5", wrong=NOT_A_MAP)
    footer: Footer = Key("The bottom of every page.", since="5.1", wrong=NOT_A_MAP)
    locale: Localisation = Key("How dates are written.", since="5.5", wrong=NOT_A_MAP)
    features: Features = Key("What the site can do.", since="5.5", wrong=NOT_A_MAP)
    extensions: Extensions = Key("What can be left out.", since="5.5", wrong=NOT_A_MAP)
    publications: Publications = Key("How publications are shown.", wrong=NOT_A_MAP)
    projects: Projects = Key("How projects list what belongs to them.", wrong=NOT_A_MAP)
    books: Books = Key("How books are shown.", wrong=NOT_A_MAP)
    power_ups: PowerUps = Key("What sponsors can hide.", wrong=NOT_A_MAP)
    i_am_a_sponsor: Flag = Key("Whether you are a sponsor.", wrong=TRUTHY)
    security: Security = Key("Headers that Netlify sends.", wrong=NOT_A_MAP)
    require_fancybox: Flag = Key("Load the gallery on every page.", since="5.1", wrong=TRUTHY)
    reading_time: Flag = Key("Say how long a post takes.", default=True, wrong=ONLY_FALSE)
    profile: Flag = Key("Show the author below a page.", default=True, wrong=ONLY_FALSE)
    abstract_length: Whole = Key("Letters of an abstract in lists.", default=135)
    plugins_js: LooseTextList = Key("Scripts of your own, in `assets/js`.", wrong=NOT_A_LIST)
    plugins_css: LooseTextList = Key(
        "Styles of your own.", unread="templates load `assets/scss/custom.scss`"
    )
    tracks: Names = Key("Names of the research tracks that pages may be in.")
    main_sections: Names = Key("Sections of the most important pages.", alias="mainSections")
