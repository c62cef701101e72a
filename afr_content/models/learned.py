"""Models made from what templates read, on top of those that are written by hand.

A learned model refuses only what the template cannot use: a kind is claimed where each use of the
value agrees on it. What Hugo's functions accept was seen by building with Hugo 0.111, 0.147, 0.152
and 0.168.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Annotated, Any, NamedTuple

from pydantic import GetCoreSchemaHandler, create_model
from pydantic_core import CoreSchema, core_schema

from afr_content.models.base import FrontMatterModel, ModelKey, keys_of
from afr_content.models.blocks.block import BareBlock, Block, BlockOfAnyKind, OwnBlock
from afr_content.models.keys import Key as Declared
from afr_content.models.keys import Wrong, alters, breaks, loses
from afr_content.models.registry import WIDGETS, load
from afr_content.models.section import NOT_A_LIST, NOT_A_MAP, ONLY_FALSE, TRUTHY, AnyWidget, Section
from afr_content.models.types import (
    COLUMNS,
    COUNT,
    FLAG,
    ITEM_DATE,
    NUMBER,
    STRICT_FLAG,
    TEXT,
    WHOLE,
    Anything,
    Kind,
)
from afr_content.templates.findings import Reading
from afr_content.templates.keys import How, Key
from afr_content.templates.values import BLOCK, Audience

_LISTS = frozenset({How.RANGED, How.DELIMITED, How.INDEXED, How.INTERSECTED})
_BESIDE_LISTS = _LISTS | {How.TESTED, How.COUNTED, How.DEFAULTED}
_BESIDE_MAPS = frozenset({How.LOOKED_INTO, How.TESTED})
_SAYS_NO = frozenset({"false", "no", "off", "n", "0"})

_NUMBERS = alters("numbers are shown in place of the text")
_MAY_STOP = alters("the build stops where the template gets to it")
_PASSED_OVER = loses("the page is not among those that are shown")


class Learned(NamedTuple):
    """What a key takes: its annotation, and what another value does."""

    annotation: Any
    wrong: Wrong = alters()


ANYTHING = Learned(Anything)


@cache
def widget_model(reading: Reading) -> type[FrontMatterModel]:
    """The model of a widget from what its template reads.

    Where the template hands the section to something that is not here, all keys may be read.
    """
    theirs = [WIDGETS[name] for name in reading.theirs if name in WIDGETS]
    if reading.widget.is_open or len(theirs) != len(reading.theirs) or len(theirs) > 1:
        return AnyWidget
    reads_columns = _reads_columns(reading.widget)
    base = load(theirs[0]) if theirs else _bare_section(reads_columns=reads_columns)
    required = frozenset(above for key in reading.required for above in key.lineage)
    return _extended(base, reading.widget, required=required)


@cache
def block_model(reading: Reading) -> type[FrontMatterModel]:
    """The model of a block of the site's own from what its template reads.

    Where the template hands the block to something that is not here, all keys may be read.
    """
    key = reading.of(BLOCK)
    if key.is_open or reading.theirs:
        return OwnBlock
    return _extended(Block if _reads_columns(key) else BareBlock, key)


@cache
def landing_model(
    base: type[FrontMatterModel], own: tuple[tuple[str, type[FrontMatterModel]], ...]
) -> type[FrontMatterModel]:
    """The model of a landing page with blocks of the site's own, given by name."""
    there = keys_of(base)["sections"]
    if there.model is None or not issubclass(there.model, BlockOfAnyKind):
        return base
    kinds = type("BlockOfAnyKind", (there.model,), {"own": dict(own)})
    sections = (list[kinds], Declared(there.field.description or "", wrong=there.facts.wrong))  # type: ignore[valid-type]
    return create_model(base.__name__, __base__=base, __doc__=base.__doc__, sections=sections)


@cache
def extended_widget(base: type[FrontMatterModel], reading: Reading) -> type[FrontMatterModel]:
    """The model of a theme's widget, with the keys that its template reads beside."""
    return _extended(base, reading.widget, typed=False)


