"""A number that is printed otherwise than written.

## What it does
Reports unquoted numbers in texts that Hugo prints in another way: `01234` is octal and printed as
`668`, `+49123` loses its sign, `2.0` its digits. Also colours without their `#`.

## Why it matters
A post code, phone number or version on the page is not what the file says.

## Example
<!-- path event/x/index.md -->
```
---
title: Open day
location: Dresden
address:
  postcode: 01234
---
```

## Use instead
<!-- path event/x/index.md -->
```
---
title: Open day
location: Dresden
address:
  postcode: "01234"
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.diagnostics import Finding, Severity
from afr_content.hugo import Dialect, resolve
from afr_content.nodes import UNTYPED, Scalar
from afr_content.page import Page, is_ambiguous
from afr_content.plain import go_text
from afr_content.rules import _values as v
from afr_content.rules._keys import dotted

CODE = "AFR211"
SEVERITY = Severity.WARNING

_PRINTED = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d*[1-9])?", re.ASCII)
"""Numbers that are printed as they are written."""


def check(page: Page) -> Iterator[Finding]:
    """Numbers that do not print as they are written, and colours that are numbers."""
    for scalar in page.scalars:
        if scalar.text[:1] in _FIRST and _is_plain(scalar) and not _PRINTED.fullmatch(scalar.text):
            yield from _changed(page, scalar)
    for fault in v.faults(page, "number-lost-digits"):
        if isinstance(fault.node, Scalar):
            yield _color(page, fault, fault.node)


_NUMBERS = frozenset({"whole", "count", "number", "printed-number", "interval"})
_FIRST = frozenset("+-.0123456789")


def _is_plain(scalar: Scalar) -> bool:
    return scalar.value is UNTYPED and not scalar.style and scalar.tag is None


def _changed(page: Page, scalar: Scalar) -> Iterator[Finding]:
    value = resolve(scalar.text, Dialect.NEW)
    if not isinstance(value, int | float) or is_ambiguous(scalar):
        return
    printed = go_text(value)
    place = v.place_of(page, scalar) if printed != scalar.text else None
    if place and _is_printed(place, scalar):
        message = f"`{scalar.text}` is a number and printed as `{printed}`"
        yield Finding(v.span_of(scalar), message, v.quote_fix(page, scalar))
    elif place and place.kind in _NUMBERS and not _is_weight(page, place):
        yield from _octal(place, scalar, printed)


def _is_weight(page: Page, place: v.Place) -> bool:
    """Whether it is a section's weight: `weight-zero` speaks of it."""
    return page.is_section and place.path == ("weight",)


def _octal(place: v.Place, scalar: Scalar, printed: str) -> Iterator[Finding]:
    """A number that counts otherwise than its digits say."""
    digits = scalar.text.lstrip("0") or "0"
    if re.fullmatch(r"0[0-7]+", scalar.text) and digits != printed:
        message = (
            f"`{scalar.text}` for `{dotted(place.path)}` is the octal number {printed}, since it"
            " begins with 0"
        )
        yield Finding(v.span_of(scalar), message, v.put(scalar, digits, safe=False))


def _is_printed(place: v.Place, scalar: Scalar) -> bool:
    if place.path[-1] == "widget":
        return False
    if place.kind == "text-list":
        return place.entry.value is not scalar
    return place.kind == "names" or place.kind in v.TEXT_KINDS - {"css-color", "word"}


def _color(page: Page, fault: v.Fault, node: Scalar) -> Finding:
    message = v.message(page, fault, effect="to the browser it is no color")
    if not re.fullmatch(r"[\da-fA-F]{3}|[\da-fA-F]{6}|[\da-fA-F]{8}", node.text):
        return Finding(v.span_of(node), message)
    return Finding(v.span_of(node), message, v.put(node, v.quoted(page, f"#{node.text}")))
