"""The theme's generation before 5.0: which sites have it, and what its models know."""

from __future__ import annotations

from pathlib import Path

import pytest

from afr_content.academic import has_fork, has_original
from afr_content.models.academic.registry import (
    ACADEMIC_PAGES,
    ACADEMIC_WIDGETS,
    academic_widget_names,
)
from afr_content.models.base import FrontMatterModel, keys_of
from afr_content.models.registry import load
from afr_content.page import Page
from afr_content.site import Site
from afr_content.source import SourceFile
from afr_content.theme import ACADEMIC, ThemeVersion, Versions
from tests.conftest import write

SUBMODULE = '[submodule "themes/academic"]\n\tpath = themes/academic\n\turl = {}\n'
ORIGINAL = "https://github.com/gcushen/hugo-academic.git"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("config/_default/config.toml", 'title = "Lab"\ntheme = "academic"\n'),
        ("config.toml", 'theme = "hugo-academic"  # The theme\n'),
        ("config.toml", 'theme = ["academic"]\n'),
        ("config/_default/config.yaml", "theme: academic\n"),
        ("config/_default/hugo.yaml", "theme:\n  - academic\n"),
        (".gitmodules", SUBMODULE.format(ORIGINAL)),
        (".gitmodules", SUBMODULE.format("git@github.com:someone/hugo-academic")),
        ("config/_default/params.toml", '# Theme\ncolor_theme = "default"\nday_night = true\n'),
        ("config/_default/params.toml", "[search]\n  # Which one\n  engine = 1\n"),
        ("config.toml", "[params]\n[params.search]\n  engine = 2\n"),
    ],
)
def test_a_site_of_the_older_generation_is_known_by_its_settings(
    tmp_path: Path, file: str, text: str
) -> None:
    write(tmp_path / file, text)
    site = Site(tmp_path)
    assert site.theme == ACADEMIC
    assert site.is_academic
    assert str(site.theme) == "4"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("config/_default/config.toml", 'theme = "ananke"\n'),
        ("config.yaml", "theme: academic-pages\n"),
        ("config.yaml", "theme: academic/wowchemy\n"),
        ("config/_default/params.yaml", "search:\n  provider: wowchemy\n"),
        ("config/_default/params.toml", 'font_size = "L"\n[map]\n  engine = 2\n'),
        ("content/home/about.md", '+++\nwidget = "about"\nactive = true\n+++\n'),
        (".gitmodules", SUBMODULE.format("https://github.com/x/hugo-theme").replace("acad", "x")),
    ],
)
def test_what_says_nothing_of_it_is_not_taken_for_it(tmp_path: Path, file: str, text: str) -> None:
    write(tmp_path / file, text)
    assert Site(tmp_path).theme is None


def test_a_site_that_requires_the_module_is_newer_whatever_is_left_in_its_parameters(
    tmp_path: Path,
) -> None:
    module = "github.com/wowchemy/wowchemy-hugo-modules/wowchemy"
    write(tmp_path / "go.mod", f"module x\n\nrequire {module} v0.0.0-20210324012345-0123456789ab\n")
    write(tmp_path / "config/_default/params.toml", "[search]\n  engine = 1\n")
    assert Site(tmp_path).theme == ThemeVersion(5, 1)


def test_the_module_of_the_older_name_is_what_came_behind_its_last_version(tmp_path: Path) -> None:
    required = "github.com/gcushen/hugo-academic v0.0.0-20200805012345-0123456789ab"
    write(tmp_path / "go.mod", f"module x\n\nrequire {required}\n")
    assert Site(tmp_path).theme == ThemeVersion(4, 8)


def test_the_configuration_may_tell_which_version_it_is(tmp_path: Path) -> None:
    write(tmp_path / "config.toml", 'theme = "academic"\n')
    write(tmp_path / "afr-content.toml", 'theme-version = "4.6"\n')
    from afr_content.config import load_config

    assert Site(tmp_path, load_config(tmp_path)).theme == ThemeVersion(4, 6)


@pytest.mark.parametrize("text", ["4", "v4"])
def test_the_generation_may_be_named_without_its_version(text: str) -> None:
    assert ThemeVersion.parse(text) == ACADEMIC < ThemeVersion(4, 0) < ThemeVersion(5, 0)


