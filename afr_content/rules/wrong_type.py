"""A value of a kind that templates cannot use.

## What it does
Reports a text where a list is expected, a map where a text is, a quoted number where the template
calculates, and the like.

## Why it matters
Depending on the key Hugo stops, prints numbers in place of letters, or shows nothing: a template
that goes through the list `Staff` finds five letters.

## Example
<!-- path people/team.md -->
```
---
widget: people
weight: 10
content:
  user_groups: Staff
---
```

## Use instead
<!-- path people/team.md -->
```
---
widget: people
weight: 10
content:
  user_groups: [Staff]
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.models.base import FrontMatterModel, keys_of
from afr_content.models.check import UnknownKey
from afr_content.nodes import Entry, Mapping, Node, Scalar, Sequence
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import emptied, entry_lines, in_block
from afr_content.source import Edit

CODE = "AFR201"
SEVERITY = Severity.WARNING


def check(page: Page) -> Iterator[Finding]:
    """Every fault that no other rule knows more about."""
    for fault in v.faults(page, "wrong-type"):
        if _has_lost_its_keys(page, fault):
            continue  # `misplaced-key` speaks
        severity, effect = _severity(page, fault)
        message = v.message(page, fault, effect=effect)
        yield Finding(v.span_of(fault.node), message, _fix(page, fault), severity)
    yield from _single_author(page)


def _single_author(page: Page) -> Iterator[Finding]:
    """One author without a list: Hugo takes it for one, the theme's search index does not."""
    entry = v.at(page, "authors") if not page.is_section and not page.is_settings else None
    node = entry.value if entry else None
    if not isinstance(node, Scalar) or not v.is_name(page, node) or "," in node.text:
        return
    if page.site.is_academic or not page.site.has_search_index or not _is_indexed(page):
        return
    message = f"Expected a list for `authors`, found {v.described(page, node, node.text)}"
    fix = v.put(node, f"[{v.in_list(page, node)}]")
    yield Finding(v.span_of(node), f"{message}; the build stops", fix, Severity.ERROR)


def _is_indexed(page: Page) -> bool:
    """Whether the search index tells a page's authors: no list's but a book's, no profile's."""
    is_regular = page.place.stem != "_index" or page.kind == "book"
    return is_regular and page.place.section != "authors"


def _severity(page: Page, fault: v.Fault) -> tuple[Severity, str]:
    """As the key's facts have it, and where they depend on what was found, what real builds did."""
    kind, found, theme = fault.kind.name if fault.kind else "", fault.found, page.site.theme
    if kind in ("whole", "count") and isinstance(found, float):
        return Severity.WARNING, "the fraction is dropped"
    if kind == "count" and isinstance(found, bool):
        return Severity.WARNING, f"it counts as {int(found)}"
    if fault.path in _REFUSED_SINCE:
        return _by_hugo(page, fault, _REFUSED_SINCE[fault.path])
    is_nested = isinstance(found, list | dict)
    if (kind in _LOWERED and is_nested) or (kind == "date-layout" and not isinstance(found, str)):
        return Severity.ERROR, "the build stops"
    if is_nested and (kind in _CAST or (kind in _CAST_SINCE and theme and theme >= (5, 5))):
        return Severity.ERROR, "the build stops"
    if is_nested and kind == "background-size" and "slides" not in fault.path:
        return Severity.ERROR, "the build stops"
    if kind == "css-lengths" and not fault.is_item and isinstance(found, int | float):
        return Severity.ERROR, "the build stops"
    return v.severity_of(page, fault), v.effect_of(page, fault)


_CAST = frozenset({"printed-number", "count"})
_CAST_SINCE = frozenset({"view", "interval"})
"""Kinds that templates make a text or number of, the latter since 5.5: no list can become one."""

_LOWERED = frozenset({"search-provider", "map-provider", "font-size"})
"""Kinds of text that the theme's templates write in lower case: they stop at a list."""

_REFUSED_SINCE: dict[tuple[str | int, ...], tuple[int, ...]] = {
    ("build",): (0, 145),
    ("_build",): (0,),
    ("params",): (0, 123),
    ("cascade",): (0, 147),
}
"""Keys of Hugo itself that must be maps, and the version from which on it stops otherwise."""


def _by_hugo(page: Page, fault: v.Fault, since: tuple[int, ...]) -> tuple[Severity, str]:
    hugo = page.site.hugo
    if since == (0,) or (hugo and hugo >= since):
        return Severity.ERROR, "the build stops"
    version = ".".join(map(str, since))
    return Severity.WARNING, f"Hugo {version} and later stop here"


def _fix(page: Page, fault: v.Fault) -> Fix | None:
    kind = fault.kind.name if fault.kind else ""
    if fault.key and fault.key.is_list and fault.found is None and not fault.is_item:
        return Fix(f"Write entries below `{fault.key.name}`, or `[]` for none")
    if fault.key and fault.key.model and not fault.key.is_list:
        if in_block(fault.path) and (fix := _of_block(page, fault, fault.key.model)):
            return fix
        return _keys_below(page, fault.key.name, fault.key.model)
    if isinstance(fault.node, Scalar):
        return _fix_scalar(page, fault, fault.node, kind)
    if isinstance(fault.node, Sequence):
        return _unwrapped(page, fault.node, kind)
    if kind == "word" and (file := fault.node.find("filename")) and v.can_edit(file.value):
        name = page.source.text[file.value.start : file.value.end]
        return v.put(fault.node, name, safe=False)  # as landing pages have it
    if fault.key and fault.key.is_list and isinstance(fault.node, Mapping) and not fault.is_item:
        return _as_item(page, fault.node)
    return None


