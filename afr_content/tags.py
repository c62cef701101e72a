"""What YAML's explicit tags, such as `!!int`, make of a scalar in the two dialects."""

from __future__ import annotations

import base64
import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from afr_content.errors import refused
from afr_content.nodes import Scalar
from afr_content.plain import go_text, resolve_new, resolve_old

CORE: Final = "tag:yaml.org,2002:"
NON_SPECIFIC: Final = "!"
_OLD_TYPED: Final = {
    f"{CORE}{name}": name for name in ("bool", "int", "float", "null", "timestamp")
}

_NEW_TAGS: Final = frozenset(
    {"str", "int", "float", "bool", "null", "timestamp", "binary"}
    | {"seq", "omap", "map", "set", "merge"}
)


def old_tagged(scalar: Scalar) -> object:
    """A scalar with a tag, up to Hugo 0.151. Raises FrontMatterError when the two do not agree."""
    tag = scalar.tag
    if tag == f"{CORE}binary":
        return _old_binary(scalar)
    wanted = _OLD_TYPED.get(tag or "")
    if wanted is None:
        return scalar.text
    if wanted == "timestamp":
        if parse_timestamp(scalar.text):
            return scalar.text
        raise refused("tag", f"cannot decode `{scalar.text}` as a !!timestamp", scalar.start)
    value = resolve_old(scalar.text)
    found = _type_name(value)
    if wanted == "float" and found == "int" and isinstance(value, int) and value < 2**63:
        return float(value)
    if found != wanted:
        message = f"cannot decode !!{found} `{scalar.text}` as a !!{wanted}"
        raise refused("tag", message, scalar.start)
    return value


def _type_name(value: object) -> str:
    if value is None:
        return "null"
    return type(value).__name__


def _old_binary(scalar: Scalar) -> str:
    data, whole = _base64(scalar.text)
    if not whole:
        raise refused("tag", "!!binary value contains invalid base64 data", scalar.start)
    return data.decode("utf-8", "surrogateescape")


_BASE64: Final = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")


def _base64(text: str) -> tuple[bytes, bool]:
    """The bytes up to the first character that is out of place, and whether there is none."""
    digits = re.sub(r"[\r\n]", "", text)
    match = _BASE64.match(digits)
    end = match.end() if match else 0
    return base64.b64decode(digits[:end]), end == len(digits)


def new_tagged(scalar: Scalar) -> object:
    """A scalar with a tag, from Hugo 0.152 on. Raises FrontMatterError where Hugo refuses it.

    The tag is put on what the scalar means without it: `!!str 0x10` is the text `16`.
    """
    tag = (scalar.tag or "").removeprefix(CORE)
    if tag not in _NEW_TAGS:
        return scalar.text if scalar.text or scalar.style else None
    value = scalar.text if scalar.style else resolve_new(scalar.text)
    match tag:
        case "str":
            return "" if value is None else go_text(value)
        case "int":
            return _go_int(go_text(value))
        case "float":
            return _new_float(value)
        case "bool":
            return _new_bool(scalar, value)
        case "null":
            return None
        case "timestamp":
            found = parse_timestamp(value) if isinstance(value, str) else None
            return found or datetime(1, 1, 1, tzinfo=UTC)
        case "binary":
            return _new_binary(scalar, value)
    if value is None:
        return None
    raise refused("tag", f"!!{tag} on a scalar", scalar.start)


def _go_int(text: str) -> int:
    number = int(text) if re.fullmatch(r"[-+]?[0-9]+", text) else 0
    return number if -(2**63) <= number < 2**63 else 2**63 - 1 if number > 0 else -(2**63)


def _new_float(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, float):
        return value
    if isinstance(value, str):
        return _go_float(value)
    return 0


def _go_float(text: str) -> float:
    lowered = text.lower().lstrip("+-") if text[:1] in "+-" else text.lower()
    if lowered in ("inf", "infinity", "nan") or re.fullmatch(
        r"[-+]?(?:\.[0-9]+|[0-9]+\.?[0-9]*)(?:[eE][-+]?[0-9]+)?", text
    ):
        return float(text)
    return 0.0


def _new_bool(scalar: Scalar, value: object) -> bool:
    text = go_text(value).lower()
    if text in ("1", "t", "true", "yes"):
        return True
    if text in ("0", "f", "false", "no"):
        return False
    raise refused("tag", f"cannot convert `{scalar.text}` to boolean", scalar.start)


def _new_binary(scalar: Scalar, value: object) -> list[int]:
    if not isinstance(value, str):
        raise refused("tag", f"cannot convert `{scalar.text}` to string", scalar.start)
    return list(_base64(value)[0])


_TIMESTAMP: Final = re.compile(
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
    r"(?:(?P<t>[Tt ])(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{1,2}):(?P<second>[0-9]{1,2})"
    r"(?:[.,](?P<fraction>[0-9]+))?(?P<zone>Z|[-+][0-9]{2}:[0-9]{2})?)?"
)


def parse_timestamp(text: str) -> datetime | None:
    """The time that both libraries take a `!!timestamp` for; None if it is none."""
    match = _TIMESTAMP.fullmatch(text)
    if not match or bool(match["zone"]) != ((match["t"] or " ") in "Tt"):
        return None
    year, month, day, hour, minute, second = (
        int(match[name] or 0) for name in ("year", "month", "day", "hour", "minute", "second")
    )
    micro = int(f"{match['fraction'] or ''}000000"[:6])
    try:
        zone = _zone(match["zone"] or "Z")
        return datetime(year, month, day, hour, minute, second, micro, tzinfo=zone)
    except ValueError:
        return None


def _zone(text: str) -> timezone:
    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[4:6])
    if hours > 24 or minutes > 59:
        raise ValueError(text)
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset)
