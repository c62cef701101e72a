"""A project or slides that the site does not have.

## What it does
Reports `projects` and `slides` of a page that are a slip of the pen away from a folder below
`content/project` or `content/slides`, and, as information, those that name nothing at all.

## Why it matters
No button leads there, and `url_project` or `url_slides` are shown no more. The page of a project
lists only what names its folder to the letter.

## Example
<!-- path post/first/index.md files content/project/bridge/index.md -->
```
---
title: First
projects: [brigde]
---
```

## Use instead
<!-- path post/first/index.md files content/project/bridge/index.md -->
```
---
title: First
projects: [bridge]
---
```
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from afr_content.addresses import Role
from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Fact, Facts
from afr_content.rules._edits import rewrite
from afr_content.rules._names import BLANKS_SINCE, is_name, near_name, pages

CODE = "AFR402"
SEVERITY = Severity.WARNING

_FOLDERS = {"projects": "project", "slides": "slides"}
"""The folder of `content` in which templates look for what a key names."""
_EFFECTS = {
    "projects": "the page does not belong to it",
    "slides": "no button for slides is shown",
}
_STARTERS = frozenset(
    "example example-slides example-project internal-project external-project".split()
)
"""What the pages of the starter sites name."""
_LISTED = frozenset({"post", "publication", "event"})
"""The kinds of page that a project's page lists."""


def check_site(census: Census) -> Iterator[Located]:
    """The projects and slides that pages name."""
    names = _Names(census)
    own = {name.lower() for name in census.settings.taxonomies.values()}
    for facts in pages(census):
        for key in _FOLDERS.keys() - own if not facts.is_section else ():
            for fact in facts.all(key):
                finding = _finding(census, names, facts, fact) if _is_reference(fact) else None
                yield from [Located(facts.path, finding)] if finding else []


def _is_reference(fact: Fact) -> bool:
    """Whether it names a folder: `slides` may be the address of a file, too."""
    return is_name(fact) and (fact.in_list or fact.key == "slides") and "/" not in fact.text


def _finding(census: Census, names: _Names, facts: Facts, fact: Fact) -> Finding | None:
    language, folder = facts.place.language, _FOLDERS[fact.key]
    known = names.found(language, folder)
    if names.normal(fact.text) in known:
        return _letter_case(facts, fact, known[names.normal(fact.text)])
    near = near_name(fact.text, tuple(known.values()))
    message = f"There is no `{fact.text}` for `{fact.key}`"
    effect = _EFFECTS[fact.key]
    if near is None:
        return _nothing(census, fact, f"{message} in `content/{folder}`; {effect}")
    return Finding(fact.span, f"{message}, did you mean `{near}`; {effect}", rewrite(fact, near))


def _letter_case(facts: Facts, fact: Fact, name: str) -> Finding | None:
    """A button finds a project in any letter case, the list of the project's page does not."""
    base = name.rpartition("/")[2]
    if fact.key != "projects" or facts.kind not in _LISTED or base in (fact.text, ""):
        return None
    message = f"The project is called `{base}`, not `{fact.text}`; its page does not list this one"
    return Finding(fact.span, message, rewrite(fact, base, safe=True))


def _nothing(census: Census, fact: Fact, message: str) -> Finding | None:
    if census.site.theme is None or census.site.has_foreign_modules:
        return None
    if fact.text not in _STARTERS:
        return Finding(fact.span, message, None, Severity.INFO)
    fix = Fix("Take it out")
    return Finding(fact.span, f"{message} (left from the starter)", fix, Severity.INFO)


class _Names:
    """The pages of a folder by the names that templates find them by."""

    def __init__(self, census: Census) -> None:
        self._census = census
        self._found: dict[tuple[str, str], dict[str, str]] = {}

    @cached_property
    def _joins(self) -> bool:
        """Whether the site's Hugo takes a blank for a hyphen; asked for only where one is."""
        hugo = self._census.site.hugo
        return hugo is None or hugo >= BLANKS_SINCE

    def found(self, language: str, folder: str) -> dict[str, str]:
        """The names as folders have them, by what Hugo makes of them."""
        key = (language, folder)
        if key not in self._found:
            self._found[key] = {self.normal(name): name for name in self._names(*key)}
        return self._found[key]

    def normal(self, name: str) -> str:
        """A name as Hugo compares it."""
        name = name.strip("/").lower().removesuffix(".md")
        return name.replace(" ", "-") if " " in name and self._joins else name

    def _names(self, language: str, folder: str) -> Iterator[str]:
        for facts in self._census.pages:
            place = facts.place
            if place.language == language and place.section == folder:
                inside = place.folder[len(folder) + 1 :]
                is_single = self._census.role(facts) is Role.SINGLE
                name = f"{inside}/{place.stem}".strip("/") if is_single else inside
                if name and self._census.role(facts) is not Role.RESOURCE:
                    yield name