def page_model(
    base: type[FrontMatterModel], reading: Reading, audiences: tuple[Audience, ...], typed: bool
) -> type[FrontMatterModel]:
    """The model of a page, with the keys that templates read of such pages.

    `audiences` are those that the page belongs to; what is read of pages that are not told apart
    is known by name only. With `typed`, keys have kinds.
    """
    picked = {audience for audience, _ in reading.picked}
    told = tuple(a for a in audiences if a in reading.keys or a in picked)
    return _page_model(base, reading, told, typed) if told else base


@cache
def _page_model(
    base: type[FrontMatterModel], reading: Reading, audiences: tuple[Audience, ...], typed: bool
) -> type[FrontMatterModel]:
    anyone, special = Key(), Key()
    for audience in audiences:
        key = reading.keys.get(audience)
        if key:
            (anyone if audience.sort in ("any", "resource") else special).merge(key)
    model = _extended(base, anyone, typed=False) if anyone.below else base
    for name in set(anyone.below) & set(special.below):
        special.below[name].merge(anyone.below[name])
    picked = {key.path for audience, key in reading.picked if audience in audiences}
    required = frozenset(key for key in special.walk() if typed and key.path in picked)
    return _extended(model, special, required=required, typed=typed) if special.below else model


def _reads_columns(section: Key) -> bool:
    design = section.below.get("design")
    columns = design.below.get("columns") if design else None
    return columns is not None and {use.value for use in columns.uses} & {"1", "2"} != set()


@cache
def _bare_section(*, reads_columns: bool) -> type[FrontMatterModel]:
    """A section, whose `design.columns` only some templates of a site's own look at."""
    if reads_columns:
        return Section
    design = keys_of(Section)["design"].model
    assert design is not None
    free = create_model("Design", __base__=design, columns=(Anything, Declared("Not read.")))
    return create_model(
        "Section", __base__=Section, design=(free, Declared("How it looks.", wrong=NOT_A_MAP))
    )


def _extended(
    base: type[FrontMatterModel],
    key: Key,
    *,
    required: frozenset[Key] = frozenset(),
    typed: bool = True,
) -> type[FrontMatterModel]:
    """A model with the keys below a key, where it does not know them as they are."""
    known = keys_of(base)
    fields: dict[str, Any] = {}
    for child in key.below.values():
        there = known.get(child.name.lower())
        learned = (
            _changed(there, child, required=required, typed=typed)
            if there
            else _learned(child, required=required, typed=typed)
        )
        if learned is None:
            continue
        name = there.field_name if there else _field_name(child.name, {*base.model_fields, *fields})
        fields[name] = (learned.annotation, _declared(child, there, learned, child in required))
    if not fields:
        return base
    model = create_model(base.__name__, __base__=base, __doc__=base.__doc__, **fields)
    if key.top.is_section:
        what = "block" if key.top.in_list else "widget"
        model.unknown = f"the {what}'s template does not read it"
    return model


def _field_name(name: str, taken: set[str]) -> str:
    """A name for the field of a key, which may be called as no field can be."""
    field = "learned_" + re.sub(r"\W", "_", name)
    while field in taken:
        field += "_"
    return field


def _declared(child: Key, there: ModelKey | None, learned: Learned, required: bool) -> Any:
    return Declared(
        (there.field.description or "") if there else "It is read by the site's templates.",
        alias=there.field.alias if there and not child.in_list else child.name,
        wrong=learned.wrong,
        required=required,
        missing=_missing(child) if required else None,
    )


def _missing(child: Key) -> Wrong:
    if any(use.how is How.PICKED for use in child.uses):
        return alters("a template of the site passes over pages without it")
    return breaks()


def _changed(
    there: ModelKey, child: Key, *, required: frozenset[Key], typed: bool
) -> Learned | None:
    """What a template reads of a key that the model knows; None when it stays as it is.

    What is handed on whole is judged no more in a widget of the site's own. Of pages, the theme
    reads the key as ever.
    """
    if child.is_open:
        return ANYTHING if child.top.is_section and typed else None
    if there.model and child.below and not there.is_list:
        model = _extended(there.model, child, required=required, typed=typed)
        return None if model is there.model else Learned(model, there.facts.wrong)
    if there.model and child.item and there.is_list:
        model = _extended(there.model, child.item, typed=typed)
        return None if model is there.model else Learned(list[model], there.facts.wrong)  # type: ignore[valid-type]
    if there.facts.unread or there.facts.versions.since or there.facts.versions.until:
        return Learned(_annotation_of(there), there.facts.wrong)
    return _stricter(there, child) if typed else None


