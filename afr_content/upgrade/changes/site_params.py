"""The site's parameters: with theme 5.5 most of them moved.

Up to 5.4 they stand at the top of `params.yaml`; from 5.5 on in `appearance`, `marketing`,
`header`, `footer`, `locale`, `features` and `extensions`, and the old ones are passed over. What
they say is written to the new place, and the old ones stay, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import dedent

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import Entry, Mapping, Scalar
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import key_span
from afr_content.source import Edit
from afr_content.upgrade import editing
from afr_content.upgrade.changes import _theme_packs
from afr_content.upgrade.changes._moves import SITE
from afr_content.upgrade.move import Move, Turn

CODE = "UPG309"
SEVERITY = Severity.WARNING


def check(turn: Turn) -> Iterator[Finding]:
    """`params.yaml`, or `params` in the settings."""
    page, prefix = turn.before, _prefix(turn.before)
    if prefix is None or page.root is None or not turn.move.theme_passes(5, 5):
        return
    for old, new in SITE.items():
        entry = v.at(page, *prefix, *old.split("."))
        if entry is None or not _says(turn.move, old, entry):
            continue
        if v.at(page, *prefix, *new.split(".")) is None:
            yield _finding(turn, prefix, entry, (old, new))
    yield from _day(turn, prefix)
    yield from _night(turn, prefix)


def _prefix(page: Page) -> tuple[str, ...] | None:
    """Where the parameters stand in a file; None where there are none."""
    if page.kind == "params":
        return ()
    return ("params",) if page.kind == "settings" and v.at(page, "params") else None


_DEFAULTS = {"font_size": "L", "highlight": "true"}
"""What the newer theme takes anyway where nothing is said."""
_NEEDS = {
    "comments.disqus": ("comments", "provider"),
    "comments.commento": ("comments", "provider"),
    "copyright_license.notice": ("copyright_license", "enable"),
    "map": ("map", "provider"),
    "search": ("search", "provider"),
}
"""Without which the parameter does nothing."""
_OFF = ("math", "privacy_pack", "icon.pack.ai")
"""Switches that are off where nothing is said."""


def _says(move: Move, name: str, entry: Entry) -> bool:
    """Whether it says other than what the theme would take anyway."""
    value = entry.value
    is_idle = name in _NEEDS and not move.settings.get("params", *_NEEDS[name])
    if v.is_empty(value) or is_idle:
        return False
    if not isinstance(value, Scalar):
        return True
    if name == "highlight" and move.theme_is(5, 6):
        return False
    if name in _OFF and value.text.lower() in ("false", "no", "off"):
        return False
    return value.text.lower() != _DEFAULTS.get(name, "").lower()


def _finding(turn: Turn, prefix: Sequence[str], entry: Entry, move: tuple[str, str]) -> Finding:
    page, (old, new) = turn.before, move
    message = f"`{old}` is read up to theme 5.4; from 5.5 on it is `{new}`"
    title = f"Write it as `{new}`"
    if old == "theme" and (pack := _theme_packs.unconverted(turn.move, entry)):
        title += f", when `{pack.name}` in `data/themes` has `[light]` in place of `light`"
        return Finding(key_span(entry), message, Fix(title))
    edits = _added(page, (*prefix, *new.split(".")), entry)
    return Finding(key_span(entry), message, Fix(title, edits))


def _added(page: Page, path: Sequence[str], entry: Entry) -> tuple[Edit, ...]:
    """The value, once more, at its new place."""
    *outer, name = path
    text, value = page.source.text, entry.value
    if isinstance(value, Scalar) and value.style in ("|", ">"):
        return ()
    if value.alias:
        return ()
    if not isinstance(value, Mapping) or value.flow:
        written = text[value.start : value.end]
        if "\n" in written:
            return ()
        return editing.put(page, outer, [f"{name}: {written}"])
    column = editing.column(text, value.start)
    inner = dedent(" " * column + text[value.start : value.end]).splitlines()
    return editing.put(page, outer, [f"{name}:", *(f"  {line}" for line in inner)])


def _day(turn: Turn, prefix: Sequence[str]) -> Iterator[Finding]:
    """The theme by day where the site names none: without it there is only night."""
    page, settings = turn.before, turn.move.settings
    named = settings.get("params", "theme") or settings.get("params", "appearance", "theme_day")
    if named or v.at(page, *prefix, "appearance", "theme_day") or not page.root:
        return
    message = (
        "The colours are those of `minimal` up to theme 5.4 where nothing is said; from 5.5 on the"
        " site is dark without `appearance.theme_day`"
    )
    edits = editing.put(page, (*prefix, "appearance"), ["theme_day: minimal"])
    fix = Fix("Write `theme_day: minimal` in `appearance`", edits)
    yield from (Finding(key_span(entry), message, fix) for entry in page.root.entries[:1])


def _night(turn: Turn, prefix: Sequence[str]) -> Iterator[Finding]:
    """`day_night`, which is whether there are colours by night."""
    page = turn.before
    entry = v.at(page, *prefix, "day_night")
    if entry is None or not isinstance(entry.value, Scalar) or entry.value.text.lower() != "true":
        return
    if v.at(page, *prefix, "appearance", "theme_night"):
        return
    message = "`day_night` is read up to theme 5.4; from 5.5 on `appearance.theme_night` says it"
    edits = editing.put(page, (*prefix, "appearance"), ["theme_night: minimal"])
    fix = Fix("Write `theme_night: minimal` in `appearance`", edits)
    yield Finding(key_span(entry), message, fix)
