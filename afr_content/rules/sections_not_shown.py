"""A page whose sections are not shown.

## What it does
Reports widget pages and landing pages whose own front matter or file name keeps Hugo from showing
their sections.

## Why it matters
The build succeeds and the page is empty, or not there.

## Example
<!-- path tour/index.md theme 5.3 -->
```
---
title: Tour
type: widget_page
headless: true
---
```

## Use instead
<!-- path tour/index.md theme 5.3 -->
```
---
title: Tour
type: widget_page
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import Entry, Mapping, Scalar, Sequence
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import key_span

CODE = "AFR308"
SEVERITY = Severity.ERROR

_HAS_LANDING = (5, 8)


def check(page: Page) -> Iterator[Finding]:
    """Pages that hold sections."""
    root = page.root
    if root is None or page.is_section or not page.path.name.endswith(".md"):
        return
    stem = page.path.name.split(".")[0]
    if page.kind == "home":
        yield from _home(root)
    elif stem == "_index":
        yield from _branch(page, root)
    elif stem == "index" and _text(root, "type") == "widget_page":
        yield from _headless(root)
    yield from _landing(page, root)


def _home(root: Mapping) -> Iterator[Finding]:
    """The start page's `index.md`: a draft is not found; not headless it is there twice."""
    draft, headless = root.find("draft"), root.find("headless")
    if draft and _is_true(draft):
        message = "The start page is a draft; it shows no section"
        yield Finding(key_span(draft), message, Fix("Remove `draft`, or set it to `false`"))
    if headless is None or not _is_true(headless):
        place = headless or (root.entries[0] if root.entries else None)
        if place:
            message = (
                "Without `headless: true` the start page is there twice: at `/` and at `/home/`"
            )
            yield Finding(key_span(place), message, Fix("Add `headless: true`"), Severity.INFO)


def _headless(root: Mapping) -> Iterator[Finding]:
    entry = root.find("headless")
    if entry and _is_true(entry):
        message = "A headless page has no address of its own; this widget page is not published"
        yield Finding(key_span(entry), message, Fix("Remove `headless`"))


def _branch(page: Page, root: Mapping) -> Iterator[Finding]:
    """An `_index.md`: a page that lists others and has no sections."""
    type_, folder = root.find("type"), page.path.parent
    is_home = folder.name == "home" and not (folder.parent / "_index.md").exists()
    if not is_home and (type_ is None or _text(root, "type") != "widget_page"):
        return
    if is_home and _text(root, "type") in _OTHER_LISTS:
        return
    sections = any(path.name != page.path.name for path in folder.glob("*.md"))
    first = type_ or (root.entries[0] if root.entries else None)
    place = key_span(first) if first else None
    if place and folder.name != "content":
        message = "A widget page must be an `index.md`; as `_index.md` it shows no section"
        severity = Severity.ERROR if sections or is_home else Severity.INFO
        yield Finding(place, message, Fix("Rename the file to `index.md`"), severity)


_OTHER_LISTS = ("landing", "book", "docs")


def _landing(page: Page, root: Mapping) -> Iterator[Finding]:
    """Blocks on a page that is no landing page."""
    sections, type_ = root.find("sections"), root.find("type")
    theme = page.site.theme
    if not sections or not _has_blocks(sections) or (theme and theme < _HAS_LANDING):
        return
    if type_ is None or v.is_empty(type_.value):
        message = "`sections` are shown on pages of `type: landing` only; nothing is shown"
        yield Finding(key_span(sections), message, Fix("Add `type: landing`"))
    elif isinstance(type_.value, Scalar) and type_.value.text != "landing":
        text = type_.value.text
        message = f"`sections` are shown on pages of `type: landing` only, found `{text}`"
        same = text.lower().replace("_", "-") in ("landing", "landing-page")
        fix = v.rewrite(page, type_.value, "landing", safe=same)
        yield Finding(v.span_of(type_.value), f"{message}; nothing is shown", fix)


def _has_blocks(entry: Entry) -> bool:
    value = entry.value
    return isinstance(value, Sequence) and any(
        isinstance(item, Mapping) and (item.find("block") or item.find("widget"))
        for item in value.items
    )


def _text(root: Mapping, name: str) -> str:
    entry = root.find(name)
    return entry.value.text.lower() if entry and isinstance(entry.value, Scalar) else ""


def _is_true(entry: Entry) -> bool:
    return isinstance(entry.value, Scalar) and entry.value.text.lower() in v.SAYS_TRUE
