"""The canonical order of keys, and which mappings get it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeVar

from afr_content.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:  # pydantic is slow to import, and files without a model do not need it
    from afr_content.models.base import FrontMatterModel

KeyOrder = Literal["sections", "canonical", "preserve"]
BlockModel = Callable[[str], "type[FrontMatterModel] | None"]

_UNKNOWN: Final = 1_000_000


@dataclass(frozen=True)
class Order:
    """The order of the keys of a mapping, and of the mappings inside it.

    Keys are sorted when `sorting` is set and the model is known. `key_order` is what the user
    chose; `block_model` gives the model of a landing page's block by the block's name.
    """

    model: type[FrontMatterModel] | None = None
    sorting: bool = False
    key_order: KeyOrder = "preserve"
    block_model: BlockModel | None = None

    def rank(self, name: str) -> int:
        """The place of a key; keys that the model does not know are last."""
        return _ranks(self.model).get(name.lower(), _UNKNOWN) if self.model else _UNKNOWN

    def inside(self, name: str) -> Order:
        """The order of what a key holds."""
        if self.model is None:
            return AUTHORS
        from afr_content.models.base import keys_of

        key = keys_of(self.model).get(name.lower())
        if key is None or key.model is None:
            return AUTHORS
        sorting = self.key_order == "canonical" or (self.sorting and not key.is_list)
        return replace(self, model=key.model, sorting=sorting, block_model=None)

    def at_root(self, name: str, value: Node) -> Order:
        """The order of what a key of the page holds: blocks stand in its `sections`."""
        if name.lower() == "sections" and self.block_model and isinstance(value, Sequence):
            return replace(self, model=None, sorting=False)
        return self.inside(name)

    def of_item(self, item: Node) -> Order:
        """The order of an item of a list."""
        if self.model or not self.block_model or not isinstance(item, Mapping):
            return self
        block = item.find("block")
        model = self.block_model(block.value.text) if block and isinstance(block.value, Scalar) else None
        return Order(model, model is not None, self.key_order) if model else AUTHORS


AUTHORS: Final = Order()


def order_of(
    model: type[FrontMatterModel] | None, key_order: KeyOrder, block_model: BlockModel | None
) -> Order:
    """The order of a file's keys: sections have the model's, pages only when asked for."""
    if key_order == "preserve" or (model is None and block_model is None):
        return AUTHORS
    sorting = model is not None and (key_order == "canonical" or _is_section(model))
    return Order(model, sorting, key_order, block_model)


def _is_section(model: type[FrontMatterModel]) -> bool:
    from afr_content.models.section import Section

    return issubclass(model, Section)


@cache
def _ranks(model: type[FrontMatterModel]) -> dict[str, int]:
    from afr_content.models.base import keys_of

    return {name: rank for rank, name in enumerate(keys_of(model))}


class Movable(Protocol):
    """What is sorted: a key with all its lines."""

    @property
    def rank(self) -> int:
        """Its place in the canonical order."""

    @property
    def anchored(self) -> bool:
        """Whether it holds an anchor or an alias."""


M = TypeVar("M", bound=Movable)


def in_order(units: list[M]) -> list[M]:
    """The units by rank; those of one rank, and those with anchors or aliases, keep their order."""
    waiting = sorted(units, key=lambda unit: unit.rank)
    anchored = [unit for unit in units if unit.anchored]
    if not anchored:
        return waiting
    made: list[M] = []
    while waiting:
        place = _next_place(waiting, anchored)
        unit = waiting.pop(place)
        made.append(unit)
        if unit.anchored:
            anchored.pop(0)
    return made


def _next_place(waiting: list[M], anchored: list[M]) -> int:
    blocked: set[int] = set()
    for place, unit in enumerate(waiting):
        if unit.anchored and unit is not anchored[0]:
            blocked.add(unit.rank)
        elif unit.rank not in blocked:
            return place
    raise AssertionError("the first with an anchor may always go")
