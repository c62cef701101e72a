"""The image above a page's title: `header` up to theme 5.4, `banner` from 5.5 on."""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import Mapping
from afr_content.rules import _values as v
from afr_content.rules._keys import key_span
from afr_content.upgrade.move import Turn

CODE = "UPG305"
SEVERITY = Severity.ERROR

_PARTS = frozenset({"image", "caption"})


def check(turn: Turn) -> Iterator[Finding]:
    """Pages whose `header` names an image."""
    page = turn.before
    header, image = v.at(page, "header"), v.at(page, "header", "image")
    if not turn.move.theme_passes(5, 5) or page.is_settings or page.is_section:
        return
    if header is None or image is None or v.is_empty(image.value) or v.at(page, "banner"):
        return
    message = (
        "The image above the title is `header.image` up to theme 5.4; from 5.5 on it is"
        " `banner.image`, and none is shown"
    )
    assert isinstance(header.value, Mapping)
    names = {entry.name.lower() for entry in header.value.entries}
    fix = Fix("Write `image` and `caption` below `banner`")
    if names <= _PARTS and not header.value.alias:
        fix = Fix.replace("Write it as `banner`", key_span(header), "banner")
    yield Finding(key_span(header), message, fix)
