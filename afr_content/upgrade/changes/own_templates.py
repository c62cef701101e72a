"""What the site's own templates call or replace of the theme's, and the newer theme does not have.

A partial that is not there stops the build as soon as a page comes to it. A template that takes the
place of one of the theme's is passed over when the theme does not call that any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.source import Edit, Span
from afr_content.upgrade.changes import _templates
from afr_content.upgrade.changes._templates import Template
from afr_content.upgrade.move import Move

CODE = "UPG402"
SEVERITY = Severity.ERROR


class _Gone(NamedTuple):
    """The first version without a template, and what is there in its place."""

    version: tuple[int, ...]
    instead: str = ""


_GONE = {
    "partials/docs_layout.html": _Gone((5, 3), "partials/book_layout.html"),
    "partials/docs_sidebar.html": _Gone((5, 3), "partials/book_sidebar.html"),
    "partials/docs_toc_foot.html": _Gone((5, 3)),
    "docs/list.html": _Gone((5, 3), "book/list.html"),
    "docs/single.html": _Gone((5, 3), "book/single.html"),
    "section/docs.html": _Gone((5, 3), "book/list.html"),
    "section/talk.html": _Gone((5, 1), "section/event.html"),
    "partials/breadcrumb.html": _Gone((5, 5), "partials/components/breadcrumb.html"),
    "partials/breadcrumb_helper.html": _Gone((5, 5), "partials/components/breadcrumb.html"),
    **{
        f"partials/li_{view}.html": _Gone((5, 5), f"partials/views/{view}.html")
        for view in ("card", "citation", "compact", "list")
    },
    "partials/portfolio_li_card.html": _Gone((5, 5), "partials/views/masonry.html"),
    **{
        f"partials/portfolio_li_{view}.html": _Gone((5, 5), f"partials/views/{view}.html")
        for view in ("compact", "list", "showcase")
    },
    "partials/share.html": _Gone((5, 5), "partials/components/page_sharer.html"),
    "shortcodes/diagram.html": _Gone((5, 5)),
    "index.headers": _Gone((5, 6)),
    "index.redirects": _Gone((5, 6)),
    "partials/custom_head.html": _Gone((5, 6), "partials/hooks/head-end/custom.html"),
    "partials/custom_js.html": _Gone((5, 6), "partials/hooks/body-end/custom.html"),
    "partials/section_pager.html": _Gone((5, 6), "partials/components/pager.html"),
    **{
        f"partials/marketing/{name}.html": _Gone((5, 7), f"partials/analytics/{name}.html")
        for name in ("baidu_tongji", "google_analytics", "google_tag_manager", "microsoft_clarity")
    },
    "partials/navbar.html": _Gone((5, 8), "partials/components/headers/navbar.html"),
    **{
        f"partials/functions/{name}.html": _Gone(
            (5, 9), f"partials/wowchemy-core/functions/{name}.html"
        )
        for name in (
            "get_author_name", "get_featured_image", "get_hook", "get_icon", "get_logo",
            "get_logo_url", "get_page_title", "get_sort_by_parameter",
        )
    },
    **{
        f"partials/wowchemy-core/functions/{name}.html": _Gone(
            (5, 9, 4), f"partials/blox-core/functions/{name}.html"
        )
        for name in (
            "get_author_name", "get_featured_image", "get_hook", "get_icon", "get_logo",
            "get_logo_url", "get_page_title", "get_sort_by_parameter",
        )
    },
    "partials/wowchemy_seo.html": _Gone((5, 9, 4), "partials/blox_seo.html"),
}  # fmt: skip
"""Templates of the theme that are gone, by their names below `layouts`."""

_WIDGETS = re.compile(r"[\"`]widgets/%s")
_CALL = re.compile(r"\bpartial(?:Cached)?\s+\(?\s*[\"`](?P<name>[^\"`]+)[\"`]")


def check_site(move: Move) -> Iterator[Located]:
    """The templates in the site's `layouts`, and what they call."""
    own = {template.name for template in _templates.templates(move)}
    told: set[str] = set()
    for template in _templates.templates(move):
        if not_called := list(_replaced(move, template)):
            yield from not_called
            continue
        if move.theme_passes(5, 8):
            for match in template.uses(_WIDGETS):
                yield Located(template.path, _widgets(match))
        for call in template.uses(_CALL):
            partial = f"partials/{call['name'].removesuffix('.html')}.html"
            gone = _GONE.get(partial)
            if gone and partial not in {*own, *told} and move.theme_passes(*gone.version):
                yield from _called(move, template, call, gone)
                told |= {partial} if _view(partial) else set()


def _widgets(match: re.Match[str]) -> Finding:
    message = (
        "The theme has its widgets in `partials/blocks/v1` from 5.8 on, with other names; the build"
        " stops"
    )
    advice = Fix("Take this template out, or make it anew from that of the newer theme")
    return Finding(_templates.span(match), message, advice)


_LIST_ITEM = re.compile(r"partials/li_(\w+)\.html")


def _view(partial: str) -> str:
    """The view that a page in a list had by this partial; empty for another."""
    match = _LIST_ITEM.fullmatch(partial)
    return match[1] if match else ""


def _called(move: Move, template: Template, call: re.Match[str], gone: _Gone) -> Iterator[Located]:
    name = call["name"].removesuffix(".html")
    effect = "the build stops at a page that comes to it"
    if view := _view(f"partials/{name}.html"):
        path = move.root / "layouts" / "partials" / f"{name}.html"
        if not move.read(path).text:
            yield Located(path, _missing(template, name, view, gone, effect))
        return
    message = f"The theme has no partial `{name}` from {_text(gone)} on; {effect}"
    advice = Fix(f"Call `{gone.instead.removeprefix('partials/')}`") if gone.instead else None
    yield Located(template.path, Finding(_templates.span(call, "name"), message, advice))


def _missing(template: Template, name: str, view: str, gone: _Gone, effect: str) -> Finding:
    """A partial that can be made of what the theme has."""
    message = (
        f"`layouts/{template.name}` calls the partial `{name}`, which is not in the theme from"
        f" {_text(gone)} on, nor here; {effect}"
    )
    text = (
        "{{/* Up to 5.4 the theme had this partial. */}}\n"
        '{{ partial "functions/render_view" (dict "page" . "item" . '
        f'"view" "{view}" "index" 0) }}}}\n'
    )
    return Finding(
        Span(0, 0), message, Fix("Make it, with a call of the view", (Edit(0, 0, text),))
    )


def _replaced(move: Move, template: Template) -> Iterator[Located]:
    gone = _GONE.get(template.name)
    if gone is None or not move.theme_passes(*gone.version):
        return
    message = (
        f"`{template.name}` takes the place of a template of the theme's up to now; from"
        f" {_text(gone)} on the theme does not call it"
    )
    advice = Fix(f"The theme calls `{gone.instead}` then") if gone.instead else None
    end = template.text.find("\n")
    span = Span(0, len(template.text) if end < 0 else end)
    yield Located(template.path, Finding(span, message, advice, Severity.WARNING))


def _text(gone: _Gone) -> str:
    return ".".join(map(str, gone.version))
