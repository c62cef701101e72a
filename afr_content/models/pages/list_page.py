"""A page that lists others: the `_index.md` of a folder, a tag or a category."""

from __future__ import annotations

from afr_content.models.pages.page import Page


class ListPage(Page):
    """A page that lists others."""

    first_keys = ("title", "subtitle", "summary", "date", "view")
