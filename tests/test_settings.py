"""Hugo's settings: found, read with positions, and merged as real Hugos merge them.

Each folder of `tests/settings` is a site that has nothing but settings.
"""

from __future__ import annotations

import json
import re
import subprocess
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from afr_content.hugo import Dialect, HugoVersion
from afr_content.plain import go_text
from afr_content.settings import Settings, read_settings, settings_files
from tests.conftest import write
from tests.hugo_binaries import hugo_binaries

CASES = sorted((Path(__file__).parent / "settings").iterdir())
BINARIES = hugo_binaries()
PRINTS_JSON = HugoVersion(0, 112)
OLD = {v: b for v, b in BINARIES.items() if HugoVersion.parse(v) < PRINTS_JSON}
NEW = {v: b for v, b in BINARIES.items() if HugoVersion.parse(v) >= PRINTS_JSON}


def print_config(binary: Path, case: Path, *options: str) -> str:
    command = [str(binary), "config", "--source", str(case), *options]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("binary", OLD.values(), ids=OLD)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_values_are_those_that_an_old_hugo_prints(case: Path, binary: Path) -> None:
    lines = [
        re.split(" = |: ", line, maxsplit=1) for line in print_config(binary, case).split("\n")
    ]
    printed = {line[0]: line[1] for line in lines if len(line) == 2}
    values = read_settings(case).values
    if "disablelanguages" in values:  # Hugo notes down there what it has switched off
        del values["languages"]
    assert {key: printed.get(key) for key in values} == {k: in_go(v) for k, v in values.items()}


def in_go(value: object) -> str:
    return json.dumps(value) if isinstance(value, str) else go_text(value)


@pytest.mark.parametrize("binary", NEW.values(), ids=NEW)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_language_has_what_a_new_hugo_prints(case: Path, binary: Path) -> None:
    settings = read_settings(case)
    for language in settings.languages:
        chosen = ["--lang", language.code] if settings.is_multilingual else []
        options = ["--format", "json", "--environment", "production", *chosen]
        printed = json.loads(print_config(binary, case, *options))
        own = settings.get("languages", language.code) or {}
        params = over(settings.get("params", default={}), own.get("params", {}))
        assert printed.get("params", {}) == params
        assert printed.get("taxonomies", {}) == settings.taxonomies
        assert printed["contentdir"].rstrip("/") == language.content_dir
        assert printed.get("title", "") == language.title
        assert names_of_menus(printed) == names_in(settings, language.code)
        if settings.is_multilingual:
            known = {code for code, its in printed["languages"].items() if "disabled" not in its}
            assert known == {one.code for one in settings.languages}


def over(weaker: dict[str, Any], stronger: dict[str, Any]) -> dict[str, Any]:
    merged = deepcopy(weaker)
    for key, value in stronger.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = over(merged[key], value) if both else value
    return merged


def names_of_menus(printed: dict[str, Any]) -> dict[str, list[str]]:
    return {
        name: [entry["name"] for entry in menu] for name, menu in printed.get("menus", {}).items()
    }


def names_in(settings: Settings, language: str) -> dict[str, list[str]]:
    """The menus of a language, whose own ones take the place of those for all."""
    own = [entry for entry in settings.menus if entry.language == language]
    found: dict[str, list[str]] = {}
    for entry in own or [entry for entry in settings.menus if entry.language is None]:
        found.setdefault(entry.menu, []).append(entry.text("name"))
    return found


def case(name: str) -> Path:
    return next(case for case in CASES if case.name == name)


def test_files_are_found_the_stronger_ones_last() -> None:
    root = case("folder-and-production")
    found = [path.relative_to(root).as_posix() for path in settings_files(root)]
    assert found == [
        "config/_default/hugo.yaml",
        "config/_default/menus.toml",
        "config/_default/params.toml",
        "config/production/config.yaml",
        "config/production/menus.yaml",
        "config/production/params.yaml",
    ]


def test_a_file_knows_its_part_language_and_environment() -> None:
    files = {file.path.name: file for file in read_settings(case("language-files")).files}
    nl = files["menu.nl.yaml"]
    assert (nl.role, nl.language, nl.environment) == ("menus", "nl", "_default")
    assert files["config.nl.yaml"].prefix == ("languages", "nl")
    assert files["params.yaml"].prefix == ("params",)
    (only,) = read_settings(case("one-toml-file")).files
    assert (only.role, only.language, only.environment) == ("config", None, "")


