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
from afr_content.facts import Fact, Facts, is_address
from afr_content.links import Leads, Links, Target, links_of
from afr_content.names import nearest
from afr_content.rules._edits import rewrite
from afr_content.rules._mentions import real, rewritten
from afr_content.rules._references import has_render_hook
from afr_content.rules._sections import has_widget_pages

CODE = "AFR413"
SEVERITY = Severity.WARNING


def check_site(census: Census) -> Iterator[Located]:
    """Bodies and front matter of all pages."""
    if census.site.is_academic and _may_lead_elsewhere(census):
        return
    links = links_of(census)
    for facts in census.pages:
        yield from _in_body(census, links, facts)
        yield from _in_front_matter(census, links, facts)


def _may_lead_elsewhere(census: Census) -> bool:
    """Whether sections stand on no page of their own, or there are pages that R Markdown made."""
    folders = census.site.content_folders.values()
    return not has_widget_pages(census) or any(any(f.rglob("*.html")) for f in folders)


def _in_body(census: Census, links: Links, facts: Facts) -> Iterator[Located]:
    if has_render_hook(census.site.root, "link"):
        return
    written = [m for m in facts.mentions if m.kind == "link" and not links.is_outside(m.target)]
    base = census.address_with(facts) if written else ""
    if not base:
        return
    broken = {m: t for m in written if _is_broken(links, t := links.find(m.target, base))}
    if facts.kind == "author":  # its text is shown by widgets on other pages, mostly on the first
        broken = {m: t for m, t in broken.items() if _is_broken(links, links.find(m.target))}
    for mention in real(census, facts, list(broken)):
        yield Located(facts.path, _finding(links, mention, broken[mention]))


def _is_broken(links: Links, target: Target) -> bool:
    if target.leads is Leads.NOTHING:
        return True
    names = links.anchors(target) if target.fragment else None
    return names is not None and target.fragment not in names


def _finding(links: Links, mention: Mention, target: Target) -> Finding:
    message, near, severity = _explained(links, mention.target, target)
    fix = rewritten(mention, near) if near else _ADVICE
    return Finding(mention.span, message, fix, severity)


def _explained(
    links: Links, written: str, target: Target
) -> tuple[str, str | None, Severity | None]:
    """What is wrong with an address, how it was probably meant, and how sure that is."""
    if _DOMAIN.match(written):
        message = f"Without `https://`, `{written}` is a page of this site"
        return message, f"https://{written}", None
    if target.leads is Leads.NOTHING:
        what = "file" if "." in target.path.rpartition("/")[2] else "page"
        message = f"There is no {what} `{target.path}`; the link leads to nothing"
        return message, links.near(target.path), None
    names = links.anchors(target) or frozenset()
    near = nearest(target.fragment, tuple(sorted(names)))
    what = "section" if links.is_widget_page(target) else "heading"
    message = f"There is no {what} `{target.fragment}` there; the link leads to the page's top"
    may_be_made = not near and not links.is_widget_page(target)  # by a template of the theme
    severity = Severity.INFO if may_be_made else None
    return message, near and written.replace(f"#{target.fragment}", f"#{near}"), severity


_DOMAIN = re.compile(
    r"(?:www\.|(?:[\w-]+\.)+(?:com|org|net|edu|io|ac\.uk|nl|de|fr|ch)(?:/|$))", re.I
)


def _in_front_matter(census: Census, links: Links, facts: Facts) -> Iterator[Located]:
    for fact in facts.values:
        if is_address(fact.key) and _is_inside(links, fact) and not _is_replaced(facts, fact):
            target = _target(census, links, facts, fact.text)
            if target and _is_broken(links, target):
                message, near, severity = _explained(links, fact.text, target)
                fix = rewrite(fact, near) if near else _ADVICE
                yield Located(facts.path, Finding(fact.span, message, fix, severity))


def _target(census: Census, links: Links, facts: Facts, address: str) -> Target | None:
    """Where an address leads, seen from the page or, as some templates do, from the start page.

    None for a file beside the page.
    """
    if (facts.path.parent / address.lstrip("/")).exists():
        return None
    here = links.find(address, census.address_with(facts))
    start = links.find(address)
    return start if here.leads is Leads.NOTHING else here


def _is_replaced(facts: Facts, fact: Fact) -> bool:
    """Whether the theme leads to a PDF with the name of the page bundle instead."""
    if fact.key != "url_pdf" or facts.place.stem != "index":
        return False
    folder = facts.path.parent
    return (folder / f"{folder.name}.pdf").is_file()


def _is_inside(links: Links, fact: Fact) -> bool:
    """Whether a value is an address of the site: what is misspelt is `suspicious-link`'s."""
    return bool(fact.text) and not links.is_outside(fact.text) and "@" not in fact.text


_ADVICE = Fix("Write the address of a page or file that there is")
