"""From pages to diagnostics: every selected rule, suppressions, order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from afr_content.diagnostics import Diagnostic, Finding, Fix, Severity
from afr_content.page import Page
from afr_content.registry import Rule, all_rules, find_rules
from afr_content.source import Edit, SourceFile
from afr_content.suppress import Suppression, find_suppressions

UNUSED_IGNORE = "unused-ignore"


class Selection(NamedTuple):
    """The rules that are asked for, and whether what they say of severity `info` is shown."""

    rules: tuple[Rule, ...]
    named: frozenset[str] = frozenset()
    verbose: bool = False

    @classmethod
    def of(
        cls, select: Sequence[str] = (), ignore: Sequence[str] = (), *, verbose: bool = False
    ) -> Selection:
        """The rules chosen by code or name. Raises UnknownRuleError."""
        named = frozenset(rule.name for word in select for rule in find_rules(word))
        ignored = {rule.name for word in ignore for rule in find_rules(word)}
        rules = tuple(
            rule
            for rule in all_rules()
            if rule.name not in ignored and (not select or rule.name in named)
        )
        return cls(rules, named, verbose)

    def shows(self, diagnostic: Diagnostic) -> bool:
        """Whether a user who chose this wants to see it."""
        if diagnostic.severity is not Severity.INFO:
            return True
        return self.verbose or diagnostic.name in self.named


def lint_page(page: Page, selection: Selection) -> list[Diagnostic]:
    """What the selected rules find in a page, from top to bottom."""
    fences = page.document.fences
    suppressions = find_suppressions(page.source.text, fences.matter) if fences else []
    found = [
        diagnostic
        for rule in selection.rules
        for finding in rule.check(page)
        if not _is_suppressed(diagnostic := _diagnostic(page.source, rule, finding), suppressions)
    ]
    found += _unused(page.source, suppressions, selection)
    return sorted(filter(selection.shows, dict.fromkeys(found)), key=lambda d: d.sort_key)


def _diagnostic(source: SourceFile, rule: Rule, finding: Finding) -> Diagnostic:
    return Diagnostic(
        source=source,
        span=finding.span,
        code=rule.code,
        name=rule.name,
        severity=finding.severity or rule.severity,
        message=finding.message,
        fix=finding.fix,
    )


def _is_suppressed(diagnostic: Diagnostic, suppressions: list[Suppression]) -> bool:
    hit = False
    for suppression in suppressions:
        named = suppression.rule in (diagnostic.name, diagnostic.code)
        if named and suppression.line.start <= diagnostic.span.start <= suppression.line.end:
            suppression.used = hit = True
    return hit


def _unused(
    source: SourceFile, suppressions: list[Suppression], selection: Selection
) -> Iterator[Diagnostic]:
    """A comment that silenced nothing; one for a rule that did not run is left in peace."""
    ran = {word for rule in selection.rules for word in (rule.name, rule.code)}
    known = {word for rule in all_rules() for word in (rule.name, rule.code)}
    rule = next((rule for rule in selection.rules if rule.name == UNUSED_IGNORE), None)
    if rule is None:
        return
    for suppression in suppressions:
        if suppression.used or (suppression.rule in known and suppression.rule not in ran):
            continue
        what = "silences nothing" if suppression.rule in known else "names no rule"
        finding = Finding(
            suppression.span,
            f"`{suppression.rule}` in this `afr: ignore` {what}",
            Fix("Remove it from the comment", _removal(source.text, suppression, suppressions)),
        )
        yield _diagnostic(source, rule, finding)


def _removal(text: str, gone: Suppression, suppressions: list[Suppression]) -> tuple[Edit, ...]:
    """Take out the name, or the whole comment when it is the only one in it."""
    together = [other for other in suppressions if other.comment == gone.comment]
    if len(together) == 1:
        start, end = gone.comment
        line_start = text.rfind("\n", 0, start) + 1
        if not text[line_start:start].strip():
            return (Edit(line_start, text.find("\n", end) + 1 or len(text), ""),)
        return (Edit(len(text[:start].rstrip(" \t")), end, ""),)
    index = together.index(gone)
    if index:
        return (Edit(together[index - 1].span.end, gone.span.end, ""),)
    return (Edit(gone.span.start, together[1].span.start, ""),)