def _stricter(there: ModelKey, child: Key) -> Learned | None:
    """A list where the model takes a single name as well, as Hugo does and `delimit` does not."""
    is_loose = any(isinstance(m, Kind) and m.name == "names" for m in there.field.metadata)
    return _list(child) if is_loose and child.item and _is_list(child) else None


def _annotation_of(key: ModelKey) -> Any:
    """The annotation with which a key was declared."""
    kept = tuple(m for m in key.field.metadata if not isinstance(m, type(key.facts)))
    return Annotated[(key.field.annotation, *kept)] if kept else key.field.annotation


def _learned(child: Key, *, required: frozenset[Key], typed: bool) -> Learned:
    """What a key that no model knows takes."""
    if child.is_open or (child.below and child.item) or not typed:
        return ANYTHING
    if child.below:
        return _map(child, required)
    if child.item or _hows(child) & _LISTS:
        return _list(child)
    return _single(child)


def _hows(child: Key) -> set[How]:
    return {use.how for use in child.uses}


def _uses(child: Key, how: How) -> Iterable[Any]:
    return (use for use in child.uses if use.how is how)


def _map(child: Key, required: frozenset[Key]) -> Learned:
    hows = _hows(child)
    if not hows <= _BESIDE_MAPS | {How.DEFAULTED} or How.LOOKED_INTO not in hows:
        return ANYTHING
    model = _extended(FrontMatterModel, child, required=required)
    guarded = all(use.guarded for use in _uses(child, How.LOOKED_INTO))
    wrong = NOT_A_MAP if _is_certain(child, How.LOOKED_INTO) else _MAY_STOP
    return Learned(Annotated[model, _Also(_is_nothing)] if guarded else model, wrong)


def _is_certain(child: Key, how: How) -> bool:
    return any(use.certain for use in _uses(child, how))


def _is_list(child: Key) -> bool:
    """Whether nothing is done with a value that a list is not good for."""
    hows = _hows(child)
    if hows <= _BESIDE_LISTS:
        return True
    certain = any(use.certain for use in child.uses if use.how in _LISTS)
    return certain and hows <= _BESIDE_LISTS | {How.PRINTED, How.COMPARED, How.PICKED}


def _list(child: Key) -> Learned:
    if not _is_list(child):
        return ANYTHING
    hows, ranged = _hows(child), list(_uses(child, How.RANGED))
    accepts = [_is_collection]
    if all(use.guarded for use in ranged):
        accepts.append(_is_nothing if not hows & {How.DELIMITED, How.INDEXED} else _is_empty_text)
    if (
        ranged
        and hows <= {How.RANGED, How.TESTED, How.COUNTED}
        and all(use.value in (0, 1) for use in ranged)
    ):
        accepts.append(_is_number)
    wrong = _wrong_list(child)
    item = child.item
    if item and item.below and not item.is_open and not item.item and _hows(item) <= _BESIDE_MAPS:
        also = _Also(lambda value: not isinstance(value, list) and any(a(value) for a in accepts))
        return Learned(Annotated[list[_extended(FrontMatterModel, item)], also], wrong)  # type: ignore[misc]
    return Learned(Annotated[Any, _list_kind(tuple(accepts))], wrong)


def _wrong_list(child: Key) -> Wrong:
    hows = _hows(child)
    if How.RANGED in hows:
        return NOT_A_LIST if _is_certain(child, How.RANGED) else _MAY_STOP
    if How.INTERSECTED in hows and child.top.is_section:
        return alters("it matches nothing")
    if How.DELIMITED in hows or How.INDEXED in hows:
        return _NUMBERS
    return _PASSED_OVER


@cache
def _list_kind(accepts: tuple[Callable[[object], bool], ...]) -> Kind:
    return Kind("text-list", "a list", lambda value: any(a(value) for a in accepts), {})


