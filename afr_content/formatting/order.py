"""The canonical order of keys, and which mappings get it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from afr_content.nodes import Mapping, Node

if TYPE_CHECKING:  # pydantic is slow to import, and files without a model do not need it
    from afr_content.models.base import FrontMatterModel

KeyOrder = Literal["sections", "canonical", "preserve"]

UNKNOWN: Final = 1_000_000


@dataclass(frozen=True)
class Order:
    """The order of the keys of a mapping, and of the mappings inside it.

    Keys are sorted when `sorting` is set and the model is known. `key_order` is what the user
    chose.
    """

    model: type[FrontMatterModel] | None = None
    sorting: bool = False
    key_order: KeyOrder = "preserve"

    @property
    def sorts(self) -> bool:
        """Whether any mapping at or inside this one may be sorted."""
        return self.model is not None

    def rank(self, name: str) -> int:
        """The place of a key; keys that the model does not know are last."""
        return _ranks(self.model).get(name.lower(), UNKNOWN) if self.model else UNKNOWN

    def inside(self, name: str) -> Order:
        """The order of what a key holds."""
        if self.model is None:
            return AUTHORS
        from afr_content.models.base import keys_of

        key = keys_of(self.model).get(name.lower())
        if key is None or key.model is None:
            return AUTHORS
        sorting = self.key_order == "canonical" or (self.sorting and not key.is_list)
        return Order(key.model, sorting, self.key_order)

    def of_item(self, item: Node) -> Order:
        """The order of an item of the list that has this order; blocks of pages have their own."""
        if self.model is None or not isinstance(item, Mapping):
            return self
        variant = self.model.variant(item)
        return self if variant is self.model else Order(variant, True, self.key_order)


AUTHORS: Final = Order()


def order_of(model: type[FrontMatterModel] | None, key_order: KeyOrder) -> Order:
    """The order of a file's keys: sections have the model's, pages only when asked for."""
    if key_order == "preserve" or model is None:
        return AUTHORS
    return Order(model, key_order == "canonical" or _is_section(model), key_order)


def _is_section(model: type[FrontMatterModel]) -> bool:
    from afr_content.models.section import Section

    return issubclass(model, Section)


@cache
def _ranks(model: type[FrontMatterModel]) -> dict[str, int]:
    from afr_content.models.base import keys_of

    return {name: rank for rank, name in enumerate(keys_of(model))}
