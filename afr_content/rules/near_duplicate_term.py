"""A tag or category that is another one with a slip of the pen.

## What it does
Reports tags, categories and terms of the site's own taxonomies that few pages have and that are a
slip away from one that more pages have. A plural beside its singular is information only.

## Why it matters
Hugo makes two terms of them, each with a page that lists a part of what belongs together. Letter
case, and blanks for hyphens, make no difference to Hugo and are not reported.

## Example
<!-- path post/first/index.md -->
```
---
title: First
tags: [data integration]
---
```
<!-- path post/second/index.md -->
```
---
title: Second
tags: [data integration]
---
```
<!-- path post/third/index.md -->
```
---
title: Third
tags: [data integation]
---
```

## Use instead
<!-- path post/first/index.md -->
```
---
title: First
tags: [data integration]
---
```
<!-- path post/second/index.md -->
```
---
title: Second
tags: [data integration]
---
```
<!-- path post/third/index.md -->
```
---
title: Third
tags: [data integration]
---
```
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from afr_content.census import Census
from afr_content.diagnostics import Finding, Located, Severity
from afr_content.people import FOLDER
from afr_content.phrases import Phrases, is_plural, slip_between, words
from afr_content.rules._edits import rewrite
from afr_content.rules._names import Use, is_name, pages
from afr_content.rules._spellings import Vocabulary

CODE = "AFR405"
SEVERITY = Severity.WARNING

_NOT_WORDS = frozenset({FOLDER, "publication_types"})
"""Taxonomies whose terms are names of people, or codes."""
_FEW = 2
_SHORTEST = 5


class _Term(NamedTuple):
    """A term as Hugo takes it, with all places that name it."""

    name: str
    uses: list[Use]

    @property
    def written(self) -> str:
        """How most pages write it."""
        return Counter(use.fact.text for use in self.uses).most_common(1)[0][0]


def check_site(census: Census) -> Iterator[Located]:
    """The terms of each taxonomy in each language."""
    vocabulary = Vocabulary(census)
    for (language, plural), terms in _taxonomies(census).items():
        phrases = Phrases(terms)
        for term in terms.values():
            near = _meant(term, [terms[name] for name in phrases.like(term.name)], vocabulary)
            if near and census.branch(language, f"{plural}/{term.name}") is None:
                yield from _findings(term, near)


def _taxonomies(census: Census) -> dict[tuple[str, str], dict[str, _Term]]:
    """All terms by language and taxonomy, then by what Hugo makes of their names."""
    found: dict[tuple[str, str], dict[str, _Term]] = defaultdict(dict)
    clean = census.site.addresses.clean
    plurals = {plural.lower() for plural in census.settings.taxonomies.values()} - _NOT_WORDS
    for facts in pages(census):
        for fact in facts.values if not facts.is_section else ():
            if fact.key in plurals and is_name(fact):
                terms = found[facts.place.language, fact.key]
                name = clean(fact.text)
                terms.setdefault(name, _Term(name, [])).uses.append(Use(facts, fact))
    return found


def _meant(term: _Term, others: list[_Term], vocabulary: Vocabulary) -> _Term | None:
    """The one other term that this one was probably meant to be."""
    near = [other for other in others if _is_long(term, other)]
    if len(near) != 1 or not _is_rare_beside(term, near[0], vocabulary):
        return None
    return near[0]


def _is_rare_beside(term: _Term, other: _Term, vocabulary: Vocabulary) -> bool:
    """Whether far fewer pages have it; where as many do, the site's other texts tell."""
    few, many = len(term.uses), len(other.uses)
    if few == many:
        return few <= _FEW and vocabulary.speaks_for(other.written, term.written) > 0
    return few < many and (few <= _FEW or 2 * few <= many)


def _is_long(term: _Term, other: _Term) -> bool:
    """Whether the words that differ are long enough to tell a slip from another word."""
    pair = slip_between(term.name, other.name) or ("".join(words(term.name)),)
    return min(map(len, pair)) >= _SHORTEST


def _findings(term: _Term, near: _Term) -> Iterator[Located]:
    is_number, number = is_plural(term.name, near.name), len(near.uses)
    for use in term.uses:
        key, text = use.fact.key, use.fact.text
        what = f"`{near.written}` ({number} {'page' if number == 1 else 'pages'})"
        message = (
            f"`{text}` in `{key}` is not the same as {what}"
            if is_number
            else f"`{text}` in `{key}` looks like a slip of {what}; the two have a list each"
        )
        severity = Severity.INFO if is_number else None
        yield Located(
            use.path, Finding(use.fact.span, message, rewrite(use.fact, near.written), severity)
        )
