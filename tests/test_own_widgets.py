"""Widgets of the site's own: learned from their templates, or described in the configuration."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from afr_content.config import load_config
from afr_content.models.base import FrontMatterModel, keys_of
from afr_content.models.registry import WIDGETS, load
from afr_content.page import Page
from afr_content.site import Site
from afr_content.source import SourceFile
from afr_content.templates import library
from afr_content.templates.keys import Key
from afr_content.templates.library import Library
from tests.conftest import EXAMPLES, Run, write

WIDGET = "layouts/partials/widgets/shapes.html"
THEME = EXAMPLES / "afr-site" / "themes" / "afr-minimal" / "layouts"
FILTERS_OF_OTHERS = {
    "pages": {"tags"},
    "featured": {"tags", "exclude_featured"},
    "portfolio": {"tag", "category", "author", "publication_type", "exclude_featured"},
}
"""What `pages_query.html`, which these widgets share, reads for another of them."""


def unknown(key: Key, model: type[FrontMatterModel], prefix: str = "") -> set[str]:
    """The keys that a template reads and a model does not know."""
    found = set()
    for child in key.below.values():
        known = keys_of(model).get(child.name.lower())
        inner = child.item if known and known.is_list else child
        if known is None:
            found.add(prefix + child.name)
        elif known.model and inner:
            found |= unknown(inner, known.model, f"{prefix}{child.name}.")
    return found


@pytest.mark.parametrize("name", sorted(p.stem for p in THEME.glob("partials/widgets/*.html")))
def test_the_models_know_what_the_example_themes_widgets_read(name: str) -> None:
    reading = Library([], [THEME]).widget(name)
    assert reading is not None
    assert reading.broken == []
    assert not reading.widget.is_open
    beside = {f"content.filters.{name}" for name in FILTERS_OF_OTHERS.get(name, ())}
    assert unknown(reading.widget, load(WIDGETS[name])) == beside


def test_what_the_example_themes_widgets_read_is_found() -> None:
    reading = Library([], [THEME]).widget("people")
    assert reading is not None
    assert {".".join(key.path) for key in reading.widget.walk()} == {
        "content", "content.user_groups", "design", "design.show_role",
        "design.show_organizations", "design.show_interests", "design.show_social",
    }  # fmt: skip


def test_a_typo_in_a_learned_widget_is_named_and_mended(site: Path, run: Run) -> None:
    write(site / WIDGET, "{{ range .page.Params.corners }}{{ .angle }}{{ end }}")
    write(site / "content/p/index.md", "---\ntitle: P\ntype: widget_page\n---\n")
    text = "---\nwidget: shapes\nweight: 10\ncornres:\n  - angle: 30\n---\n"
    section = write(site / "content/p/a.md", text)
    result = run("lint")
    assert "content/p/a.md:4:1: warning: Unknown key `cornres`, did you mean `corners`" in (
        result.output
    )
    assert run("lint", "--fix").exit_code == 0
    assert "\ncorners:\n" in section.read_text("utf-8")


def test_fmt_keeps_the_order_of_keys_that_are_learned(site: Path, run: Run) -> None:
    write(site / WIDGET, "{{ .page.Params.one }}{{ .page.Params.two }}{{ .page.Params.three }}")
    text = "---\nwidget: shapes\nweight: 10\nthree: 3\none: 1\ntwo: 2\n---\n"
    section = write(site / "content/home/a.md", text)
    assert run("fmt", "--check").exit_code == 0
    assert section.read_text("utf-8") == text


def test_templates_are_left_alone_where_they_do_not_matter(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(site / WIDGET, "{{ .page.Params.corners }}")
    write(site / "themes/t/layouts/partials/widgets/people.html", "{{ .page.Params.shape }}")
    text = "---\nwidget: people\nweight: 10\ncontent:\n  user_groups: [Staff]\n---\n"
    section = write(site / "content/home/a.md", text)
    monkeypatch.setattr(library, "_source", None)  # nothing can be read from here on
    page = Page(SourceFile.read(section), Site(site, load_config(site)))
    assert page.model is page.declared_model
    assert page.issues == ()


def configure(site: Path, option: str) -> None:
    write(site / "afr-content.toml", f'theme-version = "5.3"\n[widgets.shapes]\n{option}\n')


@pytest.mark.parametrize(
    ("option", "complaint"),
    [
        ('schema = "gone.json"', "option `widgets.shapes.schema`: "),
        ('schema = "text.json"', "option `widgets.shapes.schema`: "),
        ('schema = "wrong.json"', "`wrong.json` is no JSON Schema: "),
        ('schema = "lost.json"', "`lost.json` refers to `other.json`, which is not there"),
        ('schema = "far.json"', "`far.json` refers to `https://example.org/x.json`"),
        ('model = "shapes.py"', "expected a file and a class, as `models.py:Members`"),
        ('model = "gone.py:Shapes"', "option `widgets.shapes.model`: "),
        ('model = "shapes.py:Circles"', "`shapes.py` has no Pydantic model `Circles`"),
        ('model = "shapes.py:number"', "`shapes.py` has no Pydantic model `number`"),
        ('model = "fails.py:Shapes"', "cannot be run: ZeroDivisionError: "),
        ('model = "syntax.py:Shapes"', "cannot be run: SyntaxError: "),
        ('shape = "x"', "unknown option `widgets.shapes.shape`"),
    ],
)
def test_what_cannot_be_used_is_said_with_its_option(
    site: Path, run: Run, option: str, complaint: str
) -> None:
    write(site / "text.json", "{")
    write(site / "wrong.json", '{"type": "shape"}')
    write(site / "lost.json", '{"$ref": "other.json"}')
    write(site / "far.json", '{"$ref": "https://example.org/x.json"}')
    write(site / "shapes.py", "number = 1\n")
    write(site / "fails.py", "1 / 0\n")
    write(site / "syntax.py", "class\n")
    configure(site, option)
    result = run("lint")
    assert result.exit_code == 2
    assert complaint in result.output


def test_a_schema_takes_the_place_of_the_template(site: Path, run: Run) -> None:
    write(site / WIDGET, "{{ range .page.Params.corners }}{{ . }}{{ end }}")
    write(site / "shapes.json", '{"properties": {"corners": {"type": "string"}}}')
    configure(site, 'schema = "shapes.json"')
    write(site / "content/p/index.md", "---\ntitle: P\ntype: widget_page\n---\n")
    write(site / "content/p/a.md", "---\nwidget: shapes\nweight: 10\ncorners: four\nx: 1\n---\n")
    assert run("lint", "-v").output == "No findings in 2 files\n"
    write(site / "content/p/a.md", "---\nwidget: shapes\nweight: 10\ncorners: [1]\n---\n")
    assert "Expected a text for `corners`, found `[1]` [own-schema]" in run("lint").output


def test_jsonschema_is_loaded_only_where_a_schema_is_named() -> None:
    code = "import sys, afr_content.cli.lint; print('jsonschema' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
