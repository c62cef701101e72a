"""The number 1 or 2 for `columns`, which must be a text.

## What it does
Reports `columns: 1` and `columns: 2` without quotes.

## Why it matters
Templates compare with the text `"1"`. A number never equals it, so the section gets two columns,
and with the number 2 the second one slips below the first.

## Example
<!-- path home/news.md -->
```
---
widget: blank
weight: 10
design:
  columns: 1
---
```

## Use instead
<!-- path home/news.md -->
```
---
widget: blank
weight: 10
design:
  columns: "1"
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Severity
from afr_content.nodes import Sequence
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._blocks import parts

CODE = "AFR203"
SEVERITY = Severity.WARNING


def check(page: Page) -> Iterator[Finding]:
    """Numbers, and lists of one, for `columns`."""
    for fault in v.faults(page, "columns-not-string"):
        found = fault.found
        if isinstance(fault.node, Sequence) and isinstance(found, list) and len(found) == 1:
            found = found[0]
        text = v.plain_text(found)
        fix = v.put(fault.node, v.quoted(page, text)) if text in ("1", "2") else None
        severity = Severity.INFO if _is_as_meant(page, fault) else None
        yield Finding(v.span_of(fault.node), v.message(page, fault), fix, severity)


def _is_as_meant(page: Page, fault: v.Fault) -> bool:
    """Whether a plain text gets its two columns after all: for it, all is two but `"1"`."""
    return fault.found == 2 and any(
        (entry := part.at("design", "columns")) and entry.value.start == fault.node.start
        for part in parts(page)
        if part.name in _PLAIN
    )


_PLAIN = frozenset({"", "blank", "custom", "markdown"})
