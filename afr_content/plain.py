"""What a YAML scalar means to each of the two YAML libraries that Hugo has used.

The old one (gopkg.in/yaml.v2, up to Hugo 0.151) follows YAML 1.1 with exceptions, the new one
(goccy/go-yaml, from 0.152 on) YAML 1.2 with others. The tests compare both with real Hugos.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_NEW_BOOLS: Final = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_OLD_BOOLS: Final = _NEW_BOOLS | {
    word: value
    for value, words in (
        (True, "y Y yes Yes YES on On ON"),
        (False, "n N no No NO off Off OFF"),
    )
    for word in words.split()
}
_NOT_FINITE: Final = {
    spelled: float(number)
    for number, words in (
        ("inf", ".inf .Inf .INF"),
        ("-inf", "-.inf -.Inf -.INF"),
        ("nan", ".nan .NaN .NAN"),
    )
    for spelled in words.split()
}
_OLD_NOT_FINITE: Final = _NOT_FINITE | dict.fromkeys(("+.inf", "+.Inf", "+.INF"), float("inf"))
_SIGNED_64: Final = range(-(2**63), 2**63)
_UNSIGNED_64: Final = range(2**64)


@lru_cache(maxsize=8192)
def resolve_old(text: str) -> object:
    """A plain scalar, as Hugo up to 0.151 takes it: None, bool, int, float or str."""
    if text in _NULLS:
        return None
    if text in _OLD_BOOLS:
        return _OLD_BOOLS[text]
    if text in _OLD_NOT_FINITE:
        return _OLD_NOT_FINITE[text]
    first = text[0]
    if first == ".":
        return _old_float(text, text)
    return _old_number(text) if first in "+-0123456789" else text


_OLD_INT: Final = re.compile(
    r"(?P<sign>[-+]?)(?:0[xX](?P<hex>[0-9a-fA-F]+)|0[bB](?P<bin>[01]+)|0[oO]?(?P<oct>[0-7]+)"
    r"|(?P<dec>0|[1-9][0-9]*))"
)
_OLD_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_BASES: Final = {"hex": 16, "bin": 2, "oct": 8, "dec": 10}


def _old_number(text: str) -> object:
    digits = text.replace("_", "")
    if match := _OLD_INT.fullmatch(digits):
        base = match.lastgroup or "dec"
        number = int(match[base], _BASES[base])
        number = -number if match["sign"] == "-" else number
        # Only a number without a sign may need all 64 bits.
        if number in _SIGNED_64 or (not match["sign"] and number in _UNSIGNED_64):
            return number
    return _old_float(text, digits)


def _old_float(text: str, digits: str) -> object:
    number = float(digits) if _OLD_FLOAT.fullmatch(digits) else float("inf")
    return text if number in (float("inf"), float("-inf")) else number


@lru_cache(maxsize=8192)
def resolve_new(text: str) -> object:
    """A plain scalar, as Hugo from 0.152 on takes it: None, bool, int, float or str."""
    if text in _NULLS:
        return None
    if text in _NEW_BOOLS:
        return _NEW_BOOLS[text]
    if text in _NOT_FINITE:
        return _NOT_FINITE[text]
    return _new_number(text) if text[0] in "+-.0123456789" else text


# The prefixes are lower case, a leading zero means octal, and only a dot makes a float. `+-5` is
# five: a plus sign is taken off before the minus is looked for.
_NEW_INT: Final = re.compile(
    r"(?P<sign>-|\+-?)?(?:0x(?P<hex>[0-9a-fA-F]+)|0b(?P<bin>[01]+)|0o?(?P<oct>[0-7]+)"
    r"|(?P<dec>0|[1-9][0-9]*))"
)
_NEW_FLOAT: Final = re.compile(
    r"(?P<sign>-|\+-?)?(?P<number>(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?)"
)


def _new_number(text: str) -> object:
    digits = text.replace("_", "")
    if match := _NEW_INT.fullmatch(digits):
        base = match.lastgroup or "dec"
        number = int(match[base], _BASES[base])
        if match["sign"] == "-":
            return -number if -number in _SIGNED_64 else text
        return number if number in _UNSIGNED_64 else text
    if match := _NEW_FLOAT.fullmatch(digits):
        value = float(match["number"])
        if value != float("inf"):
            return -value if match["sign"] == "-" else value
    return text


def go_text(value: object, *, shortest: bool = True) -> str:
    """How Go prints a value, as needed for keys and for `!!str`.

    `shortest` prints floats as `%v` does, exponents for the large and the small; otherwise every
    digit is written out.
    """
    if value is None:
        return "<nil>"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _go_float(value, shortest=shortest)
    if isinstance(value, list):
        return f"[{' '.join(go_text(item) for item in value)}]"
    if isinstance(value, dict):
        pairs = (f"{key}:{go_text(value[key])}" for key in sorted(value))
        return f"map[{' '.join(pairs)}]"
    return str(value)


def _go_float(number: float, *, shortest: bool) -> str:
    if number != number:
        return "NaN"
    if number in (float("inf"), float("-inf")):
        return "+Inf" if number > 0 else "-Inf"
    mantissa, _, exponent = repr(number).partition("e")
    if shortest and number != 0 and not 1e-4 <= abs(number) < 1e21:
        power = int(exponent)
        return f"{mantissa}e{'-' if power < 0 else '+'}{abs(power):02}"
    return f"{Decimal(repr(number)):f}".removesuffix(".0")
