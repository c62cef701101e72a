"""A page of widgets: each file beside it is a section."""

from __future__ import annotations

from afr_content.models.pages.page import Page


class WidgetPage(Page):
    """A page of widgets: `type: widget_page`."""

    first_keys = ("title", "summary", "date", "type", "headless")


class Home(WidgetPage):
    """The start page: `home/index.md`."""
