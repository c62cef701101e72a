"""What the rules on values share: what is wrong, which rule says so, and how values are named."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from afr_content.diagnostics import Fix, Severity
from afr_content.hugo import Dialect
from afr_content.models.base import FrontMatterModel, ModelKey, find_key, other_key
from afr_content.models.check import BadValue
from afr_content.models.keys import Effect, Wrong
from afr_content.models.types import Kind
from afr_content.nodes import Entry, Mapping, Node, Scalar, Sequence
from afr_content.page import Page, is_ambiguous
from afr_content.rules._keys import dotted
from afr_content.rules._references import has_own_types, own_layouts
from afr_content.source import Edit, Span
from afr_content.theme import ACADEMIC

SEVERITIES = {
    Effect.BREAKS: Severity.ERROR,
    Effect.LOSES: Severity.ERROR,
    Effect.ALTERS: Severity.WARNING,
    Effect.NOTHING: Severity.INFO,
}
TEXT_KINDS = frozenset(
    {"text", "name", "word", "address", "link", "icon", "own-address", "css-color"}
)
LIST_KINDS = frozenset({"text-list", "names"})
SAYS_TRUE = frozenset({"true", "yes", "y", "on", "1", "t"})
"""What people write for `true`, in lower case."""


@dataclass(frozen=True)
class Fault:
    """A value that the templates cannot use: one of the model's, or an item of such a list."""

    path: tuple[str | int, ...]
    node: Node
    key: ModelKey | None
    kind: Kind | None
    expected: str
    found: Any

    @property
    def name(self) -> str:
        """The key in lower case; for an item, that of its list."""
        return next((part.lower() for part in reversed(self.path) if isinstance(part, str)), "")

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return isinstance(self.path[-1], int)


def faults(page: Page, rule: str) -> Iterator[Fault]:
    """The faults that are `rule`'s to report: each is one rule's."""
    for issue in page.issues:
        if isinstance(issue, BadValue):
            for fault in _split(page, issue):
                is_others = is_own_matter(page, fault.kind) or _may_be_gone(page, fault)
                if speaker(page, fault) == rule and not is_others:
                    yield fault


def _may_be_gone(page: Page, fault: Fault) -> bool:
    """Whether Academic gave the key up, and nothing tells which version the site has."""
    return (
        page.site.theme == ACADEMIC
        and fault.key is not None
        and fault.key.facts.versions.until is not None
    )


_OWN_LAYOUTS = {
    "view": r"_?partials/(views/|functions/render_view)|(?!_?partials|shortcodes|book|slides)\w+/",
    "comment-provider": r"_?partials/comments",
    "search-provider": r"_?partials/(search|site_js)",
    "map-provider": r"_?partials/(site_js|widgets/contact|blocks/)",
    "publication-types": r"_?partials/(page_metadata|views/|.*publication)|(publication|section)/",
}
"""Layouts of the site's own that may read a kind of value in their own way."""


def is_own_matter(page: Page, kind: Kind | None) -> bool:
    """Whether templates or data of the site's own may know more values than the theme's do."""
    name, root = kind.name if kind else "", page.site.root
    if name.startswith("publication-type") and has_own_types(root):
        return True
    pattern = _OWN_LAYOUTS.get(name)
    return pattern is not None and any(re.match(pattern, layout) for layout in own_layouts(root))


def speaker(page: Page, fault: Fault) -> str:
    """The rule that knows most about a fault."""
    node, kind = fault.node, fault.kind
    if isinstance(node, Scalar) and depends_on_version(page, node):
        return "version-dependent-value"
    if page.is_section and fault.path == ("weight",) and _is_digits(fault.found):
        return "weight-zero"
    if is_colon_made(page, fault):
        return "colon-made-map"
    if kind is None or isinstance(node, Mapping):
        return "wrong-type"
    if isinstance(node, Sequence):
        return _LIST_SPEAKERS.get(kind.name, "wrong-type")
    if "," in node.text and kind.name in LIST_KINDS and isinstance(fault.found, str):
        return "comma-in-text"
    return _speaker_by_kind(fault, kind)


