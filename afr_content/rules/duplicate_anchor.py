"""Sections of one page with the same id.

## What it does
Reports sections of a page that have the same place in its HTML, which is their file's name (their
folder's name for an `index.md`), and blocks of a landing page with the same `id`. It tells, too,
where the id is not the name of the file.

## Why it matters
A menu entry or link to `#news` leads to the first of them; no link leads to the other.

## Example
<!-- path home/index.md -->
```
---
type: widget_page
headless: true
---
```
<!-- path home/news.md -->
```
---
widget: pages
weight: 10
---
```
<!-- path home/archive/news.md -->
```
---
widget: blank
weight: 20
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
<!-- path home/news.md -->
```
---
widget: pages
weight: 10
---
```
<!-- path home/archive/old-news.md -->
```
---
widget: blank
weight: 20
---
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from afr_content.census import Census, WidgetPage
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Facts

CODE = "AFR504"
SEVERITY = Severity.WARNING


def check_site(census: Census) -> Iterator[Located]:
    """The ids of all shown sections, page by page, and of all blocks."""
    for page in census.widget_pages:
        for anchor, sections in _by_anchor(census, page).items():
            for section in sections:
                if len(sections) > 1:
                    yield _same(page, section, sections, anchor)
                elif "index" in section.path.stem and section.place.stem != "index":
                    yield _renamed(section, anchor)
    for facts in census.pages:
        if facts.kind == "landing":
            yield from _blocks(facts)


def _by_anchor(census: Census, page: WidgetPage) -> dict[str, list[Facts]]:
    found = defaultdict(list)
    for section in page.shown:
        found[census.anchor(section)].append(section)
    return found


def _same(page: WidgetPage, section: Facts, sections: list[Facts], anchor: str) -> Located:
    folder = page.page.path.parent
    names = {s.path: f"`{s.path.relative_to(folder).as_posix()}`" for s in sections}
    others = [name for path, name in names.items() if path != section.path]
    has = "has" if len(others) == 1 else "have"
    first = "this one" if section is sections[0] else names[sections[0].path]
    message = f"{' and '.join(others)} {has} the id `{anchor}` too; links to it lead to {first}"
    return Located(section.path, Finding(section.start, message, Fix("Rename one of the files")))


def _renamed(section: Facts, anchor: str) -> Located:
    message = f"The section's id is `{anchor}`: the folder's name takes the place of `index` in it"
    advice = Fix("Rename the file")
    return Located(section.path, Finding(section.start, message, advice, Severity.INFO))


def _blocks(page: Facts) -> Iterator[Located]:
    seen = set()
    for fact in page.all("sections.id"):
        if fact.text and fact.text in seen:
            message = f"A block above has the id `{fact.text}` too; links to it lead there"
            yield Located(page.path, Finding(fact.span, message, Fix("Give the block another id")))
        seen.add(fact.text)
