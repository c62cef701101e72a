"""Front matter that is opened and not closed.

## What it does
Reports front matter without its closing line: `---` for YAML, `+++` for TOML, `}` for JSON. It must
stand at the beginning of a line; `...` does not close it.

## Why it matters
Hugo stops with "EOF looking for end of front matter".

## Example
```
---
title: News
The text of the page.
```

## Use instead
```
---
title: News
---
The text of the page.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.page import Page
from afr_content.source import Span

CODE = "AFR003"
SEVERITY = Severity.ERROR

_NEARLY = re.compile(r"^([ \t]+(?:---|\+\+\+)|\.\.\.|[-–—]{1,2}|___|—-|===)[ \t]*$", re.M)
_CLOSERS = {"-": "---", "+": "+++", "{": "}"}


def check(page: Page) -> Iterator[Finding]:
    """The opening line, and the line that was perhaps meant to close."""
    error = page.document.error
    if error is None or error.kind not in ("unclosed", "delimiter"):
        return
    text = page.source.text
    line_end = text.find("\n", error.offset)
    span = Span(error.offset, len(text) if line_end < 0 else line_end)
    opener = text[error.offset : error.offset + 1]
    closer = _CLOSERS.get(opener, "---")
    if error.kind == "delimiter":
        yield _not_a_fence(span, text)
        return
    message = f"Front matter opens here and nothing closes it, expected a line `{closer}`"
    nearly = _NEARLY.search(text, span.end)
    if nearly and opener != "{":
        line = page.source.position(nearly.start(1)).line
        title = f"Write line {line} as `{closer}`"
        yield Finding(span, message, Fix.replace(title, Span(*nearly.span()), closer, safe=False))
    else:
        yield Finding(span, message, Fix(f"Put a line `{closer}` behind the last key"))


def _not_a_fence(span: Span, text: str) -> Finding:
    found = text[span.start : span.end].strip()
    message = f"Expected `---` to open the front matter, found `{found[:40]}`"
    if found[:2] in ("- ", "+ "):
        message = f"A page cannot begin with a list: Hugo takes `{found[:1]}` for front matter"
        return Finding(span, message, Fix("Put front matter, or any other text, above the list"))
    return Finding(span, message, Fix("Open the front matter with exactly three hyphens"))
