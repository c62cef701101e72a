"""Weights: the numbers by which Hugo sorts pages, sections and menu entries."""

from __future__ import annotations

import re


def weight_of(found: object) -> int | None:
    """What Hugo's cast makes of a whole number; None for what is no such number at all."""
    if found is None or found == "":
        return 0
    if isinstance(found, bool) or not isinstance(found, str | int):
        return None
    if isinstance(found, int):
        return found
    if not re.fullmatch(r"\s*[-+]?\d+\s*", found, re.ASCII):
        return None
    return _cast(found)


def _cast(text: str) -> int:
    """A text as Go reads it: a leading zero means octal, and 0 is what does not fit."""
    match = re.fullmatch(r"([-+]?)(?:0([0-7]+)|(0|[1-9]\d*))", text, re.ASCII)
    if not match:
        return 0
    number = int(match[2], 8) if match[2] else int(match[3])
    return -number if match[1] == "-" else number
