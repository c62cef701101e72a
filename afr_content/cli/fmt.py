"""`afr-content fmt`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from afr_content.cli import common
from afr_content.cli.diff import unified
from afr_content.errors import FrontMatterError
from afr_content.files import write_atomically
from afr_content.formatting import InvariantError, format_text
from afr_content.page import Page
from afr_content.reporters.places import shown_path


@click.command("fmt")
@common.paths_argument
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file would change.")
@click.option("--diff", is_flag=True, help="Show what would change, write nothing.")
@click.option(
    "--stdin-filename",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Format standard input as if it were this file.",
)
@common.site_options
def command(
    paths: tuple[Path, ...],
    check: bool,
    diff: bool,
    stdin_filename: Path | None,
    config_file: Path | None,
    hugo_version: object,
    theme_version: object,
) -> None:
    """Bring front matter into its canonical form. What Hugo builds stays the same, byte for byte.

    PATHS are files or folders; by default the site around the current folder. A file whose front
    matter does not parse is left as it is and named: `afr-content lint` says what is wrong there.

    Exit code: 0 done (with --check: nothing to do), 1 files would change or could not be
    formatted, 2 wrong usage or a file that cannot be read or written.
    """
    workspace = common.Workspace(config_file, hugo_version, theme_version)  # type: ignore[arg-type]
    run = Run(write=not (check or diff), diff=diff, check=check)
    if stdin_filename:
        run.stdin(workspace.page(stdin_filename, common.read_stdin()))
    else:
        for page in workspace.pages(paths):
            run.page(page)
        run.report()
    sys.exit(run.exit_code())


class Run:
    """One run over all files, and what came of it."""

    def __init__(self, *, write: bool, diff: bool, check: bool) -> None:
        self._write, self._diff, self._check = write, diff, check
        self._files = self._changed = self._refused = 0
        self._trouble = False

    def page(self, page: Page) -> None:
        """Format a file, or say what would change."""
        self._files += 1
        if page.source.trouble:
            self._say(page, page.source.trouble)
            self._trouble = True
            return
        text = self._formatted(page)
        if text is None or text == page.source.text:
            return
        if self._diff:
            click.echo(unified(page.path, page.source.text, text))
        elif not self._write:
            click.echo(f"would format {shown_path(page.path)}")
        elif not self._written(page, text):
            return
        self._changed += 1

    def stdin(self, page: Page) -> None:
        """Format a text and hand it on; what cannot be formatted is handed on as it came."""
        text = self._formatted(page)
        result = page.source.text if text is None else text
        self._changed += result != page.source.text
        if self._diff and result != page.source.text:
            click.echo(unified(page.path, page.source.text, result))
        elif self._write:
            common.write_stdout(result)

    def _formatted(self, page: Page) -> str | None:
        model = None if page.site.is_academic else page.model
        try:
            return format_text(page.source.text, model=model, key_order=page.site.config.key_order)
        except InvariantError as error:
            self._say(
                page, f"left as it is: {error}. This is a bug in afr-content, please report it"
            )
        except FrontMatterError as refused:
            line, column = page.source.position(refused.error.offset)
            path = f"{shown_path(page.path)}:{line}:{column}"
            common.say(f"{path}: not formatted: {refused}; `afr-content lint` says more")
        self._refused += 1
        return None

    def _written(self, page: Page, text: str) -> bool:
        try:
            write_atomically(page.path, text)
        except OSError as error:
            self._say(page, f"not written: {error.strerror or error}")
            self._trouble = True
            return False
        return True

    def _say(self, page: Page, message: str) -> None:
        common.say(f"{shown_path(page.path)}: {message}")

    def report(self) -> None:
        """How many files there were and what became of them."""
        verb = "formatted" if self._write else "would change"
        unchanged = self._files - self._changed - self._refused
        parts = [
            f"{common.count(self._changed, 'file')} {verb}" if self._changed else "",
            f"{common.count(unchanged, 'file')} left unchanged" if unchanged else "",
            f"{common.count(self._refused, 'file')} could not be formatted"
            if self._refused
            else "",
        ]
        common.say(", ".join(filter(None, parts)) or "No files")

    def exit_code(self) -> int:
        """0, 1 or 2, as the command's help says."""
        if self._trouble:
            return common.TROUBLE
        wanted = self._changed and self._check
        return common.FINDINGS if wanted or self._refused else common.CLEAN
