"""What the expressions of a template stand for."""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.templates import functions, lookups
from afr_content.templates.keys import Key
from afr_content.templates.recorder import Recorder
from afr_content.templates.scope import SOMETHING, Given, Scope
from afr_content.templates.syntax import (
    Chain,
    Command,
    Dot,
    Literal,
    Nil,
    Operand,
    Pipeline,
    Variable,
    Word,
)
from afr_content.templates.values import (
    UNKNOWN,
    Computed,
    Const,
    KeyValue,
    Value,
)


class Evaluator(Recorder):
    """Works out expressions, and notes which keys they read."""

    def __init__(self) -> None:
        super().__init__()
        self.scratch: dict[str, Value] = {}
        self.returned: list[Value] = []

    def partial(self, name: Value, context: Value, scope: Scope) -> Value:
        """What a partial returns."""
        raise NotImplementedError

    def pipeline(self, pipeline: Pipeline, scope: Scope) -> Value:
        """What a pipeline gives; variables are set."""
        value: Value | None = None
        for command in pipeline.commands:
            value = self._command(command, value, scope)
        value = UNKNOWN if value is None else value
        if len(pipeline.variables) == 1:
            scope.set(pipeline.variables[0], value, declares=pipeline.declares)
        return value

    def _command(self, command: Command, piped: Value | None, scope: Scope) -> Value:
        first = command.operands[0]
        arguments = [self.operand(operand, scope) for operand in command.operands[1:]]
        if piped is not None:
            arguments.append(piped)
        match first:
            case Word(name):
                return functions.call(self, name, arguments, scope)
            case Chain(Word(space), (name,)) if space not in functions.VALUES:
                return functions.call(self, f"{space}.{name}", arguments, scope)
            case Chain(base, names) if arguments:
                value = self._chain(base, names[:-1], scope)
                return lookups.method(self, value, names[-1], arguments, scope)
        return self.operand(first, scope)

    def operand(self, operand: Operand, scope: Scope) -> Value:
        """What a single operand stands for."""
        match operand:
            case Dot():
                return scope.dot
            case Literal(value):
                return (Const(value),)
            case Nil():
                return (Const(None),)
            case Variable(name):
                found = scope.get(name)
                return UNKNOWN if found is None else found
            case Word(name):
                return functions.call(self, name, [], scope)
            case Chain(base, names):
                return self._chain(base, names, scope)
            case Pipeline():
                return self.pipeline(operand, scope)

    def _chain(self, base: Operand, names: tuple[str, ...], scope: Scope) -> Value:
        if isinstance(base, Word) and base.name not in functions.VALUES and names:
            value = functions.call(self, f"{base.name}.{names[0]}", [], scope)
            names = names[1:]
        else:
            value = self.operand(base, scope)
        for name in names:
            value = lookups.lookup(self, value, name, scope)
        return value

    def given(self, pipeline: Pipeline, scope: Scope) -> Iterator[Given]:
        """What holds where a condition is true."""
        *piped, last = pipeline.commands
        first = last.operands[0]
        match first:
            case Word("and"):
                yield from self._all_given(piped, last.operands[1:], scope)
            case Word("not") if len(last.operands) == 2 and not piped:
                key = only_key(self.operand(last.operands[1], scope))
                yield Given("unset", key) if key else SOMETHING
            case Word("gt" | "ge" | "ne"):
                yield from self._longer(last, scope)
            case Pipeline() if len(last.operands) == 1 and not piped:
                yield from self.given(first, scope)
            case _:
                key = only_key(self.pipeline(pipeline, scope))
                yield Given("set", key) if key else SOMETHING

    def _all_given(
        self, piped: list[Command], operands: tuple[Operand, ...], scope: Scope
    ) -> Iterator[Given]:
        for operand in operands:
            yield from self.given(Pipeline((Command((operand,)),), 0), scope)
        if piped:
            yield from self.given(Pipeline(tuple(piped), 0), scope)

    def _longer(self, comparison: Command, scope: Scope) -> Iterator[Given]:
        """A list that is longer than some number is there; nothing else is known."""
        yield SOMETHING
        for operand in comparison.operands[1:]:
            for atom in self.operand(operand, scope):
                if isinstance(atom, Computed) and atom.length_of:
                    yield Given("set", atom.length_of)


def only_key(value: Value) -> Key | None:
    """The key that a value is the value of, with nothing in its stead."""
    match value:
        case (KeyValue(key=key, has_default=False),):
            return key
    return None
