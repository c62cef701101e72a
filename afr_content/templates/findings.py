"""What reading templates gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from afr_content.templates.keys import How, Key
from afr_content.templates.values import BLOCK, WIDGET, Audience, Condition


class Need(NamedTuple):
    """A key without which a page stops the build, if the page is among those shown.

    `given` are the keys of the section that must be set (or not) for that, `conditions` what the
    page must be like.
    """

    key: str
    how: How
    audience: Audience
    conditions: tuple[Condition, ...]
    given: tuple[tuple[tuple[str, ...], bool], ...]


class Broken(NamedTuple):
    """A template that does not parse: nothing is said of its keys."""

    name: str
    line: int
    reason: str


@dataclass(eq=False)
class Reading:
    """What some templates read: the keys of each kind of page, and of the site's `params`.

    `required` are keys of the section without which the build stops, `picked` keys of pages that
    `where` passes over without; `theirs` are widgets of the theme that a template shows within.
    """

    keys: dict[Audience, Key] = field(default_factory=dict)
    site: Key = field(default_factory=Key)
    required: set[Key] = field(default_factory=set)
    needs: dict[Need, None] = field(default_factory=dict)
    picked: set[tuple[Audience, Key]] = field(default_factory=set)
    theirs: set[str] = field(default_factory=set)
    broken: list[Broken] = field(default_factory=list)

    def of(self, audience: Audience) -> Key:
        """The tree of the keys of some pages."""
        key = Key(in_list=audience == BLOCK, is_section=audience in (WIDGET, BLOCK))
        return self.keys.setdefault(audience, key)

    @property
    def widget(self) -> Key:
        """The tree of the keys of the section that a widget shows."""
        return self.of(WIDGET)
