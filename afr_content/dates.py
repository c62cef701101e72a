"""Dates as Hugo and the theme's templates read them.

Both leave it to Go's `time.Parse` with a fixed list of layouts (spf13/cast). The tests compare this
module with the answers of real Hugos, which all agree.
"""

from __future__ import annotations

import calendar
import re
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Final, NamedTuple

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORT_MONTHS: Final = tuple(name[:3] for name in _MONTHS)
_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_DATE = r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
# Go takes one digit for an hour, and a fraction behind the seconds whatever the layout says.
_MINUTES = r"(?P<hour>\d{1,2}):(?P<minute>\d\d)"
_TIME = rf"{_MINUTES}:(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?"
_OFFSET = r"(?P<sign>[-+])(?P<hours>\d\d)(?P<minutes>\d\d)"
_COLON_OFFSET = r"(?P<sign>[-+])(?P<hours>\d\d):(?P<minutes>\d\d)"
_ZONE = (
    r"(?:UTC|ChST|MeST|GMT(?:[-+]\d{1,2})?|WITA|[A-Z]{3,4}T(?![A-Z])|[A-Z]{3}(?![A-Z])"
    r"|[-+](?:\d|1\d|2[0-3]|0\d)(?!\d))"
)
_WEEKDAY = rf"(?:{'|'.join(name[:3] for name in _DAYS)})"
_LONG_WEEKDAY = rf"(?:{'|'.join(_DAYS)})"
_MONTH = rf"(?P<name>{'|'.join(_SHORT_MONTHS)})"
_ANY_CASE = rf"(?i)\b({'|'.join((*_DAYS, *_SHORT_MONTHS))}|{_WEEKDAY})\b"

_LAYOUTS: Final = (
    _DATE,
    rf"{_DATE}T{_TIME}(?:Z|{_COLON_OFFSET})?",
    rf"{_DATE}T{_TIME}{_OFFSET}",
    rf"{_DATE} {_TIME}(?:Z|{_COLON_OFFSET})?",
    rf"{_DATE} {_TIME}{_OFFSET}",
    rf"{_DATE} {_TIME} {_COLON_OFFSET}",
    rf"{_DATE} {_TIME} {_OFFSET}(?: {_ZONE})?",
    rf"(?P<day>\d\d) {_MONTH} (?P<year>\d{{4}})",
    rf"{_WEEKDAY}, (?P<day>\d\d) {_MONTH} (?P<year>\d{{4}}) {_TIME} (?:{_OFFSET}|{_ZONE})",
    rf"(?P<day>\d\d) {_MONTH} (?P<short_year>\d\d) {_MINUTES} (?:{_OFFSET}|{_ZONE})",
    rf"{_LONG_WEEKDAY}, (?P<day>\d\d)-{_MONTH}-(?P<short_year>\d\d) {_TIME} {_ZONE}",
    rf"{_WEEKDAY} {_MONTH} (?P<day>\d{{1,2}}) {_TIME}(?: {_ZONE})? (?P<year>\d{{4}})",
    rf"{_WEEKDAY} {_MONTH} (?P<day>\d\d) {_TIME} {_OFFSET} (?P<year>\d{{4}})",
)


@cache
def _layouts() -> tuple[re.Pattern[str], ...]:
    """The forms of a date, compiled when the first date is read."""
    return tuple(re.compile(layout.replace(" ", " +"), re.ASCII) for layout in _LAYOUTS)


def read_date(text: str) -> datetime | None:
    """The moment that Hugo reads, in UTC; None when it cannot read the text.

    A text without a time zone is taken as UTC, which is what Hugo does unless the site says
    otherwise. Times without a year, which Hugo reads as of the year 0, are no date here.
    """
    folded = re.sub(_ANY_CASE, lambda match: match[0].lower(), text)
    for layout in _layouts():
        if match := layout.fullmatch(folded):
            return _moment(match.groupdict())
    return None


def _moment(parts: dict[str, str | None]) -> datetime | None:
    number = {name: int(part) for name, part in parts.items() if part and part.isdigit()}
    year = number.get("year", 0) or _full_year(number.get("short_year"))
    month = number["month"] if "month" in number else _SHORT_MONTHS.index(parts["name"] or "") + 1
    offset = timedelta(hours=number.get("hours", 0), minutes=number.get("minutes", 0))
    fraction = f"{parts.get('fraction') or ''}000000"[:6]
    if offset > timedelta(hours=25):
        return None
    try:
        moment = datetime(
            year, month, number["day"], number.get("hour", 0), number.get("minute", 0),
            number.get("second", 0), int(fraction), UTC,
        )  # fmt: skip
        return moment + offset if parts.get("sign") == "-" else moment - offset
    except (ValueError, OverflowError):
        return None


def _full_year(two_digits: int | None) -> int:
    if two_digits is None:
        return 0
    return two_digits + (1900 if two_digits >= 69 else 2000)


