"""Two keys that differ only in capital letters.

## What it does
Reports a key that stands on the same level in another spelling: `Title` and `title`.

## Why it matters
Hugo writes keys in lower case before templates see them, so the two are one. Which of the values
wins is not determined.

## Example
```
---
title: News
Title: News from the lab
---
```

## Use instead
```
---
title: News from the lab
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import Entry
from afr_content.page import Page
from afr_content.rules._keys import folded_mappings, key_span

CODE = "AFR102"
SEVERITY = Severity.ERROR


def check(page: Page) -> Iterator[Finding]:
    """Later spellings of a key; below a list Hugo keeps keys as they are written."""
    for mapping in folded_mappings(page):
        seen: dict[str, Entry] = {}
        for entry in mapping.entries:
            other = seen.setdefault(entry.name.lower(), entry)
            if other.name != entry.name:
                line = page.source.position(other.key.start).line
                message = (
                    f"`{entry.name}` and `{other.name}` (line {line}) are the same key to Hugo; "
                    "which of them counts is chance"
                )
                yield Finding(key_span(entry), message, Fix("Keep one of them"))
