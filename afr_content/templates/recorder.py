"""Notes down what is done with the values of keys."""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.templates.findings import Need, Reading
from afr_content.templates.keys import STOPS_AT_NOTHING, How, Key, Use
from afr_content.templates.scope import Given, Scope
from afr_content.templates.values import (
    NOBODY_KNOWS,
    WIDGET,
    DictValue,
    KeyValue,
    ListValue,
    PageValue,
    Value,
    keys_in,
)


class Recorder:
    """Gathers a Reading."""

    def __init__(self) -> None:
        self.reading = Reading()

    def note(self, value: Value, how: How, scope: Scope, what: object = None) -> None:
        """Something is done with a value; `what` is what it is compared with, say."""
        for atom in keys_in(value):
            key = atom.key
            guarded = atom.has_default or key in scope.present
            key.uses.add(Use(how, scope.is_certain(key), guarded, what))
            if how in STOPS_AT_NOTHING and not guarded and len(value) == 1:
                self._need(atom, how, scope)

    def open(self, value: Value) -> None:
        """A value goes where it cannot be followed: whatever is in it may be read there.

        A page that is known by its section or type is left as it is: the theme's templates, which
        are not here, read the theme's keys.
        """
        for atom in value:
            match atom:
                case KeyValue(key):
                    key.is_open = True
                case PageValue(audience) if audience.sort in ("widget", "block"):
                    self.reading.of(audience).is_open = True
                case DictValue(entries):
                    for _, inner in entries:
                        self.open(inner)
                case ListValue(items):
                    self.open(items)

    def _need(self, atom: KeyValue, how: How, scope: Scope) -> None:
        page, key = atom.page, atom.key
        if page is None or key.in_list:
            return
        if page.audience == WIDGET:
            if not scope.given:
                self.reading.required.add(key)
            return
        given = list(_of_section(scope.given))
        if len(key.path) == 1 and None not in given and NOBODY_KNOWS not in page.conditions:
            known = tuple(dict.fromkeys(item for item in given if item))
            need = Need(key.name, how, page.audience, page.conditions, known)
            self.reading.needs[need] = None


def _of_section(given: tuple[Given, ...]) -> Iterator[tuple[tuple[str, ...], bool] | None]:
    """The conditions that the section's own keys decide; None for any other."""
    for condition in given:
        if condition.sort == "each":
            continue
        yield _decided(condition)


def _decided(condition: Given) -> tuple[tuple[str, ...], bool] | None:
    key: Key | None = condition.key
    if key is None or not condition.sort or not key.top.is_section:
        return None
    return key.path, condition.sort != "unset"
