"""The Hugo binaries at hand: the one on `PATH` and those kept below `.hugo/`."""

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


@cache
def hugo_binaries() -> dict[str, Path]:
    """Map each version found, such as `0.147.9`, to its executable; oldest first."""
    kept = PROJECT.glob(".hugo/*/hugo/binaries/hugo*")
    on_path = shutil.which("hugo")
    found = {_version(binary): binary for binary in [*map(Path, filter(None, [on_path])), *kept]}
    return dict(sorted(found.items(), key=lambda item: [int(n) for n in item[0].split(".")]))


def _version(binary: Path) -> str:
    output = subprocess.run([binary, "version"], capture_output=True, text=True, check=True).stdout
    match = re.search(r"v(\d+(?:\.\d+)+)", output)
    if match is None:
        raise ValueError(f"{binary} does not say its version: {output!r}")
    return match[1]