def _is_digits(found: object) -> bool:
    return isinstance(found, str) and re.fullmatch(r"\s*[-+]?\d+\s*", found) is not None


def depends_on_version(page: Page, scalar: Scalar) -> bool:
    """Whether `version-dependent-value` speaks of it, and no rule else."""
    return not scalar.alias and is_ambiguous(scalar) and Dialect.OLD in page.site.dialects


def _speaker_by_kind(fault: Fault, kind: Kind) -> str:
    if kind.name in _SPEAKERS:
        return _SPEAKERS[kind.name]
    if kind.name == "columns":
        is_number = isinstance(fault.found, int | float) and fault.found in (1, 2)
        return "columns-not-string" if is_number and fault.found is not True else "invalid-value"
    if kind.name == "publication-types":
        return "invalid-value" if fault.is_item else "wrong-type"
    return "invalid-value" if kind.values else "wrong-type"


_SPEAKERS = {
    "flag": "not-a-boolean",
    "link": "suspicious-link",
    "address": "suspicious-link",
    "own-address": "suspicious-link",
    "icon": "suspicious-link",
    "css-color": "number-lost-digits",
    "css-lengths": "wrong-type",
}
_LIST_SPEAKERS = {"columns": "columns-not-string", "flag": "not-a-boolean"}
_ITEMS = {
    "list-of-maps": "a map (keys indented below)",
    "text-list": "a text",
    "names": "a text",
    "css-lengths": "a CSS length such as `20px`",
    "publication-types": "",
    "patterns": r"a regular expression such as `\.Rmd$`",
}


def _split(page: Page, issue: BadValue) -> Iterator[Fault]:
    """The issue, or a fault for each wrong item where only items are wrong."""
    kind = issue.kind.for_theme(page.site.theme) if issue.kind else None
    fault = Fault(issue.path, issue.node, issue.key, kind, issue.expected, issue.found)
    if kind and kind.name in _ITEMS and isinstance(issue.node, Sequence):
        expected = _ITEMS[kind.name] or issue.expected.removeprefix("a list with ")
        pairs = list(zip(issue.node.items, issue.found, strict=False))
        wrong = [i for i, (_, found) in enumerate(pairs) if not kind.accepts([found])]
        for i in wrong:
            path = (*fault.path, i)
            yield replace(fault, path=path, node=pairs[i][0], found=pairs[i][1], expected=expected)
        if wrong:
            return
    yield fault


# Keys of the theme: who writes `- name: Jane` means a map, however wrong it is there.
_FIELD_LIKE = frozenset("name title label text link url id icon tag course".split())


def is_colon_made(page: Page, fault: Fault) -> bool:
    """Whether a map stands for a text: a `: ` in an unquoted text made it one."""
    node = fault.node
    if not isinstance(node, Mapping) or node.flow or node.alias or len(node.entries) != 1:
        return False
    if fault.kind is None or fault.kind.name not in TEXT_KINDS | LIST_KINDS:
        return False
    key, value = node.entries[0]
    if not isinstance(key, Scalar) or not isinstance(value, Scalar) or key.style:
        return False
    if "\n" in page.source.text[key.start : value.start] or value.style not in ("", '"', "'"):
        return False
    if fault.is_item:
        return key.text.lower() not in _FIELD_LIKE
    return re.fullmatch(r"[a-z_]+", key.text) is None


STRAY = frozenset("\"',“”»«")
"""What a text cannot end in without `stray-mark` looking at it."""


def is_judged(page: Page, scalar: Scalar) -> bool:
    """Whether the model has something against a value, or against it as an item of its list."""
    return any(
        isinstance(issue, BadValue)
        and (
            issue.node is scalar
            or (isinstance(issue.node, Sequence) and any(i is scalar for i in issue.node.items))
        )
        for issue in page.issues
    )


def is_name(page: Page, scalar: Scalar) -> bool:
    """Whether a value can be looked for by its name: nothing else is to be said of it."""
    marked = not scalar.style and scalar.text[-1:] in STRAY
    return bool(scalar.text) and not (marked or is_ambiguous(scalar) or is_judged(page, scalar))


