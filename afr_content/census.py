"""All content files of a site together: who there is, what belongs where, who names whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from afr_content.addresses import Role, Source
from afr_content.building import Building, Obstacle
from afr_content.dates import read_date
from afr_content.facts import Facts
from afr_content.hugo import Dialect
from afr_content.settings import read_settings
from afr_content.site import Place, Site
from afr_content.source import SourceFile
from afr_content.weights import weight_of

_NO_DATE = datetime.min.replace(tzinfo=UTC)
_LAST = 2**63


class WidgetPage(NamedTuple):
    """A page with its sections, in the order in which Hugo shows them; hidden ones too."""

    page: Facts
    sections: tuple[Facts, ...]

    @property
    def shown(self) -> tuple[Facts, ...]:
        """The sections that are not switched off."""
        return tuple(section for section in self.sections if is_active(section))


class Census:
    """The facts of a site's content files, and what follows from them.

    Names of folders and files are those below the content folder of a page's language.
    """

    def __init__(
        self, site: Site, pages: Iterable[Facts], texts: Mapping[Path, str] | None = None
    ) -> None:
        """Gather the facts; `texts` are those of files that are not written yet."""
        self.site = site
        self._texts = texts or {}
        self.settings = read_settings(site.root, self._texts) if texts else site.settings
        self.pages = tuple(sorted(pages, key=lambda facts: facts.path))

    @cached_property
    def by_path(self) -> dict[Path, Facts]:
        """The facts of each file."""
        return {facts.path: facts for facts in self.pages}

    @cached_property
    def by_folder(self) -> dict[tuple[str, str], list[Facts]]:
        """The files of each folder, by language and folder."""
        found: dict[tuple[str, str], list[Facts]] = defaultdict(list)
        for facts in self.pages:
            place = facts.place
            found[place.language, place.folder].append(facts)
        return dict(found)

    def index(self, language: str, folder: str) -> Facts | None:
        """The `index.md` of a leaf bundle."""
        return self._named(language, folder, "index")

    def branch(self, language: str, folder: str) -> Facts | None:
        """The `_index.md` of a branch bundle."""
        return self._named(language, folder, "_index")

    def _named(self, language: str, folder: str, stem: str) -> Facts | None:
        files = self.by_folder.get((language, folder), ())
        return next((f for f in files if f.place.stem == stem), None)

    @cached_property
    def _leaf_folders(self) -> frozenset[tuple[Path, str]]:
        """The folders with an `index.md` of whatever language, by the content folder."""
        places = (facts.place for facts in self.pages)
        return frozenset((self._content(p), p.folder) for p in places if p.stem == "index")

    def _content(self, place: Place) -> Path:
        return self.site.content_folders.get(place.language, self.site.root)

    def role(self, facts: Facts) -> Role:
        """What Hugo takes a file for: all below a leaf bundle, indexes too, are resources of it."""
        place = facts.place
        content, folder, stem = self._content(place), place.folder, place.stem
        if stem not in ("index", "_index") and (content, folder) in self._leaf_folders:
            return Role.RESOURCE
        while folder:
            folder = folder.rpartition("/")[0]
            if (content, folder) in self._leaf_folders:
                return Role.RESOURCE
        return {"index": Role.LEAF, "_index": Role.BRANCH}.get(stem, Role.SINGLE)

    def bundle(self, facts: Facts) -> Facts | None:
        """The `index.md` of the leaf bundle that a resource is in; None for what is no resource."""
        language, folder, stem = facts.place
        folder = folder.rpartition("/")[0] if stem in ("index", "_index") else folder
        found = None
        while folder:
            found = self.index(language, folder) or found
            folder = folder.rpartition("/")[0]
        return found

    def address(self, facts: Facts) -> str:
        """Where a page is published, or would be if it were built; empty for what has no page."""
        if facts.says("headless", True) or facts.kind == "home":
            return ""
        return self.site.addresses.of(self.address_source(facts), self.role(facts))

    def address_source(self, facts: Facts) -> Source:
        """What a page's address is made of."""
        date = facts.get("date")
        return Source(
            *facts.place,
            url=facts.text("url"),
            slug=facts.text("slug"),
            title=facts.text("title"),
            date=read_date(date.text) if date else None,
            section=self._section_of(facts.place),
        )

    def _section_of(self, place: Place) -> str:
        """The folder of the section that a page is in: the innermost one with an `_index.md`."""
        folder = place.parent if place.stem == "index" else place.folder
        while "/" in folder and (place.language, folder) not in self._branch_folders:
            folder = folder.rpartition("/")[0]
        return folder

    @cached_property
    def _branch_folders(self) -> frozenset[tuple[str, str]]:
        places = (facts.place for facts in self.pages)
        return frozenset((p.language, p.folder) for p in places if p.stem == "_index")

    @cached_property
    def published(self) -> dict[str, list[Facts]]:
        """The pages by their addresses; several where they collide."""
        return _grouped((address, f) for f in self.pages if (address := self.address(f)))

    @cached_property
    def aliases(self) -> dict[str, list[Facts]]:
        """The pages by their further addresses, which lead to the one they have."""
        return _grouped(
            (self.alias(facts, fact.text), facts)
            for facts in self.pages
            for fact in facts.all("aliases")
            if fact.text
        )

    def alias(self, facts: Facts, text: str) -> str:
        """The address of an alias as a page writes it."""
        return self.site.addresses.alias(text, self.address_source(facts), self.role(facts))

    @cached_property
    def unbuilt(self) -> dict[Path, Obstacle]:
        """The pages that Hugo does not build, each with what keeps it from being built.

        Sections and other resources are no pages: nothing of this holds for them.
        """
        building = Building(self.site, self.settings)
        return {
            facts.path: found
            for facts in self.pages
            if not facts.is_section and self.role(facts) is not Role.RESOURCE
            if (found := building.obstacle(facts))
        }

    @cached_property
    def _terms(self) -> dict[tuple[str, str], frozenset[str]]:
        found = defaultdict(set)
        plurals = {name.lower() for name in self.settings.taxonomies.values()}
        for facts in self.pages:
            language = facts.place.language
            for fact in facts.values:
                if fact.key in plurals and fact.text and not facts.is_section:
                    found[language, fact.key].add(fact.text)
        return {key: frozenset(terms) for key, terms in found.items()}

    def terms(self, language: str, plural: str) -> frozenset[str]:
        """The terms of a taxonomy that pages name, as they are written."""
        return self._terms.get((language, plural.lower()), frozenset())

    @cached_property
    def _sections(self) -> dict[str, frozenset[str]]:
        found = defaultdict(set)
        for facts in self.pages:
            place = facts.place
            if place.section and not facts.is_section and facts.kind != "home":
                found[place.language].add(place.section)
        return {language: frozenset(names) for language, names in found.items()}

    def sections(self, language: str) -> frozenset[str]:
        """The first folders below the content folder that hold pages."""
        return self._sections.get(language, frozenset())

    @cached_property
    def widget_pages(self) -> tuple[WidgetPage, ...]:
        """The pages that show sections: every `index.md` of a widget page, and the start page's.

        Their sections stand in Hugo's order: by weight, date, title, path.
        """
        pages = {
            (place.language, place.folder): facts
            for facts in self.pages
            if facts.kind in ("widget_page", "home") and (place := facts.place).stem == "index"
        }
        sections: dict[tuple[str, str], list[Facts]] = {key: [] for key in pages}
        for facts in self.pages:
            holder = self._holder(facts, pages) if facts.is_section else None
            if holder:
                sections[holder].append(facts)
        return tuple(
            WidgetPage(page, tuple(sorted(sections[key], key=self._order)))
            for key, page in pages.items()
        )

    def _holder(
        self, section: Facts, pages: Mapping[tuple[str, str], Facts]
    ) -> tuple[str, str] | None:
        """The page whose folder a section is in, or in a folder below."""
        language, folder, _ = section.place
        while folder and (language, folder) not in pages:
            folder = folder.rpartition("/")[0]
        return (language, folder) if (language, folder) in pages else None

    @cached_property
    def _page_of(self) -> dict[Path, WidgetPage]:
        return {section.path: page for page in self.widget_pages for section in page.sections}

    def page_of(self, section: Facts) -> WidgetPage | None:
        """The page that shows a section."""
        return self._page_of.get(section.path)

    def address_with(self, facts: Facts) -> str:
        """The address at which a file's text is read: a section's is that of its page.

        Empty when it is read nowhere.
        """
        page = self.page_of(facts) if facts.is_section else None
        holder = page.page if page else facts
        if holder.kind == "home":
            return self.site.addresses.prefix(holder.place.language)
        return self.address(holder)

    def source(self, facts: Facts) -> SourceFile:
        """A file's text, written or not yet. Raises OSError when it is gone meanwhile."""
        text = self._texts.get(facts.path)
        return SourceFile.read(facts.path) if text is None else SourceFile(facts.path, text)

    def anchor(self, section: Facts) -> str:
        """The id that the theme gives a section: the file's name, its folder's for an `index`."""
        place = section.place
        return place.stem.replace("index", place.folder.rpartition("/")[2])

    def _order(self, facts: Facts) -> tuple[int, float, str, str]:
        date = facts.get("date")
        moment = (read_date(date.text) if date else None) or _NO_DATE
        return (
            weight_in(facts) or _LAST,
            -moment.timestamp(),
            facts.text("title"),
            str(facts.path),
        )


def _grouped(pairs: Iterable[tuple[str, Facts]]) -> dict[str, list[Facts]]:
    found = defaultdict(list)
    for key, facts in pairs:
        found[key].append(facts)
    return dict(found)


def weight_in(facts: Facts) -> int:
    """A page's or section's weight as Hugo casts it; 0 is none."""
    fact = facts.get("weight")
    value = fact.typed(Dialect.OLD) if fact else None
    return (int(value) if isinstance(value, float) else weight_of(value)) or 0


def is_active(facts: Facts) -> bool:
    """Whether a section is shown: only `true` and nothing at all show it."""
    fact = facts.get("active")
    return fact is None or fact.typed(Dialect.OLD) in (True, None)
