"""What the contact widget took from `params.yaml`, until theme 5.4: its block has it itself."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from afr_content.errors import FrontMatterError
from afr_content.formatting import FormatError, format_text
from afr_content.frontmatter import parse
from afr_content.hugo import BOTH, Dialect, value_of
from afr_content.migration.toml_tree import read_toml, untyped
from afr_content.migration.tree import Branch, Key
from afr_content.migration.yaml_tree import read_yaml
from afr_content.settings import Settings, SettingsFile

_KEYS: Final = (
    "email", "phone", "appointment_url", "address", "directions", "office_hours", "contact_links",
    "coordinates",
)  # fmt: skip
_PARAMS: Final = "params"
_FENCES: Final = {"yaml": "---", "toml": "+++"}
_NOTHING: Final[tuple[Any, ...]] = (None, "", [], {})


class Given(NamedTuple):
    """A setting that a block takes over: its lines, and what each Hugo reads of them."""

    name: str
    key: Key
    data: dict[Dialect, Any]


def contact_settings(settings: Settings) -> tuple[Given, ...]:
    """What the settings say of how to get in touch, as it is written there."""
    found = (_given(settings, name) for name in _KEYS)
    return tuple(given for given in found if given)


def _given(settings: Settings, name: str) -> Given | None:
    place = settings.entry(_PARAMS, name)
    if place is None:
        return None
    file, entry = place
    try:
        read = {dialect: value_of(entry.value, dialect, lower=True) for dialect in BOTH}
        key = _tree(file).at(f"{_PARAMS}.{name}" if file.prefix == () else name)
    except (FrontMatterError, FormatError):
        return None
    if key is None or any(value in _NOTHING for value in read.values()):
        return None
    key.above, key.below = [], []
    is_toml = _format(file) == "toml"
    return Given(name, key, {d: untyped(v) if is_toml else v for d, v in read.items()})


def _format(file: SettingsFile) -> str:
    return file.document.fences.format if file.document.fences else ""


def _tree(file: SettingsFile) -> Branch:
    """The tree of a settings file. Raises FormatError where it does not parse."""
    fence = _FENCES.get(_format(file))
    if fence is None:
        return Branch()
    text = file.document.text.removeprefix("\ufeff")
    document = parse(format_text(f"{fence}\n{text.rstrip()}\n{fence}\n", key_order="preserve"))
    if fence == "+++":
        return read_toml(document, lower=True)
    return read_yaml(document, lower=True) or Branch()
