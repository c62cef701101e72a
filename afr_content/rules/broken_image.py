"""A picture in a text that is not there.

## What it does
Reports pictures, videos and sounds that the text of a page shows (Markdown, `<img>`, the shortcodes
`figure`, `video` and `audio`) when there is no such file beside the page, in `assets/media/` or in
`static/`.

## Why it matters
The visitor sees a broken picture.

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

from afr_content.bodies import Mention
from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Facts
from afr_content.links import Leads, Links, links_of
from afr_content.names import nearest
from afr_content.rules._mentions import real
from afr_content.rules._references import has_mounts, has_render_hook, media_folders
from afr_content.source import Span

CODE = "AFR414"
SEVERITY = Severity.WARNING

_SHOWING = frozenset({"figure", "video", "audio"})


def check_site(census: Census) -> Iterator[Located]:
    """The pictures of every body."""
    if has_mounts(census.site.root):
        return
    links, folders = links_of(census), media_folders(census.site)
    for facts in census.pages:
        if any(mention.kind in ("image", "shortcode") for mention in facts.mentions):
            yield from _pictures(census, links, facts, folders)


def _pictures(
    census: Census, links: Links, facts: Facts, folders: tuple[Path, ...]
) -> Iterator[Located]:
    is_own = has_render_hook(census.site.root, "image")
    written = [m for m in facts.mentions if not (is_own and m.kind == "image")]
    named = {mention: named for mention in written if (named := _named(mention))}
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
    static = census.site.root / "static"
    places = (facts.path.parent, *folders, static / "media", static / "img")
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


_ADVICE = Fix("Put the file there, or name one that is there")
