"""A value that is none of those which the key knows.

## What it does
Reports a value that is not among those the templates tell apart, with the one that was probably
meant.

## Why it matters
Templates do not complain: they take the default, or show nothing. `order: ASC` sorts newest first.

## Example
<!-- path home/news.md -->
```
---
widget: pages
weight: 10
content:
  page_type: post
design:
  view: "3"
---
```

## Use instead
<!-- path home/news.md -->
```
---
widget: pages
weight: 10
content:
  page_type: post
design:
  view: 3
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.hugo import Dialect
from afr_content.models.types import Kind
from afr_content.names import is_one_slip, nearest
from afr_content.nodes import Entry, Scalar
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._blocks import parts

CODE = "AFR202"
SEVERITY = Severity.WARNING

VIEWS = {"list": 1, "compact": 2, "card": 3, "citation": 4, "showcase": 5}
PORTFOLIO_VIEWS = {"list": 1, "compact": 2, "masonry": 3, "card": 3, "showcase": 5}
CSL_TYPES = (
    "", "paper-conference", "article-journal", "article", "report", "book", "chapter", "thesis",
    "patent",
)  # fmt: skip
"""What the numbers of `publication_types` stand for; `"0"` says nothing."""


def check(page: Page) -> Iterator[Finding]:
    """Values outside of a choice, and the numbers of views that a newer Hugo does not match."""
    for fault in v.faults(page, "invalid-value"):
        if isinstance(fault.node, Scalar) and fault.kind:
            yield _finding(page, fault, fault.node, fault.kind)
    if page.is_settings:
        return
    yield from _numbered_views(page)
    yield from _taxonomy(page)
    yield from _type(page)
    yield from _markup(page)


def _finding(page: Page, fault: v.Fault, node: Scalar, kind: Kind) -> Finding:
    meant = _meant(page, fault, kind)
    severity = v.severity_of(page, fault)
    if kind.name == "view" and node.text.lower() == "compact":
        severity = Severity.INFO  # what is shown in place of an unknown view
    if kind.name == "icon-pack":
        severity = Severity.WARNING
    if meant is None:
        return Finding(v.span_of(node), v.message(page, fault), severity=severity)
    shown = v.quoted(page, meant) if isinstance(meant, str) and meant[:1].isdigit() else str(meant)
    safe = fault.name != "publication_types" and (
        isinstance(meant, int) or is_one_slip(node.text, meant)
    )
    keeps_quotes = isinstance(meant, str) and shown == meant
    fix = (_write if keeps_quotes else v.put)(node, shown, safe=safe)
    return Finding(v.span_of(node), v.message(page, fault), fix, severity)


def _write(node: Scalar, text: str, *, safe: bool) -> Fix:
    """The text in the quotes that stand there."""
    mark = node.style if node.style in ('"', "'") else ""
    return v.put(node, f"{mark}{text}{mark}", safe=safe)


def _meant(page: Page, fault: v.Fault, kind: Kind) -> str | int | None:
    """The value that was probably meant."""
    text = v.plain_text(fault.found).strip().lower()
    by_text = {str(value).lower(): value for value in kind.values if isinstance(value, str | int)}
    if text in by_text:
        return by_text[text]
    if kind.name == "view":
        return _number_of_view(page, text)
    if fault.name in ("publication_types", "publication_type"):
        return _publication_type(kind, text)
    if kind.name in _BY_INITIAL and text[:1] in by_text:
        return by_text[text[:1]]
    names = tuple(name for name in by_text if not name.isdigit())
    near = nearest(text, names) or _shorter(text, names)
    return by_text[near] if near else None


_BY_INITIAL = ("menu-align", "font-size")
"""The kinds whose values are the first letters of words: `r` for `right`."""


def _shorter(text: str, names: tuple[str, ...]) -> str | None:
    """`asc` for `ascending`."""
    found = [name for name in names if len(name) > 2 and text.startswith(name)]
    return found[0] if len(found) == 1 else None


def _number_of_view(page: Page, text: str) -> int | None:
    return (PORTFOLIO_VIEWS if _is_portfolio(page) else VIEWS).get(text)


def _is_portfolio(page: Page) -> bool:
    return page.is_section and page.widget in ("portfolio", "projects")


def _publication_type(kind: Kind, text: str) -> str | None:
    if kind.values:  # numbers, up to 5.8
        if text.lstrip("0") in kind.values:
            return text.lstrip("0")
        return str(CSL_TYPES.index(text)) if text in CSL_TYPES[1:] else None
    is_number = text.isdigit() and 1 <= int(text) < len(CSL_TYPES)
    return CSL_TYPES[int(text)] if is_number else None


def _numbered_views(page: Page) -> Iterator[Finding]:
    """Views by number, from theme 5.5 on: Hugo 0.152 reads another type of number."""
    theme = page.site.theme
    if theme is None or theme < (5, 5):
        return
    for numbers, place, entry in _views(page):
        node = entry.value if entry else None
        if not isinstance(node, Scalar) or node.style or not node.text.isdigit():
            continue
        name = next((name for name, number in numbers.items() if str(number) == node.text), None)
        if name and Dialect.NEW in page.site.dialects:
            message = (
                f"`{place}` is the number `{node.text}`, which the theme does not match"
                " with Hugo 0.152 and later; the pages are listed in the compact view"
            )
            known = page.site.hugo is not None
            severity = Severity.WARNING if known and name != "compact" else Severity.INFO
            yield Finding(v.span_of(node), message, v.put(node, name), severity)


def _views(page: Page) -> Iterator[tuple[dict[str, int], str, Entry | None]]:
    """The places of a view, each with the numbers that are known there."""
    for names in (("view",), ("design", "view")):
        numbers = PORTFOLIO_VIEWS if _is_portfolio(page) else VIEWS
        yield numbers, ".".join(names), v.at(page, *names)
    for part in parts(page) if page.blocks else ():
        numbers = PORTFOLIO_VIEWS if part.name == "portfolio" else VIEWS
        yield numbers, "design.view", part.at("design", "view")


_TAXONOMIES = ("tags", "categories", "authors", "publication_types")
_PLURALS = {"tag": "tags", "category": "categories", "author": "authors"}


def _taxonomy(page: Page) -> Iterator[Finding]:
    """A slip in a taxonomy's name in a tag cloud, or its singular."""
    for part in parts(page):
        entry = part.at("content", "taxonomy") if part.name == "tag_cloud" else None
        if entry and isinstance(entry.value, Scalar) and entry.value.text not in _TAXONOMIES:
            yield from _no_taxonomy(page, entry.value)


