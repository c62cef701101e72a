"""A widget page with its sections as a landing page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from afr_content.formatting import InvariantError, format_text
from afr_content.formatting.invariants import comments_of, same
from afr_content.frontmatter import Document, parse
from afr_content.hugo import BOTH, Dialect
from afr_content.migration import texts
from afr_content.migration.blocks import GALLERY
from afr_content.migration.parts import Moved, NotMovableError, Remark
from afr_content.migration.sources import body_of, document_of, is_toml, params_of, tree_of
from afr_content.migration.tree import Branch, Items, Key, Text, indented, lines_of
from afr_content.models import registry
from afr_content.page import Page
from afr_content.source import majority_newline

LANDING: Final = "landing"

_NOT_OF_HOME: Final = frozenset(
    "_build aliases build cascade draft expirydate layout menu menus outputs publishdate slug"
    " unpublishdate url weight".split()
)
"""Keys that say nothing in `home/index.md` and would say something in the site's `_index.md`."""
_ELSEWHERE: Final = "at the root of the site it would mean something else"


@dataclass
class Landing:
    """A landing page, planned: the file it stands in, its text, and what Hugo is to read of it.

    `before` is the text of that file as it is; None when there is none.
    """

    index: Page
    target: Path
    before: str | None
    sections: list[Moved]
    text: str = ""
    remarks: list[Remark] = field(default_factory=list)

    @property
    def old_texts(self) -> dict[Path, str]:
        """The files that the page is made of, as they are."""
        texts_ = {moved.page.path: moved.page.source.text for moved in self.sections}
        texts_[self.index.path] = self.index.source.text
        return texts_ if self.before is None else texts_ | {self.target: self.before}

    @property
    def gone(self) -> list[Path]:
        """The files that are in the new one."""
        paths = [moved.page.path for moved in self.sections]
        return paths if self.target == self.index.path else [self.index.path, *paths]


def landing(
    index: Page, sections: Sequence[Moved], *, target: Path, existing: Page | None
) -> Landing:
    """The landing page of a widget page; `existing` is the page at its place, if it is another.

    Raises NotMovableError.
    """
    before = existing or (index if index.path == target else None)
    made = Landing(index, target, before.source.text if before else None, list(sections))
    making = _Making(made, existing)
    making.assemble()
    return made


