"""A section whose weight counts as none.

## What it does
Reports sections with `weight: 0`, without a weight, or with one that Hugo takes for another number.

## Why it matters
Hugo takes 0 for "no weight" and puts the section behind all others: last on the page, not first.

## Example
<!-- path home/hero.md -->
```
---
widget: hero
weight: 0
title: Welcome
---
```

## Use instead
<!-- path home/hero.md -->
```
---
widget: hero
weight: 10
title: Welcome
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.hugo import scalar_value
from afr_content.nodes import Entry, Scalar
from afr_content.page import Page, is_ambiguous
from afr_content.rules import _values as v
from afr_content.rules._keys import key_span
from afr_content.source import Span
from afr_content.weights import weight_of

CODE = "AFR303"
SEVERITY = Severity.WARNING

ADVICE = Fix("Write a `weight` of 1 or more; the lowest comes first")


def check(page: Page) -> Iterator[Finding]:
    """The weight of a section."""
    if not page.is_section or page.root is None or not page.root.entries:
        return
    entry = page.root.find("weight")
    if entry is None:
        place = page.root.find("widget") or page.root.entries[0]
        message = "The section has no `weight`; it comes last"
        yield Finding(key_span(place), message, ADVICE, Severity.INFO)
    elif isinstance(entry.value, Scalar) and not is_ambiguous(entry.value):
        yield from _weight(page, entry, entry.value)


def _weight(page: Page, entry: Entry, node: Scalar) -> Iterator[Finding]:
    span = Span(node.start, node.end) if node.text or node.style else key_span(entry)
    if node.tag:
        return
    found = scalar_value(node, page.dialects[-1])
    weight = weight_of(found)
    if weight is None:
        return  # `wrong-type` speaks
    if weight == 0:
        yield Finding(
            span, f"`weight` is {_zero(page, node, found)}; the section comes last", ADVICE
        )
    elif (digits := _decimal(node.text)) is not None and digits != weight:
        message = f"`{node.text}` for `weight` is the octal number {weight}, since it begins with 0"
        yield Finding(span, message, v.put(node, str(digits), safe=False))


def _zero(page: Page, node: Scalar, found: object) -> str:
    if found == 0:
        return "0, which counts as none"
    return f"{v.described(page, node, found)}, which counts as 0"


def _decimal(text: str) -> int | None:
    """The number that the digits seem to be."""
    return int(text) if re.fullmatch(r"[-+]?\d+", text, re.ASCII) else None
