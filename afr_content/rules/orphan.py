"""A content file that no page shows.

## What it does
Reports text files beside the `index.md` of an ordinary page: they belong to it, and no template
prints them. People whom no section and no page names, and pages to which nothing leads, are worth
knowing only.

## Why it matters
What is written there is not on the site, or nobody finds it.

## Example
<!-- path project/archive/index.md -->
```
---
title: Archive
---
```
<!-- path project/archive/older.md -->
```
---
title: Older projects
---
What we did before.
```

## Use instead
<!-- path project/archive/index.md -->
```
---
title: Archive
---
```
<!-- path project/older/index.md -->
```
---
title: Older projects
---
What we did before.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from afr_content.addresses import Role
from afr_content.census import Census, is_active
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Facts
from afr_content.inbound import Inbound
from afr_content.links import Leads, links_of
from afr_content.people import People, Profile
from afr_content.rules._references import own_layouts
from afr_content.rules._sections import prints_resources

CODE = "AFR509"
SEVERITY = Severity.WARNING

_KNOWN_TO_THEMES = frozenset({"privacy", "terms", "404", "search", "admin"})


def check_site(census: Census) -> Iterator[Located]:
    """The texts in leaf bundles, the people, and the pages that no list holds."""
    if not prints_resources(census.site.root):
        yield from _resources(census)
    people = People(census)
    profiles = [profile for language in people.languages for profile in _unshown(census, language)]
    pages = list(_pages(census)) if census.settings.menus else []
    inbound = Inbound(census, [*pages, *(profile.page for profile in profiles)])
    yield from (_profile(profile) for profile in profiles if not inbound.to(profile.page))
    yield from (_page(facts) for facts in pages if not inbound.to(facts))


def _resources(census: Census) -> Iterator[Located]:
    """A text that its page names may be read by a shortcode of it."""
    for facts in census.pages:
        index = census.bundle(facts)
        if index is None or index.path in census.unbuilt or _is_other_rules(facts):
            continue
        if facts.path.stem == "index" or facts.path.name not in census.source(index).text:
            whose = index.path.relative_to(census.site.root).as_posix()
            message = f"The file belongs to the page `{whose}`, which does not show it"
            yield Located(facts.path, Finding(facts.start, message, _MOVE))


def _is_other_rules(facts: Facts) -> bool:
    """Sections, and a widget page in the folder of another page: `sections-not-shown` speaks."""
    return facts.is_section or facts.text("type") == "widget_page"


_MOVE = Fix("Give it a folder of its own outside of that page's, or remove it")


def _unshown(census: Census, language: str) -> Iterator[Profile]:
    """The people in no group that some section shows."""
    shown = {
        fact.text
        for facts in census.pages
        if facts.place.language == language and is_active(facts)
        for fact in facts.all("content.user_groups", "sections.content.user_groups")
    }
    for profile in People(census).profiles(language):
        page = profile.page
        is_owner = page.says("superuser", True)
        is_known = page.path not in census.unbuilt and not page.is_broken
        if is_known and not is_owner and shown.isdisjoint(group.text for group in profile.groups):
            yield profile


def _profile(profile: Profile) -> Located:
    page = profile.page
    group = next(iter(profile.groups), None)
    message = f"No section shows this person, and no page names `{profile.name}` as its author"
    advice = Fix("Name a group that a section shows in `user_groups`, or remove the profile")
    span = group.span if group else page.start
    return Located(page.path, Finding(span, message, advice, Severity.INFO))


def _pages(census: Census) -> Iterator[Facts]:
    """The pages that need a link; one that a menu misspells is `broken-menu-link`'s."""
    links, default = links_of(census), census.settings.default_language
    meant = set()
    for entry in census.settings.menus:
        target = links.find_in_menu(entry.text("url"), entry.language or default)
        if target.leads is Leads.NOTHING:
            meant.add(links.near(target.path))
    for facts in census.pages:
        if _needs_a_link(census, facts) and census.address(facts) not in meant:
            yield facts


def _needs_a_link(census: Census, facts: Facts) -> bool:
    """Whether a page is in no folder that Hugo makes a list of, and nothing else shows it."""
    language, folder, stem = facts.place
    depth = {Role.SINGLE: folder, Role.LEAF: folder.rpartition("/")[0]}.get(census.role(facts))
    if depth != "" or facts.is_section or facts.kind == "home" or facts.path in census.unbuilt:
        return False
    if stem == "index" and census.branch(language, folder):
        return False  # `both-indexes` speaks
    name = folder if stem == "index" else stem
    in_menu = any(fact.key.startswith("menu") for fact in facts.values)
    return not in_menu and name not in _KNOWN_TO_THEMES and not _is_named(census, name)


def _is_named(census: Census, name: str) -> bool:
    """Whether a template or a setting has the page's name."""
    settings = (file.document.text for file in census.settings.files if file.role != "menus")
    return any(f"/{name}" in text for text in (_layouts(census.site.root), *settings))


@cache
def _layouts(root: Path) -> str:
    """The text of all the site's own templates."""
    files = (root / "layouts" / name for name in own_layouts(root))
    return "\n".join(file.read_text("utf-8", "replace") for file in files)


def _page(facts: Facts) -> Located:
    message = "No menu and no page leads to this page"
    advice = Fix("Add a menu entry or a link to it")
    return Located(facts.path, Finding(facts.start, message, advice, Severity.INFO))
