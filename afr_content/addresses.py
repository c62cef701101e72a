"""Where Hugo publishes a page: the address below the site's root.

After Hugo's `resources/page` (target paths, permalinks) and `common/paths` (which characters stay).
The tests compare with what real Hugos publish.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from functools import cached_property, lru_cache
from typing import NamedTuple

from afr_content.settings import Settings


class Role(Enum):
    """What a content file is to Hugo, by its name and the files around it."""

    LEAF = "the index of a leaf bundle"
    BRANCH = "the index of a branch bundle"
    SINGLE = "a page of its own"
    RESOURCE = "a resource of a leaf bundle"


class Source(NamedTuple):
    """What a page's address is made of: its place, and what its front matter says.

    `folder` is below the content folder of the language, `stem` the file's name without ending and
    language. Texts are empty and `date` is None where nothing is said.
    """

    language: str
    folder: str
    stem: str
    url: str = ""
    slug: str = ""
    title: str = ""
    date: datetime | None = None


class Addresses:
    """Addresses as a site's settings make them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lower = settings.get("disablepathtolower") is not True
        self._accents = settings.get("removepathaccents") is not True

    def prefix(self, language: str) -> str:
        """Where the pages of a language begin: `/`, or `/nl/`."""
        settings = self._settings
        in_subdir = settings.get("defaultcontentlanguageinsubdir") is True
        if not settings.is_multilingual and not in_subdir:
            return "/"
        is_default = language == settings.default_language
        return "/" if is_default and not in_subdir else f"/{language}/"

    def clean(self, text: str) -> str:
        """A text as it stands in an address: a term's name, a folder, a slug."""
        return _clean(text, self._lower, self._accents)

    def of(self, source: Source, role: Role) -> str:
        """The address of a page. A resource has none; its text is empty."""
        if role is Role.RESOURCE:
            return ""
        if source.url and (source.folder or role is not Role.BRANCH):
            return self._by_url(source)
        if role is Role.BRANCH:
            taxonomy, _, term = source.folder.partition("/")
            if term and taxonomy.lower() in self._plurals:
                return self.term(source.language, taxonomy, source.title or term)
            return _ended(self.prefix(source.language), self.clean(source.folder))
        expanded = self._permalink(source, role)
        path = self.clean(expanded if expanded is not None else _own_path(source, role))
        return _ended(self.prefix(source.language), path)

    def term(self, language: str, taxonomy: str, title: str) -> str:
        """The address of a term's page, by the taxonomy's plural name and the page's title."""
        pattern = self._patterns.get(taxonomy.lower())
        source = Source(language, taxonomy, "_index", title=title)
        expanded = self._expanded(pattern, source, Role.BRANCH) if pattern else None
        return _ended(self.prefix(language), self.clean(expanded or f"{taxonomy}/{title}"))

    @cached_property
    def _plurals(self) -> frozenset[str]:
        return frozenset(name.lower() for name in self._settings.taxonomies.values())

    def alias(self, text: str, source: Source, role: Role) -> str:
        """The address of a page's alias; a relative one counts from the page's folder."""
        prefix = self.prefix(source.language)
        parent = self.of(source, role).rstrip("/").rpartition("/")[0]
        path = text if text.startswith("/") else f"{parent.removeprefix(prefix.rstrip('/'))}/{text}"
        return _ended(prefix, path)

    def _by_url(self, source: Source) -> str:
        prefix = self.prefix(source.language)
        path = _joined(source.url)
        own = source.url.startswith("/") or f"/{path}/".startswith(prefix)
        is_file = "." in path and not source.url.endswith("/")
        address = _ended("/" if own else prefix, path)
        return address.removesuffix("/") if is_file else address

    def _permalink(self, source: Source, role: Role) -> str | None:
        """The path as the site's `permalinks` have it for the page's section; None for none."""
        section = source.folder.partition("/")[0]
        pattern = self._patterns.get(section.lower())
        return None if pattern is None else self._expanded(pattern, source, role)

    @staticmethod
    def _expanded(pattern: str, source: Source, role: Role) -> str:
        return _TOKEN.sub(lambda match: _expand(match[1], source, role), pattern)

    @cached_property
    def _patterns(self) -> dict[str, str]:
        """The permalinks of pages by section; from Hugo 0.115 on they may stand below `page`."""
        found = self._settings.get("permalinks", default={})
        found = found if isinstance(found, dict) else {}
        pages = found.get("page")
        together = found | (pages if isinstance(pages, dict) else {})
        return {name: text for name, text in together.items() if isinstance(text, str)}


