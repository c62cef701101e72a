"""What keeps Hugo from building a page: the page's own front matter, the clock, the settings.

After `resources/page/pagemeta` and `hugolib/page__meta` in Hugo's code. The Hugos from 0.111 to
0.168 agree, but for a `lastmod` to come on a page without any other date, which is left aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

from afr_content.dates import read_date
from afr_content.facts import Fact, Facts
from afr_content.hugo import BOTH, Dialect
from afr_content.settings import Settings
from afr_content.site import Site

_TRUE: Final = frozenset({"1", "t", "T", "true", "TRUE", "True"})
_PUBLISHED: Final = ("publishdate", "pubdate", "published", "date")
_EXPIRED: Final = ("expirydate", "unpublishdate")
_RENDER: Final = ("_build.render", "build.render")
_NEVER: Final = frozenset({"never", "link", "false"})


class Obstacle(NamedTuple):
    """The value that keeps a page from being built, what the page is for it, and what helps."""

    fact: Fact
    reason: str
    advice: str


class Building:
    """Looks up what a site's Hugo does not build."""

    def __init__(self, site: Site, settings: Settings) -> None:
        self._site = site
        flags = set(_flags(site.root))
        self._drafts = "D" in flags or settings.get("builddrafts") is True
        # a site may choose its own keys for dates: then nothing is known of them here
        own_dates = settings.get("frontmatter") is not None
        self._future = own_dates or "F" in flags or settings.get("buildfuture") is True
        self._expired = own_dates or "E" in flags or settings.get("buildexpired") is True

    @cached_property
    def _now(self) -> datetime:
        return datetime.now(UTC)

    def obstacle(self, facts: Facts) -> Obstacle | None:
        """What keeps a page from being built; None when nothing does for certain."""
        return (
            (None if self._drafts else self._draft(facts))
            or (None if self._future else self._to_come(facts))
            or (None if self._expired else self._gone(facts))
            or _without_address(facts)
        )

    def _draft(self, facts: Facts) -> Obstacle | None:
        fact = facts.get("draft")
        if fact:
            return Obstacle(fact, "is a draft", "Remove `draft`") if self._says_true(fact) else None
        fact = facts.get("published")
        if fact and fact.typed(Dialect.NEW) is False:
            return Obstacle(fact, "is a draft", "Remove `published`")
        return None

    def _says_true(self, fact: Fact) -> bool:
        """Whether the site's Hugo takes a value for true; which Hugo that is matters seldom."""
        answers = {dialect: _is_true(fact.typed(dialect)) for dialect in BOTH}
        if len(set(answers.values())) == 1:
            return answers[BOTH[0]]
        return all(answers[dialect] for dialect in self._site.dialects)

    def _to_come(self, facts: Facts) -> Obstacle | None:
        fact, moment = _first_date(facts, _PUBLISHED)
        if fact is None or moment <= self._now:
            return None
        is_date = fact.key == "date"
        advice = "Add a `publishDate` of today" if is_date else "Write a date that is past"
        return Obstacle(fact, f"is dated {fact.text}, which is to come", advice)

    def _gone(self, facts: Facts) -> Obstacle | None:
        fact, moment = _first_date(facts, _EXPIRED)
        if fact is None or moment >= self._now:
            return None
        return Obstacle(
            fact, f"has expired on {fact.text}", "Remove the date, or write a later one"
        )


def _is_true(value: object) -> bool:
    """What Hugo takes for true; no number with a point is."""
    if isinstance(value, str):
        return value in _TRUE
    return isinstance(value, int) and bool(value)


def _first_date(facts: Facts, names: tuple[str, ...]) -> tuple[Fact | None, datetime]:
    """The first of some keys that holds a date that Hugo can read."""
    for name in names:
        fact = facts.get(name)
        moment = read_date(fact.text) if fact else None
        if moment:
            return fact, moment
    return None, datetime.now(UTC)


def _without_address(facts: Facts) -> Obstacle | None:
    """Pages that say themselves that they have no address; the start page's sections need none."""
    fact = facts.get("headless") if facts.kind != "home" else None
    if fact and fact.typed(Dialect.OLD) is True and facts.path.name.split(".")[0] == "index":
        return Obstacle(fact, "is headless", "Remove `headless`")
    fact = facts.get(_RENDER[0]) or facts.get(_RENDER[1])
    if fact and fact.text.lower() in _NEVER:
        return Obstacle(fact, f"says `render: {fact.text}`", "Remove `render`")
    return None


_FLAGS: Final = {"drafts": "D", "future": "F", "expired": "E"}
_FLAG = re.compile(r"\s--build(Drafts|Future|Expired)\b|\s-([DEF]+)(?=\s|$)", re.I)
_BUILD = re.compile(r"\bhugo\s+(?!server|serve\b)[^\n]*")


def _flags(root: Path) -> Iterator[str]:
    """The letters of what Hugo is told to build besides, where the site is published from."""
    commands = [_netlify_command(root / "netlify.toml")]
    for workflow in (root / ".github" / "workflows").glob("*.y*ml"):
        commands += _BUILD.findall(_text(workflow))
    for match in (found for command in commands for found in _FLAG.finditer(command)):
        yield from match[2] or _FLAGS[match[1].lower()]


def _netlify_command(path: Path) -> str:
    """Netlify's own command; those of previews are others."""
    text = _text(path)
    if not text:
        return ""
    import tomllib

    try:
        data: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return ""
    build = data.get("build")
    return str(build.get("command", "")) if isinstance(build, dict) else ""


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""
