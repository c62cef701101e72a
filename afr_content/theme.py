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
        """The version written as `5.3`, `v5.9.7` or `5`. Raises ValueError."""
        match = re.match(r"v?(\d+)(?:\.(\d+))?(?:\.(\d+))?\b", text.strip())
        if not match:
            raise ValueError(f"`{text}` is no theme version such as 5.3")
        return cls(int(match[1]), int(match[2] or 0), int(match[3] or 0))

    def __str__(self) -> str:
        return ".".join(map(str, self if self.patch else self[:2]))


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
        """Whether a theme is among them; an unknown theme (None) may be any."""
        if not isinstance(theme, ThemeVersion):
            return True
        if self.since and theme < self.since:
            return False
        return not (self.until and theme[:2] > self.until[:2])

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
