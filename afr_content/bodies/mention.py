"""What is found in a body."""

from __future__ import annotations

import re
from typing import NamedTuple

from afr_content.source import Span


class Argument(NamedTuple):
    """What a shortcode is given; `name` is empty where the position counts.

    `span` is the value as written, without its quotes.
    """

    name: str
    value: str
    span: Span


class Mention(NamedTuple):
    """A link, image or shortcode of a body, with its address or name.

    `kind` is `link` (Markdown or `<a href>`), `image` (Markdown or `<img src>`), `media` (what
    `<iframe>`, `<video>`, `<audio>`, `<source>` and the like show) or `shortcode`. `target` is the
    address as it counts, escapes and entities undone and percent signs left alone, or the
    shortcode's name; `span` is where it is written. `inside` is the name of the shortcode, if any,
    between whose opening and closing the mention stands.

    Of a shortcode, `mark` is `<` or `%`, `form` is `opening`, `closing` or `self-closing`.
    """

    kind: str
    target: str
    span: Span
    inside: str = ""
    mark: str = ""
    form: str = ""
    arguments: tuple[Argument, ...] = ()

    @property
    def positional(self) -> tuple[Argument, ...]:
        """A shortcode's arguments without a name."""
        return tuple(argument for argument in self.arguments if not argument.name)

    @property
    def named(self) -> dict[str, Argument]:
        """A shortcode's arguments by name; of two with one name the last, as Hugo takes it."""
        return {argument.name: argument for argument in self.arguments if argument.name}


_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_ESCAPE = r"\\([!-/:-@\[-`{-~])"
_ENTITIES = re.compile(_ENTITY)
_ESCAPES_AND_ENTITIES = re.compile(f"{_ESCAPE}|{_ENTITY}")


def markdown_address(raw: str) -> str:
    """The address that a Markdown destination stands for: `a\\_b&amp;c` is `a_b&c`."""
    if "\\" not in raw and "&" not in raw:
        return raw
    return _ESCAPES_AND_ENTITIES.sub(_meaning, raw)


def html_text(raw: str) -> str:
    """What the value of an HTML attribute stands for."""
    return _ENTITIES.sub(_meaning, raw) if "&" in raw else raw


def _meaning(found: re.Match[str]) -> str:
    from html import unescape

    return found[1] if found.lastindex else unescape(found[0])
