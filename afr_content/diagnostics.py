"""What rules say and what users see."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from afr_content.source import Edit, SourceFile, Span


class Severity(Enum):
    """How much a finding matters; the order is the order of weight."""

    ERROR = "error"
    """The build breaks or content is lost."""
    WARNING = "warning"
    """The page renders otherwise than written."""
    INFO = "info"
    """Worth knowing; shown with `-v` or when the rule is selected."""


@dataclass(frozen=True)
class Fix:
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


@dataclass(frozen=True)
class Finding:
    """What a rule yields: a place, what is wrong there, and perhaps how to mend it.

    `severity` is given where it differs from the rule's own.
    """

    span: Span
    message: str
    fix: Fix | None = None
    severity: Severity | None = None


@dataclass(frozen=True)
class Diagnostic:
    """A finding with its file, rule and severity: what reporters show."""

    source: SourceFile
    span: Span
    code: str
    name: str
    severity: Severity
    message: str
    fix: Fix | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Files in order of their path, findings from top to bottom."""
        return (str(self.source.path), self.span.start, self.span.end, self.code)
