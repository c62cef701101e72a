"""Settings against real Hugos: what is called an error stops the build, all else does not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from afr_content.diagnostics import Severity
from afr_content.files import read
from afr_content.hugo import HugoVersion
from afr_content.linter import Selection, lint_page
from afr_content.page import Page
from afr_content.site import Site
from afr_content.theme import ThemeVersion
from tests.conftest import write
from tests.hugo_binaries import hugo_binaries

BASE = 'baseURL: "https://example.org/"\ndisableKinds: [taxonomy, term, sitemap]\n'
LAYOUT = """{{ range $name, $menu := site.Menus }}{{ range $menu -}}
{{ $name }}: {{ .Name }} {{ .URL }}{{ range .Children }} > {{ .Name }} {{ .URL }}{{ end }}
{{ end }}{{ end }}"""

SETTINGS = """
title: 2021
title: [Lab]
copyright: {a: b}
summaryLength: "70"
summaryLength: 70.0
summaryLength: many
enableEmoji: "true"
enableEmoji: "yes"
enableEmoji: 2
disableLanguages: nl
ignoreFiles: 'x$'
ignoreFiles: ['*.Rmd']
ignoreFiles: {a: b}
timeout: 10000
timeout: soon
timeZone: Nowhere
timeZone: Europe/Amsterdam
permalinks: {post: "/:year/:slug/"}
permalinks: {post: "/:yaer/:slug/"}
taxonomies: [tags]
outputs: {home: HTML}
markup: text
markup: {goldmark: text}
markup: {goldmark: {renderer: {unsafe: "yes"}}}
markup: {tableOfContents: {endLevel: x}}
imaging: {quality: 101}
imaging: {anchor: smrat}
imaging: {resampleFilter: lanczos3}
sitemap: text
sitemap: {disable: maybe}
related: text
related: {threshold: 80.0}
related: {indices: text}
languages: text
languages: {en: }
languages: {en: text}
languages: {en: {weight: first}}
languages: {en: {disabled: "no"}}
languages: {en: {weight: 1}}
pagination: {pagerSize: ten}
menu: {main: [{name: News, weight: "5.5"}]}
menus: {main: {name: News}}
menus: {main: }
menus: {main: []}
menus: {main: [{name: News, weight: "010"}]}
menus: {main: [{name: [News]}]}
menus: {main: [{NAME: News, Url: /x/}]}
menus: {main: [News]}
menus: {main: [{name: News, params: text}]}
paginate: 10
minifyOutput: true
""".strip().splitlines()


def _build(root: Path, version: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [hugo_binaries()[version]], cwd=root, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("version", hugo_binaries())
@pytest.mark.parametrize("settings", SETTINGS)
def test_errors_are_what_stops_hugo(tmp_path: Path, settings: str, version: str) -> None:
    path = write(tmp_path / "config/_default/config.yaml", f"{BASE}{settings}\n")
    write(tmp_path / "layouts/index.html", LAYOUT)
    site = Site(tmp_path, chosen_hugo=HugoVersion.parse(version))
    found = lint_page(Page(read(path), site), Selection.of(verbose=True))
    done = _build(tmp_path, version)
    errors = [item.message for item in found if item.severity is Severity.ERROR]
    assert bool(errors) is (done.returncode != 0), (errors, done.stdout, done.stderr)


MENUS = """
main:
  - {name: People, url: "/people/", weight: 10}
  - {name: Research, identifier: research, url: "/research/", weight: 20}
  - {name: Staff, parent: Peple, url: "/staff/"}
  - {name: Students, parent: people, url: "/students/"}
  - {name: Topics, parent: Research, url: "/topics/"}
  - {name: Overview, parent: People, url: "/people/all/", weight: 12}
  - {name: Overview, parent: research, url: "/research/all/", weight: 11}
"""


@pytest.mark.parametrize("version", hugo_binaries())
def test_hugo_makes_up_missing_parents_and_keeps_one_of_equal_names(
    tmp_path: Path, version: str
) -> None:
    write(tmp_path / "config/_default/config.yaml", BASE)
    write(tmp_path / "config/_default/menus.yaml", MENUS)
    write(tmp_path / "layouts/index.html", LAYOUT)
    done = _build(tmp_path, version)
    assert done.returncode == 0, done.stderr
    shown = (tmp_path / "public/index.html").read_text("utf-8").split("\n")
    assert shown[:2] == [
        "main: People /people/ > Overview /people/all/",
        "main: Research /research/",
    ]
    assert set(shown[2:]) == {
        "main: Peple  > Staff /staff/",
        "main: people  > Students /students/",
        "main: Research  > Topics /topics/",
        "",
    }


def test_a_run_over_content_loads_no_models_of_settings(tmp_path: Path) -> None:
    write(tmp_path / "content/post/x.md", "---\ntitle: News\nsubtiltle: x\n---\n")
    write(tmp_path / "config/_default/params.yaml", "math: true\n")
    program = """
import sys
from afr_content.cli import main
try:
    main(["lint", "content/post/x.md"], standalone_mode=False)
except SystemExit:
    pass
print([name for name in sys.modules if "models.settings" in name])
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "subtiltle" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


def test_files_of_the_settings_have_their_models(tmp_path: Path) -> None:
    names = {
        "menus.en.yaml": "Menus",
        "params.yml": "Params",
        "languages.toml": "Languages",
        "hugo.json": "HugoSettings",
        "taxonomies.yaml": "Taxonomies",
        "Permalinks.yaml": "Permalinks",
        "module.yaml": None,
        "other.yaml": None,
    }
    site = Site(tmp_path, chosen_theme=ThemeVersion.parse("5.3"))
    files = {name: write(tmp_path / "config/_default" / name, "") for name in names}
    models = {name: Page(read(path), site).model for name, path in files.items()}
    assert {name: model and model.__name__ for name, model in models.items()} == names


def test_parameters_of_an_unknown_theme_are_not_judged(tmp_path: Path) -> None:
    path = write(tmp_path / "config/_default/hugo.yaml", "params:\n  search: text\n")
    for theme, issues in (("5.3", 1), ("4.8", 0)):
        site = Site(tmp_path, chosen_theme=ThemeVersion.parse(theme))
        assert len(Page(read(path), site).issues) == issues
    assert Page(read(path), Site(tmp_path)).issues == ()
