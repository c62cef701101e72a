"""Who leads to a page: menus, links, and front matter that names it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from afr_content.census import Census, is_active
from afr_content.facts import Facts, is_address
from afr_content.links import links_of
from afr_content.source import SourceFile


class Referrer(NamedTuple):
    """A place that leads to a page."""

    path: Path
    offset: int


class Inbound:
    """Who leads to some pages of a site; a page does not lead to itself.

    Only what visitors see counts: no hidden section, and no page that is not built.
    """

    def __init__(self, census: Census, pages: Iterable[Facts]) -> None:
        self._census, self._links = census, links_of(census)
        self._pages = {facts.path for facts in pages}
        self._clean = census.site.addresses.clean
        self._by_word: dict[str, list[tuple[str, Facts]]] = defaultdict(list)
        for facts in map(census.by_path.__getitem__, self._pages):
            name = self._name(facts)
            for word in {_last(name), _last(census.address(facts))}:
                self._by_word[word].append((name, facts))
        self._found: dict[Path, list[Referrer]] = defaultdict(list)
        referrers = (*self._from_menus(), *self._from_pages()) if self._pages else ()
        for path, referrer in referrers:
            if path in self._pages and path != referrer.path:
                self._found[path].append(referrer)

    def to(self, facts: Facts) -> list[Referrer]:
        """Who leads to one of the pages: menus first."""
        return self._found.get(facts.path, [])

    def line(self, referrer: Referrer) -> int:
        """The line of a place. Raises OSError when its file is gone meanwhile."""
        facts = self._census.by_path.get(referrer.path)
        if facts:
            return self._census.source(facts).position(referrer.offset).line
        files = self._census.settings.files
        text = next(file.document.text for file in files if file.path == referrer.path)
        return SourceFile(referrer.path, text).position(referrer.offset).line

    def _name(self, facts: Facts) -> str:
        """The path that names a page: that of its file, or of its folder for an `index.md`."""
        _, folder, stem = facts.place
        return self._clean(f"/{folder}" if stem in ("index", "_index") else f"/{folder}/{stem}")

    def _from_menus(self) -> Iterator[tuple[Path, Referrer]]:
        settings = self._census.settings
        for entry in settings.menus:
            url = entry.scalar("url") or entry.scalar("pageref")
            if url and _last(url.text) in self._by_word:
                language = entry.language or settings.default_language
                page = self._links.find_in_menu(url.text, language).page
                if page:
                    yield page.path, Referrer(entry.file.path, url.start)

    def _from_pages(self) -> Iterator[tuple[Path, Referrer]]:
        for facts in self._census.pages:
            if self._is_seen(facts):
                yield from self._by_address(facts)
                yield from self._by_name(facts)

    def _is_seen(self, facts: Facts) -> bool:
        if not facts.is_section:
            return facts.path not in self._census.unbuilt
        page = self._census.page_of(facts)
        return is_active(facts) and (page is None or self._is_seen(page.page))

    def _by_address(self, facts: Facts) -> Iterator[tuple[Path, Referrer]]:
        """Links of the body and of front matter."""
        links = [(m.target, m.span.start) for m in facts.mentions if m.kind != "shortcode"]
        links += [(f.text, f.span.start) for f in facts.values if is_address(f.key)]
        for address, offset in links:
            if _last(address) in self._by_word:
                page = self._links.find(address, self._census.address_with(facts) or "/").page
                if page:
                    yield page.path, Referrer(facts.path, offset)

    def _by_name(self, facts: Facts) -> Iterator[tuple[Path, Referrer]]:
        """Projects, slides and authors; what shortcodes name."""
        language = facts.place.language
        for name, offset in (*_named(facts), *_named_in_body(facts)):
            wanted = self._clean(f"/{_ENDING.sub('', name.partition('#')[0].strip('/'))}")
            for own, page in self._by_word.get(_last(wanted), ()):
                if own.endswith(wanted) and page.place.language == language:
                    yield page.path, Referrer(facts.path, offset)


def _named(facts: Facts) -> Iterator[tuple[str, int]]:
    for fact in filter(lambda named: named.text, facts.all(*_FOLDERS)):
        yield f"{_FOLDERS[fact.key]}/{fact.text}", fact.span.start


def _named_in_body(facts: Facts) -> Iterator[tuple[str, int]]:
    for mention in facts.mentions:
        if mention.kind == "shortcode" and mention.target in _SHORTCODES:
            for argument in mention.arguments[:1]:
                yield _SHORTCODES[mention.target] + argument.value, argument.span.start


_FOLDERS = {
    "projects": "project", "slides": "slides", "authors": "authors", "author": "authors",
    "sections.content.username": "authors",
}  # fmt: skip
"""The folder in which the theme looks for what a key names."""
_SHORTCODES = {"ref": "", "relref": "", "mention": "authors/"}
_ENDING = re.compile(r"(?:(?:^|/)_?index)?(?:\.(?:md|html))?$")


def _last(address: str) -> str:
    """The last part of an address or a name, in lower case, endings left out."""
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    path = re.sub(r"(?:(?:^|/)_?index)?(?:\.[a-z]+)*/*$", "", path.strip().lower())
    return path.rpartition("/")[2]
