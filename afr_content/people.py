"""The people of a site: the profiles below `content/authors`, language by language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from afr_content.addresses import Role
from afr_content.census import Census
from afr_content.facts import Fact, Facts

FOLDER = "authors"


class Profile(NamedTuple):
    """A person with a page of their own; `name` is the folder's, by which others name them."""

    name: str
    page: Facts

    @property
    def title(self) -> str:
        """The name that visitors see; until theme 4.8 it was the page's `name`."""
        return self.page.text("title") or self.page.text("name")

    @property
    def groups(self) -> Iterator[Fact]:
        """The groups that the person is in."""
        return self.page.all("user_groups")


class People:
    """Looks up people by the names that front matter gives them."""

    def __init__(self, census: Census) -> None:
        self._census = census

    @cached_property
    def _profiles(self) -> dict[str, tuple[Profile, ...]]:
        found = defaultdict(list)
        for facts in self._census.pages:
            place = facts.place
            if place.section != FOLDER or (place.folder, place.stem) == (FOLDER, "_index"):
                continue
            if self._census.role(facts) is not Role.RESOURCE:
                inside = place.folder.removeprefix(FOLDER).strip("/")
                found[place.language].append(Profile(inside or place.stem, facts))
        return {language: tuple(profiles) for language, profiles in found.items()}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have profiles."""
        return tuple(self._profiles)

    def profiles(self, language: str) -> tuple[Profile, ...]:
        """All profiles of a language, by folder."""
        return self._profiles.get(language, ())
