"""A section's file as a block of a landing page."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import replace
from typing import Final

from afr_content.formatting.invariants import same
from afr_content.frontmatter import Document, parse
from afr_content.hugo import BOTH
from afr_content.migration import leftovers, texts
from afr_content.migration.blocks import (
    BLOX_SINCE,
    DOTS_LOST_SINCE,
    GALLERY,
    TARGETS,
    Target,
    is_older,
)
from afr_content.migration.draft import Draft
from afr_content.migration.moving import quote_blanks
from afr_content.migration.parts import Fate, Moved, NotMovableError, Remark, Setting
from afr_content.migration.sources import body_of, document_of
from afr_content.migration.tree import Key, Text, commented, lines_of_item
from afr_content.nodes import Mapping, Node
from afr_content.page import Page

_UNKNOWN: Final = replace(TARGETS["blank"], block="")
_MARKDOWN: Final = "markdown"
_FIRST: Final = {name: place for place, name in enumerate(leftovers.WORDS)}


def move_section(page: Page, setting: Setting) -> Moved:
    """A section's file as a block. Raises NotMovableError."""
    document = document_of(page)
    body = body_of(document)
    text = texts.trimmed(body)
    if not texts.is_unicode(text):
        raise NotMovableError("its text is not UTF-8", len(page.source.text) - len(body))
    for write in (texts.literal, texts.quoted):
        written = write(text) if text else Text([""])
        moved = _Section(page, document, setting).moved(text, written) if written else None
        if moved and _holds(moved):
            return moved if moved.fate.is_shown else _as_comment(moved)
    raise NotMovableError("it is written in a way that cannot be moved line by line")


def _holds(moved: Moved) -> bool:
    """Whether both Hugos read from a block's lines what they are to read."""
    document = parse("\n".join(["---", "sections:", *moved.lines, "---", ""]))
    return all(
        not document.refusal(dialect)
        and same(document.params(dialect)["sections"], [moved.data[dialect]])
        for dialect in BOTH
    )


def _as_comment(moved: Moved) -> Moved:
    """The block as a comment; the comments before it stay as they are."""
    dash = next(n for n, line in enumerate(moved.lines) if line.startswith("-"))
    lines = commented(moved.lines[dash:])
    if moved.fate is Fate.COMMENT:
        lines.insert(0, f"# There is no block `{moved.block}`: this section is not shown.")
    moved.lines[dash:] = lines
    return moved


