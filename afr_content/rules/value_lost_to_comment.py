"""A value that YAML takes for a comment.

## What it does
Reports an unquoted value that begins with `#`, such as a colour, and the rest of a text behind a
`#` with a number.

## Why it matters
A `#` with a blank before it begins a comment: the key has no value, or only the part in front.

## Example
<!-- path home/news.md -->
```
---
widget: blank
weight: 10
design:
  background:
    color: #0a5
---
```

## Use instead
<!-- path home/news.md -->
```
---
widget: blank
weight: 10
design:
  background:
    color: "#0a5"
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import UNTYPED, Scalar
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.source import Edit, Span

CODE = "AFR210"
SEVERITY = Severity.WARNING

_COLOR = re.compile(r"[ \t]+(#(?:[\da-fA-F]{3,4}|[\da-fA-F]{6}|[\da-fA-F]{8}))[ \t]*(?=\s|$)")
_TAG = re.compile(r"[ \t]+(#\w[\w-]*)[ \t]*(?=\r?\n|$)")
_TEXT = re.compile(r"[ \t]+(#\w[^\r\n]*?)[ \t]*(?=\r?\n|$)")
_BARE = re.compile(r"[ \t]+(#)[ \t]*(?=\r?\n|$)")
_ADDRESSES = frozenset({"address", "link"})
_NUMBERED = re.compile(r"[ \t]+#\d[^\r\n]*?(?=[ \t]*(?:\r?\n|$))")


def check(page: Page) -> Iterator[Finding]:
    """Comments right behind a key that look like its value."""
    if "#" not in page.source.text or not v.is_yaml(page):
        return
    for scalar in page.scalars:
        if scalar.value is not UNTYPED or scalar.style or scalar.alias or scalar.tag:
            continue
        yield from _numbered(page, scalar) if scalar.text else _lost(page, scalar)


def _lost(page: Page, scalar: Scalar) -> Iterator[Finding]:
    """An empty value before a colour, or an empty item before a tag."""
    text = page.source.text
    is_item = text[: scalar.end].rstrip(" \t").endswith("-")
    match = _COLOR.match(text, scalar.end) or (_TAG if is_item else _TEXT).match(text, scalar.end)
    place = None if is_item else v.place_of(page, scalar)
    if match is None and place and place.kind in _ADDRESSES:
        match = _BARE.match(text, scalar.end)
    if match is None or not (is_item or place):
        return
    color = _COLOR.match(text, scalar.end) is not None and not is_item
    message = f"`{match[1]}` is taken for a comment, since `#` begins one; there is no value"
    value = v.quoted(page, match[1])
    blank = "" if text[scalar.end - 1] in " \t" else " "
    edit = Edit(scalar.end, match.end(1), blank + value)
    yield Finding(Span(*match.span(1)), message, Fix(f"Write it as `{value}`", (edit,), safe=color))


def _numbered(page: Page, scalar: Scalar) -> Iterator[Finding]:
    """A text that goes on behind a `#` with a number: `Paper #3 accepted`."""
    text = page.source.text
    match = _NUMBERED.match(text, scalar.end) if not scalar.text[0].isdigit() else None
    place = v.place_of(page, scalar) if match else None
    if match is None or place is None or place.kind not in v.TEXT_KINDS | v.LIST_KINDS:
        return
    rest = match[0].strip()
    message = f"The text ends before `{rest}`, since `#` begins a comment"
    whole = v.quoted(page, text[scalar.start : match.end()])
    edit = Edit(scalar.start, match.end(), whole)
    yield Finding(
        Span(match.end() - len(rest), match.end()),
        message,
        Fix(f"Put the whole text in quotes: `{whole}`", (edit,), safe=False),
    )
