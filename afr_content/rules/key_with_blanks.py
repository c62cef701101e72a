"""A sentence where a key should be.

## What it does
Reports a key with blanks in it.

## Why it matters
No template reads such a key. It is nearly always the rest of a text that lost its quotes or its
indentation, and that text is missing on the page.

## Example
```
---
title: News
summary: Two things are new.
The first one: a colon makes this line a key.
---
```

## Use instead
```
---
title: News
summary: >-
  Two things are new.
  The first one: a colon makes this line a key.
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.models.check import UnknownKey
from afr_content.nodes import Scalar
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import key_span

CODE = "AFR104"
SEVERITY = Severity.WARNING


def check(page: Page) -> Iterator[Finding]:
    """Unquoted keys with a blank between two words."""
    accidents = {id(fault.node) for fault in v.faults(page, "colon-made-map")}
    unknown = {id(i.entry) for i in page.issues if isinstance(i, UnknownKey)}
    for mapping in page.mappings:
        if id(mapping) in accidents:
            continue  # a map where a text is meant
        for entry in mapping.entries:
            if page.is_settings and id(entry) not in unknown:
                continue  # a map of the site's own: its keys may be any words
            key = entry.key
            if isinstance(key, Scalar) and key.style == "" and " " in key.text.strip():
                shown = key.text if len(key.text) <= 60 else key.text[:57] + "…"
                message = f"`{shown}` is read as a key, since a colon follows it; nothing shows it"
                advice = "Put the whole text in quotes, or indent it below the key it belongs to"
                yield Finding(key_span(entry), message, Fix(advice))
