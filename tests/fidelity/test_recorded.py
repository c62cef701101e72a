"""The front matters of `cases.jsonl` are read as each Hugo read them when it was asked."""

from __future__ import annotations

import pytest

from afr_content.hugo import HugoVersion
from tests.fidelity.canonical import HERE, cases, ours, recorded

VERSIONS = sorted(path.stem.removeprefix("recorded-") for path in HERE.glob("recorded-*.json"))


@pytest.mark.parametrize("version", VERSIONS)
def test_every_case_is_read_as_recorded(version: str) -> None:
    hugo = HugoVersion.parse(version)
    wrong = [
        (case.text, mine, theirs)
        for case, theirs in zip(cases(), recorded(version), strict=True)
        if (mine := ours(case.text, hugo)) != theirs
    ]
    assert wrong == []


def test_there_are_records_and_cases_enough() -> None:
    assert len(VERSIONS) >= 3
    assert len(cases()) >= 300
