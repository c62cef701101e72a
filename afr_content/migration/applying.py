"""Writing a planned landing page, and removing the files that are in it."""

from __future__ import annotations

from pathlib import Path

from afr_content.files import create, write_atomically
from afr_content.migration.page import Landing
from afr_content.source import SourceFile


def apply(page: Landing) -> None:
    """Write the new file, read it back, and only then remove the files that are in it.

    Raises OSError; before anything is removed, too, when a file is no longer what was planned
    with, or when what was written does not come back.
    """
    _refuse_changes(page)
    _write(page)
    if SourceFile.read(page.target).text != page.text:
        raise OSError(0, "what was written does not come back; nothing is removed", page.target)
    for path in page.gone:
        path.unlink()
    for folder in {path.parent for path in page.gone}:
        _remove_if_empty(folder)


def _refuse_changes(page: Landing) -> None:
    for path, text in page.old_texts.items():
        if SourceFile.read(path).text != text:
            raise OSError(0, "it has changed meanwhile; nothing is written", str(path))


def _write(page: Landing) -> None:
    if page.before is not None:
        write_atomically(page.target, page.text)
    else:
        create(page.target, page.text)


def _remove_if_empty(folder: Path) -> None:
    if not any(folder.iterdir()):
        folder.rmdir()
