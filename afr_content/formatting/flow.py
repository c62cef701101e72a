"""Flow collections: `["a", "b"]` and `{a: 1, b: 2}`.

Blanks are tidied within a line; where the author broke the lines, they stay broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from afr_content.formatting import scalars
from afr_content.formatting.errors import Unsure
from afr_content.formatting.lines import BLANKS
from afr_content.nodes import Mapping, Node, Scalar, Sequence
from afr_content.source import Span

_TOKEN: Final = re.compile(
    r"[ \t]+|(?P<line>\r?\n[ \t]*)|(?P<comment>#[^\r\n]*)|(?P<mark>[][{},:])"
)


class _Token(NamedTuple):
    kind: str
    text: str


def tidy(text: str, node: Sequence | Mapping) -> str:
    """A flow collection in its canonical writing; its lines keep their indentation.

    What is not known in all its parts (tags, anchors, `? `, quoted texts of more than one line) is
    given back as it is written.
    """
    written = text[node.start : node.end]
    if written in ("[]", "{}"):
        return written
    try:
        return _joined(list(_tokens(text, node)))
    except Unsure:
        return written


def _tokens(text: str, node: Sequence | Mapping) -> Iterator[_Token]:
    done = node.start
    for atom, is_key in _atoms(node):
        yield from _between(text, done, atom.start)
        written = text[atom.start : atom.end]
        if "\n" in written:
            raise Unsure
        yield _Token("atom", scalars.tidy_quotes(written) if is_key else scalars.tidy(written))
        done = atom.end
    yield from _between(text, done, node.end)


def _atoms(node: Node, is_key: bool = False) -> Iterator[tuple[Span, bool]]:
    if node.alias:
        raise Unsure
    if isinstance(node, Scalar):
        if node.start < node.end:
            yield Span(node.start, node.end), is_key
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _atoms(item)
    else:
        for key, value in node.entries:
            if key.start == key.end or value.start == value.end:
                raise Unsure
            yield from _atoms(key, is_key=True)
            yield from _atoms(value)


def _between(text: str, start: int, end: int) -> Iterator[_Token]:
    while start < end:
        match = _TOKEN.match(text, start, end)
        if not match:
            raise Unsure
        if match.lastgroup:
            yield _Token(match.lastgroup, match[0])
        start = match.end()


def _joined(tokens: list[_Token]) -> str:
    made = ""
    before = ""
    for kind, text in tokens:
        made += _blanks(before, kind, text)
        made += text.rstrip(BLANKS) if kind == "comment" else text
        before = "\n" if kind == "line" else text
    return made


def _blanks(before: str, kind: str, text: str) -> str:
    if before == "\n" or kind == "line":
        return ""
    if kind == "comment":
        return "  "
    if kind == "mark" and text in "]},:":
        return ""
    return " " if before in (",", ":") else ""
