"""A part of an outline: what belongs to a folder or a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from afr_content.outline.model import Language, Outline, Page, Section


def part_of(outline: Outline, part: Path) -> Outline:
    """The pages and sections that are written in a folder, or in a file; both paths are absolute.

    A page is there with all its sections when its own file is, else with those that are. A page of
    a list stands by itself unless the list is there. Menus and settings are left out.
    """
    languages = (_language(language, part) for language in outline.languages)
    return outline._replace(
        part=part,
        languages=tuple(language for language in languages if language.pages or language.loose),
        settings=(),
    )


def _language(language: Language, part: Path) -> Language:
    return language._replace(
        menus=(),
        pages=tuple(_pages(language.pages, part)),
        loose=_sections(language.loose, part),
    )


def _pages(pages: Iterable[Page], part: Path) -> Iterator[Page]:
    for page in pages:
        if page.path.is_relative_to(part):
            yield page
        else:
            sections = _sections(page.sections, part)
            if sections:
                yield page._replace(sections=sections, findings=(), pages=(), size=0)
            yield from _pages(page.pages, part)


def _sections(sections: Iterable[Section], part: Path) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.path.is_relative_to(part))
