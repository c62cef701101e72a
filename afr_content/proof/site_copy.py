"""A copy of a site that Hugo builds just like the site itself.

The copy stands below a temporary folder at the site's full path, and everything beside the site
and beside the folders around it is there as a symlink. So whatever the site names by a relative
path (`../theme` in `go.mod`, a mount, `themesDir`, the `.git` above it) is found, Hugo's caches go
by the site's own name, and a message rid of the temporary folder names the site's real path.

Symlinks stay symlinks: what Hugo makes of them depends on its version (up to 0.122 it follows those
inside `content`, from 0.123 on it passes them over).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_SHARED = frozenset({".git", "node_modules"})
"""Large, and only read by what Hugo calls: a symlink does."""
_LEFT_OUT = frozenset({"public", ".hugo_build.lock"})
"""What earlier builds left at the root."""
_ENVIRONMENT = "pyvenv.cfg"
"""What a Python installation has at its root; it is no part of the site."""
_STATS = "hugo_stats.json"
"""What Hugo writes to the root when `buildStats` is on, and templates may read."""


class SiteCopy:
    """The copy of one site: `root` is where it stands.

    The path of `root` is that of the site behind `surroundings`.
    """

    def __init__(self, original: Path, temporary: Path) -> None:
        """Copy the site at `original` into a temporary folder. Raises OSError."""
        self._real = original.resolve()
        self._temporary = temporary
        self.surroundings = temporary / "site"
        self.root = _surround(self._real, self.surroundings)
        self._folders = {original: self.root}
        self._replaced: dict[Path, bytes] = {}
        _Copier(self._real, self.root, str(temporary)).run()

    def revise(self, texts: Mapping[Path, str]) -> None:
        """Put other texts into some files of the site. Raises OSError."""
        self.restore()
        for path, text in texts.items():
            place = self._place(path)
            self._replaced[place] = place.read_bytes()
            _overwrite(place, text.encode("utf-8", "surrogateescape"))

    def restore(self) -> None:
        """Put back what the files of the site hold."""
        for place, data in self._replaced.items():
            _overwrite(place, data)
        self._replaced = {}

    def forget_build(self) -> None:
        """Take back what a build left that a later one could read."""
        stats, own = self._real / _STATS, self.root / _STATS
        if stats.is_file():
            shutil.copyfile(stats, own)
        else:
            own.unlink(missing_ok=True)

    def _place(self, path: Path) -> Path:
        """Where a file of the site really is in the copy."""
        return self._own(self._folder(path.parent) / path.name)

    def _folder(self, folder: Path) -> Path:
        if folder not in self._folders:
            self._folders[folder] = self._own(self._folder(folder.parent) / folder.name)
        return self._folders[folder]

    def _own(self, place: Path) -> Path:
        """The place behind its symlinks; what is outside of the copy is copied, and linked instead.

        The folder that holds the place is in the copy, so that nothing else is ever touched.
        """
        if not place.is_symlink():
            return place
        goal = place.resolve()
        if goal.is_relative_to(self._temporary):
            return goal
        linked = self._temporary / "linked" / goal.relative_to(goal.anchor)
        linked.parent.mkdir(parents=True, exist_ok=True)
        if goal.is_dir():
            shutil.copytree(goal, linked, symlinks=True, dirs_exist_ok=True)
        else:
            shutil.copy2(goal, linked)
        place.unlink()
        place.symlink_to(linked)
        return linked


def _overwrite(place: Path, data: bytes) -> None:
    """New bytes with the old time stamp, which may be a page's `lastmod`."""
    status = place.stat()
    place.write_bytes(data)
    os.utime(place, ns=(status.st_atime_ns, status.st_mtime_ns))


def _surround(site: Path, surroundings: Path) -> Path:
    """The folders above the site, with symlinks to all that they hold; gives the site's place."""
    place = surroundings
    for folder, child in zip(reversed(site.parents), site.parts[1:], strict=True):
        place.mkdir(exist_ok=True)
        for name in _names(folder):
            if name != child:
                (place / name).symlink_to(folder / name)
        place /= child
    return place


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - names are all that is wanted
    except OSError:
        return []


@dataclass(frozen=True)
class _Copier:
    """Copies one site; text in the place of Path, for tens of thousands of files."""

    site: Path
    copy: Path
    temporary: str

    def run(self) -> None:
        """Copy what is at the root, and all below it."""
        self.copy.mkdir()
        with os.scandir(self.site) as entries:
            for entry in entries:
                if entry.name in _LEFT_OUT:
                    continue
                target = f"{self.copy}{os.sep}{entry.name}"
                hidden = entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)
                if hidden or Path(entry.path, _ENVIRONMENT).is_file():
                    Path(target).symlink_to(entry.path)
                else:
                    self._copy(entry, target)

    def _copy(self, entry: os.DirEntry[str], target: str) -> None:
        if entry.is_symlink():
            self._copy_link(entry.path, target)
        elif entry.is_dir():
            self._copy_folder(entry, target)
        elif entry.is_file():
            _copy_file(entry.path, target)

    def _copy_folder(self, entry: os.DirEntry[str], target: str) -> None:
        if entry.name in _SHARED:
            Path(target).symlink_to(entry.path)
        elif entry.path != self.temporary:
            os.mkdir(target)  # noqa: PTH102
            with os.scandir(entry.path) as inside:
                for inner in inside:
                    self._copy(inner, f"{target}{os.sep}{inner.name}")

    def _copy_link(self, link: str, target: str) -> None:
        """A symlink to the same place; where that is in the site, to its copy."""
        goal = Path(os.path.realpath(link))
        inside = goal.is_relative_to(self.site)
        Path(target).symlink_to(self.copy / goal.relative_to(self.site) if inside else goal)


def _copy_file(source: str, target: str) -> None:
    shutil.copyfile(source, target)
    status = os.stat(source)  # noqa: PTH116
    os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))
