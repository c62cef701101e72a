"""Shortcodes in a body, read as Hugo's own lexer does.

Hugo expands shortcodes before it looks at Markdown: they count in code and in comments, too. After
`parser/pageparser/pagelexer_shortcode.go`. What that lexer refuses (the build stops) is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from afr_content.bodies.mention import Argument, Mention
from afr_content.source import Span

MASK = "\ue000"
"""What stands for a shortcode where Markdown is read: a character that means nothing there."""

CODE = frozenset(
    "chart code diagram highlight katex latex markmap math mathjax mermaid raw rawhtml".split()
)
"""Shortcodes between whose opening and closing there is code, not Markdown."""


class Tag(NamedTuple):
    """A shortcode from `{{<` to `>}}`.

    `partner` is the index of the tag that closes it, or that it closes; -1 when there is none.
    """

    mention: Mention
    start: int
    end: int
    partner: int = -1

    @property
    def is_inline(self) -> bool:
        """Whether it brings its template along (`x.inline`) instead of naming one."""
        return self.mention.target.endswith(".inline")

    @property
    def opens(self) -> bool:
        """Whether there is a tag that closes this one."""
        return self.partner >= 0 and self.mention.form == "opening"

    @property
    def opens_code(self) -> bool:
        """Whether what stands between it and its closing tag is not Markdown."""
        return self.opens and (self.is_inline or self.mention.target in CODE)


_SPACE = r"[ \t\n\v\f\r]*"
_OPENING = re.compile(
    rf"\{{\{{(?P<mark>[<%])(?!/\*){_SPACE}(?P<slash>/?){_SPACE}"
    r"(?P<name>\w[\w/-]*(?:\.inline(?= ))?)"
)
_COMMENT_END = {"{{</*": "*/>}}", "{{%/*": "*/%}}"}
_END = {
    mark: re.compile(rf"{_SPACE}(?P<slash>/?){_SPACE}{end}\}}\}}")
    for mark, end in (("<", ">"), ("%", "%"))
}
_ARGUMENT = re.compile(
    rf"{_SPACE}(?:(?P<name>[\w-][\w.-]*){_SPACE}={_SPACE})?"
    r'(?:\\"(?P<escaped>[^"\\\n]*)\\?"|"(?P<quoted>(?:\\"|[^"\n])*+)"|`(?P<raw>[^`]*)`'
    r'|(?P<bare>(?(name)[^\s"`\\]\S*|[\w-][\w.-]*)))'
)


def read_tags(text: str, body: int) -> tuple[Tag, ...]:
    """The shortcodes of a body, in order of place."""
    return _paired(list(_tags(text, body)))


def _tags(text: str, body: int) -> Iterator[Tag]:
    position = text.find("{{", body)
    while position >= 0:
        if comment := _COMMENT_END.get(text[position : position + 5]):
            end = text.find(comment, position)
            if end < 0:
                return  # Hugo looks no further
        elif tag := _tag(text, position):
            yield tag
            end = tag.end
        else:
            end = position + 1
        position = text.find("{{", end)


def _tag(text: str, start: int) -> Tag | None:
    """The shortcode that begins at `start`; None when Hugo sees none there, or refuses it."""
    opening = _OPENING.match(text, start)
    if not opening:
        return None
    arguments: list[Argument] = []
    are_named: set[bool] = set()
    position = opening.end()
    while not (end := _END[opening["mark"]].match(text, position)):
        written = None if opening["slash"] else _ARGUMENT.match(text, position)
        if not written:
            return None
        arguments.append(_argument(written))
        are_named.add(written["name"] is not None and text[written.end("name")] == "=")
        position = written.end()
    if len(are_named) > 1:
        return None  # they do not mix; for this, `name = value` with a blank counts as not named
    form = "closing" if opening["slash"] else "self-closing" if end["slash"] else "opening"
    mention = Mention(
        kind="shortcode",
        target=opening["name"],
        span=Span(*opening.span("name")),
        mark=opening["mark"],
        form=form,
        arguments=tuple(arguments),
    )
    return Tag(mention, start, end.end())


def _argument(written: re.Match[str]) -> Argument:
    group = written.lastgroup or "bare"
    value = written[group]
    if group == "quoted" and '\\"' in value:
        value = value.replace("\\", "")  # Hugo takes out every one of them
    return Argument(written["name"] or "", value, Span(*written.span(group)))


def _paired(tags: list[Tag]) -> tuple[Tag, ...]:
    """The tags, each opening one with its closing one and back."""
    waiting: list[int] = []
    names: Counter[str] = Counter()
    for index, tag in enumerate(tags):
        name = tag.mention.target
        if tag.mention.form == "opening":
            waiting.append(index)
            names[name] += 1
        elif tag.mention.form == "closing" and names[name]:
            partner = _back_to(name, waiting, names, tags)
            tags[index] = tag._replace(partner=partner)
            tags[partner] = tags[partner]._replace(partner=index)
    return tuple(tags)


def _back_to(name: str, waiting: list[int], names: Counter[str], tags: Sequence[Tag]) -> int:
    """Take the last waiting tag of a name, and those that came after it, off the list."""
    while True:
        index = waiting.pop()
        names[tags[index].mention.target] -= 1
        if tags[index].mention.target == name:
            return index


def surroundings(tags: Sequence[Tag]) -> Callable[[int], str]:
    """Tells for an offset between which shortcode's opening and closing it stands."""
    offsets, names, around = [0], [""], [""]
    for tag in tags:
        if tag.opens:
            around.append(tag.mention.target)
        elif tag.partner >= 0:
            around.pop()
        else:
            continue
        offsets.append(tag.end if tag.opens else tag.start)
        names.append(around[-1])
    return lambda offset: names[bisect_right(offsets, offset) - 1]


_NO_LINE_END = re.compile(r"[^\r\n]")


def masked(text: str, tags: Sequence[Tag]) -> str:
    """The text with shortcodes, and the code between them, made meaningless; as long as before."""
    pieces: list[str] = []
    done = 0
    for tag in tags:
        if tag.start < done:
            continue
        end = tags[tag.partner].end if tag.opens_code else tag.end
        pieces += text[done : tag.start], _NO_LINE_END.sub(MASK, text[tag.start : end])
        done = end
    return "".join(pieces) + text[done:]
