"""Where gopkg.in/yaml.v2 (Hugo up to 0.151), a port of an older libyaml, differs from libyaml.

It refuses `\\/` in double quotes and a question mark within plain text in flow collections; it
takes `\\'` in double quotes, a colon that ends plain text in flow collections (`[a:]`), and a byte
order mark as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, product
from typing import Final

import yaml

from afr_content.composers import Reading
from afr_content.composers.libyaml import Composed, compose_text
from afr_content.errors import ReadError
from afr_content.nodes import Entry, Mapping, Node, Scalar, Sequence
from afr_content.source import BOM, Span

# Characters for private use stand in for those that libyaml would trip over.
_COLON: Final = "\ue0fa"
_BACKSLASH: Final = "\ue0fb"
_MARK: Final = "\ue0fc"
_WRITTEN: Final = {_COLON: ":", _MARK: BOM}
_STAND_INS: Final = re.compile(f"[{_COLON}{_BACKSLASH}{_MARK}]")

_ESCAPED_SLASH: Final = re.compile(r'"(?:[^\\]|\\[^/])*?(\\/)')
_ESCAPED_QUOTE: Final = re.compile(r"\\(\\|')")


def rewritten(inner: str) -> str:
    """The text for libyaml, to which a byte order mark that begins a line is nothing."""
    return inner.replace(BOM, _MARK)


def read(composed: Composed, text: str, matter: Span) -> Reading:
    """What yaml.v2 makes of a text, given what libyaml made of it, `rewritten`."""
    written = text[matter.start : matter.end]
    inner = rewritten(written)
    while error := composed.reading.error:
        repaired = _repaired(inner, error, matter)
        if repaired == inner:
            return composed.reading
        inner = repaired
        composed = compose_text(text, matter, inner)
    root = composed.reading.root
    if root is None:
        return composed.reading
    if inner != written:
        root = _restored(root)
    error = _refusal(root, text, matter)
    return Reading(None, error) if error else Reading(root)


def _repaired(inner: str, error: ReadError, matter: Span) -> str:
    """The text without what libyaml refuses and yaml.v2 does not; unchanged when it is no such."""
    at = error.offset - matter.start
    if error.message == "found unexpected ':'" and inner[at : at + 1] == ":":
        return f"{inner[:at]}{_COLON}{inner[at + 1 :]}"
    if error.message == "found unknown escape character":
        return _ESCAPED_QUOTE.sub(_without_backslash, inner)
    if error.message == "second occurrence":
        return _distinct_anchors(inner)
    return inner


def _refusal(root: Node, text: str, matter: Span) -> ReadError | None:
    """What yaml.v2 refuses and libyaml does not."""
    inner = text[matter.start : matter.end]
    slash, question = "\\/" in inner, "?" in inner and ("[" in inner or "{" in inner)
    if not slash and not question:
        return None
    for scalar, flow in _scalars(root, flow=False):
        found = slash and _ESCAPED_SLASH.match(text, scalar.start, scalar.end)
        if found and scalar.style == '"':
            return ReadError("syntax", "found unknown escape character", found.start(1))
        if flow and not scalar.style and "?" in scalar.text[1:]:
            offset = text.find("?", scalar.start + 1, scalar.end)
            return ReadError("syntax", "did not find expected ',' or ']'", offset)
    return None


def _without_backslash(match: re.Match[str]) -> str:
    return match[0] if match[1] == "\\" else f"{_BACKSLASH}'"


_NAMES: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"


def _distinct_anchors(inner: str) -> str:
    """The text with anchors that are defined again renamed: PyYAML refuses a second one."""
    try:
        tokens = list(yaml.scan(inner, Loader=yaml.CLoader))
    except yaml.YAMLError:
        return inner
    pieces: list[str] = []
    done = 0
    used: set[str] = set()
    names: dict[str, str] = {}
    for token in tokens:
        if not isinstance(token, yaml.AnchorToken | yaml.AliasToken):
            continue
        name = token.value or ""
        if isinstance(token, yaml.AnchorToken):
            names[name] = next(_free(name, used), name)
            used.add(names[name])
        start, end = token.start_mark.index + 1, token.end_mark.index
        pieces += inner[done:start], names.get(name, name)
        done = end
    return "".join(pieces) + inner[done:]


def _free(name: str, used: set[str]) -> Iterator[str]:
    """Names as long as that one that are not taken, itself first."""
    candidates = chain([name], map("".join, product(_NAMES, repeat=len(name))))
    return (candidate for candidate in candidates if candidate not in used)


def _scalars(node: Node, *, flow: bool) -> Iterator[tuple[Scalar, bool]]:
    """Every scalar, keys included, and whether it stands in a flow collection."""
    if node.alias:
        return
    if isinstance(node, Scalar):
        yield node, flow
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item, flow=flow or node.flow)
    else:
        for entry in node.entries:
            yield from _scalars(entry.key, flow=flow or node.flow)
            yield from _scalars(entry.value, flow=flow or node.flow)


def _restored(node: Node) -> Node:
    """The node with the characters that were written."""
    if isinstance(node, Scalar):
        return node._replace(text=_STAND_INS.sub(lambda match: _written(match[0], node), node.text))
    if isinstance(node, Sequence):
        return node._replace(items=tuple(map(_restored, node.items)))
    entries = tuple(Entry(_restored(key), _restored(value)) for key, value in node.entries)
    assert isinstance(node, Mapping)
    return node._replace(entries=entries)


def _written(stand_in: str, scalar: Scalar) -> str:
    if stand_in in _WRITTEN:
        return _WRITTEN[stand_in]
    return "" if scalar.style == '"' else "\\"
