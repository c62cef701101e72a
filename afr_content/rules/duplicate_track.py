"""A research track that is listed twice.

## What it does
Reports tracks in `params.tracks` of Hugo's settings that stand there before, in the same spelling
or in one that differs by letter case, blanks, `&` for `and`, or a slip of the pen.

## Why it matters
The projects of such a track are shown twice; of two spellings, each shows a part of them.

## Example
<!-- path config/_default/params.yaml -->
```
tracks:
  - Software Analytics
  - Data Integration
  - Software Analytics
```

## Use instead
<!-- path config/_default/params.yaml -->
```
tracks:
  - Software Analytics
  - Data Integration
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.phrases import Phrases
from afr_content.rules._names import pages
from afr_content.rules._tracks import TrackList, track_lists
from afr_content.source import Edit

CODE = "AFR407"
SEVERITY = Severity.WARNING


def check_site(census: Census) -> Iterator[Located]:
    """The tracks of each list."""
    said = {fact.text for facts in pages(census) for fact in facts.all("tracks", "content.tracks")}
    lists = {tracks.path: tracks for tracks in track_lists(census).values()}
    for tracks in lists.values():
        for index, finding in _findings(tracks, said):
            yield Located(tracks.path, finding._replace(span=tracks.span(index)))


def _findings(tracks: TrackList, said: set[str]) -> Iterator[tuple[int, Finding]]:
    names = tracks.names
    for index, name in enumerate(names):
        if name in names[:index]:
            message = (
                f"The track `{name}` is listed already; a list of all shows its projects twice"
            )
            yield index, Finding(tracks.span(index), message, _removal(tracks, index, safe=True))
    first = {name: names.index(name) for name in dict.fromkeys(names)}
    for name, other in _alike(list(first)):
        keep, drop = (other, name) if name not in said and other in said else (name, other)
        message = f"The track `{drop}` is listed as `{keep}`, too; each has its own projects"
        fix = _removal(tracks, first[drop], safe=False) if drop not in said else _ADVICE
        yield first[drop], Finding(tracks.span(first[drop]), message, fix)


_ADVICE = Fix("Keep one spelling, here and in the pages that name it")


def _alike(names: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names alike, in the order in which they are listed."""
    phrases = Phrases(names)
    for index, name in enumerate(names):
        for other in phrases.like(name):
            if names.index(other) > index:
                yield name, other


def _removal(tracks: TrackList, index: int, *, safe: bool) -> Fix:
    """Take one out of the list, unless something else stands between it and its neighbour."""
    title = f"Take `{tracks.items[index].text}` out of the list"
    if index:
        start, end = tracks.items[index - 1].end, tracks.items[index].end
        between = tracks.text[start : tracks.items[index].start]
    else:
        start, end = tracks.items[0].start, tracks.items[1].start
        between = tracks.text[tracks.items[0].end : end]
    behind = tracks.text[tracks.items[index].end :].partition("\n")[0]
    is_bare = re.fullmatch(r"[\s,-]*", between) and "#" not in behind
    return Fix(title, (Edit(start, end, ""),), safe) if is_bare else Fix(title)
