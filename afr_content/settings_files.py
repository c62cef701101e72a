"""The files that hold Hugo's own settings: which there are, and what is in each.

Source: Hugo's documentation on the configuration folder, and `config/configLoader.go` in its code.
Folders within `config/_default` are not looked into.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from afr_content.errors import FrontMatterError
from afr_content.frontmatter import Document, Format, parse_data
from afr_content.hugo import BOTH
from afr_content.nodes import Entry, Node
from afr_content.nodes import Mapping as Map
from afr_content.source import SourceFile

FORMATS: dict[str, Format] = {".toml": "toml", ".yaml": "yaml", ".yml": "yaml", ".json": "json"}
_ROOT_FILE = re.compile(r"(hugo|config)\.(toml|ya?ml|json)")
_ROLES = {"hugo": "config", "config": "config", "menu": "menus", "menus": "menus"}
_OF_A_LANGUAGE = ("menus", "params")
_PRODUCTION = "production"


class SettingsFile(NamedTuple):
    """A settings file: `role` is the part of the settings it holds, `config` for all of them.

    `language` is that of `params.nl.yaml`, else None; `environment` the folder's name, empty for a
    file in the site's root. What is asked for by a path has its names in lower case.
    """

    path: Path
    role: str
    language: str | None
    environment: str
    document: Document

    @property
    def prefix(self) -> tuple[str, ...]:
        """Where in the settings the file's keys belong.

        Of the files for one language, only menus and params have a place of their own.
        """
        if self.language:
            own = (self.role,) if self.role in _OF_A_LANGUAGE else ()
            return ("languages", self.language, *own)
        return () if self.role == "config" else (self.role,)

    def values(self) -> dict[str, Any]:
        """What the file says, from the root of the settings on; menus stand below `menus`.

        Nothing where no Hugo can read the file; its document says why.
        """
        values = _typed(self.document)
        if values is None:
            return {}
        for name in reversed(self.prefix):
            values = {name: values}
        languages = values.get("languages")
        for place in (values, *(languages.values() if isinstance(languages, dict) else ())):
            if isinstance(place, dict) and "menu" in place:
                place["menus"] = place.pop("menu")
        return values

    def entry(self, path: tuple[str, ...]) -> Entry | None:
        """The key, with its value, at a place of the settings."""
        prefix = self.prefix
        if path[: len(prefix)] != prefix:
            return None
        node: Node | None = self.document.mapping
        entry = None
        for name in path[len(prefix) :]:
            entry = node.find(name) if isinstance(node, Map) else None
            node = entry.value if entry else None
        return entry

    def mapping(self, path: tuple[str, ...]) -> Map | None:
        """The map at a place of the settings, which may be all that the file holds."""
        if path == self.prefix:
            return self.document.mapping
        entry = self.entry(path)
        return entry.value if entry and isinstance(entry.value, Map) else None


def _typed(document: Document) -> dict[str, Any] | None:
    """The values as an older Hugo reads them, else a newer one; None where neither can."""
    for dialect in BOTH:
        try:
            return document.params(dialect)
        except FrontMatterError:
            continue
    return None


def settings_files(root: Path) -> list[Path]:
    """The files that hold the settings of the site at `root`, the stronger ones last."""
    found = _root_file(root)
    folders = [root / "config" / name for name in ("_default", _PRODUCTION)]
    for folder in folders:
        found += [folder / name for name in _names(folder) if Path(name).suffix in FORMATS]
    return found


def _root_file(root: Path) -> list[Path]:
    """`hugo.*`, else `config.*`; TOML first."""
    there = [name for name in _names(root) if _ROOT_FILE.fullmatch(name)]
    order = [f"{stem}{suffix}" for stem in ("hugo", "config") for suffix in FORMATS]
    return [root / name for name in sorted(there, key=order.index)[:1]]


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names are all that is needed
    except OSError:
        return []


def read_settings_files(root: Path, texts: Mapping[Path, str]) -> tuple[SettingsFile, ...]:
    """The settings files of a site, the stronger ones last, but for what cannot be read.

    `texts` are those of files that are not written yet.
    """
    files = (_read(root, path, texts) for path in settings_files(root))
    return tuple(file for file in files if file)


def _read(root: Path, path: Path, texts: Mapping[Path, str]) -> SettingsFile | None:
    try:
        text = texts[path] if path in texts else SourceFile.read(path).text
    except OSError:
        return None
    role, _, language = path.stem.partition(".")
    environment = path.parent.name if path.parent != root else ""
    document = parse_data(text, FORMATS[path.suffix])
    role = _ROLES.get(role.lower(), role.lower())
    return SettingsFile(path, role, language.lower() or None, environment, document)
