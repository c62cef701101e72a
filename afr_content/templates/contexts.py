"""What Hugo and the theme hand to a template, as far as its place tells."""

from __future__ import annotations

from afr_content.templates.findings import Reading
from afr_content.templates.library import PARTIALS, WIDGETS
from afr_content.templates.values import (
    ANY,
    BLOCK,
    UNKNOWN,
    WIDGET,
    Audience,
    DictValue,
    KeyValue,
    PageValue,
    SiteValue,
    Value,
)

_IN_TEXTS = frozenset({"shortcodes", "_shortcodes", "_markup"})
"""Rooms of templates for what stands in a page's text: `.Params` are not the page's there."""


def section_at_hand(reading: Reading) -> Value:
    """What a widget's template gets: until theme 5.7 as `page`, since then as `wcBlock`."""
    section: Value = (PageValue(WIDGET),)
    page: Value = (PageValue(ANY),)
    entries = {"root": page, "page": section, "hash_id": UNKNOWN, "wcPage": page,
               "wcBlock": section, "wcIdentifier": UNKNOWN}  # fmt: skip
    reading.of(WIDGET)
    return (DictValue(tuple(entries.items())),)


def block_at_hand(reading: Reading) -> Value:
    """What a block's template gets: the block is a map in the page's front matter."""
    block: Value = (KeyValue(reading.of(BLOCK)),)
    entries = {"wcPage": (PageValue(ANY),), "wcBlock": block, "wcIdentifier": UNKNOWN}
    return (DictValue(tuple(entries.items())),)


def at_hand(reading: Reading, name: str) -> Value:
    """What a template gets, as far as its place tells."""
    room, _, inner = name.partition("/")
    if room in PARTIALS:
        is_widget = inner.startswith(tuple(f"{folder}/" for folder in WIDGETS))
        return section_at_hand(reading) if is_widget else UNKNOWN
    if room in _IN_TEXTS:
        return (DictValue((("Page", (PageValue(ANY),)), ("Site", (SiteValue(),)))),)
    return (PageValue(Audience("type", room) if inner and room != "_default" else ANY),)
