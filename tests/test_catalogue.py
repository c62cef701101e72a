"""The models against what the theme's templates read, version by version, in both directions."""

from __future__ import annotations

import pytest

from afr_content.models.check import BadValue, UnknownKey, UnreadKey
from afr_content.models.registry import block_names, widget_names
from tests.catalogue import VERSIONS, Case, cases, find, kind_of, sections_of, walk

READ_THOUGH_NOT_IN_CATALOGUE = {
    # Hugo's own, beside those in the catalogue
    *("audio", "images", "videos", "isCJKLanguage", "menus", "modified", "params", "pubdate"),
    *("published", "unpublishdate", "series", "sitemap", "build.list", "build.render"),
    *("build.publishResources", "_build.publishResources"),
    # lists of pages show these of any page
    *("abstract", "location"),
    # in the footer's and the announcement's templates
    *("copyright.notice", "copyright.license", "announcement.dismissable"),
    *(f"copyright_license.{key}" for key in ("enable", "notice", "share_alike")),
    *("copyright_license.allow_commercial", "copyright_license.allow_derivatives"),
    "slides.diagram_options",
    # the template of the showcase view, which any list of pages may have from 5.5 on
    "design.flip_alt_rows",
}

EVERY_CASE = pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)


@EVERY_CASE
def test_takes_what_the_templates_read_and_tells_what_they_do_not(case: Case) -> None:
    """Front matter with every key and value: all of it is right, and the unread keys are told."""
    unread = {known.path for known in case.keys if not known.is_read(case.theme)}
    for turn in range(max(len(known.values) for known in case.keys)):
        values = {known.path: known.values[turn % len(known.values)] for known in case.keys}
        issues = list(case.issues(values))
        told = {path for path, issue in issues if isinstance(issue, UnknownKey | UnreadKey)}
        assert told == {_plain(path) for path in unread if not _has_parent(path, unread)}
        assert [issue for _, issue in issues if isinstance(issue, BadValue)] == []


@EVERY_CASE
def test_knows_every_key(case: Case) -> None:
    assert [path for path, _ in case.keys if not find(case.model, path)] == []


@EVERY_CASE
def test_tells_every_key_that_the_templates_do_not_read(case: Case) -> None:
    """Front matter with all that the model knows and the templates do not: each key is told."""
    read = {_plain(known.path) for known in case.keys if known.is_read(case.theme)}
    others = [
        path
        for path, key in walk(case.model)
        if not key.model and kind_of(key) and not _is_read(path, read)
    ]
    issues = case.issues(dict.fromkeys(others, "text"))
    told = {path for path, issue in issues if isinstance(issue, UnknownKey | UnreadKey)}
    assert [p for p in others if _plain(p) not in told and not _has_parent(_plain(p), told)] == []


def _plain(path: str) -> str:
    return path.replace("[]", "").lower()


def _has_parent(path: str, paths: set[str]) -> bool:
    return any(path.startswith((f"{other}.", f"{other}[]")) for other in paths)


def _is_read(path: str, read: set[str]) -> bool:
    if path.startswith("sections[]."):
        return True  # blocks are cases of their own
    plain = _plain(path)
    is_parent = any(other.startswith(f"{plain}.") for other in read)
    return plain in read or is_parent or path in READ_THOUGH_NOT_IN_CATALOGUE


@EVERY_CASE
def test_requires_what_the_templates_require(case: Case) -> None:
    for path, facts in case.keys:
        key = find(case.model, path)
        if key and facts.get("required"):
            assert key.field.is_required(), path


@pytest.mark.parametrize("version", VERSIONS)
def test_knows_the_names_of_each_version(version: str) -> None:
    catalogue, theme = sections_of(version), VERSIONS[version]
    widgets = {name for name in catalogue if not name.startswith("_")}
    aliases = set(catalogue["_aliases"]) - {"featured"}  # it is a list of all pages, from 5.8 on
    blocks = {name for name in catalogue.get("_landing_blocks", {}) if not name.startswith("_")}
    assert set(widget_names(theme)) == widgets | aliases
    assert set(block_names(theme)) == blocks
