"""From pages to diagnostics: every selected rule, suppressions, order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from afr_content.census import Census
from afr_content.diagnostics import Diagnostic, Finding, Fix, Severity
from afr_content.landing import Block, block_around
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

    @property
    def looks_across(self) -> bool:
        """Whether any of the rules looks at the site as a whole."""
        return any(rule.check_site for rule in self.rules)

    def shows(self, diagnostic: Diagnostic) -> bool:
        """Whether a user who chose this wants to see it."""
        if diagnostic.severity is not Severity.INFO:
            return True
        return self.verbose or diagnostic.name in self.named


class Checked(NamedTuple):
    """What is found in a page by itself.

    `suppressions` are all of the page's when some of them speak of rules that look across files,
    else none.
    """

    diagnostics: list[Diagnostic]
    suppressions: tuple[Suppression, ...] = ()


def lint_page(page: Page, selection: Selection) -> list[Diagnostic]:
    """What the selected rules find in a page by itself, from top to bottom."""
    return check_page(page, selection).diagnostics


def check_page(page: Page, selection: Selection) -> Checked:
    """What `lint_page` finds, and the suppressions that the rules across files need."""
    suppressions = find_suppressions(page.source.text, page.document.fences)
    found = [
        diagnostic
        for rule in selection.rules
        if rule.check
        for finding in rule.check(page)
        if not _is_suppressed(
            diagnostic := _diagnostic(page.source, rule, finding, page.blocks), suppressions
        )
    ]
    if not suppressions:
        return Checked(_shown(found, selection))
    across = [item for item in suppressions if item.rule in _words_across()]
    by_itself = [item for item in suppressions if item.rule not in _words_across()]
    found += _unused(page.source, by_itself, suppressions, selection)
    return Checked(_shown(found, selection), tuple(suppressions if across else ()))


def lint_site(
    census: Census,
    selection: Selection,
    source: Callable[[Path], SourceFile | None],
    suppressions: Mapping[Path, Sequence[Suppression]],
) -> list[Diagnostic]:
    """What the selected rules find in the site as a whole, file by file from top to bottom.

    `source` gives the text of a file, None for one that nobody asked for; `suppressions` are those
    that `check_page` handed out. Paths are absolute.
    """
    found: list[Diagnostic] = []
    for rule in selection.rules:
        for path, finding in rule.check_site(census) if rule.check_site else ():
            text = source(path)
            if text is not None:
                facts = census.by_path.get(path)
                diagnostic = _diagnostic(text, rule, finding, facts.blocks if facts else ())
                if not _is_suppressed(diagnostic, suppressions.get(path, ())):
                    found.append(diagnostic)
    for path, together in suppressions.items():
        across = [item for item in together if item.rule in _words_across()]
        text = source(path)
        found += _unused(text, across, together, selection) if text else ()
    return _shown(found, selection)


def _shown(found: Iterable[Diagnostic], selection: Selection) -> list[Diagnostic]:
    return sorted(filter(selection.shows, dict.fromkeys(found)), key=lambda d: d.sort_key)


@cache
def _words_across() -> frozenset[str]:
    """The names and codes of the rules that look across files."""
    return frozenset(
        word for rule in all_rules() if rule.check_site for word in (rule.name, rule.code)
    )


def _diagnostic(
    source: SourceFile, rule: Rule, finding: Finding, blocks: Sequence[Block] = ()
) -> Diagnostic:
    return Diagnostic(
        source=source,
        span=finding.span,
        code=rule.code,
        name=rule.name,
        severity=finding.severity or rule.severity,
        message=finding.message,
        fix=finding.fix,
        block=block_around(blocks, finding.span.start),
    )


def _is_suppressed(diagnostic: Diagnostic, suppressions: Sequence[Suppression]) -> bool:
    hit = False
    for suppression in suppressions:
        named = suppression.rule in (diagnostic.name, diagnostic.code)
        if named and suppression.line.start <= diagnostic.span.start <= suppression.line.end:
            suppression.used = hit = True
    return hit


def _unused(
    source: SourceFile,
    suppressions: Sequence[Suppression],
    together: Sequence[Suppression],
    selection: Selection,
) -> Iterator[Diagnostic]:
    """Comments that silenced nothing; one for a rule that did not run is left in peace.

    `together` are all of the file, among which a comment may hold several names.
    """
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
            Fix("Remove it from the comment", _removal(source.text, suppression, together)),
        )
        yield _diagnostic(source, rule, finding)


def _removal(text: str, gone: Suppression, suppressions: Sequence[Suppression]) -> tuple[Edit, ...]:
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
