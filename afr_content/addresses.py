"""Where Hugo publishes a page: the address below the site's root.

After Hugo's `resources/page` (target paths, permalinks) and `common/paths` (which characters stay);
the tests compare with what real Hugos publish. Where those differ, the site's version decides; a
site of no known version is taken to be built with a Hugo before 0.112. What a language sets for
itself (permalinks, a host of its own) is not looked at, nor does a section's slug change the
addresses of the pages in it, as it does in Hugo 0.168.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from datetime import datetime
from enum import Enum
from functools import cached_property, lru_cache
from typing import NamedTuple

from afr_content.hugo import HugoVersion
from afr_content.permalinks import Subject, expand, patterns_of
from afr_content.settings import Settings

_LANGUAGE_ALONE_IN_FOLDER = HugoVersion(0, 112)
_HYPHEN_PER_BLANK = HugoVersion(0, 123)
_TOKENS_IN_URL = HugoVersion(0, 131)
_URL_AS_WRITTEN = HugoVersion(0, 136, 1)
_LISTS_NEVER_UGLY = HugoVersion(0, 148)
_ALIAS_IN_LANGUAGE = HugoVersion(0, 154, 4)
_SLUG_OF_LISTS = HugoVersion(0, 166)  # after 0.165 and not after 0.168; titles changed with it
"""The versions of Hugo that changed addresses."""


class Role(Enum):
    """What a content file is to Hugo, by its name and the files around it."""

    LEAF = "the index of a leaf bundle"
    BRANCH = "the index of a branch bundle"
    SINGLE = "a page of its own"
    RESOURCE = "a resource of a leaf bundle"


class Source(NamedTuple):
    """What a page's address is made of: its place, and what its front matter says.

    `folder` is below the content folder of the language, `stem` the file's name without ending and
    language. Texts are empty and `date` is None where nothing is said. `section` is the innermost
    folder around the page that has an `_index.md`, else the first; when it is not told, each
    folder is taken to have one.
    """

    language: str
    folder: str
    stem: str
    url: str = ""
    slug: str = ""
    title: str = ""
    date: datetime | None = None
    section: str | None = None


class Addresses:
    """Addresses as a site's settings, and the version of Hugo, make them."""

    def __init__(self, settings: Settings, hugo: HugoVersion | None = None) -> None:
        self._settings = settings
        self._hugo = hugo or HugoVersion(0, 111)
        self._lower = settings.get("disablepathtolower") is not True
        self._accents = settings.get("removepathaccents") is not True
        self._ugly = settings.get("uglyurls")
        self._disabled = settings.disabled_kinds
        self._in_subdir = settings.get("defaultcontentlanguageinsubdir") is True

    def prefix(self, language: str) -> str:
        """Where the pages of a language begin: `/`, or `/nl/`."""
        if not self._settings.is_multilingual and self._hugo < _LANGUAGE_ALONE_IN_FOLDER:
            return "/"
        is_default = language == self._settings.default_language
        return "/" if is_default and not self._in_subdir else f"/{language}/"

    def clean(self, text: str) -> str:
        """A text as it stands in an address: a slug, a title."""
        return _clean(text, self._lower, self._accents)

    def kind(self, source: Source, role: Role) -> str:
        """What Hugo calls the kind of a page: page, home, section, taxonomy or term."""
        if role is not Role.BRANCH:
            return "page"
        if not source.folder:
            return "home"
        first, _, more = source.folder.partition("/")
        if first.lower() not in self._plurals:
            return "section"
        return "term" if more else "taxonomy"

    def of(self, source: Source, role: Role) -> str:
        """The address of a page; empty for a resource, and for kinds that the site disables."""
        kind = self.kind(source, role)
        if role is Role.RESOURCE or kind in self._disabled:
            return ""
        if kind == "home":
            return self.prefix(source.language)
        if source.url:
            return self._by_url(source, role)
        section = _section(source, role)
        pattern = self._patterns.get((kind, section))
        path = (pattern and self._expanded(pattern, source, role)) or self._own_path(source, role)
        address = f"{self.prefix(source.language)}{_joined(self.clean(path))}"
        if address.endswith("/"):
            return address
        return f"{address}.html" if self._is_ugly(kind, section) else f"{address}/"

    def term(self, language: str, taxonomy: str, name: str) -> str:
        """The address of a term without a file, by the taxonomy's plural name and its own."""
        return self.of(Source(language, f"{taxonomy}/{name}", "_index", title=name), Role.BRANCH)

    @cached_property
    def _plurals(self) -> frozenset[str]:
        return frozenset(name.lower() for name in self._settings.taxonomies.values())

    def alias(self, text: str, source: Source, role: Role) -> str:
        """The address of a page's alias; a relative one counts from the folder around the page."""
        if text.startswith("/"):
            in_language = self._hugo >= _ALIAS_IN_LANGUAGE
            path = f"{self.prefix(source.language)}{text}" if in_language else text
        else:
            path = f"{self._folder_of(source, role)}/../{text}"
        path = _joined(path)
        if path.endswith(".html"):
            return f"/{path}"
        return f"/{path}.html" if self._ugly is True else f"/{path}/"

    def _folder_of(self, source: Source, role: Role) -> str:
        """The folder for what belongs to a page; it was that around a file named by `url`."""
        address = self.of(source, role)
        if source.url and address.endswith(".html") and self._hugo < _HYPHEN_PER_BLANK:
            return posixpath.dirname(address)
        return address.removesuffix(".html")

    def _by_url(self, source: Source, role: Role) -> str:
        url = source.url
        if ":" in url and self._hugo >= _TOKENS_IN_URL:
            url = self._expanded(url, source, role)
        prefix = "/" if url.startswith("/") else self.prefix(source.language)
        path = f"{prefix}{_joined(url)}"
        if role is Role.BRANCH and self._hugo < _URL_AS_WRITTEN:
            path = self.clean(path)
        if "." not in url or url.endswith("/"):
            return path if path.endswith("/") else f"{path}/"
        return path.removesuffix("index.html") if path.endswith("/index.html") else path

    def _own_path(self, source: Source, role: Role) -> str:
        """The path by folder and name; a slug takes the place of the name."""
        folder, name = source.folder, source.stem
        if role is not Role.SINGLE:
            folder, _, name = source.folder.rpartition("/")
        has_slug = role is not Role.BRANCH or self._hugo >= _SLUG_OF_LISTS
        return f"{self._named(folder)}/{(has_slug and source.slug) or self._named(name)}"

    def _named(self, path: str) -> str:
        """The name of a file or folder, or a term: from Hugo 0.123 on each blank is a hyphen."""
        return path.replace(" ", "-") if self._hugo >= _HYPHEN_PER_BLANK else path

    def _is_ugly(self, kind: str, section: str) -> bool:
        if kind in ("section", "taxonomy") and self._hugo >= _LISTS_NEVER_UGLY:
            return False
        ugly = self._ugly.get(section) if isinstance(self._ugly, dict) else self._ugly
        return ugly is True or ugly == "true"

    @cached_property
    def _patterns(self) -> dict[tuple[str, str], str]:
        return patterns_of(self._settings.get("permalinks"))

    def _expanded(self, pattern: str, source: Source, role: Role) -> str:
        expanded = expand(pattern, self._subject(source, role), self.clean)
        return expanded.rstrip("/ ") if self._hugo >= _SLUG_OF_LISTS else expanded

    def _subject(self, source: Source, role: Role) -> Subject:
        """What the tokens of a permalink stand for."""
        parent, _, last = source.folder.rpartition("/")
        folder = parent if role is Role.LEAF else source.folder
        folder = folder if source.section is None else source.section
        sections = tuple(filter(None, self._named(folder).split("/")))
        name = source.stem if role is Role.SINGLE else last
        filename = name
        if role is Role.BRANCH:
            filename = "_index" if self._hugo < _HYPHEN_PER_BLANK else ""
        is_flat = role is not Role.BRANCH and self._hugo >= _SLUG_OF_LISTS
        title = re.sub(r"[/\\]", "-", source.title) if is_flat else source.title
        return Subject(sections, filename, name, title, source.slug, source.date)


