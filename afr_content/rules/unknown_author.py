"""An author who is meant to have a profile, and is named otherwise.

## What it does
Reports authors of pages whose name is nearly that of a folder below `content/authors`, or the title
of such a profile where its folder is meant; and the `author` of an about widget without a profile.

## Why it matters
A page finds the profile by its folder only. With any other name there is no link to the profile,
and the profile does not list the page. An about widget without a profile stops the build.

Authors from elsewhere have no profile: they stay as they are.

## Example
<!-- path post/first/index.md -->
```
---
title: First
authors: [Example Student]
---
```
<!-- path authors/admin/_index.md -->
```
---
title: Example Student
superuser: true
---
```

## Use instead
<!-- path post/first/index.md -->
```
---
title: First
authors: [admin]
---
```
<!-- path authors/admin/_index.md -->
```
---
title: Example Student
superuser: true
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.census import Census, is_active
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Fact, Facts
from afr_content.names import is_one_slip
from afr_content.people import FOLDER, People
from afr_content.person_names import Likeness, PersonNames
from afr_content.rules._edits import rewrite
from afr_content.rules._names import BLANKS_SINCE, is_name, near_name, pages

CODE = "AFR404"
SEVERITY = Severity.WARNING


def check_site(census: Census) -> Iterator[Located]:
    """The authors of pages, and the person of each widget that shows one."""
    people = People(census)
    writers = {language: _Writers(census, people, language) for language in people.languages}
    for facts in pages(census):
        language = facts.place.language
        for fact in _shown_people(census, facts):
            yield from _profile(census, people, facts, fact)
        yield from (Located(facts.path, finding) for finding in _unnamed(census, people, facts))
        if (
            language in writers
            and not facts.is_section
            and facts.kind not in ("author", "taxonomy")
        ):
            for fact in facts.all("authors"):
                if is_name(fact):
                    finding = writers[language].check(fact)
                    yield from [Located(facts.path, finding)] if finding else []


def _shown_people(census: Census, facts: Facts) -> Iterator[Fact]:
    """Whom the about widgets and blocks of a page show."""
    if facts.is_section and facts.widget in _WIDGETS - census.site.own_widgets:
        yield from (facts.all("author") if is_active(facts) else ())
    for fact in facts.all("sections.content.username"):
        block = facts.block_of(fact)
        if block and block.name in _BLOCKS - census.site.own_blocks and not block.is_demo:
            yield fact


def _unnamed(census: Census, people: People, facts: Facts) -> Iterator[Finding]:
    """The skills blocks that name nobody, and so show a person who is not there."""
    named = {fact.item for fact in facts.all("sections.content.username")}
    language, is_own = facts.place.language, "skills" in census.site.own_blocks
    for block in facts.blocks if people.profiles(language) and not is_own else ():
        is_alone = block.name == "skills" and block.item not in named and not block.is_demo
        if is_alone and not _is_found(census, language, _OWNER, people):
            written = next(f for f in facts.all("sections.block") if f.item == block.item)
            message = f"Without `content.username` the skills of `{_OWNER}` are shown"
            effect = f"there is no author page `content/{FOLDER}/{_OWNER}/`; the build stops"
            advice = Fix("Name the person's folder in `content.username`")
            yield Finding(written.span, f"{message}; {effect}", advice, Severity.ERROR)


_OWNER = "admin"
"""Whose skills the theme shows where a block names nobody."""
_WIDGETS = frozenset({"about", "about.avatar"})
_BLOCKS = frozenset({"about.avatar", "about.biography", "skills"})


def _profile(census: Census, people: People, facts: Facts, fact: Fact) -> Iterator[Located]:
    """The person of a widget, whose folder Hugo finds in any letter case."""
    language = facts.place.language
    profiles = people.profiles(language)
    if not is_name(fact) or not profiles or _is_found(census, language, fact.text, people):
        return
    titled = [profile.name for profile in profiles if profile.title == fact.text]
    near = near_name(fact.text, tuple(profile.name for profile in profiles))
    meant = titled[0] if len(titled) == 1 else near
    message = f"There is no author page `content/{FOLDER}/{fact.text}/`; the build stops"
    is_sure = meant in titled or (meant is not None and is_one_slip(fact.text, meant))
    fix = rewrite(fact, meant, safe=is_sure) if meant else None
    yield Located(facts.path, Finding(fact.span, message, fix, Severity.ERROR))


def _is_found(census: Census, language: str, name: str, people: People) -> bool:
    """Whether Hugo finds a page at `/authors/NAME`: a profile, or what it makes for an author."""
    wanted = name.strip("/").lower()
    folders = {profile.name.lower() for profile in people.profiles(language)}
    if wanted in folders:
        return True
    hugo = census.site.hugo
    if hugo is None or hugo >= BLANKS_SINCE:
        wanted = wanted.replace(" ", "-")
        folders = {folder.replace(" ", "-") for folder in folders}
    clean = census.site.addresses.clean
    return wanted in folders or wanted in {clean(term) for term in census.terms(language, FOLDER)}


class _Writers:
    """The authors of pages in one language, looked up among its profiles."""

    def __init__(self, census: Census, people: People, language: str) -> None:
        profiles = people.profiles(language)
        self._clean = census.site.addresses.clean
        self._keys = {self._clean(profile.name) for profile in profiles}
        self._folders = tuple(profile.name for profile in profiles)
        self._titles = {profile.name: profile.title for profile in profiles}
        self._names = PersonNames(self._titles)
        index = census.branch(language, FOLDER)
        self._are_hidden = index is not None and index.path in census.unbuilt
        named = census.settings.get("taxonomies")
        self._are_terms = named is None or FOLDER in census.settings.taxonomies.values()

    def check(self, fact: Fact) -> Finding | None:
        """What is wrong with the name of an author."""
        if self._clean(fact.text) in self._keys:
            return None
        if _FOLDER.fullmatch(fact.text):
            return self._near_folder(fact)
        meant, likeness = self._names.find(fact.text)
        if likeness is Likeness.SLIP:
            return self._slip(fact, meant)
        return self._other_name(fact, meant, likeness) if self._are_terms and meant else None

    def _near_folder(self, fact: Fact) -> Finding | None:
        near = near_name(fact.text, self._folders)
        if near is None:
            meant, likeness = self._names.find(fact.text)
            return self._other_name(fact, meant, likeness) if likeness is Likeness.SAME else None
        message = (
            f"There is no author page `content/{FOLDER}/{fact.text}/`, did you mean `{near}`;"
            f" {_EFFECT}"
        )
        return Finding(fact.span, message, rewrite(fact, near))

    def _slip(self, fact: Fact, meant: str) -> Finding:
        """A name in full with a slip; where authors have no pages, the name is all there is."""
        title = self._titles[meant]
        text, effect = (meant, f"; {_EFFECT}") if self._are_terms else (title, "")
        message = f"There is no author `{fact.text}`, did you mean `{title}` (`{meant}`){effect}"
        return Finding(fact.span, message, rewrite(fact, text))

    def _other_name(self, fact: Fact, meant: str, likeness: Likeness) -> Finding:
        """Who has a profile is named by its folder."""
        severity = Severity.INFO if likeness in _GUESSES else None
        verb, effect = "may be" if severity else "is", f"; {_EFFECT}"
        if self._are_hidden:  # profiles are shown below pages then, on none of their own
            severity, effect = Severity.INFO, ""
        message = f"`{fact.text}` {verb} the person with the profile `{meant}`{effect}"
        if likeness in _ADVISED:
            return Finding(fact.span, message, Fix(f"Write `{meant}` if so"), severity)
        is_title = fact.text == self._titles[meant]
        return Finding(fact.span, message, rewrite(fact, meant, safe=is_title), severity)


_FOLDER = re.compile(r"[a-z][a-z0-9_.-]{2,}")
"""An author written as folders are; somebody without a profile has capitals in the name."""
_EFFECT = "the page is not listed there"
_GUESSES = frozenset({Likeness.TURNED, Likeness.SHORTER, Likeness.MARKED})
_ADVISED = frozenset({Likeness.SHORTER, Likeness.MARKED})
