"""A content file with nothing in it.

## What it does
Reports files that hold no character but blanks. The `_index.md` of a folder may well be empty:
there it is only information.

## Why it matters
Hugo publishes a page without title and text.

## Example
<!-- escaped yes -->
```
\\n
```

## Use instead
```
---
title: News
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.page import Page
from afr_content.source import BOM, Span

CODE = "AFR006"
SEVERITY = Severity.WARNING


def check(page: Page) -> Iterator[Finding]:
    """The file as a whole."""
    if page.source.trouble or page.is_settings or page.source.text.strip().strip(BOM):
        return
    severity = Severity.INFO if page.path.name.startswith("_index.") else None
    advice = "Give it a title between two lines `---`, or delete it"
    yield Finding(Span(0, 0), "The file is empty", Fix(advice), severity)
