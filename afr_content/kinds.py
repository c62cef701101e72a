"""What kind of page a content file is, and the model that describes it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from afr_content.frontmatter import parse
from afr_content.nodes import Mapping, Scalar
from afr_content.source import SourceFile
from afr_content.theme import EVERY

if TYPE_CHECKING:
    from afr_content.models.base import FrontMatterModel
    from afr_content.page import Page

_BY_TYPE = {
    "widget_page": "widget_page",
    "landing": "landing",
    "book": "book",
    "docs": "book",
    "post": "post",
    "publication": "publication",
    "project": "project",
    "event": "event",
    "slides": "slides",
}
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


def kind_of(path: Path, root: Mapping | None, site_root: Path) -> str:
    """What a file is: `widget` for a section of a widget page, else a name in `registry.PAGES`.

    Hugo takes the layout from `type`, which is the first folder below `content` unless set. A
    file beside the `index.md` of a widget page is a section of that page.
    """
    folders = _folders(path, site_root)
    stem = path.name.split(".")[0]
    type_ = _text(root, "type").lower()
    if stem not in ("index", "_index") and _is_section(path, root, folders):
        return "widget"
    if stem == "index" and folders == [_HOME]:
        return "home"
    if folders[:1] == ["authors"]:
        return "author" if len(folders) > 1 else "taxonomy"
    if type_ in _BY_TYPE and (stem != "_index" or type_ in _LIST_TYPES):
        return _BY_TYPE[type_]
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


def _folders(path: Path, site_root: Path) -> list[str]:
    """The folders between `content` (and a language below it) and the file."""
    try:
        parts = list(path.absolute().relative_to(site_root.absolute()).parts[:-1])
    except ValueError:
        parts = list(path.parts[:-1])
    if "content" in parts:
        parts = parts[parts.index("content") + 1 :]
    if parts and len(parts[0]) == 2 and (site_root / "content" / parts[0]).is_dir():
        parts = parts[1:]  # a language: content/en, content/zh
    return parts


def _text(root: Mapping | None, name: str) -> str:
    entry = root.find(name) if root else None
    return entry.value.text if entry and isinstance(entry.value, Scalar) else ""


def model_of(page: Page) -> type[FrontMatterModel] | None:
    """The model of a page or section; for a widget of the site's own, what all widgets share."""
    from afr_content.models import registry

    if not page.is_section:
        entry = registry.PAGES.get(page.kind)
        return registry.load(entry) if entry else None
    any_widget = registry.Registered("section", "AnyWidget", EVERY)
    if page.widget in page.site.own_widgets:
        return registry.load(any_widget)
    return registry.load(registry.WIDGETS.get(page.widget.lower() or "blank", any_widget))
