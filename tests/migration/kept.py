"""The sites of these tests, what `migrate` says of each, and the content that it writes.

In a site's folder, `.expected` is the report and `.after/` the content. After a change that is
meant, `python -m tests.migration.kept` writes both anew, to be read through.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from click.testing import CliRunner, Result

from afr_content.cli import main

HERE = Path(__file__).parent
SITES = sorted(path for path in HERE.iterdir() if (path / "afr-content.toml").is_file())


def migrate(site: Path, *arguments: str) -> Result:
    """What `afr-content migrate` says in the folder of a site."""
    before = Path.cwd()
    os.chdir(site)
    try:
        return CliRunner().invoke(main, ["migrate", *arguments], catch_exceptions=False)
    finally:
        os.chdir(before)


def said(done: Result) -> str:
    """The report, its last line, and the exit code."""
    return f"{done.stdout}{done.stderr}exit code {done.exit_code}\n"


def content(folder: Path) -> dict[str, bytes]:
    """The files of a content folder, by name."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)}


@contextmanager
def copied(site: Path) -> Iterator[Path]:
    """A copy of a site, without what is kept of it."""
    with tempfile.TemporaryDirectory() as folder:
        yield shutil.copytree(site, Path(folder) / "site", ignore=shutil.ignore_patterns(".*"))


def keep(site: Path) -> None:
    """Write anew what is kept of a site."""
    with copied(site) as copy:
        (site / ".expected").write_text(said(migrate(copy)), "utf-8")
        migrate(copy, "--apply")
        shutil.rmtree(site / ".after", ignore_errors=True)
        shutil.copytree(copy / "content", site / ".after")


if __name__ == "__main__":
    for site in SITES:
        keep(site)
