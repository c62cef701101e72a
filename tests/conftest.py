"""What the tests share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from afr_content.cli import main

EXAMPLES = Path(__file__).parent.parent / "examples"

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
