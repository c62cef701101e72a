"""Names that are nearly right."""

from __future__ import annotations

from functools import lru_cache

_LONG = 9
_SHORT = 4


@lru_cache(maxsize=4096)
def nearest(word: str, names: tuple[str, ...]) -> str | None:
    """The one name that `word` is a slip of, letter case aside; None when there is none or several.

    A slip is one letter wrong, missing, doubled or swapped with its neighbour (two in words of
    nine letters and more), the plural for the singular, or `-`, `_` and capitals used otherwise.
    In words of up to four letters a wrong letter is none, nor a missing one at either end, and the
    first letter is never wrong: `path` is no slip of `math`.
    """
    distances = {name: _slips(word, name) for name in names}
    best = min(distances.values(), default=_LONG)
    found = [name for name, distance in distances.items() if distance == best]
    allowed = 2 if len(word) >= _LONG else 1
    return found[0] if best <= allowed and len(found) == 1 else None


def is_one_slip(word: str, name: str) -> bool:
    """Whether a single slip, or none but case and hyphens, lies between two names."""
    return _slips(word, name) <= 1


def _slips(word: str, name: str) -> int:
    one, other = _fold(word), _fold(name)
    if one == other:
        return 0
    if sorted(one) == sorted(other):
        return _distance(one, other)
    if _once(one) == _once(other) or one in _plurals(other) or other in _plurals(one):
        return 1
    if one[:1] != other[:1] or _is_short(one, other):
        return _LONG
    return _distance(one, other)


def _is_short(one: str, other: str) -> bool:
    """Whether the words are too short to tell a slip by one letter, but for one left out within."""
    if min(len(one), len(other)) > _SHORT:
        return False
    return len(one) == len(other) or min(len(one), len(other)) < 3 or one[-1:] != other[-1:]


def _once(word: str) -> str:
    """The word with each run of one letter cut to a single one."""
    return "".join(
        letter for before, letter in zip(" " + word, word, strict=False) if letter != before
    )


def _plurals(word: str) -> tuple[str, ...]:
    return (f"{word}s", f"{word}es", f"{word[:-1]}ies")


@lru_cache(maxsize=4096)
def _fold(word: str) -> str:
    return "".join(char for char in word.lower() if char.isalnum())


@lru_cache(maxsize=65536)
def _distance(a: str, b: str) -> int:
    """How many letters to change, add, take out or swap; counted up to 3."""
    if abs(len(a) - len(b)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        earlier, before, row = before, row, [i]
        for j, other in enumerate(b, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return min(row[-1], 3)