class Repair(NamedTuple):
    """A date that Hugo reads, for one that it does not; `sure` when it can mean nothing else."""

    text: str
    sure: bool = True


_SEPARATED = re.compile(r"(\d{1,4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,4})(?!\d)(.*)", re.ASCII)
_NAMED = re.compile(
    r"(?:[a-z]+,?\s+)?(?:(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?\s+(?P<month>[a-z]+)\.?"
    r"|(?P<month2>[a-z]+)\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?),?\s+(?P<year>\d{4})",
    re.ASCII | re.I,
)
_MONTH_AND_YEAR = re.compile(r"([a-z]+)\.?,?\s+(\d{4})", re.ASCII | re.I)
_CLOCK = re.compile(
    r"(?P<glue>[T\s,:-]*)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?P<fraction>\.\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>Z|UTC|GMT|[-+]\d\d(?::?\d\d)?)?",
    re.ASCII | re.I,
)
_DASHES = str.maketrans("‐‑‒–—−／．：", "------/.:")


def repair(text: str) -> Repair | None:
    """What was meant by a text that Hugo cannot read as a date; None when that is not clear."""
    clean = " ".join(text.translate(_DASHES).split())
    if read_date(clean):
        return Repair(clean)
    for attempt in (_from_digits, _from_separated, _from_named):
        repaired = attempt(clean)
        if repaired and read_date(repaired.text):
            return repaired
    return None


def _from_digits(text: str) -> Repair | None:
    if re.fullmatch(r"[12]\d{7}", text, re.ASCII):
        return Repair(f"{text[:4]}-{text[4:6]}-{text[6:]}")
    if re.fullmatch(r"[12]\d{3}", text, re.ASCII):
        return Repair(f"{text}-01-01", sure=False)
    if match := re.fullmatch(r"([12]\d{3})[-/.](\d{1,2})", text, re.ASCII):
        return Repair(f"{match[1]}-{int(match[2]):02}-01", sure=False)
    return None


def _from_separated(text: str) -> Repair | None:
    match = _SEPARATED.fullmatch(text)
    if not match:
        return None
    date = _ordered(match[1], match[3], match[4])
    clock = _clock(match[5])
    if date is None or clock is None:
        return None
    return Repair(date.text + clock.text, date.sure and clock.sure)


def _ordered(first: str, second: str, third: str) -> Repair | None:
    """Year, month and day, where the order is clear."""
    if len(first) == 4:
        month, day = int(second), int(third)
        if month > 12 >= day:
            return Repair(f"{first}-{day:02}-{month:02}", sure=False)
        return Repair(f"{first}-{month:02}-{day:02}")
    one, two = int(first), int(second)
    if len(third) != 4 or (one <= 12 and two <= 12 and one != two):
        return None
    day, month = (one, two) if one > 12 else (two, one)
    return Repair(f"{third}-{month:02}-{day:02}")


def _clock(text: str) -> Repair | None:
    """The time of day as Hugo reads it, with the `T` in front; empty when there is none."""
    match = _CLOCK.fullmatch(text)
    if not text or not match:
        return Repair("") if not text else None
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    zone = (match["zone"] or "").upper().replace("UTC", "Z").replace("GMT", "Z")
    if re.fullmatch(r"[-+]\d\d", zone):
        zone += ":00"
    sure = match["glue"].strip().upper() in ("", "T") and match["glue"] != ""
    seconds = f"{match['second'] or '00'}{match['fraction'] or ''}"
    return Repair(f"T{hour:02}:{match['minute']}:{seconds}{zone}", sure)


def _from_named(text: str) -> Repair | None:
    if match := _NAMED.fullmatch(text):
        month = _month(match["month"] or match["month2"])
        day = int(match["day"] or match["day2"])
        return Repair(f"{match['year']}-{month:02}-{day:02}") if month else None
    if (match := _MONTH_AND_YEAR.fullmatch(text)) and (month := _month(match[1])):
        return Repair(f"{match[2]}-{month:02}-01", sure=False)
    return None


def _month(name: str) -> int:
    """The number of an English month, written out or as its first letters; 0 for another word."""
    word = name.lower()
    found = [n for n, month in enumerate(_MONTHS, 1) if len(word) > 2 and month.startswith(word)]
    return found[0] if len(found) == 1 else 0


def impossible_day(text: str) -> str:
    """What is wrong with a day that no calendar has, as `February 2022 has 28 days`; else empty."""
    match = re.match(r"([12]\d{3})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)", text, re.ASCII)
    if not match:
        return ""
    year, month, day = map(int, match.groups())
    if not 1 <= month <= 12:
        return f"there is no month {month}" if month else "months begin with 1"
    days = calendar.monthrange(year, month)[1]
    if 1 <= day <= days:
        return ""
    return (
        f"{_MONTHS[month - 1].capitalize()} {year} has {days} days" if day else "days begin with 1"
    )
