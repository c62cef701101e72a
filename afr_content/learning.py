"""What a site's own templates tell of its pages: models that know the keys which they read.

Templates are read only where they may matter: those of the site's own layouts, and those of a
theme that lies beside them for pages with keys that the built-in models do not know.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from afr_content.names import nearest
from afr_content.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from afr_content.models.base import FrontMatterModel
    from afr_content.page import Page
    from afr_content.templates.findings import Need, Reading
    from afr_content.templates.library import Library
    from afr_content.templates.values import Audience, Condition, Value

    Model = type[FrontMatterModel]

_CALLED = {
    "blank": "markdown", "featurette": "features", "pages": "collection", "featured": "collection",
    "custom": "blank", "projects": "portfolio", "": "blank",
}  # fmt: skip
"""The template of a widget where there is none of its name: from theme 5.8 on, and of aliases."""


def learned_model(page: Page, declared: Model | None) -> Model | None:
    """The model that templates make of the declared one, which is most often that itself."""
    if declared is None or page.root is None or page.is_settings or not page.is_known:
        return declared
    own = page.site.own_model(page.widget) if page.is_section else None
    if own is not None:
        return own
    library = page.site.templates
    if library.own or library.themes:
        declared = _of_section(page, declared) if page.is_section else _of_page(page, declared)
    blocks = tuple(_own_blocks(page))
    return _with_blocks(declared, blocks) if blocks else declared


def _of_section(page: Page, declared: Model) -> Model:
    from afr_content.models import learned

    own = page.site.templates.widget(page.widget) if page.has_own_template else None
    model = learned.widget_model(own) if own else declared
    if _knows_all(page, model):
        return model
    if not page.has_own_template:
        theirs = _theme_reading(page)
        model = learned.extended_widget(model, theirs) if theirs else model
    from afr_content.templates.values import RESOURCE

    library = page.site.templates
    reading = library.of_all if library.themes else library.of_own
    return learned.page_model(model, reading, (RESOURCE,), typed=False)


def _theme_reading(page: Page) -> Reading | None:
    """What a vendored theme's template of the section's widget reads."""
    library, name = page.site.templates, page.widget.lower()
    return library.widget(name or "blank") or library.widget(_CALLED.get(name, name))


def _of_page(page: Page, declared: Model) -> Model:
    from afr_content.models import learned

    library, audiences = page.site.templates, audiences_of(page)
    if library.own:
        is_list = page.path.name.startswith("_index.") and "/" not in page.place.folder
        declared = learned.page_model(declared, library.of_own, audiences, typed=not is_list)
    if library.themes and not _knows_all(page, declared):
        declared = learned.page_model(declared, library.of_all, audiences, typed=False)
    return declared


def _with_blocks(declared: Model, own: tuple[tuple[str, Model], ...]) -> Model:
    from afr_content.models import learned

    return learned.landing_model(declared, own)


def _own_blocks(page: Page) -> Iterator[tuple[str, Model]]:
    """The models of the blocks that the settings describe, or a template of the site's own."""
    for name in sorted({block.name for block in page.blocks}):
        described = page.site.own_block_model(name)
        reading = page.site.templates.block(name) if name in page.site.own_blocks else None
        if described:
            yield name, described
        elif reading:
            from afr_content.models import learned

            yield name, learned.block_model(reading)


def audiences_of(page: Page) -> tuple[Audience, ...]:
    """The sorts of pages that a page is among."""
    from afr_content.templates.values import ANY, Audience

    section = page.place.section
    entry = page.root.find("type") if page.root else None
    type_ = entry.value.text if entry and isinstance(entry.value, Scalar) else ""
    return (ANY, Audience("section", section), Audience("type", type_ or section))


def _knows_all(page: Page, model: Model) -> bool:
    return page.root is not None and _knows(page, model, page.root)


def _knows(page: Page, model: Model, mapping: Mapping) -> bool:
    """Whether the model knows every key of a mapping in this version, lists left out."""
    from afr_content.models.base import keys_of

    known = keys_of(model)
    for entry in mapping.entries:
        key = known.get(entry.name.lower())
        if key is None or page.site.theme not in key.facts.versions:
            return False
        if key.model and not all(_knows(page, key.model, m) for m in _mappings(entry.value)):
            return False
    return True


def _mappings(node: Node) -> Iterator[Mapping]:
    items = node.items if isinstance(node, Sequence) else (node,)
    return (item for item in items if isinstance(item, Mapping))


def lacking(page: Page) -> tuple[str, ...]:
    """The keys without which the site's own templates stop the build, should they show the page."""
    if page.is_section or page.is_settings or page.root is None or not page.site.templates.own:
        return ()
    audiences = audiences_of(page)
    needs = (n for n in page.site.templates.of_own.needs if n.audience in audiences)
    keys = dict.fromkeys(need.key for need in needs if _may_show(page.root, need))
    return tuple(key for key in keys if not _is_misspelt(page, key))


def _is_misspelt(page: Page, key: str) -> bool:
    """Whether the key is there with a slip, which `unknown-key` speaks of."""
    from afr_content.models.base import keys_of

    if page.root is None or page.model is None:
        return False
    known = keys_of(page.model)
    names = tuple(known)
    written = (entry.name for entry in page.root.entries)
    return any(nearest(name, names) == key for name in written if name.lower() not in known)


def _may_show(root: Mapping, need: Need) -> bool:
    """Whether a page lacks what is needed and, as far as it tells itself, is among those shown."""
    return not _is_set(root, need.key) and all(_may_meet(root, c) for c in need.conditions)


def _may_meet(root: Mapping, condition: Condition) -> bool:
    if condition.operator == "=" and condition.wants_nothing:
        return not _is_set(root, condition.key)
    return condition.operator == "!=" or _is_set(root, condition.key)


def _is_set(root: Mapping, name: str) -> bool:
    """Whether a key has a value other than null; an empty text or list is one."""
    entry = root.find(name)
    if entry is None:
        return False
    value = entry.value
    return not isinstance(value, Scalar) or bool(value.style) or value.text not in ("", "~", "null")


def watched_keys(library: Library) -> frozenset[str]:
    """The places that tell whether a section shows a page, as `content.user_groups`."""
    needs = library.of_own.needs if library.own else ()
    return frozenset(key for need in needs for key in _watched(need))


def _watched(need: Need) -> Iterator[str]:
    yield need.key
    yield from (".".join(path) for path, _ in need.given)
    for condition in need.conditions:
        yield condition.key
        yield from _keys(condition.value)


def _keys(value: Value) -> Iterator[str]:
    from afr_content.templates.values import KeyValue, ListValue

    for atom in value:
        if isinstance(atom, KeyValue):
            yield ".".join(atom.key.path)
        elif isinstance(atom, ListValue):
            yield from _keys(atom.items)
