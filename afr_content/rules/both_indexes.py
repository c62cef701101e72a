"""An `index.md` and an `_index.md` in one folder.

## What it does
Reports folders with both files in the same language.

## Why it matters
`index.md` makes the folder one page, `_index.md` a list of pages. Hugo shows one of the two: up to
0.152 the list, later the page. A widget page then has no sections.

## Example
<!-- path people/index.md -->
```
---
title: People
type: widget_page
---
```
<!-- path people/_index.md -->
```
---
title: Everybody
---
```
<!-- path people/staff.md -->
```
---
widget: people
weight: 10
content:
  user_groups: [Staff]
---
```

## Use instead
<!-- path people/index.md -->
```
---
title: People
type: widget_page
---
```
<!-- path people/staff.md -->
```
---
widget: people
weight: 10
content:
  user_groups: [Staff]
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.addresses import Role
from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Facts

CODE = "AFR505"
SEVERITY = Severity.ERROR


def check_site(census: Census) -> Iterator[Located]:
    """Every folder with both files."""
    for index in census.pages:
        language, folder, stem = index.place
        branch = census.branch(language, folder) if stem == "index" else None
        if branch and census.role(index) is Role.LEAF:
            yield from _findings(index, branch)


def _findings(index: Facts, branch: Facts) -> Iterator[Located]:
    """One in each file: which of them is one too many only the author knows."""
    for facts, other in ((index, branch), (branch, index)):
        message = (
            f"`{other.path.name}` is in this folder too; Hugo shows one of the two only, up to"
            f" 0.152 `{branch.path.name}`"
        )
        advice = Fix("Remove one of the files")
        yield Located(facts.path, Finding(facts.start, message, advice))
