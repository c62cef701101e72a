"""Where a link's `#fragment` may lead to within a page's text.

Goldmark makes a heading's id of its last line as it is written, marks and addresses included
(`generateAutoHeadingID`), and Hugo takes letters, digits, `-` and `_` of it, in lower case, with
`-` for blanks (`autoHeadingIDType: github`, the default); a second one gets `-1`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING
from unicodedata import category

from afr_content.bodies.markdown import attributes, parser
from afr_content.bodies.shortcodes import MASK, masked, read_tags

if TYPE_CHECKING:
    from markdown_it.token import Token

WITHOUT_ANCHORS = frozenset(
    "audio cite cta gist hl icon instagram mention param ref relref staticref tweet twitter vimeo"
    " x youtube".split()
)
"""Shortcodes of Hugo's and the theme's that give no id."""


def anchors(text: str, body: int) -> frozenset[str] | None:
    """The ids in the body that begins at `body`; None when they cannot be known.

    They are those of headings, of `{#id}`, of HTML's `id` and `name`, and of footnotes. What the
    theme's templates add around the text is not among them. They cannot be known where a shortcode
    may bring some of its own, or stands in a heading. `{#id}` counts in every place where Goldmark
    reads it in some configuration (`parser.attribute.block`).
    """
    tags = read_tags(text, body)
    if any(tag.mention.target not in WITHOUT_ANCHORS for tag in tags):
        return None
    markdown = masked(text, tags)[body:]
    headings = list(_headings(parser().parse(markdown)))
    if any(MASK in heading for heading in headings):
        return None
    in_html = {value for _, name, value in attributes(markdown) if name in ("id", "name")}
    return frozenset(
        {*_ids(headings), *in_html, *_BLOCK_ID.findall(markdown), *_footnotes(markdown)}
    )


def _headings(tokens: list[Token]) -> Iterator[str]:
    """The last line of each heading."""
    for token, following in zip(tokens, tokens[1:], strict=False):
        if token.type == "heading_open":
            yield following.content.rpartition("\n")[2]


_ATTRIBUTE = r"(?:[.#][\w:.-]+|[\w:.-]+\s*=\s*(?:\"[^\"]*\"|[\w.+-]+))"
_ATTRIBUTES = re.compile(rf"(?<!\\)\{{\s*{_ATTRIBUTE}(?:[\s,]+{_ATTRIBUTE})*\s*\}}\s*\Z")
_ID = re.compile(r"""#([\w:.-]+)|\bid\s*=\s*"?([\w:.-]+)""")
_BLOCK_ID = re.compile(r"^[ \t>]*\{[^{}\n]*#([\w:.-]+)[^{}\n]*\}[ \t]*\r?$", re.MULTILINE)


def _ids(headings: list[str]) -> Iterator[str]:
    taken: set[str] = set()
    for heading in headings:
        written = _ATTRIBUTES.search(heading)
        own = _ID.search(written[0]) if written else None
        rest = heading[: written.start()] if written else heading
        found = (own[1] or own[2]) if own else _unused(heading_id(rest), taken)
        taken.add(found)
        yield found


def _unused(wanted: str, taken: set[str]) -> str:
    if wanted not in taken:
        return wanted
    return next(name for number in count(1) if (name := f"{wanted}-{number}") not in taken)


def heading_id(heading: str) -> str:
    """The id that Hugo makes of a heading's text, as `autoHeadingIDType: github` has it."""
    kept = (
        "-" if char in " -" else char.lower()[0]
        for char in heading.strip()
        if char in " -_" or category(char)[0] == "L" or category(char) == "Nd"
    )
    return "".join(kept) or "heading"


_FOOTNOTE = re.compile(r"^[ \t>]*\[\^[^\]\s]+\]:", re.MULTILINE)


def _footnotes(markdown: str) -> Iterator[str]:
    for number, _ in enumerate(_FOOTNOTE.findall(markdown), 1):
        yield from (f"fn:{number}", f"fnref:{number}")
