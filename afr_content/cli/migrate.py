"""`afr-content migrate`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from afr_content.census import Census
from afr_content.cli import common
from afr_content.cli.diff import unified
from afr_content.facts import facts_of
from afr_content.migration import report
from afr_content.migration.applying import apply
from afr_content.migration.blocks import CSL_SINCE, LANDING_SINCE
from afr_content.migration.page import Landing
from afr_content.migration.plan import Plan, plan
from afr_content.reporters.places import shown_path
from afr_content.site import find_root
from afr_content.source import absolute
from afr_content.theme import ThemeVersion


def _target(_: object, __: object, value: str | None) -> ThemeVersion:
    """The theme to write for. Raises BadParameter for one that has no landing pages."""
    try:
        target = ThemeVersion.parse(value) if value else CSL_SINCE
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    if target < LANDING_SINCE:
        raise click.BadParameter(f"the theme has landing pages from {LANDING_SINCE} on")
    return target


@click.command("migrate")
@common.paths_argument
@click.option("--apply", "applying", is_flag=True, help="Write the pages, remove what is in them.")
@click.option("--diff", is_flag=True, help="Show what would be written and removed.")
@click.option(
    "--theme",
    "target",
    callback=_target,
    metavar="VERSION",
    help="The theme to write for, such as 5.9 (the default).",
)
@common.site_options
def command(
    paths: tuple[Path, ...],
    applying: bool,
    diff: bool,
    target: ThemeVersion,
    workspace: common.Workspace,
) -> None:
    """Rewrite widget pages (theme 5.0 to 5.7) as landing pages (5.8 and later).

    Each section's file becomes a block of its page, in the order in which they are shown, with its
    text and comments. PATHS are widget pages or folders; by default the site around the current
    folder. Nothing is written without --apply; then a file is removed only after the page that
    says the same has been written and read again.

    Exit code: 0 nothing to migrate, or done; 1 there is something to migrate, or something had no
    counterpart; 2 wrong usage or a file that cannot be read or written.
    """
    asked = [absolute(path) for path in paths or (Path.cwd(),)]
    for path in asked:
        if not path.exists():
            common.fail(f"{shown_path(path)}: there is no such file or folder")
    roots = dict.fromkeys(map(find_root, asked))
    plans = [_plan(workspace, root, _among(asked if paths else [root]), target) for root in roots]
    troubles = sum(_show(made, applying=applying, diff=diff) for made in plans)
    sys.exit(_exit_code(plans, applying=applying, troubles=troubles))


def _among(asked: Sequence[Path]) -> Callable[[Path], bool]:
    """Whether a widget page is asked for: by a folder around it, or by what is in its own."""
    return lambda page: any(path in page.parents or page.parent in path.parents for path in asked)


def _plan(
    workspace: common.Workspace, root: Path, wanted: Callable[[Path], bool], target: ThemeVersion
) -> Plan:
    facts = (facts_of(workspace.read(path)) for path in workspace.files([root]))
    return plan(Census(workspace.site(root), facts), workspace.read, target, wanted)


def _show(made: Plan, *, applying: bool, diff: bool) -> int:
    """Show or write a plan; comes back with how many pages could not be written."""
    if diff and not applying:
        for page in made.pages:
            click.echo("\n".join(_diffs(page)))
        return 0
    for line in report.lines(made):
        click.echo(line)
    written = [page for page in made.pages if applying and _is_written(page)]
    for line in (report.hint(made), report.summary(made, written if applying else None)):
        if line:
            common.say(line)
    return len(made.pages) - len(written) if applying else 0


def _diffs(page: Landing) -> list[str]:
    texts = page.old_texts
    made = [unified(page.target, texts.pop(page.target, ""), page.text)]
    return [*made, *(unified(path, text, "") for path, text in texts.items())]


def _is_written(page: Landing) -> bool:
    try:
        apply(page)
    except OSError as error:
        reason = error.strerror or str(error)
        common.say(f"{shown_path(Path(error.filename or page.target))}: {reason}")
        return False
    return True


def _exit_code(plans: Sequence[Plan], *, applying: bool, troubles: int) -> int:
    if troubles:
        return common.TROUBLE
    is_done = applying or not any(made.pages for made in plans)
    is_clean = all(made.is_clean for made in plans)
    return common.CLEAN if is_done and is_clean else common.FINDINGS
