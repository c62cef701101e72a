"""Go templates parsed, after Go's `text/template/parse/parse.go` and what Hugo adds to it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache

from afr_content.templates.lexer import Token, actions
from afr_content.templates.syntax import (
    Action,
    Branch,
    Call,
    Chain,
    Command,
    Dot,
    Literal,
    Nil,
    Node,
    Operand,
    Pipeline,
    Template,
    TemplateError,
    Variable,
    Word,
)


@lru_cache(maxsize=2048)
def parse(text: str) -> Template | TemplateError:
    """A template's text; a TemplateError as the value where Go refuses it."""
    try:
        return _Parser(text).template()
    except TemplateError as error:
        return error


_KEYWORDS = frozenset("if with range else end block define template break continue nothing".split())
_BRANCHES = frozenset({"if", "with", "range"})


class _Parser:
    def __init__(self, text: str) -> None:
        self._actions: Iterator[list[Token]] = actions(text)
        self._defines: dict[str, tuple[Node, ...]] = {}

    def template(self) -> Template:
        body, ending = self._list()
        if ending:
            raise TemplateError(ending.line, f"unexpected `{ending.first}`")
        return Template(body, self._defines)

    def _list(self) -> tuple[tuple[Node, ...], _Tokens | None]:
        """The nodes up to an `else`, an `end` or the end of the file, and what ended them."""
        nodes: list[Node] = []
        for tokens in self._actions:
            action = _Tokens(tokens)
            if action.first in ("else", "end"):
                return tuple(nodes), action
            node = self._node(action)
            if node:
                nodes.append(node)
        return tuple(nodes), None

    def _node(self, action: _Tokens) -> Node | None:
        if action.first not in _KEYWORDS:
            return Action(action.pipeline())
        keyword = action.next().text
        if keyword in _BRANCHES:
            return self._branch(keyword, action)
        if keyword in ("block", "define"):
            return self._definition(keyword, action)
        if keyword == "template":
            return Call(action.string(), action.pipeline() if action.rest else None)
        return None

    def _branch(self, kind: str, action: _Tokens) -> Branch:
        pipeline = action.pipeline()
        body, ending = self._list()
        otherwise: tuple[Node, ...] = ()
        if ending and ending.first == "else":
            ending.next()
            if ending.first in _BRANCHES:  # `else if` and `else with` share the `end`
                inner = self._branch(ending.next().text, ending)
                return Branch(kind, pipeline, body, (inner,))
            otherwise, ending = self._list()
        self._ended(ending, pipeline.line)
        return Branch(kind, pipeline, body, otherwise)

    def _definition(self, keyword: str, action: _Tokens) -> Call | None:
        name = action.string()
        pipeline = action.pipeline() if action.rest else None
        body, ending = self._list()
        self._ended(ending, action.line)
        self._defines[name] = body
        return Call(name, pipeline) if keyword == "block" else None

    def _ended(self, ending: _Tokens | None, line: int) -> None:
        if ending is None or ending.first != "end":
            raise TemplateError(line, "no `end` for what begins here")


class _Tokens:
    """The tokens of one action, read from left to right."""

    def __init__(self, tokens: list[Token]) -> None:
        self.rest = tokens[::-1]
        self.line = tokens[0].line

    @property
    def first(self) -> str:
        """The next token's text if it is a word; empty for anything else."""
        token = self.rest[-1] if self.rest else None
        return (token.text or token.kind) if token and token.kind in ("word", "nothing") else ""

    def next(self) -> Token:
        if not self.rest:
            raise TemplateError(self.line, "an action ends too early")
        return self.rest.pop()

    def _kind(self) -> str:
        return self.rest[-1].kind if self.rest else ""

    def string(self) -> str:
        token = self.next()
        if token.kind != "text":
            raise TemplateError(token.line, f"expected a text, found `{token.text}`")
        return _unquoted(token)

    def pipeline(self, closing: str = "") -> Pipeline:
        line = self.rest[-1].line if self.rest else self.line
        variables, declares = self._variables()
        commands = [self._command(line)]
        while self._kind() == "pipe":
            self.next()
            commands.append(self._command(line))
        if self._kind() != closing:
            raise TemplateError(line, f"unexpected `{self.next().text}`")
        if closing:
            self.next()
        return Pipeline(tuple(commands), line, variables, declares)

    def _variables(self) -> tuple[tuple[str, ...], bool]:
        """The variables that are set: `$x :=`, `$x =`, `$i, $x :=`."""
        kinds = [token.kind for token in self.rest[:-5:-1]]
        if kinds[:1] != ["variable"]:
            return (), False
        if kinds[1:2] in (["declare"], ["assign"]):
            name, sign = self.next(), self.next()
            return (name.text,), sign.kind == "declare"
        if kinds[1:3] == ["comma", "variable"]:
            first, _, second, sign = (self.next() for _ in range(4))
            return (first.text, second.text), sign.kind == "declare"
        return (), False

    def _command(self, line: int) -> Command:
        operands: list[Operand] = []
        while self._kind() not in ("", "pipe", "close"):
            operands.append(self._operand())
        if not operands:
            raise TemplateError(line, "a value is missing")
        return Command(tuple(operands))

    def _operand(self) -> Operand:
        token = self.next()
        if token.kind == "field":
            return Chain(Dot(), (token.text[1:], *self._names()))
        base = self.pipeline("close") if token.kind == "open" else _term(token)
        names = self._names()
        return Chain(base, names) if names else base

    def _names(self) -> tuple[str, ...]:
        names = []
        while self._kind() == "field" and not self.rest[-1].spaced:
            names.append(self.next().text[1:])
        return tuple(names)


def _term(token: Token) -> Operand:
    match token.kind:
        case "dot":
            return Dot()
        case "variable":
            return Variable(token.text)
        case "text" | "char":
            return Literal(_unquoted(token))
        case "number":
            return Literal(_number(token.text))
        case "word":
            return _word(token.text)
    raise TemplateError(token.line, f"unexpected `{token.text}`")


def _word(text: str) -> Operand:
    if text in ("true", "false"):
        return Literal(text == "true")
    return Nil() if text == "nil" else Word(text)


def _unquoted(token: Token) -> str:
    if token.text[0] == "`":
        return token.text[1:-1]
    if "\\" not in token.text:
        return token.text[1:-1]
    try:
        return str(ast.literal_eval(token.text))
    except (SyntaxError, ValueError):
        return token.text[1:-1]  # an escape that Go knows and Python does not


def _number(text: str) -> int | float:
    for convert in (int, lambda word: int(word, 0), float):
        try:
            return convert(text)
        except ValueError:
            continue
    return 0
