"""A run over files: each file by itself, then the site that they belong to as a whole.

A file is read once, by whichever process; what the site's rules need of it comes back as `Facts`.
Fixes are made in rounds: after each, the changed files are looked at again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple, Protocol

from afr_content.census import Census
from afr_content.diagnostics import Diagnostic
from afr_content.facts import Facts, facts_of
from afr_content.fixer import MAX_ROUNDS, apply_fixes, fix_page, is_fixable
from afr_content.linter import Checked, Selection, check_page, lint_site
from afr_content.page import Page
from afr_content.parallel import ordered_map
from afr_content.site import Site
from afr_content.source import SourceFile, absolute
from afr_content.suppress import Suppression


class Library(Protocol):
    """Gives the page in a file, or a page whose text comes from elsewhere; can be pickled."""

    def site(self, folder: Path) -> Site:
        """The site around a folder."""
        ...

    def read(self, path: Path) -> Page:
        """The page in a file; one that cannot be read has no text and says why."""
        ...

    def page(self, path: Path, text: str) -> Page:
        """A page with that text."""
        ...


@dataclass
class Desk:
    """A library with some texts on top that are not written yet."""

    library: Library
    texts: dict[Path, str] = field(default_factory=dict)

    def read(self, path: Path) -> Page:
        """The page in a file, or on the desk."""
        text = self.texts.get(path)
        return self.library.read(path) if text is None else self.library.page(path, text)


@dataclass(frozen=True)
class Order:
    """What is asked for: rules by name or code (else the site's settings say which), and fixes.

    With `census` the facts of all files are gathered even where no rule needs them.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    verbose: bool = False
    fix: bool = False
    unsafe: bool = False
    census: bool = False

    def selection(self, site: Site) -> Selection:
        """The rules for a site. Raises UnknownRuleError."""
        select, ignore = self.select or site.config.select, (*self.ignore, *site.config.ignore)
        return Selection.of(select, ignore, verbose=self.verbose)


class Mended(NamedTuple):
    """A file that fixes change: its text as it was and is then, and what is left to say.

    `fixed` is how many findings were mended.
    """

    before: str
    text: str
    left: Sequence[Diagnostic]
    fixed: int


class Outcome(NamedTuple):
    """What came of one file: what is wrong with it as it is, and what fixes make of it."""

    path: Path
    found: Sequence[Diagnostic]
    mended: Mended | None = None


def inspect(
    library: Library,
    order: Order,
    files: Sequence[Path],
    *,
    jobs: int = 1,
    texts: Mapping[Path, str] | None = None,
) -> list[Outcome]:
    """What comes of each file, in their order; nothing is written.

    `texts` are those of files whose text comes from elsewhere. The other files of a site are read
    as far as its rules need them. Raises UnknownRuleError.
    """
    looking = _Looking(Desk(library, dict(texts or {})), order, frozenset(files))
    first = _Round.of(looking, jobs)
    last, fixed = _mend(first, jobs) if order.fix else (first, Counter[Path]())
    return [Outcome(path, first.found(path), _mended(path, first, last, fixed)) for path in files]


class Survey(NamedTuple):
    """A site as a run sees it: what its files say together, and what is wrong with each."""

    census: Census
    found: Mapping[Path, Sequence[Diagnostic]]


def survey(
    library: Library, order: Order, site: Site, files: Sequence[Path], *, jobs: int = 1
) -> Survey:
    """What `inspect` finds in a site's files, with the census that it was found by.

    Findings stand by the absolute path of their file. Raises UnknownRuleError.
    """
    looking = _Looking(Desk(library), replace(order, census=True), frozenset(files))
    only = _Round.of(looking, jobs)
    return Survey(only.census(site), {absolute(path): only.found(path) for path in files})


def _mended(path: Path, first: _Round, last: _Round, fixed: Mapping[Path, int]) -> Mended | None:
    if path not in fixed:
        return None
    before, text = first.source(path).text, last.source(path).text
    return Mended(before, text, last.found(path), fixed[path]) if text != before else None


class _Seen(NamedTuple):
    """What a look at one file gives: `facts` when the rules across files need it."""

    path: Path
    found: Sequence[Diagnostic]
    facts: Facts | None
    suppressions: tuple[Suppression, ...]


@dataclass
class _Looking:
    """Looks at files one by one, in this process or in others."""

    desk: Desk
    order: Order
    asked: frozenset[Path]
    _selections: dict[Path, Selection] = field(default_factory=dict)

    def __call__(self, path: Path) -> _Seen:
        page = self.desk.read(path)
        selection = self.selection(page.site)
        checked = check_page(page, selection) if path in self.asked else Checked([])
        has_facts = not page.is_settings and self._looks_across(page.site)
        facts = facts_of(page) if has_facts else None
        return _Seen(path, checked.diagnostics, facts, checked.suppressions)

    def selection(self, site: Site) -> Selection:
        """The rules for a site, found once."""
        if site.root not in self._selections:
            self._selections[site.root] = self.order.selection(site)
        return self._selections[site.root]

    def sites(self) -> list[Site]:
        """The sites of the files that are asked for, where rules look across files."""
        found = {}
        for folder in {path.parent for path in self.asked}:
            site = self.desk.library.site(folder)
            found[site.root] = site
        return [found[root] for root in sorted(found) if self._looks_across(found[root])]

    def _looks_across(self, site: Site) -> bool:
        """Whether what the files of a site say is looked at together."""
        return site.is_one and (self.order.census or self.selection(site).looks_across)

    def others(self) -> Iterator[Path]:
        """The content files of those sites that nobody asked for."""
        have = {str(absolute(path)) for path in self.asked}
        for site in self.sites():
            yield from (path for path in site.content_files() if str(path) not in have)

    def __getstate__(self) -> dict[str, object]:
        """Rules hold functions of modules, which another process looks up for itself."""
        return self.__dict__ | {"_selections": {}}


class _Round:
    """All files as they stand: what each look gave, and what the rules across files say."""

    def __init__(self, looking: _Looking, seen: Mapping[Path, _Seen]) -> None:
        self.looking, self.seen = looking, seen
        self._sources: dict[Path, SourceFile] = {}
        self._censuses: dict[Path, Census] = {}
        self._across: dict[Path, list[Diagnostic]] = defaultdict(list)
        for site in looking.sites():
            for diagnostic in self._look_across(site):
                self._across[diagnostic.source.path].append(diagnostic)

    @classmethod
    def of(cls, looking: _Looking, jobs: int) -> _Round:
        """A first look at everything that the asked files and their sites' rules need."""
        files = [*sorted(looking.asked), *looking.others()]
        return cls(looking, {seen.path: seen for seen in ordered_map(looking, files, jobs)})

    def again(self, texts: Mapping[Path, str], jobs: int) -> _Round:
        """A look at the files with new texts, all others as before."""
        desk = replace(self.looking.desk, texts={**self.looking.desk.texts, **texts})
        looking = replace(self.looking, desk=desk)
        seen = {seen.path: seen for seen in ordered_map(looking, sorted(texts), jobs)}
        return _Round(looking, {**self.seen, **seen})

    def source(self, path: Path) -> SourceFile:
        """A file's text."""
        if path not in self._sources:
            self._sources[path] = self.looking.desk.read(path).source
        return self._sources[path]

    def found(self, path: Path) -> list[Diagnostic]:
        """What is wrong with a file, from top to bottom."""
        together = [*self.seen[path].found, *self._across.get(path, ())]
        return sorted(together, key=lambda diagnostic: diagnostic.sort_key)

    def census(self, site: Site) -> Census:
        """What the files of a site say together."""
        if site.root not in self._censuses:
            facts = (seen.facts for seen in self._of_site(site) if seen.facts)
            self._censuses[site.root] = Census(site, facts, self.looking.desk.texts)
        return self._censuses[site.root]

    def _of_site(self, site: Site) -> list[_Seen]:
        library = self.looking.desk.library
        return [s for path, s in self.seen.items() if library.site(path.parent).root == site.root]

    def _look_across(self, site: Site) -> Iterator[Diagnostic]:
        """What the site's rules say of the files that are asked for."""
        census = self.census(site)
        given = {absolute(path): path for path in self.looking.asked}
        suppressions = {
            absolute(seen.path): seen.suppressions
            for seen in self._of_site(site)
            if seen.suppressions
        }

        def source(path: Path) -> SourceFile | None:
            return self.source(given[path]) if path in given else None

        yield from lint_site(census, self.looking.selection(site), source, suppressions)


def _mend(first: _Round, jobs: int) -> tuple[_Round, Counter[Path]]:
    """The files after all fixes, and how many findings were mended in each."""
    last, fixed = first, Counter[Path]()
    for _ in range(MAX_ROUNDS):
        texts = {}
        for path in last.looking.asked:
            text, number = _better(last, path)
            if number:
                texts[path] = text
                fixed[path] += number
        if not texts:
            break
        last = last.again(texts, jobs)
    return last, fixed


def _better(round_: _Round, path: Path) -> tuple[str, int]:
    """A file's text with what can be mended at once, and how many findings that mends, if any.

    What a page says by itself comes first; what others say of it speaks of the text as it then is.
    """
    looking, unsafe = round_.looking, round_.looking.order.unsafe
    found = round_.found(path)
    if not any(is_fixable(item, unsafe=unsafe) for item in found):
        return "", 0
    page = looking.desk.read(path)
    if page.source.trouble:
        return "", 0
    if any(is_fixable(item, unsafe=unsafe) for item in round_.seen[path].found):
        fixed = fix_page(page, looking.selection(page.site), unsafe=unsafe)
        return fixed.source.text, len(fixed.applied)
    text, applied = apply_fixes(page.source.text, found, unsafe=unsafe)
    return text, len(applied)
