"""From the text between the fences to nodes with places: one module per format."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from afr_content.errors import ReadError
from afr_content.nodes import Node
from afr_content.source import Span


class Reading(NamedTuple):
    """What one dialect makes of front matter: its nodes (None when it is empty) or an error."""

    root: Node | None
    error: ReadError | None = None


class Readings(NamedTuple):
    """The readings of Hugo up to 0.151, and from 0.152 on. Mostly one object."""

    old: Reading
    new: Reading


def compose(format_: str, text: str, matter: Span) -> Readings:
    """What Hugo reads from the front matter at `matter`. Never raises for what is written there."""
    composer = import_module(f"afr_content.composers.{format_}_composer")
    readings: Readings = composer.compose(text, matter)
    return readings
