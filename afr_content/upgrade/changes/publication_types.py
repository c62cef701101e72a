"""The type of a publication: a number up to theme 5.8, a name from 5.9 on.

The names are those of CSL, which citation managers know. With 5.9 `["2"]` is printed as "2".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import Entry, Scalar, Sequence
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._blocks import parts
from afr_content.rules._keys import key_span
from afr_content.rules.invalid_value import CSL_TYPES
from afr_content.upgrade.changes import _templates
from afr_content.upgrade.move import Move, Turn

CODE = "UPG306"
SEVERITY = Severity.WARNING


def check(turn: Turn) -> Iterator[Finding]:
    """The types of publications, and of those that a section lists."""
    page = turn.before
    if not turn.move.theme_passes(5, 9) or page.is_settings or page.root is None:
        return
    yield from _own_page(page)
    if own := v.at(page, _KEY):
        yield from (finding for node in _items(own) for finding in _finding(turn, _KEY, node))
    for part in parts(page):
        if entry := part.at("content", "filters", "publication_type"):
            for node in _items(entry):
                yield from _finding(turn, "publication_type", node)


_KEY = "publication_types"


def _own_page(page: Page) -> Iterator[Finding]:
    """The list of a type, with a page of its own: the folder is called after the type."""
    folder = re.fullmatch(r"publication_types/(\d)", page.place.folder)
    number = int(folder[1]) if folder else 0
    first = page.root.entries[:1] if page.root else ()
    for entry in first if 0 < number < len(CSL_TYPES) else ():
        message = (
            f"The list of the type `{number}` is that of `{CSL_TYPES[number]}` from theme 5.9 on,"
            " and this page is no longer its own"
        )
        advice = Fix(
            f"Call the folder `{CSL_TYPES[number]}`, with its old address among its `aliases`"
        )
        yield Finding(key_span(entry), message, advice)


def _items(entry: Entry) -> Iterator[Scalar]:
    value = entry.value
    for node in value.items if isinstance(value, Sequence) else (value,):
        if isinstance(node, Scalar):
            yield node


def _finding(turn: Turn, place: str, node: Scalar) -> Iterator[Finding]:
    number = node.text.strip()
    if not re.fullmatch(r"\d", number) or int(number) >= len(CSL_TYPES):
        return
    name = CSL_TYPES[int(number)]
    if not name:
        if number == "0" and place == _KEY:
            yield _nothing(node)
        return
    effect = (
        "it is printed as it is; with the name its list has another address"
        if place == _KEY
        else "types have names, and by the number none is listed"
    )
    message = f"`{number}` is the type `{name}` up to theme 5.8; from 5.9 on {effect}"
    if reader := _reads_numbers(turn.move):
        message += (
            f"; `layouts/{reader}` takes it for a number: it finds no such type then, and a name"
            " would stop the build"
        )
        advice = Fix(f"Write `{name}` when that template takes names")
        yield Finding(v.span_of(node), message, advice)
        return
    yield Finding(v.span_of(node), message, v.rewrite(turn.before, node, name))


def _nothing(node: Scalar) -> Finding:
    message = "`0` is no type up to theme 5.8; from 5.9 on it is printed as it is"
    return Finding(v.span_of(node), message, Fix("Take it out"))


_NUMBER = re.compile(r"\bget_pub_types\b|\bint\b[^}|]*pub_type")


def _reads_numbers(move: Move) -> str:
    """A template of the site's own that takes the type for a number; it stops at a name."""
    return next((t.name for t in _templates.templates(move) if any(t.uses(_NUMBER))), "")