def test_a_fork_is_told_from_the_theme_itself(tmp_path: Path) -> None:
    write(tmp_path / "a/.gitmodules", SUBMODULE.format(ORIGINAL))
    write(tmp_path / "b/.gitmodules", SUBMODULE.format("git@github.com:someone/hugo-academic.git"))
    assert (has_original(tmp_path / "a"), has_fork(tmp_path / "a")) == (True, False)
    assert (has_original(tmp_path / "b"), has_fork(tmp_path / "b")) == (False, True)
    assert (has_original(tmp_path), has_fork(tmp_path)) == (False, False)


@pytest.mark.parametrize(
    ("since", "until", "theme", "is_in", "is_sure"),
    [
        (None, None, "4", True, True),
        ("4.6", None, "4", True, False),
        ("5.0", None, "4", True, False),
        ("5.1", None, "4", False, False),
        (None, "3.3", "4", True, False),
        ("4.6", None, "4.5", True, False),
        ("4.6", None, "4.6", True, True),
        ("4.7", None, "4.5", False, False),
        ("5.0", None, "4.8", True, False),
        ("5.0", None, "4.7", False, False),
        (None, "4.5", "4.6", False, False),
        ("5.3", None, "5.2", False, False),
    ],
)
def test_a_version_may_know_what_came_with_the_next(
    since: str | None, until: str | None, theme: str, is_in: bool, is_sure: bool
) -> None:
    versions, version = Versions.of(since, until), ThemeVersion.parse(theme)
    assert (version in versions) == is_in
    assert versions.surely_have(version) == is_sure


MODELS = {**ACADEMIC_WIDGETS, **ACADEMIC_PAGES}


@pytest.mark.parametrize("name", MODELS)
def test_every_model_is_there_and_its_keys_say_what_they_are(name: str) -> None:
    model = load(MODELS[name])
    assert issubclass(model, FrontMatterModel)
    assert model.__doc__
    for key in keys_of(model).values():
        assert key.field.description


def test_every_widget_that_went_names_one_that_took_its_place() -> None:
    for entry in ACADEMIC_WIDGETS.values():
        if entry.instead:
            assert ThemeVersion(4, 8) in ACADEMIC_WIDGETS[entry.instead].versions


THIRTEEN = {
    "about", "accomplishments", "blank", "contact", "experience", "featured", "featurette", "hero",
    "pages", "people", "portfolio", "slider", "tag_cloud",
}  # fmt: skip


def test_the_widgets_of_each_version() -> None:
    assert set(academic_widget_names(ThemeVersion(4, 8))) == {*THIRTEEN, "custom", "projects"}
    oldest = set(academic_widget_names(ThemeVersion(4, 0)))
    assert {"posts", "publications", "talks", "hero_carousel", "custom"} <= oldest
    assert {"posts", "pages", "publications_selected"} <= set(academic_widget_names(ACADEMIC))


def model_of(root: Path, path: str, text: str) -> str:
    site = Site(root, chosen_theme=ACADEMIC)
    model = Page(SourceFile(root / "content" / path, text), site).declared_model
    assert model is not None
    assert model.__module__.startswith("afr_content.models.academic.")
    return model.__name__


@pytest.mark.parametrize(
    ("path", "text", "name"),
    [
        ("home/about.md", '+++\nwidget = "about"\n+++\n', "About"),
        ("home/a.md", "+++\ntitle = 'A'\n+++\n", "Blank"),
        ("home/a.md", "+++\nwidget = 'of-our-own'\n+++\n", "AnyWidget"),
        ("home/index.md", "+++\ntype = 'widget_page'\n+++\n", "WidgetPage"),
        ("talk/a/index.md", "---\ntitle: A\n---\n", "Talk"),
        ("lectures/a.md", "---\ntype: talk\n---\n", "Talk"),
        ("event/a/index.md", "---\ntitle: A\n---\n", "Talk"),
        ("author/admin/_index.md", "+++\nname = 'A'\n+++\n", "Author"),
        ("authors/admin/_index.md", "---\nname: A\n---\n", "Author"),
        ("author/_index.md", "---\ntitle: A\n---\n", "ListPage"),
        ("tutorial/_index.md", "---\ntype: docs\n---\n", "Docs"),
        ("publication/a/index.md", "+++\ntitle = 'A'\n+++\n", "Publication"),
    ],
)
def test_a_file_has_the_model_of_its_generation(
    tmp_path: Path, path: str, text: str, name: str
) -> None:
    assert model_of(tmp_path, path, text) == name
