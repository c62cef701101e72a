"""The languages of a site: `languages.yaml`, or `languages` in Hugo's settings.

A language may also have settings of its own in place of the site's. Sources: Hugo's
`langs/config.go` and `config/allconfig`, and builds with 0.111.3 and 0.168.0.
"""

from __future__ import annotations

from typing import ClassVar

from afr_content.models.keys import Key, alters, breaks
from afr_content.models.settings.addresses import Permalinks, Taxonomies
from afr_content.models.settings.base import Setting, SettingsModel
from afr_content.models.settings.kinds import SettingFlag, TimeZone, Whole
from afr_content.models.settings.menus import Menus
from afr_content.models.types import Anything, Map, Maps, Names, Text


class Language(SettingsModel):
    """A language, and what differs in it from the rest of the site."""

    unknown: ClassVar[str] = "Hugo up to 0.111 takes it as a parameter, newer ones pass over it"

    language_name: Text = Setting("What visitors read to choose it.", "languageName")
    language_code: Text = Setting(
        "The code that browsers and feeds get, such as `en-us`.", "languageCode"
    )
    language_direction: Text = Setting("`ltr` or `rtl`.", "languageDirection")
    label: Anything = Key("What visitors read to choose it, from Hugo 0.158 on.")
    locale: Anything = Key("The code that browsers and feeds get, from Hugo 0.158 on.")
    direction: Anything = Key("`ltr` or `rtl`, from Hugo 0.158 on.")
    title: Text = Setting("Title of the site.")
    weight: Whole = Setting(
        "Place among the languages: lower comes first.",
        wrong=alters("it counts as 0"),
    )
    disabled: SettingFlag = Setting("Leave the language out.", default=False)
    content_dir: Text = Setting(
        "Folder of its content, such as `content/en`.", "contentDir", default="content"
    )
    base_url: Text = Setting("Address of the site in this language.", "baseURL")
    copyright: Text = Setting("Copyright notice.")
    has_cjk_language: SettingFlag = Setting(
        "Count words as Chinese, Japanese and Korean need it.", "hasCJKLanguage"
    )
    summary_length: Whole = Setting("Words in a summary.", "summaryLength")
    time_zone: TimeZone = Key("Time zone of dates.", alias="timeZone", wrong=breaks())
    title_case_style: Text = Setting("How titles are capitalised.", "titleCaseStyle")
    paginate: Whole = Setting("Pages in one part of a list, up to Hugo 0.127.")
    pagination: Map = Setting("How lists are cut into parts.")
    disable_kinds: Names = Setting("Kinds of page to leave out.", "disableKinds")
    main_sections: Names = Setting("Sections of the most important pages.", "mainSections")
    static_dir: Names = Setting("Folders of files to copy.", "staticDir")
    ref_links_error_level: Text = Setting(
        "`ERROR` or `WARNING` for broken links of `ref`.", "refLinksErrorLevel"
    )
    ref_links_not_found_url: Text = Setting("Where they then lead.", "refLinksNotFoundURL")
    plural_list_titles: SettingFlag = Setting("Titles of lists in plural.", "pluralizeListTitles")
    remove_path_accents: SettingFlag = Setting("Addresses without accents.", "removePathAccents")
    enable_emoji: SettingFlag = Setting("Show `:smile:` as a picture.", "enableEmoji")
    section_pages_menu: Text = Setting("Menu that gets all sections.", "sectionPagesMenu")
    taxonomies: Taxonomies = Setting("Taxonomies, singular to plural.")
    permalinks: Permalinks = Setting("Addresses of pages by section.")
    outputs: Map = Setting("Output formats by kind of page.")
    output_formats: Map = Setting("Output formats of its own.", "outputFormats")
    sitemap: Map = Setting("What goes into the sitemap.")
    related: Map = Setting("How related pages are found.")
    markup: Map = Setting("How Markdown is rendered.")
    privacy: Map = Setting("Privacy of embedded services.")
    services: Map = Setting("Services such as Google Analytics.")
    frontmatter: Map = Setting("Which keys hold a page's dates.")
    cascade: Maps = Setting("Front matter for pages below.")
    menu: Menus = Setting("Menus, by an older name.")
    menus: Menus = Setting("Menus in this language.")
    params: Map = Setting("What the theme's templates read in this language.")


class Languages(SettingsModel):
    """The languages by their codes."""

    __pydantic_extra__: dict[str, Language]
    others: ClassVar[str] = "en"
    others_count: ClassVar[bool] = True
    empty_counts: ClassVar[bool] = True

    en: Language = Key("A language by its code.", wrong=breaks())
