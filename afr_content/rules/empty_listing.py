"""A section that lists no page, or a button that chooses none.

## What it does
Reports the first choice of a section (`page_type`, `filters.folders`, `filters.tag`...) that leaves
no page to list, the folder among several that is misspelt, the buttons of a portfolio whose tag no
page has, and the `taxonomy` of a tag cloud that the site does not have.

## Why it matters
The list is empty, without a word.

## Example
<!-- path home/news.md -->
```
---
widget: pages
weight: 10
title: News
content:
  page_type: psot
---
```
<!-- path post/first/index.md -->
```
---
title: First
---
```

## Use instead
<!-- path home/news.md -->
```
---
widget: pages
weight: 10
title: News
content:
  page_type: post
---
```
<!-- path post/first/index.md -->
```
---
title: First
---
```
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from afr_content.census import Census, is_active
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Fact, Facts
from afr_content.names import nearest
from afr_content.rules._edits import rewrite
from afr_content.rules._listings import Filter, Listing, Shelf, listings
from afr_content.rules._names import is_name, near_name, pages
from afr_content.theme import ThemeVersion

CODE = "AFR408"
SEVERITY = Severity.WARNING


def check_site(census: Census) -> Iterator[Located]:
    """Every list of the site; quiet where pages may come from elsewhere."""
    yield from _tag_clouds(census)
    if _has_more_pages(census):
        return
    shelves = {language: Shelf(census, language) for language in census.site.content_folders}
    for listing in listings(census):
        shelf = shelves.get(listing.page.place.language)
        for finding in _findings(census, listing, shelf) if shelf else ():
            yield Located(listing.page.path, finding)


def _has_more_pages(census: Census) -> bool:
    """Whether there may be pages that are not seen here, or that are of another type."""
    settings = census.settings
    return (
        census.site.has_foreign_modules
        or settings.get("module", "mounts") is not None
        or settings.get("cascade") is not None
        or any(facts.get("cascade.type") for facts in pages(census))
    )


def _findings(census: Census, listing: Listing, shelf: Shelf) -> Iterator[Finding]:
    """The first choice that leaves nothing; else what names nothing among its fellows."""
    left = shelf.all
    for choice in listing.filters:
        before, left = left, left & shelf.chosen(choice)
        if not all(map(_is_readable, choice.facts)):
            return  # other rules speak of such values
        if not left:
            yield from _empty(census, listing, choice, shelf, before)
            return
        yield from _misspelt(choice, shelf, before)
    if left and left <= census.unbuilt.keys():
        yield from _unbuilt(listing, len(left))
    yield from _buttons(census, listing, left)


def _unbuilt(listing: Listing, number: int) -> Iterator[Finding]:
    """A list of drafts, or of pages of another time."""
    facts = [fact for choice in listing.filters for fact in choice.facts]
    span = facts[-1].span if facts else listing.page.start
    message = f"Hugo builds none of the pages ({number}) that are chosen here; {_EFFECT}"
    yield Finding(span, message, None, Severity.INFO)


def _is_readable(fact: Fact) -> bool:
    """Whether it is a name, in a list where one is expected and only there."""
    return is_name(fact) and fact.in_list == fact.key.endswith((".folders", ".tags"))


def _empty(
    census: Census, listing: Listing, choice: Filter, shelf: Shelf, before: frozenset[Path]
) -> Iterator[Finding]:
    if not choice.facts and census.site.is_academic and listing.widget == "projects":
        return  # until 4.0 it has other keys
    if not choice.facts:
        message = f"There is no page of the type `{choice.values[0]}`, the default"
        yield Finding(listing.page.start, f"{message}; {_EFFECT}", Fix("Add a `content.page_type`"))
    elif not _is_hidden_on_disk(census, listing, choice):
        is_alone = before == shelf.all
        yield from (_nothing(fact, choice, shelf, before, is_alone) for fact in choice.facts)


_EFFECT = "no page is listed"


def _nothing(
    fact: Fact, choice: Filter, shelf: Shelf, before: frozenset[Path], is_alone: bool
) -> Finding:
    near = _near(fact, choice, shelf, before)
    message = f"{_who(is_alone)} `{fact.text}` in `{fact.key.removeprefix('sections.')}`"
    if near:
        message = f"{message}, did you mean `{near}`; {_EFFECT}"
        return Finding(fact.span, message, rewrite(fact, near))
    return Finding(fact.span, f"{message}; {_EFFECT}", _ADVICE[choice.key == "page_type"])


def _who(is_alone: bool) -> str:
    return "There is no page for" if is_alone else "None of the pages chosen before is for"


_ADVICE = {
    True: Fix("Name a folder of `content` that has pages"),
    False: Fix("Name what pages have, or hide the section with `active: false`"),
}


def _near(fact: Fact, choice: Filter, shelf: Shelf, among: frozenset[Path]) -> str | None:
    own = shelf.normal(choice.key, fact.text)
    values = {v for v in shelf.values(choice.key, among) if shelf.normal(choice.key, v) != own}
    return near_name(fact.text, tuple(sorted(values)))


def _misspelt(choice: Filter, shelf: Shelf, before: frozenset[Path]) -> Iterator[Finding]:
    """The values that name nothing where others do."""
    for fact in choice.facts if len(choice.facts) > 1 else ():
        one = Filter(choice.key, (fact.text,))
        if not before & shelf.chosen(one):
            near = _near(fact, choice, shelf, before)
            key = fact.key.removeprefix("sections.")
            message = f"There is no page for `{fact.text}` in `{key}`"
            if near and near not in choice.values:
                message = f"{message}, did you mean `{near}`; none of those is listed"
                yield Finding(fact.span, message, rewrite(fact, near))
            else:
                yield Finding(fact.span, message, None, Severity.INFO)


def _is_hidden_on_disk(census: Census, listing: Listing, choice: Filter) -> bool:
    """Whether a folder has content of a kind that is not read here, such as HTML or notebooks."""
    content = census.site.content_folders[listing.page.place.language]
    folders = (content / value for value in choice.values if value == Path(value).name)
    return choice.key in ("page_type", "filters.folders") and any(
        file.suffix.lower() in _OTHER_CONTENT
        for folder in folders
        if folder.is_dir()
        for file in folder.rglob("*")
    )


_OTHER_CONTENT = frozenset({".html", ".htm", ".org", ".adoc", ".rst", ".pandoc", ".gotmpl"})

_LOWER_TAGS_SINCE = ThemeVersion(5, 7)
"""From this version on, letter case makes no difference to the buttons."""


_STARTERS = frozenset({"Demo"})
"""Tags of buttons that the starter sites have without any such page."""


def _buttons(census: Census, listing: Listing, left: frozenset[Path]) -> Iterator[Finding]:
    """The buttons of a portfolio that choose by a tag."""
    tags = _tags(census, left)
    for fact in listing.buttons:
        if is_name(fact) and fact.text[0] not in ".*" and _class(census, fact.text) not in tags:
            yield _dead(fact, near_name(fact.text, tuple(sorted(tags.values()))))


def _tags(census: Census, paths: frozenset[Path]) -> dict[str, str]:
    """The tags of pages by what the buttons choose them by."""
    listed = (census.by_path[path] for path in sorted(paths))
    tags = (fact.text for facts in listed for fact in facts.all("tags") if fact.text)
    return {_class(census, tag): tag for tag in tags}


def _class(census: Census, tag: str) -> str:
    joined, theme = tag.replace(" ", "-"), census.site.theme
    return joined.lower() if theme is None or theme >= _LOWER_TAGS_SINCE else joined


def _dead(fact: Fact, near: str | None) -> Finding:
    message, effect = f"No page of the list has the tag `{fact.text}`", "the button shows nothing"
    if near:
        message = f"{message}, did you mean `{near}`"
        return Finding(fact.span, f"{message}; {effect}", rewrite(fact, near))
    severity = Severity.INFO if fact.text in _STARTERS else None
    return Finding(fact.span, f"{message}; {effect}", None, severity)


def _tag_clouds(census: Census) -> Iterator[Located]:
    """Tag clouds of a taxonomy that the site does not have.

    `invalid-value` speaks of slips of the usual ones, which need no look at the site.
    """
    plurals = tuple(sorted(census.settings.taxonomies.values()))
    for facts in pages(census):
        for fact in _taxonomies(census, facts):
            is_known = fact.text.lower() in map(str.lower, plurals)
            if is_name(fact) and not is_known and nearest(fact.text, _USUAL) is None:
                yield Located(facts.path, _no_taxonomy(fact, plurals, census.settings.taxonomies))


def _taxonomies(census: Census, facts: Facts) -> Iterator[Fact]:
    """What the tag clouds of a section or a landing page show."""
    if facts.is_section and facts.widget == _CLOUD and is_active(facts):
        yield from facts.all("content.taxonomy")
    for fact in facts.all("sections.content.taxonomy"):
        block = facts.block_of(fact)
        if block and block.name == _CLOUD not in census.site.own_blocks:
            yield fact


_CLOUD = "tag_cloud"


_USUAL = ("tags", "categories", "authors", "publication_types", "category")


def _no_taxonomy(fact: Fact, plurals: tuple[str, ...], by_singular: dict[str, str]) -> Finding:
    near = by_singular.get(fact.text.lower()) or nearest(fact.text, plurals)
    message = f"The site has no taxonomy `{fact.text}`"
    if near:
        message = f"{message}, did you mean `{near}`; no tag is shown"
        return Finding(fact.span, message, rewrite(fact, near))
    fix = Fix(f"Name one of {', '.join(f'`{plural}`' for plural in plurals)}")
    return Finding(fact.span, f"{message}; no tag is shown", fix)
