"""An `afr: ignore` comment that silences nothing.

## What it does
Reports a name in an `# afr: ignore[...]` comment when the rule finds nothing on that line, or when
no rule has that name.

## Why it matters
A comment that outlived its reason hides the next mistake on its line.

## Example
```
---
title: News
draft: false  # afr: ignore[unreadable-date]
---
```

## Use instead
```
---
title: News
draft: false
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Severity
from afr_content.page import Page

CODE = "AFR901"
SEVERITY = Severity.WARNING


def check(page: Page) -> Iterator[Finding]:
    """Nothing: the linter reports these itself, once all other rules have run."""
    yield from ()
