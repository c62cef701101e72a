"""A file that is not UTF-8.

## What it does
Reports the first byte that is not part of a UTF-8 text.

## Why it matters
Hugo reads UTF-8 only. In front matter, Hugo up to 0.151 stops the build; later versions, and the
body in all versions, show the reader a replacement character where a letter was meant.

## Example
<!-- escaped yes -->
```
---
title: Caf\\udce9
---
```

## Use instead
```
---
title: Café
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.page import Page
from afr_content.source import Span

CODE = "AFR002"
SEVERITY = Severity.ERROR

_NOT_UTF_8 = re.compile(r"[\udc80-\udcff]")


def check(page: Page) -> Iterator[Finding]:
    """The first bad byte: the others have the same cause."""
    match = _NOT_UTF_8.search(page.source.text)
    if match is None or "\0" in page.source.text[:4096]:
        return
    byte = ord(match[0]) - 0xDC00
    message = f"The file is not UTF-8: found the byte 0x{byte:02X}"
    yield Finding(Span(*match.span()), message, Fix("Save the file as UTF-8 in your editor"))
