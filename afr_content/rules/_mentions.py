"""What the rules on links and pictures in bodies share."""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.bodies import Mention, confirmed, embedded
from afr_content.census import Census
from afr_content.diagnostics import Fix
from afr_content.facts import Facts
from afr_content.frontmatter import parse
from afr_content.shortcodes import THEME


def real(census: Census, facts: Facts, suspects: list[Mention]) -> Iterator[Mention]:
    """Those of the suspects that a Markdown parser sees too: nothing in code or half written.

    A shortcode is one wherever it stands. What stands between those of a shortcode of the site's
    own may be no Markdown.
    """
    found = [mention for mention in suspects if mention.kind == "shortcode"]
    others = [m for m in suspects if m.kind != "shortcode" and m.inside in ("", *THEME)]
    if others:
        found += _confirmed(census.source(facts).text, others)
    yield from sorted(found, key=lambda mention: mention.span)


def _confirmed(text: str, suspects: list[Mention]) -> Iterator[Mention]:
    """Those of the body, and of the texts in front matter, each of which is read by itself."""
    document = parse(text)
    body = document.fences.body if document.fences else 0
    yield from confirmed(text, body, [m for m in suspects if m.span.start >= body])
    above = [mention for mention in suspects if mention.span.start < body]
    for one in embedded(text, document.mapping) if above else ():
        inside = {one.read(m.span): m for m in above if one.holds(m.span)}
        found = confirmed(one.text, 0, [m._replace(span=span) for span, m in inside.items()])
        yield from (mention._replace(span=inside[mention.span].span) for mention in found)


def rewritten(mention: Mention, address: str) -> Fix:
    """Write another address in its place."""
    return Fix.replace(f"Write it as `{address}`", mention.span, address, safe=False)
