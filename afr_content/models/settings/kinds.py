"""The kinds of value that Hugo's own settings take.

Sources: Hugo's documentation of its settings, `config/allconfig`, `resources/page/permalinks.go`,
and builds with 0.111.3, 0.147.9 and 0.168.0.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from afr_content.models.types import Kind, choice

_FLAG_TEXTS = ("1", "t", "T", "true", "True", "TRUE", "0", "f", "F", "false", "False", "FALSE", "")
_WHOLE = r"[-+]?(0[0-7]*|[1-9][0-9]*)|"
_DURATION = r"\d+|(\d+(\.\d*)?(ns|us|µs|ms|s|m|h))+"
_ZONE = (
    r"|Local|UTC|GMT|UCT|Universal|Greenwich|Zulu|EST|MST|HST|CET|EET|MET|WET|EST5EDT|CST6CDT"
    r"|MST7MDT|PST8PDT|Cuba|Egypt|Eire|GB|GB-Eire|Hongkong|Iceland|Iran|Israel|Jamaica|Japan"
    r"|Kwajalein|Libya|NZ|NZ-CHAT|Navajo|PRC|Poland|Portugal|ROC|ROK|Singapore|Turkey|W-SU"
    r"|[A-Z][\w+-]*(/[\w+-]+)+"
)
_BAD_PATTERN = re.compile(r"[*+?]")
_TOKEN = re.compile(r":([a-z]+)(\[[^\]]*\])?")
_TOKENS = frozenset(
    "year month monthname day weekday weekdayname yearday section sections sectionslug"
    " sectionslugs title slug slugorfilename slugorcontentbasename filename"
    " contentbasename".split()
)


def _is_flag(value: object) -> bool:
    return value in _FLAG_TEXTS if isinstance(value, str) else isinstance(value, int | float)


def _is_whole(value: object) -> bool:
    """What Hugo casts to a whole number without loss."""
    if isinstance(value, str):
        return re.fullmatch(_WHOLE, value) is not None
    return isinstance(value, int) or (isinstance(value, float) and value.is_integer())


def _is_duration(value: object) -> bool:
    return re.fullmatch(_DURATION, str(value)) is not None


def _is_zone(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(_ZONE, value) is not None


def _is_pattern(value: object) -> bool:
    return not isinstance(value, list | dict) and _BAD_PATTERN.match(str(value)) is None


def _are_patterns(value: object) -> bool:
    return all(map(_is_pattern, value)) if isinstance(value, list) else _is_pattern(value)


def _is_permalink(value: object) -> bool:
    """A pattern with attributes that Hugo has; since 0.123 also a map of such."""
    if isinstance(value, dict):
        return all(map(_is_permalink, value.values()))
    if not isinstance(value, str):
        return False
    return all(match[1] in _TOKENS for match in _TOKEN.finditer(value))


SETTING_FLAG = Kind(
    "flag",
    "`true` or `false`",
    _is_flag,
    {"anyOf": [{"type": ["boolean", "number"]}, {"enum": list(_FLAG_TEXTS)}]},
    (True, False),
)
WHOLE = Kind(
    "whole",
    "a whole number",
    _is_whole,
    {"anyOf": [{"type": ["integer", "boolean"]}, {"type": "string", "pattern": f"^({_WHOLE})$"}]},
)
DURATION = Kind(
    "duration",
    "a time such as `60s`",
    _is_duration,
    {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": f"^({_DURATION})$"}]},
)
TIME_ZONE = Kind(
    "time-zone",
    "a time zone such as `Europe/Amsterdam`",
    _is_zone,
    {"type": "string", "pattern": f"^({_ZONE})$"},
)
PATTERNS = Kind(
    "patterns",
    r"a list of regular expressions such as `\.Rmd$`",
    _are_patterns,
    {
        "anyOf": [
            {"type": "string", "pattern": "^[^*+?]"},
            {"type": "array", "items": {"type": "string", "pattern": "^([^*+?]|$)"}},
        ]
    },
)
PERMALINK = Kind(
    "permalink",
    "an address such as `/:section/:slug/`",
    _is_permalink,
    {"type": ["string", "object"]},
)
TITLE_CASE = choice("AP", "Chicago", "Go", "FirstUpper", "None", name="title-case", any_case=True)

SettingFlag = Annotated[Any, SETTING_FLAG]
"""A boolean that Hugo casts: `"true"` will do, any other text does not."""
Whole = Annotated[Any, WHOLE]
"""A whole number that Hugo casts; 80.0 will do, and `true` is 1."""
Duration = Annotated[Any, DURATION]
"""A time with its unit, or a number of milliseconds."""
TimeZone = Annotated[Any, TIME_ZONE]
"""A time zone by its name."""
Patterns = Annotated[Any, PATTERNS]
"""Regular expressions; `*.Rmd` is none."""
Permalink = Annotated[Any, PERMALINK]
"""How addresses of pages are made."""
TitleCase = Annotated[Any, TITLE_CASE]
"""How titles are capitalised."""
