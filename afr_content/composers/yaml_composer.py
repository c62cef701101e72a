"""YAML, as the two libraries that Hugo has used read it.

Both readings come from libyaml, of which the old library is a port; where a library reads a text
otherwise, the modules `quirks_old` and `quirks_new` know.
"""

from __future__ import annotations

import re
from typing import Final

from afr_content.composers import Reading, Readings
from afr_content.composers.libyaml import Composed, compose_text
from afr_content.source import Span

_UNUSUAL: Final = re.compile(r"[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def compose(text: str, matter: Span) -> Readings:
    """Both readings of the YAML at `matter`."""
    inner = text[matter.start : matter.end]
    composed = compose_text(text, matter, inner)
    old = composed.reading
    new = Reading(None, composed.rest) if composed.rest else composed.reading
    return Readings(old, new)


__all__ = ["Composed", "compose"]
