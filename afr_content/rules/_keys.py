"""What the rules on keys share: places of keys and entries, and which keys are known where."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from afr_content.diagnostics import Fix
from afr_content.landing import SECTIONS, blocks_of, entry_in
from afr_content.models.base import FrontMatterModel, ModelKey, keys_of
from afr_content.models.check import UnknownKey
from afr_content.names import nearest
from afr_content.nodes import Entry, Mapping, Node, Scalar, Sequence
from afr_content.page import Page
from afr_content.source import Span
from afr_content.theme import ThemeVersion, Versions


def key_span(entry: Entry) -> Span:
    """Where a key is written."""
    return Span(entry.key.start, entry.key.end)


def rename(page: Page, entry: Entry, name: str, *, safe: bool = True) -> Fix:
    """Write another name in place of a key, in the quotes that stand there."""
    mark = page.source.text[entry.key.start : entry.key.start + 1]
    written = f"{mark}{name}{mark}" if mark in ('"', "'") else name
    return Fix.replace(f"Write it as `{name}`", key_span(entry), written, safe=safe)


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
    """A place in front matter as people write it: `education.courses[0].year`.

    One in a block of a landing page is told as seen from the block, which is named in front.
    """
    text = ""
    for part in path[2:] if in_block(path) else path:
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
    if in_block(issue.path):
        return _home_in_block(page, issue)
    if page.model is None or any(isinstance(part, int) for part in issue.path):
        return None
    if page.kind == "settings":
        return _home_in_params(page, issue) or _emptied_home(page, issue)
    return _emptied_home(page, issue) or _outer_home(page, issue) or _only_home(page, issue)


def in_block(path: tuple[str | int, ...]) -> bool:
    """Whether a place is within a block of a landing page."""
    return len(path) > 2 and path[0] == SECTIONS and isinstance(path[1], int)


def block_model(page: Page, path: tuple[str | int, ...]) -> type[FrontMatterModel] | None:
    """The model of the block that a place is within."""
    sections = keys_of(page.model).get(SECTIONS) if page.model else None
    block = next((block for block in page.blocks if block.item == path[1]), None)
    kinds = sections.model if sections else None
    return kinds.of_kind(block.name) if block and kinds and hasattr(kinds, "of_kind") else None


def is_open(model: type[FrontMatterModel]) -> bool:
    """Whether it is that of a block whose template may read any key."""
    from afr_content.models.blocks.block import OwnBlock

    return issubclass(model, OwnBlock)


def _home_in_block(page: Page, issue: UnknownKey) -> str | None:
    """Where else in its block a key is read."""
    model, path = block_model(page, issue.path), issue.path[2:]
    if model is None or is_open(model) or _is_nameless(page, issue):
        return None
    beside = _emptied_home(page, issue) or _fallen_home(page, issue)
    if beside or any(isinstance(part, int) for part in path):
        return beside
    name, homes = issue.entry.name, _homes(model)
    renamed = _WIDGETS_KEYS.get(".".join(map(str, path)))
    known = {home.path for places in homes.values() for home in places}
    if renamed:
        return renamed if renamed in known else None
    own = keys_of(model).get(name)
    if len(path) == 2 and own and _is_read(page, own):
        return own.name  # indented into the map above it
    found = [home.path for home in homes.get(name, ()) if page.site.theme in home.versions]
    is_sure = len(found) == 1 and (name not in GENERIC or _is_next_to(path, found[0]))
    return found[0] if is_sure else None


_IMAGE = "design.background.image"
_WIDGETS_KEYS = {
    "design.background.image_darken": f"{_IMAGE}.filters.brightness",
    "design.background.image_size": f"{_IMAGE}.size",
    "design.background.image_position": f"{_IMAGE}.position",
    "design.background.image_parallax": f"{_IMAGE}.parallax",
    "design.background.video.path": "design.background.video.filename",
    "hero_media": "content.image.filename",
    "content.hero_media": "content.image.filename",
    "content.filter_button": "content.buttons",
    "content.filter_default": "content.default_button_index",
    **dict.fromkeys(("author", "content.author"), "content.username"),
    **dict.fromkeys(("item", "items", "experience", "feature"), "content.items"),
    **dict.fromkeys(("content.experience", "content.feature"), "content.items"),
}
"""Where a block has what section files have in these keys."""


def _home_in_params(page: Page, issue: UnknownKey) -> str | None:
    """What the theme's templates read, at the top of Hugo's own settings."""
    params = keys_of(issue.model).get("params")
    if len(issue.path) != 1 or params is None or params.model is None:
        return None
    key = keys_of(params.model).get(issue.entry.name.lower())
    return f"params.{key.name}" if key and _is_read(page, key) else None


def emptied(issue: UnknownKey) -> Entry | None:
    """The map just above, which is empty, as its keys have lost their indentation."""
    known = keys_of(issue.model)
    above: Entry | None = None
    for entry in issue.siblings.entries:
        if entry is issue.entry:
            break
        is_empty = isinstance(entry.value, Scalar) and not entry.value.text
        above = entry if is_empty else above if above and entry.name.lower() not in known else None
    parent = known.get(above.name.lower()) if above else None
    if parent is None or parent.model is None or parent.is_list:
        return None
    return above if issue.entry.name.lower() in keys_of(parent.model) else None


def _is_nameless(page: Page, issue: UnknownKey) -> bool:
    """Whether the block does not say what it is: `unknown-block` speaks of what it has in vain."""
    item = next(m for block, m in blocks_of(page.root) if block.item == issue.path[1])
    entry = entry_in(item, "block")
    return entry is None or (isinstance(entry.value, Scalar) and not entry.value.text)


def _emptied_home(page: Page, issue: UnknownKey) -> str | None:
    """The place in the map above that has lost its keys."""
    above = emptied(issue)
    parent = keys_of(issue.model)[above.name.lower()] if above else None
    key = keys_of(parent.model)[issue.entry.name.lower()] if parent and parent.model else None
    if parent is None or key is None or not _is_read(page, key):
        return None
    return dotted((*issue.path[:-1], parent.name, key.name))


def fallen(issue: UnknownKey) -> Entry | None:
    """The map just above, out of which the key has fallen as it has lost some indentation."""
    known = keys_of(issue.model)
    above: Entry | None = None
    for entry in issue.siblings.entries:
        if entry is issue.entry:
            break
        above = entry if entry.name.lower() in known else above
    parent = known.get(above.name.lower()) if above else None
    if above is None or parent is None or parent.model is None or parent.is_list:
        return None
    if not isinstance(above.value, Mapping) or above.value.find(issue.entry.name):
        return None
    return above if issue.entry.name.lower() in keys_of(parent.model) else None


def _fallen_home(page: Page, issue: UnknownKey) -> str | None:
    """The place in the map above that the key has fallen out of."""
    above = fallen(issue)
    parent = keys_of(issue.model)[above.name.lower()] if above else None
    key = keys_of(parent.model)[issue.entry.name.lower()] if parent and parent.model else None
    if parent is None or key is None or not _is_read(page, key):
        return None
    return dotted((*issue.path[:-1], parent.name, key.name))


def _outer_home(page: Page, issue: UnknownKey) -> str | None:
    """The page itself, for a key that is indented into the map above it."""
    name = issue.entry.name.lower()
    if page.is_section or len(issue.path) != 2 or name in GENERIC or page.model is None:
        return None
    key = keys_of(page.model).get(name)
    last = issue.siblings.entries[-1]
    if key is None or not _is_read(page, key) or page.root is None or page.root.find(name):
        return None
    return key.name if last is issue.entry and len(issue.siblings.entries) > 1 else None


def landing_home(page: Page, issue: UnknownKey) -> str | None:
    """Where a section has what blocks of landing pages have in this key below `content`."""
    if page.is_section and [str(part).lower() for part in issue.path] == ["content", "text"]:
        return THE_BODY
    return None


def landing_homes(page: Page, issue: UnknownKey) -> Iterator[tuple[Entry, str]]:
    """The same for the keys of a `content` that the section's widget does not have at all."""
    value = issue.entry.value
    if not page.is_section or page.model is None or not isinstance(value, Mapping):
        return
    if [str(part).lower() for part in issue.path] != ["content"] or page.has_own_template:
        return
    keys = {key.name: key for key in read_by(page.model, page.site.theme)}
    lists = [key.name for key in keys.values() if key.is_list and key.name != "gallery_item"]
    homes = {name: name for name in keys} | {"text": THE_BODY}
    homes |= {"items": lists[0]} if lists else {}
    homes |= {"username": "author"} if "author" in keys else {}
    for entry in value.entries:
        home = homes.get(entry.name.lower())
        if home:
            yield entry, home


