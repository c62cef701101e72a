"""Fixes, applied until nothing is left to fix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from afr_content.diagnostics import Diagnostic
from afr_content.linter import Selection, lint_page
from afr_content.page import Page
from afr_content.source import Edit, SourceFile, apply_edits

MAX_ROUNDS = 20


class Fixed(NamedTuple):
    """A page after fixing: its text, what was fixed, and what is left to say."""

    source: SourceFile
    applied: tuple[Diagnostic, ...]
    remaining: tuple[Diagnostic, ...]


def fix_page(page: Page, selection: Selection, *, unsafe: bool) -> Fixed:
    """Apply the page's fixes, and those that show up behind them, until none is left.

    `unsafe` takes the fixes too that may not be what the author meant. Fixes that touch the same
    place wait for the next round.
    """
    applied: list[Diagnostic] = []
    for _ in range(MAX_ROUNDS):
        diagnostics = lint_page(page, selection)
        text, chosen = apply_fixes(page.source.text, diagnostics, unsafe=unsafe)
        if not chosen:
            break
        applied += chosen
        page = replace(page, source=replace(page.source, text=text))
    return Fixed(page.source, tuple(applied), tuple(lint_page(page, selection)))


def apply_fixes(
    text: str, diagnostics: Sequence[Diagnostic], *, unsafe: bool
) -> tuple[str, list[Diagnostic]]:
    """The text with as many fixes as can be made at once, and whose fixes they are.

    None are, when they would leave the text as it is.
    """
    chosen = _compatible([d for d in diagnostics if is_fixable(d, unsafe=unsafe)])
    edits = {edit for diagnostic in chosen if diagnostic.fix for edit in diagnostic.fix.edits}
    fixed = apply_edits(text, edits)
    return fixed, chosen if fixed != text else []


def is_fixable(diagnostic: Diagnostic, *, unsafe: bool) -> bool:
    """Whether the program may mend it by itself."""
    fix = diagnostic.fix
    return fix is not None and bool(fix.edits) and (fix.safe or unsafe)


def _compatible(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """As many as do not touch each other's places, the first ones first."""
    taken: list[Edit] = []
    chosen = []
    for diagnostic in diagnostics:
        edits = diagnostic.fix.edits if diagnostic.fix else ()
        if not any(_clash(edit, other) for edit in edits for other in taken):
            taken += edits
            chosen.append(diagnostic)
    return chosen


def _clash(one: Edit, other: Edit) -> bool:
    return one != other and one.start <= other.end and other.start <= one.end
