"""Which Hugo and which theme a site uses, as its own files say."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from afr_content.academic import has_academic
from afr_content.hugo import HugoVersion
from afr_content.theme import ACADEMIC, ThemeVersion

_NETLIFY = re.compile(r'^\s*HUGO_VERSION\s*=\s*["\']([^"\']+)', re.M)
_WORKFLOW = re.compile(r"^\s*-?\s*(?:hugo-version|HUGO_VERSION):\s*[\"']?v?(\d+\.\d+[\d.]*)", re.M)
_MODULE = re.compile(
    r"^\s*(?:require\s+)?github\.com/"
    r"(?P<path>"
    r"(?:wowchemy/wowchemy-hugo-(?:modules|themes)|gcushen/hugo-academic|HugoBlox/hugo-blox-builder)"
    r"(?:/modules)?(?P<folder>/(?:wowchemy|wowchemy-bootstrap|blox-bootstrap))?(?:/v\d)?)"
    r"\s+v(?P<tag>\d+\.\d+\.\d+)(?:-[\w.]*?(?P<day>\d{14})-[0-9a-f]{12})?",
    re.M,
)
_RELEASES = (
    ("20210211", "5.0"), ("20210324", "5.1"), ("20210525", "5.2"), ("20210629", "5.3"),
    ("20211128", "5.4"), ("20220322", "5.5"), ("20220628", "5.6"), ("20220924", "5.7"),
    ("20230730", "5.8"), ("20230930", "5.9"), ("20231129", "5.9.7"),
)  # fmt: skip
"""The day (YYYYMMDD, UTC) each version was tagged in the theme's repository.

Of 5.9 and 5.9.7 it is the day on which the main branch had what they were tagged with later: types
of publication by name, and landing pages that are an `_index.md`.
"""
_STILL_ACADEMIC = "20201108"
"""Until this day the theme called itself 4.8, though its repository had Wowchemy's name by then."""
_REBUILT = ("20211214", "20220322")
"""In between, 5.5 came into being: what a site has of it, and of 5.4 still, changed by the week."""
_LANDING_ON_MAIN = "20221024214304"
"""When the theme's main branch got the landing pages that 5.8 was tagged with (UTC, to the second).
"""


def hugo_of(root: Path) -> HugoVersion | None:
    """What the site's files name, else the `hugo` on PATH; None if neither tells."""
    return named_hugo(root) or installed_hugo()


@cache
def named_hugo(root: Path) -> HugoVersion | None:
    """From `netlify.toml`, else a GitHub workflow; None if neither tells."""
    netlify = _NETLIFY.findall(_text(root / "netlify.toml"))
    workflows = sorted((root / ".github" / "workflows").glob("*.y*ml"))
    written = netlify + [v for path in workflows for v in _WORKFLOW.findall(_text(path))]
    for text in written:
        try:
            return HugoVersion.parse(text)
        except ValueError:
            continue  # `latest`, or empty: it tells nothing
    return None


@cache
def installed_hugo() -> HugoVersion | None:
    """The version of the `hugo` on PATH; None when there is none that answers."""
    import shutil
    import subprocess

    program = shutil.which("hugo")
    if not program:
        return None
    try:
        answer = subprocess.run(
            [program, "version"], capture_output=True, text=True, timeout=10, check=False
        ).stdout
        match = re.search(r"v(\d+\.\d+(\.\d+)?)", answer)
        return HugoVersion.parse(match[1]) if match else None
    except (OSError, subprocess.SubprocessError, ValueError):
        return None


@cache
def theme_of(root: Path) -> ThemeVersion | None:
    """From `go.mod`, `_vendor/modules.txt`, or what a theme in `themes` or `_vendor` says itself.

    `ACADEMIC` for a site that has the v4 theme by name; None when nothing tells.
    """
    for name in ("go.mod", "_vendor/modules.txt"):
        named = list(_MODULE.finditer(_text(root / name).replace("# github.com", "github.com")))
        if named:
            return _module_version(_theme_among(named, root))
    return _of_folder(root) or (ACADEMIC if has_academic(root) else None)


def _theme_among(named: list[re.Match[str]], root: Path) -> re.Match[str]:
    """The module that the site's settings import, else the one that holds nothing but the theme.

    `go mod` leaves older ones in the file, and those that only another module wants.
    """
    imported = {path.removeprefix("github.com/") for path in _imported(root)}
    return max(named, key=lambda match: (match["path"] in imported, match["folder"] is not None))


