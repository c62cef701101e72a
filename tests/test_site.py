"""The site around a file: its root, versions and widgets, and what kind of page a file is."""

from __future__ import annotations

from pathlib import Path

import pytest

from afr_content import versions
from afr_content.config import Config
from afr_content.hugo import BOTH, Dialect, HugoVersion
from afr_content.kinds import kind_of, language_folders
from afr_content.page import Page
from afr_content.site import Site, find_root
from afr_content.source import SourceFile
from afr_content.theme import ThemeVersion
from tests.conftest import write

GO_MOD = "module github.com/example/site\n\nrequire (\n\t{} {} // indirect\n)\n"


@pytest.fixture(autouse=True)
def no_installed_hugo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "installed_hugo", lambda: None)


THEMES = """
wowchemy/wowchemy-hugo-modules/v5 v5.3.0 5.3
wowchemy/wowchemy-hugo-modules/wowchemy/v5 v5.0.0-20210629192904-559885afbcbb 5.3
wowchemy/wowchemy-hugo-modules/wowchemy v0.0.0-20201016182837-be0fa17ac006 4.8
wowchemy/wowchemy-hugo-modules/wowchemy v0.0.0-20210303111450-5529404d1942 5.0
wowchemy/wowchemy-hugo-modules/wowchemy/v5 v5.0.0-20220122152657-2ccc34471cfa unknown
wowchemy/wowchemy-hugo-modules/wowchemy/v5 v5.0.0-20220423180919-17d5d3f0ca43 5.5
wowchemy/wowchemy-hugo-themes/modules/wowchemy/v5 v5.7.1-0.20221127215619-58b270a3e103 5.8
wowchemy/wowchemy-hugo-themes/modules/wowchemy/v5 v5.8.1 5.8.1
HugoBlox/hugo-blox-builder/modules/blox-bootstrap/v5 v5.9.8-0.20241012174104-661cadc17327 5.9.7
wowchemy/wowchemy-hugo-themes/modules/wowchemy-plugin-netlify v1.0.0 unknown
""".strip().splitlines()


@pytest.mark.parametrize("line", THEMES)
def test_the_theme_comes_from_go_mod(tmp_path: Path, line: str) -> None:
    module, version, theme = line.split()
    write(tmp_path / "go.mod", GO_MOD.format(f"github.com/{module}", version))
    found = Site(tmp_path).theme
    assert found == (None if theme == "unknown" else ThemeVersion.parse(theme))


def test_go_mod_comes_before_the_configuration_and_the_command_line_before_both(
    tmp_path: Path,
) -> None:
    config = Config.model_validate({"theme-version": "5.5"})
    assert str(Site(tmp_path, config).theme) == "5.5"
    other = tmp_path / "other"
    write(other / "go.mod", GO_MOD.format("github.com/wowchemy/wowchemy-hugo-modules/v5", "v5.3.0"))
    assert str(Site(other, config).theme) == "5.3"
    assert str(Site(other, config, chosen_theme=ThemeVersion(5, 0)).theme) == "5.0"


IMPORTS = """
HugoBlox/hugo-blox-builder/modules/blox-bootstrap/v5 5.9
wowchemy/wowchemy-hugo-modules/wowchemy/v5 5.3
other/module 5.9
""".strip().splitlines()


@pytest.mark.parametrize("line", IMPORTS)
def test_of_several_modules_the_imported_one_counts_else_the_one_with_the_theme(
    tmp_path: Path, line: str
) -> None:
    module, theme = line.split()
    requires = """
        github.com/HugoBlox/hugo-blox-builder v4.8.0+incompatible // indirect
        github.com/HugoBlox/hugo-blox-builder/modules/blox-bootstrap/v5 v5.9.4 // indirect
        github.com/wowchemy/wowchemy-hugo-modules/wowchemy/v5 v5.3.0 // indirect
    """
    write(tmp_path / "go.mod", f"module github.com/example/site\n\nrequire ({requires})\n")
    write(tmp_path / "config/_default/module.yaml", f"imports:\n  - path: github.com/{module}\n")
    theme_found = Site(tmp_path).theme
    assert theme_found is not None
    assert theme_found[:2] == ThemeVersion.parse(theme)[:2]


TAILWIND = "HugoBlox/hugo-blox-builder/modules/blox-tailwind"


@pytest.mark.parametrize(
    ("files", "is_other"),
    [
        ({"go.mod": GO_MOD.format(f"github.com/{TAILWIND}", "v0.3.1")}, False),
        ({"hugo.yaml": f"module:\n  imports:\n    - path: github.com/{TAILWIND}\n"}, True),
        ({"hugo.toml": 'theme = "paper"\n', "themes/paper/layouts/a.html": ""}, True),
        ({"hugo.toml": 'theme = "paper"\n'}, False),
        ({"hugo.toml": 'theme = "own"\n', "themes/own/layouts/partials/widgets/a.html": ""}, False),
        ({"hugo.toml": 'title = "A site"\n'}, False),
    ],
)
def test_of_a_site_with_another_theme_to_be_seen_no_page_is_known(
    tmp_path: Path, files: dict[str, str], is_other: bool
) -> None:
    for name, text in files.items():
        write(tmp_path / name, text)
    assert Site(tmp_path).has_other_theme is is_other


