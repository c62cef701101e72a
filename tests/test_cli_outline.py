"""`afr-content outline`, through its own door."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import EXAMPLES, Run, write
from tests.outline import kept

HOME = "---\ntype: widget_page\nheadless: true\ntitle: Home\n---\n"
SECTION = "---\nwidget: blank\nweight: 10\ntitle: {title}\n---\n"


@pytest.fixture
def small(site: Path) -> Path:
    """A start page with one section, and a page with another."""
    write(site / "content/home/index.md", HOME)
    write(site / "content/home/hero.md", SECTION.format(title="Welcome"))
    write(site / "content/people/index.md", "---\ntype: widget_page\ntitle: People\n---\n")
    write(site / "content/people/staff.md", SECTION.format(title="Staff"))
    write(site / "content/post/first/index.md", "---\ntitle: First\nsubtiltle: x\n---\n")
    return site


@pytest.mark.parametrize("ending", kept.FORMATS)
@pytest.mark.parametrize("site", kept.SITES, ids=lambda site: site.name)
def test_outlines_are_what_is_kept_of_them(site: Path, ending: str) -> None:
    expected = (kept.HERE / f"{site.name}.{ending}").read_text("utf-8")
    assert kept.shown(site, ending) == expected


@pytest.mark.parametrize("site", kept.SITES, ids=lambda site: site.name)
def test_the_json_has_the_shape_that_is_promised(site: Path) -> None:
    schema = json.loads(kept.SCHEMA.read_text("utf-8"))
    Draft202012Validator(schema).validate(json.loads(kept.shown(site, "json")))


def test_the_promised_shape_is_that_of_the_models() -> None:
    assert kept.SCHEMA.read_text("utf-8") == kept.schema()


def test_the_example_site_in_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLES / "afr-site")
    done = run("outline")
    lines = done.stdout.splitlines()
    assert (done.exit_code, done.stderr) == (0, "")
    assert lines[0].endswith("no findings")
    assert "│   ├── Software Analytics  /research/software-analytics/" in lines
    home = lines.index("Home  /  content/home/index.md")
    assert [line.split()[1:3] for line in lines[home + 1 : home + 4]] == [
        ["10", "hero"],
        ["15", "blank"],
        ["20", "blank"],
    ]
    assert "  hidden  " in lines[home + 2]
    assert "Projects  /project/  content/project/_index.md  10 pages" in lines


def test_pages_of_a_list_are_counted_or_shown(small: Path, run: Run) -> None:
    assert "post  /post/  content/post  1 page  1 warning\n" in run("outline").stdout
    shown = run("outline", "--all").stdout
    assert "└── First  /post/first/  content/post/first/index.md\n" in shown
    assert "    └── 3:1 warning: Unknown key `subtiltle`" in shown


def test_findings_are_those_of_lint_and_do_not_change_the_exit_code(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(EXAMPLES / "broken-site")
    linted = json.loads(run("lint", "--output-format", "json").stdout)
    done = run("outline", "--output-format", "json")
    assert done.exit_code == 0
    assert sorted(map(str, _findings(json.loads(done.stdout)))) == sorted(map(str, linted))
    verbose = run("outline", "-v", "--output-format", "json").stdout
    linted = json.loads(run("lint", "-v", "--output-format", "json").stdout)
    assert sorted(map(str, _findings(json.loads(verbose)))) == sorted(map(str, linted))


def _findings(value: object) -> list[object]:
    """All findings in an outline, wherever they stand."""
    if isinstance(value, list):
        return [finding for item in value for finding in _findings(item)]
    if not isinstance(value, dict):
        return []
    own = [f for key in ("findings", "settings") for f in value.get(key, [])]
    inner = (v for key, v in value.items() if key not in ("findings", "settings"))
    return own + [finding for item in inner for finding in _findings(item)]


def test_ignored_rules_and_excluded_files_have_no_findings(small: Path, run: Run) -> None:
    write(small / "afr-content.toml", 'ignore = ["unknown-key"]\nexclude = ["content/people/*"]\n')
    shown = run("outline").stdout
    assert "4 pages" not in shown
    assert "no findings" in shown
    assert "People  /people/" in shown


@pytest.mark.parametrize(
    ("part", "pages"),
    [
        ("content/people", ["People"]),
        ("content/people/staff.md", ["People"]),
        ("content/post", ["post"]),
        ("content/post/first/index.md", ["First"]),
        (".", ["Home", "People", "post"]),
        ("content", ["Home", "People", "post"]),
    ],
)
def test_a_part_of_the_site(small: Path, run: Run, part: str, pages: list[str]) -> None:
    outline = json.loads(run("outline", part, "--output-format", "json").stdout)
    (language,) = outline["languages"]
    assert [page["title"] for page in language["pages"]] == pages
    assert outline["part"] == (part if part.startswith("content/") else None)


def test_of_a_page_only_the_section_that_is_asked_for(small: Path, run: Run) -> None:
    write(small / "content/people/alumni.md", SECTION.format(title="Alumni"))
    shown = run("outline", "content/people/alumni.md").stdout
    assert "Alumni" in shown
    assert "Staff" not in shown


def test_the_outline_is_found_from_a_folder_inside(
    small: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small / "content/people")
    assert "Home  /  " in run("outline").stdout


@pytest.mark.parametrize("part", ["afr-content.toml", "static"])
def test_what_is_no_part_of_a_page_is_an_error(small: Path, run: Run, part: str) -> None:
    (small / "static").mkdir()
    done = run("outline", part)
    assert done.exit_code == 2
    assert done.stderr == f"afr-content: {part}: the site has no page that is made of this\n"


def test_no_site_is_an_error(tmp_path: Path, run: Run) -> None:
    done = run("outline", str(tmp_path))
    assert done.exit_code == 2
    assert "there is no Hugo site here" in done.stderr


def test_an_unreadable_file_is_named_and_the_rest_shown(small: Path, run: Run) -> None:
    (small / "content/post/gone.md").symlink_to("nowhere.md")
    done = run("outline", "--all")
    assert done.exit_code == 2
    assert "error: The file cannot be read: No such file or directory" in done.stdout
    assert "Welcome" in done.stdout


def test_nothing_from_a_file_reaches_the_terminal_unescaped(site: Path, run: Run) -> None:
    write(site / "content/home/index.md", HOME)
    title = '"\\e[31mred\\u202e \udce9"'
    write(site / "content/home/hero.md", SECTION.format(title=title))
    shown = run("outline").stdout
    assert "red" in shown
    assert not {"\x1b", "\u202e"} & set(shown)
    outline = json.loads(run("outline", "--output-format", "json").stdout)
    (section,) = outline["languages"][0]["pages"][0]["sections"]
    assert section["title"].startswith("\x1b[31mred\u202e")
    run("outline", "--html", "page.html")
    assert not {"\x1b", "\u202e"} & set((site / "page.html").read_text("utf-8"))


def test_colour_only_for_a_terminal(small: Path) -> None:
    command = [sys.executable, "-m", "afr_content", "outline"]
    piped = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "\x1b" not in piped.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("no_color", ["", "1"])
def test_colour_in_a_terminal_unless_it_is_refused(
    small: Path, monkeypatch: pytest.MonkeyPatch, no_color: str
) -> None:
    import pty

    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", "xterm")
    shown = bytearray()

    def read(terminal: int) -> bytes:
        data = os.read(terminal, 4096)
        shown.extend(data)
        return b""

    pty.spawn([sys.executable, "-m", "afr_content", "outline"], read)
    assert (b"\x1b[" in shown) is (no_color == "")


class TestPage:
    """What becomes of the file; what it shows is looked at in a browser."""

    def test_a_new_file_is_written(self, small: Path, run: Run) -> None:
        done = run("outline", "--html", "page.html")
        assert (done.exit_code, done.stdout) == (0, "")
        assert done.stderr == "page.html written: 3 pages, 2 with sections; 1 warning\n"
        text = (small / "page.html").read_text("utf-8")
        assert text.startswith("<!doctype html>")
        assert text.endswith("</html>\n")

    def test_the_same_site_makes_the_same_page(self, small: Path, run: Run) -> None:
        run("outline", "--html", "page.html")
        first = (small / "page.html").read_bytes()
        run("outline", "--html", "page.html")
        assert (small / "page.html").read_bytes() == first

    def test_an_earlier_outline_is_replaced_and_keeps_its_mode(self, small: Path, run: Run) -> None:
        run("outline", "--html", "page.html")
        page = small / "page.html"
        page.chmod(0o640)
        write(small / "content/home/hero.md", SECTION.format(title="Another title"))
        assert run("outline", "--html", "page.html").exit_code == 0
        assert "Another title" in page.read_text("utf-8")
        assert stat.S_IMODE(page.stat().st_mode) == 0o640

    def test_an_empty_file_holds_nothing_to_spare(self, small: Path, run: Run) -> None:
        (small / "page.html").touch()
        assert run("outline", "--html", "page.html").exit_code == 0

    @pytest.mark.parametrize("name", ["content/home/hero.md", "other.html"])
    def test_any_other_file_is_left_as_it_is(self, small: Path, run: Run, name: str) -> None:
        write(small / "other.html", "<!doctype html>\n<title>Mine</title>\n")
        before = (small / name).read_bytes()
        done = run("outline", "--html", name)
        assert done.exit_code == 2
        assert f"{name}: there is a file that is no outline; not written" in done.stderr
        assert "--force" in done.stderr
        assert (small / name).read_bytes() == before

    def test_any_file_is_replaced_by_force(self, small: Path, run: Run) -> None:
        page = write(small / "other.html", "<!doctype html>\n<title>Mine</title>\n")
        assert run("outline", "--html", "other.html", "--force").exit_code == 0
        assert "Welcome" in page.read_text("utf-8")

    def test_a_folder_that_is_not_there_is_an_error(self, small: Path, run: Run) -> None:
        done = run("outline", "--html", "nowhere/page.html")
        assert done.exit_code == 2
        assert (
            done.stderr
            == "afr-content: nowhere/page.html: not written: No such file or directory\n"
        )
