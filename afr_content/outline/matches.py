"""What sections take from elsewhere in the site: people of groups, pages of folders, a profile.

Counts speak of what the content files say; where a template may look at something else too, none
is given.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from afr_content.addresses import Role
from afr_content.building import Building
from afr_content.census import Census
from afr_content.facts import Fact, Facts
from afr_content.hugo import Dialect
from afr_content.kinds import SETTINGS
from afr_content.people import People
from afr_content.weights import weight_of

Values: TypeAlias = dict[str, list[Fact]]
"""The values of a section, or of a block, by their key."""

_FILTERS = {
    "content.filters.tag": "tags",
    "content.filters.tags": "tags",
    "content.filters.category": "categories",
    "content.filters.author": "authors",
    "content.filters.publication_type": "publication_types",
}
"""Which list of a page has to name what a filter names."""

_DEFAULT_TYPES = {"pages": "post", "featured": "post", "portfolio": "project"}
_ALL_PAGES_SINCE = (5, 5)


class Matches:
    """Finds in a site what sections ask for; pages that Hugo does not build are not counted."""

    def __init__(self, census: Census, building: Building) -> None:
        self._census = census
        self._building = building

    @property
    def dialect(self) -> Dialect:
        """The YAML that the site's Hugo reads; the newer where that is not known."""
        return self._census.site.dialects[-1]

    def shown(self, widget: str, values: Values, language: str) -> str:
        """What a section shows, in a line; empty where its values do not tell."""
        parts = (
            self._people(values, language),
            self._pages(widget, values, language),
            self._terms(widget, values, language),
            _named("tracks", values.get("content.tracks")),
            _named("profile of", values.get("author") or values.get("content.username")),
            _named("button to", values.get("cta.url")),
            _named("picture", values.get("hero_media")),
        )
        return "; ".join(filter(None, parts))

    def _people(self, values: Values, language: str) -> str:
        groups = _texts(values.get("content.user_groups"))
        people = {path for group in groups for path in self._groups[language, group]}
        return f"{', '.join(groups)}: {_count(len(people), 'person', 'people')}" if groups else ""

    @cached_property
    def _groups(self) -> dict[tuple[str, str], list[Path]]:
        """The profiles of the people in each group."""
        found = defaultdict(list)
        people = People(self._census)
        for language in people.languages:
            for profile in people.profiles(language):
                for group in profile.groups:
                    found[language, group.text].append(profile.page.path)
        return found

    def _pages(self, widget: str, values: Values, language: str) -> str:
        """The pages of a type, those in some folders, or what is in both."""
        types = _texts(values.get("content.page_type"))[-1:]
        folders = _texts(values.get("content.filters.folders"))
        if not folders and not types:
            types = self._default_type(widget)
        if not folders and not types:
            return ""
        asked = {_FILTERS[key]: texts for key in _FILTERS if (texts := _texts(values.get(key)))}
        found = self._of(language, types, folders)
        if widget == "featured":
            found = [page for page in found if page.says("featured", True)]
        size = sum(all(_names(page, key, texts) for key, texts in asked.items()) for page in found)
        is_known = self._census.site.watched.union({"authors"}).issuperset(asked)
        number = _shown_of(size, _number(values.get("content.count"))) if is_known else ""
        what = f"{'featured ' if widget == 'featured' else ''}page{'' if size == 1 else 's'}"
        return f"{number} {what} in {_quoted(types or folders)}{_with(asked)}".strip()

    def _default_type(self, widget: str) -> list[str]:
        """Which pages a widget shows that names none; from 5.5 on most show all there are."""
        theme = self._census.site.theme
        is_old = theme is not None and theme < _ALL_PAGES_SINCE
        return [_DEFAULT_TYPES[widget]] if is_old and widget in _DEFAULT_TYPES else []

    def _of(self, language: str, types: list[str], folders: list[str]) -> list[Facts]:
        """The regular pages of a type and in one of some folders, where these are named."""
        return [
            page
            for type_, section, page in self._regular.get(language, ())
            if (not types or type_ in types) and (not folders or section in folders)
        ]

    @cached_property
    def _regular(self) -> dict[str, list[tuple[str, str, Facts]]]:
        """The regular pages of each language with their type and section, mostly the same."""
        found = defaultdict(list)
        for facts in self._census.pages:
            if self._is_regular(facts) and not self._building.obstacle(facts):
                place = facts.place
                type_ = facts.text("type") or place.section
                found[place.language].append((type_, place.section, facts))
        return found

    def _is_regular(self, facts: Facts) -> bool:
        if facts.is_section or facts.kind in SETTINGS:
            return False
        return self._census.role(facts) in (Role.LEAF, Role.SINGLE)

    def _terms(self, widget: str, values: Values, language: str) -> str:
        if widget != "tag_cloud":
            return ""
        taxonomy = "".join(_texts(values.get("content.taxonomy"))[-1:]) or "tags"
        number = len(self._census.terms(language, taxonomy))
        return f"{_count(number, 'term', 'terms')} of {_quoted([taxonomy])}"


def _texts(facts: list[Fact] | None) -> list[str]:
    return list(dict.fromkeys(fact.text for fact in facts or () if fact.text))


def _number(facts: list[Fact] | None) -> int:
    return (weight_of(facts[-1].text) or 0) if facts else 0


def _names(page: Facts, key: str, wanted: list[str]) -> bool:
    """Whether a page names one of the things that a filter asks for."""
    lowered = {text.lower() for text in wanted}
    return any(fact.text.lower() in lowered for fact in page.all(key))


def _shown_of(size: int, count: int) -> str:
    """How many pages are shown; a count of 0 means all of them."""
    return f"{count} of {size}" if 0 < count < size else str(size)


def _with(asked: dict[str, list[str]]) -> str:
    """What filters ask for: " with tags `x`"."""
    words = [f"{key} {_quoted(texts)}" for key, texts in asked.items()]
    return f" with {' and '.join(words)}" if words else ""


def _named(what: str, facts: list[Fact] | None) -> str:
    texts = _texts(facts)
    return f"{what} {_quoted(texts)}" if texts else ""


def _quoted(texts: list[str]) -> str:
    return ", ".join(f"`{text}`" for text in texts)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
