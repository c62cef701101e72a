"""A picture that is not there.

## What it does
Reports names of backgrounds, slides and logos for which there is no file in `assets/media/`.

## Why it matters
Hugo stops. The picture of a hero widget is missing without a word.

## Example
<!-- path home/news.md files assets/media/sky.jpg -->
```
---
widget: blank
weight: 10
title: News
design:
  background:
    image: ski.jpg
---
```

## Use instead
<!-- path home/news.md files assets/media/sky.jpg -->
```
---
widget: blank
weight: 10
title: News
design:
  background:
    image: sky.jpg
---
```
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.names import nearest
from afr_content.nodes import Scalar
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import dotted
from afr_content.rules._references import media_folders

CODE = "AFR401"
SEVERITY = Severity.ERROR

_CHECKED_SINCE = (5, 1)
_LOGOS = "icons/brands"
_THEMES_LOGOS = frozenset({"coursera", "datacamp", "edx"})


def check(page: Page) -> Iterator[Finding]:
    """The files of sections that templates look for in `assets/media/`."""
    theme = page.site.theme
    if not page.is_section or page.has_own_template or (theme and theme < _CHECKED_SINCE):
        return
    if v.is_hidden(page) or not _may_name_files(page):
        return
    folders = media_folders(page.site)
    for place in v.places(page) if folders else ():
        node = place.entry.value
        name = _file(place.path, node) if isinstance(node, Scalar) and v.can_edit(node) else ""
        if not isinstance(node, Scalar) or not name or not v.is_name(page, node):
            continue
        if not _exists(page, folders, name):
            yield _finding(page, place, node, name, folders)


def _may_name_files(page: Page) -> bool:
    text = page.source.text
    return any(key in text for key in ("image:", "_img:", "media:", "_logo:"))


def _file(path: tuple[str | int, ...], node: Scalar) -> str:
    """The file below `assets/media/` that a value names; empty when it names none."""
    if not node.text or node.text in ("~", "null", "false"):
        return ""
    last = path[-1]
    if last == "company_logo":
        return "" if node.text in _THEMES_LOGOS else f"{_LOGOS}/{node.text}.svg"
    if path == ("design", "background", "image") or last in ("overlay_img", "media", "hero_media"):
        return node.text.lstrip("/")
    return ""


def _exists(page: Page, folders: tuple[Path, ...], name: str) -> bool:
    beside = page.path.parent / name
    return beside.is_file() or any((folder / name).is_file() for folder in folders) or "*" in name


def _finding(
    page: Page, place: v.Place, node: Scalar, name: str, folders: tuple[Path, ...]
) -> Finding:
    is_silent = place.path[-1] == "hero_media"
    effect = "no picture is shown" if is_silent else "the build stops"
    message = (
        f"There is no file `assets/media/{name}`, which `{dotted(place.path)}` names; {effect}"
    )
    near = _near(name, folders[0])
    if near is None:  # it may come from elsewhere when the site is built
        return Finding(v.span_of(node), message, _ADVICE, Severity.WARNING)
    fix = v.rewrite(page, node, near, safe=False)
    return Finding(v.span_of(node), message, fix, Severity.WARNING if is_silent else None)


_ADVICE = Fix("Put the file there, or name one that is there")


def _near(name: str, folder: Path) -> str | None:
    """The file that was probably meant, as it is written in front matter."""
    wanted, inner = Path(name), (folder / name).parent
    files = sorted(file.name for file in inner.iterdir()) if inner.is_dir() else []
    near = nearest(wanted.name, tuple(files))
    if near is None:
        return None
    is_logo = name.startswith(_LOGOS)
    return near.removesuffix(".svg") if is_logo else str(wanted.with_name(near))
