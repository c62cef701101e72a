"""A file that cannot be read.

## What it does
Reports files and folders that cannot be opened: no permission, a link that leads nowhere, a device,
or a file that is not text at all.

## Why it matters
Hugo stops at such a file, or builds the site without it. All other files are still checked.

## Example
<!-- trouble Permission-denied -->
```
---
title: News
---
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
from afr_content.source import Span

CODE = "AFR001"
SEVERITY = Severity.ERROR


def check(page: Page) -> Iterator[Finding]:
    """What the operating system said, or that the file is binary."""
    source = page.source
    if source.trouble:
        advice = "Check that the file is there and that you may read it"
        yield Finding(Span(0, 0), f"The file cannot be read: {source.trouble}", Fix(advice))
    elif "\0" in source.text[:4096]:
        offset = source.text.index("\0")
        message = "This is no text file: it holds a NUL byte"
        advice = "Save it as UTF-8 text, or give it another ending than `.md`"
        yield Finding(Span(offset, offset + 1), message, Fix(advice))
