"""A number where a date is meant.

## What it does
Reports dates that YAML reads as whole numbers: `2021`, `20210930`.

## Why it matters
Hugo takes a number as the seconds since the beginning of 1970: the page is from the year 1970.

## Example
```
---
title: News
date: 20210930
---
```

## Use instead
```
---
title: News
date: 2021-09-30
---
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from afr_content.dates import repair
from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._dates import DateAt, dates

CODE = "AFR206"
SEVERITY = Severity.WARNING

_FIRST_LIKELY = 10**8
"""From here on (the year 1973) a number may well be meant as seconds since 1970."""


def check(page: Page) -> Iterator[Finding]:
    """Whole numbers for dates."""
    for date in dates(page):
        found = date.found
        if isinstance(found, int) and not isinstance(found, bool) and found < _FIRST_LIKELY:
            yield _finding(page, date, found)


def _finding(page: Page, date: DateAt, seconds: int) -> Finding:
    read = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=max(seconds, -(10**9)))
    message = (
        f"`{date.name}` is the number `{v.written(page, date.scalar)}`, which Hugo takes as seconds"
        f" since 1970: {read:%Y-%m-%d}"
    )
    repaired = repair(date.scalar.text)
    fix = Fix("Write the date as `2021-09-30`")
    if repaired:
        fix = v.put(date.scalar, repaired.text, safe=repaired.sure)
    return Finding(v.span_of(date.scalar), message, fix)
