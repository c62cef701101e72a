"""A project."""

from __future__ import annotations

from afr_content.models.keys import Key, alters
from afr_content.models.pages.page import Page
from afr_content.models.types import TextList


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

    tags: TextList = Key(
        "Tags of the project, for the buttons of a portfolio.",
        wrong=alters("the build stops where a portfolio shows the project: it must be a list"),
    )
