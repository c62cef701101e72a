"""A block that there is not.

## What it does
Reports a `block` of a landing page that neither the site's version of the theme nor the site itself
has, sections that say `widget` in its place, and those that say nothing there and a lot that only
another block would show. Blocks of the site's own are found in
`layouts/partials/blocks/`; list those from elsewhere in `extra-widgets` of the configuration.

## Why it matters
Hugo stops, and does not say which file is at fault. A section without `block` is shown as a text.

## Example
<!-- path _index.md theme 5.9 -->
```
---
type: landing
sections:
  - block: pages
    content:
      title: News
---
```

## Use instead
<!-- path _index.md theme 5.9 -->
```
---
type: landing
sections:
  - block: collection
    content:
      title: News
---
```
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.landing import DEFAULT, blocks_of, entry_in
from afr_content.models.base import keys_of
from afr_content.models.registry import BLOCKS, block_names, load
from afr_content.names import is_one_slip, nearest
from afr_content.nodes import Entry, Mapping, Scalar
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._blocks import has_blocks
from afr_content.rules._keys import key_span, rename
from afr_content.source import Edit

CODE = "AFR309"
SEVERITY = Severity.ERROR

WIDGETS = {
    "blank": "markdown", "custom": "markdown", "teaching": "markdown",
    "pages": "collection", "posts": "collection", "publications": "collection",
    "talks": "collection", "featured": "collection", "publications_featured": "collection",
    "featurette": "features", "projects": "portfolio", "about": "about.biography",
}  # fmt: skip
"""The block that took the place of a widget; blocks of the same name are left out."""
_FEATURED = frozenset({"featured", "publications_featured"})
_BY_ONE_NAME = frozenset({"blank", "custom", "pages", "featurette", "projects"})
"""Widgets whose block is the same thing under another name."""

_SINCE_DOTS = (0, 147)
"""From this Hugo on, one of two templates that differ behind a dot only is not found."""
_LOST = "about.biography"


def check(page: Page) -> Iterator[Finding]:
    """The blocks of a landing page."""
    for _, item in blocks_of(page.root) if has_blocks(page) else ():
        entry = entry_in(item, "block")
        if entry is None or v.is_empty(entry.value):
            yield from _widget(page, item)
            yield from _nameless(page, item, entry)
        elif isinstance(entry.value, Scalar) and not v.depends_on_version(page, entry.value):
            yield from _block(page, entry.value)


def _widget(page: Page, item: Mapping) -> Iterator[Finding]:
    """The key of section files in a landing page."""
    entry = entry_in(item, "widget")
    if entry and isinstance(entry.value, Scalar) and not v.is_empty(entry.value):
        message = (
            "Expected `block`, found `widget`, which is for section files; the section is shown as"
            " a `markdown` one"
        )
        is_known = _is_known(page, entry.value.text) or entry.value.text in WIDGETS
        yield Finding(key_span(entry), message, rename(page, entry, "block", safe=is_known))


def _nameless(page: Page, item: Mapping, entry: Entry | None) -> Iterator[Finding]:
    """A section that names no block, and says what the text that is shown instead does not read."""
    if any(other.name.lower() in ("block", "widget") for other in item.entries if other != entry):
        return  # other rules speak
    said = {(name, key) for name in ("content", "design") for key in _keys(item, name)}
    lost = sorted(said - _read_by(DEFAULT))
    blocks = [block for block in block_names(page.site.theme) if said <= _read_by(block)]
    if not lost or not blocks:
        return
    lacks = f"`{'.'.join(lost[0])}`"
    message = f"The section names no block; it is shown as `{DEFAULT}`, which does not read {lacks}"
    meant = " or ".join(f"`block: {block}`" for block in blocks[:2])
    span = key_span(entry or item.entries[0])
    can_write = entry and len(blocks) == 1 and entry.value.start == entry.value.end
    edits = (Edit(span.end + 1, span.end + 1, f" {blocks[0]}"),) if can_write else ()
    yield Finding(span, message, Fix(f"Write {meant}", edits, safe=False))


def _keys(item: Mapping, name: str) -> Iterator[str]:
    entry = entry_in(item, name)
    if entry and isinstance(entry.value, Mapping):
        yield from (inner.name for inner in entry.value.entries)


@cache
def _read_by(block: str) -> frozenset[tuple[str, str]]:
    """What a block of the theme's reads, as `content` or `design` and a key in it."""
    keys = keys_of(load(BLOCKS[block]))
    parts = ((name, keys[name].model) for name in ("content", "design"))
    return frozenset(
        (name, key.name)
        for name, model in parts
        for key in (keys_of(model).values() if model else ())
        if not key.facts.unread
    )


def _block(page: Page, node: Scalar) -> Iterator[Finding]:
    name, hugo = node.text, page.site.hugo if node.text.lower() == _LOST else None
    if not _is_known(page, name):
        yield _finding(page, node, name)
    elif hugo and hugo >= _SINCE_DOTS and _LOST not in page.site.own_blocks:
        message = f"Hugo 0.147 and later do not find the theme's template of `{name}`"
        yield Finding(v.span_of(node), f"{message}; the build stops", _COPY)


_COPY = Fix("Copy its template to `layouts/partials/blocks/biography.html`, and write `biography`")


def _is_known(page: Page, name: str) -> bool:
    lower = name.lower()
    is_the_themes = lower in BLOCKS and page.site.theme in BLOCKS[lower].versions
    return is_the_themes or lower in page.site.blocks


def _finding(page: Page, node: Scalar, name: str) -> Finding:
    theme, known = page.site.theme, BLOCKS.get(name.lower())
    if known and theme:
        message = f"The block `{name}` is there {known.versions}, the site's theme is {theme}"
        return Finding(v.span_of(node), f"{message}; the build stops")
    if name in page.site.own_blocks:
        message = f"The theme looks for the block `{name}` in lower case; the build stops"
        return Finding(v.span_of(node), message, Fix(f"Call the template `{name.lower()}.html`"))
    widget = name.strip().lower()
    if widget in WIDGETS:
        return _by_its_old_name(page, node, widget)
    names = tuple(sorted({*block_names(theme), *page.site.blocks}))
    near, message = nearest(name.strip(), names), f"There is no block `{v.written(page, node)}`"
    if near:
        fix = v.rewrite(page, node, near, safe=is_one_slip(name, near))
        return Finding(v.span_of(node), f"{message}, did you mean `{near}`; the build stops", fix)
    known_names = ", ".join(f"`{known}`" for known in names)
    may_be_elsewhere = theme is None or page.site.has_foreign_modules
    severity = Severity.INFO if may_be_elsewhere else None
    fix = Fix(f"There are {known_names}")
    return Finding(v.span_of(node), f"{message}; the build stops", fix, severity)


def _by_its_old_name(page: Page, node: Scalar, widget: str) -> Finding:
    """A widget's name; that of `featured` was a choice among the pages as well."""
    block = WIDGETS[widget]
    message = f"There is no block `{widget}`, the widget of that name is the block `{block}`"
    fix = v.rewrite(page, node, block, safe=widget in _BY_ONE_NAME)
    if widget in _FEATURED:
        title = f"{fix.title}, and `featured_only: true` in `content.filters`"
        fix = fix._replace(title=title)
    return Finding(v.span_of(node), f"{message}; the build stops", fix)
