"""Sections of one page with the same weight.

## What it does
Reports the weights of sections that another section of the same page has too.

## Why it matters
Nobody chose the order of such sections: Hugo puts the one with the later date first, then goes by
title. A new title moves a section.

## Example
<!-- path home/index.md -->
```
---
type: widget_page
headless: true
---
```
<!-- path home/hero.md -->
```
---
widget: hero
weight: 10
title: Welcome
---
```
<!-- path home/news.md -->
```
---
widget: blank
weight: 10
title: News
---
```

## Use instead
<!-- path home/index.md -->
```
---
type: widget_page
headless: true
---
```
<!-- path home/hero.md -->
```
---
widget: hero
weight: 10
title: Welcome
---
```
<!-- path home/news.md -->
```
---
widget: blank
weight: 20
title: News
---
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from afr_content.census import Census, WidgetPage, weight_in
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Facts

CODE = "AFR501"
SEVERITY = Severity.WARNING


def check_site(census: Census) -> Iterator[Located]:
    """The weights of all shown sections, page by page; 0 is `weight-zero`'s."""
    for page in census.widget_pages:
        for weight, sections in _by_weight(page).items():
            if len(sections) > 1 and weight:
                for section in sections:
                    yield _finding(page, section, sections, weight)


def _by_weight(page: WidgetPage) -> dict[int, list[Facts]]:
    found = defaultdict(list)
    for section in page.shown:
        found[weight_in(section)].append(section)
    return found


def _finding(page: WidgetPage, section: Facts, sections: list[Facts], weight: int) -> Located:
    others = [f"`{other.path.name}`" for other in sections if other is not section]
    fact = section.get("weight")
    title = f"Write another weight; the page has {_weights(page)}"
    who = f"{' and '.join(others)} {'has' if len(others) == 1 else 'have'}"
    message = f"{who} the weight {weight} too; their order is that of dates and titles"
    return Located(section.path, Finding(fact.span if fact else section.start, message, Fix(title)))


def _weights(page: WidgetPage) -> str:
    return ", ".join(map(str, sorted({weight_in(section) for section in page.shown})))
