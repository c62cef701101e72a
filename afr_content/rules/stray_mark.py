"""A quote, comma or dash that does not belong to the text.

## What it does
Reports texts that end in a lone quote or in a comma, texts between curly quotes, list items without
a blank behind the dash, and a quote that is not closed before the next key.

## Why it matters
To YAML only straight quotes around the whole text are quotes, and a line needs no comma at its end.
Everything else is part of the text: it is printed, and an address or a file name with it leads
nowhere.

## Example
```
---
title: News from the lab,
url_pdf: “https://example.org/news.pdf”
---
```

## Use instead
```
---
title: News from the lab
url_pdf: "https://example.org/news.pdf"
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import UNTYPED, Scalar
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import is_key
from afr_content.source import Edit, Span

CODE = "AFR214"
SEVERITY = Severity.WARNING

_CURLY = re.compile("[“„”‟«»][^“„”‟«»]+[“”»«]")
_QUOTES = frozenset("\"'")


def check(page: Page) -> Iterator[Finding]:
    """Unquoted texts of known keys, as the marks would stand in a page."""
    if not v.is_yaml(page):
        return
    for scalar in page.scalars:
        if scalar.style in _QUOTES:
            yield from _swallowed(page, scalar)
        if scalar.text[:1] == "-" or " -" in scalar.text:
            yield from _dash(page, scalar)
        if scalar.text[-1:] in v.STRAY and _is_plain(scalar) and not _is_anothers(page, scalar):
            finding = _curly(page, scalar) or _last(scalar)
            if finding:
                yield finding


_TEXTS = (None, "!")
"""The tags of what stands there without quotes: `!` is a text on several lines."""


def _is_plain(scalar: Scalar) -> bool:
    return (
        scalar.value is UNTYPED and not scalar.style and not scalar.alias and scalar.tag in _TEXTS
    )


def _is_anothers(page: Page, scalar: Scalar) -> bool:
    """Whether nothing reads the text, or a rule on the key's values speaks of it."""
    if v.is_judged(page, scalar):
        return True
    place = v.place_of(page, scalar)
    return place is None or place.kind in ("date", "item-date") or place.path == ("widget",)


def _dash(page: Page, scalar: Scalar) -> Iterator[Finding]:
    """Lines such as `-Jane`, which go on with the text above or are no list at all."""
    text = page.source.text
    line = max(text.rfind("\n", 0, scalar.start), 0)
    match = _ITEM.search(text, line, scalar.end) if _is_plain(scalar) else None
    if match and not _is_anothers(page, scalar):
        place = v.place_of(page, scalar)
        if place and place.kind in v.LIST_KINDS:
            span = Span(match.end() - 1, match.end())
            fix = Fix("Put a blank behind it", (Edit(span.end, span.end, " "),))
            yield Finding(span, "No blank behind the `-`, so that the line is no list item", fix)


_ITEM = re.compile(r"\n[ \t]*-(?=[^\s\d-])")


def _swallowed(page: Page, scalar: Scalar) -> Iterator[Finding]:
    """A quote that is closed some lines below only, with keys in between."""
    text = page.source.text
    if "\n" not in text[scalar.start : scalar.end] or page.model is None:
        return
    for match in _KEY.finditer(text, scalar.start, scalar.end):
        if is_key(page.model, match[1]):
            span = Span(scalar.start, scalar.start + 1)
            message = (
                f"The text that this {scalar.style} opens goes on over the key `{match[1]}` below"
            )
            end = text.find("\n", scalar.start)
            fix = Fix(
                f"Close it at the end of the line with {scalar.style}",
                (Edit(end, end, scalar.style),),
                safe=False,
            )
            yield Finding(span, message, fix, Severity.ERROR)
            return


_KEY = re.compile(r"\n[ \t]*(?:- )?([a-z][a-zA-Z_]*):(?=[ \t\r\n])")


def _curly(page: Page, scalar: Scalar) -> Finding | None:
    if not _CURLY.fullmatch(scalar.text):
        return None
    first, last = scalar.text[0], scalar.text[-1]
    message = f"{first} and {last} are part of the text, expected straight quotes around it"
    return Finding(v.span_of(scalar), message, v.put(scalar, v.quoted(page, scalar.text[1:-1])))


def _last(scalar: Scalar) -> Finding | None:
    """A comma, or a quote without its other half."""
    text, last = scalar.text, scalar.text[-1]
    is_lone = last == "," or (last == '"' and text.count('"') % 2 == 1)
    is_lone = is_lone or (last == "'" and text.count("'") == 1 and text[-2:-1] != "s")
    if not is_lone:
        return None
    span = Span(scalar.end - 1, scalar.end)
    what = "comma" if last == "," else "quote"
    message = f"The {what} at the end is part of the text"
    return Finding(span, message, Fix("Delete it", (Edit(*span, ""),), safe=False))
