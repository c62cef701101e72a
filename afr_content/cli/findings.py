"""What the commands that report findings share: writing, counting, and the exit code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from afr_content.cli import common
from afr_content.diagnostics import Diagnostic, Severity
from afr_content.files import create, write_atomically
from afr_content.fixer import is_fixable

UNREADABLE = "unreadable-file"


def is_written(path: Path, text: str, *, is_new: bool = False) -> bool:
    """Whether a text could be written, of a file or a new one; says why where it could not."""
    try:
        (create if is_new else write_atomically)(path, text)
    except OSError as error:
        common.say(f"afr-content: {path}: not written: {error.strerror or error}")
        return False
    return True


def counted(diagnostics: Iterable[Diagnostic], files: int, *, nothing: str) -> str:
    """How many findings there are in how many files: `2 errors, 1 info in 3 files`."""
    tally = Counter(item.severity for item in diagnostics)
    loud = (Severity.ERROR, Severity.WARNING)
    found = [common.count(tally[severity], severity.value) for severity in loud if tally[severity]]
    if tally[Severity.INFO]:
        found.append(f"{tally[Severity.INFO]} info")
    return f"{', '.join(found) or nothing} in {common.count(files, 'file')}"


def fixable(diagnostics: Iterable[Diagnostic]) -> int:
    """How many findings can be mended safely."""
    return sum(is_fixable(item, unsafe=False) for item in diagnostics)


def exit_code(diagnostics: Sequence[Diagnostic], *, trouble: bool) -> int:
    """0 nothing found, 1 errors or warnings, 2 a file that cannot be read or written."""
    if trouble or any(item.name == UNREADABLE for item in diagnostics):
        return common.TROUBLE
    if any(item.severity is not Severity.INFO for item in diagnostics):
        return common.FINDINGS
    return common.CLEAN
