"""`afr-content read`, through its own door."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Run, write


def test_params_are_what_hugo_reads(site: Path, run: Run) -> None:
    write(site / "content/a.md", "---\nTitle: yes\nn: 010\n---\n")
    write(site / "content/b.md", '+++\ntitle = "x"\n+++\n')
    write(site / "content/c.md", "No front matter.\n")
    old = [json.loads(line) for line in run("read", "content").stdout.splitlines()]
    assert old == [
        {"path": "content/a.md", "format": "yaml", "params": {"title": True, "n": 8}},
        {"path": "content/b.md", "format": "toml", "params": {"title": "x"}},
        {"path": "content/c.md", "format": None, "params": {}},
    ]
    new = run("read", "--hugo-version", "0.152.2", "content/a.md")
    assert json.loads(new.stdout)["params"] == {"title": "yes", "n": 8}


def test_a_refused_file_has_its_place_and_exit_code_1(site: Path, run: Run) -> None:
    write(site / "content/a.md", "---\ntitle: x\ndate: [\n---\n")
    result = run("read", "content/a.md")
    answer = json.loads(result.stdout)
    assert result.exit_code == 1
    assert set(answer) == {"path", "error", "line", "column"}
    assert answer["line"] in (3, 4)


def test_duplicate_keys_are_refused_by_new_hugo_only(site: Path, run: Run) -> None:
    write(site / "content/a.md", "---\ntitle: a\ntitle: b\n---\n")
    assert json.loads(run("read", "content/a.md").stdout)["params"] == {"title": "b"}
    new = run("read", "--hugo-version", "0.168.0", "content/a.md")
    assert new.exit_code == 1
    assert json.loads(new.stdout)["line"] == 3


def test_what_json_cannot_say_is_text(site: Path, run: Run) -> None:
    write(site / "content/a.md", "---\na: .inf\nb: .nan\nc: 'é'\n---\n")
    line = run("read", "content/a.md").stdout
    assert json.loads(line)["params"] == {"a": "+Inf", "b": "NaN", "c": "é"}
