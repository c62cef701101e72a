"""Which block each widget becomes, and where its keys go: data, read off the theme's templates.

Both carry out the same moves: `section` on the lines of a file, `values` on what Hugo reads. Paths
are those of maps, such as `design.background.image`; within a list, of its items.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from afr_content.hugo import HugoVersion
from afr_content.theme import ThemeVersion

LANDING_SINCE: Final = ThemeVersion(5, 8)
CSL_SINCE: Final = ThemeVersion(5, 9)
BLOX_SINCE: Final = ThemeVersion(5, 9, 7)
DOTS_LOST_SINCE: Final = HugoVersion(0, 146)
"""From this Hugo on, the later theme does not find `about.biography`, but does `about.avatar`."""
OLDER_UNTIL: Final = ThemeVersion(5, 5)
"""Below this version widgets had other defaults, slides had another shape, and the contact widget
took its data from `params.yaml`."""


class Move(NamedTuple):
    """A key goes from `source` to `target`; nothing happens where it is not there.

    With `only` a key of another value stays.
    """

    source: str
    target: str
    only: tuple[object, ...] = ()


class Each(NamedTuple):
    """Moves within each item of the list at `path`."""

    path: str
    moves: tuple[Move, ...]


class Put(NamedTuple):
    """A value that is written where there is none; `always` replaces one that there is."""

    path: str
    value: str | int | bool
    always: bool = False

    @property
    def written(self) -> str:
        """The value as it stands in a file."""
        if isinstance(self.value, str):
            return f'"{self.value}"' if self.value.isdigit() else self.value
        return str(self.value).lower()


class Rewrite(NamedTuple):
    """Other words for the same: `values` gives what is written for what Hugo reads."""

    path: str
    values: Mapping[Any, str]
    why: str = ""


class Unread(NamedTuple):
    """What a block does instead of reading a key; nothing is to be said of that value."""

    value: object
    why: str


@dataclass(frozen=True)
class Target:
    """The block that a widget becomes."""

    block: str
    moves: tuple[Move, ...] = ()
    each: tuple[Each, ...] = ()
    puts: tuple[Put, ...] = ()
    rewrites: tuple[Rewrite, ...] = ()
    older_puts: tuple[Put, ...] = ()
    older_rewrites: tuple[Rewrite, ...] = ()
    unread: Mapping[str, Unread] = field(default_factory=dict)
    """Keys of the section that move although the block does not read them."""
    nothing: Mapping[str, object] = field(default_factory=dict)
    """Values of keys that are no loss."""

    def puts_for(self, source: ThemeVersion | None) -> tuple[Put, ...]:
        """What is to be written out for a site of that theme."""
        return (*self.puts, *self.older_puts) if is_older(source) else self.puts

    def rewrites_for(
        self, source: ThemeVersion | None, target: ThemeVersion
    ) -> tuple[Rewrite, ...]:
        """The values to be written in other words."""
        first = self.older_rewrites if is_older(source) else ()
        codes = (PUBLICATION_TYPES,) if target >= CSL_SINCE else ()
        return (*first, *self.rewrites, *codes)


def is_older(source: ThemeVersion | None) -> bool:
    """Whether a theme is one of 5.0 to 5.4; one that is not known is not taken for it."""
    return source is not None and source < OLDER_UNTIL


COMMON: Final = (
    Move("title", "content.title"),
    Move("subtitle", "content.subtitle"),
    Move("design.background.image", "design.background.image.filename"),
    Move("design.background.image_size", "design.background.image.size"),
    Move("design.background.image_position", "design.background.image.position"),
    Move("design.background.image_parallax", "design.background.image.parallax"),
    Move("design.background.image_darken", "design.background.image.filters.brightness"),
    Move("design.background.video.path", "design.background.video.filename"),
    Move("advanced.css_class", "design.css_class"),
    Move("advanced.css_style", "design.css_style"),
)
"""The moves of every widget. Both generations print the brightness as CSS `brightness()`."""

MAPS: Final = (
    "design.background.image.filters",
    "design.background.image.filename",
    "design.background.image",
    "design.background.video",
    "design.background",
    "design.spacing",
    "design",
    "advanced",
    "content.filters",
    "content.archive",
    "content.form.netlify",
    "content.form.formspree",
    "content.form",
    "content.address",
    "content.coordinates",
    "content.cta",
    "content.cta_alt",
    "content.cta_note",
    "content.image",
    "content",
)
"""What is left out where it says nothing: in a block an empty map stops the build, or counts as
one that says something. The inner ones come first."""

GONE: Final = ("headless", "weight", "active")
"""Keys of a section that say nothing in a block: the list has an order, and what is in it shows."""

GALLERY: Final = "gallery_item"
"""Read from the page by the `gallery` shortcode: it becomes the landing page's."""

