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
        chosen = _compatible([d for d in diagnostics if is_fixable(d, unsafe=unsafe)])
        if not chosen:
            break
        edits = {edit for diagnostic in chosen if diagnostic.fix for edit in diagnostic.fix.edits}
        text = apply_edits(page.source.text, edits)
        if text == page.source.text:
            break
        applied += chosen
        page = replace(page, source=replace(page.source, text=text))
    return Fixed(page.source, tuple(applied), tuple(lint_page(page, selection)))


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
