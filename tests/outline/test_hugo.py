"""Real Hugos show what the outline says: menus, pages, sections in their order."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import write
from tests.hugo_binaries import hugo_binaries
from tests.outline import kept

LAYOUTS = {
    "index.html": """\
{{ range $name, $menu := site.Menus }}menu {{ $name }}
{{ partial "items.html" (dict "items" $menu "margin" "-") }}{{ end -}}
{{ with site.GetPage "/home" }}\
{{ partial "sections.html" (dict "page" . "at" $.RelPermalink) }}{{ end -}}
{{ range site.Pages }}page {{ .RelPermalink }}
{{ partial "sections.html" (dict "page" . "at" .RelPermalink) }}{{ end }}""",
    "partials/items.html": """\
{{ $margin := .margin }}{{ range .items }}{{ $margin }} {{ .Name | safeHTML }}
{{ partial "items.html" (dict "items" .Children "margin" (print $margin "-")) }}{{ end }}""",
    "partials/sections.html": """\
{{ $at := .at }}{{ range where (.page.Resources.ByType "page") ".Params.active" "!=" false -}}
{{ if or .Params.widget (eq $at "/") }}section {{ $at }} {{ .File.LogicalName }}
{{ end }}{{ end }}""",
}
"""A theme that says what there is, a line for each thing."""

HUGOS = [pytest.param(binary, id=version) for version, binary in hugo_binaries().items()]
NO_HUGO = pytest.param(
    None, marks=pytest.mark.skip(reason="no Hugo on PATH and none below .hugo/"), id="no-hugo"
)


@pytest.mark.parametrize("hugo", HUGOS or [NO_HUGO])
@pytest.mark.parametrize("name", ["widgets", "languages"])
def test_hugo_shows_what_the_outline_says(name: str, hugo: Path, tmp_path: Path) -> None:
    site = kept.HERE / "sites" / name
    outline = json.loads(kept.shown(site, "json"))
    for language, said in zip(outline["languages"], _said(site, hugo, tmp_path), strict=True):
        assert [line for line in said if line[0] in "m-"] == list(_menus(language))
        assert [line for line in said if line[0] == "s"] == list(_sections(language))
        pages = {line for line in said if line[0] == "p"}
        assert {f"page {address}" for address in _addresses(language)} <= pages
        assert not {f"page {address}" for address in _missing(language)} & pages


def _said(site: Path, hugo: Path, place: Path) -> Iterator[list[str]]:
    """What Hugo says of each language."""
    shutil.copytree(site, place / "site")
    for name, text in LAYOUTS.items():
        write(place / "site/layouts" / name, text)
    subprocess.run([hugo, "--quiet"], cwd=place / "site", check=True, capture_output=True)
    public = place / "site/public"
    for page in (public / "index.html", public / "nl/index.html"):
        if page.exists():
            yield page.read_text("utf-8").splitlines()


def _menus(language: dict[str, Any]) -> Iterator[str]:
    for menu in language["menus"]:
        yield f"menu {menu['name']}"
        yield from _items(menu["items"], "-")


def _items(items: list[dict[str, Any]], margin: str) -> Iterator[str]:
    for item in items:
        yield f"{margin} {item['name']}"
        yield from _items(item["items"], f"{margin}-")


def _sections(language: dict[str, Any]) -> Iterator[str]:
    for page in language["pages"]:
        for section in page["sections"]:
            if not section["hidden"]:
                yield f"section {page['address']} {Path(section['path']).name}"


def _every(pages: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for page in pages:
        yield page
        yield from _every(page["pages"])


def _addresses(language: dict[str, Any]) -> list[str]:
    return [page["address"] for page in _every(language["pages"]) if not page["not_built"]]


def _missing(language: dict[str, Any]) -> list[str]:
    return [page["address"] for page in _every(language["pages"]) if page["not_built"]]
