"""A key that nothing reads.

## What it does
Reports keys that neither Hugo nor the theme knows. One that is a slip of the pen away from a key
that they do know is a warning; any other is information, for sites add keys of their own on
purpose. What the site's own templates read is known. List what something else reads in
`extra-keys` of the configuration, as a name or as a path such as `design.shape`.

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

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.models.base import ModelKey, keys_of
from afr_content.models.check import MissingKey, UnknownKey
from afr_content.models.keys import Wrong
from afr_content.models.registry import SETTINGS, load
from afr_content.names import is_one_slip, nearest
from afr_content.nodes import Mapping, Sequence
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import (
    block_model,
    dotted,
    home_of,
    in_block,
    is_open,
    key_span,
    landing_home,
    near_key,
    read_by,
    rename,
)
from afr_content.rules._references import template_words

CODE = "AFR103"
SEVERITY = Severity.INFO


def check(page: Page) -> Iterator[Finding]:
    """Every unknown key; one that has its home elsewhere is `misplaced-key`'s."""
    for issue in page.issues:
        if isinstance(issue, UnknownKey) and not _is_anothers(page, issue):
            yield from _finding(page, issue)
    if page.kind == "other_settings":
        yield from _file(page)


def _file(page: Page) -> Iterator[Finding]:
    """A file of settings whose name is a slip: it is the key that they all stand below."""
    name = page.path.name.split(".")[0]
    known = keys_of(load(SETTINGS["settings"]))
    near = nearest(name, tuple(key.name for key in known.values()))
    if near and name.lower() not in known and page.root and page.root.entries:
        message = (
            f"Hugo has no setting `{name}`, which the file is called as, did you mean `{near}`"
        )
        advice = Fix(f"Call the file `{near}{page.path.suffix}`")
        yield Finding(key_span(page.root.entries[0]), message, advice, Severity.WARNING)


def _is_anothers(page: Page, issue: UnknownKey) -> bool:
    """Whether a rule of its own speaks of the key, or nothing is to be said."""
    name = issue.entry.name
    if _is_allowed(page, issue) or home_of(page, issue) or landing_home(page, issue):
        return True
    if " " in name.strip() or not name:
        return True  # key-with-blanks
    if name in ("url", "link") and issue.path[0] in ("social", "links"):
        return True  # suspicious-link
    if name == "widget" and in_block(issue.path) and len(issue.path) == 3:
        return not any(entry.name == "block" for entry in issue.siblings.entries)  # unknown-block
    return name.lower() == "block" and page.is_section  # unknown-widget


def _finding(page: Page, issue: UnknownKey) -> Iterator[Finding]:
    name = issue.entry.name
    near = near_key(page, issue)
    if near:
        missing = _missed(page, issue, near)
        effect = issue.model.unknown if issue.model.others else missing.text if missing else ""
        message = f"Unknown key `{dotted(issue.path)}`, {_meant(name, near)}"
        message += f"; {effect}" if effect else ""
        is_new = issue.siblings.find(near) is None
        safe = is_one_slip(name, near) and _fits(issue, near) and is_new
        fix = rename(page, issue.entry, near, safe=safe)
        severity = v.in_page(page, v.SEVERITIES[missing.effect]) if missing else Severity.WARNING
        if v.is_empty(issue.entry.value) and not (missing or page.is_settings):
            severity = Severity.INFO  # there is nothing that could get lost
        yield Finding(key_span(issue.entry), message, fix, severity)
    elif (meant := _list_meant(page, issue)) is not None:
        path = dotted(issue.path)
        message = f"Unknown key `{path}`, expected the list in `{meant.name}`; nothing is shown"
        fix = rename(page, issue.entry, meant.name)
        yield Finding(key_span(issue.entry), message, fix, Severity.WARNING)
    elif _is_sure(page, issue):
        message = f"Unknown key `{dotted(issue.path)}`: {issue.model.unknown}"
        yield Finding(key_span(issue.entry), message)


def _fits(issue: UnknownKey, near: str) -> bool:
    """Whether the value is of the shape that templates expect of the right key.

    Hugo takes a single author for a list, the theme's search index (5.5 and later) does not.
    """
    key = keys_of(issue.model).get(near.lower())
    kind = v.kind_of(key) if key else None
    takes_list = kind is not None and kind.name in v.LIST_KINDS
    return isinstance(issue.entry.value, Sequence) or not takes_list


def _may_be_read(page: Page, issue: UnknownKey) -> bool:
    """Whether a template of the site's own may read a parameter or menu of that name."""
    where = page.kind if page.kind in _FOR_TEMPLATES else str(issue.path[0]).lower()
    name = issue.entry.name.lower()
    return where in _FOR_TEMPLATES and name in template_words(page.site.root)


_FOR_TEMPLATES = frozenset({"params", "menu", "menus", "languages"})


def _is_sure(page: Page, issue: UnknownKey) -> bool:
    """Whether it is known what templates read: menus have any name that a theme shows."""
    site = page.site
    is_menu = bool(issue.model.others)
    keys_are_known = page.is_learned or not page.has_own_template
    if in_block(issue.path):
        model = block_model(page, issue.path)
        keys_are_known = model is not None and not is_open(model)
    return keys_are_known and not (is_menu and (site.is_academic or site.theme is None))


def _missed(page: Page, issue: UnknownKey, near: str) -> Wrong | None:
    """What the lack of the right key does, where it is a required one."""
    where = (*issue.path[:-1], near)
    missing = (other for other in page.issues if isinstance(other, MissingKey))
    return next((other.key.facts.missing for other in missing if other.path == where), None)


def _meant(name: str, near: str) -> str:
    if name.lower() == near.lower():
        return f"expected `{near}`: letter case matters within a list"
    return f"did you mean `{near}`"


def _list_meant(page: Page, issue: UnknownKey) -> ModelKey | None:
    """The model's list of maps, when the key holds one and the right key is not there."""
    value = issue.entry.value
    if not isinstance(value, Sequence) or not all(isinstance(i, Mapping) for i in value.items):
        return None
    lists = [
        key
        for key in read_by(issue.model, page.site.theme)
        if key.is_list and key.name != "gallery_item"
    ]
    is_part = page.is_section or in_block(issue.path)
    if len(lists) != 1 or not is_part or issue.siblings.find(lists[0].name):
        return None
    known = keys_of(lists[0].model) if lists[0].model else {}
    used = {e.name for i in value.items if isinstance(i, Mapping) for e in i.entries}
    return lists[0] if used & set(known) else None


def _is_allowed(page: Page, issue: UnknownKey) -> bool:
    if page.is_settings and _may_be_read(page, issue):
        return True
    if len(issue.path) == 1 and not page.is_settings and _is_taxonomy(page, issue.entry.name):
        return True
    path = dotted(tuple(part for part in issue.path if isinstance(part, str)))
    return any(
        fnmatch(path.lower(), allowed.lower()) or issue.entry.name.lower() == allowed.lower()
        for allowed in page.site.config.extra_keys
    )


def _is_taxonomy(page: Page, name: str) -> bool:
    """Whether a key holds the terms of a taxonomy that the site's settings name."""
    return name.lower() in {plural.lower() for plural in page.site.settings.taxonomies.values()}
