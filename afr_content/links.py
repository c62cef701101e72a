"""Where an address within the site leads: to a page, to a file, or to nothing.

What a site publishes is known from its content, its settings and its files. What only a build
could tell (remote themes, mounted folders, pages made from data) is `UNKNOWN`, never `NOTHING`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin

from afr_content.addresses import Role, Source
from afr_content.bodies import anchors, embedded
from afr_content.census import Census, WidgetPage
from afr_content.facts import Facts
from afr_content.frontmatter import parse
from afr_content.names import nearest


class Leads(Enum):
    """What an address leads to."""

    OUTSIDE = "another site"
    PAGE = "a page"
    FILE = "a file"
    NOTHING = "nothing"
    UNKNOWN = "nobody knows"


class Target(NamedTuple):
    """Where an address leads; `page` is there when it is one that a content file makes."""

    leads: Leads
    path: str = ""
    fragment: str = ""
    page: Facts | None = None


_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.I)
_MADE_BY_TEMPLATE = re.compile(r"{{|}}|{%|\$\{")
_GENERATED = re.compile(
    r"(.*/)?(index\.(xml|json|ics|webmanifest)|sitemap\.xml|robots\.txt|manifest\.webmanifest"
    r"|manifest\.json|404\.html|feed\.xml|atom\.xml|rss\.xml|calendar\.ics|backlinks\.json)"
    r"|/(admin|css|js|webfonts|page)(/.*)?|.*/page/\d+/?"
)
"""What templates publish beside the pages."""


@lru_cache(maxsize=1)
def links_of(census: Census) -> Links:
    """The links of a site, the same for all rules that ask."""
    return Links(census)


class Links:
    """Looks up addresses in a site."""

    def __init__(self, census: Census) -> None:
        self._census = census
        self._site = census.site
        self._anchors: dict[str, frozenset[str] | None] = {}

    def find_in_menu(self, address: str, language: str) -> Target:
        """Where a menu of a language leads: the theme puts the language's prefix in front.

        Not where it is there already.
        """
        prefix = self._site.addresses.prefix(language)
        inside = address.lstrip("/") if address.startswith("/") else address
        target = self.find(inside, base=prefix)
        if target.leads is not Leads.NOTHING:
            return target
        other = self.find(address)
        is_whole = other.path.startswith(prefix)
        return other if is_whole and other.leads is not Leads.NOTHING else target

    def is_widget_page(self, target: Target) -> bool:
        """Whether an address leads to a page with sections, or with blocks."""
        is_landing = target.page is not None and bool(target.page.blocks)
        return is_landing or target.path in self._widget_pages

    def find(self, address: str, base: str = "/") -> Target:
        """Where an address leads that is written on the page published at `base`.

        Query and fragment are left aside; the fragment is handed back.
        """
        address = address.strip()
        if _MADE_BY_TEMPLATE.search(address):
            return Target(Leads.UNKNOWN)
        if _OUTSIDE.match(address):
            return Target(Leads.OUTSIDE)
        rest, _, fragment = address.partition("#")
        path = unquote(_joined(base, rest.partition("?")[0])) if rest else base
        return self._target(path)._replace(fragment=unquote(fragment))

    def _target(self, path: str) -> Target:
        for candidate in self._readings(path):
            known = next((form for form in _forms(candidate) if form in self._pages), None)
            if known:
                page = next(iter(self._pages_at(known)), None)
                return Target(Leads.PAGE, known, page=page)
            if candidate in self._redirects:
                return Target(Leads.PAGE, candidate)
            if self._file(candidate):
                return Target(Leads.FILE, candidate)
        if _GENERATED.fullmatch(path) or any(map(path.startswith, self._open_redirects)):
            return Target(Leads.UNKNOWN, path)
        return Target(Leads.UNKNOWN if self._is_open else Leads.NOTHING, path)

    def _readings(self, path: str) -> list[str]:
        """The path as it is, and without the path of the site's base address."""
        base = self._site.settings.base_path
        is_inside = base != "/" and f"{path}/".startswith(base)
        inside = [f"/{path[len(base) :]}"] if is_inside else []
        return [path, *inside]

    @staticmethod
    def is_outside(address: str) -> bool:
        """Whether an address is of another site, or made by a template."""
        return bool(_OUTSIDE.match(address.strip()) or _MADE_BY_TEMPLATE.search(address))

    def near(self, path: str) -> str | None:
        """The published page whose address was probably meant."""
        head, last = _split(path)
        pages = sorted(self._pages)
        siblings = {_split(known)[1]: known for known in pages if _split(known)[0] == head}
        found = nearest(last, tuple(siblings)) if last else None
        if found:
            return siblings[found]
        moved = [known for known in pages if last and _split(known)[1] == last]
        return moved[0] if len(moved) == 1 else None

    def anchors(self, target: Target) -> frozenset[str] | None:
        """The names of the places on a page of a content file; None when they are not all known."""
        if target.path not in self._anchors:
            self._anchors[target.path] = self._find_anchors(target)
        return self._anchors[target.path]

    def _find_anchors(self, target: Target) -> frozenset[str] | None:
        if self._site.has_other_theme:
            return None
        page = self._widget_pages.get(target.path)
        texts = [target.page] if target.page else []
        if target.page and target.page.blocks:
            return self._of_blocks(target.page)
        if page:
            if any(section.widget in self._site.own_widgets for section in page.shown):
                return None
            texts = [*page.shown]
        names = [self._in_text(facts) for facts in texts]
        if not texts or None in names:
            return None
        sections = map(self._census.anchor, page.shown) if page else ()
        return frozenset({"top", *sections}.union(*filter(None, names)))

    def _of_blocks(self, page: Facts) -> frozenset[str] | None:
        """The places on a landing page: its blocks, and what their texts make."""
        if any(block.name in self._site.own_blocks for block in page.blocks):
            return None
        source = self._census.source(page).text
        names = [anchors(one.text, 0) for one in embedded(source, parse(source).mapping)]
        if None in names:
            return None
        ids = (block.anchor for block in page.blocks)
        return frozenset({"top", *ids}.union(*filter(None, names)))

    def sections(self, target: Target) -> frozenset[str]:
        """The sections of a widget page: known even where not all places on it are."""
        page = self._widget_pages.get(target.path)
        return frozenset(map(self._census.anchor, page.shown)) if page else frozenset()

    def _in_text(self, facts: Facts) -> frozenset[str] | None:
        """The places that a file's own text makes."""
        text = self._census.source(facts).text
        fences = parse(text).fences
        return anchors(text, fences.body if fences else 0)

    @cached_property
    def _widget_pages(self) -> dict[str, WidgetPage]:
        """The pages with sections by their addresses, the start pages among them."""
        return {self._census.address_with(page.page): page for page in self._census.widget_pages}

    def _file(self, path: str) -> bool:
        """Whether a file is published there: from `static`, or from beside a page.

        A web server shows the `index.html` of a folder.
        """
        inside = path.lstrip("/")
        if not inside:
            return False
        places = [folder / inside for folder in self._site.static_folders]
        if any(place.is_file() or (place / "index.html").is_file() for place in places):
            return True
        beside = () if inside.endswith("/") else self._beside_pages(path)
        return any(file.is_file() for file in beside)

    def _beside_pages(self, path: str) -> Iterator[Path]:
        """The files that a path would come from, were it a resource of a page bundle."""
        published = self._census.published
        head, rest = path.rpartition("/")[0], path.rpartition("/")[2]
        while True:
            for facts in published.get(f"{head}/", ()):
                yield facts.path.parent / rest
            if not head:
                return
            head, _, last = head.rpartition("/")
            rest = f"{last}/{rest}"

    @cached_property
    def _pages(self) -> frozenset[str]:
        return self._made_pages.union(self._census.published, self._census.aliases)

    def _pages_at(self, address: str) -> list[Facts]:
        return self._census.published.get(address) or self._census.aliases.get(address, [])

    @cached_property
    def _made_pages(self) -> frozenset[str]:
        """Pages that Hugo makes by itself: start page, lists of sections, taxonomies and terms."""
        found, addresses = set(), self._site.addresses
        for code in (language.code for language in self._site.settings.languages):
            folders = {"", *self._census.sections(code), *self._site.settings.taxonomies.values()}
            found |= {addresses.of(Source(code, name, "_index"), Role.BRANCH) for name in folders}
            for plural in self._site.settings.taxonomies.values():
                terms = self._census.terms(code, plural)
                found |= {addresses.term(code, plural, term) for term in terms}
        return frozenset(found - {""})

    @cached_property
    def _redirects(self) -> frozenset[str]:
        """Addresses that the web server leads elsewhere."""
        return frozenset(path for path in redirected(self._site.root) if "*" not in path)

    @cached_property
    def _open_redirects(self) -> tuple[str, ...]:
        """How addresses begin of which the web server leads many elsewhere."""
        paths = (re.split(r"[*:]", path)[0] for path in redirected(self._site.root))
        return tuple(path for path in paths if path not in self._redirects)

    @cached_property
    def _is_open(self) -> bool:
        """Whether pages or files come from elsewhere too: mounts, modules, content made of data."""
        settings = self._site.settings
        if settings.get("module", "mounts") or self._site.has_foreign_modules:
            return True
        return any(any(f.rglob("_content.gotmpl")) for f in self._site.content_folders.values())


def _joined(base: str, address: str) -> str:
    """The path an address leads to; no browser climbs above the root of a site."""
    path = urljoin(base, address)
    return path if path.startswith("/") else f"/{path}"


def _forms(path: str) -> tuple[str, str, str]:
    """How a page's address may be written: without its slash, or with the file behind it."""
    return path, f"{path}/", path.removesuffix("index.html")


def _split(path: str) -> tuple[str, str]:
    """What is before the last part of a path, and that part."""
    head, _, last = path.strip("/").rpartition("/")
    return head, last


_NETLIFY_FROM = re.compile(r"^\s*from\s*=\s*[\"']([^\"']+)", re.M)


def redirected(root: Path) -> Iterator[str]:
    """The paths that Netlify is told to lead elsewhere, `*` and `:name` as they are written."""
    for line in _text(root / "static" / "_redirects").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split()[0]
    yield from _NETLIFY_FROM.findall(_text(root / "netlify.toml"))


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""
