"""`draft` or a date in a section, where it does nothing.

## What it does
Reports `draft`, `date`, `publishDate` and `expiryDate` in a section of a widget page. It is a
warning where the author meant to hide the section by it.

## Why it matters
A section is shown whenever it is `active`: `draft: true` does not hide it.

## Example
<!-- path home/news.md -->
```
---
widget: blank
weight: 10
title: Not yet for everybody
draft: true
---
```

## Use instead
<!-- path home/news.md -->
```
---
widget: blank
weight: 10
title: Not yet for everybody
active: false
---
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from afr_content.dates import read_date
from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import Entry, Mapping, Scalar
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import FOR_PAGES_ONLY, is_block, key_span
from afr_content.source import Edit

CODE = "AFR304"
SEVERITY = Severity.INFO


def check(page: Page) -> Iterator[Finding]:
    """The keys of a section that hide pages and not sections."""
    if not page.is_section or page.root is None:
        return
    for entry in page.root.entries:
        if entry.name.lower() in FOR_PAGES_ONLY:
            hides = _would_hide(entry) and not _is_hidden(page.root)
            message = (
                f"`{entry.name}` has no effect in a section, which is shown whenever it is `active`"
            )
            severity = Severity.WARNING if hides else Severity.INFO
            yield Finding(key_span(entry), message, _fix(page, entry, hides=hides), severity)


def _would_hide(entry: Entry) -> bool:
    """Whether a page would not be shown for it, today."""
    if not isinstance(entry.value, Scalar):
        return False
    name, text = entry.name.lower(), entry.value.text
    if name == "draft":
        return text.lower() in v.SAYS_TRUE
    moment = read_date(text)
    now = datetime.now(UTC)
    return moment is not None and (moment < now if name == "expirydate" else moment > now)


def _is_hidden(root: Mapping) -> bool:
    active = root.find("active")
    return (
        active is not None
        and isinstance(active.value, Scalar)
        and (active.value.text.lower() not in v.SAYS_TRUE | {""})
    )


def _fix(page: Page, entry: Entry, *, hides: bool) -> Fix | None:
    if not hides:
        return None
    root, value = page.root, entry.value
    title = "Write `active: false` to hide the section"
    can_edit = root and is_block(page, root) and not root.find("active") and v.can_edit(value)
    if not can_edit or entry.name.lower() != "draft":
        return Fix(title)
    return Fix(title, (Edit(entry.key.start, value.end, "active: false"),), safe=False)
