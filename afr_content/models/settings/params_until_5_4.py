"""What the theme's templates read of the site's parameters up to 5.4, and parts that stayed."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from afr_content.models.keys import Key, Wrong, alters, breaks
from afr_content.models.section import (
    NO_TEXT,
    NOT_A_LIST,
    NOT_A_MAP,
    ONLY_FALSE,
    TRUTHY,
    VERBATIM,
)
from afr_content.models.settings.base import SettingsModel
from afr_content.models.settings.kinds import Whole
from afr_content.models.types import (
    Anything,
    DateLayout,
    Flag,
    LooseTextList,
    Names,
    Number,
    Text,
    by_version,
    choice,
)
from afr_content.models.widgets.contact import Address, ContactLink

NOT_FOUND: Wrong = breaks("the build stops: only a text can be looked for")
_NOTHING_FOUND = alters("nothing can be searched for")

SHAPE = choice("circle", "square", name="shape")
ALIGN = choice("l", "c", "r", name="menu-align")
SEARCH_PROVIDER = by_version(
    (None, "5.6", choice("wowchemy", "algolia", name="search-provider", any_case=True)),
    (
        "5.7",
        None,
        choice("wowchemy", "algolia", "docsearch", name="search-provider", any_case=True),
    ),
)
COMMENT_PROVIDER = by_version(
    (None, "5.6", choice("disqus", "commento", name="comment-provider", any_case=True)),
    ("5.7", None, choice("disqus", "commento", "giscus", name="comment-provider", any_case=True)),
)
MAP_PROVIDER = choice("google", "mapnik", "mapbox", name="map-provider", any_case=True)
_FONT_SIZE = choice("XS", "S", "M", "L", "XL", name="font-size", any_case=True)


class SiteAddress(Address):
    """The postal address of a site."""

    country_code: Text = Key("Code of the country, for search engines.", wrong=VERBATIM)


class Coordinates(SettingsModel):
    """A place on the map."""

    latitude: Text = Key("Degrees north.", examples=["51.03"])
    longitude: Text = Key("Degrees east.", examples=["13.73"])


class Navbar(SettingsModel):
    """The bar at the top."""

    enable: Flag = Key("Show it.", default=True, wrong=TRUTHY)
    align: Annotated[Any, ALIGN] = Key(
        "Where its entries stand: left, in the middle or right.",
        default="l",
        wrong=alters("the entries stand on the left"),
    )
    show_logo: Flag = Key("Show the title or logo.", default=True, wrong=TRUTHY)
    show_language: Flag = Key("Name the language.", default=False, wrong=TRUTHY)
    show_day_night: Flag = Key("Let visitors choose day or night.", default=True, wrong=TRUTHY)
    show_search: Flag = Key("Show the search.", default=True, wrong=TRUTHY)
    show_translations: Flag = Key("List other languages.", default=True, since="5.1", wrong=TRUTHY)
    highlight_active_link: Flag = Key("Mark the current entry.", default=True, wrong=TRUTHY)


class License(SettingsModel):
    """A Creative Commons licence."""

    enable: Flag = Key("Show it.", default=False, wrong=TRUTHY)
    allow_derivatives: Flag = Key("Others may change the content.", wrong=TRUTHY)
    share_alike: Flag = Key("If they share it on the same terms.", wrong=TRUTHY)
    allow_commercial: Flag = Key("Others may use it in business.", wrong=TRUTHY)


class LicenseWithNotice(License):
    """A Creative Commons licence and what is written with it."""

    notice: Text = Key("What is written with it; `{license}` is filled in.", wrong=NO_TEXT)


class PageTypes(SettingsModel):
    """A switch for each type of page."""

    __pydantic_extra__: dict[str, Flag]
    others: ClassVar[str] = "post"
    others_count: ClassVar[bool] = True

    post: Flag = Key("Whether pages of this type have it.", wrong=TRUTHY)


class EditPage(SettingsModel):
    """Links to edit a page."""

    repo_url: Text = Key("Address of the repository.")
    content_dir: Text = Key("Its folder of content.")
    repo_branch: Text = Key("Its branch.")
    editable: PageTypes = Key("Which pages have the link.", wrong=NOT_A_MAP)


class Avatar(SettingsModel):
    """Pictures of people."""

    gravatar: Flag = Key("Take them from gravatar.com.", default=False, wrong=TRUTHY)
    shape: Annotated[Any, SHAPE] = Key(
        "Their shape.", default="circle", wrong=alters("they are circles")
    )


class Disqus(SettingsModel):
    """Comments by Disqus."""

    shortname: Text = Key("Name of the site at Disqus.")
    show_count: Flag = Key("Show how many there are.", default=True, wrong=TRUTHY)


class Commento(SettingsModel):
    """Comments by Commento."""

    url: Text = Key("Address of the server.")


class Giscus(SettingsModel):
    """Comments by Giscus."""

    repo: Text = Key("Repository on GitHub.")
    repo_id: Text = Key("Id of the repository.")
    category: Text = Key("Category of discussions.")
    category_id: Text = Key("Id of the category.")
    mapping: Text = Key("How a page finds its discussion.", default="pathname")
    theme: Text = Key("Colours.", default="preferred_color_scheme")
    language_code: Text = Key("Language.", default="en")


class Comments(SettingsModel):
    """Comments below pages."""

    provider: Annotated[Any, COMMENT_PROVIDER] = Key(
        "Who keeps them.", wrong=breaks("the build stops: there is no template for it")
    )
    commentable: PageTypes = Key("Which pages have comments.", until="5.4", wrong=NOT_A_MAP)
    disqus: Disqus = Key("Comments by Disqus.", wrong=NOT_A_MAP)
    commento: Commento = Key("Comments by Commento.", wrong=NOT_A_MAP)
    giscus: Giscus = Key("Comments by Giscus.", since="5.7", wrong=NOT_A_MAP)


class Algolia(SettingsModel):
    """Search by Algolia."""

    app_id: Text = Key("Id of the application.")
    api_key: Text = Key("Key for searching.")
    index_name: Text = Key("Name of the index.")
    show_logo: Flag = Key("Show the logo.", until="5.4", wrong=TRUTHY)
    analytics: Flag = Key("Count searches.", since="5.5", wrong=TRUTHY)
    personalization: Flag = Key("Adapt to the visitor.", since="5.5", wrong=TRUTHY)


class DocSearch(SettingsModel):
    """Search by DocSearch."""

    app_id: Text = Key("Id of the application.")
    api_key: Text = Key("Key for searching.")
    index_name: Text = Key("Name of the index.")
    container: Text = Key("Where it is shown, as a CSS selector.", default="#docsearch")


class OwnSearch(SettingsModel):
    """The theme's own search."""

    min_length: Whole = Key("Letters to begin with.", default=1)
    threshold: Number = Key("How far off a hit may be, from 0 to 1.", default=0.3)


