"""A picture that is not there.

## What it does
Reports names of backgrounds, slides and logos in section files and blocks for which there is no
file in `assets/media/`.

## Why it matters
Hugo stops. The picture of a hero, a video behind a section and icons are missing without a word.

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

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.landing import SECTIONS
from afr_content.names import nearest
from afr_content.nodes import Scalar
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._blocks import has_blocks
from afr_content.rules._keys import dotted
from afr_content.rules._references import image_folders, media_folders

CODE = "AFR401"
SEVERITY = Severity.ERROR

_CHECKED_SINCE = (5, 1)
_ICONS = "icons"
_LOGOS = "icons/brands"
_THEMES_LOGOS = frozenset({"coursera", "datacamp", "edx"})


def check(page: Page) -> Iterator[Finding]:
    """The files of sections that templates look for in `assets/media/`."""
    theme = page.site.theme
    is_academic = page.site.is_academic
    if page.has_own_template or not (page.is_section or has_blocks(page)):
        return
    if theme and theme < _CHECKED_SINCE and not is_academic:
        return
    if v.is_hidden(page) or not _may_name_files(page):
        return
    folders = image_folders(page.site) if is_academic else media_folders(page.site)
    for place in v.places(page) if folders else ():
        node = place.entry.value
        if not isinstance(node, Scalar) or not v.can_edit(node) or not v.is_name(page, node):
            continue
        if is_academic and place.path[-1] == "icon":
            continue  # it has packs of icons elsewhere
        wanted = _wanted(place, node.text)
        if wanted and not _exists(page, folders, wanted.file):
            yield _finding(page, place, node, wanted, folders)


def _may_name_files(page: Page) -> bool:
    text = page.source.text
    return _NAMES_FILES.search(text) is not None


_NAMES_FILES = re.compile(r"(?:image|video|_img|media|_logo|icon)\s*[:=\]]")


class _Wanted(NamedTuple):
    """A file below `assets/media/`, and what comes of it when it is not there."""

    file: str
    effect: str = "the build stops"

    @property
    def is_silent(self) -> bool:
        return self.effect != "the build stops"


_NO_PICTURE = "no picture is shown"
_PLACES = {
    "design.background.image": "",
    "overlay_img": "",
    "media": "",
    "hero_media": _NO_PICTURE,
    "background.image.filename": "",
    "content.image.filename": _NO_PICTURE,
    "video.path": "no video is shown",
    "video.filename": "no video is shown",
}
"""How places end that name a file, and what comes of a missing one where Hugo does not stop."""


def _wanted(place: v.Place, text: str) -> _Wanted | None:
    """The file that a value names."""
    if text in ("", "~", "null", "false"):
        return None
    if isinstance(place.path[-1], str) and place.path[-1] in ("company_logo", "icon"):
        return _icon(place, text)
    names = [part for part in place.path if isinstance(part, str)]
    whole = ".".join(names[1:] if names[0] == SECTIONS else names)
    for end, effect in _PLACES.items():
        if whole == end or (whole.endswith(f".{end}") and end != "design.background.image"):
            return _Wanted(text.lstrip("/"), effect or "the build stops")
    return None


def _icon(place: v.Place, text: str) -> _Wanted | None:
    """A logo, which the theme has some of itself, or an icon of the pack `custom`."""
    pack = next((e.value for e in place.siblings.entries if e.name == "icon_pack"), None)
    if isinstance(pack, Scalar):
        is_own = pack.text == "custom"
        return _Wanted(f"{_ICONS}/{text}.svg", "no icon is shown") if is_own else None
    has_logo = place.path[-1] == "company_logo"
    if text in _THEMES_LOGOS or not (has_logo or _has_organization(place)):
        return None
    file = f"{_LOGOS}/{text}.svg"
    return _Wanted(file) if has_logo else _Wanted(file, "no logo is shown")


def _has_organization(place: v.Place) -> bool:
    """Whether it is an item of accomplishments, whose icon is the logo of who awards it."""
    return any(entry.name in ("organization", "date_start") for entry in place.siblings.entries)


def _exists(page: Page, folders: tuple[Path, ...], name: str) -> bool:
    beside = page.path.parent / name
    return beside.is_file() or any((folder / name).is_file() for folder in folders) or "*" in name


def _finding(
    page: Page, place: v.Place, node: Scalar, wanted: _Wanted, folders: tuple[Path, ...]
) -> Finding:
    name, is_silent = wanted.file, wanted.is_silent or page.site.is_academic
    effect = _NO_PICTURE if page.site.is_academic else wanted.effect
    where = "static/img" if page.site.is_academic else "assets/media"
    message = f"There is no file `{where}/{name}`, which `{dotted(place.path)}` names; {effect}"
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
    is_icon = name.startswith(f"{_ICONS}/")
    return near.removesuffix(".svg") if is_icon else str(wanted.with_name(near))
