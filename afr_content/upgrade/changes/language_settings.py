"""A language's settings that a newer Hugo passes over, or stops at.

Keys of the site's own directly below a language are parameters up to Hugo 0.123; from 0.124 on the
build stops, and from 0.139 on they are passed over. `params` is the place for them. From 0.153 on
`weight` must be a number and `disabled` a boolean.
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import Entry, Mapping, Scalar
from afr_content.rules import _values as v
from afr_content.rules._keys import key_span
from afr_content.upgrade.move import Turn

CODE = "UPG205"
SEVERITY = Severity.ERROR

_TYPED = {"weight": r"\d+", "disabled": "true|false"}


def check(turn: Turn) -> Iterator[Finding]:
    """What stands below each language."""
    for language in _languages(turn):
        for entry in language.entries:
            yield from _typed(turn, entry)
            yield from _params(turn, entry)


def _languages(turn: Turn) -> Iterator[Mapping]:
    page, root = turn.before, turn.before.root
    if root is None or page.kind not in ("settings", "languages"):
        return
    entry = root.find("languages") if page.kind == "settings" else None
    node = root if page.kind == "languages" else entry.value if entry else None
    for inner in node.entries if isinstance(node, Mapping) else ():
        if isinstance(inner.value, Mapping):
            yield inner.value


def _typed(turn: Turn, entry: Entry) -> Iterator[Finding]:
    import re

    value, pattern = entry.value, _TYPED.get(entry.name.lower())
    if not pattern or not isinstance(value, Scalar) or not value.style:
        return
    if turn.move.hugo_passes(0, 153):
        message = (
            f"`{entry.name}` is the text `{value.text}`; from Hugo 0.153 on the build stops at a"
            " text here"
        )
        is_plain = re.fullmatch(pattern, value.text) is not None
        fix = v.put(value, value.text) if is_plain else Fix("Take the quotes away")
        yield Finding(v.span_of(value), message, fix)


_KNOWN = frozenset(
    "baseurl contentdir copyright defaultcontentlanguage disabled disablekinds label languagecode"
    " languagedirection languagename locale direction mainsections markup mediatypes menu menus"
    " outputformats outputs params permalinks related security services privacy sitemap staticdir"
    " summarylength taxonomies timeout timezone title weight hascjklanguage pluralizelisttitles"
    " titlecasestyle removepathaccents disablehugogeneratorinject disablelivereload enableemoji"
    " enablerobotstxt frontmatter imaging minify module pagination paginate paginatepath rsslimit"
    " uglyurls canonifyurls relativeurls disablealiases disablepathtolower buildfuture buildexpired"
    " builddrafts capitalizelisttitles googleanalytics disqusshortname author social cascade build"
    " caches deployment httpcache page segments server sectionpagesmenu refLinksNotFoundURL"
    " reflinkserrorlevel".lower().split()
)


def _params(turn: Turn, entry: Entry) -> Iterator[Finding]:
    """A key that is no setting of Hugo's: it is a parameter, in the wrong place."""
    move = turn.move
    if entry.name.lower() in _KNOWN or not entry.name:
        return
    if move.hugo_passes(0, 139):
        effect, severity = "from 0.139 on Hugo passes over it", Severity.ERROR
    elif move.hugo_passes(0, 124):
        effect, severity = "from 0.124 on the build stops", Severity.ERROR
    else:
        return
    message = f"`{entry.name}` is a parameter of the site up to Hugo 0.123; {effect}"
    yield Finding(key_span(entry), message, Fix("Put it below `params` of the language"), severity)
