"""A page that Hugo does not build although others lead to it.

## What it does
Reports `draft`, a date to come, an expired one, and whatever else keeps a page from being built,
and names the menus and pages that lead there. Where nothing does, it is worth knowing only.

## Why it matters
The build succeeds; whoever follows the menu or the link gets an error page.

## Example
<!-- path post/new-track/index.md -->
```
---
title: A new track
date: 2021-05-06
draft: true
---
```
<!-- path config/_default/menus.yaml -->
```
main:
  - name: New track
    url: /post/new-track/
    weight: 10
```

## Use instead
<!-- path post/new-track/index.md -->
```
---
title: A new track
date: 2021-05-06
---
```
<!-- path config/_default/menus.yaml -->
```
main:
  - name: New track
    url: /post/new-track/
    weight: 10
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.building import Obstacle
from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Facts
from afr_content.inbound import Inbound

CODE = "AFR506"
SEVERITY = Severity.WARNING

_ON_PURPOSE = ("headless", "_build.render", "build.render")
_TAKES_ALL_BELOW = (0, 123)


def check_site(census: Census) -> Iterator[Located]:
    """Every page that is not built; `sections-not-shown` speaks of widget pages that cannot be."""
    pages = [census.by_path[path] for path in census.unbuilt]
    inbound = Inbound(census, pages)
    for facts in pages:
        found = census.unbuilt[facts.path]
        if not _is_spoken_of(facts, found):
            finding = _finding(census, inbound, facts, found)
            if finding:
                yield Located(facts.path, finding)


def _is_spoken_of(facts: Facts, found: Obstacle) -> bool:
    """Whether `sections-not-shown` or `unreadable-date` reports the same value."""
    if found.fact.key == "published" and found.reason == "is a draft":
        return True
    if facts.kind == "home":
        return found.fact.key in ("headless", "draft")
    return facts.kind == "widget_page" and found.fact.key == "headless"


def _finding(census: Census, inbound: Inbound, facts: Facts, found: Obstacle) -> Finding | None:
    advice = Fix(found.advice)
    if facts.kind == "home":
        message = f"The page {found.reason}; Hugo does not build it, and the start page is empty"
        return Finding(found.fact.span, message, advice, Severity.ERROR)
    message = f"The page {found.reason}; Hugo does not build it{_with_it(census, facts)}"
    referrers = inbound.to(facts)
    if referrers:
        first, more = referrers[0], len(referrers) - 1
        where = f"`{first.path.relative_to(census.site.root).as_posix()}`"
        others = f" and {more} other{'s'[: more > 1]}" if more else ""
        leads = f"{where} (line {inbound.line(first)}){others} lead{'s'[more > 0 :]} to it"
        return Finding(found.fact.span, f"{message}, and {leads}", advice)
    if found.fact.key in _ON_PURPOSE:
        return None
    return Finding(found.fact.span, message, advice, Severity.INFO)


def _with_it(census: Census, facts: Facts) -> str:
    """Hugo up to 0.122 leaves out all that is below a list that it does not build."""
    place = facts.place
    if place.stem != "_index":
        return ""
    hugo = census.site.hugo
    if hugo is None or hugo >= _TAKES_ALL_BELOW:
        return ""
    below = any(other.place.folder.startswith(f"{place.folder}/") for other in census.pages)
    return ", nor any page below it" if below else ""
