"""A view by its number, which is a name from theme 5.5 on.

Numbers are still understood then, but not by the portfolio (`5` is laid out otherwise), and with
Hugo 0.152 and later nowhere: its integers are of another type, and pages appear in the compact
view.
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Severity
from afr_content.nodes import Entry, Scalar
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules.invalid_value import PORTFOLIO_VIEWS, VIEWS
from afr_content.upgrade.changes import _templates
from afr_content.upgrade.move import Move, Turn

CODE = "UPG303"
SEVERITY = Severity.WARNING

_PARAMS = ("post_view", "publication_view", "talk_view")


def check(turn: Turn) -> Iterator[Finding]:
    """The views of lists, widgets and, in the settings, of what belongs to a project."""
    if not turn.move.theme_is(5, 5) or not _matters(turn.move):
        return
    for place, entry in _views(turn.before):
        node = entry.value
        if isinstance(node, Scalar) and not node.style and node.text.isdigit():
            yield from _finding(turn, place, node)


def _matters(move: Move) -> bool:
    return move.theme_passes(5, 5) or _newer_integers(move)


def _newer_integers(move: Move) -> bool:
    """Whether the theme meets Hugo's newer integers, and did not before."""
    new = move.after.hugo is not None and move.after.hugo >= (0, 152)
    old = move.before.hugo is not None and move.before.hugo < (0, 152)
    return new and (old or move.theme_passes(5, 5))


def _views(page: Page) -> Iterator[tuple[str, Entry]]:
    if page.is_settings:
        prefix = ("params",) if page.kind == "settings" else ()
        places = [(*prefix, "projects", name) for name in _PARAMS]
        if page.kind not in ("settings", "params"):
            return
    else:
        places = [("design", "view")] if page.is_section else [("view",)]
    for names in places:
        if entry := v.at(page, *names):
            yield ".".join(names), entry


def _finding(turn: Turn, place: str, node: Scalar) -> Iterator[Finding]:
    page = turn.before
    is_portfolio = page.is_section and page.widget in ("portfolio", "projects")
    numbers = PORTFOLIO_VIEWS if is_portfolio else VIEWS
    name = next((name for name, number in numbers.items() if str(number) == node.text), None)
    if name is None:
        return
    if _newer_integers(turn.move):
        effect = (
            "with Hugo 0.152 and later the theme does not know the number, and lists pages in the"
            " compact view"
        )
    elif is_portfolio and name in ("showcase", "masonry"):
        effect = "from theme 5.5 on the number is laid out otherwise than the name"
    else:
        return
    shown = name == "compact" or _templates.reads_view(turn, place)
    severity = Severity.INFO if shown else None
    message = f"`{place}: {node.text}` is `{name}` since theme 5.5; {effect}"
    fix = v.put(node, name if v.is_yaml(page) else v.quoted(page, name))
    if _templates.reads_view(turn, place):
        fix = fix._replace(edits=(), title=f"Write it as `{name}` when your own template knows it")
    yield Finding(v.span_of(node), message, fix, severity)
