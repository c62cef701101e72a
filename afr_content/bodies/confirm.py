"""The thorough look: which mentions a real Markdown parser makes a link or an image of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from afr_content.bodies.elements import ADDRESSES, all_attributes
from afr_content.bodies.markdown import rendered
from afr_content.bodies.mention import Mention
from afr_content.bodies.shortcodes import MASK, read_tags

_MARK = re.compile("\ue001(\\d+)\ue002")


def confirmed(text: str, body: int, found: Sequence[Mention]) -> tuple[Mention, ...]:
    """Those of the mentions that a visitor of the page meets as links, images or media.

    One that is in code or a comment, in brackets that do not match, or a definition that nothing
    refers to, is left out. What a definition is used for, a link or an image, its `kind` tells
    afterwards. Shortcodes are taken as they are; what is between their opening and closing is read
    as a text of its own, as the theme's templates do.
    """
    wanted = {i: m for i, m in enumerate(found) if m.kind != "shortcode"}
    kinds: dict[int, str] = {}
    for document in _documents(text, body, wanted) if wanted else ():
        for attribute in all_attributes(rendered(document)):
            kind = ADDRESSES.get((attribute.element, attribute.name))
            for mark in _MARK.findall(attribute.value) if kind else ():
                kinds.setdefault(int(mark), kind or "")
    return tuple(
        mention._replace(kind=kinds.get(index, mention.kind))
        for index, mention in enumerate(found)
        if index in kinds or mention.kind == "shortcode"
    )


class _Cut(NamedTuple):
    """What takes the place of some characters; `depth` is 1 to enter a shortcode, -1 to leave."""

    start: int
    end: int
    text: str
    depth: int = 0


def _documents(text: str, body: int, wanted: Mapping[int, Mention]) -> Iterator[str]:
    """The body, and what is inside of its shortcodes, as texts of their own.

    Behind each address that is asked for stands a mark with its number.
    """
    unfinished: list[list[str]] = [[]]
    done = body
    for cut in sorted(_cuts(text, body, wanted)):
        if cut.start < done:
            continue
        unfinished[-1] += text[done : cut.start], cut.text
        done = cut.end
        if cut.depth > 0:
            unfinished.append([])
        elif cut.depth < 0:
            yield "".join(unfinished.pop())
    unfinished[-1].append(text[done:])
    yield from map("".join, unfinished)


def _cuts(text: str, body: int, wanted: Mapping[int, Mention]) -> Iterator[_Cut]:
    for index, mention in wanted.items():
        yield _Cut(mention.span.end, mention.span.end, f"\ue001{index}\ue002")
    for tag in read_tags(text, body):
        is_end = tag.partner >= 0 and not tag.opens
        yield _Cut(tag.start, tag.end, "" if is_end else MASK, tag.opens - is_end)
