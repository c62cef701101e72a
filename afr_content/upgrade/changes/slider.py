"""The slides of a slider: `item` up to theme 5.4, `content.slides` from 5.5 on.

What stands behind a slide and its button are maps then. Without `content.slides` nothing is shown,
and from 5.9 on the build stops.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import Entry, Mapping
from afr_content.nodes import Sequence as List
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import entry_lines, is_block, key_span
from afr_content.source import Edit, majority_newline
from afr_content.upgrade import editing
from afr_content.upgrade.move import Turn

CODE = "UPG307"
SEVERITY = Severity.ERROR

_PARTS = {
    "overlay_color": ("background", "color"),
    "overlay_img": ("background", "media"),
    "overlay_filter": ("background", "brightness"),
    "cta_label": ("link", "text"),
    "cta_url": ("link", "url"),
    "cta_icon": ("link", "icon"),
    "cta_icon_pack": ("link", "icon_pack"),
}
_PACE = {"height": "slide_height", "interval": "interval"}


def check(turn: Turn) -> Iterator[Finding]:
    """Sections that are sliders of the older kind."""
    page = turn.before
    if not turn.move.theme_passes(5, 5) or page.widget != "slider" or page.has_own_template:
        return
    item = v.at(page, "item")
    if item and not v.is_empty(item.value) and not v.at(page, "content", "slides"):
        message = (
            "Slides are `item` up to theme 5.4; from 5.5 on they are `content.slides`, and none is"
            " shown"
        )
        edits = _slides(page, item)
        yield Finding(key_span(item), message, Fix("Write them as `content.slides`", edits))
    for old, new in _PACE.items():
        entry = v.at(page, old)
        if entry and not v.is_empty(entry.value) and not v.at(page, "design", new):
            yield _pace(page, entry, new)


def _pace(page: Page, entry: Entry, new: str) -> Finding:
    message = (
        f"`{entry.name}` of a slider is `design.{new}` from theme 5.5 on; the old one has no effect"
    )
    title = f"Write it as `design.{new}`"
    lines = editing.lines_of(page, entry)
    added = editing.put(page, ("design",), [lines[0].replace(entry.name, new, 1), *lines[1:]])
    if not added or not page.root or not is_block(page, page.root):
        return Finding(key_span(entry), message, Fix(title), Severity.WARNING)
    span = entry_lines(page, entry)
    edits = (Edit(span.start, span.end, ""), *added)
    return Finding(key_span(entry), message, Fix(title, edits), Severity.WARNING)


def _slides(page: Page, item: Entry) -> tuple[Edit, ...]:
    """The lines of the slides as they are then; empty where they are not written in lines."""
    value, root = item.value, page.root
    if not editing.is_yaml(page) or root is None or not is_block(page, root):
        return ()
    if not isinstance(value, List) or value.flow or value.alias or v.at(page, "content"):
        return ()
    if not all(isinstance(slide, Mapping) and not slide.flow for slide in value.items):
        return ()
    lines = [line for slide in value.items for line in _slide(page, slide)]
    newline = majority_newline(page.source.text)
    new = newline.join(["content:", "  slides:", *(f"    {line}" for line in lines)]) + newline
    span = entry_lines(page, item)
    between = page.source.text[item.key.end : value.start]
    if between.strip() != ":" or "#" in page.source.text[span.start : value.start]:
        return ()
    if not _comments(page.source.text[span.start : span.end]) <= _comments(new):
        return ()
    return (Edit(span.start, span.end, new),)


def _comments(text: str) -> set[str]:
    """The lines that are comments: none of them may get lost."""
    return {line.strip() for line in text.splitlines() if line.lstrip().startswith("#")}


def _slide(page: Page, slide: object) -> list[str]:
    """A slide's lines, the first with its dash."""
    assert isinstance(slide, Mapping)
    lines: list[str] = []
    done: set[str] = set()
    for entry in slide.entries:
        outer, _ = _PARTS.get(entry.name, ("", ""))
        if not outer:
            lines += _entry(page, entry, entry.name)
        elif outer not in done:
            done.add(outer)
            lines += [f"{outer}:", *_group(page, slide.entries, outer)]
    return [f"{'  ' if number else '- '}{line}".rstrip() for number, line in enumerate(lines)]


def _group(page: Page, entries: Sequence[Entry], outer: str) -> Iterator[str]:
    for entry in entries:
        group, inner = _PARTS.get(entry.name, ("", ""))
        if group == outer:
            yield from (f"  {line}" for line in _entry(page, entry, inner))


def _entry(page: Page, entry: Entry, name: str) -> list[str]:
    """An entry's lines with another name, and the comments that stand above it."""
    text = page.source.text
    column = editing.column(text, entry.key.start)
    span = entry_lines(page, entry)
    first, *others = text[entry.key.start : span.end].splitlines()
    head = f"{name}{first[entry.key.end - entry.key.start :]}"
    above = _comments_above(text, entry, column)
    return [*above, head, *(line[min(column, len(line) - len(line.lstrip())) :] for line in others)]


def _comments_above(text: str, entry: Entry, column: int) -> list[str]:
    """The comment lines right above an entry."""
    lines = text[: entry.key.start].splitlines()[:-1] if column else []
    found: list[str] = []
    for line in reversed(lines):
        if not line.strip().startswith("#"):
            break
        found.insert(0, line.strip())
    return found
