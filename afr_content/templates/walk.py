"""Follows templates from top to bottom and notes which keys of which pages they read."""

from __future__ import annotations

import re
from typing import Protocol

from afr_content.templates.evaluate import Evaluator
from afr_content.templates.findings import Broken, Reading
from afr_content.templates.keys import How
from afr_content.templates.library import Source
from afr_content.templates.parser import parse
from afr_content.templates.scope import SOMETHING, Given, Scope
from afr_content.templates.syntax import Action, Branch, Call, Node, TemplateError
from afr_content.templates.values import (
    UNKNOWN,
    Anything,
    Atom,
    Const,
    DictValue,
    KeyValue,
    ListValue,
    PagesValue,
    PageValue,
    Pattern,
    Value,
    either,
    keys_in,
)

_DEEPEST = 24


class Partials(Protocol):
    """Where partials are found."""

    def partials(self, pattern: str) -> list[Source]:
        """The partials of a name, in which `*` stands for anything."""
        ...


class Walker(Evaluator):
    """Reads templates one after another; what they read is gathered in `reading`.

    With `names_only`, for when every partial is read on its own as well, only those are followed
    that get the value of a key, and once for each: what is said of values is then not complete.
    """

    def __init__(self, partials: Partials, *, names_only: bool = False) -> None:
        super().__init__()
        self._partials = partials
        self._names_only = names_only
        self._defines: dict[str, tuple[Node, ...]] = {}
        self._calls: list[str] = []
        self._done: dict[tuple[object, ...], Value] = {}

    def read(self, source: Source, dot: Value, *, whole: bool = False) -> Reading:
        """Read a file with a value at hand; with `whole` also the templates that it defines."""
        template = parse(source.text)
        if isinstance(template, TemplateError):
            self.reading.broken.append(Broken(source.name, template.line, template.reason))
            self.open(dot)
            return self.reading
        self._defines |= template.defines
        self._walk(template.body, Scope(dot).called(dot))
        for name, body in template.defines.items() if whole else ():
            if not name.startswith("partials/"):
                self._walk(body, Scope(dot).called(dot))
        return self.reading

    def _walk(self, nodes: tuple[Node, ...], scope: Scope) -> None:
        for node in nodes:
            match node:
                case Action(pipeline):
                    value = self.pipeline(pipeline, scope)
                    if not pipeline.variables:
                        self.note(value, How.PRINTED, scope)
                case Branch(kind="range"):
                    self._range(node, scope.inner())
                case Branch():
                    self._branch(node, scope.inner())
                case Call(name, pipeline):
                    dot = self.pipeline(pipeline, scope) if pipeline else ()
                    self._follow(name, self._defines.get(name, ()), scope.called(dot))

    def _branch(self, node: Branch, scope: Scope) -> None:
        value = self.pipeline(node.pipeline, scope)
        self.note(value, How.TESTED, scope)
        given = _some_pages(value) or tuple(self.given(node.pipeline, scope))
        dot = _present(value) if node.kind == "with" else None
        self._walk(node.body, scope.inner(*given, dot=dot))
        self._walk(node.otherwise, scope.inner(_opposite(given)))

    def _range(self, node: Branch, scope: Scope) -> None:
        value = self.pipeline(node.pipeline, scope)
        names = node.pipeline.variables
        self.note(value, How.RANGED, scope, len(names))
        item = either(*(item_of(atom) for atom in value)) or UNKNOWN
        inner = scope.inner(_loop(value, scope), dot=item)
        for name, part in zip(names[::-1], (item, UNKNOWN), strict=False):
            inner.set(name, part, declares=True)
        self._walk(node.body, inner)
        self._walk(node.otherwise, scope.inner(SOMETHING))

    def _follow(self, name: str, body: tuple[Node, ...], scope: Scope) -> Value:
        """Walk another template's text, unless we are in the midst of it; what it returns."""
        conditions = () if self._names_only else (scope.given, scope.present)
        task = (name, scope.dot, *conditions)
        if task in self._done or self._calls.count(name) > 1 or len(self._calls) > _DEEPEST:
            return self._done.get(task, UNKNOWN)
        self._calls.append(name)
        before, self.returned = self.returned, []
        self._walk(body, scope)
        result = either(*self.returned) or UNKNOWN
        self.returned = before
        self._calls.pop()
        self._done[task] = result
        return result

    def partial(self, name: Value, context: Value, scope: Scope) -> Value:
        """Follow a partial; one that is not here may read all that it is handed."""
        if self._names_only and not _holds_key(context):
            return UNKNOWN
        results: list[Value] = []
        for atom in name:
            pattern = _partial_name(atom)
            found = self._bodies(pattern) if pattern else []
            results += [self._follow(n, body, scope.called(context)) for n, body in found]
            if not found:
                self._missing(pattern, context)
        return either(*results) or UNKNOWN

    def _bodies(self, pattern: str) -> list[tuple[str, tuple[Node, ...]]]:
        inline = self._defines.get(f"partials/{pattern}") or self._defines.get(
            f"partials/{pattern}.html"
        )
        if inline is not None:
            return [(pattern, inline)]
        bodies = []
        for source in self._partials.partials(pattern):
            template = parse(source.text)
            if isinstance(template, TemplateError):
                self.reading.broken.append(Broken(source.name, template.line, template.reason))
                return []
            self._defines |= template.defines
            bodies.append((source.name, template.body))
        return bodies

    def _missing(self, pattern: str, context: Value) -> None:
        """A partial that is not here: a widget of the theme's reads what it always does."""
        theirs = re.fullmatch(r"(?:widgets|blocks/v1)/([\w.-]+?)(?:\.html)?", pattern)
        if theirs:
            self.reading.theirs.add(theirs[1])
        else:
            self.open(context)


