"""What rules say and what users see.

Named tuples: they are as frozen as frozen dataclasses, and making such a class takes a sixth of the
time, which counts in a run over one file.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import NamedTuple

from afr_content.landing import Block
from afr_content.source import Edit, SourceFile, Span


class Severity(Enum):
    """How much a finding matters; the order is the order of weight."""

    ERROR = "error"
    """The build breaks or content is lost."""
    WARNING = "warning"
    """The page renders otherwise than written."""
    INFO = "info"
    """Worth knowing; shown with `-v` or when the rule is selected."""


class Fix(NamedTuple):
    """A change that mends a finding. All edits speak of the text as it was checked.

    `title` says what to do, for people who mend it by hand too. A fix without edits is advice.
    A `safe` fix writes what the author clearly meant.
    """

    title: str
    edits: tuple[Edit, ...] = ()
    safe: bool = True

    @classmethod
    def replace(cls, title: str, span: Span, text: str, *, safe: bool = True) -> Fix:
        """A fix that puts `text` in the place of `span`."""
        return cls(title, (Edit(span.start, span.end, text),), safe)


class Finding(NamedTuple):
    """What a rule yields: a place, what is wrong there, and perhaps how to mend it.

    `severity` is given where it differs from the rule's own.
    """

    span: Span
    message: str
    fix: Fix | None = None
    severity: Severity | None = None


class Located(NamedTuple):
    """A finding of a rule that looks at many files, with the file it speaks of."""

    path: Path
    finding: Finding


class Diagnostic(NamedTuple):
    """A finding with its file, rule and severity: what reporters show.

    `block` is the one of a landing page that it is in, which reporters name in front.
    """

    source: SourceFile
    span: Span
    code: str
    name: str
    severity: Severity
    message: str
    fix: Fix | None = None
    block: Block | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Files in order of their path, findings from top to bottom."""
        return (str(self.source.path), self.span.start, self.span.end, self.code)
