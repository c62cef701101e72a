"""In which order pages stand, and which list each of them belongs to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from afr_content.census import Census
from afr_content.facts import Facts
from afr_content.outline.menus import start_page


class Arrangement:
    """The pages of a language in the order in which a visitor comes across them.

    First the start page, those that menus lead to, and the others with sections, by path. Every
    other page is a member of the list of its first folder; Hugo makes that list where there is no
    `_index.md`. Pages beside the start page are in no list.
    """

    def __init__(
        self, census: Census, language: str, pages: Sequence[Facts], menus: Sequence[Path | None]
    ) -> None:
        """Arrange `pages`; `menus` are those that menus lead to, in their order."""
        self._census, self._language, self._menus = census, language, menus
        self._pages = {facts.path: facts for facts in pages}

    @cached_property
    def starts(self) -> tuple[Path, ...]:
        """The file of the start page, and the `_index.md` that may say more about it."""
        root = self._census.branch(self._language, "")
        found = (start_page(self._census, self._language), root.path if root else None)
        return tuple(dict.fromkeys(path for path in found if path))

    @cached_property
    def first(self) -> tuple[Facts, ...]:
        """The pages that are shown by themselves."""
        order = dict.fromkeys([*self.starts, *self._menus, *self._with_sections])
        return tuple(self._pages[path] for path in order if path in self._pages)

    @cached_property
    def _with_sections(self) -> list[Path]:
        holders = (page.page.path for page in self._census.widget_pages if page.sections)
        landing = (path for path, facts in self._pages.items() if facts.get("sections.block"))
        return sorted({*holders, *landing})

    @cached_property
    def beside_start(self) -> tuple[Facts, ...]:
        """The pages in no list that are not among the first."""
        return tuple(self._members.get("", ()))

    @cached_property
    def lists(self) -> tuple[str, ...]:
        """The folders with a list that is not among the first."""
        first = {self.list_folder(facts) for facts in self.first}
        own = filter(None, map(self.list_folder, self._pages.values()))
        return tuple(sorted({*own, *self._sizes} - first - {""}))

    def members(self, folder: str) -> tuple[Facts, ...]:
        """The pages of a list that are not shown by themselves."""
        return tuple(self._members.get(folder, ()))

    def size(self, folder: str) -> int:
        """How many pages a list has."""
        return self._sizes[folder]

    @cached_property
    def _members(self) -> dict[str, list[Facts]]:
        found: dict[str, list[Facts]] = defaultdict(list)
        first = {facts.path for facts in self.first}
        for path, facts in self._pages.items():
            if path not in first and not self.list_folder(facts):
                found[self._folder(facts)].append(facts)
        return found

    @cached_property
    def _sizes(self) -> Counter[str]:
        pages = (facts for facts in self._pages.values() if not self.list_folder(facts))
        return Counter(map(self._folder, pages))

    def list_folder(self, facts: Facts) -> str:
        """The first folder whose list a page is; empty when it is none."""
        place = facts.place
        return place.folder if place.stem == "_index" and place.folder == place.section else ""

    def _folder(self, facts: Facts) -> str:
        """The first folder of a page, which a bundle's own folder is not."""
        place = facts.place
        folder = place.parent if place.stem == "index" else place.folder
        return folder.partition("/")[0]
