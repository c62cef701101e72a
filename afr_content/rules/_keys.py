"""What the rules on keys share: places of keys and entries, and which keys are known where."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from afr_content.models.base import FrontMatterModel, keys_of
from afr_content.models.check import UnknownKey
from afr_content.nodes import Entry, Mapping, Node
from afr_content.page import Page
from afr_content.source import Span
from afr_content.theme import Versions


def key_span(entry: Entry) -> Span:
    """Where a key is written."""
    return Span(entry.key.start, entry.key.end)


def is_block(page: Page, mapping: Mapping) -> bool:
    """Whether each of the mapping's keys stands first on a line of its own (YAML)."""
    fences = page.document.fences
    if fences is None or fences.format != "yaml" or mapping.flow:
        return False
    text = page.source.text
    return all(not _before(text, entry.key.start).strip() for entry in mapping.entries)


def entry_lines(page: Page, entry: Entry) -> Span:
    """The lines of an entry, from its key's to its value's last, the line end included."""
    text = page.source.text
    start = text.rfind("\n", 0, entry.key.start) + 1
    end = text.find("\n", max(entry.value.end, entry.key.end))
    return Span(start, len(text) if end < 0 else end + 1)


def _before(text: str, offset: int) -> str:
    return text[text.rfind("\n", 0, offset) + 1 : offset]


def folded_mappings(page: Page) -> Iterator[Mapping]:
    """The mappings whose keys Hugo writes in lower case: all that are not below a list."""
    if page.root:
        yield from _folded(page.root)


def _folded(node: Node) -> Iterator[Mapping]:
    if isinstance(node, Mapping):
        yield node
        for entry in node.entries:
            yield from _folded(entry.value)


def dotted(path: tuple[str | int, ...]) -> str:
    """A place in front matter as people write it: `sections[2].content.title`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


FOR_PAGES_ONLY = frozenset({"draft", "date", "publishdate", "expirydate"})
"""Keys that decide whether a page is shown and have no effect in a section, in lower case."""

GENERIC = frozenset(
    "title name url text icon link label date description content design image caption tag tags "
    "count author view type order path color media category email address street city region "
    "postcode country role status id filter items item filename size position form".split()
)
"""Key names that mean something else in each place: no home can be told from them."""


def home_of(page: Page, issue: UnknownKey) -> str | None:
    """Where else in this front matter the key is read, as a dotted path; None if unsure."""
    name = issue.entry.name.lower()
    if page.model is None or name in GENERIC or any(isinstance(p, int) for p in issue.path):
        return None
    homes = [home for home in _homes(page.model).get(name, ()) if page.site.theme in home.versions]
    if len(homes) != 1 or not (page.is_section or homes[0].path.startswith("image.")):
        return None  # pages have keys of their own that are called as ours
    return homes[0].path


class _Home(NamedTuple):
    path: str
    versions: Versions


@cache
def _homes(model: type[FrontMatterModel]) -> dict[str, list[_Home]]:
    """The places of every key below the model's top level, lists not entered."""
    found: dict[str, list[_Home]] = {}
    _collect(model, "", found)
    return found


def _collect(model: type[FrontMatterModel], prefix: str, found: dict[str, list[_Home]]) -> None:
    for name, key in keys_of(model).items():
        path = f"{prefix}{key.name}"
        if not key.facts.unread:
            found.setdefault(name, []).append(_Home(path, key.facts.versions))
        if key.model and not key.is_list:
            _collect(key.model, f"{path}.", found)
