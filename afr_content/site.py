"""The site around a file: its root, settings, theme, widgets, and the kinds of its pages."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from afr_content import versions
from afr_content.addresses import Addresses
from afr_content.config import CONFIG_NAMES, Config, has_config
from afr_content.files import find_files
from afr_content.hugo import BOTH, Dialect, HugoVersion
from afr_content.learning import watched_keys
from afr_content.own_models import model_for
from afr_content.settings import Settings, read_settings, settings_files
from afr_content.source import absolute
from afr_content.templates.library import Library
from afr_content.theme import ACADEMIC, ThemeVersion

if TYPE_CHECKING:
    from afr_content.models.base import FrontMatterModel

_ROOT_FILES = re.compile(r"(hugo|config)\.(toml|ya?ml|json)")


def find_root(path: Path) -> Path:
    """The root of the site that a file or folder belongs to.

    The nearest folder above it that has a Hugo or afr-content configuration; where there is none,
    the one that holds `content`; else the folder itself.
    """
    start = absolute(path)
    folder = start if start.is_dir() else start.parent
    found = _root_above(folder)
    if found:
        return found
    above = (folder, *folder.parents)
    return next((f.parent for f in above if f.name == "content"), folder)


@cache
def _root_above(folder: Path) -> Path | None:
    """The nearest folder with a configuration, this one or above it."""
    if _is_root(folder):
        return folder
    return None if folder.parent == folder else _root_above(folder.parent)


@cache
def _is_root(folder: Path) -> bool:
    try:
        names = set(os.listdir(folder))  # noqa: PTH208 - one call for every folder of a site
    except OSError:
        return False
    if names & CONFIG_NAMES and has_config(folder):
        return True
    if "config" in names and (folder / "config" / "_default").is_dir():
        return True
    if folder.parent.name == "config":
        return False  # `config/_default` may hold `hugo.yaml`: the site is further up
    files = [match for match in map(_ROOT_FILES.fullmatch, names) if match]
    return any(match[1] == "hugo" or "content" in names for match in files)


class Place(NamedTuple):
    """Where a content file is: its language, its folder below the content folder, its name.

    `folder` is written with slashes and empty for the content folder itself; `stem` is the name
    without ending and language (`index` for `index.nl.md`).
    """

    language: str
    folder: str
    stem: str

    @property
    def section(self) -> str:
        """The first folder, which Hugo calls the section."""
        return self.folder.partition("/")[0]

    @property
    def parent(self) -> str:
        """The folder around the folder."""
        return self.folder.rpartition("/")[0]


@dataclass(frozen=True, eq=False)
class Site:
    """What rules know of the site.

    `hugo` and `theme` are None when nothing tells the version: then what any version refuses is
    looked at, and nothing is said that holds for some only.
    """

    root: Path
    config: Config = field(default_factory=Config)
    chosen_hugo: HugoVersion | None = None
    chosen_theme: ThemeVersion | None = None

    @cached_property
    def hugo(self) -> HugoVersion | None:
        """The Hugo that builds the site."""
        return self.chosen_hugo or self.config.hugo_version or versions.hugo_of(self.root)

    @cached_property
    def dialects(self) -> tuple[Dialect, ...]:
        """The YAML that the site's Hugo reads; both when the version is not known."""
        return (self.hugo.dialect,) if self.hugo else BOTH

    @cached_property
    def theme(self) -> ThemeVersion | None:
        """The version of the Wowchemy theme."""
        found = self.chosen_theme or versions.theme_of(self.root)
        return self.config.theme_version or found if found in (None, ACADEMIC) else found

    @cached_property
    def is_one(self) -> bool:
        """Whether there is a site at all: content, or settings of Hugo's."""
        return any(folder.is_dir() for folder in self.content_folders.values()) or bool(
            settings_files(self.root)
        )

    @cached_property
    def settings(self) -> Settings:
        """Hugo's settings."""
        return read_settings(self.root)

    @cached_property
    def has_search_index(self) -> bool:
        """Whether the start page is published as JSON too, which the theme's search reads."""
        formats = self.settings.get("outputs", "home", default=())
        return isinstance(formats, list) and "json" in {str(name).lower() for name in formats}

    @cached_property
    def addresses(self) -> Addresses:
        """Where pages are published, by the Hugo that the site's files name."""
        named = self.chosen_hugo or self.config.hugo_version or versions.named_hugo(self.root)
        return Addresses(self.settings, named)

    @cached_property
    def content_folders(self) -> dict[str, Path]:
        """The folder that holds the content of each language, by the language's code."""
        languages = self.settings.languages
        return {language.code: self.root / language.content_dir for language in languages}

    @cached_property
    def watched(self) -> frozenset[str]:
        """Keys that rules ask for in this site, in lower case: its taxonomies, its templates'."""
        taxonomies = frozenset(name.lower() for name in self.settings.taxonomies.values())
        return taxonomies | watched_keys(self.templates)

    def content_files(self) -> Iterator[Path]:
        """All content files, whatever the configuration excludes from being looked at."""
        yield from find_files(sorted({*self.content_folders.values()}))

    def place(self, path: Path) -> Place:
        """Where a content file is; one outside of the content folders counts from the root."""
        text = str(absolute(path))
        prefix, language = next(
            (item for item in self._prefixes if text.startswith(item[0])),
            (f"{self.root}{os.sep}", self.settings.default_language),
        )
        folder, _, name = text[len(prefix) :].replace(os.sep, "/").rpartition("/")
        stem = name.rpartition(".")[0]
        bare, _, suffix = stem.rpartition(".")
        if bare and suffix in self.content_folders:
            return Place(suffix, folder, bare)
        return Place(language, folder, stem)

    @cached_property
    def _prefixes(self) -> list[tuple[str, str]]:
        """How the paths in each content folder begin, inner folders first, and their language."""
        folders = {
            f"{folder}{os.sep}": language
            for language, folder in reversed(self.content_folders.items())
        }
        default = self.settings.default_language
        if default in self.content_folders:
            folders[f"{self.content_folders[default]}{os.sep}"] = default
        return sorted(folders.items(), key=lambda item: -len(item[0]))

    @property
    def is_academic(self) -> bool:
        """Whether the theme is of the v4 generation, with other widgets and keys."""
        return self.theme is not None and self.theme < (5,)

    @cached_property
    def has_other_theme(self) -> bool:
        """Whether the theme is to be seen and is no Wowchemy: then no page of it is known."""
        return self.theme is None and versions.has_other_theme(self.root)

    @cached_property
    def own_widgets(self) -> frozenset[str]:
        """Widgets that the site's own layouts have; one of a theme's name takes its place."""
        folders = _partials(self.root / "layouts")
        return frozenset(name for folder in folders for name in _templates(folder))

    @cached_property
    def widgets(self) -> frozenset[str]:
        """All widgets to be seen: the site's own, its vendored themes', the configured ones."""
        themes = (name for folder in self._theme_widget_folders() for name in _templates(folder))
        return self.own_widgets.union(themes, self.config.extra_widgets)

    @cached_property
    def own_blocks(self) -> frozenset[str]:
        """Blocks that the site's own layouts have; one of a theme's name takes its place."""
        folders = _blocks(self.root / "layouts")
        return frozenset(name for folder in folders for name in _templates(folder))

    @cached_property
    def blocks(self) -> frozenset[str]:
        """All blocks to be seen: the site's own, its vendored themes', the configured ones."""
        folders = (folder for layouts in self._theme_layouts() for folder in _blocks(layouts))
        themes = (name for folder in folders for name in _templates(folder))
        return self.own_blocks.union(themes, self.config.extra_widgets)

    @cached_property
    def templates(self) -> Library:
        """The site's own templates, and those of the themes that lie beside it."""
        return Library([self.root / "layouts"], self._theme_layouts())

    def own_model(self, widget: str) -> type[FrontMatterModel] | None:
        """The model of a widget that the configuration describes, itself or by a schema."""
        own = self.config.widgets.get(widget)
        if own is None:
            return None
        from afr_content.models.section import AnyWidget

        return model_for(own.json_schema, own.model, AnyWidget)

    def own_block_model(self, name: str) -> type[FrontMatterModel] | None:
        """The model of a block that the configuration describes, itself or by a schema."""
        own = self.config.blocks.get(name)
        if own is None:
            return None
        from afr_content.models.blocks.block import OwnBlock

        return model_for(own.json_schema, own.model, OwnBlock)

    @cached_property
    def has_vendored_theme(self) -> bool:
        """Whether a theme's widgets are here to be looked at."""
        return any(folder.is_dir() for folder in self._theme_widget_folders())

    @cached_property
    def has_foreign_modules(self) -> bool:
        """Whether the site has parts, besides the theme of a known version, that are not here."""
        return versions.has_foreign_modules(self.root)

    @cached_property
    def static_folders(self) -> tuple[Path, ...]:
        """The folders whose files are published as they are: the site's own, then the themes'."""
        named = self.settings.get("staticdir", default="static")
        own = [self.root / str(name) for name in (named if isinstance(named, list) else [named])]
        themes = (self.root / "themes").glob("*/static")
        vendored = (self.root / "_vendor").rglob("static")
        return tuple(folder for folder in (*own, *themes, *vendored) if folder.is_dir())

    def _theme_widget_folders(self) -> Iterator[Path]:
        for layouts in self._theme_layouts():
            yield from _partials(layouts)

    def _theme_layouts(self) -> Iterator[Path]:
        yield from (theme / "layouts" for theme in _subfolders(self.root / "themes"))
        vendor = self.root / "_vendor"
        if vendor.is_dir():
            yield from vendor.rglob("layouts")


def _partials(layouts: Path) -> Iterator[Path]:
    yield layouts / "partials" / "widgets"
    yield layouts / "partials" / "blocks" / "v1"
    yield layouts / "_partials" / "widgets"


def _blocks(layouts: Path) -> Iterator[Path]:
    yield layouts / "partials" / "blocks"
    yield layouts / "_partials" / "blocks"


def _subfolders(folder: Path) -> list[Path]:
    return sorted(entry for entry in folder.iterdir() if entry.is_dir()) if folder.is_dir() else []


def _templates(folder: Path) -> Iterator[str]:
    if folder.is_dir():
        yield from (entry.stem for entry in folder.glob("*.html"))
