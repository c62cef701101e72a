"""The same key twice in one mapping.

## What it does
Reports every key that stands a second time on the same level.

## Why it matters
Hugo up to 0.151 silently takes the last one: what the others say is lost. From 0.152 on the build
stops.

## Example
```
---
title: News
tags: [lab]
tags: [students]
---
```

## Use instead
```
---
title: News
tags: [lab, students]
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.hugo import Dialect
from afr_content.nodes import Entry, Mapping
from afr_content.page import Page
from afr_content.rules._keys import entry_lines, is_block, key_span
from afr_content.source import Edit, Span

CODE = "AFR101"
SEVERITY = Severity.ERROR


def check(page: Page) -> Iterator[Finding]:
    """Every later key of a name, with the line of the first; in TOML the first such."""
    yield from _refused(page)
    for mapping in page.mappings:
        names = [entry.name for entry in mapping.entries]
        if len(set(names)) == len(names):
            continue
        first: dict[str, Entry] = {}
        for entry in mapping.entries:
            if entry.name and entry.name != "<<":
                if entry.name in first:
                    yield _finding(page, mapping, first[entry.name], entry)
                first[entry.name] = entry


def _refused(page: Page) -> Iterator[Finding]:
    """A key or table that TOML does not allow a second time, nor as a list and a single one."""
    error, fences = page.document.error, page.document.fences
    if error and error.kind == "duplicate-key" and fences and fences.format == "toml":
        key = _TOML_KEY.match(page.source.text, error.offset)
        span = Span(*key.span()) if key else Span(error.offset, error.offset)
        message = f"`{key[0].strip(_QUOTES) if key else ''}` is there already; the build stops"
        yield Finding(
            span, message, Fix("Keep one of them, or put `[[…]]` around the name of each")
        )


_QUOTES = "\"'"
_TOML_KEY = re.compile(r"""[\w-]+|"[^"\n]*"|'[^'\n]*'""")


def _finding(page: Page, mapping: Mapping, earlier: Entry, later: Entry) -> Finding:
    line = page.source.position(earlier.key.start).line
    breaks = Dialect.NEW in page.site.dialects
    effect = "Hugo 0.152 and later stop here" if breaks else "Hugo takes only the last one"
    message = f"`{later.name}` is there already, on line {line}; {effect}"
    same = _text(page, earlier) == _text(page, later)
    severity = Severity.WARNING if same and not breaks else None
    if not is_block(page, mapping):
        return Finding(key_span(later), message, Fix("Keep one of them"), severity)
    span = entry_lines(page, earlier)
    title = f"Remove line {line}" + ("" if same else ", which Hugo up to 0.151 passes over")
    fix = Fix(title, (Edit(span.start, span.end, ""),), safe=same)
    return Finding(key_span(later), message, fix, severity)


def _text(page: Page, entry: Entry) -> str:
    return page.source.text[entry.value.start : entry.value.end]