def _single(child: Key) -> Learned:
    """A value that is no list or map, by what is done with it besides asking for it."""
    hows = _hows(child) - {How.TESTED, How.COUNTED}
    if hows <= {How.COMPARED, How.DEFAULTED, How.PICKED}:
        return _compared(child)
    hows -= {How.PRINTED, How.COMPARED, How.DEFAULTED}
    if hows == {How.PICKED}:
        return _picked(child)
    kind = _KINDS.get(next(iter(hows))) if len(hows) == 1 else None
    if kind is None:
        return ANYTHING
    how, wrong = next(iter(hows)), breaks()
    if not _is_certain(child, how):
        wrong = _MAY_STOP
    return Learned(Annotated[Any, kind], wrong)


def _compared(child: Key) -> Learned:
    """A value that is only tested, or compared with fixed ones."""
    values = [use.value for use in child.uses if use.how in (How.COMPARED, How.DEFAULTED)]
    if any(use.how is How.PICKED for use in child.uses):
        return _picked(child)
    if values and all(isinstance(value, bool) for value in values):
        return Learned(Annotated[Any, FLAG], _effect_of_text(child))
    if values and {*values} <= {"1", "2"}:
        return Learned(Annotated[Any, COLUMNS])
    if not values and child.uses and How.COUNTED not in _hows(child):
        return Learned(Annotated[Any, SWITCH], TRUTHY)
    return ANYTHING


def _effect_of_text(child: Key) -> Wrong:
    """What a text such as `"false"` does: it counts as true, or differs from `false`."""
    compared = [use.value for use in _uses(child, How.COMPARED)]
    if True in compared:
        return alters("only `true` turns it on")
    return ONLY_FALSE if compared else TRUTHY


def _picked(child: Key) -> Learned:
    """A key that `where` picks pages by: of the pages, or of the section what it looks for."""
    hows = (How.PICKED, How.COMPARED, How.DEFAULTED)
    values = [use.value for use in child.uses if use.how in hows and use.value is not ...]
    if values and all(isinstance(value, bool) for value in values):
        if child.top.is_section:
            return Learned(Annotated[Any, FLAG], alters("no page matches it"))
        return Learned(Annotated[Any, STRICT_FLAG], _PASSED_OVER)
    if values and all(value is None for value in values) and not child.top.is_section:
        return Learned(Annotated[Any, SET_OR_NOT], alters("it counts as a value"))
    return ANYTHING


def _is_collection(value: object) -> bool:
    return isinstance(value, list | dict)


def _is_nothing(value: object) -> bool:
    """Whether `if` and `with` pass a value over."""
    return value in ("", 0, False) or value == [] or value == {}


def _is_empty_text(value: object) -> bool:
    return value == ""


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_cast(value: Any) -> bool:
    return isinstance(value, bool | int | float)


SWITCH = Kind(
    "flag",
    "`true` or `false`",
    lambda value: not isinstance(value, str) or value.strip().lower() not in _SAYS_NO,
    {},
    (True, False),
)
"""A key that templates only ask for: whatever says no in words counts as yes."""
SET_OR_NOT = Kind("set-or-not", "a value, or nothing at all", lambda value: value != "", {})
"""A key that is compared with `nil`: an empty text is a value."""
WHOLE_BY_CAST = Kind(
    "whole", "a whole number", lambda value: _is_cast(value) or WHOLE.accepts(value), {}
)
COUNT_BY_CAST = Kind(
    "count",
    "a whole number, not below 0",
    lambda value: (_is_cast(value) and float(value) >= 0) or COUNT.accepts(value),
    {},
)
"""What `int` and `first` take: a fraction is dropped, `true` is 1."""
POSITION = Kind("number", "a whole number", lambda v: _is_number(v) or v == [], {})
"""The place of an item in a list."""

_KINDS: dict[How, Kind] = {
    How.TEXT: TEXT,
    How.DATE: ITEM_DATE,
    How.CAST: WHOLE_BY_CAST,
    How.COUNT: COUNT_BY_CAST,
    How.CALCULATED: NUMBER,
    How.POSITION: POSITION,
}


class _Also:
    """Marks a list or map in whose place some other values are as good."""

    def __init__(self, accepts: Callable[[object], bool]) -> None:
        self._accepts = accepts

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(
            lambda value, inner: value if self._accepts(value) else inner(value), handler(source)
        )
