"""`afr-content fmt`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import click

from afr_content.cli import common
from afr_content.cli.diff import unified
from afr_content.errors import FrontMatterError
from afr_content.files import write_atomically
from afr_content.formatting import InvariantError, format_text
from afr_content.page import Page
from afr_content.parallel import available_cores, ordered_map
from afr_content.reporters.places import shown_path


@click.command("fmt")
@common.paths_argument
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file would change.")
@click.option("--diff", is_flag=True, help="Show what would change, write nothing.")
@common.stdin_option
@common.jobs_option
@common.site_options
def command(
    paths: tuple[Path, ...],
    check: bool,
    diff: bool,
    stdin_filename: Path | None,
    jobs: int | None,
    workspace: common.Workspace,
) -> None:
    """Bring front matter into its canonical form. What Hugo builds stays the same, byte for byte.

    PATHS are files or folders; by default the site around the current folder. A file whose front
    matter does not parse is left as it is and named: `afr-content lint` says what is wrong there.

    Exit code: 0 done (with --check: nothing to do), 1 files would change or could not be
    formatted, 2 wrong usage or a file that cannot be read or written.
    """
    report = Report(write=not (check or diff), diff=diff, check=check)
    if stdin_filename:
        report.stdin(formatted(workspace.page(stdin_filename, common.read_stdin())))
    else:
        files = workspace.files(paths)
        for outcome in ordered_map(Formatter(workspace), files, jobs or available_cores()):
            report.add(outcome)
        report.show()
    sys.exit(report.exit_code())


@dataclass(frozen=True)
class Outcome:
    """What came of one file: its new text, or why there is none.

    `before` is the old text where the new one differs.
    """

    path: Path
    before: str | None = None
    text: str = ""
    problem: str = ""
    is_trouble: bool = False


@dataclass(frozen=True)
class Formatter:
    """Formats files, in this process or in others."""

    workspace: common.Workspace

    def __call__(self, path: Path) -> Outcome:
        """The outcome for a file."""
        return formatted(self.workspace.read(path))


def formatted(page: Page) -> Outcome:
    """The outcome for a page."""
    source = page.source
    if page.is_settings:
        return Outcome(page.path, text=source.text)  # no front matter, whatever it looks like
    if source.trouble:
        return Outcome(page.path, problem=f" {source.trouble}", is_trouble=True)
    model = None if page.site.is_academic else page.declared_model
    try:
        text = format_text(source.text, model=model, key_order=page.site.config.key_order)
    except InvariantError as error:
        problem = f" left as it is: {error}. This is a bug in afr-content, please report it"
        return Outcome(page.path, text=source.text, problem=problem)
    except FrontMatterError as refused:
        line, column = source.position(refused.error.offset)
        problem = f"{line}:{column}: not formatted: {refused}; `afr-content lint` says more"
        return Outcome(page.path, text=source.text, problem=problem)
    return Outcome(page.path, source.text if text != source.text else None, text)


class Report:
    """All outcomes, written or shown."""

    def __init__(self, *, write: bool, diff: bool, check: bool) -> None:
        self._write, self._diff, self._check = write, diff, check
        self._files = self._changed = self._refused = self._troubled = 0

    def add(self, outcome: Outcome) -> None:
        """Take in what came of a file: write it, or say what would change."""
        self._files += 1
        if self._is_refused(outcome) or outcome.before is None:
            return
        if self._diff:
            click.echo(unified(outcome.path, outcome.before, outcome.text))
        elif not self._write:
            click.echo(f"would format {shown_path(outcome.path)}")
        elif not self._written(outcome):
            return
        self._changed += 1

    def stdin(self, outcome: Outcome) -> None:
        """Hand a text on; what cannot be formatted is handed on as it came."""
        self._is_refused(outcome)
        self._changed += outcome.before is not None
        if self._write:
            common.write_stdout(outcome.text)
        elif self._diff and outcome.before is not None:
            click.echo(unified(outcome.path, outcome.before, outcome.text))

    def _is_refused(self, outcome: Outcome) -> bool:
        if not outcome.problem:
            return False
        common.say(f"{shown_path(outcome.path)}:{outcome.problem}")
        self._refused += not outcome.is_trouble
        self._troubled += outcome.is_trouble
        return True

    def _written(self, outcome: Outcome) -> bool:
        try:
            write_atomically(outcome.path, outcome.text)
        except OSError as error:
            reason = error.strerror or str(error)
            common.say(f"{shown_path(outcome.path)}: not written: {reason}")
            self._troubled += 1
            return False
        return True

    def show(self) -> None:
        """How many files there were and what became of them."""
        verb = "formatted" if self._write else "would change"
        unchanged = self._files - self._changed - self._refused - self._troubled
        parts = [
            f"{common.count(self._changed, 'file')} {verb}" if self._changed else "",
            f"{common.count(unchanged, 'file')} left unchanged" if unchanged else "",
            f"{common.count(self._refused, 'file')} could not be formatted"
            if self._refused
            else "",
        ]
        if self._troubled:
            parts.append(f"{common.count(self._troubled, 'file')} could not be read or written")
        common.say(", ".join(filter(None, parts)) or "No files")

    def exit_code(self) -> int:
        """0, 1 or 2, as the command's help says."""
        if self._troubled:
            return common.TROUBLE
        wanted = self._changed and self._check
        return common.FINDINGS if wanted or self._refused else common.CLEAN
