"""Hugo's own settings: `hugo.*` or `config.*`, which may hold everything.

Sources: Hugo's documentation of its settings, `config/allconfig/allconfig.go`, what `hugo config`
prints, and builds with 0.111.3, 0.147.9 and 0.168.0. Maps that the authors of a site seldom touch
are not looked into.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from afr_content.models.keys import Key, alters, breaks
from afr_content.models.settings.addresses import Permalinks, Taxonomies
from afr_content.models.settings.base import Setting, SettingsModel
from afr_content.models.settings.kinds import (
    Duration,
    Patterns,
    SettingFlag,
    TimeZone,
    TitleCase,
    Whole,
)
from afr_content.models.settings.languages import Languages
from afr_content.models.settings.markup import Markup
from afr_content.models.settings.menus import Menus
from afr_content.models.settings.params import Params
from afr_content.models.types import Anything, Map, Maps, Names, Text, choice

_NOT_A_MAP = alters("nothing of it counts")
_BLACKFRIDAY = "only Blackfriday read it, which Hugo has no more since 0.100"
_DECODED = breaks()

Quality = Annotated[Any, choice(*range(101), name="quality", expected="a number from 1 to 100")]
Anchor = Annotated[
    Any,
    choice(
        "Smart", "Center", "TopLeft", "Top", "TopRight", "Left", "Right", "BottomLeft", "Bottom",
        "BottomRight", name="anchor", any_case=True,
    ),
]  # fmt: skip
Filter = Annotated[
    Any,
    choice(
        "Box", "Lanczos", "CatmullRom", "MitchellNetravali", "Linear", "NearestNeighbor",
        "Hermite", "BSpline", "Gaussian", "Hann", "Hamming", "Blackman", "Bartlett", "Welch",
        "Cosine", name="filter", expected="a filter such as `lanczos`", any_case=True,
    ),
]  # fmt: skip


class Imaging(SettingsModel):
    """How images are made smaller."""

    resample_filter: Filter = Key(
        "How pixels are joined.", alias="resampleFilter", default="box", wrong=_DECODED
    )
    quality: Quality = Key("Quality of JPEG and WebP.", default=75, wrong=_DECODED)
    anchor: Anchor = Key("Which part stays when cut.", default="smart", wrong=_DECODED)
    hint: Text = Key("What the images show, for WebP.", default="photo", wrong=_DECODED)
    bg_color: Text = Key("Colour behind transparent images.", alias="bgColor", wrong=_DECODED)
    compression: Text = Key("How images are compressed.", wrong=_DECODED)
    exif: Map = Key("Which data of a camera are kept.", wrong=_DECODED)
    meta: Map = Key("Which data about an image are kept.", wrong=_DECODED)
    jpeg: Map = Key("Settings for JPEG.", wrong=_DECODED)
    webp: Map = Key("Settings for WebP.", wrong=_DECODED)
    avif: Map = Key("Settings for AVIF.", wrong=_DECODED)


class Outputs(SettingsModel):
    """Which formats pages are published in, by their kind."""

    home: Names = Setting("Formats of the home page.")
    page: Names = Setting("Formats of single pages.")
    section: Names = Setting("Formats of sections.")
    taxonomy: Names = Setting("Formats of the list of terms.")
    term: Names = Setting("Formats of a term's page.")
    taxonomy_term: Names = Setting("Formats of terms, up to Hugo 0.72.", "taxonomyTerm")
    rss: Names = Setting("Formats of feeds.")
    sitemap: Names = Setting("Formats of the sitemap.")
    robots_txt: Names = Setting("Formats of `robots.txt`.", "robotsTXT")
    not_found: Names = Setting("Formats of the page for wrong addresses.", "404")


class Pagination(SettingsModel):
    """How lists are cut into parts, from Hugo 0.128 on."""

    pager_size: Whole = Setting("Pages in one part.", "pagerSize", default=10)
    path: Text = Setting("Name of the parts' folder.", default="page")
    disable_aliases: SettingFlag = Setting("No redirect for the first part.", "disableAliases")


class Sitemap(SettingsModel):
    """What the sitemap says of pages."""

    change_freq: Text = Setting("How often pages change.", "changeFreq")
    priority: Anything = Setting("How much pages matter, from 0 to 1.")
    filename: Text = Setting("Name of the file.", default="sitemap.xml")
    disable: SettingFlag = Setting("Leave pages out.", default=False)


class Related(SettingsModel):
    """How related pages are found."""

    threshold: Whole = Key("How much alike they must be, from 0 to 100.", wrong=_DECODED)
    include_newer: SettingFlag = Key("Take newer pages too.", alias="includeNewer", wrong=_DECODED)
    to_lower: SettingFlag = Key("Letter case makes no difference.", alias="toLower", wrong=_DECODED)
    indices: Maps = Key("Which keys are compared.", wrong=_DECODED)


class HugoSettings(SettingsModel):
    """Hugo's settings."""

    last_keys: ClassVar[tuple[str, ...]] = ("menu", "menus", "params", "merge")

    title: Text = Setting("Title of the site.")
    base_url: Text = Setting("Address of the site, with a slash at its end.", "baseURL")
    theme: Names = Setting("Folder of the theme, below `themes`.")
    copyright: Text = Setting("Copyright notice.")
    time_zone: TimeZone = Key("Time zone of dates.", alias="timeZone", wrong=breaks())
    language_code: Text = Setting("The code that browsers and feeds get.", "languageCode")
    locale: Text = Setting("The same, from Hugo 0.158 on.")
    default_content_language: Text = Setting(
        "Language of content that names none.", "defaultContentLanguage", default="en"
    )
    default_content_language_in_subdir: SettingFlag = Setting(
        "Publish it in a folder of its own too.", "defaultContentLanguageInSubdir"
    )
    disable_languages: Names = Setting("Languages to leave out.", "disableLanguages")
    disable_default_language_redirect: SettingFlag = Setting(
        "No redirect to its folder.", "disableDefaultLanguageRedirect"
    )
    disable_default_site_redirect: SettingFlag = Setting(
        "No redirect to its folder.", "disableDefaultSiteRedirect"
    )
    default_content_role: Text = Setting("Role of content that names none.", "defaultContentRole")
    default_content_role_in_subdir: SettingFlag = Setting(
        "Publish it in a folder of its own.", "defaultContentRoleInSubdir"
    )
    default_content_version: Text = Setting(
        "Version of content that names none.", "defaultContentVersion"
    )
    default_content_version_in_subdir: SettingFlag = Setting(
        "Publish it in a folder of its own.", "defaultContentVersionInSubdir"
    )
    default_output_format: Text = Setting("The first output format.", "defaultOutputFormat")
    has_cjk_language: SettingFlag = Setting(
        "Count words as Chinese, Japanese and Korean need it.", "hasCJKLanguage"
    )
    enable_missing_translation_placeholders: SettingFlag = Setting(
        "Show where a translation lacks.", "enableMissingTranslationPlaceholders"
    )

    enable_emoji: SettingFlag = Setting("Show `:smile:` as a picture.", "enableEmoji")
    enable_git_info: SettingFlag = Setting("Take dates from git.", "enableGitInfo")
    enable_robots_txt: SettingFlag = Setting("Make a `robots.txt`.", "enableRobotsTXT")
    enable_inline_shortcodes: SettingFlag = Setting(
        "Allow shortcodes that are defined in content, up to Hugo 0.111.", "enableInlineShortcodes"
    )
    summary_length: Whole = Setting("Words in a summary.", "summaryLength", default=70)
    paginate: Whole = Setting("Pages in one part of a list.", default=10)
    paginate_path: Text = Setting("Name of the parts' folder.", "paginatePath", default="page")
    pluralize_list_titles: SettingFlag = Setting(
        "Titles of lists in plural.", "pluralizeListTitles"
    )
    capitalize_list_titles: SettingFlag = Setting(
        "Titles of lists with capitals.", "capitalizeListTitles"
    )
    title_case_style: TitleCase = Key(
        "How titles are capitalised.",
        alias="titleCaseStyle",
        default="AP",
        wrong=alters("Hugo takes `AP`"),
    )
    main_sections: Names = Setting("Sections of the most important pages.", "mainSections")
    section_pages_menu: Text = Setting("Menu that gets all sections.", "sectionPagesMenu")
    ref_links_error_level: Text = Setting(
        "`ERROR` or `WARNING` for broken links of `ref`.", "refLinksErrorLevel"
    )
    ref_links_not_found_url: Text = Setting("Where they then lead.", "refLinksNotFoundURL")
    new_content_editor: Text = Setting("Program for `hugo new`.", "newContentEditor")

    build_drafts: SettingFlag = Setting("Build drafts.", "buildDrafts")
    build_future: SettingFlag = Setting("Build pages of the future.", "buildFuture")
    build_expired: SettingFlag = Setting("Build expired pages.", "buildExpired")
    disable_kinds: Names = Setting("Kinds of page to leave out.", "disableKinds")
    disable_aliases: SettingFlag = Setting("No redirects from `aliases`.", "disableAliases")
    disable_path_to_lower: SettingFlag = Setting(
        "Keep capitals in addresses.", "disablePathToLower"
    )
    disable_hugo_generator_inject: SettingFlag = Setting(
        "Do not name Hugo in the home page.", "disableHugoGeneratorInject"
    )
    disable_live_reload: SettingFlag = Setting(
        "`hugo server` reloads no page.", "disableLiveReload"
    )
    disable_fast_render: SettingFlag = Setting(
        "`hugo server` renders all pages anew.", "disableFastRender"
    )
    disable_browser_error: SettingFlag = Setting(
        "`hugo server` shows no errors in the browser.", "disableBrowserError"
    )
    remove_path_accents: SettingFlag = Setting("Addresses without accents.", "removePathAccents")
    relative_urls: SettingFlag = Setting("Make links relative.", "relativeURLs")
    canonify_urls: SettingFlag = Setting("Make links absolute.", "canonifyURLs")
    ugly_urls: Anything = Key("`page.html` in place of `page/`.", alias="uglyURLs")
    ignore_files: Patterns = Setting(
        "Regular expressions of files to pass over.",
        "ignoreFiles",
        wrong=alters("the pattern counts for nothing"),
    )
    ignore_errors: Names = Setting("Errors to pass over, up to Hugo 0.119.", "ignoreErrors")
    ignore_logs: Names = Setting("Messages to pass over.", "ignoreLogs")
    ignore_cache: SettingFlag = Setting("Do not use the cache.", "ignoreCache")
    ignore_vendor_paths: Text = Setting("Modules not to take from `_vendor`.", "ignoreVendorPaths")
    timeout: Duration = Setting("How long a page may take.", default="30s")
    environment: Text = Setting("Name of the environment.")
    verbose: SettingFlag = Setting("Say more.")
    debug: SettingFlag = Setting("Say much more.")
    quiet: SettingFlag = Setting("Say less.")
    log: Text = Setting("Write messages to a file.")
    log_file: Text = Setting("File for messages.", "logFile")
    log_path_warnings: SettingFlag = Setting("Warn of files twice.", "logPathWarnings")
    watch: SettingFlag = Setting("Build anew when files change.")
    no_chmod: SettingFlag = Setting("Do not copy permissions.", "noChmod")
    no_times: SettingFlag = Setting("Do not copy times.", "noTimes")
    no_build_lock: SettingFlag = Setting("No lock file.", "noBuildLock")
    clean_destination_dir: SettingFlag = Setting("Remove old files.", "cleanDestinationDir")
    force_sync_static: SettingFlag = Setting("Copy all static files.", "forceSyncStatic")
    minify_output: SettingFlag = Setting("Make files small, up to Hugo 0.149.", "minifyOutput")
    panic_on_warning: SettingFlag = Setting("Stop at warnings.", "panicOnWarning")
    print_unused_templates: SettingFlag = Setting("Name unused templates.", "printUnusedTemplates")
    print_i18n_warnings: SettingFlag = Setting("Name missing translations.", "printI18nWarnings")
    print_path_warnings: SettingFlag = Setting("Name files twice.", "printPathWarnings")
    template_metrics: SettingFlag = Setting("Measure templates.", "templateMetrics")
    template_metrics_hints: SettingFlag = Setting("Give hints on them.", "templateMetricsHints")
    render_segments: Names = Setting("Segments to build.", "renderSegments")

    archetype_dir: Text = Setting("Folder of archetypes.", "archetypeDir")
    asset_dir: Text = Setting("Folder of assets.", "assetDir")
    cache_dir: Text = Setting("Folder of the cache.", "cacheDir")
    content_dir: Text = Setting("Folder of content.", "contentDir", default="content")
    data_dir: Text = Setting("Folder of data.", "dataDir")
    i18n_dir: Text = Setting("Folder of translations.", "i18nDir")
    layout_dir: Text = Setting("Folder of templates.", "layoutDir")
    publish_dir: Text = Setting("Folder of the built site.", "publishDir", default="public")
    resource_dir: Text = Setting("Folder of made resources.", "resourceDir")
    static_dir: Names = Setting("Folders of files to copy.", "staticDir")
    themes_dir: Text = Setting("Folder of themes.", "themesDir")
    working_dir: Text = Setting("Folder of the site.", "workingDir")

    taxonomies: Taxonomies = Key("Taxonomies: singular and plural.", wrong=_NOT_A_MAP)
    permalinks: Permalinks = Key("Addresses of pages.", wrong=_NOT_A_MAP)
    outputs: Outputs = Key("Formats by kind of page.", wrong=_NOT_A_MAP)
    output_formats: Map = Setting("Formats of its own.", "outputFormats", wrong=_NOT_A_MAP)
    media_types: Map = Key("Media types of its own.", alias="mediaTypes", wrong=_NOT_A_MAP)
    content_types: Map = Key("Media types of content.", alias="contentTypes", wrong=_NOT_A_MAP)
    pagination: Pagination = Setting("How lists are cut into parts.", wrong=_NOT_A_MAP)
    related: Related = Key("How related pages are found.", wrong=breaks())
    sitemap: Sitemap = Key("What the sitemap says.", wrong=_NOT_A_MAP)
    frontmatter: Map = Key("Which keys hold a page's dates.", wrong=_NOT_A_MAP)
    cascade: Maps = Setting("Front matter for all pages.", wrong=_NOT_A_MAP)
    imaging: Imaging = Key("How images are made smaller.", wrong=_NOT_A_MAP)
    markup: Markup = Key("How text is rendered.", wrong=_NOT_A_MAP)
    minify: Anything = Key("How files are made small.")
    module: Map = Key("Modules, such as the theme.", wrong=_NOT_A_MAP)
    security: Map = Key("What Hugo may run and read.", wrong=_NOT_A_MAP)
    services: Map = Key("Services such as Google Analytics.", wrong=_NOT_A_MAP)
    privacy: Map = Key("Privacy of embedded services.", wrong=_NOT_A_MAP)
    caches: Map = Key("Where Hugo keeps what it made.", wrong=_NOT_A_MAP)
    http_cache: Map = Key("Which remote files are kept.", alias="HTTPCache", wrong=_NOT_A_MAP)
    build: Map = Key("How Hugo builds.", wrong=_NOT_A_MAP)
    server: Map = Key("Settings of `hugo server`.", wrong=_NOT_A_MAP)
    deployment: Map = Key("Where `hugo deploy` puts the site.", wrong=_NOT_A_MAP)
    segments: Map = Key("Parts of the site to build alone.", wrong=_NOT_A_MAP)
    roles: Map = Key("Roles of readers.", wrong=_NOT_A_MAP)
    versions: Map = Key("Versions of the site.", wrong=_NOT_A_MAP)
    page: Map = Key("Order of the next and previous page.", wrong=_NOT_A_MAP)
    languages: Languages = Key("The languages by their codes.", wrong=breaks())

    google_analytics: Text = Setting("Id of Google Analytics.", "googleAnalytics")
    disqus_shortname: Text = Setting("Name of the site at Disqus.", "disqusShortname")
    rss_limit: Whole = Setting("Entries of a feed.", "rssLimit")
    author: Anything = Key("Who writes the site, up to Hugo 0.135.")
    social: Anything = Key("Where else to find them, up to Hugo 0.135.")
    blackfriday: Anything = Key("The library for Markdown up to Hugo 0.99.", unread=_BLACKFRIDAY)
    footnote_anchor_prefix: Anything = Key(
        "Part of that library's settings.", alias="footnoteAnchorPrefix", unread=_BLACKFRIDAY
    )
    footnote_return_link_contents: Anything = Key(
        "Part of that library's settings.", alias="footnoteReturnLinkContents", unread=_BLACKFRIDAY
    )
    meta_data_format: Anything = Key("Format of new front matter.", alias="metaDataFormat")
    preserve_taxonomy_names: Anything = Key(
        "Keep capitals of terms.",
        alias="preserveTaxonomyNames",
        unread="Hugo keeps them since 0.55",
    )
    pygments_code_fences: Anything = Key("Now `markup.highlight`.", alias="pygmentsCodeFences")
    pygments_code_fences_guess_syntax: Anything = Key(
        "Now `markup.highlight`.", alias="pygmentsCodeFencesGuessSyntax"
    )
    pygments_options: Anything = Key("Now `markup.highlight`.", alias="pygmentsOptions")
    pygments_style: Anything = Key("Now `markup.highlight`.", alias="pygmentsStyle")
    pygments_use_classes: Anything = Key("Now `markup.highlight`.", alias="pygmentsUseClasses")
    pygments_use_classic: Anything = Key("Now `markup.highlight`.", alias="pygmentsUseClassic")

    menu: Menus = Setting("Menus, by an older name.", wrong=_NOT_A_MAP)
    menus: Menus = Setting("The menus.", wrong=_NOT_A_MAP)
    params: Params = Setting("What the theme's templates read.", wrong=_NOT_A_MAP)


class HugoSettingsOfAnyTheme(HugoSettings):
    """Hugo's settings, where it is not known what the theme's templates read."""

    params: Map = Setting("What the theme's templates read.", wrong=_NOT_A_MAP)
