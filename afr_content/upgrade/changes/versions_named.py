"""The files that say which Hugo builds the site: Netlify's, GitHub's, and this program's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from afr_content.config import CONFIG_NAME
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.hugo import HugoVersion
from afr_content.source import Span
from afr_content.theme import ThemeVersion
from afr_content.upgrade.move import Move

CODE = "UPG103"
SEVERITY = Severity.WARNING

_NUMBER = r"(?P<version>\d+\.\d+(?:\.\d+)?)"
_NETLIFY = re.compile(rf"^\s*HUGO_VERSION\s*=\s*[\"']{_NUMBER}[\"']", re.M)
_WORKFLOW = re.compile(
    rf"^\s*-?\s*(?:hugo-version|HUGO_VERSION):\s*[\"']?v?{_NUMBER}(?![\w.])", re.M
)
_OWN_HUGO = re.compile(rf"^\s*hugo-version\s*=\s*[\"']{_NUMBER}[\"']", re.M)
_OWN_THEME = re.compile(rf"^\s*theme-version\s*=\s*[\"']{_NUMBER}[\"']", re.M)


def check_site(move: Move) -> Iterator[Located]:
    """Every place that names a version older than the one to come."""
    hugo, theme = move.after.hugo, move.after.theme
    if hugo and hugo != move.before.hugo:
        for path, pattern in _places(move.root):
            yield from _older(move, path, pattern, hugo, f"{hugo}")
    if theme and theme != move.before.theme:
        yield from _older(move, move.root / CONFIG_NAME, _OWN_THEME, theme, f"{theme}")


def _places(root: Path) -> Iterator[tuple[Path, re.Pattern[str]]]:
    yield root / "netlify.toml", _NETLIFY
    for path in sorted((root / ".github" / "workflows").glob("*.y*ml")):
        yield path, _WORKFLOW
    yield root / CONFIG_NAME, _OWN_HUGO


def _older(
    move: Move,
    path: Path,
    pattern: re.Pattern[str],
    version: HugoVersion | ThemeVersion,
    text: str,
) -> Iterator[Located]:
    if not path.is_file():
        return
    what = "Hugo" if isinstance(version, HugoVersion) else "theme"
    for match in pattern.finditer(move.read(path).text):
        if type(version).parse(match["version"]) < version:
            span = Span(*match.span("version"))
            message = f"This names {what} {match['version']}, not {text}"
            fix = Fix.replace(f"Write `{text}`", span, text)
            yield Located(path, Finding(span, message, fix))
