"""A key that nothing reads.

## What it does
Reports keys that neither Hugo nor the theme knows. One that is a slip of the pen away from a key
that they do know is a warning; any other is information, for sites add keys of their own on
purpose. List those in `extra-keys` of the configuration, as a name or as a path such as
`design.shape`.

## Why it matters
Hugo and the theme pass over such a key without a word: `actve: false` hides nothing.

## Example
```
---
title: News
subtiltle: What happened in the lab
---
```

## Use instead
```
---
title: News
subtitle: What happened in the lab
---
```
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.models.base import FrontMatterModel, ModelKey, keys_of
from afr_content.models.check import UnknownKey
from afr_content.names import is_one_slip, nearest
from afr_content.nodes import Mapping, Sequence
from afr_content.page import Page
from afr_content.rules._keys import dotted, home_of, key_span
from afr_content.theme import ThemeVersion

CODE = "AFR103"
SEVERITY = Severity.INFO

DELIBERATE = frozenset(
    "pages publisher project roles names fullname abstract2 title2 years".split()
)
"""Keys that look like slips and are not, as real sites show."""


def check(page: Page) -> Iterator[Finding]:
    """Every unknown key; one that has its home elsewhere is `misplaced-key`'s."""
    for issue in page.issues:
        if isinstance(issue, UnknownKey) and not _is_allowed(page, issue):
            if home_of(page, issue) is None and not _is_anothers(page, issue):
                yield from _finding(page, issue)


def _is_anothers(page: Page, issue: UnknownKey) -> bool:
    """Whether a rule of its own speaks of the key."""
    name = issue.entry.name
    if " " in name.strip() or not name:
        return True  # key-with-blanks
    if name in ("url", "link") and issue.path[0] in ("social", "links"):
        return True  # suspicious-link
    return name.lower() == "block" and page.is_section  # unknown-widget


def _finding(page: Page, issue: UnknownKey) -> Iterator[Finding]:
    name = issue.entry.name
    near = _near(page, issue)
    if near:
        message = f"Unknown key `{dotted(issue.path)}`, did you mean `{near}`"
        safe = is_one_slip(name, near) and issue.siblings.find(near) is None
        fix = Fix.replace(f"Write it as `{near}`", key_span(issue.entry), near, safe=safe)
        yield Finding(key_span(issue.entry), message, fix, Severity.WARNING)
    elif (meant := _list_meant(page, issue)) is not None:
        path = dotted(issue.path)
        message = f"Unknown key `{path}`, expected the list in `{meant.name}`; nothing is shown"
        fix = Fix.replace(f"Write it as `{meant.name}`", key_span(issue.entry), meant.name)
        yield Finding(key_span(issue.entry), message, fix, Severity.WARNING)
    elif not page.has_own_template:
        message = f"Unknown key `{dotted(issue.path)}`: neither Hugo nor the theme reads it"
        yield Finding(key_span(issue.entry), message)


def _near(page: Page, issue: UnknownKey) -> str | None:
    """The known key that this one is a slip of."""
    if issue.entry.name.lower() in DELIBERATE:
        return None
    near = _nearest(issue.entry.name, issue.model, page.site.theme)
    if near is None:
        return None
    present = {entry.name.lower() for entry in issue.siblings.entries}
    return None if near.lower() in present else near


@cache
def _nearest(name: str, model: type[FrontMatterModel], theme: ThemeVersion | None) -> str | None:
    return nearest(name, tuple(key.name for key in _read_by(model, theme)))


def _readable(page: Page, issue: UnknownKey) -> tuple[ModelKey, ...]:
    return _read_by(issue.model, page.site.theme)


@cache
def _read_by(model: type[FrontMatterModel], theme: ThemeVersion | None) -> tuple[ModelKey, ...]:
    keys = keys_of(model).values()
    return tuple(k for k in keys if theme in k.facts.versions and not k.facts.unread)


def _list_meant(page: Page, issue: UnknownKey) -> ModelKey | None:
    """The model's list of maps, when the key holds one and the right key is not there."""
    value = issue.entry.value
    if not isinstance(value, Sequence) or not all(isinstance(i, Mapping) for i in value.items):
        return None
    lists = [key for key in _readable(page, issue) if key.is_list and key.name != "gallery_item"]
    if len(lists) != 1 or not page.is_section or issue.siblings.find(lists[0].name):
        return None
    known = keys_of(lists[0].model) if lists[0].model else {}
    used = {e.name for i in value.items if isinstance(i, Mapping) for e in i.entries}
    return lists[0] if used & set(known) else None


def _is_allowed(page: Page, issue: UnknownKey) -> bool:
    path = dotted(tuple(part for part in issue.path if isinstance(part, str)))
    return any(
        fnmatch(path.lower(), allowed.lower()) or issue.entry.name.lower() == allowed.lower()
        for allowed in page.site.config.extra_keys
    )
