"""HTML tags, and the addresses in their attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.bodies.mention import Mention, html_address
from afr_content.source import Span

ADDRESSES = {
    ("a", "href"): "link",
    ("area", "href"): "link",
    ("img", "src"): "image",
    ("video", "poster"): "image",
    ("audio", "src"): "media",
    ("embed", "src"): "media",
    ("iframe", "src"): "media",
    ("object", "data"): "media",
    ("source", "src"): "media",
    ("track", "src"): "media",
    ("video", "src"): "media",
}
"""Which attributes hold an address, and of what."""

_NAMES = {element for element, _ in ADDRESSES}
HAS_ADDRESS = re.compile(rf"<(?:{'|'.join(sorted(_NAMES))})[\s/]", re.IGNORECASE)
"""A quick look for elements that may have one."""

_VALUE = r"""(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)"""
TAG = re.compile(
    rf"</?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*{_VALUE})?)*+\s*/?>"
)
"""A tag as CommonMark wants it in the midst of text."""

COMMENT = re.compile(r"<!--(?:-?>|.*?-->)", re.DOTALL)
_LOOSE_TAG = re.compile(
    r"""</?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?:(?=[\s/>])(?:"[^"]*"|'[^']*'|[^"'>])*+)>"""
)  # a tag as browsers take it
_CODE = {
    name: re.compile(rf"</{name}(?=[\s>])", re.IGNORECASE)
    for name in ("code", "pre", "script", "style", "textarea")
}

_ATTRIBUTE = re.compile(rf"(?<=[\s/\"'])(?P<name>[^\s\"'<>/=]+)(?:\s*=\s*(?P<value>{_VALUE}))?")


def addresses(tag: re.Match[str]) -> Iterator[Mention]:
    """The addresses in a tag; of two attributes with one name, the first counts."""
    element = tag["name"].lower()
    if element not in _NAMES or tag[0].startswith("</"):
        return
    seen = set()
    for attribute in _ATTRIBUTE.finditer(tag.string, tag.end("name"), tag.end()):
        name = attribute["name"].lower()
        kind = ADDRESSES.get((element, name))
        if kind and name not in seen and attribute["value"] is not None:
            seen.add(name)
            yield _mention(kind, attribute)


def code_element_end(tag: re.Match[str]) -> int:
    """Where to go on behind a tag: behind the code, when it begins some (`<pre>`)."""
    closing = _CODE.get(tag["name"].lower())
    if closing is None or tag[0].startswith("</"):
        return tag.end()
    found = closing.search(tag.string, tag.end())
    return found.start() if found else tag.end()


def raw_html(text: str, start: int, end: int) -> tuple[list[Mention], int]:
    """The addresses in a stretch of HTML, and where it is over: a comment may go on beyond it."""
    found: list[Mention] = []
    position = start
    while 0 <= (at := text.find("<", position, end)):
        if comment := COMMENT.match(text, at):
            position = comment.end()
        elif tag := _LOOSE_TAG.match(text, at):
            found += addresses(tag)
            position = code_element_end(tag)
        else:
            position = at + 1
    return found, max(end, position)


def _mention(kind: str, attribute: re.Match[str]) -> Mention:
    value, start = attribute["value"], attribute.start("value")
    if value[0] in "\"'":
        value, start = value[1:-1], start + 1
    address = value.strip()
    start += value.find(address)
    return Mention(kind, html_address(address), Span(start, start + len(address)))
