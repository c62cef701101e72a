"""What a site has that front matter may name: pictures, profiles, folders, groups of people."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from afr_content.frontmatter import parse
from afr_content.kinds import language_folders
from afr_content.nodes import Scalar, Sequence
from afr_content.page import Page
from afr_content.site import Site
from afr_content.source import SourceFile


def content_folder(page: Page) -> Path | None:
    """The folder whose subfolders are the site's sections in the page's language."""
    path = os.path.abspath(page.path)  # noqa: PTH100 - resolve() would follow symlinks
    folders = _content_folders(page.site.root)
    return next((folder for prefix, folder in folders if path.startswith(prefix)), None)


@cache
def _content_folders(root: Path) -> tuple[tuple[str, Path], ...]:
    """The site's content folders with how the paths in them begin, those of languages first."""
    content = root.absolute() / "content"
    languages = sorted(content / name for name in language_folders(root))
    return tuple((f"{folder}{os.sep}", folder) for folder in (*languages, content))


@cache
def subfolders(folder: Path) -> tuple[str, ...]:
    """The names of the folders in a folder."""
    try:
        return tuple(sorted(entry.name for entry in folder.iterdir() if entry.is_dir()))
    except OSError:
        return ()


@cache
def user_groups(authors: Path) -> tuple[str, ...]:
    """The groups that the people with a profile are in."""
    groups = {
        group
        for user in subfolders(authors)
        for file in (authors / user).glob("*index*.md")
        for group in _groups(file)
    }
    return tuple(sorted(groups))


def _groups(profile: Path) -> Iterator[str]:
    try:
        root = parse(SourceFile.read(profile).text).mapping
    except OSError:
        return
    entry = root.find("user_groups") if root else None
    if entry and isinstance(entry.value, Sequence):
        yield from (item.text for item in entry.value.items if isinstance(item, Scalar))


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