class _Section:
    """One section, from its front matter to the lines of a block."""

    def __init__(self, page: Page, document: Document, setting: Setting) -> None:
        self._page, self._setting = page, setting
        self._draft = Draft(document)
        self._remarks: list[Remark] = []
        self._target = self._find_target()
        self._is_own = page.widget in page.site.own_blocks

    def _find_target(self) -> Target:
        page = self._page
        if page.widget in page.site.own_blocks:
            return Target(page.widget)
        target = TARGETS.get(page.widget.lower() or "blank", _UNKNOWN)
        if page.widget in page.site.own_widgets and target is not _UNKNOWN:
            self._lose("the theme's block stands in the place of the site's own", "widget")
        if target.block == "about.biography" and self._setting.target >= BLOX_SINCE:
            return self._mind_dots(target)
        return target

    def _mind_dots(self, target: Target) -> Target:
        """Take the block that is found where the Hugo in use does not find the other."""
        hugo, lost = self._setting.hugo, f"`{target.block}` is not found"
        if hugo is None or hugo < DOTS_LOST_SINCE:
            self._note(f"{lost} by Hugo {DOTS_LOST_SINCE} and later", "widget")
            return target
        self._lose(f"{lost} by this Hugo; `about.avatar` shows no title, no interests", "widget")
        return TARGETS["about.avatar"]

    def moved(self, text: str, written: Text) -> Moved:
        """The block; `written` is its text as it is to be written."""
        fate, draft = self._fate(text), self._draft
        lead = leftovers.take_gone(draft, is_active=self._setting.is_active)
        captions = {dialect: params.get(GALLERY) for dialect, params in draft.data.items()}
        gallery = draft.take(GALLERY) if fate.is_shown else None
        tail = self._move(fate, text, written)
        block = self._target.block or self._page.widget
        self._name(_MARKDOWN if fate is Fate.WORDS else block, lead)
        draft.tree.tail += tail
        if not fate.is_shown:
            quote_blanks(draft.tree)  # which formatting would take from the lines of a comment
        lines, id_ = lines_of_item(draft.tree), self._setting.id
        return Moved(
            self._page, block, id_, fate, lines, draft.data, gallery, captions, self._remarks
        )

    def _fate(self, text: str) -> Fate:
        if not self._setting.is_active:
            return Fate.HIDDEN
        if self._target is not _UNKNOWN:
            return Fate.BLOCK
        return Fate.WORDS if text or self._draft.read("title") else Fate.COMMENT

    def _move(self, fate: Fate, text: str, written: Text) -> list[str]:
        """Move all keys, and the text; comes back with comment lines for what has no place."""
        lines, draft = [], self._draft
        if fate is Fate.WORDS:
            rest = leftovers.take_rest(draft, self._page.widget)
            self._lose(f"there is no block `{self._page.widget}`", *rest.paths)
            lines = rest.lines
        elif self._is_own or self._target is _UNKNOWN:
            self._target = Target(self._page.widget)
            self._move_into_content()
        if not self._is_own:
            room = leftovers.make_room(draft, self._target.moves)
            self._lose("no widget reads it", *room.paths)
            lines = [*room.lines, *lines]
        for name in ("content", "design"):
            if not isinstance(draft.read(name), dict | None):
                raise NotMovableError(f"`{name}` is no map", self._offset(name))
        if text:
            draft.put("content.text", Key("text", written), dict.fromkeys(BOTH, text))
        self._change()
        return [*self._leave(), *lines]

    def _move_into_content(self) -> None:
        """A block of the site's own has its keys below `content`."""
        stay = ("widget", "content", "title", "subtitle", "design", "advanced")
        for name in self._draft.names():
            if name not in stay and not self._draft.rename(name, f"content.{name}"):
                raise NotMovableError(f"`content` has no room for `{name}`", self._offset(name))

    def _change(self) -> None:
        target, source = self._target, self._setting.source
        for name, (value, why) in target.unread.items():
            if self._draft.has(name) and self._draft.read(name) != value:
                self._note(why, name)
        self._take_over_settings()
        self._look_for_picture()
        rewrites = target.rewrites_for(source, self._setting.target)
        for step in self._draft.change(target, target.puts_for(source), rewrites):
            if step.why:
                self._note(step.why, step.path)

    def _take_over_settings(self) -> None:
        """Give the block what its widget took from the site's settings."""
        if self._target.block != "contact" or not is_older(self._setting.source):
            return
        names = []
        for name, key, read in self._setting.contact:
            path = f"content.{name}"
            if not self._draft.has(path) and self._draft.put(path, deepcopy(key), deepcopy(read)):
                names.append(f"`{name}`")
        if names:
            self._note(f"the block has {', '.join(names)} from the site's parameters", "widget")

    def _look_for_picture(self) -> None:
        """A hero's picture may stand beside its page; a block's may not."""
        name, site = self._draft.read("hero_media"), self._page.site
        if not name or not isinstance(name, str):
            return
        is_beside = (self._page.path.parent / name).is_file()
        if is_beside and not (site.root / "assets" / "media" / name).is_file():
            self._lose("blocks take pictures from `assets/media/` only: move it", "hero_media")

    def _leave(self) -> list[str]:
        """Take out the keys that have no place in a block."""
        read = {name: self._draft.read(name) for name in self._draft.names()}
        left, nothing = leftovers.take_unread(self._draft), self._target.nothing
        lost = (name for name in left.paths if name not in nothing or nothing[name] != read[name])
        self._lose("no block reads it", *lost)
        return left.lines

    def _name(self, block: str, lead: list[str]) -> None:
        """Put `block` and `id` in front, with the comments of keys that are gone."""
        draft, id_ = self._draft, self._setting.id
        key = draft.take("widget") or Key("", Text([""]))
        comment = key.value.comment if isinstance(key.value, Text) else ""
        head = Key("block", Text([texts.word(block)], comment), [*key.above, *lead], key.below)
        content = draft.tree.inside("content")
        if content:
            content.keys.sort(key=lambda key: _FIRST.get(key.name, len(_FIRST)))
        others = sorted(draft.tree.keys, key=lambda key: key.name == "design")
        draft.tree.keys = [head, Key("id", Text([texts.word(id_)])), *others]
        for params in draft.data.values():
            params |= {"block": block, "id": id_}

    def _offset(self, path: str) -> int:
        """Where a key is written; for one within braces or the like, where the outer one is."""
        node: Node | None = self._page.root
        offset = 0
        for name in path.split("."):
            entry = node.find(name) if isinstance(node, Mapping) else None
            if entry:
                node, offset = entry.value, entry.key.start
        return offset

    def _lose(self, why: str, *paths: str) -> None:
        self._say(why, paths, is_loss=True)

    def _note(self, text: str, path: str) -> None:
        self._say(text, (path,), is_loss=False)

    def _say(self, text: str, paths: Iterable[str], *, is_loss: bool) -> None:
        for path in paths:
            line = self._page.source.position(self._offset(path)).line
            self._remarks.append(Remark(self._page.path, line, path, text, is_loss))
