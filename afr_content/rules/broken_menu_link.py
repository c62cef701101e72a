"""A menu entry that leads to nothing.

## What it does
Reports the `url` and `pageRef` of menu entries when the site has no such page, file or section of
the start page.

## Why it matters
Hugo builds the menu all the same; who follows the entry gets an error page.

## Example
<!-- path config/_default/menus.yaml -->
```
main:
  - name: People
    url: "/poeple/"
    weight: 10
```
<!-- path people/index.md -->
```
---
title: People
---
```

## Use instead
<!-- path config/_default/menus.yaml -->
```
main:
  - name: People
    url: "/people/"
    weight: 10
```
<!-- path people/index.md -->
```
---
title: People
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.links import Leads, Links, Target, links_of
from afr_content.names import nearest
from afr_content.nodes import Scalar
from afr_content.rules._edits import rewrite
from afr_content.rules._references import template_words
from afr_content.settings import MenuEntry
from afr_content.source import Span

CODE = "AFR411"
SEVERITY = Severity.WARNING


def check_site(census: Census) -> Iterator[Located]:
    """The addresses of all entries of all menus."""
    links, parents = links_of(census), _parents(census)
    for entry in census.settings.menus:
        url = entry.scalar("url") or entry.scalar("pageref")
        name = entry.text("identifier") or entry.text("name")
        if url is None or not url.text or name in parents:
            continue  # the theme makes a button of an entry that has others below it
        for finding in _check(census, links, entry, url):
            yield Located(entry.file.path, finding)


def _parents(census: Census) -> set[str]:
    """The names of entries that others stand below, in the settings or in front matter."""
    settings = {entry.text("parent") for entry in census.settings.menus}
    of_pages = (f for p in census.pages for f in p.values if f.key.startswith("menu"))
    pages = {fact.text for fact in of_pages if _PARENT.fullmatch(fact.key)}
    return (settings | pages) - {""}


_PARENT = re.compile(r"menus?\.\w+\.parent")


def _check(census: Census, links: Links, entry: MenuEntry, url: Scalar) -> Iterator[Finding]:
    """What is wrong with an address; it counts from the start page of the menu's language."""
    language = entry.language or census.settings.default_language
    target = links.find_in_menu(url.text, language)
    if target.leads is Leads.NOTHING:
        near, prefix = links.near(target.path), census.site.addresses.prefix(language)
        what = "file" if "." in target.path else "page"
        message = f"There is no {what} `{target.path}`; the menu leads to nothing"
        is_near = near is not None and near.startswith(prefix)  # a menu leads to its language only
        yield _finding(url, message, f"/{near.removeprefix(prefix)}" if near and is_near else None)
    elif target.fragment:
        yield from _fragment(links, url, target, template_words(census.site.root))


def _fragment(
    links: Links, url: Scalar, target: Target, words: frozenset[str]
) -> Iterator[Finding]:
    """A place on a page: one that is not there, or a slip where templates may make more places."""
    names = links.anchors(target)
    are_all_known = names is not None
    names = links.sections(target) if names is None else names
    near = nearest(target.fragment, tuple(sorted(names)))
    may_be_made = near is None or target.fragment.lower() in words
    if target.fragment in names or (may_be_made and not are_all_known):
        return
    where = "the start page" if target.path == "/" else f"`{target.path}`"
    message = f"There is no section `{target.fragment}` on {where}; the menu leads to its top"
    yield _finding(url, message, near and url.text.replace(f"#{target.fragment}", f"#{near}"))


def _finding(url: Scalar, message: str, near: str | None) -> Finding:
    span = Span(url.start, url.end)
    return Finding(span, message, rewrite(url, near) if near else _ADVICE)


_ADVICE = Fix("Write the address of a page that there is, or make the page")
