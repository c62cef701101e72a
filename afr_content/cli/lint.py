"""`afr-content lint`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from afr_content.cli import common
from afr_content.cli.diff import unified
from afr_content.diagnostics import Diagnostic, Severity
from afr_content.files import write_atomically
from afr_content.fixer import Fixed, fix_page, is_fixable
from afr_content.linter import Selection, lint_page
from afr_content.page import Page
from afr_content.registry import UnknownRuleError
from afr_content.reporters import FORMATS, reporter

UNREADABLE = "unreadable-file"


@click.command("lint")
@common.paths_argument
@click.option("--fix", is_flag=True, help="Mend what can be mended safely.")
@click.option(
    "--unsafe-fixes", is_flag=True, help="Mend also where the author may have meant something else."
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
@click.option(
    "--stdin-filename",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Check standard input as if it were this file.",
)
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
    config_file: Path | None,
    hugo_version: object,
    theme_version: object,
) -> None:
    """Find mistakes in the front matter of content files.

    PATHS are files or folders; by default the site around the current folder.

    Exit code: 0 nothing found, 1 errors or warnings, 2 wrong usage or a file that cannot be read.
    """
    workspace = common.Workspace(config_file, hugo_version, theme_version)  # type: ignore[arg-type]
    run = Run(output_format, fix=fix or unsafe_fixes, unsafe=unsafe_fixes, diff=diff)
    if stdin_filename:
        pages: Iterable[Page] = [workspace.page(stdin_filename, common.read_stdin())]
        run.to_stdout = run.fix and not diff
    else:
        pages = workspace.pages(paths)
    try:
        for page in pages:
            run.page(page, selection_for(page, select, ignore, verbose=verbose))
    except UnknownRuleError as error:
        common.fail(str(error))
    run.report()
    sys.exit(run.exit_code())


def selection_for(
    page: Page, select: tuple[str, ...], ignore: tuple[str, ...], *, verbose: bool
) -> Selection:
    """The rules that the command line asks for, else the site's configuration."""
    config = page.site.config
    return _selection(
        tuple(_words(select) or config.select),
        (*_words(ignore), *config.ignore),
        verbose,
    )


def _words(values: tuple[str, ...]) -> list[str]:
    return [word.strip() for value in values for word in value.split(",") if word.strip()]


_selections: dict[tuple[tuple[str, ...], tuple[str, ...], bool], Selection] = {}


def _selection(select: tuple[str, ...], ignore: tuple[str, ...], verbose: bool) -> Selection:
    key = (select, ignore, verbose)
    if key not in _selections:
        _selections[key] = Selection.of(select, ignore, verbose=verbose)
    return _selections[key]


class Run:
    """One run over all files: what is left to report, what was fixed, what went wrong."""

    def __init__(self, output_format: str, *, fix: bool, unsafe: bool, diff: bool) -> None:
        self.fix, self.unsafe, self.diff = fix or diff, unsafe, diff
        self.to_stdout = False
        self._format = output_format
        self._diagnostics: list[Diagnostic] = []
        self._files = 0
        self._fixed = 0
        self._trouble = False

    def page(self, page: Page, selection: Selection) -> None:
        """Check a page, and mend it if that was asked for."""
        self._files += 1
        if self.fix and not page.source.trouble:
            self._diagnostics += self._fix(page, selection)
        else:
            self._diagnostics += lint_page(page, selection)

    def _fix(self, page: Page, selection: Selection) -> Iterable[Diagnostic]:
        fixed = fix_page(page, selection, unsafe=self.unsafe)
        changed = fixed.source.text != page.source.text
        if self.diff:
            if changed:
                click.echo(unified(page.path, page.source.text, fixed.source.text))
            return lint_page(page, selection)
        if self.to_stdout:
            common.write_stdout(fixed.source.text)
        elif changed and not self._write(fixed):
            return lint_page(page, selection)
        self._fixed += len(fixed.applied)
        return fixed.remaining

    def _write(self, fixed: Fixed) -> bool:
        try:
            write_atomically(fixed.source.path, fixed.source.text)
        except OSError as error:
            common.say(f"afr-content: {fixed.source.path}: not written: {error.strerror or error}")
            self._trouble = True
            return False
        return True

    def report(self) -> None:
        """Show the findings on standard output and the count beside it."""
        quiet = self.diff or self.to_stdout
        for line in reporter(self._format)(self._diagnostics):
            click.echo(line, err=quiet)
        if self._format == "text":
            common.say(self._summary())

    def _summary(self) -> str:
        tally = Counter(item.severity for item in self._diagnostics)
        found = [
            common.count(tally[s], s.value) for s in (Severity.ERROR, Severity.WARNING) if tally[s]
        ]
        if tally[Severity.INFO]:
            found.append(f"{tally[Severity.INFO]} info")
        text = f"{', '.join(found) or 'No findings'} in {common.count(self._files, 'file')}"
        if self._fixed and not self.diff:
            text += f", {self._fixed} fixed"
        fixable = sum(is_fixable(item, unsafe=False) for item in self._diagnostics)
        if fixable and not self.fix:
            text += f"; {fixable} can be mended with `--fix`"
        return text

    def exit_code(self) -> int:
        """0, 1 or 2, as the command's help says."""
        if self._trouble or any(item.name == UNREADABLE for item in self._diagnostics):
            return common.TROUBLE
        if any(item.severity is not Severity.INFO for item in self._diagnostics):
            return common.FINDINGS
        return common.CLEAN
