"""A text or number where `true` or `false` is expected.

## What it does
Reports values such as `"false"`, `1` or `fasle` for a key that is switched on and off.

## Why it matters
Templates take any text for true, even `"false"`. With `active` it is the other way round:
everything but `true` hides the section, even `"true"`.

## Example
<!-- path home/news.md -->
```
---
widget: blank
weight: 10
active: "true"
---
```

## Use instead
<!-- path home/news.md -->
```
---
widget: blank
weight: 10
active: true
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.models.keys import Effect
from afr_content.names import nearest
from afr_content.nodes import Scalar
from afr_content.page import Page
from afr_content.rules import _values as v

CODE = "AFR208"
SEVERITY = Severity.WARNING

TRUE = frozenset({"true", "yes", "y", "on", "1", "t"})
FALSE = frozenset({"false", "no", "n", "off", "0", "f"})


def check(page: Page) -> Iterator[Finding]:
    """Whatever is no boolean where one is expected."""
    for fault in v.faults(page, "not-a-boolean"):
        meant, sure = _meaning(fault.found)
        yield Finding(
            v.span_of(fault.node),
            v.message(page, fault),
            _fix(fault, meant, sure=sure),
            _severity(page, fault, meant if sure or not meant else None),
        )


_CUT = {"tru": "true", "fals": "false", "none": "false", "never": "false"}
"""Words cut short, and some that say no."""


def _meaning(found: object) -> tuple[bool | None, bool]:
    """What was meant, and whether that is sure."""
    if not isinstance(found, str | int | float):
        return None, False
    word = v.plain_text(found).strip().lower()
    if word in TRUE | FALSE:
        return word in TRUE, True
    near = nearest(word, ("true", "false")) or _CUT.get(word)
    return (near == "true" if near else None), False


def _fix(fault: v.Fault, meant: bool | None, *, sure: bool) -> Fix:
    if meant is None or not isinstance(fault.node, Scalar):
        return Fix("Write `true` or `false`")
    return v.put(fault.node, "true" if meant else "false", safe=sure)


def _severity(page: Page, fault: v.Fault, meant: bool | None) -> Severity:
    """Milder where the effect is what was meant after all: `share: "true"`, `active: "false"`."""
    severity = v.severity_of(page, fault)
    facts = fault.key.facts if fault.key else None
    if fault.path == ("draft",) and meant is False:
        return Severity.INFO  # Hugo takes what it cannot read for no draft
    if facts and facts.wrong.effect is Effect.LOSES:
        return Severity.WARNING if meant is False else severity
    harmless = facts is not None and facts.wrong.text in _TRUE_STAYS_TRUE and meant is True
    return Severity.INFO if harmless else severity


_TRUE_STAYS_TRUE = frozenset(
    {'any text, even `"false"`, counts as true', "only `false` turns it off"}
)
