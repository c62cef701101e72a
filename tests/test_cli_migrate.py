"""`afr-content migrate`, through its own door: cases on disk, laws, and real Hugo."""

from __future__ import annotations

import json
import re
import shutil
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afr_content.frontmatter import parse
from afr_content.hugo import BOTH, Dialect
from tests.conftest import EXAMPLES, Run, write
from tests.hugo_binaries import hugo_binaries
from tests.migration import kept

INDEX = "---\ntitle: Tour\ntype: widget_page\n---\n"
SECTION = "---\nwidget: blank\nweight: 1\ntitle: A\n---\nOne\n"


@pytest.fixture
def tour(site: Path) -> Path:
    """A page with one section."""
    write(site / "content/tour/index.md", INDEX)
    write(site / "content/tour/a.md", SECTION)
    return site


def blocks(text: str, dialect: Dialect = Dialect.OLD) -> list[dict[str, Any]]:
    """What Hugo reads of `sections`."""
    sections: list[dict[str, Any]] = parse(text).params(dialect)["sections"] or []
    return sections


# Cases on disk


@pytest.mark.parametrize("case", kept.SITES, ids=lambda case: case.name)
def test_sites_are_rewritten_as_kept(case: Path) -> None:
    with kept.copied(case) as copy:
        assert kept.said(kept.migrate(copy)) == (case / ".expected").read_text("utf-8")
        assert kept.content(copy / "content") == kept.content(case / "content")
        kept.migrate(copy, "--apply")
        assert kept.content(copy / "content") == kept.content(case / ".after")


@pytest.mark.parametrize("case", kept.SITES, ids=lambda case: case.name)
def test_what_is_written_is_canonical_and_not_migrated_again(
    case: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after = kept.content(case / "content"), kept.content(case / ".after")
    shutil.copytree(case / ".after", tmp_path / "content")
    shutil.copy(case / "afr-content.toml", tmp_path)
    monkeypatch.chdir(tmp_path)
    written = [f"content/{name}" for name, text in after.items() if before.get(name) != text]
    if written:
        done = run("fmt", "--check", *written)
        assert (done.exit_code, done.stdout) == (0, "")
    assert "`--apply`" not in run("migrate").stderr


# What is asked for


def test_nothing_is_written_unless_asked_for(tour: Path, run: Run) -> None:
    before = kept.content(tour / "content")
    assert run("migrate").exit_code == 1
    assert run("migrate", "--diff").exit_code == 1
    assert kept.content(tour / "content") == before


def test_the_diff_shows_the_page_and_the_files_that_go(tour: Path, run: Run) -> None:
    lines = run("migrate", "--diff").stdout.splitlines()
    assert lines[:2] == ["--- a/content/tour/index.md", "+++ b/content/tour/index.md"]
    assert "+        One" in lines
    gone = lines.index("--- a/content/tour/a.md")
    assert lines[gone + 3 :] == ["-" + line for line in SECTION.splitlines()]


def test_the_page_is_written_and_its_sections_go(tour: Path, run: Run) -> None:
    done = run("migrate", "--apply")
    assert done.exit_code == 0
    assert done.stderr.splitlines() == [
        "Landing pages need theme 5.8 or later, the site has 5.3",
        "1 page with 1 section migrated; 1 file removed",
    ]
    assert list(kept.content(tour / "content")) == ["tour/index.md"]
    [block] = blocks((tour / "content/tour/index.md").read_text("utf-8"))
    content = {"title": "A", "text": "One\n"}
    design = {"columns": "2"}  # what widgets had and blocks have not unless it is said
    assert block == {"block": "markdown", "id": "a", "content": content, "design": design}


def test_a_page_keeps_its_mode(tour: Path, run: Run) -> None:
    (tour / "content/tour/index.md").chmod(0o600)
    run("migrate", "--apply")
    assert stat.S_IMODE((tour / "content/tour/index.md").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "path", ["content/tour", "content/tour/index.md", "content/tour/a.md", "content/tour/../tour"]
)
def test_only_what_is_named_is_rewritten(path: str, tour: Path, run: Run) -> None:
    write(tour / "content/other/index.md", INDEX)
    write(tour / "content/other/a.md", SECTION)
    assert run("migrate", "--apply", path).exit_code == 0
    assert list(kept.content(tour / "content")) == ["other/a.md", "other/index.md", "tour/index.md"]


def test_a_page_elsewhere_names_no_widget_page(tour: Path, run: Run) -> None:
    write(tour / "content/privacy.md", "---\ntitle: Privacy\n---\n")
    assert run("migrate", "content/privacy.md").exit_code == 0


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("tour/index.md", INDEX.replace("---\n", "---\nsections: []\n", 1), "`sections` already"),
        ("tour/a.md", "---\nwidget: blank\ndesign: &x\n  columns: *x\n---\n", "its front matter"),
        (
            "tour/a.md",
            "---\nwidget: blank\ntitle: A\ncontent: [x]\n---\n",
            "a.md:4: `content` is no map",
        ),
        ("tour/a.md", "---\ntitle: A\n--\n", "its front matter is not read"),
    ],
)
def test_a_page_that_cannot_be_rewritten_stays(
    name: str, text: str, why: str, tour: Path, run: Run
) -> None:
    write(tour / "content" / name, text)
    before = kept.content(tour / "content")
    done = run("migrate", "--apply")
    assert (done.exit_code, done.stdout.splitlines()[0]) == (1, "Stays as it is:")
    assert why in done.stdout
    assert kept.content(tour / "content") == before


