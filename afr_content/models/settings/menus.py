"""The menus of a site: `menus.yaml`, or `menus` in Hugo's settings.

Sources: Hugo's `navigation/menu.go`, and builds with 0.111.3 and 0.168.0.
"""

from __future__ import annotations

from typing import ClassVar

from afr_content.models.keys import Key, alters, breaks
from afr_content.models.settings.base import Setting, SettingsItem, SettingsModel
from afr_content.models.settings.kinds import Whole
from afr_content.models.types import Map, Text

_NO_TEXT = alters("it counts as empty")
_NO_LIST = breaks("the build stops: a menu is a list of entries")


class MenuEntry(SettingsItem):
    """An entry of a menu."""

    name: Text = Setting("What the visitor reads.", wrong=_NO_TEXT)
    identifier: Text = Setting(
        "What `parent` calls the entry, where that is not its name.", wrong=_NO_TEXT
    )
    parent: Text = Setting("The entry below which this one stands.", wrong=_NO_TEXT)
    url: Text = Setting("Where the entry leads.", wrong=_NO_TEXT)
    page_ref: Text = Setting(
        "The page it leads to, as a path below the content folder.", "pageRef", wrong=_NO_TEXT
    )
    weight: Whole = Setting(
        "Place in the menu: lower comes first; 0 or none is last.",
        default=0,
        wrong=alters("it counts as 0, so that the entry is the last one"),
    )
    pre: Text = Setting("HTML in front of the name.", wrong=_NO_TEXT)
    post: Text = Setting("HTML behind the name.", wrong=_NO_TEXT)
    title: Text = Setting("Text that appears while the pointer rests on it.", wrong=_NO_TEXT)
    params: Map = Key("What templates of your own read.", wrong=breaks("the build stops"))


class Menus(SettingsModel):
    """The menus; the theme shows `main` and, to the right of it, `main_right`."""

    __pydantic_extra__: dict[str, list[MenuEntry]]
    others: ClassVar[str] = "main"
    unknown: ClassVar[str] = "the theme shows no menu of that name"
    empty_counts: ClassVar[bool] = True

    main: list[MenuEntry] = Key("The menu at the top of every page.", wrong=_NO_LIST)
    main_right: list[MenuEntry] = Key("The menu at its right end.", wrong=_NO_LIST)