class _Making:
    def __init__(self, made: Landing, existing: Page | None) -> None:
        self._made, self._existing = made, existing
        self._index = document_of(made.index)
        self._base = document_of(existing) if existing else self._index
        self._tree = tree_of(self._base)
        self._data = {dialect: params_of(self._base, dialect) for dialect in BOTH}

    def assemble(self) -> None:
        """Put the text together, and hold it against what it is to say."""
        if self._find("sections"):
            raise NotMovableError("it has `sections` already")
        if self._existing:
            self._join(tree_of(self._index))
        elif self._made.target != self._made.index.path:
            self._make_home()
        if self._made.target != self._made.index.path:
            self._note_title()
        self._set_type()
        self._add_captions()
        lines = [*lines_of(self._tree), "", "sections:", *_lines(self._made.sections)]
        for dialect, params in self._data.items():
            shown = [moved.data[dialect] for moved in self._made.sections if moved.fate.is_shown]
            params["sections"] = shown or None
        self._made.text = self._formatted(lines)
        self._check()

    def _find(self, name: str) -> Key | None:
        return next((key for key in self._tree.keys if key.name.lower() == name), None)

    def _join(self, home: Branch) -> None:
        """Add to the existing start page what only `home/index.md` says."""
        data = {dialect: params_of(self._index, dialect) for dialect in BOTH}
        for key in home.keys:
            name = key.name.lower()
            if name in ("headless", "type"):
                self._tree.tail += key.comments()
            elif name in _NOT_OF_HOME:
                self._leave(key, self._tree.tail, _ELSEWHERE)
            elif self._find(name):
                self._leave(key, self._tree.tail, "the start page says so itself")
            else:
                self._tree.keys.append(key)
                for dialect, params in self._data.items():
                    params[name] = data[dialect][name]
        self._tree.tail += home.tail

    def _make_home(self) -> None:
        """Take out what would be read otherwise at the site's root."""
        for place, key in reversed([*enumerate(self._tree.keys)]):
            name = key.name.lower()
            if name not in (*_NOT_OF_HOME, "headless"):
                continue
            left: list[str] = []
            if name == "headless":
                left = key.comments()
            else:
                self._leave(key, left, _ELSEWHERE)
            del self._tree.keys[place]
            for params in self._data.values():
                params.pop(name, None)
            rest = self._tree.keys[place:]
            if rest:
                rest[0].above = [*left, *rest[0].above]
            else:
                self._tree.tail = [*left, *self._tree.tail]

    def _leave(self, key: Key, left: list[str], why: str) -> None:
        """Keep a key as a comment."""
        left += key.as_comments()
        self._remark(key.name, why, is_loss=True)

    def _note_title(self) -> None:
        """The title of `home/index.md` was shown nowhere."""
        title = self._data[Dialect.OLD].get("title")
        if title and title == params_of(self._index, Dialect.OLD).get("title"):
            self._remark("title", "the start page now has it, in the browser's title bar, too")

    def _remark(self, name: str, text: str, *, is_loss: bool = False) -> None:
        page = self._made.index
        entry = page.root.find(name) if page.root else None
        line = page.source.position(entry.key.start if entry else 0).line
        self._made.remarks.append(Remark(page.path, line, name, text, is_loss))

    def _set_type(self) -> None:
        key = self._find("type")
        if key is None:
            self._tree.keys.append(Key("type", Text([LANDING])))
        else:
            key.value = Text([LANDING], key.value.comment if isinstance(key.value, Text) else "")
        for params in self._data.values():
            params["type"] = LANDING

    def _add_captions(self) -> None:
        """Put the sections' captions together: the `gallery` shortcode asks the page for them."""
        for moved in self._made.sections:
            if not moved.gallery:
                continue
            found = self._find(GALLERY)
            if found is None:
                self._tree.keys.append(moved.gallery)
            elif not _is_joined(found, moved.gallery):
                raise NotMovableError(f"`{GALLERY}` cannot be put together line by line")
            for dialect, params in self._data.items():
                params[GALLERY] = [*(params.get(GALLERY) or []), *(moved.captions[dialect] or [])]

    def _formatted(self, lines: list[str]) -> str:
        parts = [self._index.text, *(moved.page.source.text for moved in self._made.sections)]
        newline = majority_newline("".join(parts))
        text = newline.join(["---", *lines, "---", ""]) + self._body()
        model = registry.load(registry.PAGES[LANDING])
        try:
            return format_text(text, model=model, key_order=self._made.index.site.config.key_order)
        except InvariantError as error:
            raise NotMovableError(f"the new page cannot be formatted: {error}") from error

    def _body(self) -> str:
        """The page's own text; those of a start page and of `home/index.md` one after the other."""
        body = body_of(self._base)
        other = body_of(self._index) if self._existing else ""
        return f"{body}\n{other}" if texts.trimmed(other) else body

    def _check(self) -> None:
        """Raises NotMovableError when the text does not say what it is to say."""
        document = parse(self._made.text)
        for dialect, params in self._data.items():
            if document.refusal(dialect) or not same(document.params(dialect), params):
                raise NotMovableError("the new page would say something else; please report this")
        lost = self._lost_comments(document)
        if lost:
            raise NotMovableError(f"the comment `{lost}` would be lost; please report this")

    def _lost_comments(self, after: Document) -> str:
        pages = [self._made.index, *(moved.page for moved in self._made.sections)]
        pages += [self._existing] if self._existing else []
        wanted: Counter[str] = Counter()
        for page in pages:
            wanted += comments_of(_as_yaml(page.document))
        found = [*comments_of(after).elements()]
        return next(
            (text for text, n in wanted.items() if sum(c.count(text) for c in found) < n), ""
        )


def _is_joined(one: Key, other: Key) -> bool:
    """Put the items of a list behind those of another; False when it cannot be."""
    if not isinstance(one.value, Items) or not isinstance(other.value, Items):
        return False
    behind = [other.behind] if other.behind else []
    first = other.value.items[0]
    first.above = [*other.above, *behind, *first.above]
    one.value.items += other.value.items
    one.value.tail += [*other.value.tail, *other.below]
    return True


def _as_yaml(document: Document) -> Document:
    """A document whose comments can be asked for."""
    if not is_toml(document):
        return document
    return parse("\n".join(["---", *lines_of(tree_of(document)), "---", ""]))


def _lines(sections: Sequence[Moved]) -> list[str]:
    """The items of `sections`, with a blank line between them."""
    made: list[str] = []
    for moved in sections:
        made += [""] if made else []
        made += indented(moved.lines, 2)
    return made