def item_of(atom: Atom) -> Value:
    """What each round of a loop has."""
    match atom:
        case KeyValue(key, page):
            return (KeyValue(key.items(), page),)
        case PagesValue(in_groups=True):
            return (atom._replace(in_groups=False),)
        case PagesValue(audience, conditions):
            return (PageValue(audience, conditions),)
        case ListValue(items):
            return items
        case DictValue(entries):
            return either(*(value for _, value in entries))
        case Anything():
            return UNKNOWN
    return ()


def _loop(value: Value, scope: Scope) -> Given:
    """The condition for being in a loop: that there is something to go through."""
    present = [atom.key for atom in keys_in(value) if atom.key in scope.present]
    if present:
        return Given("loop", present[0])
    match value:
        case (PagesValue(),):
            return Given("each")
        case (KeyValue(key=key, has_default=False),):
            return Given("loop", key)
    return SOMETHING


def _some_pages(value: Value) -> tuple[Given, ...]:
    """The condition that there are pages: for each of them it holds by itself."""
    match value:
        case (PagesValue(),):
            return (Given("each"),)
    return ()


def _opposite(given: tuple[Given, ...]) -> Given:
    match given:
        case (Given("set", key),):
            return Given("unset", key)
        case (Given("unset", key),):
            return Given("set", key)
    return SOMETHING


def _present(value: Value) -> Value:
    """The value within `with`: there is one, and it is no `false` and no empty text."""
    return (
        tuple(
            atom._replace(has_default=True) if isinstance(atom, KeyValue) else atom
            for atom in value
            if not (isinstance(atom, Const) and not atom.value)
        )
        or UNKNOWN
    )


def _holds_key(value: Value) -> bool:
    """Whether the value of a key is in what a partial gets."""
    return any(
        isinstance(atom, KeyValue)
        or (isinstance(atom, DictValue) and any(_holds_key(inner) for _, inner in atom.entries))
        for atom in value
    )


def _partial_name(atom: Atom) -> str:
    match atom:
        case Const(value=str() as name):
            return name.removeprefix("partials/")
        case Pattern(text):
            return text.removeprefix("partials/")
    return ""
