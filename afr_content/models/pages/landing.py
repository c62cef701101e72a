"""A landing page: its sections are blocks in its front matter."""

from __future__ import annotations

from afr_content.models.blocks.block import BlockOfAnyKind
from afr_content.models.keys import Key, breaks
from afr_content.models.pages.page import Page


class Landing(Page):
    """A landing page: `type: landing`."""

    first_keys = ("title", "summary", "date", "type")
    last_keys = ("sections",)

    sections: list[BlockOfAnyKind] = Key(
        "The blocks, from top to bottom.",
        examples=[[{"block": "markdown", "content": {"text": "Hello"}}]],
        wrong=breaks("the build stops: templates go through a list of maps"),
    )
