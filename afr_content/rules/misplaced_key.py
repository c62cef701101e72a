"""A key that is read, but not where it stands.

## What it does
Reports a key that the theme knows in another place of the same front matter: `columns` outside of
`design`, `css_class` outside of `advanced`.

## Why it matters
Templates look for a key in one place only. Elsewhere it has no effect.

## Example
<!-- path home/news.md -->
```
---
widget: blank
weight: 10
title: News
columns: "1"
---
```

## Use instead
<!-- path home/news.md -->
```
---
widget: blank
weight: 10
title: News
design:
  columns: "1"
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.models.check import UnknownKey
from afr_content.page import Page
from afr_content.rules._keys import dotted, home_of, key_span

CODE = "AFR106"
SEVERITY = Severity.WARNING


def check(page: Page) -> Iterator[Finding]:
    """Unknown keys that have exactly one home elsewhere."""
    for issue in page.issues:
        if isinstance(issue, UnknownKey):
            home = home_of(page, issue)
            if home:
                message = f"`{dotted(issue.path)}` is not read there, expected it as `{home}`"
                yield Finding(key_span(issue.entry), message, Fix(f"Move it to `{home}`"))
