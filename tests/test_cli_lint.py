"""`afr-content lint`, through its own door."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES, Run, write

GOOD = "---\ntitle: News\ndate: 2021-05-06\n---\nText.\n"
SLIP = "---\ntitle: News\nsubtiltle: x\n---\nText.\n"
DOUBLE = "---\ntitle: News\ntitle: Other\n---\nText.\n"


def test_a_clean_site_says_so_and_exits_with_0(site: Path, run: Run) -> None:
    write(site / "content/post/a/index.md", GOOD)
    result = run("lint")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "No findings in 1 file\n"


def test_findings_exit_with_1_and_show_line_and_caret(site: Path, run: Run) -> None:
    write(site / "content/post/a/index.md", SLIP)
    result = run("lint")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "content/post/a/index.md:3:1: warning: Unknown key `subtiltle`, did you mean `subtitle` "
        "[unknown-key]",
        "   3 | subtiltle: x",
        "     | ^^^^^^^^^",
        "  = Write it as `subtitle`",
        "",
    ]
    assert result.stderr == "1 warning in 1 file; 1 can be mended with `--fix`\n"


def test_concise_is_a_line_per_finding(site: Path, run: Run) -> None:
    write(site / "content/a.md", SLIP)
    assert run("lint", "--output-format", "concise").stdout == (
        "content/a.md:3:1: warning AFR103 unknown-key: "
        "Unknown key `subtiltle`, did you mean `subtitle`\n"
    )


def test_json_has_1_based_ranges_and_the_edits_of_the_fix(site: Path, run: Run) -> None:
    write(site / "content/a.md", "\ufeff" + SLIP.replace("\n", "\r\n"))
    [finding] = json.loads(run("lint", "--output-format", "json").stdout)
    place = {"line": 3, "column": 1, "end_line": 3, "end_column": 10}
    assert finding == {
        "path": "content/a.md",
        **place,
        "code": "AFR103",
        "name": "unknown-key",
        "severity": "warning",
        "message": "Unknown key `subtiltle`, did you mean `subtitle`",
        "section": None,
        "fix": {
            "title": "Write it as `subtitle`",
            "safe": True,
            "edits": [{**place, "text": "subtitle"}],
        },
    }


def test_json_of_a_clean_site_is_an_empty_list(site: Path, run: Run) -> None:
    write(site / "content/a.md", GOOD)
    assert json.loads(run("lint", "--output-format", "json").stdout) == []


def test_fix_writes_safe_fixes_only(site: Path, run: Run) -> None:
    slip, double = write(site / "content/a.md", SLIP), write(site / "content/b.md", DOUBLE)
    result = run("lint", "--fix")
    assert result.exit_code == 1
    assert slip.read_text() == SLIP.replace("subtiltle", "subtitle")
    assert double.read_text() == DOUBLE
    assert "1 fixed" in result.stderr


def test_unsafe_fixes_write_the_rest(site: Path, run: Run) -> None:
    double = write(site / "content/b.md", DOUBLE)
    assert run("lint", "--unsafe-fixes").exit_code == 0
    assert double.read_text() == "---\ntitle: Other\n---\nText.\n"


def test_diff_shows_and_writes_nothing(site: Path, run: Run) -> None:
    slip = write(site / "content/a.md", SLIP)
    result = run("lint", "--fix", "--diff")
    assert result.exit_code == 1
    assert slip.read_text() == SLIP
    assert "-subtiltle: x\n+subtitle: x\n" in result.stdout


def test_standard_input_is_checked_under_its_name(site: Path, run: Run) -> None:
    result = run(
        "lint", "--stdin-filename", "content/a.md", "--output-format", "concise", stdin=SLIP
    )
    assert result.exit_code == 1
    assert result.stdout.startswith("content/a.md:3:1: warning")


def test_standard_input_is_fixed_to_standard_output(site: Path, run: Run) -> None:
    result = run("lint", "--fix", "--stdin-filename", "content/a.md", stdin=SLIP)
    assert result.exit_code == 0
    assert result.stdout == SLIP.replace("subtiltle", "subtitle")


def test_select_and_ignore_take_codes_and_names(site: Path, run: Run) -> None:
    write(site / "content/a.md", SLIP)
    write(site / "content/b.md", DOUBLE)
    for arguments, found in (
        (("--select", "duplicate-key"), {"AFR101"}),
        (("--select", "AFR101,AFR103"), {"AFR101", "AFR103"}),
        (("--select", "AFR1"), {"AFR101", "AFR103"}),
        (("--ignore", "unknown-key", "--ignore", "AFR101"), set()),
    ):
        listed = json.loads(run("lint", "--output-format", "json", *arguments).stdout)
        assert {item["code"] for item in listed} == found


def test_an_unknown_rule_names_the_nearest(site: Path, run: Run) -> None:
    write(site / "content/a.md", SLIP)
    result = run("lint", "--select", "duplicate-keys")
    assert result.exit_code == 2
    assert "no rule is called `duplicate-keys`, did you mean `duplicate-key`" in result.stderr


def test_info_is_shown_with_v_or_when_selected(site: Path, run: Run) -> None:
    write(site / "content/a.md", "---\ntitle: x\nmood: sunny\n---\n")
    assert run("lint").stdout == ""
    assert "`mood`" in run("lint", "-v").stdout
    assert "`mood`" in run("lint", "--select", "unknown-key").stdout
    assert run("lint", "-v").exit_code == 0


def test_extra_keys_are_known(site: Path, run: Run) -> None:
    write(site / "content/a.md", "---\ntitle: x\nmood: sunny\nsubtiltle: x\n---\n")
    write(site / "afr-content.toml", 'extra-keys = ["mood", "subtiltle"]\n')
    assert run("lint", "-v").stdout == ""


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ('ignroe = ["unknown-key"]\n', "unknown option `ignroe`, did you mean `ignore`"),
        ('hugo-version = "newest"\n', "`newest` is no Hugo version"),
        ("select = 5\n", "option `select`"),
        ("select = [\n", "afr-content.toml"),
    ],
)
def test_a_bad_configuration_is_an_error_for_people(
    site: Path, run: Run, config: str, said: str
) -> None:
    write(site / "content/a.md", GOOD)
    write(site / "afr-content.toml", config)
    result = run("lint")
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_settings_in_pyproject_count(site: Path, run: Run) -> None:
    (site / "afr-content.toml").unlink()
    write(site / "pyproject.toml", '[tool.afr-content]\nignore = ["unknown-key"]\n')
    write(site / "content/a.md", SLIP)
    assert run("lint").exit_code == 0


def test_a_missing_path_is_an_error_and_others_are_checked(site: Path, run: Run) -> None:
    write(site / "content/a.md", SLIP)
    result = run("lint", "content/gone.md", "content/a.md", "--output-format", "concise")
    assert result.exit_code == 2
    assert "content/gone.md:1:1: error AFR001 unreadable-file" in result.stdout
    assert "content/a.md:3:1: warning" in result.stdout


def test_odd_files_are_named_and_do_not_stop_the_others(site: Path, run: Run) -> None:
    content = site / "content"
    (content / "broken.md").symlink_to("nowhere.md")
    (content / "binary.md").write_bytes(b"\x89PNG\x00\x00\xff\xfe" * 40)
    (content / "empty.md").write_bytes(b"")
    (content / "loop").symlink_to(content)
    os.mkfifo(content / "pipe.md")
    write(content / "a.md", SLIP)
    result = run("lint", "--output-format", "concise")
    assert result.exit_code == 2
    found = {line.split(":")[0]: line for line in result.stdout.splitlines()}
    assert list(found) == [f"content/{n}.md" for n in ("a", "binary", "broken", "empty", "pipe")]
    assert "No such file" in found["content/broken.md"]
    assert "no text file" in found["content/binary.md"]
    assert "The file is empty" in found["content/empty.md"]
    assert "Not a regular file" in found["content/pipe.md"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_named(site: Path, run: Run) -> None:
    write(site / "content/closed/a.md", GOOD)
    (site / "content/closed").chmod(0)
    result = run("lint", "--output-format", "concise")
    (site / "content/closed").chmod(0o755)
    assert result.exit_code == 2
    assert "content/closed:1:1: error AFR001" in result.stdout


def test_nothing_from_a_file_reaches_the_terminal_unescaped(site: Path, run: Run) -> None:
    write(site / "content/\x1b[31mred.md", "---\n\u202etitle\u200b: [\x1b[2J\n---\n")
    for output_format in ("text", "concise"):
        shown = run("lint", "--output-format", output_format).stdout
        assert shown
        assert not {"\x1b", "\u202e", "\u200b"} & set(shown)


def test_colour_only_for_a_terminal(site: Path) -> None:
    write(site / "content/a.md", SLIP)
    piped = subprocess.run(
        [sys.executable, "-m", "afr_content", "lint"], capture_output=True, text=True, check=False
    )
    assert piped.returncode == 1
    assert "\x1b" not in piped.stdout


def test_ignore_comments_silence(site: Path, run: Run) -> None:
    write(site / "content/a.md", "---\ntitle: x\nsubtiltle: y  # afr: ignore[unknown-key]\n---\n")
    assert run("lint").exit_code == 0


def test_the_default_is_the_site_around_the_current_folder(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(site / "content/post/a/index.md", SLIP)
    write(site / "README.md", "---\ntitle: [\n---\n")
    below = site / "content" / "post"
    monkeypatch.chdir(below)
    result = run("lint", "--output-format", "concise")
    assert result.stdout.startswith("a/index.md:3:1:")
    assert result.stderr == ""


@pytest.mark.parametrize("name", ["afr-site", "landing-site"])
def test_an_example_site_is_clean(name: str, run: Run) -> None:
    result = run("lint", str(EXAMPLES / name))
    assert (result.exit_code, result.stdout) == (0, "")


def test_the_broken_site_has_the_findings_it_is_made_for(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(EXAMPLES / "broken-site")
    expected = (EXAMPLES / "broken-site" / "expected-findings.txt").read_text("utf-8")
    result = run("lint", "-v", "--output-format", "concise")
    assert result.exit_code == 1
    assert result.stdout == expected


def test_help_and_version_import_nothing_heavy() -> None:
    code = (
        "import sys\nfrom afr_content.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'pydantic', 'ruamel.yaml', 'yaml', 'frontmatter'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "lint" in done.stdout


def test_content_in_a_folder_of_another_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    write(tmp_path / "hugo.toml", 'contentDir = "pages"\n')
    write(tmp_path / "pages" / "post" / "first.md", "---\ntitel: First\n---\n")
    write(tmp_path / "README.md", "[Nothing](/nothing/)\n")
    monkeypatch.chdir(tmp_path / "pages" / "post")
    result = run("lint", "--output-format", "concise", str(tmp_path))
    assert result.stdout.splitlines() == [
        "first.md:2:1: warning AFR103 unknown-key: Unknown key `titel`, did you mean `title`"
    ]


def test_paths_that_go_up_and_down(site: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write(site / "config" / "_default" / "menus.yaml", "main:\n  - name: X\n    url: /nothing/\n")
    write(site / "content" / "post" / "first.md", "---\ntitle: First\n---\n[x](/nothing/)\n")
    write(site / "content" / "home" / "index.md", "---\ntype: widget_page\nheadless: true\n---\n")
    write(site / "content" / "home" / "a.md", "---\nwidget: blank\nweight: 10\ntitle: A\n---\n")
    monkeypatch.chdir(site / "content" / "post")
    paths = ("../../config/_default/menus.yaml", "../post/first.md", "..", "../..", ".")
    for path in (*paths, "../.. ../../content ../home/../home/a.md . ../post"):
        result = run("lint", "--output-format", "concise", *path.split())
        assert result.exit_code == 1
        assert {line.split(": ")[1].split()[2] for line in result.stdout.splitlines()} <= {
            "broken-link",
            "broken-menu-link",
        }
