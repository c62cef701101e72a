"""Backgrounds of sections as CSS that can do nothing but colour.

What an author writes as a colour goes into a `style` attribute: only what is surely a colour does.
"""

from __future__ import annotations

import re

from afr_content.outline.model import Background

_COLOR = re.compile(
    r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})"
    r"|[a-z]{3,24}"
    r"|(?:rgb|hsl)a?\([0-9., %/deg+-]{3,48}\)",
    re.I,
)
_ANGLE = re.compile(r"-?\d{1,4}(?:\.\d{1,3})?")


def css(background: Background) -> str:
    """The declarations that paint a background; empty when there is nothing to paint."""
    rules = []
    if _COLOR.fullmatch(background.color):
        rules.append(f"background-color: {background.color}")
    if background.gradient and not background.image:
        start, end = background.gradient
        if _ANGLE.fullmatch(background.angle) and all(map(_COLOR.fullmatch, (start, end))):
            rules.append(
                f"background-image: linear-gradient({background.angle}deg, {start}, {end})"
            )
    return "; ".join(rules)


def described(background: Background) -> str:
    """The background in words: `image pattern.svg`."""
    words = (
        f"colour {background.color}" if background.color else "",
        "gradient {} to {}".format(*background.gradient) if background.gradient else "",
        f"image {background.image}" if background.image else "",
        f"video {background.video}" if background.video else "",
    )
    return ", ".join(filter(None, words))
