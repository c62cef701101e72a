"""Something that ends before it starts.

## What it does
Reports a `date_end` before the `date` of an event, and before the `date_start` of a job or an
award.

## Why it matters
Nothing complains; visitors read a time that cannot be.

## Example
<!-- path event/open-day/index.md -->
```
---
title: Open day
date: 2024-05-06T10:00:00Z
date_end: 2024-05-05T17:00:00Z
---
```

## Use instead
<!-- path event/open-day/index.md -->
```
---
title: Open day
date: 2024-05-06T10:00:00Z
date_end: 2024-05-06T17:00:00Z
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from afr_content.dates import read_date
from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.models.check import Path
from afr_content.page import Page
from afr_content.rules._dates import DateAt, dates
from afr_content.source import Span

CODE = "AFR507"
SEVERITY = Severity.WARNING

_A_DAY = timedelta(days=1)
_ZONE = re.compile(r"(?:Z|[-+]\d\d:?\d\d)$")


def check(page: Page) -> Iterator[Finding]:
    """The dates of an event, of jobs and of awards."""
    found = {date.path: date for date in dates(page)}
    for path, end in found.items():
        if end.name.lower().endswith("date_end"):
            start = found.get(_start_of(path, found))
            if start and _is_before(end, start):
                yield _finding(start, end)


def _start_of(path: Path, found: dict[Path, DateAt]) -> Path:
    """Where the start of what ends there is written."""
    if len(path) > 1:
        return (*path[:-1], "date_start")
    return next((other for other, date in found.items() if date.name.lower() == "date"), ())


def _is_before(end: DateAt, start: DateAt) -> bool:
    """Whether one date is before another; a day without a time, or a time zone, has some room."""
    one, other = read_date(str(end.found)), read_date(str(start.found))
    if one is None or other is None:
        return False
    is_exact = _form(end) == _form(start)
    return one < other if is_exact else one + _A_DAY <= other


def _form(date: DateAt) -> tuple[bool, bool]:
    """Whether a date has a time of day, and a time zone."""
    text = date.scalar.text
    return ":" in text, _ZONE.search(text) is not None


def _finding(start: DateAt, end: DateAt) -> Finding:
    span = Span(end.scalar.start, end.scalar.end)
    first = start.name.rpartition(".")[2]
    message = f"`date_end` {end.scalar.text} is before `{first}` {start.scalar.text}"
    return Finding(span, message, Fix(f"Write a date that is not before `{first}`"))
