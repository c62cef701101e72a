"""Two entries of a menu that Hugo takes for one.

## What it does
Reports an entry whose `identifier` or, where it has none, whose `name` another entry of the same
menu has too: two sub-menus with an `Overview` each.

## Why it matters
Hugo keeps one of them, the one with the greatest weight. The others are missing in the menu,
without a word. An entry that a page makes of itself gives way to one in the settings.

## Example
<!-- path config/_default/menus.yaml -->
```
main:
  - name: People
    weight: 10
  - name: Overview
    parent: People
    url: "/people/"
    weight: 11
  - name: Research
    weight: 20
  - name: Overview
    parent: Research
    url: "/research/"
    weight: 21
```

## Use instead
<!-- path config/_default/menus.yaml -->
```
main:
  - name: People
    weight: 10
  - name: Overview
    identifier: people-overview
    parent: People
    url: "/people/"
    weight: 11
  - name: Research
    weight: 20
  - name: Overview
    identifier: research-overview
    parent: Research
    url: "/research/"
    weight: 21
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Fact
from afr_content.hugo import Dialect, scalar_value
from afr_content.rules._menus import Item, Menus
from afr_content.source import Span
from afr_content.weights import weight_of

CODE = "AFR417"
SEVERITY = Severity.ERROR

_LAST = 2**63
_ADVICE = Fix("Give each of them an `identifier` of its own")


def check_site(census: Census) -> Iterator[Located]:
    """The entries of each menu that give way to another."""
    menus = Menus(census)
    found: dict[tuple[object, ...], list[Item]] = defaultdict(list)
    for item in menus.configured:
        if item.key and item.config:
            found[item.path, item.config.language, item.menu, item.key].append(item)
    for items in found.values():
        kept = sorted(items, key=_order)[-1]
        for item in items:
            if item is not kept and item.place:
                yield Located(item.path, _lost(item, kept))
    yield from _of_pages(menus)


def _order(item: Item) -> tuple[int, str, str]:
    """How Hugo sorts entries before the later ones take the places of the earlier."""
    entry = item.config
    assert entry is not None
    scalar = entry.scalar("weight")
    value = scalar_value(scalar, Dialect.OLD) if scalar else 0
    weight = int(value) if isinstance(value, float) else weight_of(value)
    return (weight or _LAST, item.name, entry.text("identifier"))


def _lost(item: Item, kept: Item) -> Finding:
    assert item.config is not None
    assert kept.config is not None
    same = all(
        item.config.text(key) == kept.config.text(key) for key in ("url", "pageRef", "parent")
    )
    address = kept.config.text("url") or kept.config.text("pageRef")
    where = f", to `{address}`" if address and not same else ""
    message = f"The menu `{item.menu}` has another entry `{item.key}`{where}; Hugo shows only that"
    severity = Severity.INFO if same else None
    advice = Fix("Delete one of them") if same else _ADVICE
    return Finding(_span(item), message, advice, severity)


def _of_pages(menus: Menus) -> Iterator[Located]:
    """Pages whose entry is in the settings as well."""
    for language, item in menus.of_pages:
        for other in menus.configured:
            same = (other.menu, other.key) == (item.menu, item.key)
            if same and item.place and language in menus.languages_of(other):
                message = (
                    f"The menu `{item.menu}` has an entry `{item.key}` in `{other.path.name}`; Hugo"
                    " shows only that"
                )
                finding = Finding(_span(item), message, _ADVICE, Severity.WARNING)
                yield Located(item.path, finding)


def _span(item: Item) -> Span:
    place = item.place
    assert place is not None
    return place.span if isinstance(place, Fact) else Span(place.start, place.end)
