"""Versions of the Wowchemy theme, and where one holds."""

from __future__ import annotations

import re
from typing import NamedTuple


class ThemeVersion(NamedTuple):
    """A version of the theme, such as 5.3."""

    major: int
    minor: int
    patch: int = 0

    @classmethod
    def parse(cls, text: str) -> ThemeVersion:
        """The version written as `5.3`, `v5.9.7` or `5`; `4` is any of that generation.

        Raises ValueError.
        """
        match = re.match(r"v?(\d+)(?:\.(\d+))?(?:\.(\d+))?\b", text.strip())
        if not match:
            raise ValueError(f"`{text}` is no theme version such as 5.3")
        if match[1] == "4" and not match[2]:
            return ACADEMIC
        return cls(int(match[1]), int(match[2] or 0), int(match[3] or 0))

    def __str__(self) -> str:
        if self == ACADEMIC:
            return str(self.major)
        return ".".join(map(str, self if self.patch else self[:2]))


ACADEMIC = ThemeVersion(4, -1)
"""The generation before 5.0, called Academic, where nothing tells which version it is."""


_WOWCHEMY = ThemeVersion(5, 0)
_LAST_OF_ACADEMIC = 8


def _newest(theme: ThemeVersion) -> ThemeVersion:
    """What a theme may be, going by what it calls itself."""
    if theme >= _WOWCHEMY:
        return theme
    return ThemeVersion(4, theme.minor + 1) if theme.minor < _LAST_OF_ACADEMIC else _WOWCHEMY


class Versions(NamedTuple):
    """The versions from `since` to `until`, both included; None leaves that end open.

    `until` names a minor version and holds for all its patches: `5.3` includes 5.3.7.
    """

    since: ThemeVersion | None = None
    until: ThemeVersion | None = None

    @classmethod
    def of(cls, since: str | None, until: str | None) -> Versions:
        """Versions written as text."""
        return cls(
            ThemeVersion.parse(since) if since else None,
            ThemeVersion.parse(until) if until else None,
        )

    def __contains__(self, theme: object) -> bool:
        """Whether a theme may be among them; an unknown one (None), or `ACADEMIC`, may be any.

        Sites have Academic mostly as it was on some day between two tags, when it still called
        itself by the older one: it may know what came with the next.
        """
        if not isinstance(theme, ThemeVersion):
            return True
        if theme == ACADEMIC:
            return self.since is None or self.since <= _WOWCHEMY
        if self.since and _newest(theme) < self.since:
            return False
        return not (self.until and theme[:2] > self.until[:2])

    def surely_have(self, theme: ThemeVersion | None) -> bool:
        """Whether a theme is among them beyond doubt."""
        if theme is None or theme == ACADEMIC:
            return self == EVERY
        return theme in self and not (self.since and theme < self.since)

    def __str__(self) -> str:
        match self:
            case (None, None):
                return "every version"
            case (None, until):
                return f"up to {until}"
            case (since, None):
                return f"from {since} on"
            case (since, until):
                return f"from {since} to {until}"
        raise AssertionError


EVERY = Versions()
