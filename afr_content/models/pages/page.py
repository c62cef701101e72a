"""What every page may say: the keys of Hugo, and those that the theme reads on any page."""

from __future__ import annotations

from typing import Annotated, ClassVar

from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key, alters, breaks, loses
from afr_content.models.section import (
    NO_TEXT,
    NOT_A_LIST,
    NOT_A_MAP,
    ONLY_FALSE,
    TRUTHY,
    VERBATIM,
    GalleryItem,
)
from afr_content.models.types import (
    EMPTY_TEXT_TOO,
    Address,
    Anything,
    CastFlag,
    Date,
    Flag,
    FocalPoint,
    Icon,
    IconPack,
    Link,
    ListOfMaps,
    LooseTextList,
    Map,
    Maps,
    Names,
    OwnAddress,
    Placement,
    Text,
    View,
    Whole,
    Word,
    choice,
)

NO_DATE = breaks("no date with Hugo before 0.147, and later the build stops")
_NO_ADDRESS = breaks("the build stops or the link goes astray: it must be an address")
_NOT_SHOWN = alters("the page is shown where it should not be")


class Image(FrontMatterModel):
    """The featured image: the file beside the page with `featured` in its name."""

    filename: Text = Key(
        "File name of the image; by default the one with `featured` in its name.",
        since="5.7",
        wrong=loses("no image is shown"),
    )
    caption: Text = Key("Text below the image.", wrong=NO_TEXT)
    alt_text: Text = Key("What the image shows, for those who cannot see it.", wrong=VERBATIM)
    focal_point: FocalPoint = Key(
        "Which part stays when a card crops the image.",
        default="Smart",
        wrong=alters("the image is cropped as by default"),
    )
    placement: Placement = Key(
        "Width of the image: 1 is the text's, 2 the container's, 3 the window's.",
        default=1,
        wrong=alters("the image is as wide as the text"),
    )
    preview_only: Flag = Key(
        "Show the image in lists only, not on the page.", default=False, wrong=TRUTHY
    )


class Banner(FrontMatterModel):
    """An image above the title."""

    image: Text = Key(
        "File name of an image in `assets/media/` or beside the page.",
        wrong=loses("no image is shown"),
    )
    caption: Text = Key("Text below the image.", wrong=NO_TEXT)


class NavBar(FrontMatterModel):
    """The bar on top of the page."""

    enable: Flag = Key("Show the bar.", default=True, wrong=ONLY_FALSE)


class Header(FrontMatterModel):
    """Until 5.4 an image above the title (now `banner`), since 5.5 the bar on top."""

    image: Text = Key(
        "File name of an image in `assets/media/`; `banner.image` since 5.5.",
        until="5.4",
        wrong=loses("no image is shown"),
    )
    caption: Text = Key(
        "Text below the image; `banner.caption` since 5.5.", until="5.4", wrong=NO_TEXT
    )
    navbar: NavBar = Key("The bar on top of the page.", since="5.5", wrong=NOT_A_MAP)
    on_scroll: Text = Key(
        "`disappear` hides the bar while scrolling down.",
        since="5.5",
        examples=["disappear"],
        wrong=VERBATIM,
    )


class LinkButton(FrontMatterModel):
    """A button with a link."""

    icon_pack: IconPack = Key(
        "Where the icon is from.", default="fas", wrong=loses("no icon is shown")
    )
    icon: Icon = Key(
        "Name of the icon, without `fa-`.", examples=["twitter"], wrong=loses("no icon is shown")
    )
    name: Text = Key("Text of the button.", wrong=VERBATIM)
    url: Link = Key("Where the button goes.", wrong=_NO_ADDRESS)


class PageDesign(FrontMatterModel):
    """How the page looks."""

    css_class: Text = Key("CSS classes of the page.", since="5.5", wrong=VERBATIM)
    css_style: Text = Key("CSS rules of the page.", since="5.1", wrong=VERBATIM)


