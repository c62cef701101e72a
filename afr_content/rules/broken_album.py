"""An album, or a picture of one, that is not there.

## What it does
Reports `gallery` shortcodes whose folder in `assets/media/albums/` is not there or empty, and
captions in `gallery_item` for pictures that no album has.

## Why it matters
Hugo stops where an album is missing. A caption for another picture is never shown.

## Example
<!-- path post/first/index.md files assets/media/albums/holidays/beach.jpg -->
```
---
title: First
---
{{< gallery album="holydays" >}}
```

## Use instead
<!-- path post/first/index.md files assets/media/albums/holidays/beach.jpg -->
```
---
title: First
---
{{< gallery album="holidays" >}}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from afr_content.bodies import Mention
from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Fact, Facts
from afr_content.names import nearest
from afr_content.rules._edits import rewrite
from afr_content.rules._references import media_folders

CODE = "AFR418"
SEVERITY = Severity.WARNING

_SINCE = (5, 1)
"""The theme looked for albums elsewhere before, and did not mind a missing one."""
_DEFAULT = "gallery"


def check_site(census: Census) -> Iterator[Located]:
    """The albums that bodies show, and the captions of their pictures."""
    theme, folders = census.site.theme, media_folders(census.site)
    if theme is None or theme < _SINCE or not folders:
        return
    albums = _Albums(folders)
    for facts in census.pages:
        for mention in facts.mentions:
            is_opening = mention.kind == "shortcode" and mention.form != "closing"
            if is_opening and mention.target == "gallery":
                yield from _shown(albums, facts, mention)
        yield from _captions(albums, facts)


class _Albums:
    """The folders with pictures below `assets/media/albums`."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = tuple(folder / "albums" for folder in folders)

    def pictures(self, album: str) -> tuple[str, ...]:
        """The names of an album's pictures; none when there is no such album."""
        places = (folder / album for folder in self._folders)
        return tuple(sorted(f.name for p in places if p.is_dir() for f in p.iterdir()))

    def near(self, album: str) -> str | None:
        """The album that was probably meant."""
        named = {f.name for folder in self._folders for f in folder.glob("*") if f.is_dir()}
        return nearest(album, tuple(sorted(named)))


def _shown(albums: _Albums, facts: Facts, mention: Mention) -> Iterator[Located]:
    argument = mention.named.get("album")
    album, span = (argument.value, argument.span) if argument else (_DEFAULT, mention.span)
    if albums.pictures(album):
        return
    message = f"There are no pictures in `assets/media/albums/{album}/`; the build stops"
    near = albums.near(album) if argument else None
    fix = Fix.replace(f"Write it as `{near}`", span, near, safe=False) if near else _ADVICE
    yield Located(facts.path, Finding(span, message, fix, Severity.ERROR))


def _captions(albums: _Albums, facts: Facts) -> Iterator[Located]:
    items: dict[int, dict[str, Fact]] = defaultdict(dict)
    for fact in facts.all("gallery_item.album", "gallery_item.image"):
        items[fact.item][fact.key.rpartition(".")[2]] = fact
    for item in items.values():
        finding = _caption(albums, item.get("album"), item.get("image"))
        if finding:
            yield Located(facts.path, finding)


def _caption(albums: _Albums, album: Fact | None, image: Fact | None) -> Finding | None:
    if album is None or image is None:
        return None
    pictures, effect = albums.pictures(album.text), "the caption is not shown"
    if not pictures:
        near = albums.near(album.text)
        message = f"There is no album `assets/media/albums/{album.text}/`; {effect}"
        return Finding(album.span, message, rewrite(album, near)) if near else None
    if image.text in pictures:
        return None
    near = nearest(image.text, pictures)
    message = f"There is no picture `{image.text}` in the album `{album.text}`; {effect}"
    return Finding(image.span, message, rewrite(image, near) if near else _ADVICE)


_ADVICE = Fix("Put the pictures there, or name what is there")
