"""A content file as the rules see it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from afr_content import kinds
from afr_content.errors import ReadError
from afr_content.frontmatter import Document, parse, parse_data
from afr_content.hugo import BOTH, Dialect, resolve
from afr_content.landing import Block, blocks_of
from afr_content.learning import learned_model
from afr_content.nodes import UNTYPED, Mapping, Scalar, mappings, scalars
from afr_content.source import SourceFile

if TYPE_CHECKING:
    from afr_content.models.base import FrontMatterModel
    from afr_content.models.check import Issue
    from afr_content.site import Place, Site


@dataclass(frozen=True, eq=False)
class Page:
    """A file below `content`, its front matter, and the site it belongs to.

    Hugo's settings files are read the same way: they are front matter from first to last.
    """

    source: SourceFile
    site: Site

    @cached_property
    def document(self) -> Document:
        """The front matter, read."""
        if self.is_settings and (format_ := kinds.settings_format(self.path)):
            return parse_data(self.source.text, format_)
        return parse(self.source.text)

    @cached_property
    def is_settings(self) -> bool:
        """Whether the file holds settings of Hugo's, and no page."""
        return kinds.settings_kind(self.path, self.site.root) is not None

    @property
    def root(self) -> Mapping | None:
        """The top-level keys; None when there are none that Hugo could read."""
        return self.document.mapping

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.source.path

    @cached_property
    def place(self) -> Place:
        """Where in the site's content the file is."""
        return self.site.place(self.path)

    @cached_property
    def kind(self) -> str:
        """What the file is: `widget` (a section), or a kind of page such as `publication`."""
        settings = kinds.settings_kind(self.path, self.site.root)
        if settings:
            return settings
        kind = kinds.kind_of(self.path, self.root, self.site.root)
        return kinds.academic_kind(self, kind) if self.site.is_academic else kind

    @property
    def is_section(self) -> bool:
        """Whether the file is a section of a widget page."""
        return self.kind == "widget"

    @cached_property
    def widget(self) -> str:
        """The name of a section's widget, as Hugo looks for it."""
        entry = self.root.find("widget") if self.root else None
        if entry is None or not isinstance(entry.value, Scalar):
            return ""
        return entry.value.text

    @property
    def has_own_template(self) -> bool:
        """Whether the section's widget is not the theme's: then its keys are not ours to know."""
        own = self.widget in self.site.own_widgets
        widgets = kinds.widgets_of(self.site)
        return self.is_section and (own or self.widget.lower() not in {*widgets, ""})

    @property
    def is_known(self) -> bool:
        """Whether the models speak of such a file: they know Hugo, and the theme from v4.0 on."""
        return not self.site.has_other_theme or self.kind in kinds.HUGOS_OWN

    @cached_property
    def declared_model(self) -> type[FrontMatterModel] | None:
        """The model among the built-in ones, which says how keys are ordered; None if none is."""
        return kinds.model_of(self)

    @cached_property
    def model(self) -> type[FrontMatterModel] | None:
        """The model that describes the file, with what the site's own templates read of it."""
        return learned_model(self, self.declared_model)

    @property
    def is_learned(self) -> bool:
        """Whether the keys of a section with a template of the site's own are known after all."""
        from afr_content.models.section import AnyWidget

        model = self.model if self.has_own_template else None
        return model is not None and not issubclass(model, AnyWidget)

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        """What the model says against the front matter."""
        if self.root is None or self.model is None or not self.is_known:
            return ()
        from afr_content.models.check import check

        dialect = next((d for d in (*self.dialects[::-1], *BOTH) if d not in self.refusals), None)
        root = self.document.reading(dialect).root if dialect else None
        if dialect is None or not isinstance(root, Mapping):
            return ()
        return tuple(check(self.model, root, theme=self.site.theme, dialect=dialect))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of a landing page."""
        return () if self.is_settings else tuple(block for block, _ in blocks_of(self.root))

    @cached_property
    def scalars(self) -> tuple[Scalar, ...]:
        """Every single value of the front matter."""
        return tuple(scalars(self.root)) if self.root else ()

    @cached_property
    def mappings(self) -> tuple[Mapping, ...]:
        """The front matter and every mapping in it."""
        return tuple(mappings(self.root)) if self.root else ()

    @cached_property
    def dialects(self) -> tuple[Dialect, ...]:
        """The YAML dialects that matter: one where all values mean the same in both."""
        if not any(True for _ in self.ambiguous):
            return (Dialect.OLD,)
        return self.site.dialects

    @cached_property
    def refusals(self) -> dict[Dialect, ReadError]:
        """Why Hugo refuses the front matter, for each dialect that does."""
        if self.document.error:
            return dict.fromkeys(BOTH, self.document.error)
        if self._is_beyond_doubt:
            return {}
        refusals = ((dialect, self.document.refusal(dialect)) for dialect in BOTH)
        return {dialect: error for dialect, error in refusals if error}

    @property
    def _is_beyond_doubt(self) -> bool:
        """Whether nothing in the front matter is such that a Hugo might refuse it: a quick look."""
        document = self.document
        if document.fences is None:
            return True
        old, new = document.readings
        if self.root is None or old.root is not new.root or old.error or new.error:
            return False
        if _DOUBTFUL.search(self.source.text, *document.fences.matter):
            return False
        if len(self.mappings) > _MANY:
            return False
        names = [[entry.name for entry in mapping.entries] for mapping in self.mappings]
        return all(len(set(n)) == len(n) and all(map(_IS_WORD, n)) for n in names)

    @cached_property
    def ambiguous(self) -> tuple[Scalar, ...]:
        """Values that Hugo up to 0.151 and Hugo from 0.152 on read differently."""
        return tuple(scalar for scalar in self.scalars if is_ambiguous(scalar))


_DOUBTFUL = re.compile(r"[!&*]|<<|\? ")
"""Where tags, anchors, aliases, merges and complex keys may be."""
_IS_WORD = re.compile(r"[A-Za-z_][\w-]*\Z").match
_MANY = 200


def is_ambiguous(scalar: Scalar) -> bool:
    """Whether the two YAML dialects make different values of it."""
    if scalar.value is not UNTYPED or scalar.style or scalar.tag:
        return False
    old, new = resolve(scalar.text, Dialect.OLD), resolve(scalar.text, Dialect.NEW)
    return type(old) is not type(new) or old != new
