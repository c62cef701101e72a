"""The key `_build`, called `build` since Hugo 0.145: from 0.160 on the build stops."""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import Entry, Mapping, Sequence
from afr_content.rules._keys import key_span
from afr_content.upgrade.move import Turn

CODE = "UPG204"
SEVERITY = Severity.ERROR


def check(turn: Turn) -> Iterator[Finding]:
    """The page's own, and those that it hands down by `cascade`."""
    root = turn.before.root
    if root is None or turn.before.is_settings or not turn.move.hugo_passes(0, 160):
        return
    for entry in _builds(root):
        message = "`_build` is called `build` since Hugo 0.145; from 0.160 on the build stops"
        yield Finding(
            key_span(entry), message, Fix.replace("Write it as `build`", key_span(entry), "build")
        )


def _builds(root: Mapping) -> Iterator[Entry]:
    for entry in root.entries:
        if entry.name.lower() == "_build":
            yield entry
        elif entry.name.lower() == "cascade":
            value = entry.value
            for item in value.items if isinstance(value, Sequence) else (value,):
                yield from _builds(item) if isinstance(item, Mapping) else ()
