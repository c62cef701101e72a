"""Where a link's `#fragment` may lead to within a page's text.

Hugo takes letters, digits, `-` and `_` of a heading, in lower case and with `-` for blanks, for its
id (`autoHeadingIDType: github`, the default); a second one gets `-1`. Up to 0.143 it is the last
line of the heading as it is written, marks and addresses included (Goldmark's
`generateAutoHeadingID`). From 0.144 on it is what is shown of it (`render.TextPlain`), but of what
is emphasised or linked only the beginning, up to the next mark, quote or dash within.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count, pairwise
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category

from afr_content.bodies.elements import all_attributes
from afr_content.bodies.markdown import parser, rendered
from afr_content.bodies.shortcodes import MASK, masked, read_tags

if TYPE_CHECKING:
    from markdown_it.token import Token

WITHOUT_ANCHORS = frozenset(
    "audio cite cta gist hl icon instagram mention param ref relref staticref tweet twitter vimeo"
    " x youtube".split()
)
"""Shortcodes of Hugo's and the theme's that give no id one could know."""


def anchors(text: str, body: int) -> frozenset[str] | None:
    """The ids in the body that begins at `body`; None when they cannot be known.

    They are those of headings, as any Hugo would make them, of `{#id}`, of HTML's `id` and `name`,
    and of footnotes. What templates add around the text is not among them. They cannot be known
    where a shortcode may bring some of its own, or stands in a heading. `{#id}` counts wherever
    Goldmark reads it in some configuration (`parser.attribute.block`).
    """
    tags = read_tags(text, body)
    if any(tag.mention.target not in WITHOUT_ANCHORS for tag in tags):
        return None
    markdown = masked(text, tags)[body:]
    headings = tuple(_headings(markdown))
    if any(MASK in heading.raw for heading in headings):
        return None
    own = [heading.own for heading in headings]
    in_headings = {
        name
        for texts in zip(*(heading.texts for heading in headings), strict=True)
        for name in _ids(own, texts)
    }
    in_html = {a.value for a in all_attributes(rendered(markdown)) if a.is_anchor}
    in_blocks = _BLOCK_ID.findall(markdown)
    return frozenset({*in_headings, *in_html, *in_blocks, *_footnotes(markdown)})


class _Heading(NamedTuple):
    """A heading as written, the id it gives itself, and the texts that old and new Hugo take."""

    raw: str
    own: str
    texts: tuple[str, str]


_ATTRIBUTE = r"(?:[.#][\w:.-]+|[\w:.-]+\s*=\s*(?:\"[^\"]*\"|[\w.+-]+))"
_ATTRIBUTES = re.compile(rf"(?<!\\)\{{\s*{_ATTRIBUTE}(?:[\s,]+{_ATTRIBUTE})*\s*\}}\s*\Z")
_ID = re.compile(r"""#([\w:.-]+)|\bid\s*=\s*"?([\w:.-]+)""")
_BLOCK_ID = re.compile(r"^[ \t>]*\{[^{}\n]*#([\w:.-]+)[^{}\n]*\}[ \t]*\r?$", re.MULTILINE)


def _headings(markdown: str) -> Iterator[_Heading]:
    definitions: dict[str, object] = {}
    tokens = parser().parse(markdown, definitions)
    for token, following in pairwise(tokens):
        if token.type == "heading_open":
            yield _heading(following.content, definitions)


def _heading(raw: str, definitions: dict[str, object]) -> _Heading:
    written = _ATTRIBUTES.search(raw)
    own = _ID.search(written[0]) if written else None
    rest = raw[: written.start()] if written else raw
    parts = parser().parseInline(rest, definitions)[0].children or []
    old = rest.rpartition("\n")[2] or "heading"
    new = "".join(_shown(parts)).rpartition("\n")[2]
    return _Heading(raw, (own[1] or own[2]) if own else "", (old, new))


_LOST = re.compile(r"-{2,3}|https?://\S+|www\.\S+")
"""Hyphens that become dashes, and bare addresses, which become links."""
_CUT = re.compile(r"""['"\\–]|\.{3}|<<|>>""")


def _shown(parts: Iterable[Token]) -> Iterator[str]:
    """What is shown of a heading, but of what is marked (`**a *b* c**`) only its beginning."""
    depth, is_over = 0, False
    for part in parts:
        depth += part.nesting
        if part.nesting > 0:
            is_over = is_over or part.markup == "autolink"
        elif depth == 0:
            yield _text(part)
            is_over = False
        elif not part.nesting and not is_over:
            yield _CUT.split(_text(part))[0]
            is_over = True


def _text(part: Token) -> str:
    if part.type in ("softbreak", "hardbreak"):
        return "\n"
    if part.type == "text":
        return _LOST.sub("\N{EN DASH}", part.content)
    return part.content if part.type in ("code_inline", "image") else ""


def _ids(own: Iterable[str], texts: Iterable[str]) -> Iterator[str]:
    taken: set[str] = set()
    for given, text in zip(own, texts, strict=True):
        if not given and not text:
            continue
        name = given or _unused(heading_id(text), taken)
        taken.add(name)
        yield name


def _unused(wanted: str, taken: set[str]) -> str:
    if wanted not in taken:
        return wanted
    return next(name for number in count(1) if (name := f"{wanted}-{number}") not in taken)


def heading_id(text: str) -> str:
    """The id that Hugo makes of a heading's text, as `autoHeadingIDType: github` has it."""
    kept = (
        "-" if char in " -" else char.lower()[0]
        for char in text.strip()
        if char in " -_" or category(char)[0] == "L" or category(char) == "Nd"
    )
    return "".join(kept) or "heading"


_FOOTNOTE = re.compile(r"^[ \t>]*\[\^[^\]\s]+\]:", re.MULTILINE)


def _footnotes(markdown: str) -> Iterator[str]:
    for number, _ in enumerate(_FOOTNOTE.findall(markdown), 1):
        yield from (f"fn:{number}", f"fnref:{number}")
