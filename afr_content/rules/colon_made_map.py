"""A text that a colon turned into a map.

## What it does
Reports a key with a value of its own where a text is expected: `- Software: testing and analytics`.

## Why it matters
In an unquoted text, a colon with a blank behind it ends a key. Hugo then has a map where the
template wants a text: it stops, or prints `map[Software:testing and analytics]`.

## Example
<!-- path authors/jane/_index.md -->
```
---
title: Jane Doe
interests:
  - Software: testing and analytics
---
```

## Use instead
<!-- path authors/jane/_index.md -->
```
---
title: Jane Doe
interests:
  - "Software: testing and analytics"
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import Mapping, Scalar
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import dotted
from afr_content.source import Edit

CODE = "AFR207"
SEVERITY = Severity.ERROR


def check(page: Page) -> Iterator[Finding]:
    """Maps of one key on one line, where the key takes a text."""
    for fault in v.faults(page, "colon-made-map"):
        if isinstance(fault.node, Mapping):
            yield _finding(page, fault, fault.node)


def _finding(page: Page, fault: v.Fault, node: Mapping) -> Finding:
    key, value = node.entries[0]
    effect = v.effect_of(page, fault)
    message = (
        f"`{dotted(fault.path)}` is a map, not a text, since a colon follows"
        f" `{v.written(page, key)}`{'; ' if effect else ''}{effect}"
    )
    text = page.source.text[node.start : node.end]
    fix = Fix("Put the whole text in quotes")
    if isinstance(value, Scalar) and v.can_edit(value) and "\n" not in text and "#" not in text:
        edit = Edit(node.start, node.end, v.quoted(page, text))
        fix = Fix(f"Write it as a text: `{edit.text}`", (edit,), safe=value.style == "")
    return Finding(v.span_of(node), message, fix, v.severity_of(page, fault))
