"""The markdown block."""

from __future__ import annotations

from afr_content.models.blocks.block import Block


class Markdown(Block):
    """A text."""
