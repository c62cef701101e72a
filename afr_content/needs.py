"""Pages without a key that a template of the site's own cannot do without where it shows them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from afr_content.census import Census
from afr_content.facts import Facts
from afr_content.hugo import Dialect

if TYPE_CHECKING:
    from afr_content.templates.findings import Need
    from afr_content.templates.values import Atom, Condition, Value


class Lack(NamedTuple):
    """A page that lacks a key, and the section that shows the page."""

    page: Facts
    key: str
    section: Facts


def lacks(census: Census) -> Iterator[Lack]:
    """Each page that lacks a key, once for each key."""
    pages = [facts for facts in census.pages if facts.lacks and facts.path not in census.unbuilt]
    seen = set()
    for section in _shown_sections(census) if pages else ():
        for lack in _of_section(census, section, pages):
            if (lack.page.path, lack.key) not in seen:
                seen.add((lack.page.path, lack.key))
                yield lack


def _shown_sections(census: Census) -> Iterator[Facts]:
    """The sections with a widget of the site's own, on pages that are built."""
    own = census.site.own_widgets
    for widget_page in census.widget_pages if own else ():
        if widget_page.page.path not in census.unbuilt:
            yield from (section for section in widget_page.shown if section.widget in own)


def _of_section(census: Census, section: Facts, pages: list[Facts]) -> Iterator[Lack]:
    reading = census.site.templates.widget(section.widget)
    for need in reading.needs if reading else ():
        for page in pages:
            if need.key in page.lacks and _shows(census, section, page, need):
                yield Lack(page, need.key, section)


def _shows(census: Census, section: Facts, page: Facts, need: Need) -> bool:
    """Whether a section shows a page for certain."""
    here, there = section.place, page.place
    name = page.text("type") or there.section if need.audience.sort == "type" else there.section
    return (
        here.language == there.language
        and name == need.audience.name
        and all(_says(section, ".".join(path)) is wanted for path, wanted in need.given)
        and all(_meets(census, section, page, condition) for condition in need.conditions)
    )


def _says(section: Facts, key: str) -> bool:
    """Whether a key of a section has a value that is no `false` and not empty."""
    return any(fact.typed(Dialect.OLD) for fact in section.all(key))


def _meets(census: Census, section: Facts, page: Facts, condition: Condition) -> bool:
    """Whether a page is like `where` wants it; what cannot be told is no."""
    found = _values(page, condition.key)
    if condition.wants_nothing:
        return bool(found) == (condition.operator == "!=")
    wanted = _wanted(census, section, condition.value)
    if condition.operator == "!=":
        return bool(wanted) and not any(_same(a, b) for a in found for b in wanted)
    return any(_same(a, b) for a in found for b in wanted)


def _same(one: object, other: object) -> bool:
    return type(one) is type(other) and one == other


def _values(facts: Facts, key: str) -> list[object]:
    typed = (fact.typed(Dialect.OLD) for fact in facts.all(key))
    return [value for value in typed if value is not None]


def _wanted(census: Census, section: Facts, value: Value) -> list[object]:
    """What a value in a template is for a section: the first alternative that is there."""
    return next(filter(None, (_alternative(census, section, atom) for atom in value)), [])


def _alternative(census: Census, section: Facts, atom: Atom) -> list[object]:
    from afr_content.templates.values import Const, KeyValue, ListValue

    match atom:
        case Const(value):
            return [value]
        case ListValue(items):
            return _wanted(census, section, items)
        case KeyValue(key=key) if key.top.is_section:
            return _values(section, ".".join(key.path))
        case KeyValue(key=key, page=None):
            found = census.site.settings.get("params", *key.path)
            return found if isinstance(found, list) else [found] if found is not None else []
    return []
