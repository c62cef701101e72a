"""A section that no widget page shows.

## What it does
Reports files that are sections (they say `widget:`) in a folder whose page shows no sections, or
has no page at all.

## Why it matters
Only the page `index.md` of `type: widget_page` shows the files beside it. Any other section becomes
a page of its own, with its text and without what its widget shows. Those that a landing page has
left behind are told once for each folder.

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

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Facts
from afr_content.inbound import Inbound
from afr_content.rules._sections import (
    has_widget_pages,
    page_to_mend,
    prints_resources,
    start_instead,
)

CODE = "AFR502"
SEVERITY = Severity.ERROR


def check_site(census: Census) -> Iterator[Located]:
    """Every section that no page holds; where the page is the mistake, its own rule speaks."""
    site = census.site
    if not has_widget_pages(census) or prints_resources(site.root):
        return
    left_over: dict[Path, list[Facts]] = defaultdict(list)
    stray = [facts for facts in census.pages if facts.is_section and not census.page_of(facts)]
    inbound = Inbound(census, filter(_is_a_text, stray))
    for section in stray:
        is_page = _is_a_text(section) and inbound.to(section)
        if not is_page and page_to_mend(census, section) is None:
            if _is_left_over(census, section) or _is_beside_blocks(census, section):
                left_over[section.path.parent].append(section)
            else:
                yield Located(section.path, _finding(census, section))
    yield from (_of_old(census, sections) for sections in left_over.values())


def _is_a_text(section: Facts) -> bool:
    """Whether all that a section shows is its text: as a page of its own, it shows that too."""
    return section.widget.lower() in _TEXTS


_TEXTS = frozenset({"blank", "custom", "markdown"})


def _finding(census: Census, section: Facts) -> Finding:
    fact = section.get("widget")
    message, advice = _explained(census, section)
    return Finding(fact.span if fact else section.start, message, Fix(advice))


def _of_old(census: Census, sections: list[Facts]) -> Located:
    """The sections of a page that is made of blocks by now: told once for the folder."""
    first, more = sections[0], len(sections) - 1
    fact = first.get("widget")
    page = census.bundle(first) or start_instead(census, first.place.language)
    whose = f"`{page.path.relative_to(census.site.root).as_posix()}`" if page else "The page"
    type_ = page.text("type") if page else "landing"
    others = f", nor {'the other one' if more == 1 else f'the {more} others'} here" if more else ""
    message = f"{whose} is of `type: {type_}`, which shows no files; this one is not shown{others}"
    advice = Fix("Make it a block there, or remove the file")
    severity = Severity.WARNING if _is_left_over(census, first) else SEVERITY
    span = fact.span if fact else first.start
    return Located(first.path, Finding(span, message, advice, severity))


def _is_beside_blocks(census: Census, section: Facts) -> bool:
    """Whether the page of its folder is a landing page."""
    index = census.bundle(section)
    return index is not None and index.kind == "landing"


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
