"""Hugo's own settings, with positions and merged as Hugo merges them.

Sources: Hugo's documentation on the configuration folder, and `config/allconfig` in its code. The
tests compare with what `hugo config` prints. Not looked at are environment variables and the
settings of themes and modules, which Hugo puts below the site's own.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from afr_content.nodes import Entry, Scalar, Sequence
from afr_content.nodes import Mapping as Map
from afr_content.settings_files import SettingsFile, read_settings_files, settings_files
from afr_content.weights import weight_of

__all__ = ("Language", "MenuEntry", "Settings", "SettingsFile", "read_settings", "settings_files")

_ENGLISH = "en"


class Language(NamedTuple):
    """A language of the site; `content_dir` is below the site's root."""

    code: str
    weight: int
    content_dir: str
    title: str = ""


class MenuEntry(NamedTuple):
    """An entry of a menu, with the file and the node that it is written in.

    `language` is None for a menu of all languages.
    """

    menu: str
    language: str | None
    file: SettingsFile
    node: Map

    def scalar(self, name: str) -> Scalar | None:
        """A single value of the entry."""
        entry = self.node.find(name)
        return entry.value if entry and isinstance(entry.value, Scalar) else None

    def text(self, name: str) -> str:
        """A value as text; empty when it is not there."""
        scalar = self.scalar(name)
        return scalar.text if scalar else ""


def read_settings(root: Path, texts: Mapping[Path, str] | None = None) -> Settings:
    """The settings of the site at `root`; none when there is no file.

    `texts` are those of files that are not written yet. A file that does not parse, or cannot be
    read, holds nothing; its document says why. `config/production` is merged over the defaults,
    as for a build by `hugo`.
    """
    return Settings(read_settings_files(root, texts or {}))


@dataclass(frozen=True)
class Settings:
    """All settings files of a site, the stronger ones last, and what they say together."""

    files: tuple[SettingsFile, ...]

    @cached_property
    def values(self) -> dict[str, Any]:
        """All settings merged, with keys in lower case; menus stand below `menus`."""
        merged: dict[str, Any] = {}
        for file in self.files:
            _merge(merged, file.values())
        return merged

    def get(self, *path: str, default: Any = None) -> Any:
        """A setting, such as `get("params", "tracks")`."""
        value: Any = self.values
        for name in path:
            if not isinstance(value, dict) or name not in value:
                return default
            value = value[name]
        return value

    def entry(self, *path: str) -> tuple[SettingsFile, Entry] | None:
        """Where a setting is written: in the file that wins."""
        for file in reversed(self.files):
            if found := file.entry(path):
                return file, found
        return None

    @cached_property
    def default_language(self) -> str:
        """The code of the language that is the site's own: as set, else English, else the first."""
        named = self.get("defaultcontentlanguage")
        if named:
            return str(named).lower()
        codes = [language.code for language in self._named_languages]
        return codes[0] if codes and _ENGLISH not in codes else _ENGLISH

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The languages, in Hugo's order; a site that names none has its default language.

        Those without a weight come last, as in the newest Hugos; others had them first.
        """
        return self._named_languages or (self._language(self.default_language, {}),)

    @cached_property
    def _named_languages(self) -> tuple[Language, ...]:
        off = {str(code).lower() for code in _list(self.get("disablelanguages"))}
        found = (
            self._language(code, own or {})
            for code, own in self._languages.items()
            if isinstance(own, dict | None) and code not in off
            if not (own and own.get("disabled") is True)
        )
        return tuple(sorted(found, key=lambda it: (it.weight == 0, it.weight, it.code)))

    @property
    def _languages(self) -> dict[str, Any]:
        """What is written below `languages`, those switched off included."""
        named = self.get("languages")
        return named if isinstance(named, dict) else {}

    def _language(self, code: str, own: dict[str, Any]) -> Language:
        """A language, with the site's settings for what it does not say."""
        content = own.get("contentdir") or self.get("contentdir") or "content"
        title = own.get("title") or self.get("title") or ""
        folder = posixpath.normpath(str(content))
        return Language(code, weight_of(own.get("weight")) or 0, folder, str(title))

    @property
    def is_multilingual(self) -> bool:
        """Whether there is more than one language."""
        return len(self.languages) > 1

    @cached_property
    def base_path(self) -> str:
        """The path of the base address: `/`, or `/lab/` for a site that lives in a folder."""
        match = re.match(r"(?:[a-z]+:)?//[^/]*(/.*)?$", str(self.get("baseurl", default="")))
        path = (match[1] if match else "") or "/"
        return path if path.endswith("/") else f"{path}/"

    @cached_property
    def taxonomies(self) -> dict[str, str]:
        """The plural name of each taxonomy by its singular one."""
        found = self.get("taxonomies", default={"tag": "tags", "category": "categories"})
        return {k: str(v) for k, v in found.items()} if isinstance(found, dict) else {}

    @cached_property
    def disabled_kinds(self) -> frozenset[str]:
        """The kinds of pages that are not made: page, home, section, taxonomy, term and others."""
        return frozenset(str(kind).lower() for kind in _list(self.get("disablekinds")))

    @cached_property
    def menus(self) -> tuple[MenuEntry, ...]:
        """The entries of all menus, as they are written; where files differ, in the stronger."""
        found: dict[tuple[str | None, str], tuple[MenuEntry, ...]] = {}
        for file in self.files:
            for language in (None, *self._languages):
                for name, entries in _menus(file, language):
                    found[language, name] = entries
        return tuple(entry for entries in found.values() for entry in entries)


def _merge(into: dict[str, Any], stronger: dict[str, Any]) -> None:
    """Put settings over others: maps are merged, all else is replaced.

    `_merge` is no setting: it tells Hugo how to merge those of themes.
    """
    for name, value in stronger.items():
        if isinstance(value, dict):
            if not isinstance(into.get(name), dict):
                into[name] = {}
            _merge(into[name], value)
        elif name != "_merge":
            into[name] = value


def _menus(file: SettingsFile, language: str | None) -> Iterator[tuple[str, tuple[MenuEntry, ...]]]:
    """The menus that a file has for all languages, or for one."""
    place = ("languages", language) if language else ()
    for name in ("menu", "menus"):
        menus = file.mapping((*place, name))
        for menu in menus.entries if menus else ():
            if isinstance(menu.value, Sequence):
                items = (item for item in menu.value.items if isinstance(item, Map))
                name_ = menu.name.lower()
                yield name_, tuple(MenuEntry(name_, language, file, item) for item in items)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