def _has_lost_its_keys(page: Page, fault: v.Fault) -> bool:
    """Whether it is an empty map of a block whose keys stand below it without indentation."""
    return (
        fault.found is None
        and in_block(fault.path)
        and any(
            (above := emptied(issue)) and above.value is fault.node
            for issue in page.issues
            if isinstance(issue, UnknownKey)
        )
    )


def _of_block(page: Page, fault: v.Fault, model: type[FrontMatterModel]) -> Fix | None:
    """A map of a block that is empty, or the name of a file, as section files have it there."""
    node = fault.node
    if fault.found is None and fault.key and fault.key.model and not fault.key.is_list:
        return _without(page, fault)
    can_hold_it = isinstance(fault.found, str) and "filename" in keys_of(model)
    if can_hold_it and isinstance(node, Scalar) and v.can_edit(node):
        return v.put(node, f"{{filename: {v.in_list(page, node)}}}")
    return None


def _without(page: Page, fault: v.Fault) -> Fix | None:
    """Take an empty map out."""
    entry, siblings = _entry_of(page, fault)
    if entry is None or siblings is None:
        return None
    title, lines = f"Remove the empty `{entry.name}`", entry_lines(page, entry)
    is_alone = len(siblings.entries) == 1 or siblings.flow or not v.is_yaml(page)
    if is_alone or page.source.text[lines.start : entry.key.start].strip():
        return Fix(title)  # what is around it would be empty then, or begins on its line
    return Fix(title, (Edit(*lines, ""),))


def _entry_of(page: Page, fault: v.Fault) -> tuple[Entry | None, Mapping | None]:
    found = ((e, m) for m in page.mappings for e in m.entries if e.value is fault.node)
    return next(found, (None, None))


def _keys_below(page: Page, name: str, model: type[FrontMatterModel]) -> Fix:
    """Advice for a map that is none: what its keys are."""
    read = (key for key in keys_of(model).values() if page.site.theme in key.facts.versions)
    keys = [f"`{key.name}`" for key in read if not key.facts.unread]
    return Fix(f"Write keys below `{name}`, such as {' or '.join(keys[:2])}")


def _fix_scalar(page: Page, fault: v.Fault, node: Scalar, kind: str) -> Fix | None:
    if kind == "css-lengths":
        return _lengths(page, fault, node)
    if kind in ("text-list", "names", "publication-types") and node.text and not fault.is_item:
        return (
            None if isinstance(fault.found, bool) else v.put(node, f"[{_item(page, fault, node)}]")
        )
    if kind in ("number", "whole", "count", "printed-number", "interval"):
        return _number(node, kind)
    if kind == "patterns" and re.fullmatch(r"\*\.\w+", node.text):
        return v.put(node, v.quoted(page, f"\\{node.text[1:]}$"), safe=False)
    if kind == "css-length" and isinstance(fault.found, int | float):
        return v.put(node, v.quoted(page, f"{node.text}px"), safe=False)
    if fault.name == "organizations" and node.text:
        name = f"{{name: {v.in_list(page, node)}}}"
        return v.put(node, name if fault.is_item else f"[{name}]")
    return None


def _item(page: Page, fault: v.Fault, node: Scalar) -> str:
    is_number = fault.kind is not None and fault.kind.name == "names" and not node.style
    return v.quoted(page, node.text) if is_number else v.in_list(page, node)


def _lengths(page: Page, fault: v.Fault, node: Scalar) -> Fix | None:
    if isinstance(fault.found, int | float):
        length = v.quoted(page, f"{node.text}px")
        return v.put(node, length if fault.is_item else f"[{length}]", safe=False)
    parts = [v.quoted(page, part) for part in node.text.replace(",", " ").split()]
    if fault.is_item or not 1 <= len(parts) <= 4:
        return None
    return v.put(node, f"[{', '.join(parts)}]")


_WITH_UNIT = re.compile(r"\s*([-+]?\d+(?:\.\d+)?)\s*(deg|px|ms|rem|em|%)?\s*")


def _number(node: Scalar, kind: str) -> Fix | None:
    match = _WITH_UNIT.fullmatch(node.text)
    if not match:
        return None
    number = re.sub(r"^(-?)0+(?=\d)", r"\1", match[1].lstrip("+"))
    if kind == "count" and number.startswith("-"):
        return None
    if kind in ("whole", "count") and "." in number:
        return v.put(node, number.partition(".")[0], safe=False)
    is_sure = match[2] in (None, "deg", "px", "ms") and number == match[1].lstrip("+")
    return v.put(node, number, safe=is_sure)


def _unwrapped(page: Page, node: Sequence, kind: str) -> Fix | None:
    """The only item of a list, where a single value is expected."""
    item = node.items[0] if len(node.items) == 1 else None
    if kind not in v.TEXT_KINDS or not isinstance(item, Scalar) or not v.can_edit(item):
        return None
    return v.put(node, page.source.text[item.start : item.end], safe=False)


def _as_item(page: Page, node: Mapping) -> Fix:
    """A map as the only item of a list."""
    title = "Make it a list: put `- ` in front of its first key"
    text = page.source.text
    if node.flow:
        return Fix(title, (Edit(node.start, node.start, "["), Edit(node.end, node.end, "]")))
    if not v.is_yaml(page) or node.alias or text[_line_start(text, node) : node.start].strip():
        return Fix(title)
    lines = [node.start + match.end() for match in re.finditer(r"\n(?=[^\n])", _slice(page, node))]
    edits = [Edit(node.start, node.start, "- "), *(Edit(line, line, "  ") for line in lines)]
    return Fix(title, tuple(edits))


def _line_start(text: str, node: Node) -> int:
    return text.rfind("\n", 0, node.start) + 1


def _slice(page: Page, node: Node) -> str:
    return page.source.text[node.start : node.end]
