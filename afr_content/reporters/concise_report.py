"""One line per finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from afr_content.diagnostics import Diagnostic
from afr_content.reporters.places import message, place


def report(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """`path:line:column: severity CODE name: message`."""
    for item in diagnostics:
        yield f"{place(item)}: {item.severity.value} {item.code} {item.name}: {message(item)}"
