"""A link to nothing.

## What it does
Reports links in the text of a page, and addresses in its front matter, that lead to no page, file
or section of the site. Addresses of other sites are not looked at.

## Why it matters
Hugo writes the link all the same; who follows it gets an error page.

## Example
<!-- path post/first/index.md -->
```
---
title: First
---
See our [people](/poeple/).
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
See our [people](/people/).
```
<!-- path people/index.md -->
```
---
title: People
---
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.bodies import Mention
from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Fact, Facts
from afr_content.links import Leads, Links, Target
from afr_content.names import nearest
from afr_content.rules._edits import rewrite
from afr_content.rules._mentions import real, rewritten

CODE = "AFR413"
SEVERITY = Severity.WARNING

_ADDRESSES = re.compile(
    r"links\.url|url_\w+|external_link|event_url|(?:content\.)?cta(?:_alt)?\.url"
)
"""The places in front matter that hold an address."""


def check_site(census: Census) -> Iterator[Located]:
    """Bodies and front matter of all pages."""
    if census.site.is_academic:
        return
    links = Links(census)
    for facts in census.pages:
        yield from _in_body(census, links, facts)
        yield from _in_front_matter(census, links, facts)


def _in_body(census: Census, links: Links, facts: Facts) -> Iterator[Located]:
    written = [m for m in facts.mentions if m.kind == "link" and not links.is_outside(m.target)]
    base = census.address_with(facts) if written else ""
    if not base:
        return
    broken = {m: t for m in written if _is_broken(links, t := links.find(m.target, base))}
    for mention in real(census, facts, list(broken)):
        yield Located(facts.path, _finding(links, mention, broken[mention]))


def _is_broken(links: Links, target: Target) -> bool:
    if target.leads is Leads.NOTHING:
        return True
    names = links.anchors(target) if target.fragment else None
    return names is not None and target.fragment not in names


def _finding(links: Links, mention: Mention, target: Target) -> Finding:
    message, near = _explained(links, mention.target, target)
    return Finding(mention.span, message, rewritten(mention, near) if near else _ADVICE)


def _explained(links: Links, written: str, target: Target) -> tuple[str, str | None]:
    """What is wrong with an address, and how it was probably meant."""
    if _DOMAIN.match(written):
        return f"Without `https://`, `{written}` is a page of this site", f"https://{written}"
    if target.leads is Leads.NOTHING:
        what = "file" if "." in target.path.rpartition("/")[2] else "page"
        near = links.near(target.path)
        return f"There is no {what} `{target.path}`; the link leads to nothing", near
    names = links.anchors(target) or frozenset()
    near = nearest(target.fragment, tuple(sorted(names)))
    message = f"There is no section `{target.fragment}` there; the link leads to the page's top"
    return message, near and written.replace(f"#{target.fragment}", f"#{near}")


_DOMAIN = re.compile(
    r"(?:www\.|(?:[\w-]+\.)+(?:com|org|net|edu|io|ac\.uk|nl|de|fr|ch)(?:/|$))", re.I
)


def _in_front_matter(census: Census, links: Links, facts: Facts) -> Iterator[Located]:
    for fact in facts.values:
        if _ADDRESSES.fullmatch(fact.key) and _is_address(links, fact):
            readings = [links.find(fact.text), links.find(fact.text, census.address_with(facts))]
            is_beside = (facts.path.parent / fact.text.lstrip("/")).exists()
            if not is_beside and all(target.leads is Leads.NOTHING for target in readings):
                message, near = _explained(links, fact.text, readings[0])
                fix = rewrite(fact, near) if near else _ADVICE
                yield Located(facts.path, Finding(fact.span, message, fix))


def _is_address(links: Links, fact: Fact) -> bool:
    """Whether a value is an address of the site: what is misspelt is `suspicious-link`'s."""
    return bool(fact.text) and not links.is_outside(fact.text) and "@" not in fact.text


_ADVICE = Fix("Write the address of a page or file that there is")
