"""YAML, as the two libraries that Hugo has used read it.

The old one, gopkg.in/yaml.v2, is a port of libyaml: libyaml reads for it, and `old_quirks` knows
the differences. The new one, goccy/go-yaml, is not; `goccy_composer` reads like it, ten times
slower than libyaml, and is asked only for texts in which the two may differ.
"""

from __future__ import annotations

import re
from typing import Final

from afr_content.composers import Reading, Readings, old_quirks
from afr_content.composers.libyaml import compose_text
from afr_content.source import BOM, Span

# Where libyaml accepts a text and none of this is in it, the new library reads the same; the tests
# compare many texts both ways. Tabs, carriage returns, what is not printable; `?`, directives; a
# dash with nothing or a comment behind it; flow maps with a colon that no blank follows; a line end
# escaped in double quotes; block scalars with `+`, with a digit, or that begin with an empty line.
# Anchors, aliases, tags and some plain text on several lines are told by the composer (`odd`).
_CHARACTERS: Final = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_INDICATORS: Final = re.compile(
    r"(?:^ *(?:- +)*|: +|[\[{,] *)\?|^%|- +#|\{[^}]*:[^ ]|\\ *$|<<|^ *(?:- +)*- *$", re.MULTILINE
)
_ODD_BLOCK: Final = re.compile(
    r"[|>][-+]?#|[|>](?:[-+0-9]*[+0-9][-+0-9]* *(?:#.*)?|-? *(?:#.*)?\n *)$", re.MULTILINE
)
_BLOCK: Final = re.compile(r"[|>]-? *(?:#.*)?$", re.MULTILINE)


def may_differ(inner: str) -> bool:
    """Whether goccy/go-yaml might read what libyaml accepts otherwise than libyaml."""
    if _CHARACTERS.search(inner) or _INDICATORS.search(inner):
        return True
    if inner.startswith("...") or "\n..." in inner:
        return True
    if "|" not in inner and ">" not in inner:
        return False
    if _ODD_BLOCK.search(inner):
        return True
    return " \n" in inner and _BLOCK.search(inner) is not None


def compose(text: str, matter: Span) -> Readings:
    """Both readings of the YAML at `matter`."""
    inner = text[matter.start : matter.end]
    # At the very beginning, libyaml leaves a byte order mark out of its count.
    counted = Span(matter.start + 1, matter.end) if inner.startswith(BOM) else matter
    rewritten = old_quirks.rewritten(text[counted.start : counted.end])
    composed = compose_text(text, counted, rewritten)
    reading = composed.reading
    old = old_quirks.read(composed, text, counted)
    if reading.error or composed.rest or composed.odd or may_differ(inner):
        return Readings(old, _new(text, matter, reading))
    return Readings(old, reading)


def _new(text: str, matter: Span, reading: Reading) -> Reading:
    if reading.error and reading.error.kind == "too-deep":
        return reading
    from afr_content.composers import goccy_composer

    return goccy_composer.compose_text(text, matter)
