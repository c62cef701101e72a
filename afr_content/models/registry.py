"""Which models there are. A model is imported when it is first asked for."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import NamedTuple

from afr_content.models.base import FrontMatterModel
from afr_content.theme import EVERY, ThemeVersion, Versions


class Registered(NamedTuple):
    """Where a model lives, and the theme versions that know its name.

    `instead` is the name to use for one that is on its way out; see `replacement`.
    """

    module: str
    model: str
    versions: Versions
    instead: str = ""


def _widget(
    model: str,
    module: str,
    *,
    since: str | None = None,
    until: str | None = None,
    instead: str = "",
) -> Registered:
    return Registered(f"widgets.{module}", model, Versions.of(since, until), instead)


WIDGETS: dict[str, Registered] = {
    "about": _widget("About", "about"),
    "about.avatar": _widget("AboutAvatar", "about", since="5.5"),
    "accomplishments": _widget("Accomplishments", "accomplishments"),
    "blank": _widget("Blank", "blank"),
    "collection": _widget("Pages", "pages", since="5.8"),
    "contact": _widget("Contact", "contact"),
    "custom": _widget("Blank", "blank", until="5.7", instead="blank"),
    "experience": _widget("Experience", "experience"),
    "featured": _widget("Featured", "featured", until="5.7", instead="collection"),
    "features": _widget("Featurette", "featurette", since="5.8"),
    "featurette": _widget("Featurette", "featurette"),
    "hero": _widget("Hero", "hero"),
    "markdown": _widget("Blank", "blank", since="5.8"),
    "pages": _widget("Pages", "pages"),
    "people": _widget("People", "people"),
    "portfolio": _widget("Portfolio", "portfolio"),
    "projects": _widget("Portfolio", "portfolio", until="5.7", instead="portfolio"),
    "slider": _widget("Slider", "slider"),
    "tag_cloud": _widget("TagCloud", "tag_cloud"),
}
"""Names that `widget:` may have.

From 5.8 on, `featured` shows a collection of *all* pages: it has lost its filter, so it is not
among the names of those versions.
"""


def _block(model: str, module: str, *, since: str = "5.8") -> Registered:
    return Registered(f"blocks.{module}", model, Versions.of(since, None))


BLOCKS: dict[str, Registered] = {
    "about.avatar": _block("Avatar", "about"),
    "about.biography": _block("Biography", "about"),
    "accomplishments": _block("Accomplishments", "items"),
    "collection": _block("Collection", "lists"),
    "contact": _block("Contact", "contact"),
    "experience": _block("Experience", "items"),
    "features": _block("Features", "items"),
    "hero": _block("Hero", "hero"),
    "markdown": _block("Markdown", "markdown"),
    "people": _block("People", "lists"),
    "portfolio": _block("Portfolio", "lists"),
    "skills": _block("Skills", "about", since="5.9"),
    "slider": _block("Slider", "slider"),
    "tag_cloud": _block("TagCloud", "lists"),
}
"""Names that `block:` of a landing page's section may have."""


def block_entry(name: str) -> Registered | None:
    """The block of a name, letter case aside; without a name it is the markdown block."""
    return BLOCKS.get(name.lower() or "markdown")


def block_names(theme: ThemeVersion | None) -> list[str]:
    """The blocks that a version of the theme has; those of all versions when it is not known."""
    return [name for name, entry in BLOCKS.items() if theme in entry.versions]


def _page(model: str, module: str, since: str | None = None) -> Registered:
    return Registered(f"pages.{module}", model, Versions.of(since, None))


PAGES: dict[str, Registered] = {
    "page": _page("Page", "page"),
    "post": _page("Post", "post"),
    "publication": _page("Publication", "publication"),
    "project": _page("Project", "project"),
    "event": _page("Event", "event"),
    "author": _page("Author", "author"),
    "slides": _page("Slides", "slides"),
    "book": _page("Book", "book"),
    "section": _page("ListPage", "list_page"),
    "taxonomy": _page("ListPage", "list_page"),
    "widget_page": _page("WidgetPage", "widget_page"),
    "home": _page("Home", "widget_page"),
    "landing": _page("Landing", "landing", since="5.8"),
}
"""Kinds of page.

`section` is the `_index.md` of a folder, `taxonomy` that of a tag or category, `home` the
`home/index.md` that holds the widgets of the start page.
"""


SETTINGS: dict[str, Registered] = {
    "settings": Registered("settings.hugo", "HugoSettings", EVERY),
    "settings_of_any_theme": Registered("settings.hugo", "HugoSettingsOfAnyTheme", EVERY),
    "menus": Registered("settings.menus", "Menus", EVERY),
    "params": Registered("settings.params", "Params", EVERY),
    "languages": Registered("settings.languages", "Languages", EVERY),
}
"""Kinds of Hugo's settings files; `settings` is `hugo.*` or `config.*`, which may hold it all.

Where the theme is not known to be Wowchemy 5, `settings_of_any_theme` stands in for it.
"""


KIND_OF_TYPE = {
    "widget_page": "widget_page",
    "landing": "landing",
    "book": "book",
    "docs": "book",
    "post": "post",
    "publication": "publication",
    "project": "project",
    "event": "event",
    "slides": "slides",
    "authors": "author",
}
"""The kind of page that a `type` in front matter makes."""


def widget_names(theme: ThemeVersion | None) -> list[str]:
    """The widgets that a version of the theme has; those of all versions when it is not known."""
    return [name for name, entry in WIDGETS.items() if theme in entry.versions]


def replacement(name: str, theme: ThemeVersion | None) -> str:
    """The widget to use in place of one that is on its way out; empty when there is none.

    Nothing is proposed that the theme does not have, or may not have when it is not known.
    """
    entry = WIDGETS.get(name)
    if entry is None or not entry.instead:
        return ""
    versions = WIDGETS[entry.instead].versions
    known = versions == Versions() if theme is None else theme in versions
    return entry.instead if known else ""


@cache
def load(entry: Registered) -> type[FrontMatterModel]:
    """The model class of an entry."""
    model: type[FrontMatterModel] = getattr(
        import_module(f"afr_content.models.{entry.module}"), entry.model
    )
    return model
