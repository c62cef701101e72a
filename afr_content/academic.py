"""Whether a site has the theme's generation before 5.0, called Academic, as its files say."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_NAMED = re.compile(r"""^theme\s*[:=]\s*\[?\s*["']?(?:hugo-)?academic["']?\s*(?:[],#]|$)""", re.M)
_NAMED_IN_LIST = re.compile(r"""^theme:\s*\n\s*-\s*["']?(?:hugo-)?academic["']?\s*$""", re.M)
_SUBMODULE = re.compile(
    r"^\s*path\s*=\s*(themes/\S+)\s*\n\s*url\s*=\s*\S*/(?:hugo-)?academic(?:\.git)?/?\s*$", re.M
)
_ORIGINAL = re.compile(r"^\s*url\s*=\s*\S*gcushen/hugo-academic(?:\.git)?/?\s*$", re.M)
_COLOR_THEME = re.compile(r"^\s*color_theme\s*[:=]", re.M)
_SEARCH_ENGINE = re.compile(
    r"^\s*(?:\[(?:params\.)?search\]|search:)[^\n]*\n(?:\s*(?:#[^\n]*)?\n)*\s*engine\s*[:=]\s*\d",
    re.M,
)


@cache
def has_academic(root: Path) -> bool:
    """Whether the settings or git's modules name it, or the parameters are such as it reads.

    From 5.0 on the theme is a Hugo module: a site that requires one is not asked.
    """
    texts = [_text(path) for path in _settings(root)]
    if any(_NAMED.search(text) or _NAMED_IN_LIST.search(text) for text in texts):
        return True
    if (root / "go.mod").is_file():
        return False
    has_submodule = _SUBMODULE.search(_text(root / ".gitmodules")) is not None
    return has_submodule or any(map(_has_its_parameters, texts))


@cache
def has_original(root: Path) -> bool:
    """Whether git's modules name the theme's own repository."""
    return _ORIGINAL.search(_text(root / ".gitmodules")) is not None


@cache
def has_fork(root: Path) -> bool:
    """Whether git's modules name somebody's copy of the theme, which may know more than it."""
    text = _text(root / ".gitmodules")
    return _SUBMODULE.search(text) is not None and _ORIGINAL.search(text) is None


def _has_its_parameters(text: str) -> bool:
    """Whether there is `color_theme` (until 4.4), or a search engine by number (until 4.8)."""
    return _COLOR_THEME.search(text) is not None or _SEARCH_ENGINE.search(text) is not None


def _settings(root: Path) -> list[Path]:
    folder = root / "config" / "_default"
    files = [*root.glob("config.*"), *root.glob("hugo.*"), *folder.glob("*.*")]
    return [file for file in files if file.suffix in (".toml", ".yaml", ".yml")]


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace") if path.is_file() else ""
    except OSError:
        return ""
