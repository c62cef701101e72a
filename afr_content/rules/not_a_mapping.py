"""Front matter that has no keys.

## What it does
Reports front matter that is a list or a bare text instead of `key: value` lines.

## Why it matters
Hugo stops: it needs keys.

## Example
```
---
News from the lab
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
from afr_content.nodes import Sequence
from afr_content.page import Page
from afr_content.source import Span

CODE = "AFR005"
SEVERITY = Severity.ERROR


def check(page: Page) -> Iterator[Finding]:
    """The front matter as a whole."""
    root, fences = page.document.root, page.document.fences
    if root is None or page.root is not None or fences is None:
        return
    from afr_content.explain import explain_bare_text

    explained = explain_bare_text(page.source.text, fences.matter)
    if explained and fences.format == "yaml":
        yield explained
        return
    found = "a list" if isinstance(root, Sequence) else "a text"
    line_end = page.source.text.find("\n", root.start, root.end)
    span = Span(root.start, root.end if line_end < 0 else line_end)
    advice = "Write each line as `key: value`, with a blank behind the colon"
    what = "Settings" if page.is_settings else "Front matter"
    yield Finding(span, f"{what} must be `key: value` lines, found {found}", Fix(advice))
