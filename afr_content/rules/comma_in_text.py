"""One text with commas where a list is meant.

## What it does
Reports tags, categories, authors and the like that stand in a single text.

## Why it matters
Hugo does not split the text: `tags: statistics, physics` makes a single tag of both words.

## Example
```
---
title: News
tags: statistics, physics
---
```

## Use instead
```
---
title: News
tags: [statistics, physics]
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import Scalar
from afr_content.page import Page
from afr_content.rules import _values as v

CODE = "AFR212"
SEVERITY = Severity.WARNING

TAKEN_AS_ONE = ("tags", "categories", "authors", "keywords", "series", "aliases")
"""Keys for which Hugo takes a single text as a list of one."""

_ONE_NAME = re.compile(r"[^,]+,\s*(?:[A-Z]\w*\.?[\s-]*){1,3}")
"""A name with its initials behind: `Smith, J.`"""


def check(page: Page) -> Iterator[Finding]:
    """Texts with commas in keys that take a list."""
    if page.root is None:
        return
    for fault in v.faults(page, "comma-in-text"):
        if isinstance(fault.node, Scalar):
            fix = _fix(page, fault.node, safe=True) if not fault.is_item else None
            yield Finding(
                v.span_of(fault.node), v.message(page, fault), fix, v.severity_of(page, fault)
            )
    for entry in page.root.entries if not page.is_settings else ():
        name, node = entry.name.lower(), entry.value
        if name in TAKEN_AS_ONE and isinstance(node, Scalar) and "," in node.text:
            if name == "authors" and _ONE_NAME.fullmatch(node.text):
                continue
            message = (
                f"Expected a list for `{entry.name}`, found {v.described(page, node, node.text)};"
                " it counts as one"
            )
            yield Finding(v.span_of(node), message, _fix(page, node, safe=name != "authors"))


def _fix(page: Page, node: Scalar, *, safe: bool) -> Fix:
    parts = [part for part in (part.strip() for part in node.text.split(",")) if part]
    return v.put(node, f"[{', '.join(v.list_item(page, part) for part in parts)}]", safe=safe)
