"""A key that is read, but not where it stands.

## What it does
Reports a key that the theme knows in another place of the same front matter: `columns` outside of
`design`, `css_class` outside of `advanced`. Also what blocks of landing pages have below
`content` and sections elsewhere, such as `content.text`.

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
from afr_content.rules._keys import (
    THE_BODY,
    dotted,
    home_of,
    key_span,
    landing_home,
    landing_homes,
)

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
            yield from _landing(page, issue)


def _landing(page: Page, issue: UnknownKey) -> Iterator[Finding]:
    """Keys of landing pages' blocks in a section's file."""
    home = landing_home(page, issue)
    pairs = [(issue.entry, home)] if home else list(landing_homes(page, issue))
    for entry, place in pairs:
        where = place if place == THE_BODY else f"`{place}`"
        message = f"`content.{entry.name}` is for landing pages, expected it as {where}"
        yield Finding(key_span(entry), message, Fix(f"Move it to {where}"))