@pytest.mark.parametrize(
    ("type_", "stays"), [("", False), ("type: widget_page\n", False), ("type: book\n", True)]
)
def test_a_start_page_gives_way_only_where_it_did(
    type_: str, stays: bool, site: Path, run: Run
) -> None:
    write(site / "content/_index.md", f"---\n{type_}---\nText\n")
    write(site / "content/home/index.md", "---\ntype: widget_page\nheadless: true\n---\n")
    write(site / "content/home/a.md", SECTION)
    assert run("migrate", "--apply").exit_code == stays
    text = (site / "content/_index.md").read_text("utf-8")
    assert text.endswith("---\nText\n")
    assert ("type: landing" in text) is not stays
    assert (site / "content/home/a.md").exists() is stays


def test_maps_between_braces_are_taken_apart_over_lines(tour: Path, run: Run) -> None:
    design = "design: {background: {image: a.png,\n  image_size: cover}, columns: '1'}\n"
    write(tour / "content/tour/a.md", SECTION.replace("title: A\n", design))
    run("migrate", "--apply")
    [block] = blocks((tour / "content/tour/index.md").read_text("utf-8"))
    assert block["design"] == {
        "columns": "1",
        "background": {"image": {"filename": "a.png", "size": "cover"}},
    }


def test_folders_of_sections_go_when_they_are_empty(tour: Path, run: Run) -> None:
    write(tour / "content/tour/b/index.md", SECTION)
    write(tour / "content/tour/c/index.md", SECTION)
    write(tour / "content/tour/c/picture.svg", "<svg/>")
    run("migrate", "--apply")
    assert not (tour / "content/tour/b").exists()
    assert list(kept.content(tour / "content/tour/c")) == ["picture.svg"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--theme", "5.7"], "the theme has landing pages from 5.8 on"),
        (["--theme", "new"], "`new` is no theme version"),
        (["nowhere"], "nowhere: there is no such file or folder"),
    ],
)
def test_wrong_usage(arguments: list[str], message: str, tour: Path, run: Run) -> None:
    done = run("migrate", *arguments)
    assert done.exit_code == 2
    assert message in done.stderr


def test_a_site_without_widget_pages(site: Path, run: Run) -> None:
    write(site / "content/post/index.md", "---\ntitle: A\n---\n")
    done = run("migrate")
    assert (done.exit_code, done.output) == (0, "No widget page to migrate\n")


def test_older_generations_stay(tour: Path, run: Run) -> None:
    write(tour / "afr-content.toml", 'theme-version = "4"\n')
    done = run("migrate")
    assert done.exit_code == 1
    assert "content/tour/index.md:1: theme v4 has widgets of other names" in done.stdout


@pytest.mark.parametrize(("theme", "written"), [("5.8", '"2"'), ("5.9", "article-journal")])
def test_types_of_publications_are_those_of_the_theme(
    theme: str, written: str, tour: Path, run: Run
) -> None:
    text = '---\nwidget: pages\ncontent:\n  filters: {publication_type: "2"}\n---\n'
    write(tour / "content/tour/a.md", text)
    assert f"publication_type: {written}" in run("migrate", "--diff", "--theme", theme).stdout


@pytest.mark.parametrize(
    ("hugo", "block"), [("0.134.0", "about.biography"), ("0.147.9", "about.avatar")]
)
def test_a_block_with_a_dot_is_one_that_hugo_finds(
    hugo: str, block: str, tour: Path, run: Run
) -> None:
    write(tour / "content/tour/a.md", "---\nwidget: about\nauthor: admin\n---\n")
    done = run("migrate", "--diff", "--theme", "5.9.7", "--hugo-version", hugo)
    assert f"+  - block: {block}" in done.stdout.splitlines()


# Nothing is lost


