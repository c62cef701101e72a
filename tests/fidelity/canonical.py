"""One form for what Hugo reads and for what we read: it compares exactly and can be JSON."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import NamedTuple

from afr_content.errors import FrontMatterError
from afr_content.frontmatter import parse
from afr_content.hugo import HugoVersion
from tests.fidelity.hugo_probe import MEANING

HERE = Path(__file__).parent
REFUSED = "refused"


class Case(NamedTuple):
    """A page's text, from `cases.jsonl`."""

    group: str
    text: str


def cases() -> list[Case]:
    """The front matters written by hand."""
    lines = (HERE / "cases.jsonl").read_text().splitlines()
    return [Case(**json.loads(line)) for line in lines]


def ours(text: str, version: HugoVersion) -> object:
    """What we say that Hugo reads: params in canonical form, or `REFUSED`."""
    try:
        params = parse(text).params(version)
    except FrontMatterError:
        return REFUSED
    return {key: canonical(value) for key, value in params.items() if key not in MEANING}


def canonical(value: object) -> object:
    """A value as JSON, in which floats, times and maps are told from everything else."""
    match value:
        case float():
            return {"float": repr(value)}
        case dict():
            return {"map": {key: canonical(item) for key, item in value.items()}}
        case list():
            return [canonical(item) for item in value]
        case dt.datetime() if value.tzinfo:
            return {"time": _fraction(value.isoformat()).replace("+00:00", "Z")}
        case dt.datetime():
            return {"toml.LocalDateTime": _fraction(value.isoformat())}
        case dt.date():
            return {"toml.LocalDate": value.isoformat()}
        case dt.time():
            return {"toml.LocalTime": _fraction(value.isoformat())}
    return value


def _fraction(text: str) -> str:
    """The time as Go prints it: without zeros at the end of the fraction."""
    whole, dot, rest = text.partition(".")
    return f"{whole}{dot}{rest[:6].rstrip('0')}{rest[6:]}" if dot else text


def recorded(version: str) -> list[object]:
    """What that Hugo read from each of `cases()`."""
    answers: list[object] = json.loads(recording(version).read_text())
    return answers


def recording(version: str) -> Path:
    """Where the answers of a Hugo are kept."""
    return HERE / f"recorded-{version}.json"
