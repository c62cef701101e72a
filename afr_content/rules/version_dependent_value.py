"""A value that older and newer Hugos read differently.

## What it does
Reports values that mean one thing up to Hugo 0.151 and another from 0.152 on: `yes`, `no`, `on`,
`off`, `y` and `n`, which were booleans and are texts now, and numbers such as `1e3` and `08`.

## Why it matters
A section with `active: yes` disappears when Hugo is upgraded. An interest `N` is printed as `false`
with the older ones.

## Example
<!-- path authors/jane/_index.md -->
```
---
title: Jane Doe
interests: [C, R, N]
---
```

## Use instead
<!-- path authors/jane/_index.md -->
```
---
title: Jane Doe
interests: [C, R, "N"]
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.hugo import Dialect, resolve
from afr_content.nodes import Scalar
from afr_content.page import Page
from afr_content.plain import go_text
from afr_content.rules import _values as v
from afr_content.rules._keys import key_span

CODE = "AFR204"
SEVERITY = Severity.WARNING

NUMBERS = frozenset({"whole", "count", "number", "printed-number", "interval"})
ADDRESSES = frozenset({"address", "link"})


def check(page: Page) -> Iterator[Finding]:
    """Ambiguous values and keys, unless the site's Hugo is one that takes them as written."""
    scalars = [scalar for scalar in page.ambiguous if not scalar.alias]
    keys = list(_keys(page))
    if (scalars or keys) and Dialect.OLD in page.site.dialects:
        yield from (_finding(page, scalar) for scalar in scalars)
        yield from keys


def _finding(page: Page, scalar: Scalar) -> Finding:
    place = v.place_of(page, scalar)
    kind = place.kind if place else ""
    value = resolve(scalar.text, Dialect.OLD)
    new = resolve(scalar.text, Dialect.NEW)
    newer = "the text" if isinstance(new, str) else "the number"
    message = (
        f"`{scalar.text}` is {_named(value)} up to Hugo 0.151, and {newer} `{go_text(new)}`"
        " from 0.152 on"
    )
    fix, as_meant = _fix(page, scalar, kind, value)
    if not place or not kind:
        severity = Severity.INFO
    else:
        severity = Severity.INFO if as_meant and page.site.hugo else Severity.WARNING
    return Finding(v.span_of(scalar), message, fix, severity)


def _named(value: object) -> str:
    return f"`{go_text(value)}`" if isinstance(value, bool) else f"the number `{go_text(value)}`"


def _fix(page: Page, scalar: Scalar, kind: str, value: object) -> tuple[Fix, bool]:
    """What to write, and whether the older Hugos read what was meant."""
    if isinstance(value, bool) and (kind == "flag" or (kind in ADDRESSES and not value)):
        return v.put(scalar, go_text(value)), True
    if kind in NUMBERS and not isinstance(value, bool):
        return v.put(scalar, go_text(value)), True
    if kind in ("", "anything", "map"):
        return Fix(f"Write `{go_text(value)}`, or `{v.quoted(page, scalar.text)}`"), True
    return v.quote_fix(page, scalar), False


def _keys(page: Page) -> Iterator[Finding]:
    """Keys of inner maps that older Hugos read as a boolean: `y` of `x` and `y`."""
    for mapping in page.mappings[1:]:
        for entry in mapping.entries:
            key = entry.key
            if isinstance(key, Scalar) and not key.style and len(key.text) <= 3:
                value = resolve(key.text, Dialect.OLD)
                if (
                    isinstance(value, bool)
                    and key.text.lower() != go_text(value)
                    and v.is_yaml(page)
                ):
                    message = f"The key `{key.text}` is `{go_text(value)}` up to Hugo 0.151"
                    yield Finding(key_span(entry), message, v.quote_fix(page, key))
