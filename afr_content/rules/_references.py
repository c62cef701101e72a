"""What a site has that front matter may name: pictures, and templates of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from afr_content.academic import has_fork
from afr_content.site import Site


def media_folders(site: Site) -> tuple[Path, ...]:
    """Where templates look for pictures; empty when the site's settings may add other places."""
    return _media_folders(site.root)


@cache
def _media_folders(root: Path) -> tuple[Path, ...]:
    own = root / "assets" / "media"
    if not own.is_dir() or has_mounts(root):
        return ()
    others = (folder for place in ("themes", "_vendor") for folder in _assets(root / place))
    return (own, *others)


def image_folders(site: Site) -> tuple[Path, ...]:
    """Where Academic's templates look for pictures, as `media_folders`; the later places behind."""
    folders = [folder / name for folder in site.static_folders for name in ("img", "media")]
    is_open = has_mounts(site.root) or not (site.root / "static" / "img").is_dir()
    return () if is_open else (*folders, site.root / "assets" / "media")


def _assets(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from folder.rglob("assets/media")


@cache
def has_mounts(root: Path) -> bool:
    """Whether the site's settings put folders of other names in the place of the usual ones."""
    files = [*root.glob("config.*"), *root.glob("hugo.*"), *root.glob("config/**/*.*")]
    return any(b"mounts" in file.read_bytes() for file in files if file.is_file())


@cache
def own_layouts(root: Path) -> tuple[str, ...]:
    """The site's own templates, as paths below `layouts`."""
    layouts = root / "layouts"
    return tuple(sorted(file.relative_to(layouts).as_posix() for file in layouts.rglob("*.html")))


@cache
def has_own_types(root: Path) -> bool:
    """Whether a site may have types of publication of its own: its data adds to the theme's."""
    return any((root / "data").glob("publication_types.*")) or has_fork(root)


@cache
def has_render_hook(root: Path, what: str) -> bool:
    """Whether a template of the site's own writes the links (`link`) or pictures (`image`).

    It may look for a page or file by another name than the address in the text.
    """
    hook = re.compile(rf"(?:.*/)?_markup/render-{what}\b[^/]*")
    return any(map(hook.fullmatch, own_layouts(root)))


@cache
def template_words(root: Path) -> frozenset[str]:
    """All words in templates, scripts and styles of the site and of themes within it, lower-cased.

    A parameter that one of them is called as may be read there.
    """
    folders = (root / name for name in ("layouts", "assets", "themes", "_vendor"))
    files = (file for folder in folders for file in folder.rglob("*"))
    texts = map(_text, (file for file in files if file.suffix in _TEMPLATES))
    return frozenset(word.lower() for text in texts for word in _WORD.findall(text))


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace")
    except OSError:  # a folder called as a file, or one that may not be read
        return ""


_TEMPLATES = frozenset(
    ".html .xml .json .js .ts .scss .css .txt .headers .webmanifest .redirects .ics".split()
)
_WORD = re.compile(r"[A-Za-z_][\w-]*")
