"""An entry of a menu below one that there is not.

## What it does
Reports a `parent` that no entry of the same menu has for its `identifier` or, where it has none,
for its `name`. Letter case counts. Entries that pages make of themselves are looked at, too. In
menus other than those at the top of pages only slips are reported: there, a heading without a link
may well be meant.

## Why it matters
Hugo makes up an entry of that name, without a link, and puts it at the end of the menu: the visitor
sees it there beside the right one.

## Example
<!-- path config/_default/menus.yaml -->
```
main:
  - name: People
    url: "/people/"
    weight: 10
  - name: Students
    parent: Peple
    url: "/people/students/"
    weight: 11
```

## Use instead
<!-- path config/_default/menus.yaml -->
```
main:
  - name: People
    url: "/people/"
    weight: 10
  - name: Students
    parent: People
    url: "/people/students/"
    weight: 11
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Fact
from afr_content.names import is_one_slip, nearest
from afr_content.nodes import Scalar
from afr_content.rules._edits import rewrite
from afr_content.rules._menus import Item, Menus
from afr_content.source import Span

CODE = "AFR412"
SEVERITY = Severity.WARNING

_AT_THE_TOP = ("main", "main_right")
_EFFECT = "Hugo makes one, without a link, at the end of the menu"


def check_site(census: Census) -> Iterator[Located]:
    """The parents of all entries of all menus."""
    menus = Menus(census)
    items = [(menus.languages_of(item), item) for item in menus.configured]
    items += [((language,), item) for language, item in menus.of_pages]
    for languages, item in items:
        names = menus.names(item.menu, languages) if languages and _parent(item) else None
        if item.parent and names is not None and _parent(item) not in names:
            near = _near(menus, item, names - {item.key})
            if near or item.menu in _AT_THE_TOP:
                yield Located(item.path, _finding(item, item.parent, near))


def _parent(item: Item) -> str:
    return item.parent.text if item.parent else ""


def _near(menus: Menus, item: Item, names: frozenset[str]) -> str | None:
    """The identifier of the entry whose name is given in its place, else what it is a slip of."""
    found = {
        other.key
        for other in menus.configured
        if other.menu == item.menu and other.name == _parent(item) and other.key in names
    }
    return found.pop() if len(found) == 1 else nearest(_parent(item), tuple(sorted(names)))


def _finding(item: Item, parent: Scalar | Fact, near: str | None) -> Finding:
    span = parent.span if isinstance(parent, Fact) else Span(parent.start, parent.end)
    message = f"The menu `{item.menu}` has no entry `{parent.text}`"
    if near is None:
        advice = Fix("Write the `identifier` or `name` of an entry, or add one")
        return Finding(span, f"{message}; {_EFFECT}", advice)
    fix = rewrite(parent, near, safe=is_one_slip(parent.text, near))
    return Finding(span, f"{message}, did you mean `{near}`; {_EFFECT}", fix)
