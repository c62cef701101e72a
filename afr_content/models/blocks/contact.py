"""The contact block."""

from __future__ import annotations

from afr_content.models.blocks.block import EMPTY_STOPS, Block, BlockContent
from afr_content.models.keys import Key
from afr_content.models.widgets.contact import ContactContent


class ContactBlockContent(ContactContent, BlockContent):
    """How to get in touch."""


class Contact(Block):
    """How to get in touch: addresses, phone, a form and a map."""

    content: ContactBlockContent = Key("How to get in touch.", wrong=EMPTY_STOPS)
