"""The hooks, run by the real pre-commit against a real repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
MENUS = "---\nmain:\n    - name:   News\n      wieght: 10\n"
BAD = "---\ntitle: News\nsubtiltle: x\n---\nText.\n"
UNTIDY = "---\ntitle:   News\n\n\ntags: ['a','b']\n---\nText.\n"

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps the environments it makes; shared by this module's tests."""
    return tmp_path_factory.mktemp("pre-commit-cache")


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as a repository that pre-commit can clone, uncommitted changes included."""
    copy = tmp_path_factory.mktemp("hooks")
    for name in ("afr_content", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy / name)
    _commit(copy)
    return copy


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A site under git."""
    (tmp_path / "content" / "post").mkdir(parents=True)
    (tmp_path / "content" / "post" / "bad.md").write_text(BAD, "utf-8")
    (tmp_path / "content" / "post" / "untidy.md").write_text(UNTIDY, "utf-8")
    (tmp_path / "config" / "_default").mkdir(parents=True)
    (tmp_path / "config" / "_default" / "menus.yaml").write_text(MENUS, "utf-8")
    (tmp_path / "README.md").write_text("---\nnot: [content\n---\n", "utf-8")
    _commit(tmp_path)
    return tmp_path


def _commit(folder: Path) -> None:
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "All"]):
        identity = ["-c", "user.name=Example", "-c", "user.email=example@example.org"]
        subprocess.run(["git", *identity, *words], cwd=folder, check=True)


def _try(hook: str, hooks: Path, repository: Path, cache: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(hooks), hook, "--all-files"]
    environment = os.environ | {"PRE_COMMIT_HOME": str(cache), "NO_COLOR": "1"}
    return subprocess.run(
        command, cwd=repository, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.xdist_group("pre-commit")
def test_the_lint_hook_names_the_mistake_and_fails(
    hooks: Path, repository: Path, cache: Path
) -> None:
    done = _try("afr-content-lint", hooks, repository, cache)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "content/post/bad.md:3:1: warning: Unknown key `subtiltle`" in done.stdout
    assert "config/_default/menus.yaml:4:7: warning: Unknown key `main[0].wieght`" in done.stdout
    assert "README.md" not in done.stdout


@pytest.mark.xdist_group("pre-commit")
def test_the_fmt_hook_formats_and_fails_once(hooks: Path, repository: Path, cache: Path) -> None:
    first = _try("afr-content-fmt", hooks, repository, cache)
    assert first.returncode == 1, first.stdout + first.stderr
    text = (repository / "content/post/untidy.md").read_text("utf-8")
    assert text == '---\ntitle: News\n\ntags: ["a", "b"]\n---\nText.\n'
    assert (repository / "config/_default/menus.yaml").read_text("utf-8") == MENUS
    assert _try("afr-content-fmt", hooks, repository, cache).returncode == 0
