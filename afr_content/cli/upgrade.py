"""`afr-content upgrade`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

import click

from afr_content.cli import common, findings
from afr_content.cli.diff import unified
from afr_content.diagnostics import Diagnostic, Severity
from afr_content.hugo import NEWEST, HugoVersion
from afr_content.inspection import Outcome
from afr_content.parallel import available_cores
from afr_content.registry import UnknownRuleError
from afr_content.reporters import FORMATS, reporter
from afr_content.reporters.places import shown_path
from afr_content.site import Site
from afr_content.source import absolute
from afr_content.theme import ThemeVersion
from afr_content.upgrade.advising import Route, advise

NEWEST_THEME = ThemeVersion(5, 9, 7)
_LANDING = ThemeVersion(5, 8)
_Version = TypeVar("_Version", HugoVersion, ThemeVersion)


@click.command("upgrade")
@common.paths_argument
@click.option(
    "--theme",
    callback=partial(common.version_of, ThemeVersion.parse),
    metavar="VERSION",
    help="The version of the theme to come, such as 5.9.",
)
@click.option(
    "--hugo",
    callback=partial(common.version_of, HugoVersion.parse),
    metavar="VERSION",
    help="The Hugo to come, such as 0.152.",
)
@click.option("--diff", is_flag=True, help="Show the changes that can be made, write nothing.")
@click.option("--apply", "applying", is_flag=True, help="Make the changes that can be made.")
@click.option("-v", "--verbose", is_flag=True, help="Show findings of severity info too.")
@click.option(
    "--output-format",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    show_default=True,
    help="How findings are shown.",
)
@common.jobs_option
@common.site_options
def command(
    paths: tuple[Path, ...],
    theme: ThemeVersion | None,
    hugo: HugoVersion | None,
    diff: bool,
    applying: bool,
    verbose: bool,
    output_format: str,
    jobs: int | None,
    workspace: common.Workspace,
) -> None:
    """Tell what another theme or another Hugo would break or change on this site.

    PATHS are files or folders; by default the site around the current folder. Without --theme and
    --hugo, the newest ones that are known are looked at. What the site has now is taken from its
    files; --theme-version and --hugo-version say otherwise.

    Exit code: 0 nothing to do, 1 something is, 2 wrong usage or a file that cannot be read or
    written.
    """
    if diff and applying:
        raise click.UsageError("--diff shows what --apply writes: take one of them")
    files = workspace.files(paths, settings=True)
    site = workspace.site(files[0].parent if files else Path.cwd())
    there = _destination(site, theme, hugo)
    route = Route(
        common.Workspace(workspace.config_file, site.hugo, site.theme),
        common.Workspace(workspace.config_file, there.hugo, there.theme),
        site.root,
        tuple(absolute(path) for path in paths) or (site.root,),
    )
    report = Report(site, there, output_format, verbose=verbose)
    try:
        outcomes = advise(route, files, jobs=jobs or available_cores(), changing=diff or applying)
    except UnknownRuleError as error:
        common.fail(str(error))
    for outcome in outcomes:
        report.add(outcome, diff=diff, applying=applying)
    report.show(len(files))
    sys.exit(report.exit_code())


class Destination(NamedTuple):
    """The versions to come; one that nobody asked for stays as it is."""

    theme: ThemeVersion | None
    hugo: HugoVersion | None

    def __str__(self) -> str:
        return _named(self.theme, self.hugo)


def _named(theme: ThemeVersion | None, hugo: HugoVersion | None) -> str:
    parts = [f"theme {theme}"] if theme else []
    return " and ".join([*parts, f"Hugo {hugo}"] if hugo else parts)


def _destination(site: Site, theme: ThemeVersion | None, hugo: HugoVersion | None) -> Destination:
    """Where to go from the site as it is. Ends the program when that is no upgrade."""
    if not site.is_one:
        common.fail(f"{shown_path(site.root)}: there is no Hugo site here, nor in a folder above")
    if theme is None and hugo is None:
        theme, hugo = NEWEST_THEME if site.theme else None, NEWEST
    if theme and site.has_other_theme:
        common.fail("the site's theme is not Wowchemy: of others no version is known")
    if theme and site.theme is None:
        common.fail("nothing tells which theme the site has now; say so: `--theme-version 5.3`")
    if hugo and site.hugo is None:
        common.fail("nothing tells which Hugo the site has now; say so: `--hugo-version 0.111.3`")
    return Destination(_later("theme", site.theme, theme), _later("Hugo", site.hugo, hugo))


def _later(what: str, now: _Version | None, then: _Version | None) -> _Version | None:
    """The version to come: not before the one of now, and that one where the patch is left out."""
    if now is None or then is None or then >= now:
        return then or now
    if then[:2] != now[:2] or then[2] != 0:
        common.fail(
            f"the site has {what} {now}, and {then} is older; this command tells what an upgrade "
            "brings, and nothing of the way back"
        )
    return now


class Report:
    """All outcomes: what there is to say, what was changed, what went wrong."""

    def __init__(
        self, site: Site, there: Destination, output_format: str, *, verbose: bool
    ) -> None:
        self._site, self._there, self._format = site, there, output_format
        self._verbose = verbose
        self._diagnostics: list[Diagnostic] = []
        self._made = 0
        self._diff = self._trouble = False

    def add(self, outcome: Outcome, *, diff: bool, applying: bool) -> None:
        """Take in what came of a file; show its new text or write it, if it has one."""
        mended, found = outcome.mended, outcome.found
        self._diff = diff
        if mended and diff:
            click.echo(unified(outcome.path, mended.before, mended.text))
        if mended and applying and self._written(outcome.path, mended.text):
            self._made += mended.fixed
            found = mended.left
        self._diagnostics += self._shown(found)

    def _shown(self, found: Sequence[Diagnostic]) -> list[Diagnostic]:
        return [d for d in found if self._verbose or d.severity is not Severity.INFO]

    def _written(self, path: Path, text: str) -> bool:
        done = findings.is_written(path, text, is_new=not path.exists())
        self._trouble = self._trouble or not done
        return done

    def show(self, files: int) -> None:
        """Show the findings on standard output and what they amount to beside it."""
        for line in reporter(self._format)(self._diagnostics):
            click.echo(line, err=self._diff)
        if self._format == "text":
            common.say(f"From {_named(self._site.theme, self._site.hugo)} to {self._there}")
            common.say(self._summary(files))
            if hint := self._hint():
                common.say(hint)

    def _summary(self, files: int) -> str:
        text = findings.counted(self._diagnostics, files, nothing="Nothing to do")
        if self._made:
            return f"{text}, {common.count(self._made, 'change')} made"
        fixable = findings.fixable(self._diagnostics)
        return f"{text}; {fixable} can be done with `--apply`" if fixable else text

    def _hint(self) -> str:
        """What can be done besides."""
        now, then = self._site.theme, self._there.theme
        if self._site.is_academic and then and then >= (5,):
            return (
                f"From theme {now} to 5 more changes than is told here: kinds of pages, names of"
                " widgets, folders of images. Look at a starter of the newer theme too"
            )
        if now and then and now < _LANDING <= then:
            return (
                f"Widget pages go on working with theme {then}; "
                "`afr-content migrate` makes landing pages of them"
            )
        return ""

    def exit_code(self) -> int:
        """0, 1 or 2, as the command's help says."""
        return findings.exit_code(self._diagnostics, trouble=self._trouble)
