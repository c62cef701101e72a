"""How a single value or flow collection is written behind its key or dash."""

from __future__ import annotations

import re
from typing import Final

from afr_content.formatting import blocks, comments, flow, scalars
from afr_content.formatting.errors import Ambiguous, Unsure
from afr_content.formatting.lines import (
    BLANKS,
    Lines,
    indented,
    shifted,
    width,
    without_trailing_blanks,
)
from afr_content.formatting.structure import Place
from afr_content.nodes import Node, Scalar

STEP: Final = 2

_QUOTE: Final = re.compile(r"[\"']")
_FENCE: Final = re.compile(r"^[ \t]*---", re.MULTILINE)
_DASH: Final = re.compile(r"^[ \t]*-(?:[ \t]|$)", re.MULTILINE)


def is_nothing(node: Node) -> bool:
    """Whether nothing is written."""
    return isinstance(node, Scalar) and node.start == node.end


def is_null(text: str, node: Node) -> bool:
    """Whether null is written out."""
    return (
        isinstance(node, Scalar)
        and not node.style
        and not node.alias
        and scalars.is_null(text[node.start : node.end])
    )


def is_block_scalar(node: Node) -> bool:
    """Whether a node is a `|` or `>`."""
    return isinstance(node, Scalar) and node.style in ("|", ">") and not node.alias


def block_scalar(lines: Lines, node: Node, head: str, place: Place) -> list[str]:
    """The lines of a key with a block scalar.

    Raises Unsure when its header is not understood, Ambiguous when it holds nothing but blanks.
    """
    scalar = blocks.read(lines, node.start, place.old)
    if scalar is None:
        raise Unsure
    if scalar.content and not any(scalar.content):
        raise Ambiguous  # Hugo's newer library looks for text
    behind = comments.behind(lines.text[scalar.header_end : lines.end(place.first)])
    return [indented(place.new, f"{head} {scalar.header}{behind}"), *scalar.indented(place.new)]


def beside(lines: Lines, node: Node, head: str, place: Place) -> list[str]:
    """The lines of a key whose value begins on the key's line."""
    first, *others = _written(lines, node)
    made = [indented(place.new, f"{head} {first}")]
    made += [_moved(line, place.old, place.new) for line in others]
    made[-1] += _behind(lines, node)
    return made


def below(lines: Lines, node: Node, place: Place) -> list[str]:
    """The lines of a value that begins on a line of its own."""
    first, *others = _written(lines, node)
    column = lines.column(node.start) + place.new - place.old if others else place.new + STEP
    made = [indented(column, first)]
    made += [_moved(line, place.old, place.new) for line in others]
    made[-1] += _behind(lines, node)
    return made


def _written(lines: Lines, node: Node) -> list[str]:
    """The lines of a value, tidy where that is sure not to change it.

    Raises Unsure for text that looks like a fence. Raises Ambiguous for what Hugo's newer library
    reads in its own way: CR LF between quotes are two line ends, and a plain line that begins with
    a dash makes it count blanks.
    """
    written = lines.text[node.start : node.end].replace("\r\n", "\n")
    if not isinstance(node, Scalar) and not node.alias:
        written = flow.tidy(lines.text, node).replace("\r\n", "\n")
    if "\n" not in written:
        is_untagged = isinstance(node, Scalar) and not node.alias and not node.tag
        return [scalars.tidy(written) if is_untagged else written]
    is_quoted = isinstance(node, Scalar) and node.style
    if _FENCE.search(written):
        raise Unsure
    may_hold_quotes = is_quoted or (not isinstance(node, Scalar) and _QUOTE.search(written))
    if may_hold_quotes and not lines.has_its_line_ends(node.start, node.end):
        raise Ambiguous
    if not is_quoted and _DASH.search(written):
        raise Ambiguous
    parts = written.split("\n")
    return [_without_trailing_spaces(part) for part in parts] if is_quoted else parts


def _without_trailing_spaces(line: str) -> str:
    """A line of a quoted text. Trailing tabs are text to Hugo's newer library."""
    trailing = line[len(line.rstrip(BLANKS)) :]
    return line if "\t" in trailing else without_trailing_blanks(line)


def _moved(line: str, old: int, new: int) -> str:
    """A further line of a value whose key moved: as deep below it as it was.

    A line that is not deeper than its key stays where it is.
    """
    column = width(line)
    if column > old:
        return shifted(line, new - old)
    return " " * min(column, new) + line[column:]


def _behind(lines: Lines, node: Node) -> str:
    return comments.behind(lines.text[node.end : lines.end(lines.at(node.end))])
