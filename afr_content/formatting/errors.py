"""Why a text is not formatted."""

from __future__ import annotations

from typing import Literal

from afr_content.errors import FrontMatterError, ReadError

Invariant = Literal["data", "body", "comments", "stable"]


class FormatError(ValueError):
    """The text is left as it is."""


class UnreadableError(FormatError, FrontMatterError):
    """The front matter does not parse; `error` says why and where."""

    def __init__(self, error: ReadError) -> None:
        FrontMatterError.__init__(self, error)


class InvariantError(FormatError):
    """The formatter would have changed what must not change: a bug in it, to be reported.

    `invariant` names the promise that failed, `result` is the text that was thrown away.
    """

    def __init__(self, invariant: Invariant, message: str, result: str) -> None:
        super().__init__(message)
        self.invariant = invariant
        self.result = result


class Unsure(Exception):  # noqa: N818 -- it never leaves this package
    """What is written here is too odd to be taken apart: the part around it moves as a whole."""


class Ambiguous(Exception):  # noqa: N818 -- it never leaves this package
    """Hugo's two libraries read this in two ways, and any move might count: the text is left."""
