"""A key without which a template fails or shows nothing.

## What it does
Reports what a widget or an item of it cannot do without: the `author` of an about widget, the
`date_start` of a job. Of pages, it reports what a template of the site's own cannot do without
where a section shows them: a list whose length it takes, for one.

## Why it matters
Hugo stops, mostly without naming the file, or the section stays empty.

## Example
<!-- path home/me.md -->
```
---
widget: about
weight: 10
title: About me
---
```

## Use instead
<!-- path home/me.md -->
```
---
widget: about
weight: 10
title: About me
author: admin
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.models.check import MissingKey, UnknownKey
from afr_content.needs import lacks
from afr_content.nodes import Mapping
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import dotted, in_block, key_span, near_key
from afr_content.source import Span

CODE = "AFR209"
SEVERITY = Severity.ERROR


def check(page: Page) -> Iterator[Finding]:
    """Every required key that is not there, or says nothing."""
    slips = {
        (*issue.path[:-1], near_key(page, issue))
        for issue in page.issues
        if isinstance(issue, UnknownKey)
    }
    for issue in page.issues:
        if isinstance(issue, MissingKey) and issue.path not in slips:  # `unknown-key` speaks
            missing = issue.key.facts.missing
            effect = f"; {missing.text}" if missing.text else ""
            message = f"{_whose(page, issue)} has no `{dotted(issue.path)}`{effect}"
            fix = Fix(f"Add `{issue.key.name}`: {_description(issue)}")
            severity = v.in_page(page, v.SEVERITIES[missing.effect])
            yield Finding(_span(page, issue), message, fix, severity)


def check_site(census: Census) -> Iterator[Located]:
    """Every page without what the site's own template of a section needs to show it."""
    for page, key, section in lacks(census):
        there = page.get(key)
        folder = section.place.folder
        message = (
            f"The page has no `{key}`, which the `{section.widget}` section"
            f" `{folder}/{section.path.name}` needs to show it; the build stops"
        )
        finding = Finding(there.span if there else page.start, message, Fix(f"Add `{key}`"))
        yield Located(page.path, finding)


def _whose(page: Page, issue: MissingKey) -> str:
    if in_block(issue.path):
        return "The block"
    return f"The `{page.widget or 'blank'}` section" if page.is_section else "The page"


def _description(issue: MissingKey) -> str:
    text = (issue.key.field.description or "").rstrip(".")
    return text[:1].lower() + text[1:]


def _span(page: Page, issue: MissingKey) -> Span:
    """The key whose map lacks it: the first one of an item, the widget's name of a section."""
    parent = issue.parent
    if not isinstance(parent, Mapping):
        return v.span_of(parent)
    if parent == page.root:
        widget = parent.find("widget")
        return key_span(widget or parent.entries[0]) if parent.entries else v.span_of(parent)
    return key_span(parent.entries[0]) if parent.entries else v.span_of(parent)
