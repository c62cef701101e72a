"""`afr-content verify`."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import click

from afr_content.cli import common, differences
from afr_content.parallel import available_cores, ordered_map
from afr_content.proof import complaints, fitting
from afr_content.proof.building import Built, HangingError
from afr_content.proof.program import NoProgramError, Program, ProgramError, find_program
from afr_content.proof.proving import Bench, Proof, bench, prove
from afr_content.reporters.places import printable, shown_path
from afr_content.site import Site


@click.command("verify")
@click.argument("path", default=".", type=click.Path(exists=True, path_type=Path))
@click.option("--fix", is_flag=True, help="Show what the safe fixes of `lint` change.")
@click.option("--hugo", "chosen", metavar="PATH", help="The Hugo to build with; else that on PATH.")
@click.option(
    "--timeout",
    type=click.IntRange(1),
    default=600,
    show_default=True,
    metavar="SECONDS",
    help="How long one build may take.",
)
@click.option("-v", "--verbose", is_flag=True, help="Show whole diffs and Hugo's warnings too.")
@common.jobs_option
@common.site_options
def command(
    path: Path,
    fix: bool,
    chosen: str | None,
    timeout: int,
    verbose: bool,
    jobs: int | None,
    workspace: common.Workspace,
) -> None:
    """Prove with Hugo that formatting a site changes nothing of it.

    Builds the site around PATH in a temporary folder, as it is and as `fmt` would write it,
    compares every file and shows what differs. With --fix it shows what `lint --fix` would change
    of the built pages. Nothing is written into the site.

    Exit code: 0 nothing differs, 1 something does, 2 wrong usage, or the site does not build as it
    is. With --fix: 0 whatever the fixes change, 1 when the site does not build with them.
    """
    site = workspace.site(path if path.is_dir() else path.parent)
    if not site.is_one:
        common.fail(f"{shown_path(path)}: there is no Hugo site here, nor in a folder above")
    program = _program(chosen, site)
    revision = (_fixed if fix else _formatted)(workspace, site, jobs or available_cores())
    with _ends_tidily(timeout), bench(site.root, program, timeout) as at:
        proof = prove(at, revision.texts, even_if_broken=fix)
        code = Report(site, at, fix=fix, verbose=verbose).show(proof, revision)
    sys.exit(code)


def _program(chosen: str | None, site: Site) -> Program:
    try:
        return find_program(chosen)
    except NoProgramError as error:
        lines = [f"{error}; `verify` builds the site with it", fitting.what_fits(site)]
        lines += [f"Install one: {fitting.how_to_get(site)}", "Or name one: `--hugo PATH`"]
        common.fail("\n  ".join(filter(None, lines)))
    except ProgramError as error:
        common.fail(str(error))


class Revision(NamedTuple):
    """The new texts of files, how many files were looked at, and how many could not be done."""

    texts: Mapping[Path, str]
    files: int
    refused: int = 0


def _formatted(workspace: common.Workspace, site: Site, jobs: int) -> Revision:
    """What `fmt` would write. Files that it leaves alone are named."""
    from afr_content.cli.fmt import Formatter

    files = workspace.files([site.root])
    outcomes = list(ordered_map(Formatter(workspace), files, jobs))
    refused = [outcome for outcome in outcomes if outcome.problem]
    for outcome in refused:
        common.say(f"{shown_path(outcome.path)}:{outcome.problem}")
    texts = {outcome.path: outcome.text for outcome in outcomes if outcome.before is not None}
    return Revision(texts, len(files), len(refused))


def _fixed(workspace: common.Workspace, site: Site, jobs: int) -> Revision:
    """What `lint --fix` would write."""
    from afr_content.inspection import Order, inspect
    from afr_content.registry import UnknownRuleError

    files = workspace.files([site.root], settings=True)
    try:
        outcomes = inspect(workspace, Order(fix=True), files, jobs=jobs)
    except UnknownRuleError as error:
        common.fail(str(error))
    texts = {item.path: item.mended.text for item in outcomes if item.mended}
    return Revision(texts, len(files))


@contextmanager
def _ends_tidily(timeout: int) -> Iterator[None]:
    """Say what stopped the builds, when the temporary folder is gone already."""
    handler = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        common.fail("interrupted; nothing was written")
    except HangingError:
        common.fail(
            f"Hugo was stopped: a build took more than {common.count(timeout, 'second')}; "
            "`--timeout SECONDS` gives it longer"
        )
    except BrokenPipeError:
        raise  # nobody reads on: that is for the command line to end
    except OSError as error:
        place = f"{shown_path(Path(error.filename))}: " if error.filename else ""
        common.fail(f"the site cannot be copied and built: {place}{error.strerror or error}")
    finally:
        signal.signal(signal.SIGTERM, handler)


class Report:
    """Shows what the builds came to."""

    def __init__(self, site: Site, at: Bench, *, fix: bool, verbose: bool) -> None:
        self._site, self._at = site, at
        self._done, self._verbose = "fixed" if fix else "formatted", verbose
        self._fix = fix

    def show(self, proof: Proof, revision: Revision) -> int:
        """Show it all; gives the exit code."""
        if self._verbose:
            self._say(complaints.warnings(proof.before.output, self._at.copy.surroundings))
        if not proof.before.is_done:
            return self._unbuilt(proof)
        if proof.after and not proof.after.is_done:
            return self._broken(proof.after)
        self._compared(proof, revision)
        return common.FINDINGS if proof.changed and not self._fix else common.CLEAN

    def _unbuilt(self, proof: Proof) -> int:
        self._failed(proof.before, f"the site does not build as it is, with {self._hugo}")
        if proof.after and proof.after.is_done:
            common.say(f"With the fixes it builds: {common.count(proof.files, 'file')}")
            return common.CLEAN
        return common.TROUBLE

    def _broken(self, after: Built) -> int:
        what = "the fixes" if self._fix else "formatting"
        self._failed(
            after,
            f"the site builds as it is, but no longer after {what}. This is a bug in afr-content, "
            "please report it",
        )
        return common.FINDINGS

    def _failed(self, built: Built, what: str) -> None:
        common.say(f"afr-content: {what}")
        self._say(complaints.errors(built.output, self._at.copy.surroundings))
        program = self._at.builder.program
        hints = [complaints.advice(built.output, program)]
        if not fitting.fits(self._site, program.version):
            hints.append(fitting.what_fits(self._site))
        for hint in filter(None, hints):
            common.say(f"  = {hint}")

    @property
    def _hugo(self) -> str:
        return f"Hugo {self._at.builder.program.version}"

    def _say(self, messages: list[str]) -> None:
        """Hugo's words, with the files as the user knows them."""
        root, shown = f"{self._site.root.resolve()}/", shown_path(self._site.root)
        below = "" if shown == "." else f"{shown}/"
        most = len(messages) if self._verbose else _MOST_MESSAGES
        for message in messages[:most]:
            for line in message.replace(root, below).splitlines():
                common.say(f"  {printable(line.expandtabs(4))}")
        if len(messages) > most:
            common.say(f"  … and {len(messages) - most} more like these; `-v` shows all")

    def _compared(self, proof: Proof, revision: Revision) -> None:
        if proof.after:
            before, after = proof.before.folder, proof.after.folder
            for line in differences.shown(before, after, proof.changed, whole=self._verbose):
                click.echo(line)
        click.echo(f"{common.count(proof.files, 'file')}, {len(proof.changed)} changed")
        common.say(self._how(revision))
        if proof.unsteady:
            names = differences.listed(proof.unsteady, whole=self._verbose)
            common.say(f"Not counted, since builds of the same site differ there too: {names}")

    def _how(self, revision: Revision) -> str:
        """What was built."""
        if not revision.texts:
            text = f"Built with {self._hugo} once: nothing to be {self._done} in {{files}}"
        else:
            text = (
                f"Built with {self._hugo} as it is and with {len(revision.texts)} of "
                f"{{files}} {self._done}"
            )
        if revision.refused:
            text += f"; {common.count(revision.refused, 'file')} could not be formatted"
        return text.format(files=common.count(revision.files, "file"))


_MOST_MESSAGES = 3
