"""The Hugo modules that a version of the theme consists of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from afr_content.nodes import Mapping, Scalar, Sequence
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.source import Edit
from afr_content.theme import ThemeVersion
from afr_content.upgrade.move import Move

_THEMES = "github.com/wowchemy/wowchemy-hugo-themes"
_BLOX = "github.com/HugoBlox/hugo-blox-builder"


class Home(NamedTuple):
    """Where the theme lives from a version on: its module, and those that used to be part of it."""

    since: ThemeVersion
    path: str
    cms: str
    netlify: str
    reveal: str = ""


HOMES = (
    Home(
        ThemeVersion(5, 0),
        "github.com/wowchemy/wowchemy-hugo-modules/wowchemy/v5",
        "github.com/wowchemy/wowchemy-hugo-modules/wowchemy-cms/v5",
        "",
    ),
    Home(
        ThemeVersion(5, 4),
        f"{_THEMES}/wowchemy/v5",
        f"{_THEMES}/wowchemy-cms/v5",
        "",
    ),
    Home(
        ThemeVersion(5, 6),
        f"{_THEMES}/modules/wowchemy/v5",
        f"{_THEMES}/modules/wowchemy-plugin-netlify-cms",
        f"{_THEMES}/modules/wowchemy-plugin-netlify",
    ),
    Home(
        ThemeVersion(5, 7),
        f"{_THEMES}/modules/wowchemy/v5",
        f"{_THEMES}/modules/wowchemy-plugin-netlify-cms",
        f"{_THEMES}/modules/wowchemy-plugin-netlify",
        f"{_THEMES}/modules/wowchemy-plugin-reveal",
    ),
    Home(
        ThemeVersion(5, 9),
        f"{_THEMES}/modules/wowchemy-bootstrap/v5",
        f"{_THEMES}/modules/wowchemy-plugin-netlify-cms",
        f"{_THEMES}/modules/wowchemy-plugin-netlify",
        f"{_THEMES}/modules/wowchemy-plugin-reveal",
    ),
    Home(
        ThemeVersion(5, 9, 4),
        f"{_BLOX}/modules/blox-bootstrap/v5",
        f"{_BLOX}/modules/blox-plugin-decap-cms",
        f"{_BLOX}/modules/blox-plugin-netlify",
        f"{_BLOX}/modules/blox-plugin-reveal",
    ),
)

THEME = re.compile(
    r"github\.com/(?:wowchemy/wowchemy-hugo-(?:modules|themes)|HugoBlox/hugo-blox-builder)"
    r"(?:/modules)?/(?P<name>wowchemy|wowchemy-bootstrap|blox-bootstrap)(?:/v5)?"
)
NETLIFY = re.compile(
    r"github\.com/(?:wowchemy/wowchemy-hugo-themes|HugoBlox/hugo-blox-builder)"
    r"/modules/(?:wowchemy|blox)-plugin-netlify"
)
REVEAL = re.compile(
    r"github\.com/(?:wowchemy/wowchemy-hugo-themes|HugoBlox/hugo-blox-builder)"
    r"/modules/(?:wowchemy|blox)-plugin-reveal"
)
CMS = re.compile(
    r"github\.com/(?:wowchemy/wowchemy-hugo-(?:modules|themes)|HugoBlox/hugo-blox-builder)"
    r"(?:/modules)?/(?:wowchemy-cms|netlify-cms-academic|wowchemy-plugin-netlify-cms"
    r"|blox-plugin-decap-cms)(?:/v5)?"
)


def home(theme: ThemeVersion) -> Home:
    """Where a version of the theme lives."""
    return next((h for h in reversed(HOMES) if theme >= h.since), HOMES[0])


def imports(move: Move) -> list[str]:
    """The modules that the site's settings import."""
    found = move.settings.get("module", "imports", default=())
    items = found if isinstance(found, list) else ()
    return [str(item.get("path", "")) for item in items if isinstance(item, dict)]


def all_imports(move: Move, page: Page) -> list[str]:
    """The modules that the site's settings import, and those that a page of them does by now."""
    return [*imports(move), *(node.text for node in imported(page))]


def imported(page: Page) -> Iterator[Scalar]:
    """The paths of the modules that a settings file imports."""
    names = ("imports",) if page.path.stem == "module" else ("module", "imports")
    entry = v.at(page, *names)
    for item in entry.value.items if entry and isinstance(entry.value, Sequence) else ():
        path = item.find("path") if isinstance(item, Mapping) else None
        if path and isinstance(path.value, Scalar):
            yield path.value


_TABLE = re.compile(r"(?P<indent>[ \t]*)(?P<table>\[\[[\w.]+\]\])[ \t]*\n(?P<inner>[ \t]*)\Z")


def import_before(page: Page, node: Scalar, path: str) -> tuple[Edit, ...]:
    """One more import, before the one whose path is at hand."""
    text = page.source.text
    start = text.rfind("\n", 0, node.start) + 1
    before = text[start : node.start]
    if re.fullmatch(r"\s*-\s*path:\s*", before):
        return (Edit(start, start, f"{before}{path}\n"),)
    table = _TABLE.search(text, 0, start + len(before) - len(before.lstrip()))
    if table and re.fullmatch(r"\s*path\s*=\s*", before):
        new = f'{table["indent"]}{table["table"]}\n{before}"{path}"\n'
        return (Edit(table.start(), table.start(), new),)
    return ()