class Search(SettingsModel):
    """Search within the site."""

    provider: Annotated[Any, SEARCH_PROVIDER] = Key("What searches.", wrong=_NOTHING_FOUND)
    algolia: Algolia = Key("Search by Algolia.", wrong=NOT_A_MAP)
    docsearch: DocSearch = Key("Search by DocSearch.", since="5.7", wrong=NOT_A_MAP)
    wowchemy: OwnSearch = Key("The theme's own search.", wrong=NOT_A_MAP)


class MapService(SettingsModel):
    """Maps."""

    provider: Annotated[Any, MAP_PROVIDER] = Key("Whose maps.", wrong=alters("no map is shown"))
    api_key: Text = Key("Key for them.")
    zoom: Whole = Key("How near.", default=15)


class Cms(SettingsModel):
    """The editor in the browser."""

    netlify_cms: Flag = Key("Offer it.", wrong=TRUTHY)
    branch: Text = Key("Branch that it changes.", default="main")
    publish_mode: Text = Key("How changes are published.")
    local_backend: Flag = Key("Work on local files.", default=False, wrong=TRUTHY)


class IconPacks(SettingsModel):
    """Icons to load."""

    ai: Flag = Key("Those of academic services.", wrong=TRUTHY)


class Icons(SettingsModel):
    """Icons."""

    pack: IconPacks = Key("Icons to load.", wrong=NOT_A_MAP)


class Breadcrumb(SettingsModel):
    """The path to a page, above its title."""

    page_types: PageTypes = Key("Which pages have it.", wrong=NOT_A_MAP)


_LAYOUT = alters("it is printed in place of the date")


