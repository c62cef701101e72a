"""Sections of one page with the same id.

## What it does
Reports sections of a page that have the same place in its HTML, which is their file's name (their
folder's name for an `index.md`), and blocks of a landing page with the same `id` (`section-` and
the block's name where none is given). It tells, too, where the id is not the name of the file.

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
from afr_content.landing import Block

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
        yield from (Located(facts.path, finding) for finding in _blocks(facts))


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


def _blocks(page: Facts) -> Iterator[Finding]:
    """Blocks with the id of another above them; those without one are called by their kind."""
    first: dict[str, Block] = {}
    for block in page.blocks:
        other = first.get(block.anchor) if not block.is_demo else None
        if other:
            yield _same_as(page, block, other)
        elif not block.is_demo:
            first[block.anchor] = block


def _same_as(page: Facts, block: Block, other: Block) -> Finding:
    """Nobody may want to link to one that is called by its kind: that is worth knowing only."""
    key = "sections.id" if block.id else "sections.block"
    written = [fact for fact in page.all(key) if fact.item == block.item]
    span = written[-1].span if written else block.span
    severity = None if block.id or other.id else Severity.INFO
    message = f"`{other}` has the id `{block.anchor}` too; links to it lead there"
    advice = "Give the block another id" if block.id else "Give the block an `id` of its own"
    return Finding(span, message, Fix(advice), severity)
