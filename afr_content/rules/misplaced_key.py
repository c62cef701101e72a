"""A key that is read, but not where it stands.

## What it does
Reports a key that the theme knows in another place of the same front matter: `columns` outside of
`design`, `css_class` outside of `advanced`. Also what blocks of landing pages have below
`content` and sections elsewhere, such as `content.text`.

## Why it matters
Templates look for a key in one place only. Elsewhere it has no effect.

## Example
<!-- path home/news.md -->
```
---
widget: blank
weight: 10
title: News
columns: "1"
---
```

## Use instead
<!-- path home/news.md -->
```
---
widget: blank
weight: 10
title: News
design:
  columns: "1"
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.models.check import BadValue, UnknownKey
from afr_content.nodes import Entry, Mapping
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import (
    THE_BODY,
    dotted,
    emptied,
    entry_lines,
    fallen,
    home_of,
    in_block,
    key_span,
    landing_home,
    landing_homes,
    rename,
)
from afr_content.source import Edit

CODE = "AFR106"
SEVERITY = Severity.WARNING


def check(page: Page) -> Iterator[Finding]:
    """Unknown keys that have exactly one home elsewhere."""
    for issue in page.issues:
        if isinstance(issue, UnknownKey):
            home = home_of(page, issue)
            if home:
                message = f"`{dotted(issue.path)}` is not read there, expected it as `{home}`"
                stops = in_block(issue.path) and _stops(page, issue)
                message += "; the build stops" if stops else ""
                severity = Severity.ERROR if stops else None
                severity = Severity.INFO if issue.path[2:] == _IN_STARTERS else severity
                yield Finding(key_span(issue.entry), message, _fix(page, issue, home), severity)
            yield from _landing(page, issue)


def _stops(page: Page, issue: UnknownKey) -> bool:
    """Whether the map that has lost the key is one that must not be empty."""
    above = emptied(issue)
    values = (other.node for other in page.issues if isinstance(other, BadValue))
    return above is not None and any(node is above.value for node in values)


_IN_STARTERS = ("design", "background", "image", "text_color_light")
"""What the theme's own starters have in the wrong place."""


def _fix(page: Page, issue: UnknownKey, home: str) -> Fix:
    """Another name in the same map, or some more indentation; other keys are moved by hand."""
    above, _, name = home.rpartition(".")
    if not in_block(issue.path):
        return Fix(f"Move it to `{home}`")
    if above == dotted(issue.path).rpartition(".")[0]:
        return rename(page, issue.entry, name, safe=False)
    around = emptied(issue) or fallen(issue)
    edits = _indented(page, issue.entry, around) if around else ()
    return Fix(f"Move it to `{home}`", edits, safe=False)


def _indented(page: Page, entry: Entry, above: Entry) -> tuple[Edit, ...]:
    """The lines of an entry, moved to the right to stand in the map above."""
    text, lines = page.source.text, entry_lines(page, entry)
    own = entry.key.start - lines.start
    if not v.is_yaml(page) or text[lines.start : entry.key.start].strip():
        return ()
    first = above.value.entries[0] if isinstance(above.value, Mapping) else None
    line = entry_lines(page, first).start if first else 0
    step = first.key.start - line - own if first else _STEP
    if step <= 0 or (first and text[line : first.key.start].strip()):
        return ()
    starts = [lines.start + match.end() for match in _LINE_STARTS.finditer(text[slice(*lines)])]
    return tuple(Edit(start, start, " " * step) for start in starts)


_STEP = 2
_LINE_STARTS = re.compile(r"^(?=.*\S)", re.MULTILINE)


def _landing(page: Page, issue: UnknownKey) -> Iterator[Finding]:
    """Keys of landing pages' blocks in a section's file."""
    home = landing_home(page, issue)
    pairs = [(issue.entry, home)] if home else list(landing_homes(page, issue))
    for entry, place in pairs:
        where = place if place == THE_BODY else f"`{place}`"
        message = f"`content.{entry.name}` is for landing pages, expected it as {where}"
        yield Finding(key_span(entry), message, Fix(f"Move it to {where}"))
