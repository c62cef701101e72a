"""Builds a site as it is and with other texts, and says what differs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from afr_content.proof.building import Builder, Built
from afr_content.proof.comparing import content, count, differing, is_apart
from afr_content.proof.program import Program
from afr_content.proof.site_copy import SiteCopy


class Proof(NamedTuple):
    """What two kinds of builds made of a site.

    `after` is None when the site was built once: there was no other text to build with, or nothing
    to compare with. `files` counts what was built. `changed` names the files that are not the same,
    `unsteady` those that differ from build to build whatever the texts: paths below the output.
    """

    before: Built
    after: Built | None = None
    files: int = 0
    changed: tuple[str, ...] = ()
    unsteady: tuple[str, ...] = ()


class Bench(NamedTuple):
    """A site's copy in a temporary folder, and the Hugo that builds it there."""

    copy: SiteCopy
    builder: Builder
    outputs: Path

    def original(self, name: str) -> Built:
        """Build the site as it is, into an output folder of that name."""
        self.copy.restore()
        return self._build(name)

    def revised(self, name: str, texts: Mapping[Path, str]) -> Built:
        """Build the site with those texts."""
        self.copy.revise(texts)
        return self._build(name)

    def _build(self, name: str) -> Built:
        self.copy.forget_build()
        return self.builder.build(self.copy.root, self.outputs / name)


@contextmanager
def bench(site: Path, program: Program, seconds: float) -> Iterator[Bench]:
    """A place to build the site, gone afterwards. `seconds` is how long one build may take.

    Raises OSError when the site cannot be copied.
    """
    clock = datetime.now(UTC).isoformat(timespec="seconds")
    with TemporaryDirectory(prefix="afr-content-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        yield Bench(SiteCopy(site, folder), Builder(program, clock, seconds), folder)


def prove(at: Bench, texts: Mapping[Path, str], *, even_if_broken: bool) -> Proof:
    """Build the site as it is and with `texts` in the place of what its files hold.

    Where files differ both are built again, since few sites come out the same each time: pages that
    tie stand in the order of chance. `even_if_broken` builds with the texts also when the site does
    not build as it is: they may mend it. Raises HangingError, OSError.
    """
    before = at.original("before")
    if not texts or not (before.is_done or even_if_broken):
        return Proof(before, files=count(before.folder))
    after = at.revised("after", texts)
    if not (before.is_done and after.is_done):
        return Proof(before, after, count(after.folder))
    files, suspects = differing(before.folder, after.folder)
    changed = _confirmed(at, texts, suspects)
    unsteady = sorted({*suspects} - {*changed})
    return Proof(before, after, files, tuple(changed), tuple(unsteady))


_MOST_ROUNDS = 8
_PATIENCE = 2
"""How many rounds of building both again may clear nobody: a page that chance makes one of two ways
is then taken for a changed one once in 32 times."""


_Contents = dict[str, bytes | None]


def _confirmed(at: Bench, texts: Mapping[Path, str], suspects: list[str]) -> list[str]:
    """The suspects that stay apart however often the site is built.

    A suspect that is cleared shows that chance is at work, so others are looked at for longer.
    """
    originals = [_contents(at.outputs / "before", suspects)]
    revised = [_contents(at.outputs / "after", suspects)]
    patience = _PATIENCE
    for _ in range(_MOST_ROUNDS):
        if not (suspects and patience):
            break
        originals.append(_taken(at.original("again"), suspects))
        revised.append(_taken(at.revised("again", texts), suspects))
        apart = [name for name in suspects if _stays_apart(name, originals, revised)]
        patience = patience - 1 if apart == suspects else _PATIENCE
        suspects = apart
    return suspects


def _taken(built: Built, names: Sequence[str]) -> _Contents:
    """What a build made of some files; the folder, which may be large, is then gone."""
    contents = _contents(built.folder, names)
    shutil.rmtree(built.folder, ignore_errors=True)
    return contents


def _contents(folder: Path, names: Sequence[str]) -> _Contents:
    return {name: content(folder, name) for name in names}


def _stays_apart(name: str, originals: list[_Contents], revised: list[_Contents]) -> bool:
    return is_apart([made[name] for made in originals], [made[name] for made in revised])
