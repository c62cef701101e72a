"""HTML tags, and the addresses in their attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from afr_content.bodies.mention import Mention, html_text
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
_COMMENT_OR_TAG = re.compile(
    r"""<!--(?:-?>|.*?(?:-->|\Z))|</?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?:(?=[\s/>])(?:"[^"]*"|'[^']*'|[^"'>])*+)>""",
    re.DOTALL,
)  # as browsers take them: a comment without an end goes on to the page's
_CODE = {
    name: re.compile(rf"</{name}(?=[\s>])", re.IGNORECASE)
    for name in ("code", "pre", "script", "style", "textarea")
}

_ATTRIBUTE = re.compile(rf"(?<=[\s/\"'])(?P<name>[^\s\"'<>/=]+)(?:\s*=\s*(?P<value>{_VALUE}))?")


class Attribute(NamedTuple):
    """An attribute with a value: `<element name="value">`; `span` is the value as written.

    Element and name are in lower case; blanks around the value are left out, as browsers do.
    """

    element: str
    name: str
    value: str
    span: Span

    @property
    def is_anchor(self) -> bool:
        """Whether a `#fragment` may lead to it."""
        return self.name == "id" or (self.element, self.name) == ("a", "name")


def attributes(tag: re.Match[str]) -> Iterator[Attribute]:
    """The attributes of a tag; of two with one name, the first counts."""
    element, seen = tag["name"].lower(), set()
    for found in _ATTRIBUTE.finditer(tag.string, tag.end("name"), tag.end()):
        name, written = found["name"].lower(), found["value"]
        if name in seen or written is None:
            continue
        seen.add(name)
        start = found.start("value")
        if written[0] in "\"'":
            written, start = written[1:-1], start + 1
        value = written.strip()
        start += written.find(value)
        yield Attribute(element, name, html_text(value), Span(start, start + len(value)))


def all_attributes(html: str) -> Iterator[Attribute]:
    """The attributes of all tags of a page that are not in a comment."""
    for tag in _COMMENT_OR_TAG.finditer(html):
        if tag["name"]:
            yield from attributes(tag)


def addresses(tag: re.Match[str]) -> Iterator[Mention]:
    """The addresses in a tag."""
    if tag["name"].lower() in _NAMES and tag.string[tag.start() + 1] != "/":
        for attribute in attributes(tag):
            kind = ADDRESSES.get((attribute.element, attribute.name))
            if kind:
                yield Mention(kind, attribute.value, attribute.span)


def code_element_end(tag: re.Match[str]) -> int:
    """Where to go on behind a tag: behind the code, when it begins some (`<pre>`)."""
    closing = _CODE.get(tag["name"].lower())
    if closing is None or tag.string[tag.start() + 1] == "/":
        return tag.end()
    found = closing.search(tag.string, tag.end())
    return found.start() if found else tag.end()


def raw_html(text: str, start: int, end: int) -> tuple[list[Mention], int]:
    """The addresses in a stretch of HTML, and where it is over: a comment may go on beyond it."""
    found: list[Mention] = []
    position = start
    while (token := _COMMENT_OR_TAG.search(text, position)) and token.start() < end:
        position = token.end()
        if token["name"]:
            found += addresses(token)
            position = code_element_end(token)
    return found, max(end, position)
