"""The actions of a Go template, cut into tokens.

After Go's `text/template/parse/lex.go`: actions stand between `{{` and `}}`, `{{-` and `-}}` take
the blanks around them away, comments are `{{/* ... */}}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from afr_content.templates.syntax import TemplateError


class Token(NamedTuple):
    """A token; `spaced` tells whether blanks stand before it, which ends a chain of names."""

    kind: str
    text: str
    spaced: bool
    line: int


_OPENING = re.compile(r"\{\{(?:-(?=\s))?")
_COMMENT = re.compile(r"\s*/\*.*?\*/\s*-?\}\}", re.S)
_TOKEN = re.compile(
    r"""
      (?P<blank>\s+)
    | (?P<end>-?\}\})
    | (?P<text>"(?:[^"\\\n]|\\.)*"|`[^`]*`)
    | (?P<char>'(?:[^'\\\n]|\\.[^'\n]*)')
    | (?P<declare>:=) | (?P<assign>=) | (?P<pipe>\|) | (?P<open>\() | (?P<close>\)) | (?P<comma>,)
    | (?P<number>[-+]?(?:\d[\w.]*|\.\d\w*))
    | (?P<field>\.[^\W\d]\w*)
    | (?P<dot>\.)
    | (?P<variable>\$\w*)
    | (?P<word>[^\W\d]\w*)
    """,
    re.X,
)


def actions(text: str) -> Iterator[list[Token]]:
    """The tokens of each action, from top to bottom. Raises TemplateError."""
    position, line = 0, 1
    while found := _OPENING.search(text, position):
        line += text.count("\n", position, found.end())
        start = found.end()
        comment = _COMMENT.match(text, start)
        if comment:
            position = comment.end()
        else:
            tokens, position = _action(text, start, line)
            yield tokens
        line += text.count("\n", start, position)


def _action(text: str, position: int, line: int) -> tuple[list[Token], int]:
    tokens: list[Token] = []
    first, spaced = line, False
    while found := _TOKEN.match(text, position):
        kind, word = found.lastgroup or "", found.group()
        position = found.end()
        if kind == "end":
            return tokens or [Token("nothing", "", False, first)], position
        if kind != "blank":
            tokens.append(Token(kind, word, spaced, line))
        spaced = kind == "blank"
        line += word.count("\n")
    rest = text[position : position + 1]
    raise TemplateError(line, f"unexpected `{rest}` in an action" if rest else "unclosed action")
