"""A widget's name that is on its way out.

## What it does
Reports names that still work and are gone, or mean something else, in later versions of the theme.

## Why it matters
With theme 5.8 `custom` and `projects` stop the build, and `featured` shows all pages, not only the
featured ones.

## Example
<!-- path home/intro.md theme 5.3 -->
```
---
widget: custom
weight: 10
title: Welcome
---
```

## Use instead
<!-- path home/intro.md theme 5.3 -->
```
---
widget: blank
weight: 10
title: Welcome
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.models.registry import WIDGETS, replacement
from afr_content.nodes import Scalar
from afr_content.page import Page
from afr_content.rules import _values as v

CODE = "AFR302"
SEVERITY = Severity.INFO


def check(page: Page) -> Iterator[Finding]:
    """Names that work with the site's theme, and not with a later one."""
    entry = page.root.find("widget") if page.is_section and page.root else None
    known = WIDGETS.get(page.widget)
    if entry is None or known is None or not known.instead or not isinstance(entry.value, Scalar):
        return
    if page.site.is_academic or page.has_own_template:
        return
    theme, node = page.site.theme, entry.value
    if theme in known.versions:
        yield _leaving(page, node)
    elif page.widget == "featured" and not _has_filter(page):
        message = (
            f"With theme {theme} the widget `featured` shows all pages, not only the featured ones"
        )
        advice = Fix("Write it as `collection`, and `featured_only: true` in `content.filters`")
        yield Finding(v.span_of(node), message, advice, Severity.WARNING)


def _leaving(page: Page, node: Scalar) -> Finding:
    theme = page.site.theme
    instead = replacement(page.widget, theme)
    message = f"The widget `{page.widget}` is there {WIDGETS[page.widget].versions} only"
    fix = v.rewrite(page, node, instead) if instead else None
    return Finding(v.span_of(node), message, fix)


def _has_filter(page: Page) -> bool:
    return v.at(page, "content", "filters", "featured_only") is not None
