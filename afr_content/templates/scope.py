"""Where in a template we are: the value at hand, the variables, and on what conditions."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from afr_content.templates.keys import Key
from afr_content.templates.values import Value, either, in_short


class Given(NamedTuple):
    """A condition for getting here.

    `sort` is `set` or `unset` where a key has a value or none, `loop` within a loop over its list,
    `each` within a loop over pages, and empty for whatever cannot be told.
    """

    sort: str = ""
    key: Key | None = None


SOMETHING = Given()


@dataclass(frozen=True)
class Scope:
    """A place in a template. `present` are keys that have a value wherever we get here."""

    dot: Value
    frames: tuple[dict[str, Value], ...] = field(default_factory=lambda: ({},))
    given: tuple[Given, ...] = ()
    present: frozenset[Key] = frozenset()

    def called(self, dot: Value) -> Scope:
        """Within another template, which has its own variables."""
        return Scope(dot, ({"$": dot},), self.given, self.present)

    def inner(self, *given: Given, dot: Value | None = None) -> Scope:
        """Within a branch or loop."""
        present = (
            above for g in given if g.sort in ("set", "loop") and g.key for above in g.key.lineage
        )
        return replace(
            self,
            dot=self.dot if dot is None else dot,
            frames=(*self.frames, {}),
            given=tuple(dict.fromkeys((*self.given, *given))),
            present=self.present.union(present),
        )

    def get(self, name: str) -> Value | None:
        """What a variable may be."""
        return next((frame[name] for frame in reversed(self.frames) if name in frame), None)

    def set(self, name: str, value: Value, *, declares: bool) -> None:
        """Give a variable a value; one that is set anew may still have what it had."""
        frame = next((f for f in reversed(self.frames) if name in f), self.frames[-1])
        if declares:
            self.frames[-1][name] = value
        else:
            frame[name] = in_short(either(frame.get(name, ()), value))

    def is_certain(self, key: Key) -> bool:
        """Whether nothing but the key itself decides whether we get here, loops left aside."""
        lineage = set(key.lineage)
        return all(
            given.sort in ("each", "loop")
            or (given.sort == "set" and given.key and (given.key in lineage or _is_in(key, given)))
            for given in self.given
        )


def _is_in(key: Key, given: Given) -> bool:
    return given.key is not None and key in given.key.lineage
