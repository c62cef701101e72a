"""A key that this version of the theme does not read.

## What it does
Reports keys that some version of the theme reads and the site's version does not, and keys that are
in many starters although nothing reads them.

## Why it matters
The key has no effect. After an upgrade, a text or an image that used to be shown may be gone; that
is a warning where a widget's content, or the image above a title, stands in such a key. A block of
a landing page is shown even if it says `active: false`.

## Example
<!-- path home/about.md theme 5.3 -->
```
---
widget: blank
headless: true
weight: 10
title: About us
---
```

## Use instead
<!-- path home/about.md theme 5.3 -->
```
---
widget: blank
weight: 10
title: About us
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.models.check import UnreadKey
from afr_content.nodes import Mapping, Scalar, Sequence
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import FOR_PAGES_ONLY, dotted, in_block, key_span
from afr_content.source import Edit
from afr_content.theme import ThemeVersion

CODE = "AFR105"
SEVERITY = Severity.INFO


def check(page: Page) -> Iterator[Finding]:
    """Keys that have no effect here; content that is lost is a warning."""
    for issue in page.issues:
        if not isinstance(issue, UnreadKey):
            continue
        if page.is_section and str(issue.path[-1]).lower() in FOR_PAGES_ONLY:
            continue  # `no-effect-in-section` says more
        facts, theme = issue.key.facts, page.site.theme
        reason = facts.unread or f"it is read {facts.versions}, the site has {theme}"
        message = f"`{dotted(issue.path)}` has no effect: {reason}"
        fix = _demo(page, issue) if _would_hide(issue) else None
        yield Finding(key_span(issue.entry), message, fix, _severity(page, issue))


def _severity(page: Page, issue: UnreadKey) -> Severity:
    value = issue.entry.value
    has_content = (
        bool(value.text) if isinstance(value, Scalar)
        else bool(value.items) if isinstance(value, Sequence)
        else isinstance(value, Mapping) and bool(value.entries)
    )  # fmt: skip
    block = in_block(issue.path)
    lost = (page.is_section or block) and has_content and not issue.key.facts.unread
    lost = lost or (has_content and _is_said_elsewhere(issue)) or _would_hide(issue)
    lost = lost or (issue.path == ("design", "padding") and _has_lost_spacing(page))
    lost = lost or (issue.path in _BANNERS and _names_image(page, issue.path[0]))
    return Severity.WARNING if lost else Severity.INFO


def _is_said_elsewhere(issue: UnreadKey) -> bool:
    """Whether it is a key of section files, for which a block of a landing page has another."""
    is_in_starters = issue.path[-2:] == ("background", "position")
    return issue.key.facts.unread.startswith("a block has it") and not is_in_starters


def _would_hide(issue: UnreadKey) -> bool:
    """Whether it is to hide a block, as it does a section or a page."""
    value = issue.entry.value
    if not in_block(issue.path) or not isinstance(value, Scalar):
        return False
    says = {"active": _SAYS_FALSE, "draft": v.SAYS_TRUE}.get(".".join(map(str, issue.path[2:])))
    return says is not None and value.text.lower() in says


_SAYS_FALSE = frozenset({"false", "no", "n", "off", "0", "f"})
_DEMO_SINCE = ThemeVersion(5, 9)


def _demo(page: Page, issue: UnreadKey) -> Fix:
    """What hides a block: `demo`, which newer themes know, or to take it out of the list."""
    theme, value = page.site.theme, issue.entry.value
    title = "Write `demo: true` to hide the block"
    if theme is None or theme < _DEMO_SINCE:
        return Fix("Take the block out, or put `#` before its lines")
    if not v.can_edit(value) or not v.is_yaml(page) or not value.end > value.start:
        return Fix(title)
    return Fix(title, (Edit(issue.entry.key.start, value.end, "demo: true"),), safe=False)


def _has_lost_spacing(page: Page) -> bool:
    """Whether `spacing` is there and empty: what stands below it has lost its indentation."""
    spacing = v.at(page, "design", "spacing")
    return spacing is not None and v.is_empty(spacing.value)


_BANNERS = (("header", "image"), ("banner",))
"""An image above the title, as it is called up to theme 5.4 and since."""


def _names_image(page: Page, name: str | int) -> bool:
    image = v.at(page, str(name), "image")
    return image is not None and not v.is_empty(image.value)
