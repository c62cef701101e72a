"""A group of people that nobody is in.

## What it does
Reports groups in `content.user_groups` that no profile has in its `user_groups`, and groups of a
profile that are a slip of the pen away from one that a section shows.

## Why it matters
Groups must be the same to the letter, capitals included: otherwise nobody is shown, without a word.

## Example
<!-- path home/people.md -->
```
---
widget: people
weight: 10
title: People
content:
  user_groups: [Reserchers]
---
```
<!-- path authors/example-student/_index.md -->
```
---
title: Example Student
user_groups: [Researchers]
---
```

## Use instead
<!-- path home/people.md -->
```
---
widget: people
weight: 10
title: People
content:
  user_groups: [Researchers]
---
```
<!-- path authors/example-student/_index.md -->
```
---
title: Example Student
user_groups: [Researchers]
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from afr_content.census import Census, is_active
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Fact
from afr_content.kinds import widgets_of
from afr_content.models.registry import BLOCKS
from afr_content.people import People
from afr_content.phrases import Phrases, is_same
from afr_content.rules._edits import rewrite
from afr_content.rules._names import Asking, Use, asking, is_name, pages
from afr_content.rules._spellings import Slip, Spellings, Uses, together
from afr_content.source import Span

CODE = "AFR403"
SEVERITY = Severity.WARNING

_KEY = "content.user_groups"
_OLD_KEY = "user_groups"
"""Where the people widget had its groups until theme 4.5."""


def check_site(census: Census) -> Iterator[Located]:
    """The groups that sections show, language by language, against those that people are in."""
    people = People(census)
    keys = (_KEY, _OLD_KEY) if census.site.is_academic else (_KEY,)
    asked = (section for key in keys for section in asking(census, key))
    sections = [section for section in asked if _reads_groups(census, section)]
    for language in census.site.content_folders:
        own = [section for section in sections if section.page.place.language == language]
        yield from _groups(census, own, _groups_of(people, language))
    yield from _single_groups(census)


def _reads_groups(census: Census, section: Asking) -> bool:
    """Whether it is `people`, or a widget of whose template nothing is known."""
    widget = section.widget
    site = census.site
    is_own = widget in {*site.own_widgets, *site.own_blocks}
    known = {*widgets_of(site), *BLOCKS, ""}
    return widget == "people" or is_own or widget.lower() not in known


def _groups_of(people: People, language: str) -> Uses:
    """The people in each group; one whose group is not in a list is meant to be in it, too."""
    return together(
        Use(profile.page, fact)
        for profile in people.profiles(language)
        for fact in profile.groups
        if is_name(fact)
    )


def _groups(census: Census, sections: list[Asking], had: Uses) -> Iterator[Located]:
    asked = together(Use(section.page, fact) for section in sections for fact in section.names)
    spellings = Spellings(census, asked, had)
    known = {slip.meant for slip in spellings.slips if not slip.is_asked}.union(had)
    slips = {(slip.use.path, slip.use.fact.span): slip for slip in spellings.slips}
    yield from (_of_person(slip) for slip in spellings.slips if not slip.is_asked)
    yield from _never_asked(census, spellings)
    for section in sections:
        if section.is_shown:
            yield from _of_section(section, known, slips)


def _of_person(slip: Slip) -> Located:
    path, fact, meant = slip.use.path, slip.use.fact, slip.meant
    message = (
        f"No section shows the group `{fact.text}`, did you mean `{meant}`;"
        " the person is not shown there"
    )
    return Located(path, Finding(fact.span, message, _rewrite(fact, meant)))


def _never_asked(census: Census, spellings: Spellings) -> Iterator[Located]:
    """Groups that no section shows, where the site has the word in another spelling."""
    tracks = census.settings.get("params", "tracks")
    listed = {str(name) for name in tracks} if isinstance(tracks, list) else set()
    phrases = Phrases(sorted(listed.union(spellings.had)))
    told = {name for slip in spellings.slips for name in (slip.use.fact.text, slip.meant)}
    for name in sorted(set(spellings.had) - listed.union(told, spellings.asked)):
        near = phrases.nearest(name)
        if near is None or is_same(name, near):
            continue
        if near in listed or spellings.vocabulary.speaks_for(near, name) > 0:
            for use in spellings.had[name]:
                message = (
                    f"No section shows the group `{name}`, which looks like a slip of `{near}`"
                )
                finding = Finding(use.fact.span, message, _rewrite(use.fact, near), Severity.INFO)
                yield Located(use.path, finding)


def _of_section(
    section: Asking, known: set[str], slips: dict[tuple[Path, Span], Slip]
) -> Iterator[Located]:
    path, empty = section.page.path, []
    names = {fact.text for fact in section.names}
    for fact in section.names:
        slip = slips.get((path, fact.span))
        if slip and slip.meant not in names:
            message = (
                f"There is no `{fact.text}` for `{fact.key.removeprefix('sections.')}`,"
                f" did you mean `{slip.meant}`;"
                " nobody is shown"
            )
            yield Located(path, Finding(fact.span, message, _rewrite(fact, slip.meant)))
        elif fact.text not in known:
            empty.append(fact)
    is_all = len(empty) == len(section.names)
    yield from (Located(path, finding) for finding in _empty(empty, is_all, bool(known)))


def _empty(empty: list[Fact], is_all: bool, is_anybody: bool) -> Iterator[Finding]:
    """Groups that nobody is in: a section that shows nobody is told of once."""
    number = len(empty) - 1
    others = f", nor in the {'one' if number == 1 else number} below" if is_all and number else ""
    effect = "the section shows nobody" if is_all else "nothing is shown of it"
    severity = SEVERITY if is_all and is_anybody else Severity.INFO
    for fact in empty[:1] if is_all else empty:
        message = f"Nobody is in the group `{fact.text}`{others}; {effect}"
        yield Finding(fact.span, message, _ADVICE, severity)


_ADVICE = Fix("Name a group that a profile below `content/authors` has in its `user_groups`")


def _rewrite(fact: Fact, meant: str) -> Fix:
    return rewrite(fact, meant, safe=is_same(fact.text, meant))


def _single_groups(census: Census) -> Iterator[Located]:
    """Sections with one group, where the site's own widget shows several or none."""
    for facts in pages(census):
        groups = list(facts.all(_KEY)) if facts.is_section and is_active(facts) else []
        is_alone = len(groups) == 1 and groups[0].in_list
        if is_alone and _wants_several(census.site.root, facts.widget):
            message = (
                f"Expected two groups or more for `{_KEY}`, found one;"
                f" the site's own widget `{facts.widget}` shows nobody"
            )
            fix = Fix("Name a second group")
            yield Located(facts.path, Finding(groups[0].span, message, fix))


_COMPARES = re.compile(r"gt\s*\(\s*len\s+\S*\.user_groups\s*\)\s*1\b")
_GOES_THROUGH = re.compile(r"range\s[^}]*\.user_groups\b|:=\s*\S*\.user_groups\b")


@cache
def _wants_several(root: Path, widget: str) -> bool:
    """Whether a widget of the site's own never goes through the groups, only counts them."""
    places = (root / "layouts" / partials / "widgets" for partials in ("partials", "_partials"))
    files = (place / f"{widget}.html" for place in places)
    text = next((file.read_text("utf-8", "replace") for file in files if file.is_file()), "")
    return bool(_COMPARES.search(text)) and not _GOES_THROUGH.search(text)