def _section(source: Source, role: Role) -> str:
    """The first folder around a page, which has permalinks; empty for a page in none."""
    folder = source.folder.rpartition("/")[0] if role is Role.LEAF else source.folder
    return folder.partition("/")[0].lower()


def _joined(path: str) -> str:
    """A path without `.`, `..` and empty parts, nor a slash at either end."""
    if "//" in path or "/." in path or path.startswith("."):
        path = posixpath.normpath(f"/{path}")
    return path.strip("/")


_SURE = re.compile(r"[a-z0-9./_-]*")


@lru_cache(maxsize=65536)
def _clean(text: str, lower: bool, accents: bool) -> str:
    """Blanks become a hyphen, letters, digits and a few signs stay, all else goes."""
    if _SURE.fullmatch(text):
        return text
    kept = text if accents else _without_accents(text)
    kept = _LONE_PERCENT.sub("", kept).translate(_TABLE).strip(" ")
    kept = _BLANKS.sub("-", _BLANKS_AT_HYPHEN.sub("", kept))
    return _lowered(kept) if lower else kept


_LONE_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})")
_BLANKS_AT_HYPHEN = re.compile(r"(?<=-) +| +(?=-)")
_BLANKS = re.compile(r" +")
_KEPT = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd"})


class _Table(dict[int, str | None]):
    """What becomes of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        stays = char in "./\\_#+~-@%" or unicodedata.category(char) in _KEPT
        is_blank = char.isspace() and not "\x1c" <= char <= "\x1f"
        self[code] = char if stays else " " if is_blank else None
        return self[code]


_TABLE = _Table()


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize(
        "NFC", "".join(c for c in apart if unicodedata.category(c) != "Mn")
    )


def _lowered(text: str) -> str:
    """In lower case letter by letter, as Go does it."""
    return text.lower() if text.isascii() else "".join(char.lower()[0] for char in text)
