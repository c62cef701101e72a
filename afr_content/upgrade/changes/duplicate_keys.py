"""A key that stands twice: from Hugo 0.152 on the build stops.

Up to 0.151 Hugo takes the last one without a word. The others are put behind `#`, so that what they
say stays in the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import Entry, Mapping
from afr_content.rules._keys import entry_lines, is_block, key_span
from afr_content.source import Edit
from afr_content.upgrade import editing
from afr_content.upgrade.move import Turn

CODE = "UPG202"
SEVERITY = Severity.ERROR


def check(turn: Turn) -> Iterator[Finding]:
    """Every key that has one of its name behind it (YAML)."""
    if not turn.move.changes_yaml or not editing.is_yaml(turn.before):
        return
    for mapping in turn.before.mappings:
        names = [entry.name for entry in mapping.entries]
        if len(set(names)) < len(names):
            yield from _in(turn, mapping)


def _in(turn: Turn, mapping: Mapping) -> Iterator[Finding]:
    last = {entry.name: entry for entry in mapping.entries}
    for entry in mapping.entries:
        winner = last[entry.name]
        if entry is winner or not entry.name or entry.name == "<<" or mapping.alias:
            continue
        line = turn.before.source.position(winner.key.start).line
        message = (
            f"`{entry.name}` is there again on line {line}, which is what Hugo takes up to 0.151;"
            " from 0.152 on the build stops"
        )
        yield Finding(key_span(entry), message, _fix(turn, mapping, entry))


def _fix(turn: Turn, mapping: Mapping, entry: Entry) -> Fix:
    page = turn.before
    title = "Put `#` before what Hugo passes over"
    if not is_block(page, mapping):
        return Fix("Keep the last of them")
    edits = editing.comment_out(page, entry)
    end = entry_lines(page, entry).end
    if page.source.text[end - 1 : end] != "\n":
        edits = (*edits, Edit(end, end, "\n"))
    return Fix(title, edits)
