"""A key that needs another one beside it.

## What it does
Reports keys that templates read only together with another: a subtitle without a title, one end of
a gradient, a second button without the first, a Formspree form without its id.

## Why it matters
What the lone key says is not shown. A form without its id stops the build.

## Example
<!-- path home/welcome.md -->
```
---
widget: hero
weight: 10
title: Welcome
cta_alt:
  label: Read more
  url: /about/
---
```

## Use instead
<!-- path home/welcome.md -->
```
---
widget: hero
weight: 10
title: Welcome
cta:
  label: Read more
  url: /about/
---
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import Mapping, Scalar, Sequence
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import key_span

CODE = "AFR306"
SEVERITY = Severity.WARNING


class Pair(NamedTuple):
    """`key` says nothing without `needs`, both as dotted places; `where` is the file's kind."""

    where: str
    key: str
    needs: str
    severity: Severity = Severity.WARNING


_BACKGROUND = "design.background."
PAIRS = (
    Pair("widget", "subtitle", "title"),
    Pair("widget", f"{_BACKGROUND}gradient_start", f"{_BACKGROUND}gradient_end", Severity.INFO),
    Pair("widget", f"{_BACKGROUND}gradient_end", f"{_BACKGROUND}gradient_start", Severity.INFO),
    Pair("hero", "cta_alt.url", "cta.url"),
    Pair("event", "event_url", "event"),
    Pair("event", "address", "location"),
)


def check(page: Page) -> Iterator[Finding]:
    """The pairs, and what single widgets need."""
    if page.root is None or page.site.is_academic or page.has_own_template:
        return
    for pair in PAIRS:
        if pair.where in (page.kind, page.is_section and page.widget):
            yield from _lone(page, pair)
    if page.is_section and page.widget == "contact":
        yield from _form(page)
    if page.is_section and page.widget in ("portfolio", "projects"):
        yield from _buttons(page)


def _lone(page: Page, pair: Pair) -> Iterator[Finding]:
    entry = v.at(page, *pair.key.split("."))
    needed = v.at(page, *pair.needs.split("."))
    if entry and not v.is_empty(entry.value) and (needed is None or v.is_empty(needed.value)):
        message = f"`{pair.key}` is shown only together with `{pair.needs}`, which is not set"
        yield Finding(key_span(entry), message, Fix(f"Set `{pair.needs}` too"), pair.severity)


def _form(page: Page) -> Iterator[Finding]:
    provider = v.at(page, "content", "form", "provider")
    if provider is None or not isinstance(provider.value, Scalar):
        return
    form_id = v.at(page, "content", "form", "formspree", "id")
    is_missing = form_id is None or v.is_empty(form_id.value)
    if provider.value.text.lower() == "formspree" and is_missing:
        message = "A Formspree form needs `content.form.formspree.id`; the build stops"
        fix = Fix("Add the id that Formspree has given the form")
        yield Finding(v.span_of(provider.value), message, fix, Severity.ERROR)


def _buttons(page: Page) -> Iterator[Finding]:
    """Buttons without a tag, and a default that is none of the buttons."""
    entry, default = v.at(page, "content", "filter_button"), v.at(page, "content", "filter_default")
    if entry is None or not isinstance(entry.value, Sequence):
        return
    buttons = entry.value.items
    for index, button in enumerate(buttons):
        if isinstance(button, Mapping) and not any(
            e.name in ("tag", "filter") and not v.is_empty(e.value) for e in button.entries
        ):
            message = f"`content.filter_button[{index}]` has no `tag`; the button shows nothing"
            yield Finding(v.span_of(button), message, Fix("Add `tag`; `*` is all"))
    if default and isinstance(default.value, Scalar) and default.value.text.isdigit():
        number = int(default.value.text)
        if buttons and number >= len(buttons):
            message = (
                f"`content.filter_default` is {number}, and the {len(buttons)} buttons are counted"
                " from 0; no item is shown"
            )
            yield Finding(v.span_of(default.value), message)
