"""The quick look: mentions by a single pass over the text, without a Markdown parser.

It follows CommonMark's rules for brackets, code and raw HTML, and errs on the side of finding: what
it takes for a link, `confirm` can ask a real parser about.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import ClassVar

from afr_content.bodies import blocks
from afr_content.bodies.elements import (
    COMMENT,
    HAS_ADDRESS,
    TAG,
    addresses,
    code_element_end,
    raw_html,
)
from afr_content.bodies.mention import Mention, markdown_address
from afr_content.bodies.shortcodes import MASK, masked, read_tags, surroundings
from afr_content.source import Span


def mentions(text: str, body: int) -> tuple[Mention, ...]:
    """The mentions in the body that begins at `body`, in order of place."""
    tags = read_tags(text, body) if text.find("{{", body) >= 0 else ()
    if not tags:
        return tuple(_links(text, body))
    around = surroundings(tags)
    named = [tag.mention for tag in tags if not tag.is_inline]
    found = sorted(named + _links(masked(text, tags), body), key=_place)
    return tuple(
        mention._replace(inside=inside) if (inside := around(mention.span.start)) else mention
        for mention in found
    )


def _links(text: str, body: int) -> list[Mention]:
    """The links and images, in order of place."""
    if (
        text.find("](", body) < 0
        and text.find("]:", body) < 0
        and not HAS_ADDRESS.search(text, body)
    ):
        return []
    found = _Scanner(text, body).run()
    return sorted((mention for mention in found if MASK not in mention.target), key=_place)


def _place(mention: Mention) -> Span:
    return mention.span


_GAP = r"[ \t]*(?:\r?\n[ \t>]*)?"
_PART = r"[^\x00-\x20\x7f()\\]++|\\[!-/:-@\[-`{-~]|\\"
_PLAIN = rf"(?:{_PART})*+"
for _ in range(4):  # round brackets come in pairs, one within the other
    _PLAIN = rf"(?:{_PART}|\({_PLAIN}\))*+"
_DESTINATION = rf"(?:<(?P<angled>(?:\\.|[^<>\\\n])*+)>|(?P<plain>(?!<){_PLAIN}))"
_QUOTED = [
    rf"{opening}(?:\\.|[^\\\n{opening}{closing}]|\n(?![ \t\r]*\n))*+{closing}"
    for opening, closing in (('"', '"'), ("'", "'"), (r"\(", r"\)"))
]
_TITLE = rf"(?:(?:[ \t]|\r?\n){_GAP}(?:{'|'.join(_QUOTED)}))?"

_TAIL = re.compile(rf"\]\({_GAP}{_DESTINATION}{_TITLE}{_GAP}\)", re.DOTALL)
_DEFINITION = re.compile(
    rf"\[(?!\^)(?:\\.|[^\[\]\\])+\]:{_GAP}(?!\s){_DESTINATION}{_TITLE}[ \t]*\r?(?=\n|\Z)", re.DOTALL
)
_SIMPLE = re.compile(r"\[[^\[\]`<\\\n]*+\]\((?P<plain>[^\x00-\x20\x7f()<>\\]++)\)")
"""The links that most are: nothing in the text that could matter, nothing behind the address."""
_TOKEN = re.compile(r"[`<\[\]~]")
_RUN = {mark: re.compile(f"{mark}+") for mark in "`~"}
_HTML = re.compile(r"<[A-Za-z/!]")
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>")
_NOTHING_BEHIND = re.compile(r"[ \t]*\r?(?:\n|\Z)")


class _Scanner:
    """Goes from one character that may matter to the next; each reader tells where to go on."""

    def __init__(self, text: str, body: int) -> None:
        self._text = text
        self._body = body
        self._found: list[Mention] = []
        # For each bracket that waits for its closing one, whether it is an image's; so many of
        # them, from the first on, stand around a link and cannot become one.
        self._openings: list[bool] = []
        self._in_a_link = 0
        self._paragraph_end = body - 1
        self._after_definition = -1
        self._has_definitions = text.find("]:", body) >= 0
        has_indents = text.find("    ", body) >= 0 or text.find("\t", body) >= 0
        self._known_line_end = body - 1 if has_indents else len(text)

    def run(self) -> list[Mention]:
        """What is found."""
        text, position = self._text, self._body
        while token := _TOKEN.search(text, position):
            at = token.start()
            if text[at - 1 : at] == "\\" and self._is_escaped(at, position):
                position = at + 1
            elif at > self._known_line_end and (code := self._indented_code(at)):
                position = code
            else:
                position = self._READERS[token[0]](self, at)
        return self._found

    def _is_escaped(self, at: int, start: int) -> bool:
        """Whether a backslash takes the meaning from the character at `at`."""
        before = self._text[start:at]
        return (len(before) - len(before.rstrip("\\"))) % 2 == 1

    def _indented_code(self, at: int) -> int:
        """Where indented code is over that `at` stands in; 0 when it stands in none."""
        self._known_line_end = blocks.line_end(self._text, at)
        return blocks.indented_code_end(self._text, self._body, at)

    def _backticks(self, at: int) -> int:
        """A fence, or code within a line."""
        mark = self._run("`", at)
        prefix = blocks.before(self._text, at) if len(mark) > 2 else None
        behind = at + len(mark)
        if prefix is None or "`" in self._text[behind : blocks.line_end(self._text, at)]:
            return self._code_span(at, mark)
        return self._fence(at, mark, prefix)

    def _tildes(self, at: int) -> int:
        mark = self._run("~", at)
        prefix = blocks.before(self._text, at) if len(mark) > 2 else None
        return at + len(mark) if prefix is None else self._fence(at, mark, prefix)

    def _run(self, mark: str, at: int) -> str:
        run = _RUN[mark].match(self._text, at)
        return run[0] if run else ""

    def _fence(self, at: int, mark: str, prefix: str) -> int:
        self._openings.clear()
        return blocks.fence_end(self._text, at, mark, prefix)

    def _code_span(self, at: int, mark: str) -> int:
        """Behind the next run of as many backticks, if it comes in the same paragraph."""
        start = at + len(mark)
        for run in _RUN["`"].finditer(self._text, start, self._end_of_paragraph(at)):
            if len(run[0]) == len(mark):
                return run.end()
        return start

    def _end_of_paragraph(self, at: int) -> int:
        if at > self._paragraph_end:
            self._openings.clear()
            self._in_a_link = 0
            self._paragraph_end = blocks.paragraph_end(self._text, at)
        return self._paragraph_end

    def _opening(self, at: int) -> int:
        """A bracket that may become the beginning of a link, or the whole definition of one."""
        definition = self._definition(at) if self._has_definitions else None
        if definition:
            self._add("link", definition)
            self._after_definition = definition.end() + 1
            return definition.end()
        self._end_of_paragraph(at)
        is_image = self._text[at - 1 : at] == "!" and not self._is_escaped(at - 1, self._body)
        if simple := _SIMPLE.match(self._text, at):
            return self._link(simple, is_image)
        self._openings.append(is_image)
        return at + 1

    def _definition(self, at: int) -> re.Match[str] | None:
        prefix = blocks.before(self._text, at)
        if prefix is None:
            return None
        is_next = at - len(prefix) == self._after_definition
        if not is_next and not self._begins(at, prefix):
            return None
        definition = _DEFINITION.match(self._text, at)
        return definition if definition and definition["plain"] != "" else None

    def _closing(self, at: int) -> int:
        """A bracket with, perhaps, an address behind it."""
        self._end_of_paragraph(at)
        if not self._openings:
            return at + 1
        is_image = self._openings.pop()
        is_allowed = is_image or len(self._openings) >= self._in_a_link
        tail = _TAIL.match(self._text, at) if is_allowed else None
        self._in_a_link = min(self._in_a_link, len(self._openings))
        return self._link(tail, is_image) if tail else at + 1

    def _link(self, found: re.Match[str], is_image: bool) -> int:
        """Note a link or an image. There is no link within a link."""
        self._add("image" if is_image else "link", found)
        if not is_image:
            self._in_a_link = len(self._openings)
        return found.end()

    def _add(self, kind: str, found: re.Match[str]) -> None:
        group = found.lastgroup or ""  # `plain` or `angled`
        target = markdown_address(found[group])
        self._found.append(Mention(kind, target, Span(*found.span(group))))

    def _angle(self, at: int) -> int:
        """Raw HTML: a comment, a block of it, or a tag within text."""
        if not _HTML.match(self._text, at):
            return at + 1
        prefix = blocks.before(self._text, at)
        end = self._html_end(at, prefix) if prefix is not None else 0
        if end:
            return self._raw_html(at, end)
        if tag := TAG.match(self._text, at):
            self._found += addresses(tag)
            return code_element_end(tag)
        other = COMMENT.match(self._text, at) or _AUTOLINK.match(self._text, at)
        return other.end() if other else at + 1

    def _html_end(self, at: int, prefix: str) -> int:
        """Where a block of raw HTML ends that begins at `at`; 0 when none does."""
        text = self._text
        if len(prefix.expandtabs(4)) > 3 and not prefix.strip() and not self._begins(at, prefix):
            return 0
        if text.startswith("<!--", at):
            comment = COMMENT.match(text, at)
            return blocks.line_end(text, comment.end()) if comment else len(text)
        if end := blocks.code_block_end(text, at):
            return end
        if blocks.BLOCK_TAG.match(text, at) or self._is_tag_alone(at, prefix):
            return blocks.html_block_end(text, at, prefix)
        return 0

    def _is_tag_alone(self, at: int, prefix: str) -> bool:
        tag = TAG.match(self._text, at)
        return (
            tag is not None
            and tag["name"].lower() not in ("pre", "script", "style", "textarea")
            and _NOTHING_BEHIND.match(self._text, tag.end()) is not None
            and self._begins(at, prefix)
        )

    def _begins(self, at: int, prefix: str) -> bool:
        return blocks.begins_paragraph(self._text, self._body, at, prefix)

    def _raw_html(self, start: int, end: int) -> int:
        self._openings.clear()
        found, over = raw_html(self._text, start, end)
        self._found += found
        return over

    _READERS: ClassVar[dict[str, Callable[[_Scanner, int], int]]] = {
        "`": _backticks,
        "~": _tildes,
        "[": _opening,
        "]": _closing,
        "<": _angle,
    }
