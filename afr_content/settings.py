"""Hugo's own settings, read with positions and merged as Hugo merges them.

Sources: Hugo's documentation on the configuration folder and `config/allconfig` in its code. The
tests compare what is merged here with what `hugo config` prints.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from afr_content.errors import FrontMatterError
from afr_content.frontmatter import Document, Format, parse_data
from afr_content.hugo import Dialect, value_of
from afr_content.nodes import Entry, Node, Scalar, Sequence
from afr_content.nodes import Mapping as Map
from afr_content.source import SourceFile

FORMATS: dict[str, Format] = {".toml": "toml", ".yaml": "yaml", ".yml": "yaml", ".json": "json"}
_ROOT_FILE = re.compile(r"(hugo|config)\.(toml|ya?ml|json)")
_ROLES = {"hugo": "config", "config": "config", "menu": "menus", "menus": "menus"}
_PRODUCTION = "production"


class SettingsFile(NamedTuple):
    """A settings file: `role` is the part of the settings it holds, `config` for all of them.

    `language` is that of `params.nl.yaml`, else None.
    """

    path: Path
    role: str
    language: str | None
    environment: str
    document: Document


class Language(NamedTuple):
    """A language of the site; `content_dir` is below the site's root."""

    code: str
    weight: int
    content_dir: str


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


def read_settings(root: Path, texts: Mapping[Path, str] | None = None) -> Settings:
    """The settings of the site at `root`; none when there is no file.

    `texts` are those of files that are not written yet. A file that does not parse, or cannot be
    read, holds nothing; its document says why. `config/production` is merged over the defaults,
    as for a build by `hugo`.
    """
    files = (_read(root, path, texts or {}) for path in settings_files(root))
    return Settings(tuple(file for file in files if file))


def _read(root: Path, path: Path, texts: Mapping[Path, str]) -> SettingsFile | None:
    try:
        text = texts[path] if path in texts else SourceFile.read(path).text
    except OSError:
        return None
    role, _, language = path.stem.partition(".")
    in_folder = path.parent != root
    environment = path.parent.name if in_folder else ""
    document = parse_data(text, FORMATS[path.suffix])
    role = _ROLES.get(role.lower(), role.lower())
    return SettingsFile(path, role, language.lower() or None, environment, document)


@dataclass(frozen=True)
class Settings:
    """All settings files of a site, the stronger ones last, and what they say together."""

    files: tuple[SettingsFile, ...]

    @cached_property
    def values(self) -> dict[str, Any]:
        """All settings merged, with keys in lower case; menus stand below `menus`."""
        merged: dict[str, Any] = {}
        for file in self.files:
            if file.document.mapping is not None:
                _merge(merged, _nested(_prefix(file), _typed(file)))
        if "menu" in merged:
            menus = {"menus": merged.pop("menu")}
            _merge(menus, {"menus": merged.get("menus", {})})
            merged |= menus
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
            prefix = _prefix(file)
            inside = path[len(prefix) :]
            if path[: len(prefix)] == prefix and inside and (found := _find(file, inside)):
                return file, found
        return None

    @cached_property
    def default_language(self) -> str:
        """The code of the language that is the site's own."""
        return str(self.get("defaultcontentlanguage", default="en")).lower()

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The languages, in Hugo's order; a site that names none has its default language."""
        content = str(self.get("contentdir", default="content"))
        named = self.get("languages", default={})
        off = {str(code).lower() for code in _list(self.get("disablelanguages"))}
        found = [
            Language(code, _int(own.get("weight")), str(own.get("contentdir") or content))
            for code, own in (named.items() if isinstance(named, dict) else ())
            if isinstance(own, dict | None) and code not in off
            for own in [own or {}]
            if own.get("disabled") is not True
        ]
        ordered = sorted(found, key=lambda language: (language.weight, language.code))
        return tuple(ordered) or (Language(self.default_language, 0, content),)

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
    def menus(self) -> tuple[MenuEntry, ...]:
        """The entries of all menus, as they are written in the settings."""
        return tuple(entry for file in self.files for entry in _menus(file))


def _prefix(file: SettingsFile) -> tuple[str, ...]:
    """Where in the settings a file's keys belong."""
    role = () if file.role == "config" else (file.role,)
    return ("languages", file.language, *role) if file.language else role


def _typed(file: SettingsFile) -> dict[str, Any]:
    root = file.document.mapping
    assert root is not None
    try:
        value = value_of(root, Dialect.OLD, lower=True)
    except FrontMatterError:
        return {}
    return value if isinstance(value, dict) else {}


def _nested(prefix: tuple[str, ...], value: dict[str, Any]) -> dict[str, Any]:
    for name in reversed(prefix):
        value = {name: value}
    return value


def _merge(into: dict[str, Any], stronger: dict[str, Any]) -> None:
    """Put settings over others: maps are merged, all else is replaced."""
    for name, value in stronger.items():
        old = into.get(name)
        if isinstance(old, dict) and isinstance(value, dict):
            _merge(old, value)
        else:
            into[name] = value


def _find(file: SettingsFile, path: tuple[str, ...]) -> Entry | None:
    node: Node | None = file.document.mapping
    entry = None
    for name in path:
        entry = node.find(name) if isinstance(node, Map) else None
        node = entry.value if entry else None
    return entry


def _menus(file: SettingsFile) -> Iterator[MenuEntry]:
    root = file.document.mapping
    if root is None:
        return
    if file.role == "menus":
        yield from _of_menus(file, root, file.language)
    for name in ("menu", "menus"):
        if file.role == "config":
            yield from _of_menus(file, _map(root.find(name)), file.language)
    languages = _map(root.find("languages")) if file.role == "config" else None
    if file.role == "languages":
        languages = root
    for language in languages.entries if languages else ():
        inside = language.value if isinstance(language.value, Map) else None
        for name in ("menu", "menus"):
            menus = _map(inside.find(name)) if inside else None
            yield from _of_menus(file, menus, language.name.lower())


def _of_menus(file: SettingsFile, menus: Map | None, language: str | None) -> Iterator[MenuEntry]:
    for menu in menus.entries if menus else ():
        items = menu.value.items if isinstance(menu.value, Sequence) else ()
        for item in items:
            if isinstance(item, Map):
                yield MenuEntry(menu.name.lower(), language, file, item)


def _map(entry: Entry | None) -> Map | None:
    return entry.value if entry and isinstance(entry.value, Map) else None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _int(value: Any) -> int:
    return value if isinstance(value, int) else 0
