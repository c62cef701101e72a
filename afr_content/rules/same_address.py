"""Two pages that Hugo publishes at the same address.

## What it does
Reports pages whose path, `slug` or `url` gives them the address of another page, and aliases that
are the address of a page.

## Why it matters
Hugo writes one file over the other without a word; one of the pages cannot be reached.

## Example
<!-- path post/first.md -->
```
---
title: First
slug: news
---
```
<!-- path post/second.md -->
```
---
title: Second
slug: news
---
```

## Use instead
<!-- path post/first.md -->
```
---
title: First
slug: first-news
---
```
<!-- path post/second.md -->
```
---
title: Second
slug: second-news
---
```
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from afr_content.addresses import Role
from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Facts
from afr_content.source import Span

CODE = "AFR508"
SEVERITY = Severity.ERROR


def check_site(census: Census) -> Iterator[Located]:
    """The addresses of all pages that are built, then those of their aliases."""
    for address, pages in census.published.items():
        built = [page for page in pages if _has_page(census, page)]
        if len(built) > 1 and not _are_indexes(census, built):
            yield from (_same(census, page, built, address) for page in built)
        elif len(built) == 1 and _is_a_list(census, built[0], address):
            yield _list(census, built[0], address)
    if census.settings.get("disablealiases") is not True:
        yield from _aliases(census)


def _has_page(census: Census, page: Facts) -> bool:
    """Whether there is an HTML file for it: it is built, and has no output of its own choice."""
    return page.path not in census.unbuilt and page.get("outputs") is None


def _are_indexes(census: Census, pages: list[Facts]) -> bool:
    """Whether they are the two indexes of a folder, of which `both-indexes` speaks."""
    stems = {page.place.stem for page in pages}
    return stems == {"index", "_index"} and len({page.path.parent for page in pages}) == 1


def _same(census: Census, page: Facts, pages: list[Facts], address: str) -> Located:
    others = " and ".join(_shown(census, other.path) for other in pages if other is not page)
    are = "is" if len(pages) == 2 else "are"
    message = f"{others} {are} published at `{address}` too; only one of the pages is there"
    return Located(page.path, Finding(_place(census, page, address), message, _ADVICE))


_ADVICE = Fix("Give one of the pages another name, `slug` or `url`")


def _place(census: Census, page: Facts, address: str) -> Span:
    """What gives a page its address, where that is written."""
    _, folder, stem = page.place
    clean = census.site.addresses.clean
    last = address.rstrip("/").rpartition("/")[2]
    is_by_name = last == clean(
        stem if stem not in ("index", "_index") else folder.rpartition("/")[2]
    )
    for key in ("url", "slug") if is_by_name else ("url", "slug", "title"):
        fact = page.get(key)
        if fact and fact.text:
            return fact.span
    return page.start


def _is_a_list(census: Census, page: Facts, address: str) -> bool:
    """Whether Hugo makes a list of the pages in a folder of that name."""
    if census.role(page) is Role.BRANCH or page.kind == "home" or _without_lists(census):
        return False
    language, folder, stem = page.place
    prefix, clean = census.site.addresses.prefix(language), census.site.addresses.clean
    name = address.removeprefix(prefix).removesuffix("/")
    if (stem == "index" and "/" not in folder) or "/" in name:
        return False
    return any(name == clean(section) for section in census.sections(language))


def _without_lists(census: Census) -> bool:
    return "section" in str(census.settings.get("disablekinds", default="")).lower()


def _list(census: Census, page: Facts, address: str) -> Located:
    message = f"The list of the folder `{address.strip('/')}/` is published at `{address}` too"
    span = _place(census, page, address)
    return Located(page.path, Finding(span, f"{message}; one of them is lost", _ADVICE))


def _aliases(census: Census) -> Iterator[Located]:
    """Aliases at the address of another page, where Hugo leaves the page, and of two pages."""
    for address, pages in census.aliases.items():
        there = [page for page in census.published.get(address, ()) if _has_page(census, page)]
        pages = [page for page in pages if page.path not in census.unbuilt]
        for page in pages:
            others = [other for other in there or pages if other is not page]
            if others and page not in there:
                yield from _alias(census, page, others[0], address, is_page=bool(there))


def _alias(
    census: Census, page: Facts, other: Facts, address: str, *, is_page: bool
) -> Iterator[Located]:
    what = "is published there" if is_page else "has the alias, too"
    effect = "the alias has no effect" if is_page else "it leads to one of the pages"
    for fact in page.all("aliases"):
        if fact.text and census.alias(page, fact.text) == address:
            message = f"{_shown(census, other.path)} {what}; {effect}"
            advice = Fix("Remove the alias here or there")
            yield Located(page.path, Finding(fact.span, message, advice, Severity.WARNING))


def _shown(census: Census, path: Path) -> str:
    return f"`{path.relative_to(census.site.root).as_posix()}`"
