"""A real Markdown parser: markdown-it, imported when it is first asked.

It reads CommonMark with tables and struck-out text, as Hugo's Goldmark does. Goldmark knows more:
footnotes and definition lists (their indented parts are code here), ids and classes in curly
brackets (text here), bare addresses that become links, typographic quotes.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


@cache
def parser() -> MarkdownIt:
    """The parser; it takes every address as it is written."""
    from markdown_it import MarkdownIt

    class Parser(MarkdownIt):
        def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's name
            return True

        def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
            return url

    return Parser("commonmark").enable(["table", "strikethrough"])


def rendered(markdown: str) -> str:
    """The HTML that becomes of some Markdown."""
    return str(parser().render(markdown))
