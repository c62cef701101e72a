"""A key that one theme reads and the other does not.

What a widget's content or a page says there is gone with the newer theme; a key that only the newer
one reads comes into effect.
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.models.check import UnreadKey
from afr_content.nodes import Scalar
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import FOR_PAGES_ONLY, dotted, key_span
from afr_content.upgrade.changes._moves import is_home, is_told
from afr_content.upgrade.move import Turn

CODE = "UPG301"
SEVERITY = Severity.WARNING

Path = tuple[str | int, ...]


def check(turn: Turn) -> Iterator[Finding]:
    """Keys of the models, whose versions are known."""
    if turn.before.site.theme == turn.after.site.theme or turn.before.has_own_template:
        return
    before, after = _unread(turn.before), _unread(turn.after)
    for path, issue in after.items():
        if path not in before and not is_told(turn, path):
            yield _lost(turn, issue)
    for path, issue in before.items():
        if path not in after and not is_home(turn, path):
            yield _found(turn, issue)


def _unread(page: Page) -> dict[Path, UnreadKey]:
    """The keys that say something, and that this theme does not read."""
    return {
        issue.path: issue
        for issue in page.issues
        if isinstance(issue, UnreadKey) and not v.is_empty(issue.entry.value)
        if not (page.is_section and str(issue.path[-1]).lower() in FOR_PAGES_ONLY)
    }


def _lost(turn: Turn, issue: UnreadKey) -> Finding:
    theme, versions = turn.after.site.theme, issue.key.facts.versions
    message = f"`{dotted(issue.path)}` is read {versions}; with theme {theme} it has no effect"
    is_content = turn.before.is_section and issue.path[0] != "design"
    severity = Severity.ERROR if is_content else Severity.WARNING
    if _says_default(issue):
        severity = Severity.INFO
    return Finding(key_span(issue.entry), message, _advice(turn, issue), severity)


def _advice(turn: Turn, issue: UnreadKey) -> Fix | None:
    if issue.path == ("diagram",) and turn.move.theme_passes(5, 5):
        return Fix("Write diagrams as a block of code with `mermaid`")
    return None


def _says_default(issue: UnreadKey) -> bool:
    """Whether it says what the theme takes anyway, or that something be off."""
    value, default = issue.entry.value, issue.key.field.default
    if not isinstance(value, Scalar):
        return False
    return value.text.lower() in (str(default).lower(), "false")


def _found(turn: Turn, issue: UnreadKey) -> Finding:
    since, description = issue.key.facts.versions.since, str(issue.key.field.description)
    now = turn.before.site.theme
    message = (
        f"`{dotted(issue.path)}` has no effect with theme {now}; from {since} on it has:"
        f" {description[:1].lower()}{description[1:].rstrip('.')}"
    )
    advice = Fix("Take it out to keep the page as it is")
    return Finding(key_span(issue.entry), message, advice)
