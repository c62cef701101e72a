"""Why a file's front matter is refused."""

from __future__ import annotations

from typing import NamedTuple


class ReadError(NamedTuple):
    """What Hugo would refuse, and where.

    `kind` is a short name that rules sort by:

    - `delimiter`, `unclosed`: the fences
    - `syntax`, `tab`, `character`, `indentation`: the text between them
    - `duplicate-key` (at the later key), `key` (a list or a map as a key), `not-a-mapping`
    - `alias`, `merge`, `tag`: what YAML's `*name`, `<<` and `!!tag` do not allow
    - `too-many`: more lists and maps than Hugo from 0.152 on takes in so small a front matter
    - `too-deep`: nested beyond what is read here

    `message` is the parser's own wording; `offset` counts characters of the text.
    """

    kind: str
    message: str
    offset: int


class FrontMatterError(ValueError):
    """Hugo refuses this front matter; `error` says why and where."""

    def __init__(self, error: ReadError) -> None:
        super().__init__(error.message)
        self.error = error


def refused(kind: str, message: str, offset: int) -> FrontMatterError:
    """The exception for a refusal, to be raised."""
    return FrontMatterError(ReadError(kind, message, offset))
