"""What the tree and the page say in the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from afr_content.diagnostics import Diagnostic, Severity
from afr_content.files import SUFFIXES
from afr_content.outline.model import Language, Outline, Page

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def count(number: int, thing: str) -> str:
    """`1 page`, `2 pages`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def tally(findings: Iterable[Diagnostic]) -> str:
    """`1 error, 2 warnings`; empty when there are none."""
    found = Counter(finding.severity for finding in findings)
    words = (
        f"{found[severity]} info"
        if severity is Severity.INFO
        else count(found[severity], severity.value)
        for severity in _ORDER
        if found[severity]
    )
    return ", ".join(words)


def worst(findings: Iterable[Diagnostic]) -> Severity | None:
    """The gravest severity; None when there are no findings."""
    return min((finding.severity for finding in findings), key=_ORDER.index, default=None)


def summary(outline: Outline) -> str:
    """How large a site is and what is wrong: `9 pages, 3 with sections; no findings`."""
    pages = [page for language in outline.languages for page in language.every_page]
    files = sum(page.path.suffix.lower() in SUFFIXES for page in pages)
    sections = sum(bool(page.sections) for page in pages)
    found = tally(outline.findings) or "no findings"
    return f"{count(files, 'page')}, {sections} with sections; {found}"


def named(language: Language) -> str:
    """A language with its code: `Nederlands (nl)`."""
    is_told = language.name != language.code
    return f"{language.name} ({language.code})" if is_told else language.code


def listed(page: Page) -> str:
    """How many pages a list has: `4 pages`; empty for other pages."""
    return count(page.size, "page") if page.size else ""


def why_not_built(page: Page) -> str:
    """`not built: it is a draft`; empty for a page that is."""
    return f"not built: it {page.not_built}" if page.not_built else ""
