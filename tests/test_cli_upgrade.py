"""`afr-content upgrade`, as people run it.

Each folder in `upgrade/` is a small site. `.options` are the options, `.expected` is what is said
of it (standard output, then what is said beside it), `.after` holds the files that `--apply`
changes.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from afr_content.files import write_atomically
from afr_content.frontmatter import parse
from afr_content.hugo import Dialect

from .conftest import EXAMPLES, Run, write
from .hugo_binaries import hugo_binaries

CASES = sorted(path for path in (Path(__file__).parent / "upgrade").iterdir() if path.is_dir())
FILES_OF_CASES = (".options", ".expected", ".after")
COMMENT = re.compile(r"(?:^|\s)#\s*(.*)$", re.M)


@pytest.fixture(params=CASES, ids=lambda path: path.name)
def case(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of a case's site, which the test stands in; gives the case."""
    folder: Path = request.param
    site = tmp_path / "site"

    def ignored(where: str, names: list[str]) -> list[str]:
        return [name for name in names if name in FILES_OF_CASES and Path(where) == folder]

    shutil.copytree(folder, site, ignore=ignored)
    monkeypatch.chdir(site)
    return folder


def options(case: Path) -> list[str]:
    return (case / ".options").read_text("utf-8").split()


def texts(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def test_says_what_changes(case: Path, run: Run) -> None:
    found = run("upgrade", *options(case), "-v", "--output-format", "concise")
    summary = run("upgrade", *options(case))
    said = f"{found.stdout}\n{summary.stderr}"
    assert said == (case / ".expected").read_text("utf-8")
    errors_or_warnings = re.search(r": (error|warning) ", found.stdout)
    assert found.exit_code == (1 if errors_or_warnings else 0)


def test_makes_the_changes(case: Path, run: Run) -> None:
    before = texts(Path.cwd())
    run("upgrade", *options(case), "--apply")
    after = texts(Path.cwd())
    changed = {name: text for name, text in after.items() if before.get(name) != text}
    assert changed == texts(case / ".after")
    assert before.keys() <= after.keys()


def test_changes_are_made_once(case: Path, run: Run) -> None:
    run("upgrade", *options(case), "--apply")
    again = run("upgrade", *options(case), "--diff")
    assert again.stdout == ""
    left = run("upgrade", *options(case), "-v", "--output-format", "json")
    assert not [item for item in json.loads(left.stdout) if item["fix"] and item["fix"]["edits"]]


def test_the_diff_shows_the_changes_and_makes_none(case: Path, run: Run) -> None:
    before = texts(Path.cwd())
    shown = run("upgrade", *options(case), "--diff").stdout
    assert texts(Path.cwd()) == before
    assert set(re.findall(r"^\+\+\+ b/(.*)$", shown, re.M)) == set(texts(case / ".after"))


def test_no_comment_is_lost(case: Path, run: Run) -> None:
    before = texts(Path.cwd())
    run("upgrade", *options(case), "--apply")
    after = texts(Path.cwd())
    for name, text in before.items():
        assert all(comment.strip() in after[name] for comment in COMMENT.findall(text)), name


def test_pages_parse_as_before(case: Path, run: Run) -> None:
    before = texts(Path.cwd())
    run("upgrade", *options(case), "--apply")
    for name, text in texts(Path.cwd()).items():
        if name.endswith(".md") and before.get(name) != text:
            assert parse(text).refusal(Dialect.NEW) is None, name


def old_site(site: Path) -> None:
    """A site that a Hugo before 0.152 builds, and no later one."""
    write(site / "config/_default/config.yaml", "title: X\nbaseURL: /\npaginate: 2\n")
    write(
        site / "layouts/_default/list.html",
        "{{ range (.Paginate site.RegularPages).Pages }}{{ .Title }} {{ .Params.shown }} "
        "{{ .Params.tags }} {{ .Params.level }};{{ end }}",
    )
    write(site / "layouts/_default/single.html", "{{ .Title }} {{ .Params.shown }}")
    for number, front_matter in enumerate(
        ("shown: yes\n", "shown: off\ntags: [a]\ntags: [b]\n", "level: 08\nlevel: 09\n")
    ):
        text = f"---\ntitle: Page {number}\nweight: {number + 1}\n{front_matter}---\n"
        write(site / f"content/post/p{number}.md", text)


def built(hugo: Path, site: Path, folder: Path) -> dict[str, str] | None:
    """What Hugo makes of a site's templates; None when it stops."""
    command: list[str | Path] = [hugo, "--source", site, "--destination", folder, "--quiet"]
    done = subprocess.run(command, capture_output=True, check=False)
    pages = {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*.html")}
    own = {name: text for name, text in pages.items() if "http-equiv" not in text}
    return None if done.returncode else own


def oldest_and_newest() -> tuple[Path, Path]:
    binaries = hugo_binaries()
    versions = [tuple(map(int, version.split("."))) for version in binaries]
    old = [b for v, b in zip(versions, binaries.values(), strict=True) if v < (0, 123)]
    new = [b for v, b in zip(versions, binaries.values(), strict=True) if v >= (0, 152)]
    if not old or not new:
        pytest.skip("needs a Hugo before 0.123 and one from 0.152 on")
    return old[0], new[-1]


def test_a_changed_site_is_built_by_the_newer_hugo_as_it_was_by_the_older(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    older, newer = oldest_and_newest()
    site = tmp_path / "site"
    old_site(site)
    monkeypatch.chdir(site)
    before = built(older, site, tmp_path / "before")
    assert before
    assert built(newer, site, tmp_path / "broken") is None
    run("upgrade", "--hugo-version", "0.111.3", "--hugo", "0.152", "--apply")
    assert built(newer, site, tmp_path / "after") == before


def test_the_terms_of_the_example_site_are_titled_as_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    older, newer = oldest_and_newest()
    site = tmp_path / "site"
    shutil.copytree(EXAMPLES / "afr-site", site)
    monkeypatch.chdir(site)
    found = run(
        "upgrade", "--hugo-version", "0.111.3", "--hugo", "0.168", "--output-format", "json"
    )
    (finding,) = json.loads(found.stdout)
    named = re.search(r"`([^`]+)` and (\d+) more", finding["message"])
    assert named
    before = built(older, site, tmp_path / "before") or {}
    after = built(newer, site, tmp_path / "after") or {}
    titles = re.compile(r"<h1>([^<]*)</h1>")
    other = {
        name: (titles.findall(before[name]), titles.findall(after[name]))
        for name in before
        if titles.findall(before[name]) != titles.findall(after[name])
    }
    assert len(other) == int(named[2]) + 1
    assert any(named[1] in old and named[1].title() in new for old, new in other.values())


def test_a_file_can_be_asked_for(site: Path, run: Run) -> None:
    for name in ("one", "two"):
        write(site / f"content/post/{name}/index.md", "---\ntitle: A\ndraft: no\n---\n")
    path = "content/post/two/index.md"
    found = run(
        "upgrade", "--hugo", "0.152", "--theme", "5.9.7", path, "--output-format", "concise"
    )
    assert found.stdout == (
        f"{path}:3:8: error UPG201 yaml-values: `no` is `false` up to Hugo 0.151; from 0.152 on it"
        " is the text `no`\n"
    )


def test_without_versions_the_newest_are_looked_at(site: Path, run: Run) -> None:
    assert (
        "From theme 5.3 and Hugo 0.111.3 to theme 5.9.7 and Hugo 0.168.0" in run("upgrade").stderr
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--theme", "5.0"], "the site has theme 5.3, and 5.0 is older"),
        (["--hugo", "0.84"], "the site has Hugo 0.111.3, and 0.84.0 is older"),
        (["--hugo", "new"], "`new` is no Hugo version such as 0.111.3"),
        (["--diff", "--apply"], "take one of them"),
    ],
)
def test_wrong_usage(site: Path, run: Run, arguments: list[str], message: str) -> None:
    result = run("upgrade", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_a_theme_that_nothing_tells_must_be_named(site: Path, run: Run) -> None:
    write(site / "afr-content.toml", 'hugo-version = "0.111.3"\n')
    result = run("upgrade", "--theme", "5.9")
    assert result.exit_code == 2
    assert "--theme-version" in result.stderr


def test_a_file_that_cannot_be_written_is_named(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = write(site / "content/post/one/index.md", "---\ntitle: A\ndraft: no\n---\n")
    other = write(site / "content/post/two/index.md", "---\ntitle: A\ndraft: no\n---\n")

    def full_for_one(path: Path, text: str) -> None:
        if path.parent.name == "one":
            raise OSError(28, "No space left on device")
        write_atomically(path, text)

    monkeypatch.setattr("afr_content.cli.findings.write_atomically", full_for_one)
    result = run("upgrade", "--hugo", "0.152", "--apply")
    assert result.exit_code == 2
    assert "one/index.md: not written: No space left on device" in result.stderr
    assert "draft: no\n" in page.read_text("utf-8")
    assert "draft: false\n" in other.read_text("utf-8")
