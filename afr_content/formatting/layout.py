"""Which lines belong to which key, and where they go.

The front matter is walked once, from the outside in. Every block mapping and list gets a range of
lines, hands each of its children the lines that are the child's, and gets them back in canonical
form. What is too odd to be taken apart (`? ` keys, tags on a line of their own, …) moves as it is.
"""

from __future__ import annotations

from itertools import pairwise

from afr_content.formatting import comments, values
from afr_content.formatting.arrange import Unit, arrange
from afr_content.formatting.comments import Comment, GapLine, Shares
from afr_content.formatting.errors import Ambiguous, Unsure
from afr_content.formatting.lines import BLANKS, Lines, indented, shifted, width
from afr_content.formatting.order import Order
from afr_content.formatting.structure import PROPERTIES, Child, Place, Structure, is_block
from afr_content.formatting.values import STEP
from afr_content.nodes import Mapping, Node, Scalar, Sequence


def lay_out(lines: Lines, root: Node | None, order: Order) -> list[str]:
    """The lines of the front matter in canonical form.

    Raises Unsure when they cannot be told apart, Ambiguous when that depends on who reads them.
    """
    layout = _Layout(lines, aliases=root is not None and order.sorts and _has_aliases(root))
    if root is None:
        made = layout.comments(0, len(lines), 0)
    elif isinstance(root, Mapping) and is_block(root):
        made = layout.collection(root, 0, 0, len(lines), order)
    else:
        raise Unsure
    return made[1:] if made and not made[0] else made


def _has_aliases(node: Node) -> bool:
    if node.alias:
        return True
    if isinstance(node, Sequence):
        return any(map(_has_aliases, node.items))
    if isinstance(node, Mapping):
        return any(_has_aliases(key) or _has_aliases(value) for key, value in node.entries)
    return False


