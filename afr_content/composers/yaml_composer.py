"""YAML, as the two libraries that Hugo has used read it.

The old one, gopkg.in/yaml.v2, is a port of libyaml: libyaml reads for it, and `old_quirks` knows the
differences. The new one, goccy/go-yaml, is not; `goccy_composer` reads like it, ten times slower
than libyaml, and is asked only for texts in which the two may differ.
"""

from __future__ import annotations

import re
from typing import Final

from afr_content.composers import Reading, Readings
from afr_content.composers import old_quirks
from afr_content.composers.libyaml import compose_text
from afr_content.source import Span

# Where libyaml accepts a text and none of this is in it, the new library reads the same. The tests
# compare thousands of texts both ways.
_DIFFERENT: Final = re.compile(
    r"[^\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
    r"|(?:^ *(?:- +)*|: +|[\[{,] *)[&*!?%]"
    r"|^\.\.\.|<<"
    r"|[|>][-+0-9]*[+0-9][-+0-9]* *(?:#.*)?$"
    r"|[|>]-? *(?:#.*)?\n *$"
    r"|\{[^}]*:[^ ]"
    r"|^ *(?:- +)+#|\\$"
    , re.MULTILINE,
)


def compose(text: str, matter: Span) -> Readings:
    """Both readings of the YAML at `matter`."""
    inner = text[matter.start : matter.end]
    composed = compose_text(text, matter, inner)
    reading = composed.reading
    old = old_quirks.refuse(reading, text, matter)
    if reading.error:
        old = old_quirks.repair(composed, text, matter).reading
    if reading.error or composed.rest or composed.odd or _DIFFERENT.search(inner):
        return Readings(old, _new(text, matter, reading))
    return Readings(old, reading)


def _new(text: str, matter: Span, reading: Reading) -> Reading:
    if reading.error and reading.error.kind == "too-deep":
        return reading
    from afr_content.composers import goccy_composer

    return goccy_composer.compose_text(text, matter)