class Place(NamedTuple):
    """A key that the model knows, with what is written there."""

    path: tuple[str | int, ...]
    entry: Entry
    key: ModelKey
    siblings: Mapping

    @property
    def kind(self) -> str:
        """The name of the kind of value that the key takes; empty for a map or a list of maps."""
        kind = kind_of(self.key)
        return kind.name if kind else ""


def places(page: Page) -> Iterator[Place]:
    """Every entry whose key this version of the theme reads, the outer ones first.

    It walks the whole front matter: look first whether there is anything to look for.
    """
    if page.root and page.model and page.is_known:
        yield from _places(page, page.model, page.root, (), in_list=False)


def _places(
    page: Page,
    model: type[FrontMatterModel],
    mapping: Mapping,
    path: tuple[str | int, ...],
    *,
    in_list: bool,
) -> Iterator[Place]:
    model = model.variant(mapping)
    for entry in mapping.entries:
        key = find_key(model, entry.name, in_list=in_list) or other_key(model, entry.name)
        if key is None or key.facts.unread or page.site.theme not in key.facts.versions:
            continue
        here = (*path, key.name)
        yield Place(here, entry, key, mapping)
        if key.model is None:
            continue
        if isinstance(entry.value, Mapping) and not key.is_list:
            yield from _places(page, key.model, entry.value, here, in_list=in_list)
        if isinstance(entry.value, Sequence) and key.is_list:
            for index, item in enumerate(entry.value.items):
                if isinstance(item, Mapping):
                    yield from _places(page, key.model, item, (*here, index), in_list=True)


def place_of(page: Page, scalar: Scalar) -> Place | None:
    """The known key whose value a scalar is, or is an item of."""
    for place in places(page):
        value = place.entry.value
        if value is scalar or (
            isinstance(value, Sequence) and any(i is scalar for i in value.items)
        ):
            return place
    return None


def kind_of(key: ModelKey) -> Kind | None:
    """The kind of single value, or list of them, that a key takes."""
    return next((m for m in key.field.metadata if isinstance(m, Kind)), None)


def at(page: Page, *names: str) -> Entry | None:
    """The entry at a dotted place, letter case aside."""
    node: Node | None = page.root
    entry = None
    for name in names:
        entry = node.find(name) if isinstance(node, Mapping) else None
        if entry is None:
            return None
        node = entry.value
    return entry


def is_empty(node: Node | None) -> bool:
    """Whether a value says nothing: not there, null, or an empty text, list or map."""
    if isinstance(node, Scalar):
        return node.text == "" or (node.style == "" and node.text.lower() in ("~", "null"))
    if isinstance(node, Sequence):
        return not node.items
    return node is None or all(is_empty(entry.value) for entry in node.entries)


def severity_of(page: Page, fault: Fault) -> Severity:
    """How much it matters, as the key's facts have it."""
    if fault.key is None:
        return Severity.WARNING
    return in_page(page, SEVERITIES[_wrong(page, fault.key).effect])


def _wrong(page: Page, key: ModelKey) -> Wrong:
    facts, theme = key.facts, page.site.theme
    return facts.wrong_by(theme, page.site.hugo) if facts.refused_since else facts.wrong_in(theme)


def in_page(page: Page, severity: Severity) -> Severity:
    """The severity, but no error in a section that is not shown."""
    return min(severity, Severity.WARNING, key=_WEIGHTS.index) if is_hidden(page) else severity


_WEIGHTS = (Severity.INFO, Severity.WARNING, Severity.ERROR)


def is_hidden(page: Page) -> bool:
    """Whether the page is a section that says `active: false`: Hugo leaves it aside."""
    entry = page.root.find("active") if page.is_section and page.root else None
    return entry is not None and isinstance(entry.value, Scalar) and entry.value.text == "false"


def message(page: Page, fault: Fault, *, effect: str | None = None) -> str:
    """`Expected X for `key`, found Y; what comes of it`."""
    if effect is None:
        effect = effect_of(page, fault)
    found = described(page, fault.node, fault.found)
    tail = f"; {effect}" if effect else ""
    return f"Expected {fault.expected} for `{dotted(fault.path)}`, found {found}{tail}"


