"""What a site has that front matter may name: pictures, profiles, folders, groups of people."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from afr_content.frontmatter import parse
from afr_content.nodes import Scalar, Sequence
from afr_content.page import Page
from afr_content.site import Site
from afr_content.source import SourceFile


def content_folder(page: Page) -> Path | None:
    """The folder whose subfolders are the site's sections in the page's language."""
    return _content_folder(page.path.parent, page.site.root)


@cache
def _content_folder(folder: Path, root: Path) -> Path | None:
    if folder.name == "content" or (folder / "authors").is_dir():
        return folder
    if folder in (root, folder.parent):
        return None
    return _content_folder(folder.parent, root)


@cache
def subfolders(folder: Path) -> tuple[str, ...]:
    """The names of the folders in a folder."""
    try:
        return tuple(sorted(entry.name for entry in folder.iterdir() if entry.is_dir()))
    except OSError:
        return ()


@cache
def user_groups(authors: Path) -> frozenset[str]:
    """The groups that the people with a profile are in."""
    return frozenset(
        group
        for user in subfolders(authors)
        for file in (authors / user).glob("*index*.md")
        for group in _groups(file)
    )


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
    if not own.is_dir() or _has_mounts(root):
        return ()
    others = (folder for place in ("themes", "_vendor") for folder in _assets(root / place))
    return (own, *others)


def _assets(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from folder.rglob("assets/media")


def _has_mounts(root: Path) -> bool:
    files = [*root.glob("config.*"), *root.glob("hugo.*"), *root.glob("config/**/*.*")]
    return any(b"mounts" in file.read_bytes() for file in files if file.is_file())


@cache
def own_layouts(root: Path) -> tuple[str, ...]:
    """The site's own templates, as paths below `layouts`."""
    layouts = root / "layouts"
    return tuple(sorted(file.relative_to(layouts).as_posix() for file in layouts.rglob("*.html")))