THE_BODY = "the text below the front matter"

_INNER = ("image.", "address.", "education.")
"""The maps of pages whose keys are no words that sites use for keys of their own."""


def _only_home(page: Page, issue: UnknownKey) -> str | None:
    """The one place where the key is read at all."""
    name = issue.entry.name.lower()
    if page.model is None:
        return None
    homes = [home for home in _homes(page.model).get(name, ()) if page.site.theme in home.versions]
    if len(homes) != 1 or not (page.is_section or homes[0].path.startswith(_INNER)):
        return None  # pages have keys of their own that are called as ours
    path = homes[0].path
    if name not in GENERIC:
        return path
    has_home = page.root is not None and page.root.find(path.partition(".")[0]) is not None
    is_sure = _is_next_to(issue.path, path) and (page.is_section or has_home)
    return path if is_sure else None


def _is_next_to(path: tuple[str | int, ...], home: str) -> bool:
    """Whether one of two places is the other without the map around the key."""
    here, there = [str(part) for part in path[:-1]], home.split(".")[:-1]
    longer, shorter = (here, there) if len(here) > len(there) else (there, here)
    return longer[:-1] == shorter and len(longer) == len(shorter) + 1


def is_key(model: type[FrontMatterModel], name: str) -> bool:
    """Whether some map of the front matter has such a key."""
    return name.lower() in _all_names(model)


