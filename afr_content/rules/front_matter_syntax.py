"""Front matter that does not parse.

## What it does
Reports the place where Hugo gives up reading the YAML, TOML or JSON, and what is most likely wrong
there: a tab, a colon or a quote in an unquoted text, a line without a colon, a list item in the
wrong column.

## Why it matters
The build stops.

## Example
```
---
title: AFR: research for finance
---
```

## Use instead
```
---
title: "AFR: research for finance"
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.errors import ReadError
from afr_content.hugo import Dialect
from afr_content.page import Page
from afr_content.source import Span

CODE = "AFR004"
SEVERITY = Severity.ERROR

_OTHERS = ("unclosed", "delimiter", "duplicate-key", "not-a-mapping")
"""Kinds of error that have rules of their own."""


def check(page: Page) -> Iterator[Finding]:
    """The first error; what lies behind it shows once that is mended."""
    refusals = page.refusals
    if not page.document.fences:
        return
    if not refusals:
        yield from _behind_the_end(page)
        return
    considered = page.site.dialects
    errors = {
        dialect: error
        for dialect, error in refusals.items()
        if error.kind not in _OTHERS and not _is_encoding(page, error)
    }
    for dialect in (*considered, *errors):
        if dialect in errors:
            finding = _finding(page, errors[dialect])
            if _drops_rest(page, errors[dialect]):
                effect = "Hugo up to 0.151 reads nothing from here on, later ones stop"
                yield Finding(finding.span, f"{finding.message}; {effect}", finding.fix)
            else:
                yield _with_version(finding, dialect, errors, considered)
            return


def _behind_the_end(page: Page) -> Iterator[Finding]:
    """Keys behind the line `...`, with which YAML ends a document."""
    text, root, fences = page.source.text, page.root, page.document.fences
    if root is None or fences is None or not text[root.end : fences.matter.end].strip():
        return
    match = _END.search(text, root.end, fences.matter.end)
    if match:
        message = "`...` ends the front matter; Hugo reads nothing from here on"
        span = Span(*match.span("dots"))
        advice = Fix.replace(
            "Delete it", Span(match.start("dots"), match.start("rest")), "", safe=False
        )
        yield Finding(span, message, advice)


_END = re.compile(r"^(?P<dots>\.\.\.)[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*(?P<rest>[^\s#])", re.M)


def _drops_rest(page: Page, error: ReadError) -> bool:
    """Whether Hugo up to 0.151 reads the front matter up to the error, and not what follows."""
    return (
        Dialect.OLD in page.site.dialects
        and page.root is not None
        and page.root.end <= error.offset
        and page.document.refusal(Dialect.OLD) is None
    )


def _is_encoding(page: Page, error: ReadError) -> bool:
    """Whether it is a byte that is no UTF-8: `not-utf-8` says so."""
    return "\udc80" <= page.source.text[error.offset : error.offset + 1] <= "\udcff"


def _with_version(
    finding: Finding,
    dialect: Dialect,
    errors: dict[Dialect, ReadError],
    considered: tuple[Dialect, ...],
) -> Finding:
    if len(errors) > 1:
        return finding
    which = "up to 0.151" if dialect is Dialect.OLD else "0.152 and later"
    severity = None if dialect in considered else Severity.INFO
    message = f"{finding.message} (Hugo {which})"
    return Finding(finding.span, message, finding.fix, severity)


def _finding(page: Page, error: ReadError) -> Finding:
    fences = page.document.fences
    text = page.source.text
    if fences and fences.format == "yaml":
        from afr_content.explain import explain

        found = explain(text, fences.matter, error)
        return found._replace(message=_called(page, found.message))
    end = text.find("\n", error.offset)
    span = Span(error.offset, len(text) if end < 0 else max(end, error.offset))
    name = fences.format.upper() if fences else "YAML"
    return Finding(span, _called(page, f"The front matter is no {name}: {error.message}"))


def _called(page: Page, message: str) -> str:
    """The message for a file of settings, which is no front matter."""
    return message.replace("The front matter", "The file") if page.is_settings else message
