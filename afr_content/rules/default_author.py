"""Nobody, or more than one, is the default author.

## What it does
Reports `superuser: true` in more than one profile, and as information, that no profile has it
where pages name no author.

## Why it matters
The one profile with `superuser: true` is the author of all pages that name none, and of the site
itself. Of several, one is taken without a word: the first in Hugo's order of pages, which changes
with what they publish.

## Example
<!-- path authors/admin/_index.md -->
```
---
title: Example Professor
superuser: true
---
```
<!-- path authors/example-student/_index.md -->
```
---
title: Example Student
superuser: true
---
```

## Use instead
<!-- path authors/admin/_index.md -->
```
---
title: Example Professor
superuser: true
---
```
<!-- path authors/example-student/_index.md -->
```
---
title: Example Student
superuser: false
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.people import People, Profile
from afr_content.rules._names import pages

CODE = "AFR409"
SEVERITY = Severity.WARNING

_KEY = "superuser"


def check_site(census: Census) -> Iterator[Located]:
    """The profiles of each language."""
    people = People(census)
    for language in people.languages:
        profiles = people.profiles(language)
        switched = [profile for profile in profiles if profile.page.says(_KEY, True)]
        if len(switched) > 1:
            yield from (_one_of(profile, switched) for profile in switched)
        elif not any(map(_tries, profiles)) and _is_missed(census, language):
            yield _none(profiles)


def _tries(profile: Profile) -> bool:
    """Whether something else than `false` is written, of which `not-a-boolean` speaks."""
    fact = profile.page.get(_KEY)
    return fact is not None and fact.text.lower() not in ("false", "", "null", "~")


def _one_of(profile: Profile, switched: list[Profile]) -> Located:
    others = [f"`{other.name}`" for other in switched if other is not profile]
    who = others[0] if len(others) == 1 else f"{len(others)} other profiles"
    message = f"`superuser` is true for {who}, too; only one of them is the default author"
    return _at_switch(profile, message, "Write `false` for all but the owner of the site", SEVERITY)


def _is_missed(census: Census, language: str) -> bool:
    """Whether some page names no author, and so has the default one."""
    return any(
        facts.kind in _HAVE_AUTHORS and facts.get("authors") is None
        for facts in pages(census)
        if facts.place.language == language
    )


_HAVE_AUTHORS = frozenset({"post", "publication", "event"})


def _none(profiles: tuple[Profile, ...]) -> Located:
    """Nobody is the default author: told where it is said, else of the first profile."""
    profile = next((p for p in profiles if p.page.get(_KEY)), profiles[0])
    message = "No profile has `superuser: true`; pages that name no author have none"
    title = "Write `superuser: true` in the profile of the site's owner"
    return _at_switch(profile, message, title, Severity.INFO)


def _at_switch(profile: Profile, message: str, title: str, severity: Severity) -> Located:
    fact = profile.page.get(_KEY)
    span = fact.span if fact else profile.page.start
    return Located(profile.page.path, Finding(span, message, Fix(title), severity))