_DATA_FILES = ("wowchemy.toml", "hugoblox.toml", "academic.toml")
_WRITTEN_VERSION = re.compile(r"""^version\s*=\s*["'](\d+\.\d+[\d.]*)""", re.M)


def _of_folder(root: Path) -> ThemeVersion | None:
    """The version in the `data` folder of a theme that lies beside the site."""
    folders = [*root.glob("themes/*/data"), *root.glob("themes/*/*/data")]
    if (root / "_vendor").is_dir():
        folders += (root / "_vendor").rglob("data")
    for folder in folders:
        for name in _DATA_FILES:
            written = _WRITTEN_VERSION.search(_text(folder / name))
            if written:
                return ThemeVersion.parse(written[1])
    return None


_THEMES_MODULES = (
    r"(?:wowchemy/wowchemy-hugo-(?:modules|themes)|gcushen/hugo-academic"
    r"|HugoBlox/hugo-blox-builder)"
)
_REQUIRED = re.compile(r"^\s*(?:require\s+)?([\w.-]+\.[a-z]+/\S+)\s+v\d(?!.*// indirect)", re.M)
_IMPORTED = re.compile(r"""^\s*(?:-\s*)?path\s*[:=]\s*["']?([\w.-]+\.[a-z]+/[^\s"']+)""", re.M)


@cache
def has_foreign_modules(root: Path) -> bool:
    """Whether the site is built with modules that are not the theme's own and not vendored."""
    if (root / "_vendor" / "modules.txt").is_file():
        return False
    named = [*_REQUIRED.findall(_text(root / "go.mod")), *_imported(root)]
    return any(not re.match(rf"github\.com/{_THEMES_MODULES}", module) for module in named)


_TAILWIND = re.compile(
    r"github\.com/HugoBlox/(?:hugo-blox-builder/modules/blox-tailwind|kit/modules/blox)\b"
)
_THEME = re.compile(r"""^theme\s*[:=]\s*(?:\[\s*)?["']?([\w.-]+)""", re.M)
_SIGNS = ("partials/widgets", "partials/blocks", "_partials/widgets")
"""Folders below `layouts` that every version of the theme has."""


@cache
def has_other_theme(root: Path) -> bool:
    """Whether a site has a theme to be seen that is none of Wowchemy's, nor its predecessor."""
    if theme_of(root):
        return False
    if names_tailwind(root):
        return True
    names = [name for path in _configs(root) for name in _THEME.findall(_text(path))]
    layouts = [root / "themes" / name / "layouts" for name in names]
    has_signs = any((folder / sign).is_dir() for folder in layouts for sign in _SIGNS)
    return any(folder.is_dir() for folder in layouts) and not has_signs


def names_tailwind(root: Path) -> bool:
    """Whether a site names HugoBlox's later theme, which is made with Tailwind CSS."""
    named = (*_REQUIRED.findall(_text(root / "go.mod")), *_imported(root))
    return any(map(_TAILWIND.match, named))


def _imported(root: Path) -> list[str]:
    """The modules that the site's settings import."""
    return [module for path in _configs(root) for module in _IMPORTED.findall(_text(path))]


def _configs(root: Path) -> list[Path]:
    return [*root.glob("config.*"), *root.glob("hugo.*"), *root.glob("config/_default/*")]


def _module_version(match: re.Match[str]) -> ThemeVersion | None:
    tagged = ThemeVersion.parse(match["tag"])
    day = match["day"]
    if day is None:
        return tagged
    if _REBUILT[0] <= day < _REBUILT[1]:
        return None
    if day < _STILL_ACADEMIC:
        return ThemeVersion(4, 8)
    if day < _RELEASES[0][0]:
        # between v4 and 5.0 the theme changed by the week: as 5.0 once it had Wowchemy's name
        return ThemeVersion(4, 8) if "hugo-academic" in match["path"] else ThemeVersion(5, 0)
    if _LANDING_ON_MAIN <= day < "20230730":
        return ThemeVersion(5, 8)
    return max(ThemeVersion.parse(version) for since, version in _RELEASES if since <= day)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace") if path.is_file() else ""
    except OSError:
        return ""
