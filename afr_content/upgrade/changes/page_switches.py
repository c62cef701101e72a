"""Switches of the site that are switches of its pages now.

Up to theme 5.4 `params.yaml` says for each type of page whether it has comments, related pages, a
link to edit it and the path to it; from 5.5 on the page says so itself. From 5.6 on so it is with
links to the next page, and with buttons to share it, which are there unless the page says no. An
`_index.md` hands such keys down to the pages of its folder: `cascade`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.source import Edit, Span
from afr_content.upgrade import editing
from afr_content.upgrade.move import Move, Turn

CODE = "UPG312"
SEVERITY = Severity.WARNING

_TYPES = ("post", "publication", "event", "project", "book")
_BY_TYPE = {
    "commentable": ("comments", "commentable"),
    "show_related": ("show_related",),
    "editable": ("edit_page", "editable"),
    "show_breadcrumb": ("breadcrumb", "page_types"),
}
_NEEDS = {"commentable": ("comments", "provider"), "editable": ("edit_page", "repo_url")}
"""Without which the switch does nothing."""


class _Switch(NamedTuple):
    """A key of pages, the value that keeps them as they are, and where the site says it now."""

    key: str
    value: str
    place: str


def check(turn: Turn) -> Iterator[Finding]:
    """The `_index.md` of a folder of pages."""
    page = turn.before
    if page.place.stem != "_index" or page.is_settings or page.root is None:
        return
    if missing := _missing(turn.move, page.place.folder, page):
        edits = editing.put(page, ("cascade",), _lines(missing))
        first = page.root.entries[0].key if page.root.entries else page.root
        fix = Fix(_title(missing), edits)
        yield Finding(v.span_of(first), _message(page.place.folder, missing), fix)


def check_site(move: Move) -> Iterator[Located]:
    """Folders of pages that have no `_index.md`."""
    for content in move.before.content_folders.values():
        for folder in _TYPES:
            path = content / folder / "_index.md"
            wanted = _missing(move, folder, None) if path.parent.is_dir() else []
            if wanted and not move.read(path).text and not _has_index(path):
                title = _auto_title(move, folder)
                lines = "".join(f"  {line}\n" for line in _lines(wanted))
                text = f"---\ntitle: {title}\ncascade:\n{lines}---\n"
                fix = Fix(f"Make it, and in it {_title(wanted).lower()}", (Edit(0, 0, text),))
                yield Located(path, Finding(Span(0, 0), _message(folder, wanted), fix))


def _auto_title(move: Move, folder: str) -> str:
    """The title that Hugo gives to a folder which has no `_index.md`."""
    is_plural = move.settings.get("pluralizelisttitles", default=True)
    return f"{folder.title()}s" if is_plural else folder.title()


def _has_index(path: Path) -> bool:
    return any(path.parent.glob("_index.*"))


def _missing(move: Move, folder: str, page: Page | None) -> list[_Switch]:
    """The switches that pages of a folder need, and that are not handed down to them."""
    wanted = _switches(move, folder) if folder in _TYPES else []
    return [s for s in wanted if page is None or v.at(page, "cascade", s.key) is None]


def _switches(move: Move, type_: str) -> list[_Switch]:
    def says(*names: str) -> object:
        return move.settings.get("params", *names)

    found = []
    if move.theme_passes(5, 5):
        for key, names in _BY_TYPE.items():
            has_what_it_needs = key not in _NEEDS or says(*_NEEDS[key])
            if says(*names, type_) is True and has_what_it_needs:
                found.append(_Switch(key, "true", ".".join((*names, type_))))
    if move.theme_passes(5, 6):
        if says("section_pager") is True:
            found.append(_Switch("pager", "true", "section_pager"))
        if says("sharing") is not True:
            found.append(_Switch("share", "false", "sharing"))
    return found


def _lines(switches: list[_Switch]) -> list[str]:
    return [f"{switch.key}: {switch.value}" for switch in switches]


def _title(switches: list[_Switch]) -> str:
    return f"Hand down {', '.join(f'`{line}`' for line in _lines(switches))} by `cascade`"


def _message(folder: str, switches: list[_Switch]) -> str:
    places = ", ".join(f"`{switch.place}`" for switch in switches)
    return (
        f"The site's {places} {'tells' if len(switches) == 1 else 'tell'} what is on pages in"
        f" `{folder}` up to theme {'5.4' if any(s.key != 'share' for s in switches) else '5.5'};"
        " later on the pages say so themselves"
    )
