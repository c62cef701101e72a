"""How a single value or flow collection is written behind its key or dash."""

from __future__ import annotations

from typing import Final

from afr_content.formatting import blocks, comments, flow, scalars
from afr_content.formatting.errors import Unsure
from afr_content.formatting.lines import Lines, indented, margin, without_trailing_blanks
from afr_content.formatting.structure import Place
from afr_content.nodes import Node, Scalar

STEP: Final = 2


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
    """The lines of a key with a block scalar. Raises Unsure when its header is not understood."""
    scalar = blocks.read(lines, node.start, place.old)
    if scalar is None:
        raise Unsure
    behind = comments.behind(lines.text[scalar.header_end : lines.end(place.first)])
    return [indented(place.new, f"{head} {scalar.header}{behind}"), *scalar.indented(place.new)]


def beside(lines: Lines, node: Node, head: str, place: Place) -> list[str]:
    """The lines of a key whose value begins on the key's line."""
    shift = place.new - place.old
    if head[0] == "-":
        shift = place.new + STEP - lines.column(node.start)
    first, *others = _written(lines, node).split("\n")
    made = [indented(place.new, f"{head} {without_trailing_blanks(first)}")]
    made += _continued(others, node, place.new, shift)
    made[-1] += _behind(lines, node)
    return made


def below(lines: Lines, node: Node, place: Place) -> list[str]:
    """The lines of a value that begins on a line of its own."""
    column = place.new + STEP
    shift = column - lines.column(node.start)
    first, *others = _written(lines, node).split("\n")
    made = [indented(column, without_trailing_blanks(first))]
    made += _continued(others, node, place.new, shift)
    made[-1] += _behind(lines, node)
    return made


def _written(lines: Lines, node: Node) -> str:
    written = lines.text[node.start : node.end].replace("\r\n", "\n")
    if node.alias:
        return written
    if not isinstance(node, Scalar):
        return flow.tidy(lines.text, node).replace("\r\n", "\n")
    return written if "\n" in written or node.tag else scalars.tidy(written)


def _continued(others: list[str], node: Node, column: int, shift: int) -> list[str]:
    """The further lines of a value: as deep relative to its key as they were, but deep enough."""
    made = []
    for line in others:
        text = line[margin(line) :]
        closes = not isinstance(node, Scalar) and text[:1] in ("]", "}")
        least = column if closes else column + STEP
        made.append(indented(max(least, margin(line) + shift), without_trailing_blanks(text)))
    return made


def _behind(lines: Lines, node: Node) -> str:
    return comments.behind(lines.text[node.end : lines.end(lines.at(node.end))])
