"""What becomes of the widget pages of a site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from afr_content.census import Census, WidgetPage, is_active
from afr_content.facts import Facts
from afr_content.migration import surroundings
from afr_content.migration.contact import Given, contact_settings
from afr_content.migration.page import LANDING, Landing, landing
from afr_content.migration.parts import Moved, NotMovableError, Remark, Setting
from afr_content.migration.section import move_section
from afr_content.nodes import Scalar
from afr_content.page import Page
from afr_content.site import Site
from afr_content.theme import ThemeVersion

_HOME: Final = "home"
_PLAIN: Final = ("", "page", "widget_page")
"""Types of a start page with which the theme shows the sections in `home`."""


@dataclass
class Plan:
    """The pages that can be rewritten, those that stay as they are, and what else there is to do.

    `left` gives for each page that stays the file and line, and why.
    """

    site: Site
    pages: list[Landing] = field(default_factory=list)
    left: list[Remark] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def losses(self) -> list[Remark]:
        """What has no counterpart."""
        return [remark for remark in self._said if remark.is_loss]

    @property
    def notes(self) -> list[Remark]:
        """What is worth a look."""
        return [remark for remark in self._said if not remark.is_loss]

    @property
    def is_clean(self) -> bool:
        """Whether every page has its counterpart, whole."""
        return not self.left and not self.losses

    @property
    def _said(self) -> Iterator[Remark]:
        for page in self.pages:
            yield from page.remarks
            for moved in page.sections:
                yield from moved.remarks
        yield from self.remarks


def plan(
    census: Census,
    read: Callable[[Path], Page],
    target: ThemeVersion,
    wanted: Callable[[Path], bool] = lambda path: True,
) -> Plan:
    """What becomes of a site's widget pages; `wanted` says which of them are asked for."""
    made, planning = Plan(census.site), _Planning(census, read, target)
    for page in sorted(census.widget_pages, key=lambda page: page.page.path):
        if not wanted(page.page.path):
            continue
        try:
            made.pages.append(planning.landing(page))
        except _SectionError as error:
            made.left.append(error.remark)
        except NotMovableError as error:
            made.left.append(_remark(read(page.page.path), error))
    made.remarks += surroundings.remarks(census, made.pages)
    return made


class _SectionError(Exception):
    """A section that keeps its page from being rewritten."""

    def __init__(self, remark: Remark) -> None:
        super().__init__(remark.text)
        self.remark = remark


def _remark(page: Page, error: NotMovableError) -> Remark:
    line = page.source.position(error.offset).line
    return Remark(page.path, line, "", str(error), is_loss=True)


@dataclass
class _Planning:
    census: Census
    read: Callable[[Path], Page]
    target: ThemeVersion

    @cached_property
    def _contact(self) -> tuple[Given, ...]:
        return contact_settings(self.census.settings)

    def landing(self, page: WidgetPage) -> Landing:
        """A widget page as a landing page. Raises NotMovableError or _SectionError."""
        index = self.read(page.page.path)
        if self.census.site.is_academic:
            raise NotMovableError("theme v4 has widgets of other names and keys; its pages stay")
        if not page.sections:
            raise NotMovableError("it has no sections")
        moved = [self._moved(section) for section in page.sections]
        place = _place(page.page)
        existing = self.read(place) if place != index.path and place.exists() else None
        if existing and not _gives_way(existing):
            raise NotMovableError(f"`{place.name}` in the folder above is the start page already")
        return landing(index, moved, target=place, existing=existing)

    def _moved(self, section: Facts) -> Moved:
        page, site = self.read(section.path), self.census.site
        setting = Setting(
            source=site.theme,
            target=self.target,
            hugo=site.hugo,
            is_active=is_active(section),
            id=self.census.anchor(section),
            contact=self._contact,
        )
        try:
            return move_section(page, setting)
        except NotMovableError as error:
            raise _SectionError(_remark(page, error)) from error


def _place(facts: Facts) -> Path:
    """Where the landing page stands: that of the start page in the content folder itself."""
    if facts.kind != _HOME:
        return facts.path
    return facts.path.parent.parent / f"_{facts.path.name}"


def _gives_way(existing: Page) -> bool:
    """Whether the start page's file leaves it to `home` what is shown."""
    type_ = existing.root.find("type") if existing.root else None
    is_plain = type_ is None or (isinstance(type_.value, Scalar) and type_.value.text in _PLAIN)
    return is_plain and existing.kind != LANDING
