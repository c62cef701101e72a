"""A name of something that the site does not have.

## What it does
Reports the `author` of an about widget who has no profile, and folders, projects, slides and groups
of people whose name is a slip of the pen away from one that there is.

## Why it matters
Hugo stops where a profile is missing. With another folder or group the widget stays empty.

## Example
<!-- path home/news.md files content/post/first/index.md -->
```
---
widget: pages
weight: 10
title: News
content:
  page_type: psot
---
```

## Use instead
<!-- path home/news.md files content/post/first/index.md -->
```
---
widget: pages
weight: 10
title: News
content:
  page_type: post
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from afr_content.diagnostics import Finding, Severity
from afr_content.names import is_one_slip, nearest
from afr_content.nodes import Entry, Scalar, Sequence
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import dotted
from afr_content.rules._references import content_folder, subfolders, user_groups

CODE = "AFR402"
SEVERITY = Severity.WARNING

_FOLDERS = {
    ("content", "page_type"): "",
    ("content", "filters", "folders"): "",
    ("content", "filters", "author"): "authors",
    ("projects",): "project",
    ("slides",): "slides",
}
"""Which keys name a folder, and in which folder of `content` it is looked for."""
_GROUPS = ("content", "user_groups")

_EFFECTS = {
    "page_type": "no page is listed",
    "folders": "no page is listed",
    "author": "no page is listed",
    "projects": "the page does not belong to it",
    "slides": "no button for slides is shown",
    "user_groups": "nobody is shown",
}


def check(page: Page) -> Iterator[Finding]:
    """Names in sections and pages, as far as folders tell what there is."""
    if page.root is None or page.model is None or page.site.is_academic or page.has_own_template:
        return
    named = {path: entry for path in (*_FOLDERS, _GROUPS) if (entry := v.at(page, *path))}
    if not named and not v.at(page, "author") and not v.at(page, "authors"):
        return
    folder = content_folder(page)
    if folder is None or v.is_hidden(page):
        return
    if page.is_section and page.widget in ("about", "about.avatar"):
        yield from _profile(page, folder / "authors")
    for path, entry in named.items():
        if path != _GROUPS:
            yield from _slips(page, path, entry, subfolders(folder / _FOLDERS[path]))
        elif page.is_section and page.widget == "people":
            yield from _slips(page, path, entry, user_groups(folder / "authors"))
    if not page.is_section and page.kind != "author":
        yield from _authors(page, subfolders(folder / "authors"))


def _profile(page: Page, authors: Path) -> Iterator[Finding]:
    """The person of an about widget, whose folder Hugo finds in any letter case."""
    entry = v.at(page, "author")
    names = subfolders(authors)
    if entry is None or not isinstance(entry.value, Scalar) or not names:
        return
    node = entry.value
    if not v.is_name(page, node) or node.text.lower().strip("/") in {
        name.lower() for name in names
    }:
        return
    near = nearest(node.text, names)
    message = f"There is no author page `content/authors/{node.text}/`; the build stops"
    fix = v.rewrite(page, node, near, safe=is_one_slip(node.text, near)) if near else None
    yield Finding(v.span_of(node), message, fix, Severity.ERROR)


def _authors(page: Page, names: tuple[str, ...]) -> Iterator[Finding]:
    """Authors written as folders are; somebody without a profile has capitals in the name."""
    entry = v.at(page, "authors")
    value = entry.value if entry else None
    for node in value.items if isinstance(value, Sequence) else ():
        text = node.text if isinstance(node, Scalar) else ""
        if isinstance(node, Scalar) and _FOLDER.fullmatch(text) and text not in names:
            near = nearest(text, names)
            if near and _as_path(near) != text:
                message = (
                    f"There is no author page `content/authors/{text}/`, did you mean `{near}`;"
                    " the page is not listed there"
                )
                yield Finding(v.span_of(node), message, v.rewrite(page, node, near, safe=False))


_FOLDER = re.compile(r"[a-z][a-z0-9_-]{3,}")


def _slips(
    page: Page, path: tuple[str, ...], entry: Entry, names: tuple[str, ...]
) -> Iterator[Finding]:
    value = entry.value
    for node in value.items if isinstance(value, Sequence) else (value,):
        if not isinstance(node, Scalar) or node.text in names or not v.is_name(page, node):
            continue
        near = nearest(node.text, names)
        if near and (path[0] == "content" or _as_path(near) != _as_path(node.text)):
            shown, effect = v.written(page, node), _EFFECTS[path[-1]]
            message = f"There is no `{shown}` for `{dotted(path)}`, did you mean `{near}`; {effect}"
            yield Finding(v.span_of(node), message, v.rewrite(page, node, near, safe=False))


def _as_path(name: str) -> str:
    """A folder's name as Hugo looks for it: letter case and blanks make no difference."""
    return name.lower().replace(" ", "-")
