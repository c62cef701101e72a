"""What the templates of each version of the theme read: `data/wowchemy-catalogue.json`, as cases.

It was taken from the templates and from builds, not from the models, and lists keys with type,
default and allowed values. Where a template says otherwise than the catalogue, the template is
right: see `NOT_READ_BY_BLOCKS`. Version 5.8 is not in the catalogue. Its templates read what those
of 5.9.2 do, but for a few keys, and know types of publications as 5.7 does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

from afr_content.frontmatter import parse
from afr_content.hugo import Dialect
from afr_content.models.base import FrontMatterModel, ModelKey, keys_of
from afr_content.models.check import Issue, check
from afr_content.models.registry import BLOCKS, PAGES, WIDGETS, load
from afr_content.models.types import Kind
from afr_content.nodes import Mapping as Map
from afr_content.theme import ThemeVersion

Keys = dict[str, Any]

CATALOGUE: dict[str, Any] = json.loads(
    (Path(__file__).parent / "data" / "wowchemy-catalogue.json").read_text("utf-8")
)
VERSIONS = {
    "v5.0.0": ThemeVersion(5, 0),
    "559885af": ThemeVersion(5, 3),
    "v5.5.0": ThemeVersion(5, 5),
    "3c3e1ed9": ThemeVersion(5, 6),
    "460f6195": ThemeVersion(5, 7),
    "v5.8.0": ThemeVersion(5, 8),
    "51997ad4": ThemeVersion(5, 9, 2),
    "44e75541": ThemeVersion(5, 9, 7),
}
PAGE_OF_CATALOGUE = {
    "post": "post",
    "project": "project",
    "publication": "publication",
    "event": "event",
    "authors": "author",
    "book": "book",
    "slides": "slides",
    "widget_page": "widget_page",
}
NOT_READ_BY_BLOCKS = {
    # the catalogue has these for every block; a template shows its own choice of them
    "about.biography": ("content.subtitle", "content.text", "design.columns"),
    "about.avatar": ("content.title", "content.subtitle", "design.columns"),
    "features": ("design.columns",),
    "hero": ("content.subtitle", "design.columns"),
    "people": ("design.columns",),
    "slider": ("content.title", "content.subtitle", "content.text", "design.columns"),
}
_SINCE_5_9 = {"_common": "demo", "accomplishments": "content.items[].icon", "authors": "skills"}
"""Keys, those below them included, that templates of 5.9 read beyond those of 5.8.0."""

_ELSEWHERE = ("_body", "author.")
"""What the catalogue says of the body, and of the page of the author that a block names."""


class Known(NamedTuple):
    """A key of the catalogue: its path, such as `item[].title`, and what is known of it."""

    path: str
    facts: Keys

    @property
    def values(self) -> list[Any]:
        """The allowed values, or one of the kind that the catalogue tells."""
        values = self.facts.get("values")
        listed = [v for v in values if "(" not in str(v)] if isinstance(values, list) else []
        if str(self.facts["type"]).startswith("list"):
            listed = [[value] for value in listed]
        return listed or [self._sample]

    @property
    def _sample(self) -> Any:
        name, type_ = self.path.rpartition(".")[2], str(self.facts["type"])
        if name in _BY_NAME:
            return _BY_NAME[name]
        return next((value for start, value in _BY_TYPE.items() if type_.startswith(start)), "text")

    def is_read(self, theme: ThemeVersion) -> bool:
        """Whether templates of a version read it."""
        is_later = "not in v5.0.0" in self.facts["on_wrong"] and theme == VERSIONS["v5.0.0"]
        return not self.facts.get("unread") and not is_later


_BY_NAME = {
    "fit": "cover",
    "size": "cover",
    "gradient_angle": 90,
    "brightness": 0.5,
    "percent": 80,
    "icon_pack": "fas",
    "headless": True,
    "resources": [],
    "cascade": {},
    "build": {},
    "_build": {},
    "render": "always",
    "list": "never",
}
_BY_TYPE = {
    "boolean": True,
    "integer": 1,
    "number": 1,
    "date": "2021-05-01",
    "map": {},
    "list": [],
    "css length": "1px",
    "url": "https://example.org/",
}


class Case(NamedTuple):
    """A model, a version of the theme, and the keys that this version knows for it.

    `block` is the name of the block, for those of landing pages.
    """

    name: str
    model: type[FrontMatterModel]
    theme: ThemeVersion
    keys: list[Known]
    block: str = ""

    def issues(self, values: Mapping[str, Any]) -> Iterator[tuple[str, Issue]]:
        """What is said against front matter with values at some paths, and of which path."""
        data: dict[str, Any] = {}
        for path, value in values.items():
            _put(data, path.split("."), deepcopy(value))
        depth = 2 if self.block else 0
        for issue in self._said(data):
            parts = [part for part in issue.path[depth:] if isinstance(part, str)]
            yield ".".join(parts).lower(), issue

    def _said(self, data: dict[str, Any]) -> Iterator[Issue]:
        model = self.model
        if self.block:
            model = load(PAGES["landing"])
            data = {"sections": [data | {"block": self.block}]}
        lines = (f"{name}: {json.dumps(value)}\n" for name, value in data.items())
        mapping = parse(f"---\n{''.join(lines)}---\n").mapping
        assert isinstance(mapping, Map)
        return check(model, mapping, theme=self.theme, dialect=Dialect.OLD)


def _put(data: dict[str, Any], names: list[str], value: Any) -> None:
    """Set a value below the maps and in the first items of the lists that a path goes through."""
    name = names[0].removesuffix("[]")
    there = data.get(name)
    if len(names) == 1:
        data[name] = there if isinstance(there, dict | list) else value
    elif names[0] == name:
        data[name] = there if isinstance(there, dict) else {}
        _put(data[name], names[1:], value)
    else:
        data[name] = there if isinstance(there, list) and there else [{}]
        _put(data[name][0], names[1:], value)


def cases() -> list[Case]:
    """Every widget, block and kind of page in every version."""
    return [*_widgets(), *_blocks(), *_pages()]


def _widgets() -> Iterator[Case]:
    for version, theme in VERSIONS.items():
        catalogue = sections_of(version)
        for widget, keys in catalogue.items():
            if not widget.startswith("_"):
                known = _known(catalogue["_common"] | keys)
                yield Case(f"{widget} {theme}", load(WIDGETS[widget]), theme, known)


def _blocks() -> Iterator[Case]:
    for version, theme in VERSIONS.items():
        blocks = sections_of(version).get("_landing_blocks", {})
        for block, keys in blocks.items():
            if not block.startswith("_"):
                corrected = _corrected(block, blocks["_common"] | keys)
                name = f"{block} block {theme}"
                yield Case(name, load(BLOCKS[block]), theme, _known(corrected), block)


def _pages() -> Iterator[Case]:
    for version, theme in VERSIONS.items():
        catalogue = _pages_of(version)
        for kind, page in PAGE_OF_CATALOGUE.items():
            keys = _known(catalogue["_common"] | catalogue[kind])
            yield Case(f"{page} page {theme}", load(PAGES[page]), theme, keys)
        if blocks := sections_of(version).get("_landing_blocks"):
            keys = _known(catalogue["_common"] | {"sections": blocks["_page"]["sections"]})
            yield Case(f"landing page {theme}", load(PAGES["landing"]), theme, keys)


def _corrected(block: str, keys: Keys) -> Keys:
    unread = NOT_READ_BY_BLOCKS.get(block, ())
    return {
        path: facts | {"unread": True} if path in unread else facts for path, facts in keys.items()
    }


def sections_of(version: str) -> Keys:
    """The widgets of a version, and its `_landing_blocks`."""
    if version != "v5.8.0":
        return dict(CATALOGUE[version])
    newer, older = CATALOGUE["51997ad4"], CATALOGUE["460f6195"]["pages"]
    blocks = _before_5_9(newer["_landing_blocks"], older)
    return _before_5_9(newer | {"_landing_blocks": {}}, older) | {"_landing_blocks": blocks}


def _pages_of(version: str) -> Keys:
    if version != "v5.8.0":
        return dict(CATALOGUE["pages"][version])
    pages = CATALOGUE["pages"]
    return _before_5_9(pages["51997ad4"], pages["460f6195"]["publication"])


def _before_5_9(newer: dict[str, Keys], older: Keys) -> dict[str, Keys]:
    """What stands in 5.9.2, without what came with it; `older` are types of publications before."""
    return {
        name: {
            path: older[path] if "publication_type" in path else facts
            for path, facts in keys.items()
            if not path.startswith(_SINCE_5_9.get(name, "-"))
        }
        for name, keys in newer.items()
        if name != "skills"
    }


def _known(keys: Keys) -> list[Known]:
    return [
        Known(path, facts)
        for path, facts in keys.items()
        if isinstance(facts, dict) and facts["type"] != "note" and not path.startswith(_ELSEWHERE)
    ]


def find(model: type[FrontMatterModel], path: str) -> ModelKey | None:
    """The model's key at a path; for keys inside a map that is not looked into, that map's."""
    first, _, rest = path.replace("[]", "").partition(".")
    key = keys_of(model).get(first.lower())
    if key is None or not rest:
        return key
    return find(key.model, rest) if key.model else key


def walk(model: type[FrontMatterModel], before: str = "") -> Iterator[tuple[str, ModelKey]]:
    """Every key of a model and of the models inside it, with its path."""
    for key in keys_of(model).values():
        path = f"{before}{key.name}"
        yield path, key
        if key.model:
            yield from walk(key.model, f"{path}[]." if key.is_list else f"{path}.")


def kind_of(key: ModelKey) -> Kind | None:
    """What kind of value a key takes; None for a map."""
    return next((part for part in key.field.metadata if isinstance(part, Kind)), None)
