"""One build of a site by Hugo."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from afr_content.proof.program import Program


class Built(NamedTuple):
    """What came of a build: all that Hugo said, and the folder with what it made."""

    is_done: bool
    output: str
    folder: Path


class HangingError(Exception):
    """Hugo was stopped because it took too long."""


class Builder(NamedTuple):
    """Builds sites as `hugo` does in their folder, the output elsewhere.

    `clock` is the time that Hugo takes for now (RFC 3339), so that pages which print it are alike
    and no page falls due between two builds. Hugo's own caches and environment are the user's: what
    was fetched once, modules and remote files, is not fetched again.
    """

    program: Program
    clock: str
    seconds: float

    def build(self, site: Path, folder: Path) -> Built:
        """Build the site into the folder. Raises HangingError, OSError."""
        command = [str(self.program.path), "--source", str(site), "--destination", str(folder)]
        if self.program.has_clock:
            command += ["--clock", self.clock]
        code, output = _run(command, self.seconds)
        return Built(code == 0, output, folder)


def _run(command: list[str], seconds: float) -> tuple[int, str]:
    """The exit code and what was said. The program never outlives this call."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={"GIT_TERMINAL_PROMPT": "0", **os.environ},
        start_new_session=True,  # a Ctrl-C comes to us first, and what Hugo calls ends with it
    )
    try:
        output, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        raise HangingError from None
    except BaseException:
        _end(process)
        raise
    return process.returncode, output.decode("utf-8", "replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and all that it started."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
