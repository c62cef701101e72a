"""YAML composed by libyaml: exact places, every duplicate key kept, nothing resolved."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import yaml
from yaml._yaml import CParser

from afr_content.composers import Reading
from afr_content.composers.conversion import PLAIN, QUOTED, convert
from afr_content.errors import FrontMatterError, ReadError, refused
from afr_content.source import Span

# Beyond this depth nothing is read. PyYAML's composer recurses in C and would crash the interpreter
# somewhere behind ten thousand; Hugo itself stops there.
MAX_DEPTH: Final = 100


class Composed(NamedTuple):
    """A reading of the first document, and what is wrong behind it.

    `odd` says that there is what goccy/go-yaml reads in its own way, see `convert`.
    """

    reading: Reading
    rest: ReadError | None = None
    odd: bool = False


class _Composer(CParser):
    """libyaml's composer without PyYAML's resolver: tags say only what is written."""

    def descend_resolver(self, *_: object) -> None: ...

    def ascend_resolver(self) -> None: ...

    def resolve(self, kind: type, value: object, implicit: tuple[bool, bool]) -> str:
        return PLAIN if kind is yaml.ScalarNode and implicit[0] else QUOTED


def compose_text(text: str, matter: Span, inner: str) -> Composed:
    """The YAML `inner`, which stands at `matter` of the text or is an equally long rewrite."""
    try:
        _refuse_depth(inner, matter.start)
        parser = _Composer(inner)
        node = parser.get_node() if parser.check_node() else None
        root, odd = convert(node, text, matter) if node else (None, False)
    except (yaml.YAMLError, UnicodeEncodeError, FrontMatterError, RecursionError) as error:
        return Composed(Reading(None, _read_error(error, matter, inner)))
    return Composed(Reading(root), _rest(parser, matter, inner), odd)


def _rest(parser: _Composer, matter: Span, inner: str) -> ReadError | None:
    """What is wrong with the text behind the first document."""
    try:
        while parser.check_node():
            parser.get_node()
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        return _read_error(error, matter, inner)
    return None


def _read_error(error: Exception, matter: Span, inner: str) -> ReadError:
    if isinstance(error, FrontMatterError):
        return error.error
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        offset = matter.start + (mark.index if mark else 0)
        tab = "tab" in (error.problem or "") or inner.startswith("\t", offset - matter.start)
        kind = "alias" if isinstance(error, yaml.composer.ComposerError) else "syntax"
        message = error.problem or str(error)
        return ReadError("tab" if tab else kind, message, min(offset, matter.end))
    if isinstance(error, yaml.reader.ReaderError):
        before = inner.encode("utf-8", "surrogateescape")[: int(error.position)]
        offset = len(before.decode("utf-8", "surrogateescape"))
        return ReadError("character", str(error.reason), matter.start + offset)
    if isinstance(error, UnicodeEncodeError):
        return ReadError("character", "invalid UTF-8", matter.start + error.start)
    return ReadError("too-deep", "nested too deeply", matter.start)


_DEEP_LINE: Final = re.compile(rf"^[ \t?:-]{{{MAX_DEPTH // 2},}}", re.MULTILINE)


def _refuse_depth(inner: str, start: int) -> None:
    """Raises FrontMatterError for what is nested beyond MAX_DEPTH."""
    brackets = inner.count("[") + inner.count("{")
    if brackets < MAX_DEPTH and not _DEEP_LINE.search(inner):
        return
    depth = 0
    for event in yaml.parse(inner, Loader=yaml.CLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                offset = start + (event.start_mark.index if event.start_mark else 0)
                raise refused("too-deep", "nested too deeply", offset)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
