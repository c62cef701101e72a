"""What is beside the pages that are rewritten and may count on them as they were."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from afr_content.census import Census
from afr_content.links import links_of
from afr_content.migration.page import Landing
from afr_content.migration.parts import Fate, Remark
from afr_content.source import SourceFile

_TEMPLATES: Final = (
    "index.html",
    "partials/widget_page.html",
    "widget_page/single.html",
    "partials/landing_page.html",
    "landing/single.html",
)
"""Templates that decide what a page with sections shows."""
_HOME: Final = re.compile(r"/?(?:content/)?home(?:/.*)?")
_REFERENCES: Final = ("ref", "relref")


def remarks(census: Census, pages: Sequence[Landing]) -> Iterator[Remark]:
    """What is to be looked at when these pages are rewritten."""
    if not pages:
        return
    yield from _menus(census, pages)
    yield from _templates(census.site.root)
    homes = [page for page in pages if page.target != page.index.path]
    yield from _left_beside(homes)
    if homes:
        yield from _references(census)


def _menus(census: Census, pages: Sequence[Landing]) -> Iterator[Remark]:
    """Menus that lead to a section which is no longer on its page."""
    gone = {
        (census.address_with(census.by_path[page.index.path]), moved.id)
        for page in pages
        for moved in page.sections
        if moved.fate is Fate.COMMENT
    }
    links, default = links_of(census), census.settings.default_language
    for entry in census.settings.menus if gone else ():
        url = entry.scalar("url")
        target = links.find_in_menu(url.text, entry.language or default) if url else None
        if url and target and (target.path, target.fragment) in gone:
            source = SourceFile(entry.file.path, entry.file.document.text)
            line = source.position(url.start).line
            text = f"the menu leads to `{url.text}`, a section that is no longer shown"
            yield Remark(entry.file.path, line, "url", text, is_loss=True)


def _templates(root: Path) -> Iterator[Remark]:
    """Templates of the site's own that stand in the place of the theme's."""
    for name in _TEMPLATES:
        path = root / "layouts" / name
        if path.is_file():
            yield Remark(path, 1, "", "this template is the site's own: it must show landing pages")


def _left_beside(homes: Sequence[Landing]) -> Iterator[Remark]:
    """Files beside the start page's sections: they were its resources and are nobody's now."""
    gone = {path for page in homes for path in page.gone}
    folders = {page.index.path.parent for page in homes}
    for path in sorted(path for folder in folders for path in folder.rglob("*")):
        if path.is_file() and path not in gone and not path.name.startswith("."):
            yield Remark(path, 1, "", "it stays, and no longer belongs to the start page")


def _references(census: Census) -> Iterator[Remark]:
    """Texts that name the start page by its folder."""
    for facts in census.pages:
        for mention in facts.mentions:
            named = mention.positional[0].value if mention.positional else ""
            if mention.target in _REFERENCES and _HOME.fullmatch(named):
                line = census.source(facts).position(mention.span.start).line
                text = f'`{mention.target} "{named}"` names a page that is no longer there'
                yield Remark(facts.path, line, "", text, is_loss=True)
