"""HTML that is safe by how it is made: whatever is not markup already is escaped.

A templating library such as Jinja2 would be one more dependency and 25 ms of import, for what two
functions do; `string.Template` alone would leave every escape to be remembered.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


class Markup(str):
    """A text that is HTML already."""

    __slots__ = ()


def tag(element: str, *children: str | None, **attributes: str | bool | None) -> Markup:
    """An element: children one after the other, attributes that are None or false left out.

    An underscore in an attribute's name stands for a hyphen; one at its end goes (`class_`).
    """
    opening = "".join(
        f" {_name(name)}" if value is True else f' {_name(name)}="{escape(value)}"'
        for name, value in attributes.items()
        if value is not None and value is not False
    )
    return Markup(f"<{element}{opening}>{joined(children)}</{element}>")


def joined(children: Iterable[str | None]) -> Markup:
    """Pieces one after the other; texts among them are escaped."""
    return Markup("".join(map(_inner, filter(None, children))))


def _inner(child: str | None) -> str:
    return child if isinstance(child, Markup) else escape(child or "", quote=False)


def _name(name: str) -> str:
    return name.rstrip("_").replace("_", "-")