@pytest.mark.parametrize(
    ("name", "path", "file", "text"),
    [
        ("one-yaml-file", "params.nested.deep.x", "config.yaml", "1"),
        ("folder", "params.both", "config/_default/params.yaml", "params"),
        ("folder", "params.from_config", "config/_default/config.yaml", "1"),
        ("folder", "permalinks.post", "config/_default/permalinks.toml", '"/p/:slug/"'),
        ("folder-and-production", "title", "config/production/config.yaml", "Production"),
        ("folder-and-production", "params.a", "config/_default/params.toml", "1"),
        ("root-file-and-folder", "params.a", "config/_default/params.yaml", "2"),
        ("root-file-and-folder", "params.b", "config.toml", '"root"'),
        ("language-files", "languages.nl.params.only", "config/_default/params.nl.yaml", "nl"),
    ],
)
def test_where_a_value_is_written(name: str, path: str, file: str, text: str) -> None:
    found = read_settings(case(name)).entry(*path.split("."))
    assert found
    source, (_, value) = found
    assert source.path == case(name) / file
    assert source.document.text[value.start : value.end] == text


def test_what_is_not_written_is_nowhere() -> None:
    settings = read_settings(case("folder"))
    assert settings.entry("params", "nothing", "here") is None
    assert settings.get("params", "nothing", "here", default=7) == 7


@pytest.mark.parametrize("name", ["one-yaml-file", "one-toml-file", "one-json-file", "languages"])
def test_entries_of_menus_stand_where_they_are_written(name: str) -> None:
    for entry in read_settings(case(name)).menus:
        node = entry.scalar("name")
        assert node
        assert entry.text("name") in entry.file.document.text[node.start : node.end]
        assert entry.node.start <= node.start < node.end <= entry.node.end


def test_defaults_of_a_site_without_settings(tmp_path: Path) -> None:
    settings = read_settings(tmp_path)
    assert settings.languages == (("en", 0, "content", ""),)
    assert settings.taxonomies == {"tag": "tags", "category": "categories"}
    assert (settings.default_language, settings.base_path) == ("en", "/")
    assert not settings.is_multilingual


def test_english_is_the_default_language_where_there_is_no_other_word(tmp_path: Path) -> None:
    config = write(tmp_path / "config.yaml", "languages: {nl: {weight: 1}, en: {weight: 2}}\n")
    assert read_settings(tmp_path).default_language == "en"
    config.write_text("languages: {nl: {weight: 2}, de: {weight: 1}, fr: {}}\n")
    settings = read_settings(tmp_path)
    assert settings.default_language == "de"
    assert [language.code for language in settings.languages] == ["de", "nl", "fr"]


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://example.org/", "/"),
        ("https://example.org", "/"),
        ("https://example.org/lab", "/lab/"),
        ("//example.org/a/b/", "/a/b/"),
        ("", "/"),
        ("/", "/"),
    ],
)
def test_the_path_of_the_base_address(tmp_path: Path, address: str, path: str) -> None:
    write(tmp_path / "config.yaml", f'baseURL: "{address}"\n')
    assert read_settings(tmp_path).base_path == path


@pytest.mark.parametrize("text", ["a: [1", "a: b: c", "- a", "\ta: 1"])
def test_a_file_that_does_not_parse_holds_nothing_and_says_why(tmp_path: Path, text: str) -> None:
    write(tmp_path / "config/_default/params.yaml", text)
    write(tmp_path / "config/_default/config.yaml", "title: Kept\n")
    settings = read_settings(tmp_path)
    assert settings.values == {"title": "Kept"}
    refused = [file for file in settings.files if file.document.refusal(Dialect.OLD)]
    assert [file.path.name for file in refused] == ["params.yaml"]


def test_a_file_that_is_not_utf_8_is_read_as_newer_hugos_do(tmp_path: Path) -> None:
    write(tmp_path / "config.yaml", "title: \udcff\n")
    settings = read_settings(tmp_path)
    assert settings.get("title") == "\ufffd"
    assert settings.files[0].document.refusal(Dialect.OLD)


def test_texts_that_are_not_written_yet_count(tmp_path: Path) -> None:
    path = write(tmp_path / "config.yaml", "title: Before\n")
    assert read_settings(tmp_path, {path: "title: After\n"}).get("title") == "After"
