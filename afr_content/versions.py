"""Which Hugo and which theme a site uses, as its own files say."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from afr_content.hugo import HugoVersion
from afr_content.theme import ThemeVersion

_NETLIFY = re.compile(r'^\s*HUGO_VERSION\s*=\s*["\']([^"\']+)', re.M)
_WORKFLOW = re.compile(r"^\s*-?\s*(?:hugo-version|HUGO_VERSION):\s*[\"']?v?(\d+\.\d+[\d.]*)", re.M)
_MODULE = re.compile(
    r"^\s*(?:require\s+)?github\.com/"
    r"(?:wowchemy/wowchemy-hugo-(?:modules|themes)|gcushen/hugo-academic|HugoBlox/hugo-blox-builder)"
    r"(?:/modules)?(?:/(?:wowchemy|wowchemy-bootstrap|blox-bootstrap))?(?:/v\d)?"
    r"\s+v(\d+)\.(\d+)\.(\d+)(?:-[\w.]*?(\d{14})-[0-9a-f]{12})?",
    re.M,
)
_RELEASES = (
    ("20210211", "5.0"), ("20210324", "5.1"), ("20210525", "5.2"), ("20210629", "5.3"),
    ("20211128", "5.4"), ("20220322", "5.5"), ("20220628", "5.6"), ("20220924", "5.7"),
    ("20230730", "5.8"), ("20231101", "5.9"), ("20240224", "5.9.7"),
)  # fmt: skip
"""The day (YYYYMMDD, UTC) each version was tagged in the theme's repository."""
_LANDING_ON_MAIN = "202211"
"""From this month on the theme's main branch has the landing pages that 5.8 was tagged with."""


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

    4.0 for a site that has the v4 theme by name; None when nothing tells.
    """
    for name in ("go.mod", "_vendor/modules.txt"):
        match = _MODULE.search(_text(root / name).replace("# github.com", "github.com"))
        if match:
            return _module_version(match)
    return _of_folder(root) or (ThemeVersion(4, 0) if _names_academic(root) else None)


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
    configs = [*root.glob("config.*"), *root.glob("hugo.*"), *root.glob("config/_default/*")]
    named = _REQUIRED.findall(_text(root / "go.mod"))
    named += [module for path in configs for module in _IMPORTED.findall(_text(path))]
    return any(not re.match(rf"github\.com/{_THEMES_MODULES}", module) for module in named)


def _module_version(match: re.Match[str]) -> ThemeVersion:
    tagged = ThemeVersion(int(match[1]), int(match[2]), int(match[3]))
    day = match[4]
    if day is None:
        return tagged
    if day < _RELEASES[0][0]:
        # between v4 and 5.0 the theme changed by the week: as 5.0 once it had Wowchemy's name
        return ThemeVersion(5, 0)
    if _LANDING_ON_MAIN <= day < "20230730":
        return ThemeVersion(5, 8)
    return max(ThemeVersion.parse(version) for since, version in _RELEASES if since <= day)


def _names_academic(root: Path) -> bool:
    configs = [*root.glob("config.*"), *root.glob("config/_default/config.*"), *root.glob("hugo.*")]
    return any(
        re.search(r"^theme\s*[:=]\s*\[?\s*[\"']?(hugo-)?academic\b", _text(path), re.M)
        for path in configs
    )


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace") if path.is_file() else ""
    except OSError:
        return ""
