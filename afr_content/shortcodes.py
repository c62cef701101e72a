"""The shortcodes that a page may use: Hugo's own, the theme's, and those of the site's layouts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from afr_content.theme import ThemeVersion, Versions

HUGO = frozenset(
    {
        "comment", "details", "figure", "gist", "highlight", "instagram", "instagram_simple",
        "param", "qr", "ref", "relref", "tweet", "twitter", "twitter_simple", "vimeo",
        "vimeo_simple", "x", "x_simple", "youtube", "__h_simple_assets",
    }
)  # fmt: skip
"""Those of any Hugo from 0.60 to 0.168; `.html` is left out, a few are gone in the newest."""

_EVERY = Versions()
THEME: dict[str, Versions] = {
    **dict.fromkeys(
        (
            "audio", "callout", "chart", "cite", "cta", "emoji_list", "figure", "fragment",
            "gallery", "gdocs", "hl", "icon", "list_categories", "list_children", "list_tags",
            "mention", "slide", "speaker_note", "spoiler", "staticref", "toc", "video",
        ),
        _EVERY,
    ),
    "alert": Versions.of(None, "5.0"),
    "diagram": Versions.of(None, "5.4"),
    "math": Versions.of("5.5", None),
    "table": Versions.of("5.4", None),
    "bilibili": Versions.of("5.9", None),
    "dependencies": Versions.of("5.7", None),
}  # fmt: skip
"""Those of the theme, with the versions that have them."""


def known_shortcodes(root: Path, theme: ThemeVersion | None) -> frozenset[str]:
    """The names a page of the site may use, as far as they are known."""
    of_theme = {name for name, versions in THEME.items() if theme in versions}
    return HUGO | of_theme | frozenset(own_shortcodes(root))


def own_shortcodes(root: Path) -> Iterator[str]:
    """The shortcodes of the site's layouts and of the themes that lie beside it."""
    layouts = [root / "layouts"]
    for place in ("themes", "_vendor"):
        layouts += (root / place).rglob("layouts") if (root / place).is_dir() else ()
    for folder in layouts:
        for name in ("shortcodes", "_shortcodes"):
            for file in (folder / name).rglob("*"):
                if file.is_file():
                    yield file.relative_to(folder / name).as_posix().split(".")[0]
