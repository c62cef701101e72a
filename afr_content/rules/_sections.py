"""What the rules on widget pages share: which page a section without one was meant for."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from afr_content.census import Census
from afr_content.facts import Facts
from afr_content.names import nearest
from afr_content.rules._references import own_layouts
from afr_content.theme import Versions

TYPE = "widget_page"
HAS_LANDING = (5, 8)
"""The theme that brought landing pages, which have their sections as blocks in front matter."""
LISTS = ("landing", "book", "docs")
"""Types of an `_index.md` that show what they show without sections beside them."""


_WIDGET_PAGES = Versions.of("4.2", None)


def has_widget_pages(census: Census) -> bool:
    """Whether the theme has pages that show the sections beside them.

    Until 4.1 sections were pages of the section `home`, which needed no page to hold them.
    """
    site = census.site
    return (
        not site.is_academic or _WIDGET_PAGES.surely_have(site.theme) or bool(census.widget_pages)
    )


def page_to_mend(census: Census, section: Facts) -> Facts | None:
    """The page that was to show a section and does not, by its own front matter or name.

    None when the section is in a folder that never was to have sections.
    """
    index = census.bundle(section)
    if index:
        return index if _was_to_show_sections(index) else None
    language, folder, _ = section.place
    branch = census.branch(language, folder)
    return branch if branch and is_misnamed(census, branch) else None


def _was_to_show_sections(index: Facts) -> bool:
    """Whether an `index.md` lacks nothing but its type, or has a slip in it (`invalid-value`)."""
    type_ = index.text("type")
    return nearest(type_, (TYPE,)) is not None if type_ else index.kind == "page"


def is_misnamed(census: Census, branch: Facts) -> bool:
    """Whether an `_index.md` should be an `index.md`: it says so, or it is the start page's."""
    language, folder, _ = branch.place
    type_ = branch.text("type").lower()
    is_home = folder == "home" and census.branch(language, "") is None
    return type_ == TYPE or (is_home and type_ not in LISTS)


def start_instead(census: Census, language: str) -> Facts | None:
    """The `_index.md` that is the start page by itself, so that `home` is not looked at."""
    start, theme = census.branch(language, ""), census.site.theme
    if start is None:
        return None
    has_blocks = start.text("type") == "landing" and not (theme and theme < HAS_LANDING)
    return start if has_blocks or start.text("type") == "book" else None


@cache
def prints_resources(root: Path) -> bool:
    """Whether templates of the site's own may show the files beside a page."""
    texts = ((root / "layouts" / name).read_text("utf-8", "replace") for name in own_layouts(root))
    return any(_RESOURCES.search(text) for text in texts)


_RESOURCES = re.compile(r"""\.Resources\b(?!\.ByType "(?:image|application|video)"|\.Get)""")
