"""Comments below pages: from Hugo 0.146 on the theme does not find their template.

It calls `partials/comments/…` where Hugo wants `comments/…`, and the build stops at the first page
with comments. A template of that name which calls the right one is all that is needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.nodes import Mapping, Node, Scalar, Sequence
from afr_content.source import Edit, Span
from afr_content.upgrade.move import Move

CODE = "UPG405"
SEVERITY = Severity.ERROR


def check_site(move: Move) -> Iterator[Located]:
    """The provider of comments, where pages have them."""
    if not move.hugo_passes(0, 146) or not move.theme_is(5, 5):
        return
    params = move.settings.get("params", default={})
    provider = _provider(params if isinstance(params, dict) else {})
    path = move.root / "layouts" / "partials" / "partials" / "comments" / f"{provider}.html"
    if provider.isalnum() and not move.read(path).text and _has_comments(move):
        message = (
            f"With Hugo 0.146 and later the theme looks for the comments of `{provider}` here; the"
            " build stops at a page with comments"
        )
        text = f'{{{{ partial "comments/{provider}.html" . }}}}\n'
        fix = Fix("Make it, with a call of the theme's", (Edit(0, 0, text),))
        yield Located(path, Finding(Span(0, 0), message, fix))


def _provider(params: dict[str, object]) -> str:
    features = params.get("features")
    new = features.get("comment") if isinstance(features, dict) else None
    places = (new, params.get("comments"))
    for place in places:
        if isinstance(place, dict) and place.get("provider"):
            return str(place["provider"]).strip().lower()
    return ""


def _has_comments(move: Move) -> bool:
    return any(_says(page.root) for page in move.pages if page.root and not page.is_settings)


def _says(node: Node) -> bool:
    """Whether a page has comments, or hands them down."""
    if isinstance(node, Sequence):
        return any(map(_says, node.items))
    entry = node.find("commentable") if isinstance(node, Mapping) else None
    if entry and isinstance(entry.value, Scalar) and entry.value.text.lower() == "true":
        return True
    cascade = node.find("cascade") if isinstance(node, Mapping) else None
    return cascade is not None and _says(cascade.value)
