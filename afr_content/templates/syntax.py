"""What a Go template consists of, as far as it decides which values are read.

After Go's `text/template/parse`. The text between the actions is left out.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class TemplateError(ValueError):
    """A template that does not parse; `line` is where, 1-based."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason


class Dot(NamedTuple):
    """The value at hand: `.`."""


class Nil(NamedTuple):
    """No value: `nil`."""


class Literal(NamedTuple):
    """A text, number or boolean."""

    value: str | int | float | bool


class Variable(NamedTuple):
    """A variable, its `$` included."""

    name: str


class Word(NamedTuple):
    """The name of a function, such as `len` or `site`."""

    name: str


class Chain(NamedTuple):
    """Names looked up one in the other: `.Params.x`, `$page.Title`, `(dict).x`, `path.Base`."""

    base: Operand
    names: tuple[str, ...]


class Pipeline(NamedTuple):
    """Commands, each of which gets what the one before gives as its last argument.

    `variables` get the result; `declares` tells `:=` from `=`.
    """

    commands: tuple[Command, ...]
    line: int
    variables: tuple[str, ...] = ()
    declares: bool = False


Operand: TypeAlias = Dot | Nil | Literal | Variable | Word | Chain | Pipeline


class Command(NamedTuple):
    """A value, or a function or method with its arguments."""

    operands: tuple[Operand, ...]


class Action(NamedTuple):
    """A pipeline whose result is printed, unless it sets a variable."""

    pipeline: Pipeline


class Branch(NamedTuple):
    """`if`, `with` or `range`, with what follows on `else`."""

    kind: str
    pipeline: Pipeline
    body: tuple[Node, ...]
    otherwise: tuple[Node, ...]


class Call(NamedTuple):
    """`template` or `block`: another template's text, with a value at hand."""

    name: str
    pipeline: Pipeline | None


Node: TypeAlias = Action | Branch | Call


class Template(NamedTuple):
    """A parsed file: its own actions, and the templates that it defines."""

    body: tuple[Node, ...]
    defines: dict[str, tuple[Node, ...]]
