"""The models against what the theme's templates read, version by version.

`data/wowchemy-catalogue.json` lists the keys that the templates of each version read, with type,
default and allowed values. It was taken from the templates and from builds, not from the models.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from afr_content.frontmatter import parse
from afr_content.hugo import Dialect
from afr_content.models.base import FrontMatterModel, ModelKey, keys_of
from afr_content.models.check import BadValue, Issue, MissingKey, UnknownKey, UnreadKey, check
from afr_content.models.keys import Effect
from afr_content.models.registry import PAGES, WIDGETS, load, replacement, widget_names
from afr_content.models.section import Section
from afr_content.models.types import EmptyTextToo, Kind
from afr_content.nodes import Mapping
from afr_content.theme import ThemeVersion

CATALOGUE: dict[str, Any] = json.loads(
    (Path(__file__).parent / "data" / "wowchemy-catalogue.json").read_text("utf-8")
)
VERSIONS = {
    "v5.0.0": ThemeVersion(5, 0),
    "559885af": ThemeVersion(5, 3),
    "v5.5.0": ThemeVersion(5, 5),
    "3c3e1ed9": ThemeVersion(5, 6),
    "460f6195": ThemeVersion(5, 7),
    "51997ad4": ThemeVersion(5, 9, 2),
    "44e75541": ThemeVersion(5, 9, 7),
}
PAGE_OF_CATALOGUE = {
    "post": "post",
    "project": "project",
    "publication": "publication",
    "event": "event",
    "authors": "author",
    "book": "book",
    "slides": "slides",
    "widget_page": "widget_page",
}
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
    "content.filters.exclude_publication_type",
}


class Known(NamedTuple):
    """A key of the catalogue: its path, such as `item[].title`, and what is known of it."""

    path: str
    facts: dict[str, Any]

    @property
    def values(self) -> list[Any]:
        """The allowed values, where the catalogue lists them."""
        values = self.facts.get("values")
        return [v for v in values if "(" not in str(v)] if isinstance(values, list) else []

    @property
    def is_list(self) -> bool:
        """Whether the values stand in a list."""
        return str(self.facts["type"]).startswith("list")


class Case(NamedTuple):
    """A model, a version of the theme, and the keys that this version knows for it."""

    name: str
    model: type[FrontMatterModel]
    theme: ThemeVersion
    keys: list[Known]


def cases() -> list[Case]:
    return [*_widgets(), *_pages()]


def _widgets() -> Iterator[Case]:
    for version, theme in VERSIONS.items():
        catalogue = CATALOGUE[version]
        for widget, keys in catalogue.items():
            if not widget.startswith("_"):
                model = load(WIDGETS[widget])
                yield Case(f"{widget} {theme}", model, theme, _known(catalogue["_common"] | keys))


def _pages() -> Iterator[Case]:
    for version, theme in VERSIONS.items():
        catalogue = CATALOGUE["pages"][version]
        for kind, page in PAGE_OF_CATALOGUE.items():
            keys = _known(catalogue["_common"] | catalogue[kind])
            yield Case(f"{page} page {theme}", load(PAGES[page]), theme, keys)


def _known(keys: dict[str, Any]) -> list[Known]:
    return [
        Known(path, facts)
        for path, facts in keys.items()
        if isinstance(facts, dict) and facts["type"] != "note" and path != "_body"
    ]


def find(model: type[FrontMatterModel], path: str) -> ModelKey | None:
    """The model's key at a path; for keys inside a map that is not looked into, that map's."""
    first, _, rest = path.replace("[]", "").partition(".")
    key = keys_of(model).get(first.lower())
    if key is None or not rest:
        return key
    return find(key.model, rest) if key.model else key


def is_read(key: ModelKey, theme: ThemeVersion) -> bool:
    return theme in key.facts.versions and not key.facts.unread


def walk(model: type[FrontMatterModel], before: str = "") -> Iterator[tuple[str, ModelKey]]:
    """Every key of a model and of the models inside it, with its path."""
    for key in keys_of(model).values():
        path = f"{before}{key.name}"
        yield path, key
        if key.model:
            yield from walk(key.model, f"{path}[]." if key.is_list else f"{path}.")


def kind_of(key: ModelKey) -> Kind | None:
    return next((part for part in key.field.metadata if isinstance(part, Kind)), None)


EVERY_CASE = pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
EVERY_MODEL = pytest.mark.parametrize(
    "model",
    {load(entry): None for entry in (WIDGETS | PAGES).values()},
    ids=lambda model: model.__name__,
)


@EVERY_CASE
def test_knows_every_key_that_the_templates_read(case: Case) -> None:
    for path, facts in case.keys:
        key = find(case.model, path)
        assert key, f"{path} is unknown"
        if "not in v5.0.0" not in facts["on_wrong"] or case.theme > (5, 0, 0):
            assert is_read(key, case.theme) is not bool(facts.get("unread")), path


@EVERY_CASE
def test_reads_no_key_that_the_templates_do_not_read(case: Case) -> None:
    read = {path.replace("[]", "").lower() for path, facts in case.keys if not facts.get("unread")}
    for path, key in walk(case.model):
        plain = path.replace("[]", "").lower()
        is_parent = any(other.startswith(f"{plain}.") for other in read)
        if _all_read(case, path) and not key.model and not is_parent:
            assert plain in read or path in READ_THOUGH_NOT_IN_CATALOGUE, path


def _all_read(case: Case, path: str) -> bool:
    """Whether this version reads the key and each map that it stands in."""
    parts = path.split(".")
    keys = [find(case.model, ".".join(parts[: n + 1])) for n in range(len(parts))]
    return all(key and is_read(key, case.theme) for key in keys)


@EVERY_CASE
def test_refuses_no_allowed_value(case: Case) -> None:
    for known in case.keys:
        key = find(case.model, known.path)
        kind = kind_of(key) if key else None
        if kind:
            accepts = kind.for_theme(case.theme).accepts
            values = [[value] if known.is_list else value for value in known.values]
            assert [value for value in values if not accepts(value)] == [], known.path


@EVERY_CASE
def test_requires_what_the_templates_require(case: Case) -> None:
    for path, facts in case.keys:
        key = find(case.model, path)
        if key and facts.get("required"):
            assert key.field.is_required(), path


@EVERY_MODEL
def test_describes_every_key(model: type[FrontMatterModel]) -> None:
    assert (model.__doc__ or "").rstrip().endswith(".")
    for path, key in walk(model):
        description = key.field.description or ""
        assert description.endswith("."), path
        assert description[0].isupper() or description[0] in "`'\"", path


@EVERY_MODEL
def test_consequences_can_follow_a_semicolon(model: type[FrontMatterModel]) -> None:
    for path, key in walk(model):
        later = key.facts.wrong_since[1].text if key.facts.wrong_since else ""
        for text in (key.facts.wrong.text, key.facts.missing.text, key.facts.unread, later):
            assert not text.endswith("."), path
            assert text[:1].islower() or text[:1] in ("", "`", "D"), path


@EVERY_MODEL
def test_examples_and_defaults_are_right(model: type[FrontMatterModel]) -> None:
    for path, key in walk(model):
        if kind := kind_of(key):
            default = [] if key.field.is_required() else [key.field.default]
            for value in [*default, *(key.field.examples or [])]:
                assert value is None or kind.accepts(value), path


@EVERY_MODEL
def test_an_empty_text_is_no_value(model: type[FrontMatterModel]) -> None:
    strict = {"name", "map", "maps", "list-of-maps"}
    for path, key in walk(model):
        kind = kind_of(key)
        if kind and kind.name not in strict and not key.field.is_required():
            asked = model is not load(PAGES["project"]) or path != "tags"  # a portfolio does not
            assert kind.accepts("") or path == "active" or not asked, path


SECTIONS = [model for entry in WIDGETS.values() if issubclass(model := load(entry), Section)]


@pytest.mark.parametrize("model", SECTIONS, ids=lambda model: model.__name__)
def test_sections_have_one_order(model: type[FrontMatterModel]) -> None:
    names = [
        key.name
        for key in keys_of(model).values()
        if not key.facts.unread or key.name == "headless"
    ]
    first = ["widget", "headless", "weight", "active", "title", "subtitle"]
    last = ["content", "design", "advanced"]
    assert names[: len(first)] == first
    assert [name for name in names if name in last] == [name for name in last if name in names]
    assert names[-1] == "advanced"
    design = [key.name for key in keys_of(keys_of(model)["design"].model or Section).values()]
    assert design[0] == "columns"


def issues(model: str, text: str, theme: str | None = None) -> list[Issue]:
    entry = WIDGETS.get(model) or PAGES[model]
    mapping = parse(f"---\n{text}\n---\n").mapping
    assert isinstance(mapping, Mapping)
    version = ThemeVersion.parse(theme) if theme else None
    return list(check(load(entry), mapping, theme=version, dialect=Dialect.OLD))


RIGHT = [
    ("blank", 'design: {columns: "1"}', None),
    ("blank", "design:\nadvanced:", None),
    ("blank", 'design: {spacing: {padding: ["20px", "0", 0, "1.5em"]}}', None),
    ("blank", "design: {background: {image_size: 50%, image_darken: 0.6}}", None),
    ("blank", "active: no", None),
    ("blank", "title: 2021", None),
    ("pages", "design: {view: 3}", "5.3"),
    ("pages", "design: {view: 3}", "5.5"),
    ("pages", "design: {view: Card}", "5.5"),
    ("pages", 'content: {count: "3", sort_by: Params.year}', "5.5"),
    ("pages", 'content: {filters: {publication_type: "2"}}', "5.7"),
    ("pages", "content: {filters: {publication_type: article-journal}}", "5.9"),
    ("portfolio", 'content: {filter_default: "1", filter_button: ""}', "5.3"),
    ("slider", "interval: false\nitem: [{title: A}]", "5.3"),
    ("slider", "content: {slides: [{title: A}]}", "5.5"),
    ("experience", 'experience: [{date_start: "2021-01-01", date_end: ""}]', None),
    ("contact", "content: {form: {provider: Netlify, formspree: {id: }}}", "5.5"),
    ("publication", 'publication_types: ["2"]', "5.3"),
    ("publication", "publication_types: [2]", "5.3"),
    ("publication", "publication_types: [article-journal]", "5.9"),
    ("publication", 'url_code: ""\nurl_pdf: false\nlinks: ""\nsummary: ""', None),
    ("event", 'date_end: ""\naddress: ""', None),
    ("author", 'education: ""\ninterests: ""\nuser_groups: ""', None),
    ("page", "authors: admin\ntags: deep learning", None),
    ("page", "draft: 'true'\nimage: {focal_point: smart}", None),
    ("landing", "sections:", "5.9"),
]
WRONG = [
    ("blank", "design: {columns: 1}", None, "design.columns"),
    ("blank", 'active: "true"', None, "active"),
    ("blank", 'active: ""', None, "active"),
    ("blank", "design: white", None, "design"),
    ("blank", "design: {background: white}", None, "design.background"),
    ("blank", "design: {spacing: {padding: 20px}}", None, "design.spacing.padding"),
    ("blank", "design: {spacing: {padding: [20, 0]}}", None, "design.spacing.padding"),
    ("blank", "design: {background: {color: 000000}}", None, "design.background.color"),
    (
        "blank",
        "design: {background: {gradient_angle: 180deg}}",
        "5.3",
        "design.background.gradient_angle",
    ),
    (
        "blank",
        'design: {background: {image_parallax: "false"}}',
        None,
        "design.background.image_parallax",
    ),
    ("blank", "subtitle: [x]", None, "subtitle"),
    ("people", "content: {user_groups: Staff}", None, "content.user_groups"),
    (
        "people",
        'content: {user_groups: [A]}\ndesign: {show_role: "false"}',
        None,
        "design.show_role",
    ),
    ("pages", 'design: {view: "3"}', "5.3", "design.view"),
    ("pages", "design: {view: card}", "5.3", "design.view"),
    ("pages", 'design: {view: "3"}', "5.5", "design.view"),
    ("pages", "content: {order: ASC}", None, "content.order"),
    ("pages", "content: {count: -1}", None, "content.count"),
    ("pages", "content: {sort_by: Foo}", "5.5", "content.sort_by"),
    ("pages", "content: {filters: {folders: post}}", "5.5", "content.filters.folders"),
    (
        "pages",
        "content: {filters: {publication_type: 1}}",
        "5.3",
        "content.filters.publication_type",
    ),
    ("tag_cloud", 'design: {font_size_min: "0.7"}', None, "design.font_size_min"),
    ("slider", "height: 300", "5.3", "height"),
    ("contact", 'email_form: "1"', None, "email_form"),
    ("hero", "cta: x", None, "cta"),
    ("featurette", "feature: [{icon: fa-atom}]", None, "feature.0.icon"),
    ("featurette", 'feature: ""', None, "feature"),
    ("about", 'author: ""', None, "author"),
    ("publication", "publication_types: [article-journal]", "5.7", "publication_types"),
    ("publication", 'publication_types: ["2"]', "5.9", "publication_types"),
    ("publication", 'publication_types: "12"', "5.3", "publication_types"),
    ("page", "authors: [{name: x}]", None, "authors"),
    ("page", "links: [foo]", None, "links.0"),
    ("page", "projects: pr1", None, "projects"),
    ("page", "url_code: true", None, "url_code"),
    ("page", "url: https://example.org", None, "url"),
    ("page", 'image: {placement: "2"}', None, "image.placement"),
    ("page", "image: foo.png", None, "image"),
    ("page", 'featured: "true"', None, "featured"),
    ("author", "education: [x]", None, "education"),
    ("author", "organizations: [TUD]", None, "organizations.0"),
    ("author", "social: [{link: a@b.de}]", None, "social.0.link"),
    ("landing", "sections: [x]", "5.9", "sections.0"),
]


@pytest.mark.parametrize(("model", "text", "theme"), RIGHT)
def test_accepts(model: str, text: str, theme: str | None) -> None:
    found = [issue for issue in issues(model, text, theme) if not isinstance(issue, UnreadKey)]
    assert [i for i in found if not isinstance(i, MissingKey) or model != "people"] == []


@pytest.mark.parametrize(("model", "text", "theme", "path"), WRONG)
def test_refuses(model: str, text: str, theme: str | None, path: str) -> None:
    found = [issue for issue in issues(model, text, theme) if isinstance(issue, BadValue)]
    assert [".".join(map(str, issue.path)) for issue in found] == [path]


@pytest.mark.parametrize(
    ("model", "text", "theme", "missing"),
    [
        ("people", "weight: 1", None, ["content"]),
        ("people", "content: {}", None, ["content.user_groups"]),
        ("people", "content: {user_groups: }", None, ["content.user_groups"]),
        ("about", "weight: 1", None, ["author"]),
        ("experience", "experience: [{title: x}]", None, ["experience.0.date_start"]),
        ("slider", "item: [{title: x}]", "5.5", ["content"]),
        ("slider", "item: [{title: x}]", "5.3", []),
        ("slider", "item: [{title: x}]", None, []),
    ],
)
def test_misses(model: str, text: str, theme: str | None, missing: list[str]) -> None:
    found = [issue for issue in issues(model, text, theme) if isinstance(issue, MissingKey)]
    assert [".".join(map(str, issue.path)) for issue in found] == missing


def test_keys_inside_lists_depend_on_their_case() -> None:
    found = issues("featurette", "Feature: [{Icon: atom}]")
    assert [type(issue) for issue in found] == [UnknownKey]


def test_says_what_another_name_is_called() -> None:
    assert replacement("custom", ThemeVersion(5, 3)) == "blank"
    assert replacement("custom", None) == "blank"
    assert replacement("featured", ThemeVersion(5, 9)) == "collection"
    assert replacement("featured", ThemeVersion(5, 3)) == ""
    assert replacement("people", None) == ""


def test_what_a_mistake_does_depends_on_the_version() -> None:
    facts = keys_of(load(PAGES["publication"]))["publication_types"].facts
    effects = [facts.wrong_in(theme).effect for theme in (None, ThemeVersion(5, 8))]
    assert effects == [Effect.BREAKS, Effect.BREAKS]
    assert facts.wrong_in(ThemeVersion(5, 9)).effect is Effect.ALTERS


def test_widgets_depend_on_the_version() -> None:
    assert "custom" in widget_names(ThemeVersion(5, 7))
    assert "custom" not in widget_names(ThemeVersion(5, 8))
    assert "markdown" not in widget_names(ThemeVersion(5, 7))
    for version, theme in VERSIONS.items():
        names = {name for name in CATALOGUE[version] if not name.startswith("_")}
        aliases = set(CATALOGUE[version]["_aliases"]) - {"featured"}
        assert set(widget_names(theme)) == names | aliases


def test_a_model_is_imported_when_it_is_asked_for() -> None:
    code = (
        "import sys\n"
        "from afr_content.models.registry import WIDGETS, load\n"
        "load(WIDGETS['people'])\n"
        "print(*(name for name in sys.modules if name.startswith('afr_content.models.')))\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    loaded = set(result.stdout.split())
    assert "afr_content.models.widgets.people" in loaded
    assert {name for name in loaded if ".widgets." in name or ".pages." in name} == {
        "afr_content.models.widgets.people"
    }


def test_lists_and_maps_that_may_be_empty_texts_are_marked() -> None:
    marked = {
        path
        for entry in (WIDGETS | PAGES).values()
        for path, key in walk(load(entry))
        if any(isinstance(part, EmptyTextToo) for part in key.field.metadata)
    }
    assert marked == {
        "item",
        "experience",
        "cta_note",
        "content.filter_button",
        "links",
        "address",
        "education",
    }
