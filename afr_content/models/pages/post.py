"""A post of the blog."""

from __future__ import annotations

from afr_content.models.pages.page import Page


class Post(Page):
    """A post."""
