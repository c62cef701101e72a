"""Where the templates of the site's own widgets are looked for.

Up to theme 5.7 they are in `layouts/partials/widgets/`, and get `.root` and `.page`; from 5.8 on
they are in `layouts/partials/blocks/v1/`, and get `.wcPage` and `.wcBlock`. A small template there
that calls the old one is all that is needed. For a widget that the theme does not have, the build
stops; of the theme's widgets the theme's own template is taken again.
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.models.registry import WIDGETS
from afr_content.source import Edit, Span
from afr_content.upgrade.changes import _templates
from afr_content.upgrade.move import Move

CODE = "UPG401"
SEVERITY = Severity.ERROR

_OLD, _NEW = "partials/widgets/", "partials/blocks/v1/"
_CALLED = {
    "blank": "markdown", "custom": "markdown", "featurette": "features", "pages": "collection",
    "projects": "portfolio",
}  # fmt: skip
"""What the theme calls them since 5.8, whatever the section says."""


def check_site(move: Move) -> Iterator[Located]:
    """The widgets of the site's own layouts, each in the file that is missing."""
    if not move.theme_passes(5, 8):
        return
    there = {template.name for template in _templates.templates(move)}
    for template in _templates.templates(move):
        name = template.name.removeprefix(_OLD).removesuffix(".html")
        if template.name != f"{_OLD}{name}.html" or "/" in name:
            continue
        place = f"{_NEW}{_CALLED.get(name, name)}.html"
        path = move.root / "layouts" / place
        if place not in there and not move.read(path).text:
            yield Located(path, _finding(move, name, place))


def _finding(move: Move, name: str, place: str) -> Finding:
    is_own = name not in WIDGETS
    effect = "the build stops" if is_own else "the theme's own is taken in its place"
    message = (
        f"The template of the widget `{name}` is `layouts/{_OLD}{name}.html` up to theme 5.7; from"
        f" 5.8 on it is this one, which is not there, and {effect}"
    )
    text = (
        "{{/* From theme 5.8 on, widgets are looked for here. */}}\n"
        f'{{{{ partial "widgets/{name}.html" (dict "root" .wcPage "page" .wcBlock) }}}}\n'
    )
    fix = Fix("Make it, with a call of the old one", (Edit(0, 0, text),))
    if name == "featured":
        fix = Fix(f"Write it anew: the theme calls `layouts/{_NEW}collection.html`")
    return Finding(Span(0, 0), message, fix, None if is_own else Severity.WARNING)
