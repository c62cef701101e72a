"""The patterns of Hugo's `permalinks`: which pages they are for, and what they make of a page.

After `resources/page/permalinks.go` in Hugo's code. Patterns written as a list of rules, which
Hugo takes from 0.161 on, are not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import NamedTuple
from urllib.parse import unquote_plus

KINDS = ("page", "section", "taxonomy", "term")


class Subject(NamedTuple):
    """What tokens stand for; `filename` differs from `basename` in branch bundles only.

    `sections` are the folders down to the page that are sections, the outermost first.
    """

    sections: tuple[str, ...]
    filename: str
    basename: str
    title: str
    slug: str
    date: datetime | None


def patterns_of(permalinks: object) -> dict[tuple[str, str], str]:
    """The patterns in the settings, by kind of page and section (or taxonomy).

    Those that stand below no kind are for pages and terms. Kinds come with Hugo 0.115.
    """
    found = dict(_patterns(permalinks if isinstance(permalinks, dict) else {}))
    return {key: text for key, text in found.items() if text}


def _patterns(permalinks: dict[str, object]) -> Iterator[tuple[tuple[str, str], str]]:
    for name, value in permalinks.items():
        if isinstance(value, str):
            yield ("page", name.strip(" /")), value
            yield ("term", name.strip(" /")), value
    for kind in KINDS:
        of_kind = permalinks.get(kind)
        for name, value in of_kind.items() if isinstance(of_kind, dict) else ():
            if isinstance(value, str):
                yield (kind, name.strip(" /")), value


_TOKEN = re.compile(r":(\w+(?:\[.+?\])?)", re.ASCII)


def expand(pattern: str, subject: Subject, clean: Callable[[str], str]) -> str:
    """The path that a pattern makes; `clean` makes a name of an address out of a text.

    A token that Hugo does not know, at which it stops, stays as it is.
    """
    escaped = pattern.replace("\\:", "\0")
    expanded = _TOKEN.sub(lambda match: _value(match[1], subject, clean), escaped)
    return unquote_plus(expanded).replace("\0", ":")


def _value(token: str, subject: Subject, clean: Callable[[str], str]) -> str:
    if token.startswith("sections["):
        return "/".join(_cut(subject.sections, token[len("sections[") : -1]))
    if token in _AS_IT_IS:
        return _AS_IT_IS[token](subject)
    if token in _CLEANED:
        return clean(_CLEANED[token](subject))
    return _dated(token, subject.date or datetime.min)


_AS_IT_IS: dict[str, Callable[[Subject], str]] = {
    "section": lambda subject: "".join(subject.sections[:1]),
    "sections": lambda subject: "/".join(subject.sections),
}
_CLEANED: dict[str, Callable[[Subject], str]] = {
    "title": lambda subject: subject.title,
    "slug": lambda subject: subject.slug or subject.title,
    "filename": lambda subject: subject.filename,
    "slugorfilename": lambda subject: subject.slug or subject.filename,
    "contentbasename": lambda subject: subject.basename,
    "slugorcontentbasename": lambda subject: subject.slug or subject.basename,
}


def _cut(names: tuple[str, ...], text: str) -> tuple[str, ...]:
    """A part of the sections: `0`, `last`, `1:`, `:last`."""
    low, colon, high = text.lower().strip().partition(":")
    start = _place(low, names, 0)
    return names[start : _place(high, names, len(names)) if colon else start + 1]


def _place(text: str, names: tuple[str, ...], default: int) -> int:
    if text == "last":
        return max(len(names) - 1, 0)
    return int(text) if text.isdecimal() else default


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _dated(token: str, date: datetime) -> str:
    """A token for the date: Hugo's names, or a layout of Go's that is a single word."""
    make = _DATES.get(token)
    return make(date) if make else f":{token}"


_DATES: dict[str, Callable[[datetime], str]] = {
    "year": lambda date: str(date.year),
    "month": lambda date: f"{date.month:02}",
    "monthname": lambda date: _MONTHS[date.month - 1],
    "day": lambda date: f"{date.day:02}",
    "weekday": lambda date: str(date.isoweekday() % 7),
    "weekdayname": lambda date: _DAYS[date.weekday()],
    "yearday": lambda date: str(date.timetuple().tm_yday),
    "2006": lambda date: f"{date.year:04}",
    "06": lambda date: f"{date.year % 100:02}",
    "01": lambda date: f"{date.month:02}",
    "02": lambda date: f"{date.day:02}",
    "Jan": lambda date: _MONTHS[date.month - 1][:3],
    "January": lambda date: _MONTHS[date.month - 1],
}
