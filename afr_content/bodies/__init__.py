"""What a page's body mentions: links, images and shortcodes, each with its place.

`mentions` is quick and looks at every body; `confirmed` asks a real Markdown parser, for those few
mentions that somebody is about to complain of; `anchors` tells what a `#fragment` may lead to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from afr_content.bodies.embedded import embedded, embedded_mentions
from afr_content.bodies.mention import Argument, Mention
from afr_content.bodies.scan import mentions

if TYPE_CHECKING:
    from afr_content.bodies.confirm import confirmed
    from afr_content.bodies.headings import anchors

__all__ = [
    "Argument", "Mention", "anchors", "confirmed", "embedded", "embedded_mentions", "mentions",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Import what few runs need when it is asked for."""
    if name == "confirmed":
        from afr_content.bodies.confirm import confirmed

        return confirmed
    if name == "anchors":
        from afr_content.bodies.headings import anchors

        return anchors
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
