"""The reader of templates: what a widget's template reads, against a tree on disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from afr_content.templates.findings import Reading
from afr_content.templates.keys import How, Key
from afr_content.templates.library import Library
from afr_content.templates.parser import parse
from afr_content.templates.syntax import TemplateError

TEMPLATES = Path(__file__).parent / "templates"
CASES = sorted((TEMPLATES / "partials" / "widgets").glob("*.html"))


def described(reading: Reading) -> Iterator[str]:
    """The keys that are read, a line each: `?` where a use depends on other values as well, `+`
    where it is made only if there is a value."""
    for broken in reading.broken:
        yield f"{broken.name}:{broken.line} {broken.reason}"
    for audience, key in (*reading.keys.items(), ("site", reading.site)):
        name = audience if isinstance(audience, str) else " ".join(filter(None, audience))
        yield from (f"[{name}] {line}" for line in lines(key, "", key.is_open))
    yield from (f"required {'.'.join(key.path)}" for key in sorted(reading.required, key=str))
    for need in reading.needs:
        where = [f"{c.key} {c.operator or '?'}" for c in need.conditions]
        where += [f"{'' if wanted else 'no '}{'.'.join(path)}" for path, wanted in need.given]
        yield f"needed {need.key} in {' '.join(need.audience)}: {', '.join(where)}"
    yield from (f"shows the theme's {name}" for name in sorted(reading.theirs))


def lines(key: Key, path: str, is_open: bool) -> Iterator[str]:
    uses = sorted({f"{use.how.value}{marks(use.certain, use.guarded)}" for use in key.uses})
    if path:
        yield f"{path}{' ...' if is_open else ''}: {', '.join(uses)}".removesuffix(": ")
    elif is_open:
        yield "..."
    for name in sorted(key.below):
        child = key.below[name]
        yield from lines(child, f"{path}.{name}" if path else name, child.is_open)
    if key.item:
        yield from lines(key.item, f"{path}[]", key.item.is_open)


def marks(certain: bool, guarded: bool) -> str:
    return f"{'' if certain else '?'}{'+' if guarded else ''}"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_reads_what_the_template_reads(case: Path) -> None:
    reading = Library([TEMPLATES]).widget(case.stem)
    assert reading is not None
    expected = case.with_suffix(".expected").read_text("utf-8").splitlines()
    assert list(described(reading)) == expected


def test_a_template_that_does_not_parse_is_a_value_with_its_line() -> None:
    error = parse("<p>\n{{ .Title }}\n{{ if .x }}\n")
    assert isinstance(error, TemplateError)
    assert (error.line, error.reason) == (3, "no `end` for what begins here")


@pytest.mark.parametrize(
    "text",
    [
        "{{ end }}",
        "{{ if }}{{ end }}",
        "{{ range . }}",
        '{{ "no end }}',
        "{{ .a | }}",
        "{{ (.a }}",
        "{{ else }}",
        "{{ define x }}{{ end }}",
        "{{ .a @ }}",
        "{{ .x",
    ],
)
def test_what_go_refuses_is_refused(text: str) -> None:
    assert isinstance(parse(text), TemplateError)


def test_the_sites_own_template_goes_before_the_themes(tmp_path: Path) -> None:
    own, theme = tmp_path / "layouts", tmp_path / "themes" / "t" / "layouts"
    for layouts, key in ((own, "ours"), (theme, "theirs")):
        widgets = layouts / "partials" / "widgets"
        widgets.mkdir(parents=True)
        (widgets / "people.html").write_text("{{ .page.Params." + key + " }}", "utf-8")
    (theme / "partials" / "widgets" / "hero.html").write_text("{{ .page.Params.cta }}", "utf-8")
    library = Library([own], [theme])
    people, hero = library.widget("people"), library.widget("hero")
    assert people is not None
    assert hero is not None
    assert set(people.widget.below) == {"ours"}
    assert set(hero.widget.below) == {"cta"}
    assert library.widget("slider") is None


def test_pages_are_told_apart_by_the_place_of_their_layout(tmp_path: Path) -> None:
    for place, key in (("event", "talk"), ("_default", "any")):
        folder = tmp_path / place
        folder.mkdir()
        text = '{{ define "main" }}{{ .Params.' + key + " }}{{ site.Params.look.logo }}{{ end }}"
        (folder / "single.html").write_text(text, "utf-8")
    (tmp_path / "shortcodes").mkdir()
    text = "{{ .Params.of_the_shortcode }}{{ .Page.Params.any_other }}"
    (tmp_path / "shortcodes" / "note.html").write_text(text, "utf-8")
    reading = Library([tmp_path]).of_own
    read = {tuple(audience): set(key.below) for audience, key in reading.keys.items()}
    assert read == {("type", "event"): {"talk"}, ("any", ""): {"any", "any_other"}}
    assert Library([tmp_path]).site_params == {"look", "look.logo"}


def test_nothing_is_read_without_layouts(tmp_path: Path) -> None:
    library = Library([tmp_path / "layouts"], [])
    assert (library.own, library.themes) == ((), ())


def test_calls_that_go_round_in_circles_come_to_an_end(tmp_path: Path) -> None:
    partials = tmp_path / "partials"
    (partials / "widgets").mkdir(parents=True)
    (partials / "widgets" / "a.html").write_text('{{ partial "b" (dict "p" .page) }}', "utf-8")
    (partials / "b.html").write_text('{{ partial "b" (dict "p" .p "x" .) }}{{ .p.Params.k }}')
    reading = Library([tmp_path]).widget("a")
    assert reading is not None
    assert {use.how for use in reading.widget.below["k"].uses} == {How.PRINTED}
