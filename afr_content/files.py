"""Which files to look at, and writing them back safely."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

from afr_content.source import SourceFile, absolute

SUFFIXES = (".md", ".markdown")
_NO_CONTENT = frozenset(
    "archetypes exampleSite layouts node_modules public resources static themes _vendor".split()
)


def find_files(paths: Sequence[Path], exclude: Sequence[str] = ()) -> Iterator[Path]:
    """The content files among `paths` and below them, each once however it is named, in order.

    A file that is named is taken whatever its ending; hidden folders, and outside of `content`
    those that hold none (`public`, `themes`…), are passed over unless they are named. A folder that
    cannot be listed comes back as itself: reading it then says why.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _below(path, exclude) if path.is_dir() else [path]:
            name = str(absolute(found))
            if name not in seen:
                seen.add(name)
                yield found


def _below(folder: Path, exclude: Sequence[str]) -> Iterator[Path]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        path = folder / entry.name
        if is_excluded(path, exclude):
            continue
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith(".") and _may_hold_content(path):
                yield from _below(path, exclude)
        elif entry.name.lower().endswith(SUFFIXES) and not entry.name.startswith("."):
            yield path


def is_excluded(path: Path, exclude: Sequence[str]) -> bool:
    """Whether one of the glob patterns names a file or folder."""
    return any(fnmatch(path.as_posix(), f"*{glob}") or fnmatch(path.name, glob) for glob in exclude)


def _may_hold_content(folder: Path) -> bool:
    """Whether to look into a folder; below `content` every name may be a page's."""
    return folder.name not in _NO_CONTENT or "content" in folder.parts


def content_root(root: Path) -> list[Path]:
    """Where a site's content is: its `content` folder, or the site itself when it has none."""
    content = root / "content"
    return [content if content.is_dir() else root]


def read(path: Path) -> SourceFile:
    """A file's text; one that cannot be read comes back with its `trouble`."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            os.listdir(path)  # noqa: PTH208 - only a folder that cannot be listed comes here
        elif not stat.S_ISREG(mode):
            return SourceFile(path, "", trouble="Not a regular file")
        return SourceFile.read(path)
    except OSError as error:
        return SourceFile(path, "", trouble=error.strerror or str(error))


def write_atomically(path: Path, text: str) -> None:
    """Replace a file's text; at every moment it holds the old or the new one.

    The file keeps its mode; a symlink stays one and its target is written. Raises OSError.
    """
    import tempfile

    target = path.resolve()
    status = target.stat()
    if not os.access(target, os.W_OK):
        raise PermissionError(13, "Permission denied", str(path))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", "surrogateescape"))
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(stat.S_IMODE(status.st_mode))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def create(path: Path, text: str) -> None:
    """Write a file that is not there yet, with its folders; one that is there is left alone.

    Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        try:
            file.write(text.encode("utf-8", "surrogateescape"))
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            path.unlink()
            raise
