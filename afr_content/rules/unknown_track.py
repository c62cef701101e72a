"""A research track that the settings do not list.

## What it does
Reports tracks in `content.tracks` of a section and in `tracks` of a page that are not in
`params.tracks` of Hugo's settings, and a track in that list that no page is on and that is a slip
of the pen away from what pages say.

## Why it matters
Tracks must be the same to the letter. A project on a track that nothing else names is in no list,
and a section that asks for such a track shows no project.

Without `params.tracks`, what sections ask for is compared with what pages say.

## Example
<!-- path config/_default/params.yaml -->
```
tracks:
  - Software Analytics
```
<!-- path project/tests/index.md -->
```
---
title: Tests
tracks: [Software analytics]
---
```

## Use instead
<!-- path config/_default/params.yaml -->
```
tracks:
  - Software Analytics
```
<!-- path project/tests/index.md -->
```
---
title: Tests
tracks: [Software Analytics]
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.phrases import Phrases, is_plural, is_same
from afr_content.rules._edits import rewrite
from afr_content.rules._names import Use, asking, listed_names, pages
from afr_content.rules._spellings import Slip, Spellings, Uses, Vocabulary, together
from afr_content.rules._tracks import TrackList, track_lists

CODE = "AFR406"
SEVERITY = Severity.WARNING

_ASKED = "content.tracks"


def check_site(census: Census) -> Iterator[Located]:
    """The tracks of all sections and pages, language by language."""
    lists = track_lists(census)
    told: set[tuple[object, object]] = set()  # languages may share a list
    for language in census.site.content_folders:
        asked, had = _asked(census, language), _had(census, language)
        if language in lists:
            found = _against_list(census, lists[language], asked, had)
        else:
            found = map(_slip, Spellings(census, asked, had).slips)
        for path, finding in found:
            if (path, finding.span) not in told:
                told.add((path, finding.span))
                yield Located(path, finding)


def _asked(census: Census, language: str) -> Uses:
    """The tracks that sections show."""
    return together(
        Use(section.page, fact)
        for section in asking(census, _ASKED)
        if section.is_shown and section.page.place.language == language
        for fact in section.names
    )


def _had(census: Census, language: str) -> Uses:
    """The tracks that pages are on."""
    return together(
        Use(facts, fact)
        for facts in pages(census)
        if not facts.is_section and facts.place.language == language
        for fact in listed_names(facts, "tracks")
    )


def _slip(slip: Slip) -> Located:
    effect = "no project is shown" if slip.is_asked else "no section shows the page for it"
    fact = slip.use.fact
    message = f"There is no track `{fact.text}`, did you mean `{slip.meant}`; {effect}"
    return Located(slip.use.path, Finding(fact.span, message, rewrite(fact, slip.meant)))


def _against_list(census: Census, tracks: TrackList, asked: Uses, had: Uses) -> Iterator[Located]:
    said = {name: asked.get(name, []) + had.get(name, []) for name in (*asked, *had)}
    unlisted = [name for name in said if name not in tracks.names]
    phrases, vocabulary = Phrases(tracks.names), Vocabulary(census)
    misspelt = {}
    for name in unlisted:
        near = phrases.nearest(name)
        if near and near not in said and _is_right(name, near, said, vocabulary):
            misspelt[near] = name
        else:
            yield from (_unlisted(use, near, had) for use in said[name])
    yield from _in_list(census, tracks, misspelt, said)


def _is_right(name: str, listed: str, said: Uses, vocabulary: Vocabulary) -> bool:
    """Whether a name that pages say is right, and the settings, which nobody follows, are wrong."""
    evidence = vocabulary.speaks_for(name, listed)
    return evidence > 0 or (evidence == 0 and len(said[name]) > 1)


def _unlisted(use: Use, near: str | None, had: Uses) -> Located:
    fact = use.fact
    is_empty = use.page.is_section and fact.text not in had
    effect = "no project is shown" if is_empty else "lists of all tracks leave it out"
    message = f"`{fact.text}` is not in `params.tracks`"
    if near is None:
        fix = Fix("Name a track that is listed there, or list this one")
        return Located(use.path, Finding(fact.span, f"{message}; {effect}", fix))
    fix = rewrite(fact, near, safe=is_same(fact.text, near))
    message = f"{message}, did you mean `{near}`; {effect}"
    return Located(use.path, Finding(fact.span, message, fix))


def _in_list(
    census: Census, tracks: TrackList, misspelt: dict[str, str], said: Uses
) -> Iterator[Located]:
    """Listed tracks that nobody is on and that are written otherwise elsewhere."""
    titles = Phrases(fact.text for facts in pages(census) for fact in facts.all("title"))
    for index, item in enumerate(tracks.items):
        name = item.text
        if name in misspelt:
            right, who = misspelt[name], f"as {_pages(said[misspelt[name]])}"
        elif name not in said and not titles.has(name):
            right, who = titles.nearest(name) or "", "the title of a page"
        else:
            continue
        if right:
            message = f"No page is on the track `{name}`, did you mean `{right}`, {who}"
            severity = Severity.INFO if is_plural(name, right) else None
            finding = Finding(tracks.span(index), message, rewrite(item, right), severity)
            yield Located(tracks.path, finding)


def _pages(uses: list[Use]) -> str:
    return "1 page has it" if len(uses) == 1 else f"{len(uses)} pages have it"