@cache
def _all_names(model: type[FrontMatterModel]) -> frozenset[str]:
    names = set(keys_of(model))
    for key in keys_of(model).values():
        names |= _all_names(key.model) if key.model else set()
    return frozenset(names)


def _is_read(page: Page, key: ModelKey) -> bool:
    return page.site.theme in key.facts.versions and not key.facts.unread


def near_key(page: Page, issue: UnknownKey) -> str | None:
    """The known key that this one is a slip of, unless that is there as well."""
    if len(issue.path) == 1 and issue.entry.name.lower() in DELIBERATE:
        return None
    near = _nearest(issue.entry.name, issue.model, page.site.theme)
    if near is None:
        return None
    others = (entry.name for entry in issue.siblings.entries if entry is not issue.entry)
    is_there = near.lower() in map(str.lower, others)
    return None if is_there and not _is_toml_table(page, issue.entry.value) else near


def _is_toml_table(page: Page, value: Node) -> bool:
    """Whether it stands under a header of TOML's: of such there may be several for one key."""
    fences = page.document.fences
    if fences is None or fences.format != "toml":
        return False
    items = value.items if isinstance(value, Sequence) else (value,)
    return all(isinstance(item, Mapping) and not item.flow for item in items) and items != ()


@cache
def _nearest(name: str, model: type[FrontMatterModel], theme: ThemeVersion | None) -> str | None:
    return nearest(name, tuple(key.name for key in read_by(model, theme)))


@cache
def read_by(model: type[FrontMatterModel], theme: ThemeVersion | None) -> tuple[ModelKey, ...]:
    """The keys of a model that a version of the theme reads."""
    keys = keys_of(model).values()
    return tuple(k for k in keys if theme in k.facts.versions and not k.facts.unread)


DELIBERATE = frozenset(
    "pages publisher project roles names fullname abstract2 title2 years link alias output".split()
)
"""Keys of pages that look like slips and are not, as real sites show."""


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