class Seo(FrontMatterModel):
    """What search engines see."""

    title: Text = Key("Title for search engines.", wrong=VERBATIM)


class Announcement(FrontMatterModel):
    """A bar with an announcement."""

    text: Text = Key("What the bar says; no bar without it.", wrong=NO_TEXT)
    id: Text = Key("Name of the announcement, to remember who closed it.", wrong=VERBATIM)
    dismissable: Flag = Key("Let people close the bar.", default=True, wrong=TRUTHY)


class Copyright(FrontMatterModel):
    """Copyright of the page, if other than the site's."""

    notice: Text = Key("Copyright notice.", wrong=NO_TEXT)
    license: Map = Key("Creative Commons licence.", wrong=NOT_A_MAP)


class CopyrightLicense(FrontMatterModel):
    """Creative Commons licence of the page, if other than the site's."""

    enable: Flag = Key("Show a licence.", wrong=TRUTHY)
    allow_derivatives: Flag = Key("Let people change the work.", wrong=TRUTHY)
    share_alike: Flag = Key("Let people share under the same licence only.", wrong=TRUTHY)
    allow_commercial: Flag = Key("Let people earn money with it.", wrong=TRUTHY)
    notice: Text = Key("Licence notice.", wrong=NO_TEXT)


class Build(FrontMatterModel):
    """Whether Hugo builds and lists the page."""

    render: Annotated[str, choice("always", "never", "link", True, False)] = Key(
        "Give the page a file of its own.", default="always", wrong=_NOT_SHOWN
    )
    list: Annotated[str, choice("always", "never", "local", True, False)] = Key(
        "List the page.", default="always", wrong=_NOT_SHOWN
    )
    publish_resources: CastFlag = Key(
        "Copy the files beside the page.", alias="publishResources", default=True
    )


