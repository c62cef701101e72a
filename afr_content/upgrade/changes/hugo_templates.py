"""What the site's own templates use of Hugo's, and a newer Hugo does not have.

Sources: `Deprecate` in Hugo's code at each version, and what real builds did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.upgrade.changes import _templates
from afr_content.upgrade.changes._templates import Template
from afr_content.upgrade.move import Move

CODE = "UPG403"
SEVERITY = Severity.ERROR


class _Gone(NamedTuple):
    """How it is written, the Hugo from which on the build stops, and what is used instead."""

    pattern: re.Pattern[str]
    stops: tuple[int, int]
    instead: str


def _of_site(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\.Site|\bsite)\.{name}\b")


def _of_page(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w)]Params)\.{name}\b")


def _function(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.$\"]){name}\b")


_GONE = (
    _Gone(_of_site("GoogleAnalytics"), (0, 132), "site.Config.Services.GoogleAnalytics.ID"),
    _Gone(_of_site("DisqusShortname"), (0, 132), "site.Config.Services.Disqus.Shortname"),
    _Gone(_of_site("IsServer"), (0, 132), "hugo.IsServer"),
    _Gone(_of_site("RSSLink"), (0, 126), '(.OutputFormats.Get "RSS").Permalink'),
    _Gone(_of_site("LastChange"), (0, 135), "site.Lastmod"),
    _Gone(_of_site("IsMultiLingual"), (0, 136), "hugo.IsMultilingual"),
    _Gone(_of_site("Authors"), (0, 136), "site.Params.Author"),
    _Gone(_of_site("Social"), (0, 136), "site.Params.Social"),
    _Gone(_of_site("Author"), (0, 156), "site.Params.Author"),
    _Gone(_of_page("PrevPage"), (0, 135), ".Prev"),
    _Gone(_of_page("NextPage"), (0, 135), ".Next"),
    _Gone(re.compile(r"\.File\.Extension\b"), (0, 121), ".File.Ext"),
    _Gone(re.compile(r"\.File\.Lang\b"), (0, 135), ".Language.Lang"),
    _Gone(re.compile(r"\.Sites\.First\b"), (0, 139), ".Sites.Default"),
    _Gone(re.compile(r"\.Paginator\.PageSize\b"), (0, 140), ".Paginator.PagerSize"),
    _Gone(_function("getJSON"), (0, 135), "resources.Get and transform.Unmarshal"),
    _Gone(_function("getCSV"), (0, 135), "resources.Get and transform.Unmarshal"),
    _Gone(_function(r"resources\.ToCSS"), (0, 140), "css.Sass"),
    _Gone(_function(r"resources\.PostCSS"), (0, 140), "css.PostCSS"),
    _Gone(_function(r"resources\.Babel"), (0, 140), "js.Babel"),
    _Gone(_function(r"lang\.NumFmt"), (0, 132), "lang.FormatNumberCustom"),
    _Gone(_function("echoParam"), (0, 132), "index"),
    _Gone(_function(r"crypto\.FNV32a"), (0, 141), "hash.FNV32a"),
)
_PATH = re.compile(r"(?<!File)(?<!URL)\.Path\b(?!\.)")


def check_site(move: Move) -> Iterator[Located]:
    """The templates in the site's `layouts`."""
    for template in _templates.templates(move):
        for match, gone in stopping(move, template):
            yield Located(template.path, _gone(match, gone))
        if move.hugo_passes(0, 123):
            for match in template.uses(_PATH):
                yield Located(template.path, _path(match))


def stopping(move: Move, template: Template) -> Iterator[tuple[re.Match[str], _Gone]]:
    """What a template uses that the Hugo to come stops at, and the one of now does not."""
    for gone in _GONE:
        if move.hugo_passes(*gone.stops):
            yield from ((match, gone) for match in template.uses(gone.pattern))


def _gone(match: re.Match[str], gone: _Gone) -> Finding:
    version = ".".join(map(str, gone.stops))
    message = f"From Hugo {version} on the build stops at `{match[0]}`"
    return Finding(_templates.span(match), message, Fix(f"Use `{gone.instead}`"))


def _path(match: re.Match[str]) -> Finding:
    message = (
        "`.Path` of a page is that of its file up to Hugo 0.122, `authors/jane/_index.md`; from"
        " 0.123 on it is `/authors/jane`"
    )
    return Finding(
        _templates.span(match), message, Fix("Use `.File.Path` for the file's"), Severity.WARNING
    )
