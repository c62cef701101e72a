"""What the contact widget shows: the site's parameters up to theme 5.4, its own `content` since."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import dedent

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import Entry
from afr_content.rules import _values as v
from afr_content.settings import SettingsFile
from afr_content.upgrade import editing
from afr_content.upgrade.move import Move, Turn

CODE = "UPG311"
SEVERITY = Severity.ERROR

_KEYS = (
    "email", "phone", "address", "directions", "office_hours", "appointment_url", "contact_links",
    "coordinates",
)  # fmt: skip


def check(turn: Turn) -> Iterator[Finding]:
    """Sections that are a contact widget."""
    page = turn.before
    if not turn.move.theme_passes(5, 5) or page.widget != "contact" or page.has_own_template:
        return
    known = [(key, *found) for key in _KEYS if (found := _param(turn.move, key))]
    wanted = [item for item in known if not v.at(page, "content", item[0])]
    if not wanted or page.root is None:
        return
    names = ", ".join(f"`{key}`" for key, _, _ in wanted)
    message = (
        f"Up to theme 5.4 the widget shows the site's {names}; from 5.5 on what is in its own"
        " `content`"
    )
    lines = [line for _, file, entry in wanted for line in _lines(file, entry)]
    has_all = all(_lines(file, entry) for _, file, entry in wanted)
    edits = editing.put(page, ("content",), lines) if has_all else ()
    node = page.root.find("widget")
    assert node
    yield Finding(v.span_of(node.value), message, Fix("Write them in `content` too", edits))


def _param(move: Move, key: str) -> tuple[SettingsFile, Entry] | None:
    """Where the site says it; None where it says nothing, or of a place on no map."""
    found = move.settings.entry("params", key)
    if found is None or v.is_empty(found[1].value):
        return None
    is_mapped = move.settings.get("params", "map", "provider") or move.settings.get(
        "params", "features", "map", "provider"
    )
    return found if key != "coordinates" or is_mapped else None


def _lines(file: SettingsFile, entry: Entry) -> list[str]:
    """The lines of a parameter in YAML."""
    document = file.document
    if document.fences is None or document.fences.format != "yaml" or entry.value.alias:
        return []
    text = document.text
    start = text.rfind("\n", 0, entry.key.start) + 1
    end = text.find("\n", max(entry.key.end, entry.value.end))
    return dedent(text[start : end if end >= 0 else len(text)]).splitlines()