_TOKEN = re.compile(r":([a-z]+(?:\[[^\]]*\])?)")


def _expand(token: str, source: Source, role: Role) -> str:
    """What stands for a token of a permalink; one that is not known stays."""
    name, _, subset = token.partition("[")
    if name == "sections" and subset:
        return "/".join(_subset(source.folder.split("/"), subset.rstrip("]")))
    make = _TOKENS.get(name)
    return make(source, role) if make else f":{token}"


def _subset(parts: list[str], text: str) -> list[str]:
    start, colon, end = text.partition(":")
    if text == "last":
        return parts[-1:]
    first = int(start) if start.isdigit() else 0
    if not colon:
        return parts[first : first + 1]
    return parts[first : None if end in ("", "last") else int(end)]


def _filename(source: Source, role: Role) -> str:
    return source.folder.rpartition("/")[2] if role is Role.LEAF else source.stem


def _sections(source: Source, role: Role) -> str:
    return source.folder.rpartition("/")[0] if role is Role.LEAF else source.folder


_TOKENS: dict[str, Callable[[Source, Role], str]] = {
    "year": lambda source, _: f"{source.date.year if source.date else 1:04}",
    "month": lambda source, _: f"{source.date.month if source.date else 1:02}",
    "day": lambda source, _: f"{source.date.day if source.date else 1:02}",
    "monthname": lambda source, _: (source.date or datetime.min).strftime("%B"),
    "weekdayname": lambda source, _: (source.date or datetime.min).strftime("%A"),
    "yearday": lambda source, _: str((source.date or datetime.min).timetuple().tm_yday),
    "section": lambda source, _: source.folder.partition("/")[0],
    "sections": _sections,
    "title": lambda source, _: source.title,
    "slug": lambda source, _: source.slug or source.title,
    "slugorfilename": lambda source, role: source.slug or _filename(source, role),
    "filename": _filename,
    "slugorcontentbasename": lambda source, role: source.slug or _filename(source, role),
    "contentbasename": _filename,
}


def _own_path(source: Source, role: Role) -> str:
    """The path by folder and name; a slug takes the place of the name."""
    folder, name = source.folder, source.stem
    if role is Role.LEAF:
        folder, _, name = source.folder.rpartition("/")
    return _joined(f"{folder}/{source.slug or name}")


def _ended(prefix: str, path: str) -> str:
    path = _joined(path)
    return f"{prefix}{path}/" if path else prefix


def _joined(path: str) -> str:
    return "/".join(part for part in path.split("/") if part)


_KEPT = frozenset("./\\_#+~-@")


@lru_cache(maxsize=65536)
def _clean(text: str, lower: bool, accents: bool) -> str:
    """Blanks become hyphens, letters, digits and a few signs stay, all else goes."""
    if not accents:
        plain = unicodedata.normalize("NFD", text)
        text = "".join(char for char in plain if unicodedata.category(char) != "Mn")
    found: list[str] = []
    waiting = False
    for char in text:
        if char in _KEPT or unicodedata.category(char)[0] in "LM" or char.isdecimal():
            if waiting and char != "-":
                found.append("-")
            waiting = False
            found.append(char)
        elif found and found[-1] != "-" and char.isspace():
            waiting = True
    made = "".join(found)
    return made.lower() if lower else made


def urlize(text: str) -> str:
    """A name as Hugo makes an address of it, where the site's settings say nothing else."""
    return _clean(text, lower=True, accents=True)
