"""A page whose sections are not shown.

## What it does
Reports widget pages and landing pages whose own front matter, file name or place keeps Hugo from
showing their sections, and a page that has sections beside it without being a widget page. It
tells, too, of text below the front matter of a landing page, which shows its blocks only.

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

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from afr_content.bodies.elements import COMMENT
from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Facts
from afr_content.frontmatter import parse
from afr_content.nodes import Entry, Mapping, Scalar, Sequence
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import is_block, key_span
from afr_content.rules._references import own_layouts
from afr_content.rules._sections import (
    HAS_LANDING,
    LISTS,
    TYPE,
    has_widget_pages,
    page_to_mend,
    prints_resources,
    start_instead,
)
from afr_content.source import Edit, Span, majority_newline
from afr_content.versions import names_tailwind

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
        yield from _of_tailwind(page, root)
    yield from _landing(page, root)
    type_ = v.at(page, "type")
    is_landing = type_ and isinstance(type_.value, Scalar) and type_.value.text == "landing"
    if page.kind == "landing" and is_landing and _shows_blocks(page):
        yield from _misplaced(page, root)
        yield from _body(page)


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


def _of_tailwind(page: Page, root: Mapping) -> Iterator[Finding]:
    """A widget page where the theme is HugoBlox's later one, which has landing pages only."""
    type_, layouts = root.find("type"), own_layouts(page.site.root)
    is_own = any(layout.startswith(TYPE) for layout in layouts)
    if type_ and page.site.has_other_theme and names_tailwind(page.site.root) and not is_own:
        message = "The theme `blox-tailwind` has no widget pages; no section is shown"
        advice = Fix("Make it a page of `type: landing`, whose `sections` are blocks")
        yield Finding(v.span_of(type_.value), message, advice)


def _branch(page: Page, root: Mapping) -> Iterator[Finding]:
    """An `_index.md`: a page that lists others and has no sections."""
    type_, folder = root.find("type"), page.path.parent
    is_home = page.place.folder == "home" and not (folder.parent / "_index.md").exists()
    if page.site.is_academic and type_ is None:
        return  # until 4.1 this is how the start page is made
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
    sections, type_, theme = root.find("sections"), root.find("type"), page.site.theme
    if not sections or not _has_blocks(sections) or page.site.has_other_theme:
        return
    if theme and theme < HAS_LANDING:
        if type_ and _text(root, "type") == "landing":
            message = f"Landing pages are there from 5.8 on, the site's theme is {theme}"
            yield Finding(v.span_of(type_.value), f"{message}; no block is shown", _OLD_WAY)
    elif (type_ is None or v.is_empty(type_.value)) and page.place.section != "landing":
        message = "`sections` are shown on pages of `type: landing` only; nothing is shown"
        yield Finding(key_span(sections), message, _landing_type(page, root, sections))
    elif type_ and isinstance(type_.value, Scalar) and type_.value.text not in ("", "landing"):
        text = type_.value.text
        message = f"`sections` are shown on pages of `type: landing` only, found `{text}`"
        same = text.lower().replace("_", "-") in ("landing", "landing-page")
        fix = v.rewrite(page, type_.value, "landing", safe=same)
        yield Finding(v.span_of(type_.value), f"{message}; nothing is shown", fix)


def _landing_type(page: Page, root: Mapping, sections: Entry) -> Fix:
    """Write the type above the blocks."""
    title, type_ = "Add `type: landing`", root.find("type")
    if type_ or not is_block(page, root):
        return Fix(title)
    start, newline = sections.key.start, majority_newline(page.source.text)
    return Fix(title, (Edit(start, start, f"type: landing{newline}"),), safe=False)


_OLD_WAY = Fix("Make it a page of `type: widget_page` with a file for each section")
_LISTED_SINCE = (5, 9, 7)
"""The theme that shows the blocks of an `_index.md` other than the start page's."""


def _shows_blocks(page: Page) -> bool:
    """Whether the theme has landing pages."""
    theme = page.site.theme
    return not (page.site.has_other_theme or (theme and theme < HAS_LANDING))


def _misplaced(page: Page, root: Mapping) -> Iterator[Finding]:
    """A landing page in a file of the wrong name, or in the folder of the old start page."""
    language, folder, stem = page.place
    type_, theme = root.find("type"), page.site.theme
    span = v.span_of(type_.value if type_ else root)
    start = page.site.content_folders.get(language, page.site.root) / "_index.md"
    if stem == "index" and not folder:
        message = "The start page must be an `_index.md`; as `index.md` it takes all other pages in"
        yield Finding(span, message, Fix("Rename the file to `_index.md`"))
    elif folder == "home" and not _is_written(start):
        message = "The start page is `content/_index.md`; from here its blocks are not shown there"
        yield Finding(span, message, Fix("Move the file there"))
    elif stem == "_index" and folder and theme and theme < _LISTED_SINCE and not _has_own(page):
        message = "A landing page must be an `index.md` up to theme 5.9.6; no block is shown"
        yield Finding(span, message, Fix("Rename the file to `index.md`"))


def _has_own(page: Page) -> bool:
    """Whether landing pages have a template of the site's own."""
    return any(layout.startswith("landing/") for layout in own_layouts(page.site.root))


def _is_written(start: Path) -> bool:
    """Whether there is a start page, of whatever language it is the file."""
    return any(file.suffix == ".md" for file in start.parent.glob("_index.*"))


def _body(page: Page) -> Iterator[Finding]:
    """Text behind the front matter of a landing page."""
    fences = page.document.fences
    text = page.source.text[fences.body :] if fences else ""
    words = re.search(r"\w.*", COMMENT.sub(lambda comment: " " * len(comment[0]), text))
    layouts = own_layouts(page.site.root)
    if fences and words and not any("landing" in layout or "/" not in layout for layout in layouts):
        start = fences.body + words.start()
        message = (
            "A landing page shows its blocks only; the text below the front matter is not there"
        )
        advice = Fix("Move it to `content.text` of a `markdown` block")
        yield Finding(Span(start, start + len(words[0])), message, advice, Severity.WARNING)


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
    if not has_widget_pages(census) or prints_resources(census.site.root):
        return
    for facts in census.pages:
        if facts.kind == "home" and (start := start_instead(census, facts.place.language)):
            yield _replaced(census, facts, start)
        elif facts.text("type") == TYPE and (around := census.bundle(facts)):
            yield _within(census, facts, around)
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


def _within(census: Census, page: Facts, around: Facts) -> Located:
    """A widget page in the folder of another leaf bundle."""
    fact, whose = page.get("type"), _shown(census, around)
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
