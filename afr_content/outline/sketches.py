"""What each widget looks like, drawn in a few strokes."""

from __future__ import annotations

from afr_content.outline.markup import Markup, tag

_KINDS = {
    "hero": "hero",
    "about": "profile",
    "people": "people",
    "team": "people",
    "members": "people",
    "alumni": "people",
    "portfolio": "cards",
    "features": "features",
    "featurette": "features",
    "pages": "list",
    "collection": "list",
    "featured": "list",
    "slider": "slider",
    "contact": "contact",
    "tag_cloud": "tags",
    "experience": "timeline",
    "accomplishments": "timeline",
    "skills": "features",
    "gallery": "cards",
    "blank": "text",
    "custom": "text",
    "markdown": "text",
    "projects": "cards",
}
_STROKES = {
    "hero": 4,
    "profile": 4,
    "people": 5,
    "cards": 3,
    "features": 3,
    "list": 3,
    "slider": 4,
    "contact": 4,
    "tags": 8,
    "timeline": 3,
    "text": 4,
    "other": 3,
}


def sketch(widget: str) -> Markup:
    """The drawing for a widget, one of a kind where the widget is the site's own."""
    name = widget.lower()
    words = [name, *name.replace(".", "-").replace("_", "-").split("-")]
    kind = next((_KINDS[word] for word in words if word in _KINDS), "other")
    strokes = (tag("i") for _ in range(_STROKES[kind]))
    return tag("div", *strokes, class_=f"sketch {kind}", aria_hidden="true")
