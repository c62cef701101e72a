"""What all models share."""

from __future__ import annotations

from functools import cache
from typing import ClassVar, NamedTuple, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationInfo, model_validator
from pydantic.fields import FieldInfo

from afr_content.models.keys import KeyFacts
from afr_content.nodes import Mapping
from afr_content.theme import EVERY


class FrontMatterModel(BaseModel):
    """A mapping in front matter. The order of its fields is the canonical order of its keys."""

    model_config = ConfigDict(extra="allow", defer_build=True, populate_by_name=True)

    first_keys: ClassVar[tuple[str, ...]] = ()
    """Fields that stand in front, in this order."""

    last_keys: ClassVar[tuple[str, ...]] = ()
    """Fields that stand behind those which a subclass adds."""

    any_case: ClassVar[bool] = False
    """Whether letter case makes no difference within lists either."""

    others: ClassVar[str] = ""
    """The field that keys of any other name are like, such as languages by their codes.

    Such a model declares `__pydantic_extra__` to be values of that kind.
    """

    others_count: ClassVar[bool] = False
    """Whether something reads such keys."""

    unknown: ClassVar[str] = "neither Hugo nor the theme reads it"
    """What becomes of a key that is in no model."""

    empty_counts: ClassVar[bool] = False
    """Whether a key without a value is more than a missing one."""

    maps_need_keys: ClassVar[bool] = False
    """Whether a map in it, however deep, must have keys: templates look into it unasked."""

    empty_lists_are_left_out: ClassVar[bool] = False
    """Whether `[]` for a text is no more than a missing one: templates ask first for any."""

    @classmethod
    def variant(cls, mapping: Mapping) -> type[FrontMatterModel]:
        """The model for a mapping, where that depends on what it says itself."""
        return cls

    @model_validator(mode="before")
    @classmethod
    def _require_only_what_is_read(cls, data: object, info: ValidationInfo) -> object:
        """Fill in the required keys that this version of the theme does not read."""
        if not isinstance(data, dict) or not _required_in_some_versions(cls):
            return data
        theme = info.context.get("theme") if info.context else None
        return {
            key.name: key.nothing
            for key in _required_in_some_versions(cls)
            if not key.facts.versions.surely_have(theme)
        } | data


class ModelKey(NamedTuple):
    """A key that a model knows: its canonical spelling, field, facts and the model behind it."""

    name: str
    field_name: str
    field: FieldInfo
    facts: KeyFacts
    model: type[FrontMatterModel] | None
    is_list: bool

    @property
    def nothing(self) -> object:
        """A value that says nothing."""
        if self.is_list:
            return []
        return {} if self.model else None


@cache
def keys_of(model: type[FrontMatterModel]) -> dict[str, ModelKey]:
    """The model's keys in canonical order, by their lower-case name."""
    keys = {}
    for field_name in _canonical_order(model):
        field = model.model_fields[field_name]
        facts = next((m for m in field.metadata if isinstance(m, KeyFacts)), KeyFacts())
        name = field.alias or field_name
        inner, is_list = _model_behind(field.annotation)
        keys[name.lower()] = ModelKey(name, field_name, field, facts, inner, is_list)
    return keys


def find_key(model: type[FrontMatterModel], name: str, *, in_list: bool) -> ModelKey | None:
    """The key that is called so; letter case counts within lists, except in Hugo's settings."""
    found = keys_of(model).get(name.lower())
    counts = in_list and not model.any_case
    return None if found and counts and found.name != name else found


def other_key(model: type[FrontMatterModel], name: str) -> ModelKey | None:
    """The key of a name that no field has, where a model allows for such."""
    return keys_of(model)[model.others]._replace(name=name) if model.others else None


def _canonical_order(model: type[FrontMatterModel]) -> list[str]:
    last = [name for name in model.last_keys if name in model.model_fields]
    between = [name for name in model.model_fields if name not in {*model.first_keys, *last}]
    return [*model.first_keys, *between, *last]


@cache
def _required_in_some_versions(model: type[FrontMatterModel]) -> tuple[ModelKey, ...]:
    return tuple(
        key
        for key in keys_of(model).values()
        if key.field.is_required() and key.facts.versions != EVERY
    )


def _model_behind(annotation: object) -> tuple[type[FrontMatterModel] | None, bool]:
    if get_origin(annotation) is list:
        return _model_behind(get_args(annotation)[0])[0], True
    for candidate in get_args(annotation) or (annotation,):
        if isinstance(candidate, type) and issubclass(candidate, FrontMatterModel):
            return candidate, False
    return None, False
