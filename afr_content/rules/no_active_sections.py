"""A widget page without a section that is shown.

## What it does
Reports widget pages, and the start page, that have no section, or whose sections are all hidden,
and landing pages without a block.

## Why it matters
The page is there and empty: a widget page shows its sections and nothing else, a landing page its
blocks.

## Example
<!-- path tour/index.md -->
```
---
title: Tour
type: widget_page
---
```
<!-- path tour/intro.md -->
```
---
widget: blank
weight: 10
active: false
---
Welcome to the lab.
```

## Use instead
<!-- path tour/index.md -->
```
---
title: Tour
type: widget_page
---
```
<!-- path tour/intro.md -->
```
---
widget: blank
weight: 10
active: true
---
Welcome to the lab.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from afr_content.addresses import Role
from afr_content.census import Census, WidgetPage
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import key_span
from afr_content.rules._references import own_layouts
from afr_content.rules._sections import HAS_LANDING, start_instead

CODE = "AFR503"
SEVERITY = Severity.WARNING

_OTHER_SECTIONS = frozenset(
    {".html", ".htm", ".org", ".rst", ".adoc", ".Rmd", ".markdown", ".mmark"}
)
"""What Hugo takes for a section as well, and nobody has read."""


def check(page: Page) -> Iterator[Finding]:
    """Landing pages."""
    root, site = page.root, page.site
    if root is None or page.kind != "landing" or site.has_other_theme or _has_landing(site.root):
        return
    sections, type_ = root.find("sections"), root.find("type")
    if type_ is None or not page.site.theme or page.site.theme < HAS_LANDING:
        return
    is_list = page.place.stem == "_index" and page.place.folder
    if (sections is None and not is_list) or (sections and v.is_empty(sections.value)):
        message = "There is no block in `sections`; the page is empty"
        span = key_span(sections or type_)
        yield Finding(span, message, Fix("Add a block, or take the page away"))
    elif page.blocks and all(block.is_demo for block in page.blocks):
        message = "All blocks are shown in the theme's demo only (`demo: true`); the page is empty"
        yield Finding(page.blocks[0].span, message, Fix("Take `demo` out of one of them"))


def _has_landing(root: Path) -> bool:
    """Whether landing pages of the site may show something else."""
    return any("landing" in layout or layout == "index.html" for layout in own_layouts(root))


def check_site(census: Census) -> Iterator[Located]:
    """Every widget page that is built."""
    if _has_own_template(census):
        return
    for page in census.widget_pages:
        if not page.shown and _is_there(census, page) and not _has_others(page):
            yield Located(page.page.path, _finding(page))


def _has_own_template(census: Census) -> bool:
    """Whether widget pages of the site may show something else."""
    return any("widget_page" in layout for layout in own_layouts(census.site.root))


def _is_there(census: Census, page: WidgetPage) -> bool:
    """Whether visitors see the page: a start page made of blocks takes the place of `home`."""
    if page.page.kind != "home":
        return page.page.path not in census.unbuilt and census.role(page.page) is Role.LEAF
    language = page.page.place.language
    return not page.page.says("draft", True) and start_instead(census, language) is None


def _has_others(page: WidgetPage) -> bool:
    return any(file.suffix in _OTHER_SECTIONS for file in page.page.path.parent.rglob("*.*"))


def _finding(page: WidgetPage) -> Finding:
    fact = page.page.get("type")
    count = len(page.sections)
    hidden = "The only section is" if count == 1 else f"All {count} sections are"
    what = f"{hidden} hidden" if count else "There is no section in the folder"
    advice = "Show one with `active: true`" if count else "Add a section, or take the page away"
    message = f"{what}; the page is empty"
    return Finding(fact.span if fact else page.page.start, message, Fix(advice))
