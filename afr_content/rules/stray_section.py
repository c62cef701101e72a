"""A section that no widget page shows.

## What it does
Reports files that are sections (they say `widget:`) in a folder whose page shows no sections, or
has no page at all.

## Why it matters
Only the page `index.md` of `type: widget_page` shows the files beside it. Any other section becomes
a page of its own, with its text and without what its widget shows.

## Example
<!-- path people/staff.md -->
```
---
title: Staff
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
title: Staff
widget: people
weight: 10
content:
  user_groups: [Staff]
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Facts
from afr_content.rules._sections import page_to_mend, prints_resources, start_instead

CODE = "AFR502"
SEVERITY = Severity.ERROR


def check_site(census: Census) -> Iterator[Located]:
    """Every section that no page holds; where the page is the mistake, its own rule speaks."""
    site = census.site
    if site.is_academic or prints_resources(site.root):
        return
    for section in census.pages:
        is_held = not section.is_section or census.page_of(section)
        if not is_held and page_to_mend(census, section) is None:
            yield Located(section.path, _finding(census, section))


def _finding(census: Census, section: Facts) -> Finding:
    fact = section.get("widget")
    message, advice = _explained(census, section)
    severity = Severity.WARNING if _is_left_over(census, section) else SEVERITY
    return Finding(fact.span if fact else section.start, message, Fix(advice), severity)


def _is_left_over(census: Census, section: Facts) -> bool:
    """Whether the start page is made of other sections by now."""
    place = section.place
    return place.section == "home" and start_instead(census, place.language) is not None


def _explained(census: Census, section: Facts) -> tuple[str, str]:
    """What is wrong with the place, and what to do."""
    language, folder, _ = section.place
    where = f"`{section.path.parent.relative_to(census.site.root).as_posix()}/`"
    move = "Move the section to the folder of a widget page"
    if index := census.bundle(section):
        kind = index.text("type") or index.kind
        message = f"The page in {where} is a `{kind}`, which has no sections; this one is not shown"
    elif census.branch(language, folder):
        message = f"{where} is a list of pages (`_index.md`); this section becomes one of them"
    else:
        message = f"There is no `index.md` in {where}; no page shows this section"
        files = census.by_folder[language, folder]
        is_page = all(facts.is_section for facts in files)
        return message, "Add an `index.md` of `type: widget_page`" if is_page else move
    return message, move
