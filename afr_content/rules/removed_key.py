"""A key that newer Hugos refuse.

## What it does
Reports `_build`, which is called `build` since Hugo 0.145 and stops the build from 0.160 on, and
keys of Hugo's settings such as `paginate`, which became `pagination.pagerSize`.

## Why it matters
Hugo stops. Which version builds the site is often decided elsewhere than on your computer.

## Example
<!-- hugo 0.168.0 -->
```
---
title: Hidden
_build:
  list: never
---
```

## Use instead
<!-- hugo 0.168.0 -->
```
---
title: Hidden
build:
  list: never
---
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.hugo import HugoVersion
from afr_content.nodes import Entry, Mapping, Sequence
from afr_content.page import Page
from afr_content.rules._keys import key_span

CODE = "AFR305"
SEVERITY = Severity.ERROR

RENAMED, REFUSED = (0, 145), (0, 160)
"""The versions of Hugo that know `build`, and those that stop at `_build`."""


class _Renamed(NamedTuple):
    """A setting's new name, and the versions that know it, stop at the old one, pass over that.

    Hugo warns some versions before it stops.
    """

    name: str
    since: tuple[int, int]
    stops: tuple[int, int] | None = None
    ignored: tuple[int, int] | None = None


_SETTINGS = {
    "paginate": _Renamed("pagination.pagerSize", (0, 128), (0, 140), (0, 156)),
    "paginatepath": _Renamed("pagination.path", (0, 128), (0, 140), (0, 156)),
    "minifyoutput": _Renamed("minify.minifyOutput", (0, 150), (0, 165)),
    "languagecode": _Renamed("locale", (0, 158)),
}


def check(page: Page) -> Iterator[Finding]:
    """`_build` of the page, and of the pages below it; renamed settings."""
    if page.is_settings:
        yield from _settings(page)
        return
    builds = tuple(_builds(page.root)) if page.root else ()
    hugo = page.site.hugo if builds else None
    if hugo and hugo < RENAMED:
        return
    stops = hugo is not None and hugo >= REFUSED
    message = "Hugo 0.160 and later stop at `_build`, which is called `build` since 0.145"
    for entry in builds:
        fix = Fix.replace("Write it as `build`", key_span(entry), "build", safe=hugo is not None)
        severity = Severity.ERROR if stops else Severity.INFO
        yield Finding(key_span(entry), message, fix, severity)


def _builds(root: Mapping) -> Iterator[Entry]:
    for entry in root.entries:
        if entry.name.lower() == "_build":
            yield entry
        elif entry.name.lower() == "cascade":
            cascade = entry.value
            for item in cascade.items if isinstance(cascade, Sequence) else (cascade,):
                if isinstance(item, Mapping):
                    yield from (inner for inner in item.entries if inner.name.lower() == "_build")


def _settings(page: Page) -> Iterator[Finding]:
    """Keys at the top of Hugo's settings that have another name now."""
    if page.root is None or page.kind != "settings":
        return
    for entry in page.root.entries:
        renamed = _SETTINGS.get(entry.name.lower())
        if renamed and _matters(renamed, page.site.hugo):
            yield _finding(page, entry, renamed)


def _matters(renamed: _Renamed, hugo: HugoVersion | None) -> bool:
    """Whether the site's Hugo has the new name; where it is not known, one may come to stop."""
    return hugo >= renamed.since if hugo else renamed.stops is not None


def _finding(page: Page, entry: Entry, renamed: _Renamed) -> Finding:
    hugo, since = page.site.hugo, _version(renamed.since)
    severity, effect = Severity.INFO, ""
    if hugo and renamed.ignored and hugo >= renamed.ignored:
        severity, effect = (
            Severity.WARNING,
            f"Hugo passes over it since {_version(renamed.ignored)}",
        )
    elif renamed.stops:
        severity = Severity.ERROR if hugo and hugo >= renamed.stops else Severity.INFO
        effect = f"Hugo {_version(renamed.stops)} and later stop here"
    message = f"`{entry.name}` is called `{renamed.name}` since Hugo {since}"
    return Finding(
        key_span(entry),
        f"{message}; {effect}" if effect else message,
        Fix(f"Write it as `{renamed.name}`"),
        severity,
    )


def _version(version: tuple[int, int]) -> str:
    return f"{version[0]}.{version[1]}"