@pytest.mark.parametrize(
    ("file", "version"),
    [
        ("themes/wowchemy/data/wowchemy.toml", "5.3.0"),
        ("themes/wowchemy/wowchemy/data/wowchemy.toml", "5.0.0-beta.3"),
        ("_vendor/github.com/x/y/data/hugoblox.toml", "5.9.7"),
        ("themes/academic/data/academic.toml", "4.8.0"),
    ],
)
def test_a_theme_beside_the_site_says_its_version_itself(
    tmp_path: Path, file: str, version: str
) -> None:
    write(tmp_path / file, f'# The theme\n\nversion = "{version}"\n')
    assert Site(tmp_path).theme == ThemeVersion.parse(version.partition("-")[0])


def test_a_site_with_the_theme_called_academic_is_of_the_older_generation(tmp_path: Path) -> None:
    write(tmp_path / "config" / "_default" / "config.toml", 'theme = "academic"\n')
    assert Site(tmp_path).is_academic


@pytest.mark.parametrize(
    ("file", "text", "version"),
    [
        ("netlify.toml", '[build.environment]\n  HUGO_VERSION = "0.84.1"\n', (0, 84, 1)),
        (".github/workflows/pages.yml", "        hugo-version: '0.152.2'\n", (0, 152, 2)),
        (".github/workflows/pages.yaml", "    env:\n      HUGO_VERSION: 0.120.4\n", (0, 120, 4)),
        (".github/workflows/pages.yml", "        hugo-version: 'latest'\n", None),
        ("netlify.toml", 'HUGO_VERSION = ""\n', None),
    ],
)
def test_the_hugo_comes_from_what_builds_the_site(
    tmp_path: Path, file: str, text: str, version: tuple[int, int, int] | None
) -> None:
    write(tmp_path / file, text)
    site = Site(tmp_path)
    assert site.hugo == version
    assert site.dialects == ((HugoVersion(*version).dialect,) if version else BOTH)


def test_what_is_chosen_comes_before_the_configuration_and_that_before_netlify(
    tmp_path: Path,
) -> None:
    write(tmp_path / "netlify.toml", 'HUGO_VERSION = "0.84.1"\n')
    config = Config.model_validate({"hugo-version": "0.152.0"})
    assert Site(tmp_path, config).dialects == (Dialect.NEW,)
    assert Site(tmp_path, config, HugoVersion(0, 111, 3)).dialects == (Dialect.OLD,)


@pytest.mark.parametrize("mark", ["afr-content.toml", "config/_default/config.yaml", "hugo.toml"])
def test_the_root_is_found_from_any_folder_of_the_site(tmp_path: Path, mark: str) -> None:
    write(tmp_path / mark, "")
    page = write(tmp_path / "content/post/a/index.md", "")
    assert find_root(page) == find_root(page.parent) == find_root(tmp_path) == tmp_path


def test_without_a_configuration_the_root_holds_content(tmp_path: Path) -> None:
    page = write(tmp_path / "somewhere/content/a.md", "")
    assert find_root(page) == tmp_path / "somewhere"


@pytest.mark.parametrize(
    ("path", "matter", "kind"),
    [
        ("home/index.md", "type: widget_page", "home"),
        ("home/hero.md", "title: x", "widget"),
        ("about/index.md", "type: widget_page", "widget_page"),
        ("about/intro.md", "title: x", "widget"),
        ("about/sub/index.md", "widget: blank", "widget"),
        ("authors/example-student/_index.md", "title: x", "author"),
        ("authors/_index.md", "title: x", "taxonomy"),
        ("publication/a/index.md", "title: x", "publication"),
        ("publication/_index.md", "title: x", "section"),
        ("event/a/index.md", "title: x", "event"),
        ("post/a.md", "title: x", "post"),
        ("post/a.md", "type: book", "book"),
        ("privacy.md", "title: x", "page"),
        ("_index.md", "type: landing\nsections: []", "landing"),
        ("nl/publication/a/index.md", "title: x", "publication"),
        ("ai/publication/a/index.md", "title: x", "page"),
        ("news/a.md", "type: publication", "publication"),
    ],
)
def test_kinds_of_pages(tmp_path: Path, path: str, matter: str, kind: str) -> None:
    write(tmp_path / "config/_default/languages.yaml", "nl:\n  contentDir: content/nl\n")
    write(tmp_path / "content/about/index.md", "---\ntype: widget_page\n---\n")
    file = write(tmp_path / "content" / path, f"---\n{matter}\n---\n")
    page = Page(SourceFile.read(file), Site(tmp_path))
    assert kind_of(file, page.root, tmp_path) == kind


def test_languages_are_those_of_the_configuration(tmp_path: Path) -> None:
    write(tmp_path / "config.toml", '[languages.en]\ncontentDir = "content/en"\n')
    assert language_folders(tmp_path) == {"en"}


def test_widgets_of_the_site_and_of_its_themes_are_seen(tmp_path: Path) -> None:
    own = tmp_path / "layouts/partials/widgets/members.html"
    vendored = tmp_path / "_vendor/github.com/x/layouts/partials/widgets/fancy.html"
    theme = tmp_path / "themes/mine/layouts/partials/blocks/v1/plain.html"
    for file in (own, vendored, theme):
        write(file, "")
    site = Site(tmp_path, Config.model_validate({"extra-widgets": ["remote"]}))
    assert site.own_widgets == {"members"}
    assert site.widgets == {"members", "fancy", "plain", "remote"}