class _Layout:
    """One walk through the front matter.

    `_fixed` counts what forbids to sort the mappings around it: block scalars that keep the blank
    lines behind them.
    """

    def __init__(self, lines: Lines, *, aliases: bool) -> None:
        self._lines = lines
        self._text = lines.text
        self._structure = Structure(lines)
        self._aliases = aliases
        self._fixed = 0

    def _gap(self, first: int, until: int) -> list[GapLine]:
        return [comments.gap_line(self._lines[number]) for number in range(first, until)]

    def comments(self, first: int, until: int, column: int) -> list[str]:
        """Lines that hold comments and blanks only, at `column`."""
        return comments.laid_out(self._gap(first, until), column) if first < until else []

    def collection(
        self, node: Sequence | Mapping, column: int, begin: int, until: int, order: Order
    ) -> list[str]:
        """A block collection, whose lines are those from `begin` up to `until`, at `column`."""
        children = self._structure.children(node)
        firsts = [self._lines.at(child.start) for child in children]
        old = self._lines.column(children[0].start)
        fixed = self._fixed
        parts: list[Comment | Unit] = []
        gap = self._gap(begin, firsts[0])
        for child, (first, following) in zip(children, pairwise([*firsts, until]), strict=True):
            if self._lines.column(child.start) != old:
                raise Unsure
            dividers, leading, blank_before = comments.above(gap)
            last = self._structure.line_behind(child)
            gap = self._gap(last, following)
            shares = self._shares(gap, child, old)
            place = Place(old, column, first, last, last + shares.inside)
            made = leading.indented(column) if leading else []
            made += self._child(child, place, order)
            made += comments.laid_out(shares.below, column)
            parts += dividers
            parts.append(Unit(made, blank_before, order.rank(child.name), self._anchored(made)))
            gap = shares.rest
        parts += comments.blocks(gap)[0]
        # Old Hugo lets `<<` override what stands before it.
        merges = any(child.name == "<<" for child in children)
        sorting = order.sorting and not merges and fixed == self._fixed
        return arrange(parts, column, sorting=sorting)

    def _shares(self, gap: list[GapLine], child: Child, column: int) -> Shares:
        # A comment as deep as the text of a block scalar would become text: none belongs inside.
        inside = None if values.is_block_scalar(child.value) else column
        return comments.share(gap, inside, self._is_list_at(child.value, column))

    def _is_list_at(self, node: Node, column: int) -> bool:
        return (
            isinstance(node, Sequence)
            and is_block(node)
            and self._lines.column(node.start) == column
        )

    def _anchored(self, made: list[str]) -> bool:
        return self._aliases and any("&" in line or "*" in line for line in made)

    # Children

    def _child(self, child: Child, place: Place, order: Order) -> list[str]:
        """A child's own lines, and the comments inside it."""
        try:
            is_item = child.head == "-"
            inside = order.of_item(child.value) if is_item else order.inside(child.name)
            return self._value(child, place, inside)
        except Unsure:
            return self._as_it_is(child, place)

    def _as_it_is(self, child: Child, place: Place) -> list[str]:
        """A child that moves as a whole. Raises Unsure when it cannot."""
        shift = place.new - place.old
        made = [indented(place.new, self._text[child.start : self._lines.end(place.first)])]
        for number in range(place.first + 1, place.until):
            line = self._lines[number]
            moved = shifted(line, shift) if line else ""
            if moved.startswith("---") or (line.strip(BLANKS) and width(line) < -shift):
                raise Unsure
            made.append(moved)
        self._fixed += any("|" in line or ">" in line for line in made)
        return made

    def _value(self, child: Child, place: Place, order: Order) -> list[str]:
        if not child.head:
            raise Unsure
        node, head, after = child.value, child.head, child.after
        if properties := PROPERTIES.match(self._text, after, node.start):
            head, after = f"{head} {properties[1]}", properties.end()
        elif head != "-" and values.is_null(self._text, node):
            node, after = Scalar(node.end, node.end, ""), node.end
        if values.is_nothing(node) or self._lines.at(node.start) > place.first:
            behind = comments.behind(self._text[after : self._lines.end(place.first)])
            return [indented(place.new, head + behind), *self._below(node, place, order)]
        if self._text[after : node.start].strip(BLANKS):
            raise Unsure
        if isinstance(node, Mapping | Sequence) and is_block(node):
            return self._compact(node, head, place, order)
        return self._beside(node, head, place)

    def _below(self, node: Node, place: Place, order: Order) -> list[str]:
        """What stands on the lines below a key or dash."""
        begin, column = place.first + 1, place.new + STEP
        if values.is_nothing(node):
            return self.comments(begin, place.until, column)
        if isinstance(node, Scalar) or not is_block(node):
            made = self.comments(begin, self._lines.at(node.start), column)
            made += values.below(self._lines, node, place)
            return made + self.comments(place.last, place.until, column)
        if self._swallows_next_key(node, place):
            raise Ambiguous
        return self.collection(node, column, begin, place.until, order)

    def _swallows_next_key(self, node: Sequence | Mapping, place: Place) -> bool:
        """Whether Hugo's newer library takes the next key for a part of the list.

        It does when the last item is empty and its dash stands in the column of the keys.
        """
        last = self._structure.children(node)[-1]
        return values.is_nothing(last.value) and self._is_list_at(node, place.old)

    def _beside(self, node: Node, head: str, place: Place) -> list[str]:
        """A key or dash with a value that begins beside it."""
        if not values.is_block_scalar(node):
            made = values.beside(self._lines, node, head, place)
            return made + self.comments(place.last, place.until, place.new + STEP)
        made = values.block_scalar(self._lines, node, head, place)
        self._fixed += "+" in made[0]
        return made

    def _compact(
        self, node: Sequence | Mapping, head: str, place: Place, order: Order
    ) -> list[str]:
        """A dash with a key, or another dash, beside it."""
        if head != "-":
            raise Unsure
        made = self.collection(node, place.new + STEP, place.first, place.until, order)
        first = next(place for place, line in enumerate(made) if line.lstrip()[:1] not in ("", "#"))
        for number in range(first):  # comments that a sorted key brought along
            made[number] = made[number][STEP:]
        made[first] = indented(place.new, f"- {made[first][place.new + STEP :]}")
        return made
