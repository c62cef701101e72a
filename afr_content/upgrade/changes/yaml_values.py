"""A value that Hugo reads otherwise from 0.152 on.

Up to 0.151 `yes`, `no`, `on`, `off`, `y` and `n` are booleans and `1e3` and `08` are numbers; from
0.152 on they are texts. What the older Hugo read is written in their place, and quotes are put
around what was meant as a text: an interest `N` is printed as `false` up to 0.151.
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Severity
from afr_content.hugo import Dialect, resolve
from afr_content.nodes import Scalar
from afr_content.plain import go_text
from afr_content.rules import _values as v
from afr_content.rules._keys import key_span
from afr_content.rules.version_dependent_value import ADDRESSES, NUMBERS
from afr_content.upgrade.move import Turn

CODE = "UPG201"
SEVERITY = Severity.WARNING

_TEXTS = v.TEXT_KINDS - ADDRESSES | v.LIST_KINDS


def check(turn: Turn) -> Iterator[Finding]:
    """Values, and keys of inner maps."""
    if turn.move.changes_yaml:
        yield from (_value(turn, scalar) for scalar in turn.before.ambiguous if not scalar.alias)
        yield from _keys(turn)


def _value(turn: Turn, scalar: Scalar) -> Finding:
    page, span = turn.before, v.span_of(scalar)
    place = v.place_of(page, scalar)
    old, new = resolve(scalar.text, Dialect.OLD), resolve(scalar.text, Dialect.NEW)
    article = "the text" if isinstance(new, str) else "the number"
    message = (
        f"`{scalar.text}` is {_named(old)} up to Hugo 0.151; from 0.152 on it is {article}"
        f" `{go_text(new)}`"
    )
    if place is None:
        message += "; nothing that is known reads it"
        return Finding(span, message, v.put(scalar, go_text(old)), Severity.INFO)
    if place.kind in _TEXTS or (isinstance(old, bool) and place.kind in NUMBERS):
        return Finding(span, f"{message}, as was meant", v.quote_fix(page, scalar))
    severity = Severity.ERROR if place.path in _SHOWS else None
    return Finding(span, message, v.put(scalar, go_text(old)), severity)


_SHOWS = (("active",), ("draft",))
"""Keys that say whether something is shown: with another reading it is gone, or is published."""


def _named(value: object) -> str:
    return f"`{go_text(value)}`" if isinstance(value, bool) else f"the number `{go_text(value)}`"


def _keys(turn: Turn) -> Iterator[Finding]:
    """Keys such as `y` below other keys, which are booleans too up to 0.151."""
    page = turn.before
    for mapping in page.mappings[1:] if v.is_yaml(page) else ():
        for entry in mapping.entries:
            key = entry.key
            if isinstance(key, Scalar) and not key.style and len(key.text) <= _LONGEST:
                value = resolve(key.text, Dialect.OLD)
                if isinstance(value, bool) and key.text.lower() != go_text(value):
                    message = (
                        f"The key `{key.text}` is `{go_text(value)}` up to Hugo 0.151; from 0.152"
                        f" on it is `{key.text}`, as was meant"
                    )
                    yield Finding(key_span(entry), message, v.quote_fix(page, key))


_LONGEST = 3
"""Letters of the longest such word, `yes`."""
