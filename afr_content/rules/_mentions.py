"""What the rules on links and pictures in bodies share."""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.bodies import Mention, confirmed
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
        text = census.source(facts).text
        fences = parse(text).fences
        found += confirmed(text, fences.body if fences else 0, others)
    yield from sorted(found, key=lambda mention: mention.span)


def rewritten(mention: Mention, address: str) -> Fix:
    """Write another address in its place."""
    return Fix.replace(f"Write it as `{address}`", mention.span, address, safe=False)
