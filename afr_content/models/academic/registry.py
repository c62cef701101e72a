"""Which models of Academic there are: its widgets and pages, with the versions that have them."""

from __future__ import annotations

from afr_content.models.registry import Registered
from afr_content.theme import EVERY, ThemeVersion, Versions


def _widget(
    model: str,
    module: str = "widgets",
    *,
    since: str | None = None,
    until: str | None = None,
    instead: str = "",
) -> Registered:
    return Registered(f"academic.{module}", model, Versions.of(since, until), instead)


ACADEMIC_WIDGETS: dict[str, Registered] = {
    "about": _widget("About"),
    "accomplishments": _widget("Accomplishments"),
    "blank": _widget("Blank", since="4.1"),
    "contact": _widget("Contact"),
    "custom": _widget("Blank", instead="blank"),
    "experience": _widget("Experience"),
    "featured": _widget("Featured", "lists", since="4.1"),
    "featurette": _widget("Featurette"),
    "hero": _widget("Hero"),
    "hero_carousel": _widget("Slider", until="4.0", instead="slider"),
    "pages": _widget("Pages", "lists", since="4.1"),
    "people": _widget("People", "people", since="4.0"),
    "portfolio": _widget("Portfolio", "lists", since="4.1"),
    "posts": _widget("Posts", "older_lists", until="4.0", instead="pages"),
    "projects": _widget("Projects", "lists", instead="portfolio"),
    "publications": _widget("Publications", "older_lists", until="4.0", instead="pages"),
    "publications_featured": _widget(
        "Publications", "older_lists", until="4.0", instead="featured"
    ),
    "publications_selected": _widget("Publications", "older_lists", until="3.3"),
    "search": _widget("Blank", until="3.0"),
    "slider": _widget("Slider", since="4.1"),
    "tag_cloud": _widget("TagCloud", "lists"),
    "talks": _widget("Talks", "older_lists", until="4.0", instead="pages"),
    "talks_featured": _widget("Talks", "older_lists", until="4.0", instead="featured"),
    "talks_selected": _widget("Talks", "older_lists", until="3.3"),
}
"""Names that `widget` may have; from 4.1 on `custom` and `projects` are but other names."""


def _page(model: str) -> Registered:
    return Registered("academic.pages", model, EVERY)


ACADEMIC_PAGES: dict[str, Registered] = {
    "page": _page("Page"),
    "post": _page("Post"),
    "publication": _page("Publication"),
    "project": _page("Project"),
    "event": _page("Talk"),
    "author": _page("Author"),
    "slides": _page("Slides"),
    "book": _page("Docs"),
    "section": _page("ListPage"),
    "taxonomy": _page("ListPage"),
    "widget_page": _page("WidgetPage"),
    "home": _page("WidgetPage"),
}
"""Kinds of page: `event` is a talk, as these were called, `book` what `type: docs` makes."""


def academic_widget_names(theme: ThemeVersion | None) -> list[str]:
    """The widgets that a version of Academic has; those of all when it is not known."""
    return [name for name, entry in ACADEMIC_WIDGETS.items() if theme in entry.versions]
