"""What the rules on links and pictures in bodies share."""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.bodies import Mention, confirmed
from afr_content.census import Census
from afr_content.diagnostics import Fix
from afr_content.facts import Facts
from afr_content.frontmatter import parse


def real(census: Census, facts: Facts, suspects: list[Mention]) -> Iterator[Mention]:
    """Those of the suspects that a Markdown parser sees too: nothing in code or half written.

    A shortcode is one wherever it stands.
    """
    found = [mention for mention in suspects if mention.kind == "shortcode"]
    others = [mention for mention in suspects if mention.kind != "shortcode"]
    if others:
        text = census.source(facts).text
        fences = parse(text).fences
        found += confirmed(text, fences.body if fences else 0, others)
    yield from sorted(found, key=lambda mention: mention.span)


def rewritten(mention: Mention, address: str) -> Fix:
    """Write another address in its place."""
    return Fix.replace(f"Write it as `{address}`", mention.span, address, safe=False)
