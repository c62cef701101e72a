"""A date that Hugo cannot read.

## What it does
Reports dates that neither Hugo nor the theme's templates can read. Write `2021-09-30`, or
`2021-09-30T14:00:00Z` with a time.

## Why it matters
Hugo before 0.147 takes the page as of the year 1, so that it stands at the end of every list; later
ones stop. The dates of jobs and awards stop every Hugo.

## Example
```
---
title: News
date: 2021-9-30
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

from afr_content.dates import impossible_day, read_date, repair
from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._dates import DateAt, dates

CODE = "AFR205"
SEVERITY = Severity.ERROR

_STOPS_SINCE = (0, 147)
NOT_OVER = frozenset("present now today ongoing current currently".split())
"""Words for an end that has not come."""


def check(page: Page) -> Iterator[Finding]:
    """Texts that are no dates, and what is no text at all."""
    for date in dates(page):
        if isinstance(date.found, str):
            if not read_date(date.found):
                yield _finding(page, date, date.found)
        elif isinstance(date.found, bool | float):
            yield _not_a_text(page, date)


def _finding(page: Page, date: DateAt, text: str) -> Finding:
    why = impossible_day(text)
    shown = f"`{v.written(page, date.scalar)}`{f' ({why})' if why else ''}"
    message = f"Hugo cannot read the date {shown} in `{date.name}`; {_effect(page, date)}"
    severity = v.in_page(page, SEVERITY)
    return Finding(v.span_of(date.scalar), message, _fix(page, date, text), severity)


def _not_a_text(page: Page, date: DateAt) -> Finding:
    found = v.described(page, date.scalar, date.found)
    message = f"Expected a date for `{date.name}`, found {found}; {_effect(page, date)}"
    old = page.site.hugo is not None and page.site.hugo < _STOPS_SINCE
    severity = Severity.INFO if date.by_hugo and old and date.found is True else Severity.ERROR
    return Finding(v.span_of(date.scalar), message, severity=v.in_page(page, severity))


def _effect(page: Page, date: DateAt) -> str:
    hugo = page.site.hugo
    if not date.by_hugo or (hugo and hugo >= _STOPS_SINCE):
        return "the build stops"
    nothing = "the page has no date" if date.name.lower() == "date" else "it is not set"
    return nothing if hugo else f"{nothing} with Hugo before 0.147, and later the build stops"


def _fix(page: Page, date: DateAt, text: str) -> Fix:
    repaired = repair(text)
    if repaired:
        return v.rewrite(page, date.scalar, repaired.text, safe=repaired.sure)
    if date.name.endswith("date_end") and text.strip().lower() in NOT_OVER:
        return v.put(date.scalar, '""')
    return Fix("Write the date as `2021-09-30`, year first")
