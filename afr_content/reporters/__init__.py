"""How findings are shown: one module per format, each with `report(diagnostics, style)`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TypeAlias

from afr_content.diagnostics import Diagnostic

Reporter: TypeAlias = Callable[[Iterable[Diagnostic]], Iterator[str]]

FORMATS = ("text", "concise", "json")
"""The formats there are, the default first."""


def reporter(name: str) -> Reporter:
    """The function that turns diagnostics into lines of that format."""
    report: Reporter = import_module(f"afr_content.reporters.{name}_report").report
    return report
