"""YAML as Hugo's library from 0.152 on (goccy/go-yaml 1.19) reads it, with places.

Slower than libyaml by far; it is asked only where the two may differ (see `yaml_composer`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from afr_content.composers import Reading
from afr_content.composers.excess import refuse_excess
from afr_content.composers.goccy_groups import Unit, group, syntax_error
from afr_content.composers.goccy_tokens import BLOCK_TEXT, PLAIN, QUOTES, SCALAR_TAGS, is_text, scan
from afr_content.errors import FrontMatterError, ReadError, refused
from afr_content.nodes import Entry, Mapping, Node, Scalar, Sequence
from afr_content.source import Span
from afr_content.tags import CORE, NON_SPECIFIC

_DEFAULTS: Final = {"!!int": "0", "!!float": "0", "!!bool": "false", "!!null": "null"}
_LINE_ENDS: Final = re.compile(r"\r\n|\n|\r")
_INVALID_BYTES: Final = re.compile(r"[\udc80-\udcff]")


def compose_text(text: str, matter: Span) -> Reading:
    """The reading of the YAML at `matter`."""
    try:
        # Bytes that are not UTF-8 are read as U+FFFD.
        return Reading(_first_document(_INVALID_BYTES.sub("\ufffd", text[: matter.end]), matter))
    except FrontMatterError as error:
        found = error.error
        return Reading(None, ReadError(found.kind, found.message, min(found.offset, matter.end)))
    except RecursionError:
        return Reading(None, ReadError("too-deep", "nested too deeply", matter.start))


def _first_document(text: str, matter: Span) -> Node | None:
    """The first document that holds anything; all are parsed."""
    units = group(scan(text, matter.start))
    found: Node | None = None
    anchors: dict[str, Node] = {}
    while units:
        units, document = _split(units)
        root = _Parser(document, anchors).document() if document else None
        found = found or root
    if found and anchors:
        refuse_excess(found)
    return found


def _split(units: list[Unit]) -> tuple[list[Unit], list[Unit]]:
    """What is left behind the first document, and that document."""
    for at, unit in enumerate(units):
        if unit.group or unit.kind not in ("---", "..."):
            continue
        rest = units[at + 1 :]
        if unit.kind == "..." and rest and rest[0].is_scalar():
            raise syntax_error("unexpected end content", rest[0])
        if unit.kind == "---" and rest and _refused_behind_header(rest[0], unit):
            raise syntax_error("value cannot be placed after document separator", rest[0])
        return rest, units[:at]
    return [], units


def _refused_behind_header(value: Unit, header: Unit) -> bool:
    return value.line == header.line and (value.is_key() or value.kind == "-")


class _Parser:
    """Parses the units of one document, or of one group within it."""

    def __init__(self, units: list[Unit], anchors: dict[str, Node], *, flow: bool = False) -> None:
        self._units = units
        self._at = 0
        self._anchors = anchors
        self._flow = flow

    @property
    def _unit(self) -> Unit | None:
        return self._units[self._at] if self._at < len(self._units) else None

    @property
    def _following(self) -> Unit | None:
        return self._units[self._at + 1] if self._at + 1 < len(self._units) else None

    def document(self) -> Node:
        node = self._node(self._units[0])
        if self._unit:
            raise syntax_error("value is not allowed in this context", self._unit)
        return node

    def _within(self, *units: Unit) -> _Parser:
        """A parser for the parts of a group."""
        return _Parser(list(units), self._anchors, flow=self._flow)

    def _node(self, unit: Unit) -> Node:
        """The node that begins with the unit at this place."""
        if unit.is_key():
            return self._map(unit)
        if unit.group == "anchor-name":
            return self._anchor_name(unit)
        if not unit.group:
            match unit.kind:
                case "!":
                    return self._tag(unit)
                case "{":
                    return self._flow_map(unit)
                case "[":
                    return self._flow_sequence(unit)
                case "-":
                    return self._sequence(unit)
                case "]" | "}" | ":":
                    raise syntax_error(f"unexpected `{unit.kind}`", unit)
        node = self._scalar(unit)
        self._at += 1
        return node

    # Scalars and what is one with its anchor or tag

    def _scalar(self, unit: Unit) -> Node:
        """The node of one unit that is no collection. Does not go on."""
        match unit.group:
            case "anchor":
                name, value = unit.parts
                return self._named(name, lambda: self._within(value)._node(value))
            case "alias":
                return self._alias(unit)
            case "block":
                return self._block(unit)
            case "tagged":
                return self._within(*unit.parts)._tag(unit.parts[0])
            case "anchor-name":
                return self._anchor_name(unit)
        if unit.group:
            raise syntax_error("unexpected scalar value", unit)
        return self._lone_tag(unit) if unit.kind == "!" else _text(unit)

    def _lone_tag(self, unit: Unit) -> Node:
        node = self._tag(unit)
        if not isinstance(node, Scalar):
            raise syntax_error("specified not scalar tag", unit)
        self._at -= 1
        return node

    def _block(self, unit: Unit) -> Scalar:
        header = unit.parts[0].first
        if len(unit.parts) == 1:
            return Scalar(header.start, header.end, "", header.kind)
        content = unit.parts[1].first
        if unit.parts[1].group or content.kind not in (BLOCK_TEXT, PLAIN, *QUOTES):
            raise syntax_error("unexpected token. required string token", unit.parts[1])
        if content.kind == PLAIN and not is_text(content):
            raise syntax_error("unexpected token. required string token", unit.parts[1])
        end = content.end if content.text.strip() else header.end
        return Scalar(header.start, max(end, header.end), content.text, header.kind)

    def _alias(self, unit: Unit) -> Node:
        star, name = unit.parts
        start, end = star.first.start, name.first.end
        known = self._anchors.get(name.first.text)
        if known is None:
            raise refused("alias", f'could not find alias "{name.first.text}"', start)
        return known._replace(start=start, end=end, alias=True)

    def _anchor_name(self, unit: Unit) -> Node:
        self._at += 1
        value = self._unit
        if value is None:
            raise syntax_error("could not find anchor value", unit)
        if value.group in ("anchor", "anchor-name"):
            raise syntax_error("anchors cannot be used consecutively", value)
        return self._named(unit, lambda: self._node(value))

    def _named(self, unit: Unit, read: Callable[[], Node]) -> Node:
        """The node that an anchor names. Within itself, its alias is nothing."""
        name = unit.parts[1].first
        if unit.parts[1].group or name.kind not in (PLAIN, BLOCK_TEXT, *QUOTES):
            raise syntax_error("anchor name is not scalar value", unit.parts[1])
        self._anchors[name.text] = Scalar(name.start, name.end, "", "*")
        node = read()
        self._anchors[name.text] = node
        return node

    def _tag(self, unit: Unit) -> Node:
        """A tag and its value."""
        self._at += 1
        tag = unit.first.text
        node = self._tagged(unit, tag, self._unit)
        full = f"{CORE}{tag[2:]}" if tag.startswith("!!") else tag
        return node._replace(tag=full)

    def _tagged(self, unit: Unit, tag: str, value: Unit | None) -> Node:
        end = unit.first.end
        if value is None:
            return Scalar(end, end, "")
        if tag in ("!!map", "!!set"):
            if not value.is_key() and (value.group or value.kind not in ("{", "}")):
                raise syntax_error("could not find map", value)
            return self._flow_map(value) if value.kind == "{" else self._map(value)
        if tag in ("!!seq", "!!omap"):
            return self._flow_sequence(value) if value.kind == "[" else self._sequence(value)
        if tag in SCALAR_TAGS:
            if value.group != "block" and value.kind in (",", ":"):
                return Scalar(end, end, _DEFAULTS.get(tag, ""), "" if tag in _DEFAULTS else '"')
            node = self._scalar(value)
            self._at += value.group != "block"
            return node
        return self._node(value)

    # Block collections

    def _map(self, first: Unit) -> Mapping:
        if not first.is_key():
            raise syntax_error("unexpected map key", first)
        entries: list[Entry] = []
        unit: Unit | None = first
        while unit and (not entries or unit.column == first.column):
            if entries and self._flow and unit.kind == "]" and not unit.group:
                break
            if not unit.is_key():
                if not entries or unit.group or unit.kind != "}":
                    raise syntax_error("non-map value is specified", unit)
                self._at += 1
                break
            entries.append(self._entry(unit))
            unit = self._unit
        start, end = entries[0].key.start, entries[-1].value.end
        return Mapping(start, end, tuple(entries), flow=self._flow)

    def _entry(self, unit: Unit) -> Entry:
        if unit.group == "pair":
            entry = self._pair(unit)
            self._at += 1
            self._check_behind_pair(unit)
            return entry
        key = self._key(unit)
        self._at += 1
        value = self._unit
        if value and value.line == unit.line and value.kind == "-" and not value.group:
            raise syntax_error("block sequence entries are not allowed in this context", value)
        return Entry(key, self._map_value(unit, value))

    def _check_behind_pair(self, key: Unit) -> None:
        unit = self._unit
        if unit is None or unit.column <= key.column:
            return
        if self._flow and not unit.group and unit.kind in (",", "]"):
            return
        message = "value is not allowed in this context. map key-value is pre-defined"
        raise syntax_error(message, unit)

    def _pair(self, unit: Unit) -> Entry:
        key, value = unit.parts
        ours = self._key(key)
        return Entry(ours, self._within(value)._node(value))

    def _key(self, unit: Unit) -> Node:
        if unit.group != "key":
            raise syntax_error("unexpected map key", unit)
        first = unit.parts[0]
        if first.kind == "?":
            question = first if first.group == "key" else unit
            key = self._within(question.parts[1])._scalar(question.parts[1])
            self._check_key(question.parts[0], unit)
            return key
        if unit.parts[-1].kind != ":":
            raise syntax_error("expected map key-value delimiter ':'", unit)
        key = self._within(*unit.parts)._scalar(first)
        self._check_key(first, unit)
        return key

    def _check_key(self, key: Unit, unit: Unit) -> None:
        """A key stands on one line."""
        token = key.first
        if self._flow:
            if is_text(token) or token.kind == BLOCK_TEXT:
                lines = len(_LINE_ENDS.findall(token.raw.lstrip(" \r\n").rstrip(" \r\n")))
                if token.line + lines != unit.parts[-1].line:
                    raise syntax_error("map key definition includes an implicit line break", key)
            return
        text = is_text(token) or token.kind in (BLOCK_TEXT, *QUOTES)
        if text and _LINE_ENDS.search(token.raw.lstrip(" \r\n")):
            raise syntax_error("unexpected key name", key)

    def _map_value(self, key: Unit, value: Unit | None) -> Node:
        colon = key.parts[-1].first
        nothing = Scalar(colon.end, colon.end, "")
        if value is None:
            return nothing
        if value.is_key():
            if value.column != key.column and value.line == key.line:
                raise syntax_error("mapping value is not allowed in this context", value)
            if value.column == key.column:
                return nothing
        elif value.column == key.column and not value.group and value.kind in ("{", "}"):
            return nothing
        if (empty := self._empty_anchor(value, key, at_key=True)) is not None:
            return empty
        if value.column <= key.column and (value.group == "anchor-name" or value.kind == "!"):
            raise syntax_error("an anchor or tag is not allowed in this context", value)
        if value.column < key.column:
            return nothing
        node = self._node(value)
        self._check_anchored_tag(value, key)
        return node

    def _empty_anchor(self, value: Unit, before: Unit, *, at_key: bool) -> Node | None:
        """`key: &name` or `- &name` without a value; None if it is not that."""
        if value.line != before.line or value.group != "anchor-name":
            return None
        following = self._following
        column = following.column if following else 0
        same = following is not None and (
            (following.is_key() or (not following.group and following.kind in ("{", "}")))
            if at_key
            else following.kind == "-" and not following.group
        )
        if column < before.column or (column == before.column and same):
            end = value.parts[1].first.end
            self._at += 1
            return self._named(value, lambda: Scalar(end, end, ""))
        return None

    def _check_anchored_tag(self, value: Unit, before: Unit) -> None:
        if value.group != "anchor-name":
            return
        index = next((at for at, unit in enumerate(self._units) if unit is value), -1)
        tag = self._units[index + 1]
        if tag.kind == "!" and tag.line != value.line and tag.column <= before.column:
            raise syntax_error("tag is not allowed in this context", tag)

    def _sequence(self, first: Unit) -> Sequence:
        items: list[Node] = []
        dash: Unit | None = first
        end = first.first.start
        while dash and not dash.group and dash.kind == "-" and dash.column == first.column:
            self._at += 1
            items.append(self._item(dash))
            end = items[-1].end
            dash = self._unit
        return Sequence(first.first.start, end, tuple(items))

    def _item(self, dash: Unit) -> Node:
        value = self._unit
        nothing = Scalar(dash.first.end, dash.first.end, "")
        if value is None:
            return nothing
        if value.column == dash.column and value.kind == "-" and not value.group:
            return nothing
        if (empty := self._empty_anchor(value, dash, at_key=False)) is not None:
            return empty
        if value.column <= dash.column and (value.group == "anchor-name" or value.kind == "!"):
            raise syntax_error("an anchor or tag is not allowed in this sequence context", value)
        if value.column < dash.column:
            return nothing
        node = self._node(value)
        self._check_anchored_tag(value, dash)
        return node

    # Flow collections

    def _flow_map(self, opening: Unit) -> Mapping:
        flow, self._flow = self._flow, True
        self._at += 1
        entries: list[Entry] = []
        while (unit := self._unit) and not _is(unit, "}"):
            if _is(unit, ","):
                self._at += 1
            elif entries:
                raise syntax_error("',' or '}' must be specified", unit)
            unit = self._unit
            if unit is None or _is(unit, "}"):
                break
            entries.append(self._flow_entry(unit))
        closing = self._unit
        if closing is None:
            raise syntax_error("could not find flow mapping end token '}'", opening)
        self._at += 1
        self._flow = flow
        return Mapping(opening.first.start, closing.first.end, tuple(entries), flow=True)

    def _flow_entry(self, unit: Unit) -> Entry:
        if unit.group == "pair":
            entry = self._pair(unit)
            self._at += 1
            return entry
        if unit.group == "key":
            key = self._key(unit)
            colon = unit.parts[-1].first
            self._at += 1
            value = self._unit
            if value is None:
                raise syntax_error("could not find map value", unit)
            if _is(value, "}") or _is(value, ","):
                return Entry(key, Scalar(colon.end, colon.end, ""))
            return Entry(key, self._node(value))
        following = self._following
        if not following or not (_is(following, "}") or _is(following, ",")):
            raise syntax_error("could not find flow map content", unit)
        key = self._scalar(unit)
        self._at += 1
        return Entry(key, Scalar(key.end, key.end, ""))

    def _flow_sequence(self, opening: Unit) -> Sequence:
        flow, self._flow = self._flow, True
        self._at += 1
        items: list[Node] = []
        while (unit := self._unit) and not _is(unit, "]"):
            if _is(unit, ","):
                if not items:
                    raise syntax_error("expected sequence element, but found ','", unit)
                self._at += 1
            elif items:
                raise syntax_error("',' or ']' must be specified", unit)
            unit = self._unit
            if unit is None or _is(unit, "]"):
                break
            items.append(self._node(unit))
        closing = self._unit
        if closing is None:
            raise syntax_error("sequence end token ']' not found", opening)
        self._at += 1
        self._flow = flow
        return Sequence(opening.first.start, closing.first.end, tuple(items), flow=True)


def _is(unit: Unit, kind: str) -> bool:
    return unit.kind == kind and not unit.group


def _text(unit: Unit) -> Scalar:
    """The node of plain or quoted text."""
    token = unit.first
    if token.kind in (PLAIN, "<<"):
        # `<<` merges only where a blank or a line end follows its colon.
        tag = NON_SPECIFIC if token.kind == PLAIN and token.text == "<<" else None
        return Scalar(token.start, token.end, token.text, tag=tag)
    if token.kind in (BLOCK_TEXT, *QUOTES):
        # Text that went on with a dash is a string, whatever it looks like.
        style = token.kind if token.kind in QUOTES else ""
        return Scalar(token.start, token.end, token.text, style, None if style else NON_SPECIFIC)
    raise syntax_error("unexpected scalar value type", unit)
