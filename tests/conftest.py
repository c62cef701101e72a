"""What the tests share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest
from click.testing import CliRunner, Result

from afr_content.cli import main

EXAMPLES = Path(__file__).parent.parent / "examples"

# The same examples each time, so that a change is judged by what it changed;
# `pytest --hypothesis-profile=wander` looks for new ones.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis.settings.register_profile("wander", max_examples=2_000, deadline=None)
hypothesis.settings.load_profile("steady")

Run = Callable[..., Result]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty site that the test stands in; its Hugo and theme are named in its configuration."""
    (tmp_path / "content").mkdir()
    (tmp_path / "afr-content.toml").write_text(
        'theme-version = "5.3"\nhugo-version = "0.111.3"\n', "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run() -> Run:
    """Run `afr-content` with some arguments, as a user would."""

    def invoke(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, list(arguments), input=stdin, catch_exceptions=False)

    return invoke


def write(path: Path, text: str) -> Path:
    """A file with its folders; line ends as given."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return path
