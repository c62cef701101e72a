"""A `ref` or `relref` to a page that there is not.

## What it does
Reports `ref` and `relref` shortcodes whose page Hugo cannot find.

## Why it matters
Hugo stops.

## Example
<!-- path post/first/index.md -->
```
---
title: First
---
See [our people]({{< relref "/poeple" >}}).
```
<!-- path people/index.md -->
```
---
title: People
---
```

## Use instead
<!-- path post/first/index.md -->
```
---
title: First
---
See [our people]({{< relref "/people" >}}).
```
<!-- path people/index.md -->
```
---
title: People
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.bodies import Argument, Mention
from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Facts
from afr_content.page_names import PageNames

CODE = "AFR415"
SEVERITY = Severity.ERROR


def check_site(census: Census) -> Iterator[Located]:
    """Every `ref` and `relref` of every body."""
    names = PageNames(census)
    for facts in census.pages:
        for mention in facts.mentions:
            if mention.kind == "shortcode" and mention.target in ("ref", "relref"):
                argument = _path(mention)
                if argument and not _is_found(names, facts, argument.value):
                    yield Located(facts.path, _finding(names, facts, argument))


def _path(mention: Mention) -> Argument | None:
    """The page that is asked for; None when it is of another language or made by a template."""
    named = mention.named
    found = named.get("path") or next(iter(mention.positional), None)
    is_elsewhere = "lang" in named or "outputformat" in {name.lower() for name in named}
    return None if found is None or is_elsewhere else found


def _is_found(names: PageNames, facts: Facts, written: str) -> bool:
    page = written.partition("#")[0]
    return not page or ":" in page or names.knows(facts, page)


def _finding(names: PageNames, facts: Facts, argument: Argument) -> Finding:
    page, mark, fragment = argument.value.partition("#")
    near = names.near(page)
    message = f"There is no page `{page}`; the build stops"
    if near is None:
        return Finding(argument.span, message, Fix("Write the path of a page below `content/`"))
    fix = Fix.replace(f"Write it as `{near}`", argument.span, f"{near}{mark}{fragment}", safe=False)
    return Finding(argument.span, message, fix)
