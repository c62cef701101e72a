"""What a page's body mentions: links, images and shortcodes, each with its place."""

from __future__ import annotations

from typing import NamedTuple

from afr_content.source import Span


class Mention(NamedTuple):
    """A link, image or shortcode of a body, with its address or name."""

    kind: str
    target: str
    span: Span


def mentions(text: str, body: int) -> tuple[Mention, ...]:
    """The mentions in the body that begins at `body`, in order of place."""
    return ()
