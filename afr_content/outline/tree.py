"""An outline as a tree for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from click import style

from afr_content.diagnostics import Diagnostic, Severity
from afr_content.outline.model import Language, MenuItem, Outline, Page, Section
from afr_content.outline.words import listed, named, summary, tally, why_not_built
from afr_content.reporters.places import place, printable, shown_path
from afr_content.source import absolute

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


class _Branch(NamedTuple):
    """A line with those below it."""

    text: str
    below: tuple[_Branch, ...] = ()


def report(outline: Outline, *, everything: bool = False) -> Iterator[str]:
    """The lines of the tree, with colours.

    The pages that a list has are counted; with `everything` they are shown.
    """
    yield f"{_bold(outline.title)}  {_dim(summary(outline))}"
    yield from (_finding(finding).text for finding in outline.settings)
    for language in outline.languages:
        if len(outline.languages) > 1:
            yield ""
            yield _bold(named(language))
        yield from _spread(_language(language, everything=everything))


def _spread(branches: Iterable[_Branch]) -> Iterator[str]:
    """Trees one after the other, with a blank line around those of more than one line."""
    was_tree = True
    for branch in branches:
        if was_tree or branch.below:
            yield ""
        yield branch.text
        yield from _drawn(branch.below)
        was_tree = bool(branch.below)


def _drawn(branches: tuple[_Branch, ...], margin: str = "") -> Iterator[str]:
    for index, branch in enumerate(branches, 1):
        is_last = index == len(branches)
        yield f"{margin}{'└── ' if is_last else '├── '}{branch.text}"
        yield from _drawn(branch.below, f"{margin}{'    ' if is_last else '│   '}")


def _language(language: Language, *, everything: bool) -> Iterator[_Branch]:
    for menu in language.menus:
        yield _Branch(_bold(f"Menu {menu.name}"), tuple(map(_menu_item, menu.items)))
    for page in language.pages:
        yield _page(page, everything=everything)
    if language.loose:
        yield _Branch(_bold("Sections outside of widget pages"), tuple(_sections(language.loose)))


def _menu_item(item: MenuItem) -> _Branch:
    below = (*map(_finding, item.findings), *map(_menu_item, item.items))
    return _Branch(_spaced((printable(item.name), _dim(item.url))), below)


def _page(page: Page, *, everything: bool) -> _Branch:
    words = (
        _bold(page.title),
        _coloured(page.address, "blue"),
        _dim(shown_path(page.path)),
        _coloured(why_not_built(page), "yellow"),
        listed(page),
        "" if everything else _coloured(tally(_of_list(page)), "yellow"),
    )
    below = [_finding(finding, page.path) for finding in page.findings]
    below += _sections(page.sections)
    below += [_page(inner, everything=True) for inner in page.pages if everything]
    return _Branch(_spaced(words), tuple(below))


def _of_list(page: Page) -> Iterator[Diagnostic]:
    return (finding for inner in page.pages for finding in inner.all_findings)


def _sections(sections: tuple[Section, ...]) -> Iterator[_Branch]:
    """The sections of a page, weights and widgets in columns."""
    widgets = max((len(section.widget) for section in sections), default=0)
    weights = max((len(_weight(section)) for section in sections), default=0)
    for section in sections:
        more = (
            printable(section.title),
            _coloured("hidden" if section.is_hidden else "", "magenta"),
            _dim(section.shows),
            _dim(section.path.name if section.weight is not None else ""),
        )
        widget = section.widget.ljust(widgets) if any(more) else section.widget
        words = (_dim(_weight(section).rjust(weights)), _coloured(widget, "green"), *more)
        below = (_finding(finding, section.path) for finding in section.findings)
        yield _Branch(_spaced(words), tuple(below))


def _weight(section: Section) -> str:
    return "" if section.weight is None else str(section.weight)


def _finding(finding: Diagnostic, below: Path | None = None) -> _Branch:
    """A finding; its file is named unless it stands `below` that file's line."""
    where = place(finding)
    if absolute(finding.source.path) == below:
        where = ":".join(map(str, finding.source.position(finding.span.start)))
    severity = style(finding.severity.value, fg=_COLOURS[finding.severity], bold=True)
    return _Branch(f"{where} {severity}: {printable(finding.message)} {_dim(f'[{finding.name}]')}")


def _bold(text: str) -> str:
    return style(printable(text), bold=True)


def _dim(text: str) -> str:
    return style(printable(text), dim=True) if text else ""


def _coloured(text: str, colour: str) -> str:
    return style(printable(text), fg=colour) if text else ""


def _spaced(words: Iterable[str]) -> str:
    return "  ".join(filter(None, words))
