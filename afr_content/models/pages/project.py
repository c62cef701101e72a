"""A project."""

from __future__ import annotations

from afr_content.models.pages.page import Page


class Project(Page):
    """A project. Its page lists what names it in `projects`."""

    first_keys = (
        "title",
        "subtitle",
        "summary",
        "authors",
        "tags",
        "categories",
        "date",
        "external_link",
        "image",
        "links",
    )
