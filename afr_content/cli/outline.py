"""`afr-content outline`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from afr_content.cli import common, findings
from afr_content.files import write_atomically
from afr_content.inspection import Order, survey
from afr_content.outline.build import build
from afr_content.outline.model import Outline
from afr_content.outline.part import part_of
from afr_content.parallel import available_cores
from afr_content.registry import UnknownRuleError
from afr_content.reporters.places import shown_path
from afr_content.source import absolute


@click.command("outline")
@click.argument("path", required=False, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--all", "everything", is_flag=True, help="Show the pages of each list, not their number."
)
@click.option(
    "--output-format",
    type=click.Choice(["tree", "json"]),
    default="tree",
    show_default=True,
    help="How the outline is shown.",
)
@click.option(
    "--html",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write a page that shows the outline to this file.",
)
@click.option("--force", is_flag=True, help="Write over a file that is no outline.")
@click.option("-v", "--verbose", is_flag=True, help="Show findings of severity info too.")
@common.jobs_option
@common.site_options
def command(
    path: Path | None,
    everything: bool,
    output_format: str,
    target: Path | None,
    force: bool,
    verbose: bool,
    jobs: int | None,
    workspace: common.Workspace,
) -> None:
    """Show the site as a visitor meets it: menus, pages, the sections of each page.

    Sections stand in the order in which they are shown, hidden ones marked, with what `lint` finds
    beside them. PATH is a site, or a folder or file in one: then only what belongs to it is shown.
    By default it is the site around the current folder.

    With --html the outline is a page of its own, with nothing to fetch: each page of the site drawn
    as a wireframe, with links to the files. An outline that is there already is replaced, any other
    file is not.

    Exit code: 0 whatever is found, 2 wrong usage or a file that cannot be read or written.
    """
    if target and not force:
        _spare_others(target)
    outline = _outline(workspace, path, Order(verbose=verbose), jobs or available_cores())
    if target:
        _write(target, outline)
    elif output_format == "json":
        from afr_content.outline import json_outline

        click.echo(json_outline.report(outline))
    else:
        from afr_content.outline import tree

        colour = False if os.environ.get("NO_COLOR") else None
        for line in tree.report(outline, everything=everything):
            click.echo(line, color=colour)
    unreadable = any(finding.name == findings.UNREADABLE for finding in outline.findings)
    sys.exit(common.TROUBLE if unreadable else common.CLEAN)


def _outline(workspace: common.Workspace, path: Path | None, order: Order, jobs: int) -> Outline:
    """The outline of what the user asked for."""
    part = absolute(path or Path.cwd())
    site = workspace.site(part if part.is_dir() else part.parent)
    if not site.is_one:
        common.fail(f"{shown_path(part)}: there is no Hugo site here, nor in a folder above")
    files = workspace.files((site.root,), settings=True)
    try:
        outline = build(*survey(workspace, order, site, files, jobs=jobs))
    except UnknownRuleError as error:
        common.fail(str(error))
    content = site.content_folders.values()
    if path is None or all(folder.is_relative_to(part) for folder in content):
        return outline
    outline = part_of(outline, part)
    if not outline.languages:
        common.fail(f"{shown_path(part)}: the site has no page that is made of this")
    return outline


def _spare_others(target: Path) -> None:
    """End the program when there is a file that is no outline of ours."""
    from afr_content.outline.html import is_ours

    try:
        is_spared = target.exists() and target.stat().st_size > 0 and not is_ours(target)
    except OSError as error:
        common.fail(f"{shown_path(target)}: {error.strerror or error}")
    if is_spared:
        common.fail(
            f"{shown_path(target)}: there is a file that is no outline; not written\n"
            "  Name another file, or write over it with `--force`"
        )


def _write(target: Path, outline: Outline) -> None:
    from afr_content.outline.html import report
    from afr_content.outline.words import summary

    try:
        target.touch()
        write_atomically(target, report(outline, target))
    except OSError as error:
        common.fail(f"{shown_path(target)}: not written: {error.strerror or error}")
    common.say(f"{shown_path(target)} written: {summary(outline)}")
