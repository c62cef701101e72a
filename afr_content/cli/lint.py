"""`afr-content lint`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from afr_content.cli import common, findings
from afr_content.diagnostics import Diagnostic
from afr_content.inspection import Mended, Order, Outcome, inspect
from afr_content.parallel import available_cores
from afr_content.registry import UnknownRuleError
from afr_content.reporters import FORMATS, reporter


@click.command("lint")
@common.paths_argument
@click.option("--fix", is_flag=True, help="Mend what can be mended safely.")
@click.option(
    "--unsafe-fixes",
    is_flag=True,
    help="Mend also where the author may have meant something else.",
)
@click.option("--diff", is_flag=True, help="Show the fixes, write nothing.")
@click.option(
    "--select",
    multiple=True,
    metavar="RULES",
    help="Only these rules, by code or name, with commas between.",
)
@click.option("--ignore", multiple=True, metavar="RULES", help="Not these rules.")
@click.option("-v", "--verbose", is_flag=True, help="Show findings of severity info too.")
@click.option(
    "--output-format",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    show_default=True,
    help="How findings are shown.",
)
@common.stdin_option
@common.jobs_option
@common.site_options
def command(
    paths: tuple[Path, ...],
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    verbose: bool,
    output_format: str,
    stdin_filename: Path | None,
    jobs: int | None,
    workspace: common.Workspace,
) -> None:
    """Find mistakes in the front matter of content files.

    PATHS are files or folders; by default the site around the current folder.

    Exit code: 0 nothing found, 1 errors or warnings, 2 wrong usage or a file that cannot be read.
    """
    fixing = fix or unsafe_fixes or diff
    order = Order(_words(select), _words(ignore), verbose, fixing, unsafe_fixes)
    files = [stdin_filename] if stdin_filename else workspace.files(paths, settings=True)
    texts = {stdin_filename: common.read_stdin()} if stdin_filename else {}
    stdin = texts[stdin_filename] if stdin_filename and fixing else None
    report = Report(output_format, diff=diff, stdin=stdin)
    try:
        for outcome in inspect(
            workspace, order, files, jobs=jobs or available_cores(), texts=texts
        ):
            report.add(outcome)
    except UnknownRuleError as error:
        common.fail(str(error))
    report.show()
    sys.exit(report.exit_code())


def _words(values: tuple[str, ...]) -> tuple[str, ...]:
    """The words of an option that may be given several times and may hold several with commas."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


class Report:
    """All outcomes: what is left to show, what was fixed, what went wrong."""

    def __init__(self, output_format: str, *, diff: bool, stdin: str | None) -> None:
        """`stdin` is the text that came in and goes out, where one does."""
        self._format, self._diff, self._stdin = output_format, diff, stdin
        self._diagnostics: list[Diagnostic] = []
        self._files = 0
        self._fixed = 0
        self._trouble = False

    def add(self, outcome: Outcome) -> None:
        """Take in what came of a file; write its new text, if it has one."""
        self._files += 1
        mended = outcome.mended
        if self._stdin is not None and not self._diff:
            common.write_stdout(mended.text if mended else self._stdin)
        self._diagnostics += self._settle(outcome, mended) if mended else outcome.found

    def _settle(self, outcome: Outcome, mended: Mended) -> Iterable[Diagnostic]:
        if self._diff:
            from afr_content.cli.diff import unified

            click.echo(unified(outcome.path, mended.before, mended.text))
            return outcome.found
        if self._stdin is None and not findings.is_written(outcome.path, mended.text):
            self._trouble = True
            return outcome.found
        self._fixed += mended.fixed
        return mended.left

    def show(self) -> None:
        """Show the findings on standard output and the count beside it."""
        for line in reporter(self._format)(self._diagnostics):
            click.echo(line, err=self._diff or self._stdin is not None)
        if self._format == "text":
            common.say(self._summary())

    def _summary(self) -> str:
        text = findings.counted(self._diagnostics, self._files, nothing="No findings")
        if self._fixed:
            return f"{text}, {self._fixed} fixed"
        fixable = findings.fixable(self._diagnostics)
        return f"{text}; {fixable} can be mended with `--fix`" if fixable else text

    def exit_code(self) -> int:
        """0, 1 or 2, as the command's help says."""
        return findings.exit_code(self._diagnostics, trouble=self._trouble)
