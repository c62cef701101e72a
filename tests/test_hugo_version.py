"""Versions of Hugo, and which YAML they read."""

from __future__ import annotations

import pytest

from afr_content.hugo import Dialect, HugoVersion, resolve


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("0.111.3", (0, 111, 3)),
        ("v0.111", (0, 111, 0)),
        ("0.152.2+extended", (0, 152, 2)),
        (" 0.168.0 ", (0, 168, 0)),
        ("v0.147.9-29bdbde19c28", (0, 147, 9)),
        ("1.2.3", (1, 2, 3)),
    ],
)
def test_parse(text: str, version: tuple[int, int, int]) -> None:
    assert HugoVersion.parse(text) == version


@pytest.mark.parametrize(
    "text", ["", "0", "latest", "0.x", "a0.111.3", "0.111.3.4", "0.111rc", "-1.2"]
)
def test_no_version(text: str) -> None:
    with pytest.raises(ValueError, match="no Hugo version"):
        HugoVersion.parse(text)


def test_str_and_dialect() -> None:
    assert str(HugoVersion(0, 111)) == "0.111.0"
    assert HugoVersion(0, 151, 9).dialect is Dialect.OLD
    assert HugoVersion(0, 152).dialect is Dialect.NEW


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("yes", True, "yes"),
        ("1e3", 1000.0, "1e3"),
        ("08", 8.0, "08"),
        ("010", 8, 8),
        ("1_000", 1000, 1000),
        ("123456789012345678901", 123456789012345678901.0, "123456789012345678901"),
        ("2021-05-01", "2021-05-01", "2021-05-01"),
        ("12:30", "12:30", "12:30"),
        ("~", None, None),
        ("٣", "٣", "٣"),
    ],
)
def test_resolve(text: str, old: object, new: object) -> None:
    for dialect, expected in ((Dialect.OLD, old), (Dialect.NEW, new)):
        found = resolve(text, dialect)
        assert (found, type(found)) == (expected, type(expected))
