"""Which taxonomies a site has, and which addresses its pages get."""

from __future__ import annotations

from typing import ClassVar

from afr_content.models.keys import Key, breaks
from afr_content.models.settings.base import Setting, SettingsModel
from afr_content.models.settings.kinds import Permalink
from afr_content.models.types import Text


class Taxonomies(SettingsModel):
    """The taxonomies: singular and plural names; pages use the plural as a key."""

    __pydantic_extra__: dict[str, Text]
    others: ClassVar[str] = "tag"
    others_count: ClassVar[bool] = True

    tag: Text = Setting("Plural name of the taxonomy.")


class Permalinks(SettingsModel):
    """Addresses of pages, by section or taxonomy."""

    __pydantic_extra__: dict[str, Permalink]
    others: ClassVar[str] = "post"
    others_count: ClassVar[bool] = True

    post: Permalink = Key("How the addresses of a section's pages are made.", wrong=breaks())