PUBLICATION_TYPES: Final = Rewrite(
    "content.filters.publication_type",
    {
        "1": "paper-conference",
        "2": "article-journal",
        "3": "article",
        "4": "report",
        "5": "book",
        "6": "chapter",
        "7": "thesis",
        "8": "patent",
    },
    "publications must name their types so, too: `afr-content upgrade` changes them",
)

_COLUMNS: Final = Put("design.columns", "2")
_VIEWS: Final = {1: "list", 2: "compact", 3: "card", 4: "citation", 5: "showcase"}
_VIEW: Final = Rewrite("design.view", _VIEWS)
_OLDER_VIEW: Final = Rewrite("design.view", {5: "compact"})
_POST: Final = Put("content.page_type", "post")

_COLLECTION: Final = Target(
    "collection", puts=(_COLUMNS,), rewrites=(_VIEW,), older_puts=(_POST,),
    older_rewrites=(_OLDER_VIEW,),
)  # fmt: skip
_MARKDOWN: Final = Target("markdown", puts=(_COLUMNS,))
_FEATURES: Final = Target("features", moves=(Move("feature", "content.items"),))
_PORTFOLIO: Final = Target(
    "portfolio",
    moves=(
        Move("content.filter_button", "content.buttons"),
        Move("content.filter_default", "content.default_button_index"),
    ),
    puts=(_COLUMNS,),
    rewrites=(Rewrite("design.view", {**_VIEWS, 3: "masonry"}),),
    older_puts=(Put("content.page_type", "project"), Put("design.view", "showcase")),
    older_rewrites=(Rewrite("design.view", {4: "showcase"}),),
)
_OLD_SLIDES: Final = Each(
    "content.slides",
    (
        Move("overlay_color", "background.color"),
        Move("overlay_img", "background.image.filename"),
        Move("overlay_filter", "background.image.filters.brightness"),
        Move("cta_label", "link.text"),
        Move("cta_url", "link.url"),
        Move("cta_icon_pack", "link.icon_pack"),
        Move("cta_icon", "link.icon"),
    ),
)
_SLIDES: Final = Each(
    "content.slides",
    (
        Move("background.media", "background.image.filename"),
        Move("background.fit", "background.image.size"),
        Move("background.position", "background.image.position"),
        Move("background.brightness", "background.image.filters.brightness"),
    ),
)

TARGETS: Final[Mapping[str, Target]] = {
    "blank": _MARKDOWN,
    "custom": _MARKDOWN,
    "markdown": _MARKDOWN,
    "pages": _COLLECTION,
    "collection": _COLLECTION,
    "featured": Target(
        "collection",
        puts=(
            _COLUMNS,
            Put("content.filters.featured_only", True, always=True),
            Put("content.count", 0),
        ),
        rewrites=(_VIEW,),
        older_puts=(_POST,),
        older_rewrites=(_OLDER_VIEW,),
    ),
    "featurette": _FEATURES,
    "features": _FEATURES,
    "about": Target("about.biography", moves=(Move("author", "content.username"),)),
    "about.avatar": Target("about.avatar", moves=(Move("author", "content.username"),)),
    "portfolio": _PORTFOLIO,
    "projects": _PORTFOLIO,
    "people": Target("people"),
    "tag_cloud": Target("tag_cloud", puts=(_COLUMNS,)),
    "contact": Target(
        "contact",
        moves=(Move("email_form", "content.form.provider", only=(1, 2)),),
        puts=(_COLUMNS,),
        rewrites=(Rewrite("content.form.provider", {1: "netlify", 2: "formspree"}),),
        nothing={"email_form": 0},
    ),
    "hero": Target(
        "hero",
        moves=(
            Move("cta", "content.cta"),
            Move("cta_alt", "content.cta_alt"),
            Move("cta_note", "content.cta_note"),
            Move("hero_media", "content.image.filename"),
            Move("design.flip", "content.design.flip"),  # where the block's template looks for it
        ),
    ),
    "accomplishments": Target(
        "accomplishments",
        moves=(Move("item", "content.items"), Move("date_format", "content.date_format")),
        puts=(_COLUMNS,),
    ),
    "experience": Target(
        "experience",
        moves=(Move("experience", "content.items"), Move("date_format", "content.date_format")),
        puts=(_COLUMNS,),
        unread={
            "date_format": Unread(
                "January 2006",
                "the block's template does not read it; dates are written as `January 2006`",
            )
        },
    ),
    "slider": Target(
        "slider",
        moves=(
            Move("item", "content.slides"),
            Move("interval", "design.interval"),
            Move("height", "design.slide_height"),
        ),
        each=(_OLD_SLIDES, _SLIDES),
        older_puts=(Put("design.interval", 5000),),
    ),
}
"""The widgets of the theme, 5.0 to 5.9."""
