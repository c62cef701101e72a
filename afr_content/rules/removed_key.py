"""A key that newer Hugos refuse.

## What it does
Reports `_build`, which is called `build` since Hugo 0.145 and stops the build from 0.160 on.

## Why it matters
Hugo stops. Which version builds the site is often decided elsewhere than on your computer.

## Example
<!-- hugo 0.168.0 -->
```
---
title: Hidden
_build:
  list: never
---
```

## Use instead
<!-- hugo 0.168.0 -->
```
---
title: Hidden
build:
  list: never
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import Entry, Mapping, Sequence
from afr_content.page import Page
from afr_content.rules._keys import key_span

CODE = "AFR305"
SEVERITY = Severity.ERROR

RENAMED, REFUSED = (0, 145), (0, 160)
"""The versions of Hugo that know `build`, and those that stop at `_build`."""


def check(page: Page) -> Iterator[Finding]:
    """`_build` of the page, and of the pages below it."""
    builds = tuple(_builds(page.root)) if page.root else ()
    hugo = page.site.hugo if builds else None
    if hugo and hugo < RENAMED:
        return
    stops = hugo is not None and hugo >= REFUSED
    message = "Hugo 0.160 and later stop at `_build`, which is called `build` since 0.145"
    for entry in builds:
        fix = Fix.replace("Write it as `build`", key_span(entry), "build", safe=hugo is not None)
        severity = Severity.ERROR if stops else Severity.INFO
        yield Finding(key_span(entry), message, fix, severity)


def _builds(root: Mapping) -> Iterator[Entry]:
    for entry in root.entries:
        if entry.name.lower() == "_build":
            yield entry
        elif entry.name.lower() == "cascade":
            cascade = entry.value
            for item in cascade.items if isinstance(cascade, Sequence) else (cascade,):
                if isinstance(item, Mapping):
                    yield from (inner for inner in item.entries if inner.name.lower() == "_build")