class Page(FrontMatterModel):
    """A page."""

    empty_lists_are_left_out: ClassVar[bool] = True

    title: Text = Key("Title of the page.", wrong=loses("the title stays empty"))
    link_title: Text = Key(
        "Shorter title for menus and lists.",
        alias="linkTitle",
        wrong=loses("the title stays empty"),
    )
    subtitle: Text = Key("Line below the title.", wrong=NO_TEXT)
    summary: Text = Key("Short text for lists, in Markdown.", wrong=NO_TEXT)
    description: Text = Key(
        "Short text for search engines.", wrong=loses("the description stays empty")
    )
    abstract: Text = Key("Text for lists where there is no summary.", wrong=NO_TEXT)
    authors: Names = Key(
        "Who wrote the page: folders in `content/authors/`, or names.",
        examples=[["admin", "Jane Doe"]],
        wrong=loses("the page has no authors"),
    )
    author_notes: LooseTextList = Key(
        "A note for each author, in the same order.",
        examples=[["Equal contribution", "Equal contribution"]],
        wrong=alters("a number is shown in place of the note"),
    )
    tags: Names = Key("Tags of the page.", wrong=loses("the page has no such tag"))
    categories: Names = Key(
        "Categories of the page.", wrong=loses("the page is in no such category")
    )
    series: Names = Key("Series that the page is in.", wrong=loses("the page is in no series"))
    keywords: Names = Key("Keywords for related pages.", wrong=loses("the keywords are lost"))
    date: Date = Key("Date of the page.", examples=["2021-09-30"], wrong=NO_DATE)
    lastmod: Date = Key("Date of the last change.", wrong=NO_DATE)
    modified: Date = Key("Another word for `lastmod`.", wrong=NO_DATE)
    publish_date: Date = Key("When to publish the page.", alias="publishDate", wrong=NO_DATE)
    pubdate: Date = Key("Another word for `publishDate`.", wrong=NO_DATE)
    published: Date = Key("Another word for `publishDate`.", wrong=NO_DATE)
    expiry_date: Date = Key("When to take the page down.", alias="expiryDate", wrong=NO_DATE)
    unpublishdate: Date = Key("Another word for `expiryDate`.", wrong=NO_DATE)
    featured: Flag = Key(
        "List the page among the featured ones.",
        default=False,
        wrong=loses("the page is not among the featured ones: only `true` makes it so"),
    )
    draft: CastFlag = Key(
        "Do not publish the page yet.", default=False, wrong=alters("the page is published")
    )
    type: Text = Key(
        "Which templates show the page; by default the folder's name.",
        wrong=alters("other templates show the page"),
    )
    layout: Text = Key("Which template shows the page.", wrong=VERBATIM)
    weight: Whole = Key(
        "Place among others: lower comes first; 0 or none is last.",
        default=0,
        wrong=alters("the page takes another place"),
    )
    headless: CastFlag = Key(
        "Give the page no address of its own.", default=False, wrong=alters("the page is published")
    )
    slug: Text = Key(
        "Last part of the page's address.", wrong=alters("the address is made without it")
    )
    url: OwnAddress = Key(
        "Address of the page within the site.",
        examples=["/contact/"],
        wrong=breaks("the build stops: it must be a path of this site"),
    )
    aliases: Names = Key(
        "Older addresses that lead to the page.", wrong=loses("the addresses lead nowhere")
    )
    external_link: Address = Key(
        "Web address that lists link to in place of the page.", wrong=_NO_ADDRESS
    )
    doi: Text = Key(
        "DOI without `https://doi.org/`.", examples=["10.1000/182"], wrong=loses("no DOI is shown")
    )
    links: Annotated[list[LinkButton], EMPTY_TEXT_TOO] = Key(
        "More buttons with links.", wrong=NOT_A_LIST
    )
    url_preprint: Address = Key("Address of the preprint.", wrong=_NO_ADDRESS)
    url_pdf: Address = Key(
        "Address of the PDF; by default the PDF beside the page.", wrong=_NO_ADDRESS
    )
    url_code: Address = Key("Address of the code.", wrong=_NO_ADDRESS)
    url_dataset: Address = Key("Address of the data.", wrong=_NO_ADDRESS)
    url_poster: Address = Key("Address of the poster.", wrong=_NO_ADDRESS)
    url_project: Address = Key("Address of the project.", wrong=_NO_ADDRESS)
    url_slides: Address = Key("Address of the slides.", wrong=_NO_ADDRESS)
    url_source: Address = Key("Address of the source.", wrong=_NO_ADDRESS)
    url_video: Address = Key("Address of the video.", wrong=_NO_ADDRESS)
    image: Image = Key("The featured image.", wrong=NOT_A_MAP)
    banner: Banner = Key("An image above the title.", since="5.5", wrong=NOT_A_MAP)
    header: Header = Key("The bar on top; until 5.4 an image.", wrong=NOT_A_MAP)
    projects: LooseTextList = Key(
        "Projects that the page belongs to: folders in `content/project/`.",
        examples=[["internal-project"]],
        wrong=NOT_A_LIST,
    )
    slides: Word = Key(
        "Slides that belong to the page: a folder in `content/slides/`.",
        examples=["example"],
        wrong=loses("no button for slides is shown"),
    )
    gallery_item: list[GalleryItem] = Key(
        "Captions of the images that a `gallery` shortcode in the text shows.",
        wrong=loses("the images have no captions"),
    )
    location: Text = Key("Where it is; shown in lists.", wrong=NO_TEXT)
    view: View = Key(
        "How the pages that this one lists look.",
        wrong=alters("the pages are listed in the compact view"),
    )
    toc: Flag = Key("Show the table of contents.", default=True, wrong=ONLY_FALSE)
    math: Flag = Key("Load what shows formulas.", default=False, wrong=TRUTHY)
    diagram: Flag = Key("Load what shows diagrams.", default=False, until="5.4", wrong=TRUTHY)
    highlight: Anything = Key("Whether to highlight code.", until="5.5")
    show_date: Flag = Key("Show the date.", default=True, since="5.1", wrong=ONLY_FALSE)
    reading_time: Flag = Key("Show how long reading takes.", default=True, wrong=ONLY_FALSE)
    share: Flag = Key("Show buttons to share the page.", wrong=ONLY_FALSE)
    profile: Flag = Key("Show the author below the text.", default=True, wrong=ONLY_FALSE)
    commentable: Flag = Key("Let people comment.", wrong=TRUTHY)
    editable: Flag = Key("Show a link to edit the page.", wrong=TRUTHY)
    show_related: Flag = Key("Show related pages.", wrong=TRUTHY)
    show_breadcrumb: Flag = Key("Show where the page is.", default=False, since="5.5", wrong=TRUTHY)
    pager: Flag = Key("Show links to the next page.", since="5.7", wrong=TRUTHY)
    feedback: Flag = Key("Ask whether the page helped.", since="5.7", wrong=TRUTHY)
    announcement: Announcement = Key("A bar with an announcement.", since="5.7", wrong=NOT_A_MAP)
    private: Flag = Key("Keep the page from search.", default=False, wrong=TRUTHY)
    searchable: Flag = Key("Let search find the page.", default=True, since="5.5", wrong=TRUTHY)
    seo: Seo = Key("What search engines see.", since="5.5", wrong=NOT_A_MAP)
    design: PageDesign = Key("How the page looks.", since="5.1", wrong=NOT_A_MAP)
    copyright_license: CopyrightLicense = Key("Licence of the page.", until="5.4", wrong=NOT_A_MAP)
    copyright: Copyright = Key("Copyright of the page.", since="5.5", wrong=NOT_A_MAP)
    disqus_identifier: Text = Key("The page's identifier at Disqus.", wrong=VERBATIM)
    disqus_title: Text = Key("The page's title at Disqus.", wrong=VERBATIM)
    disqus_url: Text = Key("The page's address at Disqus.", wrong=VERBATIM)
    cms_exclude: Anything = Key(
        "Keep the page from the content manager.", unread="only the content manager reads it"
    )
    menu: Anything = Key("Menus that the page is in.")
    menus: Anything = Key("Another word for `menu`.")
    outputs: Names = Key(
        "Formats that the page is built in.",
        wrong=breaks("the build stops: there is no such format"),
    )
    resources: ListOfMaps = Key(
        "Titles and other facts of the files beside the page.",
        wrong=loses("the files have no titles"),
    )
    cascade: Maps = Key(
        "Keys for all pages below this one.",
        wrong=breaks("with Hugo from 0.147 on the build stops: it must be a map"),
    )
    build: Build = Key("Whether Hugo builds and lists the page.", wrong=alters())
    old_build: Build = Key(
        "Whether Hugo builds and lists the page; `build` in newer Hugo.",
        alias="_build",
        wrong=alters(),
    )
    sitemap: Anything = Key("The page in the site's map.")
    markup: Text = Key(
        "Language that the text is written in.",
        examples=["goldmark"],
        wrong=breaks("with Hugo from 0.147 on the build stops: there is no such language"),
    )
    is_cjk_language: CastFlag = Key(
        "Count characters as words.", alias="isCJKLanguage", default=False
    )
    translation_key: Text = Key(
        "What the translations of the page have in common.", alias="translationKey", wrong=VERBATIM
    )
    images: Names = Key("Images for previews.", wrong=loses("the preview shows no image"))
    videos: Names = Key("Videos for previews.", wrong=loses("the preview shows no video"))
    audio: Names = Key("Sounds for previews.", wrong=loses("the preview has no sound"))
    params: Map = Key(
        "More keys, as if they stood outside, with newer Hugo.", wrong=loses("the keys are lost")
    )
