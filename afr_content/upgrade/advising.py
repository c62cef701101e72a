"""What an upgrade brings: the linter's findings at both ends compared, and the known changes.

A finding of the linter that is there only with the new versions, or weighs more with them, is a
finding of the upgrade. What cannot be told from one end alone, the `changes` know.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from afr_content.diagnostics import Diagnostic, Finding, Severity
from afr_content.errors import FrontMatterError
from afr_content.files import SUFFIXES
from afr_content.fixer import MAX_ROUNDS, apply_fixes, is_fixable
from afr_content.inspection import Desk, Library, Mended, Order, Outcome, inspect
from afr_content.source import SourceFile, Span, absolute
from afr_content.upgrade.move import Move, Turn
from afr_content.upgrade.registry import Change, all_changes

_OWN_TO_CHANGES = (
    "duplicate-key",
    "legacy-widget",
    "misplaced-key",
    "removed-key",
    "unknown-key",
    "unread-key",
    "unused-ignore",
    "version-dependent-value",
)
"""Rules of the linter whose subjects are changes of their own here."""
_SAME_WITH_ALL = ("broken-link", "duplicate-anchor", "near-duplicate-term", "orphan")
"""Rules that ask no version, and look at much."""
_SAID_BY = {"missing-key": ("slider",)}
"""Rules that have nothing to say where a change has spoken."""
_WEIGHT = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class Route(NamedTuple):
    """A site's files under the versions of now and under those to come.

    Of files that are neither content nor settings, those are spoken of that are `within` folders.
    """

    before: Library
    after: Library
    root: Path
    within: tuple[Path, ...]


@dataclass
class _Looking:
    """One look at all files, some with texts that are not written."""

    route: Route
    files: Sequence[Path]
    jobs: int
    texts: dict[Path, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.old = Desk(self.route.before, self.texts)
        self.new = Desk(self.route.after, self.texts)

    def found(self) -> dict[Path, list[Diagnostic]]:
        """What there is to say, by file."""
        move = self.move
        found: dict[Path, list[Diagnostic]] = defaultdict(list)
        for diagnostic in (*self._of_site(move), *self._of_pages(move)):
            found[diagnostic.source.path].append(diagnostic)
        for path, diagnostics in self._of_linter().items():
            spans, names = {d.span for d in found[path]}, {d.name for d in found[path]}
            found[path] += [
                item
                for item in diagnostics
                if item.span not in spans and names.isdisjoint(_SAID_BY.get(item.name, ()))
            ]
        return {path: sorted(items, key=_place) for path, items in found.items() if items}

    @cached_property
    def move(self) -> Move:
        """The site at both ends, as these texts have it."""
        before = self.route.before.site(self.route.root)
        after = self.route.after.site(self.route.root)
        pages = [self.old.read(path) for path in self.files]
        return Move(before, after, lambda path: self.old.read(path).source, self.texts, pages)

    def _of_linter(self) -> dict[Path, list[Diagnostic]]:
        """What the linter finds only, or finds worse, under the versions to come."""
        order = Order(ignore=(*_OWN_TO_CHANGES, *_SAME_WITH_ALL), verbose=True)
        pairs = zip(
            inspect(self.route.before, order, self.files, jobs=self.jobs, texts=self.texts),
            inspect(self.route.after, order, self.files, jobs=self.jobs, texts=self.texts),
            strict=True,
        )
        return {new.path: list(_new(old.found, new.found)) for old, new in pairs}

    def _of_pages(self, move: Move) -> Iterator[Diagnostic]:
        for page in move.pages:
            yield from self.of_page(page.path, page.source.text, move)

    def of_page(self, path: Path, text: str, move: Move) -> Iterator[Diagnostic]:
        """What the changes have to say of a page with that text."""
        page = self.old.library.page(path, text)
        turn = Turn(page, self.new.library.page(path, text), move)
        for change in all_changes():
            for finding in change.check(turn) if change.check else ():
                yield _diagnostic(page.source, change, finding)

    def _of_site(self, move: Move) -> Iterator[Diagnostic]:
        given = {absolute(path): path for path in self.files}
        for change in all_changes():
            for path, finding in change.check_site(move) if change.check_site else ():
                if _is_within(path, self.route.within):
                    source = move.read(given.get(absolute(path), path))
                    yield _diagnostic(source, change, finding)


def advise(
    route: Route, files: Sequence[Path], *, jobs: int = 1, changing: bool = False
) -> list[Outcome]:
    """What comes of each file that there is something to say of.

    First what speaks of the versions themselves, then content and settings, then other files. With
    `changing` also the texts that the changes make; nothing is written. Raises UnknownRuleError
    where the site's configuration names no rule.
    """
    looking = _Looking(route, files, jobs)
    found = last = looking.found()
    texts, made = dict[Path, str](), Counter[Path]()
    for _ in range(MAX_ROUNDS if changing else 0):
        new = _changed(looking, last, made)
        if not new:
            break
        texts |= new
        looking = _Looking(route, files, jobs, dict(texts))
        last = looking.found()
    paths = sorted({*found, *texts}, key=lambda path: _order(path, files, found))
    first = _Looking(route, files, jobs).old
    return [Outcome(p, found.get(p, ()), _mended(first, p, texts, last, made)) for p in paths]


def _changed(
    looking: _Looking, found: Mapping[Path, Sequence[Diagnostic]], made: Counter[Path]
) -> dict[Path, str]:
    """The texts after all that can be done; what no longer parses is left out."""
    new = {}
    for path, diagnostics in found.items():
        before = looking.old.read(path).source.text
        text, number = _settled(looking, path, diagnostics)
        if number and (
            _is_read(looking.new, path, text) or not _is_read(looking.new, path, before)
        ):
            new[path] = text
            made[path] += number
    return new


def _settled(looking: _Looking, path: Path, diagnostics: Sequence[Diagnostic]) -> tuple[str, int]:
    """A file's text after its changes, and how many were made.

    Changes at the same place, such as the end of the parameters, are made one after the other.
    """
    text, number = looking.old.read(path).source.text, 0
    for _ in range(_MANY):
        if not any(is_fixable(item, unsafe=False) for item in diagnostics):
            break
        text, applied = apply_fixes(text, diagnostics, unsafe=False)
        number += len(applied)
        if not applied or path not in looking.files:
            break
        diagnostics = list(looking.of_page(path, text, looking.move))
    return text, number


_MANY = 100


def _is_read(desk: Desk, path: Path, text: str) -> bool:
    """Whether the Hugo to come can read a text of that file; of a template nothing is asked."""
    page = desk.library.page(path, text)
    if not page.is_settings and path.suffix.lower() not in SUFFIXES:
        return True
    dialect = page.site.dialects[-1]
    try:
        page.document.params(dialect)
    except FrontMatterError:
        return False
    return True


def _mended(
    desk: Desk,
    path: Path,
    texts: Mapping[Path, str],
    last: Mapping[Path, Sequence[Diagnostic]],
    made: Mapping[Path, int],
) -> Mended | None:
    if path not in texts:
        return None
    before = desk.read(path).source.text
    return Mended(before, texts[path], last.get(path, ()), made[path])


def _new(old: Sequence[Diagnostic], new: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    known: dict[tuple[str, Span], tuple[int, bool]] = {}
    for item in old:
        key = (item.name, item.span)
        known[key] = max(known.get(key, _UNKNOWN), _weight(item))
    for item in new:
        if _weight(item) > known.get((item.name, item.span), _UNKNOWN):
            yield item


_UNKNOWN = (-1, False)


def _weight(item: Diagnostic) -> tuple[int, bool]:
    """How bad it is: a build that stops is worse than content that is lost, and both are errors."""
    return (_WEIGHT[item.severity], _STOPS in item.message)


_STOPS = "the build stops"


def _diagnostic(source: SourceFile, change: Change, finding: Finding) -> Diagnostic:
    severity = finding.severity or change.severity
    span, message, fix = finding.span, finding.message, finding.fix
    return Diagnostic(source, span, change.code, change.name, severity, message, fix)


def _is_within(path: Path, folders: Sequence[Path]) -> bool:
    return any(folder == path or folder in path.parents for folder in folders)


_FIRST = "versions-do-not-fit"


def _place(diagnostic: Diagnostic) -> tuple[bool, int, int, str]:
    span = diagnostic.span
    return (diagnostic.name != _FIRST, span.start, span.end, diagnostic.code)


def _order(
    path: Path, files: Sequence[Path], found: Mapping[Path, Sequence[Diagnostic]]
) -> tuple[bool, bool, str]:
    """First what speaks of the versions themselves, then the other files by their names."""
    speaks = any(item.name == _FIRST for item in found.get(path, ()))
    return (not speaks, path not in files, str(absolute(path)))
