"""Text edits that put keys into YAML, and take them out of effect, with nothing lost."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import dedent

from afr_content.nodes import Entry, Mapping, Node, Scalar
from afr_content.page import Page
from afr_content.rules._keys import entry_lines
from afr_content.source import Edit, Span, majority_newline

_STEP = "  "


def is_yaml(page: Page) -> bool:
    """Whether the file's data is YAML."""
    fences = page.document.fences
    return fences is not None and fences.format == "yaml"


def put(page: Page, path: Sequence[str], lines: Sequence[str]) -> tuple[Edit, ...]:
    """Put lines below the map at a path, which is made where it is not; empty when they cannot be.

    They stand behind what is there already; a map in braces takes no more than one line.
    """
    node: Node | None = page.root
    if not is_yaml(page) or not isinstance(node, Mapping) or not node.entries:
        return ()
    for depth, name in enumerate(path):
        assert isinstance(node, Mapping)
        entry = node.find(name)
        if entry is None:
            return _behind(page, node, _nested(path[depth:], lines))
        if _is_nothing(entry.value):
            return _below(page, entry, _nested(path[depth + 1 :], lines))
        node = entry.value
        if not isinstance(node, Mapping) or not node.entries or node.alias:
            return ()
        if node.flow:
            return _within(node, lines) if depth == len(path) - 1 else ()
    return _behind(page, node, list(lines))


def _is_nothing(value: Node) -> bool:
    return isinstance(value, Scalar) and value.start == value.end and not value.alias


def _nested(path: Sequence[str], lines: Sequence[str]) -> list[str]:
    """The lines below maps of these names."""
    if not path:
        return list(lines)
    return [f"{path[0]}:", *(f"{_STEP}{line}" for line in _nested(path[1:], lines))]


def _behind(page: Page, mapping: Mapping, lines: Sequence[str]) -> tuple[Edit, ...]:
    """Behind the last key of a map, on lines of their own."""
    if mapping.flow:
        return ()
    first, last = mapping.entries[0], mapping.entries[-1]
    indent = column(page.source.text, first.key.start)
    return _insert(page, entry_lines(page, last).end, indent, lines)


def _within(mapping: Mapping, lines: Sequence[str]) -> tuple[Edit, ...]:
    """Behind the last key of a map in braces; one line with a value of its own."""
    end = max(mapping.entries[-1].key.end, mapping.entries[-1].value.end)
    is_one = len(lines) == 1 and not lines[0].endswith(":")
    return (Edit(end, end, f", {lines[0]}"),) if is_one else ()


def _below(page: Page, entry: Entry, lines: Sequence[str]) -> tuple[Edit, ...]:
    """Below a key that has no value."""
    text = page.source.text
    end = text.find("\n", entry.key.end) + 1 or len(text)
    return _insert(page, end, column(text, entry.key.start) + len(_STEP), lines)


def _insert(page: Page, at: int, indent: int, lines: Sequence[str]) -> tuple[Edit, ...]:
    text = page.source.text
    newline = majority_newline(text)
    before = "" if at == 0 or text[at - 1] == "\n" else newline
    new = before + "".join(f"{' ' * indent}{line}".rstrip() + newline for line in lines)
    return (Edit(at, at, new),)


def column(text: str, offset: int) -> int:
    """How many characters stand before a place on its line."""
    return offset - (text.rfind("\n", 0, offset) + 1)


def comment_out(page: Page, entry: Entry) -> tuple[Edit, ...]:
    """Put `#` before the lines of a key with its value."""
    span = entry_lines(page, entry)
    text = page.source.text
    indent = column(text, entry.key.start)
    edits, at = [], span.start
    while at < span.end:
        end = text.find("\n", at, span.end) + 1 or span.end
        line = text[at:end]
        if line.strip():
            place = at + min(indent, len(line) - len(line.lstrip(" ")))
            edits.append(Edit(place, place, "# "))
        at = end
    return tuple(edits)


def lines_of(page: Page, entry: Entry) -> list[str]:
    """The lines of a key with its value, without their common indentation."""
    return dedent_lines(page.source.text, entry_lines(page, entry))


def dedent_lines(text: str, span: Span) -> list[str]:
    """The lines of a piece of text, without their common indentation."""
    return dedent(text[span.start : span.end]).splitlines()


def joined(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Edits of which those at one place are one, in the order they were given."""
    together: dict[tuple[int, int], str] = {}
    for edit in edits:
        place = (edit.start, edit.end)
        together[place] = together.get(place, "") + edit.text
    return tuple(Edit(start, end, text) for (start, end), text in sorted(together.items()))
