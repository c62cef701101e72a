"""What kind of page a content file is, and the model that describes it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from afr_content.frontmatter import Format, parse
from afr_content.models.registry import KIND_OF_TYPE
from afr_content.nodes import Mapping, Scalar
from afr_content.source import SourceFile, absolute
from afr_content.theme import EVERY

if TYPE_CHECKING:
    from afr_content.models.base import FrontMatterModel
    from afr_content.models.registry import Registered
    from afr_content.page import Page
    from afr_content.site import Site

_BY_SECTION = {
    "post": "post",
    "blog": "post",
    "news": "post",
    "publication": "publication",
    "project": "project",
    "event": "event",
    "slides": "slides",
}
_LIST_TYPES = ("landing", "book", "docs")
_HOME = "home"


SETTINGS = frozenset({"settings", "menus", "params", "languages", "other_settings"})
"""The kinds of Hugo's own settings files."""
HUGOS_OWN = SETTINGS - {"params"}
"""Those that hold the same with every theme."""
_ROOT_SETTINGS = re.compile(r"(?:hugo|config)\.(?:toml|ya?ml|json)")
_SETTINGS_FORMATS: dict[str, Format] = {
    ".toml": "toml", ".yaml": "yaml", ".yml": "yaml", ".json": "json"
}  # fmt: skip
_BY_STEM = {
    "hugo": "settings",
    "config": "settings",
    "menu": "menus",
    "menus": "menus",
    "params": "params",
    "languages": "languages",
}


def settings_format(path: Path) -> Format | None:
    """The format of a file that holds nothing but data; None for a content file."""
    return _SETTINGS_FORMATS.get(path.suffix)


def settings_kind(path: Path, site_root: Path) -> str | None:
    """Which of Hugo's settings a file holds; None when it is none of them."""
    if path.suffix not in _SETTINGS_FORMATS:
        return None
    folder = absolute(path).parent
    if folder == site_root:
        return "settings" if _ROOT_SETTINGS.fullmatch(path.name) else None
    if folder.parent != site_root / "config":
        return None
    return _BY_STEM.get(path.name.split(".")[0], "other_settings")


def kind_of(path: Path, root: Mapping | None, site_root: Path) -> str:
    """What a file is: `widget` for a section of a widget page, else a name in `registry.PAGES`.

    Hugo takes the layout from `type`, which is the first folder below `content` unless set. A
    file beside the `index.md` of a widget page is a section of that page.
    """
    folders = list(_folders(path.parent, site_root))
    stem = path.name.split(".")[0]
    type_ = _text(root, "type").lower()
    if stem not in ("index", "_index") and _is_section(path, root, folders):
        return "widget"
    if stem == "index" and is_widget_page(path.parent.parent / "index.md"):
        return "widget"  # a section in a folder of its own
    if stem == "index" and folders == [_HOME] and type_ != "landing":
        return "home"
    if folders[:1] == ["authors"]:
        return "author" if len(folders) > 1 else "taxonomy"
    if type_ in KIND_OF_TYPE and (stem != "_index" or type_ in _LIST_TYPES):
        return KIND_OF_TYPE[type_]
    if stem == "_index":
        return "landing" if root is not None and root.find("sections") else "section"
    return _BY_SECTION.get(type_ or "".join(folders[:1]), "page")


def _is_section(path: Path, root: Mapping | None, folders: list[str]) -> bool:
    if root is not None and root.find("widget"):
        return True
    if folders[-1:] == [_HOME]:
        return True
    return any(is_widget_page(folder / "index.md") for folder in (path.parent, path.parent.parent))


@cache
def is_widget_page(index: Path) -> bool:
    """Whether a file says `type: widget_page`."""
    try:
        document = parse(SourceFile.read(index).text)
    except OSError:
        return False
    return _text(document.mapping, "type").lower() == "widget_page"


@cache
def _folders(folder: Path, site_root: Path) -> tuple[str, ...]:
    """The folders from `content` (and a language below it) down to this one."""
    try:
        parts = absolute(folder).relative_to(absolute(site_root)).parts
    except ValueError:
        parts = folder.parts
    if "content" in parts:
        parts = parts[parts.index("content") + 1 :]
    if parts and parts[0] in language_folders(site_root):
        parts = parts[1:]
    return parts


_CONTENT_DIR = re.compile(r"^\s*contentDir\s*[:=]\s*[\"']?content/([\w-]+)", re.M | re.I)


@cache
def language_folders(site_root: Path) -> frozenset[str]:
    """The folders below `content` that hold a language each, as the site's configuration says."""
    files = [*site_root.glob("config/_default/*"), *site_root.glob("[ch]*.*")]
    found: set[str] = set()
    for file in files:
        if file.is_file() and re.fullmatch(r"(config|hugo|languages)\.\w+", file.name):
            found.update(_CONTENT_DIR.findall(file.read_text("utf-8", "replace")))
    return frozenset(found)


def _text(root: Mapping | None, name: str) -> str:
    entry = root.find(name) if root else None
    return entry.value.text if entry and isinstance(entry.value, Scalar) else ""


def model_of(page: Page) -> type[FrontMatterModel] | None:
    """The model of a page or section; for a widget of the site's own, what all widgets share."""
    from afr_content.models import registry

    if page.is_settings:
        return _model_of_settings(page)
    if not page.is_section:
        entry = _pages_of(page)
        return registry.load(entry) if entry else None
    module = "academic.section" if page.site.is_academic else "section"
    any_widget = registry.Registered(module, "AnyWidget", EVERY)
    if page.widget in page.site.own_widgets:
        return registry.load(any_widget)
    return registry.load(widgets_of(page.site).get(page.widget.lower() or "blank", any_widget))


def widgets_of(site: Site) -> dict[str, Registered]:
    """The widgets that the theme's generation has, whatever the version."""
    from afr_content.models.registry import WIDGETS

    if not site.is_academic:
        return WIDGETS
    from afr_content.models.academic.registry import ACADEMIC_WIDGETS

    return ACADEMIC_WIDGETS


def _pages_of(page: Page) -> Registered | None:
    """The kind of page among those that the theme's generation has."""
    from afr_content.models.registry import PAGES

    if not page.site.is_academic:
        return PAGES.get(page.kind)
    from afr_content.models.academic.registry import ACADEMIC_PAGES

    return ACADEMIC_PAGES.get(page.kind)


def academic_kind(page: Page, kind: str) -> str:
    """The kind of a page of Academic: events were talks, and `author` people's folder until 4.2."""
    section = page.place.section
    if kind == "page" and "talk" in (section, _text(page.root, "type").lower()):
        return "event"
    is_person = kind == "section" and section == "author" and page.place.folder != section
    return "author" if is_person else kind


def _model_of_settings(page: Page) -> type[FrontMatterModel] | None:
    """The model of a settings file; none for parameters of a theme that is not known.

    A file such as `taxonomies.yaml` holds what stands below that key in `hugo.yaml`.
    """
    from afr_content.models import registry
    from afr_content.models.base import find_key

    knows_theme = page.site.theme is not None and not page.site.is_academic
    if page.kind == "params" and not knows_theme:
        return None
    if page.kind in registry.SETTINGS and page.kind != "settings":
        return registry.load(registry.SETTINGS[page.kind])
    everything = registry.load(
        registry.SETTINGS["settings" if knows_theme else "settings_of_any_theme"]
    )
    if page.kind == "settings":
        return everything
    key = find_key(everything, page.path.name.split(".")[0], in_list=False)
    return key.model if key and not key.is_list else None
