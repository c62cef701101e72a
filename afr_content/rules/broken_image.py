"""A picture in a text that is not there.

## What it does
Reports pictures, videos and albums that the text of a page shows (Markdown, `<img>`, the shortcodes
`figure`, `video`, `audio` and `gallery`) when there is no such file beside the page, in
`assets/media/` or in `static/`.

## Why it matters
The visitor sees a broken picture. Where an album is missing Hugo stops.

## Example
<!-- path post/first/index.md files content/post/first/sky.jpg -->
```
---
title: First
---
![The sky](ski.jpg)
```

## Use instead
<!-- path post/first/index.md files content/post/first/sky.jpg -->
```
---
title: First
---
![The sky](sky.jpg)
```
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from afr_content.bodies import Argument, Mention
from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Facts
from afr_content.links import Leads, Links, links_of
from afr_content.names import nearest
from afr_content.rules._mentions import real
from afr_content.rules._references import has_mounts, media_folders
from afr_content.source import Span

CODE = "AFR414"
SEVERITY = Severity.WARNING

_SHOWING = frozenset({"figure", "video", "audio"})
_ALBUMS_ARE_CHECKED_SINCE = (5, 1)


def check_site(census: Census) -> Iterator[Located]:
    """The pictures and albums of every body."""
    if census.site.is_academic or has_mounts(census.site.root):
        return
    links, folders = links_of(census), media_folders(census.site)
    for facts in census.pages:
        if any(mention.kind in ("image", "shortcode") for mention in facts.mentions):
            yield from _pictures(census, links, facts, folders)
            yield from _albums(census, facts, folders)


def _pictures(
    census: Census, links: Links, facts: Facts, folders: tuple[Path, ...]
) -> Iterator[Located]:
    named = {mention: named for mention in facts.mentions if (named := _named(mention))}
    missing = [
        m for m, (name, _) in named.items() if not _exists(census, links, facts, folders, name)
    ]
    for mention in real(census, facts, missing):
        name, span = named[mention]
        message = f"There is no picture `{name}`; nothing is shown"
        near = _near(facts, folders, name)
        fix = Fix.replace(f"Write it as `{near}`", span, near, safe=False) if near else _ADVICE
        yield Located(facts.path, Finding(span, message, fix))


def _named(mention: Mention) -> tuple[str, Span] | None:
    """The file that a mention shows, and where it is written."""
    if mention.kind in ("image", "media"):
        return mention.target, mention.span
    if mention.kind != "shortcode" or mention.target not in _SHOWING:
        return None
    argument = mention.named.get("src")
    return (argument.value, argument.span) if argument and argument.value else None


def _exists(
    census: Census, links: Links, facts: Facts, folders: tuple[Path, ...], name: str
) -> bool:
    """Whether a picture is found: beside the page, in the library, or at an address of the site."""
    if links.is_outside(name) or "*" in name:
        return True
    plain = unquote(name.partition("?")[0].partition("#")[0]).lstrip("/")
    places = (facts.path.parent, *folders, census.site.root / "static" / "media")
    if any((folder / plain).is_file() for folder in places):
        return True
    base = census.address_with(facts)
    return not base or links.find(name, base).leads is not Leads.NOTHING


def _near(facts: Facts, folders: tuple[Path, ...], name: str) -> str | None:
    """The name of a picture that was probably meant, as it is written."""
    head, mark, last = name.rpartition("/")
    for folder in (facts.path.parent, *folders):
        place = folder / unquote(head).lstrip("/")
        files = sorted(file.name for file in place.iterdir()) if place.is_dir() else []
        near = nearest(unquote(last), tuple(files))
        if near:
            return f"{head}{mark}{near}"
    return None


def _albums(census: Census, facts: Facts, folders: tuple[Path, ...]) -> Iterator[Located]:
    """The album of a `gallery`, which is a folder with pictures."""
    theme = census.site.theme
    for mention in facts.mentions:
        if mention.target != "gallery" or mention.kind != "shortcode" or mention.form == "closing":
            continue
        argument = mention.named.get("album")
        if theme is None or theme < _ALBUMS_ARE_CHECKED_SINCE:
            continue
        album = argument.value if argument else "gallery"
        if not any(_has_files(folder / "albums" / album) for folder in folders):
            yield Located(facts.path, _album(mention, argument, album, folders))


def _has_files(folder: Path) -> bool:
    return folder.is_dir() and any(folder.iterdir())


def _album(
    mention: Mention, argument: Argument | None, album: str, folders: tuple[Path, ...]
) -> Finding:
    span = argument.span if argument else mention.span
    albums = [f.name for folder in folders for f in (folder / "albums").glob("*") if f.is_dir()]
    near = nearest(album, tuple(sorted(albums)))
    message = f"There are no pictures in `assets/media/albums/{album}/`; the build stops"
    if argument is None or near is None:
        return Finding(span, message, _ADVICE, Severity.ERROR)
    fix = Fix.replace(f"Write it as `{near}`", span, near, safe=False)
    return Finding(span, message, fix, Severity.ERROR)


_ADVICE = Fix("Put the file there, or name one that is there")