class ParamsUntil54(SettingsModel):
    """The parameters up to 5.4."""

    theme: Text = Key("Colours and fonts.", until="5.4", default="minimal", wrong=NOT_FOUND)
    day_night: Flag = Key("Let visitors choose day or night.", until="5.4", wrong=TRUTHY)
    font: Text = Key("Name of the fonts.", until="5.4", wrong=NOT_FOUND)
    font_size: Annotated[Any, _FONT_SIZE] = Key(
        "Size of text.", until="5.4", default="L", wrong=alters("the size is that of `L`")
    )
    site_type: Text = Key("What the site is of, such as `Organization`.", until="5.4")
    local_business_type: Text = Key("Kind of business.", until="5.4")
    org_name: Text = Key("Name of the organisation.", until="5.4")
    description: Text = Key("What the site is about.", until="5.4")
    twitter: Text = Key("Name at Twitter, without `@`.", until="5.4")
    sharing_image: Text = Key("Image for links to the site.", until="5.2")
    main_menu: Navbar = Key("The bar at the top.", until="5.4", wrong=NOT_A_MAP)
    date_format: DateLayout = Key("How dates look, as a Go layout.", until="5.4", wrong=_LAYOUT)
    time_format: DateLayout = Key("How times look, as a Go layout.", until="5.4", wrong=_LAYOUT)
    address_format: Text = Key("Country whose order of an address to follow.", until="5.4")
    email: Text = Key("Mail address.", until="5.4")
    phone: Text = Key("Phone number.", until="5.4")
    address: SiteAddress = Key(
        "Postal address.", until="5.4", wrong=breaks("the build stops: it must be a map")
    )
    coordinates: Coordinates = Key(
        "Place on the map.", until="5.4", wrong=alters("a map on the page stops the build")
    )
    directions: Text = Key("How to find the place.", until="5.4", wrong=NO_TEXT)
    office_hours: Names = Key("When somebody is there, a line each.", until="5.4", wrong=NO_TEXT)
    appointment_url: Text = Key("Where to book an appointment.", until="5.4")
    contact_links: list[ContactLink] = Key(
        "More ways to get in touch.", until="5.4", wrong=NOT_A_LIST
    )
    highlight: Flag = Key("Colour source code.", until="5.4", wrong=TRUTHY)
    highlight_languages: LooseTextList = Key("Languages to know.", until="5.4", wrong=NOT_A_LIST)
    highlight_style: Text = Key("Name of the colours.", until="5.4")
    math: Flag = Key("Formulas on every page.", until="5.4", wrong=TRUTHY)
    diagram: Flag = Key("Diagrams on every page.", until="5.4", wrong=TRUTHY)
    privacy_pack: Flag = Key("Ask for consent to cookies.", until="5.4", wrong=TRUTHY)
    edit_page: EditPage = Key("Links to edit a page.", until="5.4", wrong=NOT_A_MAP)
    show_related: PageTypes = Key("List related pages.", until="5.4", wrong=NOT_A_MAP)
    section_pager: Flag = Key("Links to the next page.", until="5.5", wrong=TRUTHY)
    book_section_pager: Flag = Key(
        "Links to the next page of a book.", until="5.5", wrong=ONLY_FALSE
    )
    docs_section_pager: Flag = Key(
        "Links to the next page of documentation.", until="5.2", wrong=TRUTHY
    )
    sharing: Flag = Key("Buttons to share a page.", until="5.5", wrong=TRUTHY)
    copyright_license: LicenseWithNotice = Key(
        "A Creative Commons licence.", until="5.4", wrong=NOT_A_MAP
    )
    media_dir: Text = Key("Folder of images.", until="5.4", default="media")
    avatar: Avatar = Key("Pictures of people.", until="5.4", wrong=NOT_A_MAP)
    breadcrumb: Breadcrumb = Key("The path to a page.", until="5.4", wrong=NOT_A_MAP)
    comments: Comments = Key("Comments below pages.", until="5.4", wrong=NOT_A_MAP)
    search: Search = Key("Search within the site.", until="5.4", wrong=NOT_A_MAP)
    map: MapService = Key("Maps.", until="5.4", wrong=NOT_A_MAP)
    cms: Cms = Key("The editor in the browser.", until="5.4", wrong=NOT_A_MAP)
    icon: Icons = Key("Icons.", until="5.4", wrong=NOT_A_MAP)
    require_isotope: Flag = Key("Filters in portfolios.", until="5.4", wrong=TRUTHY)
    link_authors: Anything = Key("Whether authors are links.", unread="authors are always links")