def _no_taxonomy(page: Page, node: Scalar) -> Iterator[Finding]:
    meant = _PLURALS.get(node.text) or nearest(node.text, _TAXONOMIES)
    if meant:
        message = (
            f"Expected `{meant}` for `content.taxonomy`, found the text"
            f" `{v.written(page, node)}`; no tag is shown"
        )
        yield Finding(v.span_of(node), message, _write(node, meant, safe=True))


_ACADEMIC_TYPES = ("widget_page", "docs", "publication", "project", "talk", "slides", "post")
_TYPES = ("widget_page", "landing", "book", "publication", "project", "event", "slides", "post")


def _type(page: Page) -> Iterator[Finding]:
    """A slip in the name of one of the theme's types, where no folder is called so."""
    entry = None if page.is_section else v.at(page, "type")
    types = _ACADEMIC_TYPES if page.site.is_academic else _TYPES
    if entry is None or not isinstance(entry.value, Scalar) or entry.value.text in ("", *types):
        return
    if v.at(page, "sections"):
        return  # `sections-not-shown` speaks
    text = entry.value.text
    near = nearest(text, types)
    if near is None or text == f"{near}s":
        return  # the plural is the name of many a folder
    if not any((page.site.root / place / text).is_dir() for place in ("content", "layouts")):
        message = f"Expected `{near}` for `type`, found the text `{v.written(page, entry.value)}`"
        effect = "; other templates show the page"
        fix = _write(entry.value, near, safe=is_one_slip(text, near))
        yield Finding(v.span_of(entry.value), message + effect, fix)


_MARKUPS = frozenset(
    {
        "goldmark", "md", "mdown", "markdown", "html", "htm", "org", "pandoc", "pdc", "rst",
        "asciidocext", "asciidoctor", "asciidoc", "adoc", "ad", "",
    }
)  # fmt: skip


def _markup(page: Page) -> Iterator[Finding]:
    """A language of the page's text that Hugo from 0.147 on does not know, such as `mmark`."""
    entry = v.at(page, "markup")
    if entry is None or not isinstance(entry.value, Scalar):
        return
    hugo = page.site.hugo
    if hugo and hugo < (0, 147):
        return
    text = entry.value.text.lower()
    if v.depends_on_version(page, entry.value):
        return
    if text not in _MARKUPS and "/" not in text:
        message = f"Hugo 0.147 and later stop at `{entry.value.text}` for `markup`"
        severity = Severity.ERROR if hugo else Severity.WARNING
        fix = v.put(entry.value, "goldmark", safe=False)
        yield Finding(v.span_of(entry.value), message, fix, severity)
