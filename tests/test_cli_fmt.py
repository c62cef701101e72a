"""`afr-content fmt`, through its own door."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.conftest import Run, write

UNTIDY = "---\ntitle:   News\ntags: ['a','b']\n\n---\nText.\n"
TIDY = '---\ntitle: News\ntags: ["a", "b"]\n---\nText.\n'
BROKEN = "---\ntitle: A: B\n---\nText.\n"


def test_files_are_formatted_in_place(site: Path, run: Run) -> None:
    page = write(site / "content/a.md", UNTIDY)
    done = run("fmt")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "1 file formatted\n"
    assert page.read_text() == TIDY
    assert run("fmt").stderr == "1 file left unchanged\n"


def test_check_writes_nothing_and_exits_with_1(site: Path, run: Run) -> None:
    page = write(site / "content/a.md", UNTIDY)
    done = run("fmt", "--check")
    assert (done.exit_code, done.stdout) == (1, "would format content/a.md\n")
    assert page.read_text() == UNTIDY


def test_diff_shows_what_would_change(site: Path, run: Run) -> None:
    page = write(site / "content/a.md", UNTIDY)
    done = run("fmt", "--diff")
    assert done.exit_code == 0
    assert "-title:   News\n" in done.stdout
    assert "+title: News\n" in done.stdout
    assert page.read_text() == UNTIDY
    assert run("fmt", "--diff", "--check").exit_code == 1


def test_standard_input_goes_to_standard_output(site: Path, run: Run) -> None:
    done = run("fmt", "--stdin-filename", "content/a.md", stdin=UNTIDY)
    assert (done.exit_code, done.stdout) == (0, TIDY)
    broken = run("fmt", "--stdin-filename", "content/a.md", stdin=BROKEN)
    assert (broken.exit_code, broken.stdout) == (1, BROKEN)
    assert "content/a.md:2:" in broken.stderr


def test_what_does_not_parse_is_left_alone_and_named(site: Path, run: Run) -> None:
    broken = write(site / "content/a.md", BROKEN)
    other = write(site / "content/b.md", UNTIDY)
    done = run("fmt")
    assert done.exit_code == 1
    assert done.stderr.startswith("content/a.md:2:")
    assert broken.read_text() == BROKEN
    assert other.read_text() == TIDY


def test_toml_and_json_are_left_alone(site: Path, run: Run) -> None:
    toml = '+++\ntitle   = "x"\n+++\nText.\n'
    json = '{"title":    "x"}\nText.\n'
    write(site / "content/a.md", toml)
    write(site / "content/b.md", json)
    assert run("fmt", "--check").exit_code == 0


@pytest.mark.parametrize("path", ["config/_default/params.yaml", "hugo.yaml", "config.toml"])
def test_settings_are_left_alone(site: Path, run: Run, path: str) -> None:
    text = "---\ntitle:   'Lab'\n---\nother:    1\n"
    file = write(site / path, text)
    assert run("fmt", str(file)).exit_code == 0
    assert run("fmt").exit_code == 0
    assert file.read_text("utf-8") == text


def test_mode_and_symlinks_survive(site: Path, run: Run) -> None:
    target = write(site / "content/shared.md", UNTIDY)
    target.chmod(0o640)
    link = site / "content/link.md"
    link.symlink_to("shared.md")
    assert run("fmt", "content/link.md").exit_code == 0
    assert link.is_symlink()
    assert target.read_text() == TIDY
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert [path.name for path in sorted((site / "content").iterdir())] == ["link.md", "shared.md"]


def test_bytes_that_are_no_utf_8_survive_in_the_body(site: Path, run: Run) -> None:
    page = site / "content/a.md"
    page.write_bytes(UNTIDY.encode() + b"caf\xe9\n")
    assert run("fmt").exit_code == 0
    assert page.read_bytes() == TIDY.encode() + b"caf\xe9\n"


def test_key_order_follows_the_configuration(site: Path, run: Run) -> None:
    text = "---\ntype: widget_page\ntitle: x\n---\n"
    page = write(site / "content/a/index.md", text)
    section = write(site / "content/a/b.md", "---\ntitle: x\nwidget: blank\n---\n")
    assert run("fmt").exit_code == 0
    assert page.read_text() == text
    assert section.read_text() == "---\nwidget: blank\ntitle: x\n---\n"
    write(section, "---\ntitle: x\nwidget: blank\n---\n")
    write(site / "afr-content.toml", 'key-order = "preserve"\n')
    assert run("fmt", "--check").exit_code == 0
    write(site / "afr-content.toml", 'key-order = "canonical"\n')
    assert run("fmt").exit_code == 0
    assert page.read_text() == "---\ntitle: x\ntype: widget_page\n---\n"


def test_unreadable_files_exit_with_2(site: Path, run: Run) -> None:
    write(site / "content/a.md", UNTIDY)
    done = run("fmt", "content/gone.md", "content/a.md")
    assert done.exit_code == 2
    assert "content/gone.md: No such file" in done.stderr
    assert (site / "content/a.md").read_text() == TIDY
