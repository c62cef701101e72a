"""A widget that there is not.

## What it does
Reports a `widget` that neither the site's version of the theme nor the site itself has. Widgets of
the site's own are found in `layouts/partials/widgets/`; list those from elsewhere in
`extra-widgets` of the configuration.

## Why it matters
Hugo stops, and does not say which file is at fault.

## Example
<!-- path home/team.md theme 5.3 -->
```
---
widget: poeple
weight: 10
content:
  user_groups: [Staff]
---
```

## Use instead
<!-- path home/team.md theme 5.3 -->
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

from collections.abc import Iterable, Iterator

from afr_content.academic import has_original
from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.models.academic.registry import ACADEMIC_WIDGETS, academic_widget_names
from afr_content.models.registry import WIDGETS, replacement, widget_names
from afr_content.names import is_one_slip, nearest
from afr_content.nodes import Scalar
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import key_span

CODE = "AFR301"
SEVERITY = Severity.ERROR

_IGNORES_CASE = (5, 8)
_INSTEAD = {"markdown": "blank", "features": "featurette", "collection": "pages"}
"""What the newer names were called before 5.8."""


def check(page: Page) -> Iterator[Finding]:
    """The widget of a section."""
    if not page.is_section or page.root is None:
        return
    entry = page.root.find("widget")
    if entry is None:
        yield from _block(page)
    elif isinstance(entry.value, Scalar) and not v.is_empty(entry.value):
        name = page.widget
        if v.depends_on_version(page, entry.value):
            return
        if name not in page.site.widgets and not _is_the_themes(page, name):
            finding = _finding(page, entry.value, name)
            severity = v.in_page(page, finding.severity or SEVERITY)
            yield finding._replace(severity=severity)


def _is_the_themes(page: Page, name: str) -> bool:
    theme = page.site.theme
    if theme is None:
        return name in WIDGETS or name in ACADEMIC_WIDGETS
    if page.site.is_academic:
        return name in academic_widget_names(theme)
    if theme >= _IGNORES_CASE:
        name = name.lower()
    # an alias that lost its filter: `legacy-widget` speaks of it
    return name == "featured" or (name in WIDGETS and theme in WIDGETS[name].versions)


def _finding(page: Page, node: Scalar, name: str) -> Finding:
    theme, entry = page.site.theme, WIDGETS.get(name)
    if page.site.is_academic:
        entry = ACADEMIC_WIDGETS.get(name) or entry
    if entry is None or theme is None:
        return _no_such(page, node, name)
    instead = entry.instead if page.site.is_academic else replacement(name, theme)
    instead = instead or _INSTEAD.get(name, "")
    message = f"The widget `{name}` is there {entry.versions}, the site's theme is {theme}"
    fix = v.rewrite(page, node, instead) if instead else None
    return Finding(v.span_of(node), f"{message}; the build stops", fix)


def _no_such(page: Page, node: Scalar, name: str) -> Finding:
    names = sorted({*_themes_names(page), *page.site.widgets})
    near = nearest(name.strip(), tuple(names))
    span, shown = v.span_of(node), v.written(page, node)
    if near:
        message = f"There is no widget `{shown}`, did you mean `{near}`; the build stops"
        return Finding(span, message, v.rewrite(page, node, near, safe=is_one_slip(name, near)))
    if page.site.is_academic and not (page.site.has_vendored_theme or has_original(page.site.root)):
        # many of these sites have a theme of their own making elsewhere
        message = f"The widget `{shown}` is neither one of Academic's nor of this site's"
        return Finding(span, message, severity=Severity.INFO)
    known = ", ".join(f"`{known}`" for known in names)
    return Finding(
        span, f"There is no widget `{shown}`; the build stops", Fix(f"There are {known}")
    )


def _themes_names(page: Page) -> Iterable[str]:
    theme = page.site.theme
    return academic_widget_names(theme) if page.site.is_academic else widget_names(theme)


def _block(page: Page) -> Iterator[Finding]:
    """The key of landing pages in a section's file."""
    entry = page.root.find("block") if page.root else None
    if entry and isinstance(entry.value, Scalar) and not v.is_empty(entry.value):
        message = (
            "Expected `widget`, found `block`, which is for landing pages; the section is shown as"
            " a `blank` one"
        )
        fix = Fix.replace("Write it as `widget`", key_span(entry), "widget", safe=False)
        yield Finding(key_span(entry), message, fix, Severity.WARNING)