def effect_of(page: Page, fault: Fault) -> str:
    """What comes of a fault, in words; for an item, no more than that the build stops."""
    if fault.key is None:
        return ""
    wrong = _wrong(page, fault.key)
    return "the build stops" if fault.is_item and wrong.effect is Effect.BREAKS else wrong.text


def described(page: Page, node: Node, found: object) -> str:
    """A value as people speak of it: `the text "1"`, `the number 1`, `a list`, `nothing`."""
    if found is None:
        return "nothing"
    if isinstance(found, list):
        return "a list"
    if isinstance(found, dict):
        return "a map"
    if found == "":
        return "an empty text"
    if isinstance(found, bool):
        return f"`{written(page, node)}`"
    if isinstance(found, int | float):
        return f"the number `{written(page, node)}`"
    return f"the text `{written(page, node)}`" if isinstance(found, str) else "a date"


_LONGEST = 40


def written(page: Page, node: Node) -> str:
    """A value as it stands in the file, on one line and not too long."""
    text = " ".join(page.source.text[node.start : node.end].split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def span_of(node: Node) -> Span:
    """Where a value is written; a list or map by its first line's beginning."""
    return Span(node.start, node.end)


def is_yaml(page: Page) -> bool:
    """Whether the front matter is YAML."""
    fences = page.document.fences
    return fences is not None and fences.format == "yaml"


def quoted(page: Page, text: str) -> str:
    """A text in quotes: double ones, unless it holds such or a backslash (YAML)."""
    if not is_yaml(page) or not re.search(r'["\\]', text):
        return json.dumps(text, ensure_ascii=False)
    return "'" + text.replace("'", "''") + "'"


def in_list(page: Page, scalar: Scalar) -> str:
    """A single value as an item between `[` and `]`."""
    text = page.source.text[scalar.start : scalar.end]
    return text if scalar.style in ('"', "'") else list_item(page, text)


_PLAIN_ITEM = re.compile(r"[^\W_][^,\[\]{}#:\"\n]*(?<!\s)")


def list_item(page: Page, text: str) -> str:
    """A text as an item between `[` and `]`, in quotes where it needs them."""
    return text if is_yaml(page) and _PLAIN_ITEM.fullmatch(text) else quoted(page, text)


def can_edit(node: Node) -> bool:
    """Whether a single value stands here in full, on its own, and not as an alias or a block."""
    return (
        isinstance(node, Scalar)
        and not node.alias
        and node.style not in ("|", ">", "*")
        and (node.tag is None)
    )


def quote_fix(page: Page, scalar: Scalar, *, safe: bool = True) -> Fix:
    """Put an unquoted value in quotes."""
    text = page.source.text[scalar.start : scalar.end]
    title = f"Write it as a text: `{quoted(page, written(page, scalar))}`"
    if not can_edit(scalar) or scalar.style or not text:
        return Fix(title)
    if "\n" in text:
        mark = "'" if re.search(r'["\\]', text) else '"'
        inner = text.replace("'", "''") if mark == "'" else text
        return Fix(title, (Edit(scalar.start, scalar.end, mark + inner + mark),), safe)
    return Fix(title, (Edit(scalar.start, scalar.end, quoted(page, text)),), safe)


def rewrite(page: Page, scalar: Scalar, text: str, *, safe: bool = True) -> Fix:
    """Write other text in place of a value, in the quotes that stand there."""
    written_text = f"{scalar.style}{text}{scalar.style}" if scalar.style in ('"', "'") else text
    return put(scalar, written_text, safe=safe)


def put(node: Node, text: str, *, safe: bool = True) -> Fix:
    """Write something in place of a value."""
    title = f"Write it as `{text}`"
    if isinstance(node, Scalar) and not can_edit(node):
        return Fix(title)
    return Fix.replace(title, span_of(node), text, safe=safe)


def plain_text(found: object) -> str:
    """A value as a text: 3.0 as `3`, `true` in lower case."""
    if isinstance(found, bool):
        return str(found).lower()
    if isinstance(found, float) and found.is_integer():
        return str(int(found))
    return str(found)
