"""The models: what they say of keys, what they take and refuse, and what they miss."""

from __future__ import annotations

import subprocess
import sys

import pytest

from afr_content.frontmatter import parse
from afr_content.hugo import Dialect
from afr_content.models.base import FrontMatterModel, keys_of
from afr_content.models.check import BadValue, Issue, MissingKey, UnknownKey, UnreadKey, check
from afr_content.models.keys import Effect
from afr_content.models.registry import BLOCKS, PAGES, WIDGETS, load, replacement, widget_names
from afr_content.models.section import Section
from afr_content.models.types import EmptyTextToo
from afr_content.nodes import Mapping
from afr_content.theme import ThemeVersion
from tests.catalogue import kind_of, walk

EVERY_MODEL = pytest.mark.parametrize(
    "model",
    {load(entry): None for entry in (WIDGETS | BLOCKS | PAGES).values()},
    ids=lambda model: model.__name__,
)


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
            unasked = model is load(PAGES["project"]) and path == "tags"  # by a portfolio
            assert kind.accepts("") or path in _NOT_EMPTY or unasked, path


_NOT_EMPTY = ("active", "content.filter_default", "content.default_button_index")


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
    entry = WIDGETS.get(model) or PAGES.get(model) or BLOCKS[model.removesuffix(" block")]
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
    (
        "landing",
        "sections: [{block: Markdown}, {content: {text: A}}, {block: own, content: {x: 1}}]",
        "5.9",
    ),
    ("landing", "sections: [{block: people, content: {user_groups: [A]}}]", "5.9"),
    ("collection block", "design: {view: 3}", "5.9"),
    ("hero block", "content: {image: {filename: a.png}, cta: {url: /x/, label: X}}", "5.9"),
    ("hero block", "content: {cta_note: }\ndesign: {background: }", "5.9"),
    ("slider block", "content: {slides: []}", "5.9"),
    ("slider block", "content: {slides: [{title: A, background: }]}", "5.9"),
    ("portfolio block", "content: {default_button_index: }\ndesign: {view: Card}", "5.9"),
    ("collection block", "content: {filters: {folders: [post, null]}}", "5.9"),
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
    ("landing", "sections: [null]", "5.9", "sections.0"),
    ("landing", "sections: hello", "5.9", "sections"),
    ("landing", 'sections: ""', "5.9", "sections"),
    ("landing", "sections: {block: markdown}", "5.9", "sections"),
    ("landing", "sections: [{block: own, design: }]", "5.9", "sections.0.design"),
    ("markdown block", "content:", "5.9", "content"),
    ("markdown block", "design:", "5.9", "design"),
    ("markdown block", "design: {spacing: }", "5.9", "design.spacing"),
    ("markdown block", "design: {background: {image: }}", "5.9", "design.background.image"),
    ("markdown block", "design: {background: {image: a.png}}", "5.9", "design.background.image"),
    ("markdown block", 'demo: "false"', "5.9", "demo"),
    ("collection block", "content: {filters: }", "5.9", "content.filters"),
    ("collection block", "content: {filters: {folders: [null]}}", "5.9", "content.filters.folders"),
    (
        "contact block",
        "content: {form: {provider: netlify, netlify: }}",
        "5.9",
        "content.form.netlify",
    ),
    ("hero block", "content: {image: }", "5.9", "content.image"),
    (
        "portfolio block",
        'content: {default_button_index: ""}',
        "5.9",
        "content.default_button_index",
    ),
    ("portfolio block", "design: {view: Masonry}", "5.9", "design.view"),
    ("portfolio", 'content: {filter_default: ""}', "5.3", "content.filter_default"),
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
        ("people block", "id: team", "5.9", ["content"]),
        ("people block", "content: {title: Team}", "5.9", ["content.user_groups"]),
        ("about.avatar block", "content: {text: Hello}", "5.9", ["content.username"]),
        ("skills block", "id: mine", "5.9", []),
        ("slider block", "content: {slides: }", "5.9", ["content.slides"]),
        (
            "experience block",
            "content: {items: [{title: x}]}",
            "5.9",
            ["content.items.0.date_start"],
        ),
        ("landing", "sections: [{block: markdown, block: people}]", "5.9", ["sections.0.content"]),
        ("landing", "sections: [{<<: {block: people}}]", "5.9", ["sections.0.content"]),
        ("landing", "sections: [{Block: people}, {block: [people]}]", "5.9", []),
    ],
)
def test_misses(model: str, text: str, theme: str | None, missing: list[str]) -> None:
    found = [issue for issue in issues(model, text, theme) if isinstance(issue, MissingKey)]
    assert [".".join(map(str, issue.path)) for issue in found] == missing


@pytest.mark.parametrize(
    ("block", "text", "path"),
    [
        ("markdown", "active: false", "active"),
        ("markdown", "title: News", "title"),
        ("markdown", "advanced: {css_class: x}", "advanced"),
        ("markdown", "design: {background: {image_darken: 0.5}}", "design.background.image_darken"),
        ("about.biography", "content: {author: admin, username: admin}", "content.author"),
        ("about.biography", "content: {text: Hello, username: admin}", "content.text"),
        ("hero", "cta: {url: /x/}", "cta"),
        ("hero", "content: {hero_media: a.png}", "content.hero_media"),
        ("hero", "design: {flip: true}", "design.flip"),
        ("experience", 'content: {date_format: "2006"}', "content.date_format"),
        ("portfolio", "content: {filter_button: [{name: All}]}", "content.filter_button"),
        (
            "slider",
            "content: {slides: [{background: {media: a.png}}]}",
            "content.slides.0.background.media",
        ),
        ("people", 'content: {user_groups: [A]}\ndesign: {columns: "2"}', "design.columns"),
    ],
)
def test_tells_what_is_for_widgets(block: str, text: str, path: str) -> None:
    found = issues(f"{block} block", text, "5.9")
    assert [(type(i), ".".join(map(str, i.path))) for i in found] == [(UnreadKey, path)]


def test_blocks_know_keys_since_a_version() -> None:
    texts = {"markdown block": "demo: true", "author": "skills: [{name: Tests}]"}
    for model, text in texts.items():
        assert [type(issue) for issue in issues(model, text, "5.8")] == [UnreadKey]
        assert issues(model, text, "5.9") == []


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
        for entry in (*WIDGETS.values(), *BLOCKS.values(), *PAGES.values())
        for path, key in walk(load(entry))
        if any(isinstance(part, EmptyTextToo) for part in key.field.metadata)
    }
    assert marked == {
        "item",
        "experience",
        "cta_note",
        "content.filter_button",
        "content.buttons",
        "content.items",
        "content.cta_note",
        "links",
        "address",
        "education",
    }
