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
from afr_content.nodes import Mapping, Node, Scalar, Sequence
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._blocks import Part, parts
from afr_content.rules._keys import key_span
from afr_content.theme import ThemeVersion

CODE = "AFR306"
SEVERITY = Severity.WARNING


class Pair(NamedTuple):
    """`key` says nothing without `needs`, both as dotted places; `where` is what has them."""

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


_OF_BLOCKS = (
    Pair("block", "content.subtitle", "content.title"),
    Pair("block", f"{_BACKGROUND}gradient_start", f"{_BACKGROUND}gradient_end", Severity.INFO),
    Pair("block", f"{_BACKGROUND}gradient_end", f"{_BACKGROUND}gradient_start", Severity.INFO),
    Pair("hero", "content.cta_alt.url", "content.cta.url"),
)


_WITHOUT_SUBTITLE = frozenset({"about.avatar", "about.biography", "hero", "slider"})
"""Blocks that show no subtitle in any case."""


def check(page: Page) -> Iterator[Finding]:
    """The pairs, and what single widgets and blocks need."""
    if page.root is None:
        return
    if not page.is_section:
        whole = Part("", page.root)
        yield from (f for pair in PAIRS if pair.where == page.kind for f in _lone(whole, pair))
    for part in parts(page):
        for pair in _OF_BLOCKS if part.is_block else PAIRS:
            if page.site.is_academic and pair.key == "subtitle":
                continue  # its templates show one without the other
            if part.name in _WITHOUT_SUBTITLE and pair.key == "content.subtitle":
                continue  # `unread-key` speaks
            if pair.where in (part.name, "block" if part.is_block else "widget"):
                yield from _lone(part, pair)
        if part.name == "contact" and not page.site.is_academic:
            yield from _form(page, part)
        if part.name in ("portfolio", "projects"):
            yield from _buttons(part)


def _lone(part: Part, pair: Pair) -> Iterator[Finding]:
    entry = part.at(*pair.key.split("."))
    needed = part.at(*pair.needs.split("."))
    if entry and not v.is_empty(entry.value) and (needed is None or v.is_empty(needed.value)):
        message = f"`{pair.key}` is shown only together with `{pair.needs}`, which is not set"
        yield Finding(key_span(entry), message, Fix(f"Set `{pair.needs}` too"), pair.severity)


def _form(page: Page, part: Part) -> Iterator[Finding]:
    """What a Formspree form needs: its id, and the key of the captcha that it asks for."""
    provider = part.at("content", "form", "provider")
    if provider is None or not isinstance(provider.value, Scalar):
        return
    if provider.value.text.lower() != "formspree":
        return
    if _lacks(part, "id"):
        message = "A Formspree form needs `content.form.formspree.id`; the build stops"
        fix = Fix("Add the id that Formspree has given the form")
        yield Finding(v.span_of(provider.value), message, fix, Severity.ERROR)
    captcha, theme = part.at("content", "form", "formspree", "captcha"), page.site.theme
    is_asked = captcha is not None and not _is_off(captcha.value)
    if captcha and is_asked and theme and theme >= _CAPTCHA_SINCE and _lacks(part, "captcha_key"):
        message = "The captcha needs `content.form.formspree.captcha_key`; the build stops"
        fix = Fix("Add the site key of the captcha, or write `captcha: false`")
        yield Finding(v.span_of(captcha.value), message, fix, Severity.ERROR)


_CAPTCHA_SINCE = ThemeVersion(5, 5)


def _lacks(part: Part, name: str) -> bool:
    entry = part.at("content", "form", "formspree", name)
    return entry is None or v.is_empty(entry.value)


def _is_off(node: Node) -> bool:
    return v.is_empty(node) or (isinstance(node, Scalar) and node.text.lower() == "false")


def _buttons(part: Part) -> Iterator[Finding]:
    """Buttons without a tag, and a default that is none of the buttons."""
    names = ("buttons", "default_button_index") if part.is_block else _OF_SECTIONS
    entry, default = (part.at("content", name) for name in names)
    if entry is None or not isinstance(entry.value, Sequence):
        return
    buttons = entry.value.items
    for index, button in enumerate(buttons):
        if isinstance(button, Mapping) and not any(
            e.name in ("tag", "filter") and not v.is_empty(e.value) for e in button.entries
        ):
            message = f"`content.{names[0]}[{index}]` has no `tag`; the button shows nothing"
            yield Finding(v.span_of(button), message, Fix("Add `tag`; `*` is all"))
    if default and isinstance(default.value, Scalar) and default.value.text.isdigit():
        number = int(default.value.text)
        if buttons and number >= len(buttons):
            message = (
                f"`content.{names[1]}` is {number}, and the {len(buttons)} buttons are counted"
                " from 0; no item is shown"
            )
            yield Finding(v.span_of(default.value), message)


_OF_SECTIONS = ("filter_button", "filter_default")
