"""What other files need to know of a content file: small, and made without looking at any other.

A run over a site reads each file once; rules that look across files work on these facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from afr_content.bodies import Mention, embedded_mentions, mentions
from afr_content.hugo import Dialect, resolve
from afr_content.landing import SECTIONS, Block
from afr_content.learning import lacking
from afr_content.nodes import UNTYPED, Entry, Mapping, Scalar, Sequence
from afr_content.site import Place
from afr_content.source import Span, absolute

if TYPE_CHECKING:
    from afr_content.page import Page


class Fact(NamedTuple):
    """A single value of the front matter that means something beyond its own file.

    `key` is its place in lower case, such as `content.user_groups`; positions in lists are left
    out, and `item` counts the maps of a list (`links`, `sections`) that values stand in, else -1;
    `inner` does so of a list within such a map. `span` is the value as written; where nothing is
    written, that of the key.
    """

    key: str
    text: str
    span: Span
    style: str
    value: object
    in_list: bool
    item: int
    can_edit: bool
    inner: int = -1

    def typed(self, dialect: Dialect) -> object:
        """What Hugo makes of it: None, bool, int, float or str."""
        if self.value is not UNTYPED:
            return self.value
        return self.text if self.style else resolve(self.text, dialect)


@dataclass(frozen=True, eq=False)
class Facts:
    """A content file: what it is, and what it says that others may ask for.

    `start` is the place to speak of the page as a whole: its first key, else its beginning.
    `is_broken` tells that Hugo cannot read the front matter; then nothing more is known. `lacks`
    are keys without which a template of the site's own cannot show the page. `blocks` are those of
    a landing page.
    """

    path: Path
    place: Place
    kind: str
    widget: str
    start: Span
    values: tuple[Fact, ...]
    mentions: tuple[Mention, ...]
    is_broken: bool = False
    lacks: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()

    @property
    def is_section(self) -> bool:
        """Whether the file is a section of a widget page."""
        return self.kind == "widget"

    @cached_property
    def _last(self) -> dict[str, Fact]:
        return {fact.key: fact for fact in self.values}

    def all(self, *keys: str) -> Iterator[Fact]:
        """The values at some places, as written from top to bottom."""
        if self._last.keys().isdisjoint(keys):
            return iter(())
        return (fact for fact in self.values if fact.key in keys)

    def get(self, key: str) -> Fact | None:
        """The value at a place; the last one, which Hugo takes."""
        return self._last.get(key)

    def text(self, key: str) -> str:
        """The text at a place, empty when there is none."""
        fact = self.get(key)
        return fact.text if fact else ""

    def block_of(self, fact: Fact) -> Block | None:
        """The block of a landing page that a value of its `sections` is in."""
        is_within = fact.key.startswith(f"{SECTIONS}.")
        return next((b for b in self.blocks if is_within and b.item == fact.item), None)

    def says(self, key: str, value: bool) -> bool:
        """Whether a switch is on or off, in whatever words Hugo up to 0.151 takes for it."""
        fact = self.get(key)
        return fact is not None and fact.typed(Dialect.OLD) is value


_WATCHED = re.compile(
    r"(?:widget|title|subtitle|linktitle|type|layout|weight|active|featured|headless|draft|date|date_end"
    r"|publishdate|pubdate|published|expirydate|unpublishdate|slug|url|aliases|author|authors"
    r"|projects|slides|tracks|user_groups|superuser|name|external_link|event_url|doi|hero_media|outputs"
    r"|url_\w+|links\.url|image\.filename|header\.image|banner\.image"
    r"|gallery_item\.(?:album|image)|cta\.url|cta_alt\.url|link\.url"
    r"|menus?(?:\.\w+(?:\.(?:parent|name|identifier|weight))?)?"
    r"|_?build\.(?:render|list)|cascade|sections\.(?:block|id)"
    r"|(?:sections\.)?design\.(?:columns|background\.(?:color|gradient_(?:start|end|angle)"
    r"|image(?:\.filename)?|video\.(?:path|filename)|text_color_light))"
    r"|(?:sections\.)?content\.(?:user_groups|page_type|author|tracks|taxonomy|username|title"
    r"|subtitle|count"
    r"|filters\.(?:folders|tags?|category|author|publication_type|exclude_(?:publication_type|tags)"
    r"|kinds)|archive\.link|appointment_url|slides\.link\.url)"
    r"|filter_button\.tag|content\.filter_button\.(?:tag|filter)|toc|hidden|private|cascade\.type"
    r"|sections\.content\.buttons\.(?:tag|filter)"
    r"|sections\.content\.(?:cta(?:_alt)?|form\.netlify)\.(?:\w+_)?url"
    r"|sections\.content\.(?:items\.(?:\w+_)?url|contact_links\.link))"
)
"""The places that some rule, or the outline, asks for."""


@lru_cache(maxsize=4096)
def _is_watched(key: str) -> bool:
    return _WATCHED.fullmatch(key) is not None


_ADDRESS = re.compile(r"(?:.*\.)(?:url|link)|(?:.*\.)?(?:url_\w+|\w+_url|external_link)")


@lru_cache(maxsize=4096)
def is_address(key: str) -> bool:
    """Whether a place in front matter holds an address of a page or file."""
    return _ADDRESS.fullmatch(key) is not None


def facts_of(page: Page) -> Facts:
    """The facts of a page."""
    document = page.document
    root = page.root
    first = root.entries[0].key if root and root.entries else None
    start = Span(first.start, first.end) if first else Span(0, 0)
    values = tuple(_facts(root, "", page.site.watched, ())) if root else ()
    is_broken = document.error is not None or bool(page.source.trouble)
    path, lacks = absolute(page.path), lacking(page)
    return Facts(
        path=path,
        place=page.place,
        kind=page.kind,
        widget=page.widget,
        start=start,
        values=values,
        mentions=() if page.is_settings else _mentions(page),
        is_broken=is_broken,
        lacks=lacks,
        blocks=page.blocks,
    )


def _mentions(page: Page) -> tuple[Mention, ...]:
    """What the body mentions, and before it the texts of a landing page's blocks."""
    fences, text = page.document.fences, page.source.text
    found = mentions(text, fences.body if fences else 0)
    return (*embedded_mentions(text, page.root), *found) if page.blocks else found


def _facts(
    mapping: Mapping, prefix: str, more: frozenset[str], items: tuple[int, ...]
) -> Iterator[Fact]:
    for entry in mapping.entries:
        key = f"{prefix}{entry.name.lower()}"
        value = entry.value
        if isinstance(value, Mapping):
            yield from _facts(value, f"{key}.", more, items)
        elif isinstance(value, Sequence) and any(isinstance(i, Mapping) for i in value.items):
            for index, inner in enumerate(value.items):
                if isinstance(inner, Mapping):
                    yield from _facts(inner, f"{key}.", more, (*items, index))
        elif _is_watched(key) or key in more:
            yield from _values(key, entry, items)


def _values(key: str, entry: Entry, items: tuple[int, ...]) -> Iterator[Fact]:
    """A single value, or those of a list."""
    item, inner = (*items, -1, -1)[:2]
    in_list = isinstance(entry.value, Sequence)
    for node in entry.value.items if isinstance(entry.value, Sequence) else (entry.value,):
        if isinstance(node, Scalar):
            is_written = node.end > node.start
            place = node if is_written else entry.key
            plain = not node.alias and node.style not in ("|", ">", "*") and node.tag is None
            style = node.style if node.value is UNTYPED else ""
            span = Span(place.start, place.end)
            can_edit = plain and is_written
            yield Fact(key, node.text, span, style, node.value, in_list, item, can_edit, inner)
