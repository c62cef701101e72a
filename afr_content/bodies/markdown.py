"""A real Markdown parser: markdown-it, imported when it is first asked.

It reads CommonMark with tables and struck-out text, as Hugo's Goldmark does. Goldmark knows more:
footnotes and definition lists (their indented parts are code here), ids and classes in curly
brackets (text here), bare addresses that become links, typographic quotes.
"""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt


@cache
def parser() -> MarkdownIt:
    """The parser; it takes every address as it is written."""
    from markdown_it import MarkdownIt

    class Parser(MarkdownIt):
        def validateLink(self, url: str) -> bool:
            return True

        def normalizeLink(self, url: str) -> str:
            return url

    return Parser("commonmark").enable(["table", "strikethrough"])


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [(tag, name, value) for name, value in attrs if value is not None]


def attributes(markdown: str) -> Iterator[tuple[str, str, str]]:
    """What a browser gets to see of some Markdown: element, attribute and its value."""
    elements = _Elements()
    elements.feed(parser().render(markdown))
    elements.close()
    yield from elements.found
