"""A shortcode that there is not.

## What it does
Reports shortcodes in the text of a page that neither Hugo, the theme nor the site's own layouts
have. Where part of the theme is not known (another module in `go.mod`, no version), only names that
are a slip of the pen away from a known one are reported.

## Why it matters
Hugo stops.

## Example
```
---
title: News
---
{{< calout note >}}Read this.{{< /calout >}}
```

## Use instead
```
---
title: News
---
{{< callout note >}}Read this.{{< /callout >}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.bodies import Mention
from afr_content.census import Census
from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.facts import Facts
from afr_content.names import nearest
from afr_content.shortcodes import THEME, known_shortcodes
from afr_content.site import Site

CODE = "AFR416"
SEVERITY = Severity.ERROR


def check_site(census: Census) -> Iterator[Located]:
    """Every shortcode of every body, but for themes that are not known at all."""
    site = census.site
    known = known_shortcodes(site.root, site.theme)
    for facts in census.pages:
        for mention in facts.mentions:
            if mention.kind == "shortcode" and mention.target.removesuffix(".html") not in known:
                yield from _findings(site, facts, mention, known)


def _findings(
    site: Site, facts: Facts, mention: Mention, known: frozenset[str]
) -> Iterator[Located]:
    name = mention.target
    near = nearest(name, tuple(sorted(known)))
    if near:
        message = f"There is no shortcode `{name}`, did you mean `{near}`; the build stops"
        fix = Fix.replace(f"Write it as `{near}`", mention.span, near, safe=False)
        yield Located(facts.path, Finding(mention.span, message, fix))
    elif name in THEME:
        message = f"The shortcode `{name}` is there {THEME[name]}, the site has {site.theme}"
        yield Located(facts.path, Finding(mention.span, f"{message}; the build stops", _ADVICE))
    elif site.theme and not site.has_foreign_modules:
        message = f"There is no shortcode `{name}`; the build stops"
        yield Located(facts.path, Finding(mention.span, message, _ADVICE))


_ADVICE = Fix("Put a template for it into `layouts/shortcodes/`, or take it out")
