"""A page whose sections are not shown.

## What it does
Reports widget pages and landing pages whose own front matter, file name or place keeps Hugo from
showing their sections, and a page that has sections beside it without being a widget page.

## Why it matters
The build succeeds and the page is empty, or not there.

## Example
<!-- path tour/index.md theme 5.3 -->
```
---
title: Tour
type: widget_page
headless: true
---
```

## Use instead
<!-- path tour/index.md theme 5.3 -->
```
---
title: Tour
type: widget_page
---
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from afr_content.addresses import Role
from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Facts
from afr_content.frontmatter import parse
from afr_content.nodes import Entry, Mapping, Scalar, Sequence
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import key_span
from afr_content.rules._sections import (
    HAS_LANDING,
    LISTS,
    TYPE,
    page_to_mend,
    prints_resources,
    start_instead,
)
from afr_content.source import Edit, majority_newline

CODE = "AFR308"
SEVERITY = Severity.ERROR


def check(page: Page) -> Iterator[Finding]:
    """Pages that hold sections."""
    root = page.root
    if root is None or page.is_section or not page.path.name.endswith(".md"):
        return
    stem = page.path.name.split(".")[0]
    if page.kind == "home":
        yield from _home(root)
    elif stem == "_index":
        yield from _branch(page, root)
    elif stem == "index" and _text(root, "type") == TYPE:
        yield from _headless(root)
    yield from _landing(page, root)


def _home(root: Mapping) -> Iterator[Finding]:
    """The start page's `index.md`: a draft is not found; not headless it is there twice."""
    draft, headless = root.find("draft"), root.find("headless")
    if draft and _is_true(draft):
        message = "The start page is a draft; it shows no section"
        yield Finding(key_span(draft), message, Fix("Remove `draft`, or set it to `false`"))
    if headless is None or not _is_true(headless):
        place = headless or (root.entries[0] if root.entries else None)
        if place:
            message = (
                "Without `headless: true` the start page is there twice: at `/` and at `/home/`"
            )
            yield Finding(key_span(place), message, Fix("Add `headless: true`"), Severity.WARNING)


def _headless(root: Mapping) -> Iterator[Finding]:
    entry = root.find("headless")
    if entry and _is_true(entry):
        message = "A headless page has no address of its own; this widget page is not published"
        yield Finding(key_span(entry), message, Fix("Remove `headless`"))


def _branch(page: Page, root: Mapping) -> Iterator[Finding]:
    """An `_index.md`: a page that lists others and has no sections."""
    type_, folder = root.find("type"), page.path.parent
    is_home = folder.name == "home" and not (folder.parent / "_index.md").exists()
    if not is_home and (type_ is None or _text(root, "type") != TYPE):
        return
    if (is_home and _text(root, "type") in LISTS) or (folder / "index.md").exists():
        return  # a list, or `both-indexes` speaks
    sections = any(path.name != page.path.name for path in folder.glob("*.md"))
    first = type_ or (root.entries[0] if root.entries else None)
    place = key_span(first) if first else None
    if place and folder.name != "content":
        message = "A widget page must be an `index.md`; as `_index.md` it shows no section"
        severity = Severity.ERROR if sections or is_home else Severity.INFO
        yield Finding(place, message, Fix("Rename the file to `index.md`"), severity)


def _landing(page: Page, root: Mapping) -> Iterator[Finding]:
    """Blocks on a page that is no landing page."""
    sections, type_ = root.find("sections"), root.find("type")
    theme = page.site.theme
    if not sections or not _has_blocks(sections) or (theme and theme < HAS_LANDING):
        return
    if type_ is None or v.is_empty(type_.value):
        message = "`sections` are shown on pages of `type: landing` only; nothing is shown"
        yield Finding(key_span(sections), message, Fix("Add `type: landing`"))
    elif isinstance(type_.value, Scalar) and type_.value.text != "landing":
        text = type_.value.text
        message = f"`sections` are shown on pages of `type: landing` only, found `{text}`"
        same = text.lower().replace("_", "-") in ("landing", "landing-page")
        fix = v.rewrite(page, type_.value, "landing", safe=same)
        yield Finding(v.span_of(type_.value), f"{message}; nothing is shown", fix)


def _has_blocks(entry: Entry) -> bool:
    value = entry.value
    return isinstance(value, Sequence) and any(
        isinstance(item, Mapping) and (item.find("block") or item.find("widget"))
        for item in value.items
    )


def _text(root: Mapping, name: str) -> str:
    entry = root.find(name)
    return entry.value.text.lower() if entry and isinstance(entry.value, Scalar) else ""


def _is_true(entry: Entry) -> bool:
    return isinstance(entry.value, Scalar) and entry.value.text.lower() in v.SAYS_TRUE


def check_site(census: Census) -> Iterator[Located]:
    """Pages with sections that are no widget page, and widget pages that nobody comes to."""
    if census.site.is_academic or prints_resources(census.site.root):
        return
    for facts in census.pages:
        if facts.kind == "home" and (start := start_instead(census, facts.place.language)):
            yield _replaced(census, facts, start)
        elif facts.text("type") == TYPE and census.role(facts) is Role.RESOURCE:
            yield _within(census, facts)
    for index, sections in _sections_beside(census):
        if index.kind == "page" and not index.text("type"):
            yield _untyped(census, index, sections)


def _sections_beside(census: Census) -> Iterator[tuple[Facts, list[Facts]]]:
    """The pages in whose folders there are sections that no page holds."""
    beside: dict[Path, list[Facts]] = defaultdict(list)
    for facts in census.pages:
        if facts.is_section and census.page_of(facts) is None:
            page = page_to_mend(census, facts)
            if page:
                beside[page.path].append(facts)
    yield from ((census.by_path[path], sections) for path, sections in beside.items())


def _replaced(census: Census, home: Facts, start: Facts) -> Located:
    fact = home.get("type")
    message = (
        f"`{_shown(census, start)}` (`type: {start.text('type')}`) is the start page;"
        " this one is not shown"
    )
    advice = Fix("Remove the folder, or the type of the start page")
    finding = Finding(fact.span if fact else home.start, message, advice, Severity.WARNING)
    return Located(home.path, finding)


def _within(census: Census, page: Facts) -> Located:
    """A widget page in the folder of another leaf bundle."""
    fact, around = page.get("type"), census.bundle(page)
    whose = _shown(census, around) if around else ""
    message = f"This folder is part of the page `{whose}`; its widget page is not published"
    advice = Fix("Move the folder, or rename the other `index.md` to `_index.md`")
    return Located(page.path, Finding(fact.span if fact else page.start, message, advice))


def _untyped(census: Census, index: Facts, sections: list[Facts]) -> Located:
    more = len(sections) - 1
    others = f" and {more} other{'s'[: more > 1]}" if more else ""
    are = "are sections" if more else "is a section"
    message = (
        f"`{sections[0].path.name}`{others} {are}, and the page has no `type: {TYPE}`;"
        " it shows no section"
    )
    return Located(index.path, Finding(index.start, message, _add_type(census, index)))


def _add_type(census: Census, index: Facts) -> Fix:
    """Write the type above the first key."""
    title, text = f"Add `type: {TYPE}`", census.source(index).text
    document = parse(text)
    is_block = document.mapping and not document.mapping.flow and document.mapping.entries
    if not is_block or not document.fences or document.fences.format != "yaml":
        return Fix(title)
    line = f"type: {TYPE}{majority_newline(text)}"
    return Fix(title, (Edit(index.start.start, index.start.start, line),), safe=False)


def _shown(census: Census, facts: Facts) -> str:
    return facts.path.relative_to(census.site.root).as_posix()