@pytest.mark.parametrize("name", ["write_atomically", "_write"])
def test_when_writing_fails_nothing_is_removed(
    name: str, tour: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device", str(tour / "content/tour/index.md"))

    monkeypatch.setattr(f"afr_content.migration.applying.{name}", fail)
    before = kept.content(tour / "content")
    done = run("migrate", "--apply")
    assert done.exit_code == 2
    assert "content/tour/index.md: No space left on device" in done.stderr
    assert kept.content(tour / "content") == before


def test_what_does_not_come_back_keeps_the_sections(
    tour: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "afr_content.migration.applying.write_atomically",
        lambda path, text: path.write_text(text[:-9], "utf-8"),
    )
    done = run("migrate", "--apply")
    assert done.exit_code == 2
    assert "nothing is removed" in done.stderr
    assert (tour / "content/tour/a.md").read_text("utf-8") == SECTION


def test_a_section_that_changes_meanwhile_is_not_removed(
    tour: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from afr_content.migration import surroundings

    def change(*arguments: object) -> list[object]:
        write(tour / "content/tour/a.md", f"{SECTION}Two\n")
        return []

    monkeypatch.setattr(surroundings, "remarks", change)
    done = run("migrate", "--apply")
    assert done.exit_code == 2
    assert "content/tour/a.md: it has changed meanwhile" in done.stderr
    assert kept.content(tour / "content")["tour/index.md"] == INDEX.encode()


def test_a_start_page_that_appears_meanwhile_is_not_written_over(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from afr_content.migration import surroundings

    def appear(*arguments: object) -> list[object]:
        write(site / "content/_index.md", "Mine")
        return []

    write(site / "content/home/index.md", "---\ntype: widget_page\n---\n")
    write(site / "content/home/a.md", SECTION)
    monkeypatch.setattr(surroundings, "remarks", appear)
    assert run("migrate", "--apply").exit_code == 2
    assert (site / "content/_index.md").read_text("utf-8") == "Mine"
    assert (site / "content/home/a.md").exists()


def test_bytes_that_are_no_text_keep_their_page(tour: Path, run: Run) -> None:
    (tour / "content/tour/a.md").write_bytes(SECTION.encode() + b"\xff\n")
    done = run("migrate", "--apply")
    assert done.exit_code == 1
    assert "content/tour/a.md:6: its text is not UTF-8" in done.stdout
    assert (tour / "content/tour/a.md").exists()


PIECES = (
    *"aé# \t\n\r\"'\\|>&*!%@`[]{}~-:\u00a0\u2028\x85\ufeff😀\x00\x1b",
    *("B c", "    ", "  \n", "\n\n", "\r\n", "# x", "- ", ": ", "---", "...", "{{< x >}}", "null"),
)
BODIES = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
TITLES = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=8)


@st.composite
def sections(draw: st.DrawFn) -> tuple[dict[str, Any], str, str]:
    """What a section says, its front matter, and its text."""
    background: dict[str, Any] = {
        "color": draw(TITLES),
        "image": draw(TITLES),
        "image_darken": draw(st.sampled_from([0.5, 1, "0.7"])),
        "image_parallax": draw(st.booleans()),
        "text_color_light": draw(st.booleans()),
    }
    said: dict[str, Any] = {
        "title": draw(TITLES),
        "subtitle": draw(TITLES),
        "design": {
            "columns": draw(st.sampled_from(["1", "2", 1])),
            "background": {k: v for k, v in background.items() if draw(st.booleans())},
        },
        "advanced": {"css_class": draw(TITLES)},
    }
    said = {key: value for key, value in said.items() if draw(st.booleans())}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in said.items()]
    lines += draw(st.lists(st.sampled_from(["# a remark", "", "# - code: x"]), max_size=3))
    lines = draw(st.permutations([*lines, "widget: blank"]))
    return said, "\n".join(["---", *lines, "---", ""]), draw(BODIES)


def expected(said: dict[str, Any], body: str) -> dict[str, Any]:
    """The data of the block, mapped by hand."""
    content: dict[str, Any] = {key: said[key] for key in ("title", "subtitle") if key in said}
    text = re.sub(r"\A(?:[ \t]*\r?\n)+", "", body)
    text = re.sub(r"(\r?\n)(?:[ \t]*\r?\n)*[ \t]*\Z", r"\1", text).replace("\r\n", "\n")
    if re.search(r"[^ \t\n]", text):
        content["text"] = text
    design: dict[str, Any] = {"columns": said.get("design", {}).get("columns", "2")}
    background = dict(said.get("design", {}).get("background", {}))
    moved = {"filename": "image", "parallax": "image_parallax"}
    image = {new: background.pop(old) for new, old in moved.items() if old in background}
    if "image_darken" in background:
        image["filters"] = {"brightness": background.pop("image_darken")}
    background |= {"image": image} if image else {}
    design |= {"background": background} if background else {}
    if "advanced" in said:
        design["css_class"] = said["advanced"]["css_class"]
    return {"block": "markdown", "id": "a", "design": design} | (
        {"content": content} if content else {}
    )


@given(sections())
def test_any_section_says_the_same_as_a_block(section: tuple[dict[str, Any], str, str]) -> None:
    said, front_matter, body = section
    with kept.copied(kept.HERE / "crlf") as site:
        shutil.rmtree(site / "content")
        write(site / "content/tour/index.md", INDEX)
        write(site / "content/tour/a.md", front_matter + body)
        done = kept.migrate(site, "--apply")
        assert done.exit_code == 0, done.output
        text = (site / "content/tour/index.md").read_bytes().decode("utf-8")
    for dialect in BOTH:
        assert blocks(text, dialect) == [expected(said, body)]
    for remark in ("# a remark", "# - code: x"):
        assert text.count(remark) >= front_matter.count(remark)


@given(sections())
def test_a_hidden_section_says_the_same_once_it_is_no_comment(
    section: tuple[dict[str, Any], str, str],
) -> None:
    said, front_matter, body = section
    front_matter = front_matter.replace("widget: blank", "widget: blank\nactive: false")
    with kept.copied(kept.HERE / "crlf") as site:
        shutil.rmtree(site / "content")
        write(site / "content/tour/index.md", INDEX)
        write(site / "content/tour/a.md", front_matter + body)
        kept.migrate(site, "--apply")
        text = (site / "content/tour/index.md").read_bytes().decode("utf-8")
    assert blocks(text) == []
    lines = text.replace("\r\n", "\n").split("\n")
    first = lines.index("  # - block: markdown")
    shown = [re.sub(r"^  # ?", "  ", line) for line in lines[first:]]
    assert blocks("\n".join([*lines[:first], *shown])) == [expected(said, body)]


# Real Hugo

HUGOS = hugo_binaries()
CONFIG = """
baseURL: https://example.org/
enableEmoji: true
disableKinds: [taxonomy, term, RSS, sitemap, "404"]
markup: {goldmark: {renderer: {unsafe: true}}}
"""
WIDGETS = """
{{ $page := cond .IsHome (site.GetPage "/home") . }}
{{ range where ($page.Resources.ByType "page") ".Params.active" "!=" false }}
<section id="{{ replace .File.ContentBaseName "index" (path.Base .File.Dir) }}">
<h1>{{ with .Title }}{{ . | markdownify }}{{ end }}</h1>{{ .Content }}</section>{{ end }}
"""
BLOCKS = """
{{ range .Params.sections }}
<section id="{{ .id }}">
<h1>{{ with .content.title }}{{ . | markdownify }}{{ end }}</h1>
{{- with .content.text }}{{ . | $.RenderString }}{{ end }}</section>{{ end }}
"""
"""What the theme's templates do, in a few lines: the order, the ids, the titles and the texts."""


def built(hugo: Path, site: Path) -> dict[str, list[tuple[str, str, str]]]:
    """The sections of each page that has some: id, title and words, as they stand in the HTML."""
    for name in ("_default/list", "_default/single", "index", "landing/single", "post/single"):
        write(site / f"layouts/{name}.html", BLOCKS)
    write(site / "layouts/widget_page/single.html", WIDGETS)
    if not (site / "content/_index.md").exists():
        write(site / "layouts/index.html", WIDGETS)
    for name in ("gallery", "figure"):
        write(site / f"layouts/shortcodes/{name}.html", "[{{ .Name }}]")
    command = [str(hugo), "--quiet", "--source", str(site)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    pages = ((path, path.read_text("utf-8")) for path in (site / "public").rglob("*.html"))
    found = {path.parent.name: list(map(_section, _SECTION.findall(text))) for path, text in pages}
    return {name: sections for name, sections in found.items() if sections}


_SECTION = re.compile(r'<section id="?([^\s">]+)"?>\s*<h1>(.*?)</h1>(.*?)</section>', re.DOTALL)


def _section(found: tuple[str, str, str]) -> tuple[str, str, str]:
    id_, title, text = found
    return id_, title, " ".join(re.sub(r"</?p>", " ", text).split())


def strip(site: Path) -> None:
    """Leave of a site its content, with settings for `built`."""
    for name in ("themes", "config", "layouts"):
        shutil.rmtree(site / name, ignore_errors=True)
    write(site / "config/_default/config.yaml", CONFIG)


@pytest.mark.skipif(not HUGOS, reason="no Hugo at hand")
@pytest.mark.parametrize("name", ["afr-site", "home", "older-theme", "toml", "crlf"])
def test_hugo_shows_the_same_texts_in_the_same_order(name: str) -> None:
    source = EXAMPLES / name if name == "afr-site" else kept.HERE / name
    for hugo in HUGOS.values():
        with kept.copied(source) as before, kept.copied(source) as after:
            for folder in (before, after):
                strip(folder)
            assert kept.migrate(after, "--apply").exit_code in (0, 1)
            assert not list((after / "content/home").glob("*.md"))
            expected, found = built(hugo, before), built(hugo, after)
            assert expected
            assert found == expected
