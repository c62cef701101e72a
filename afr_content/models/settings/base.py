"""What the models of Hugo's settings share.

Hugo takes its keys in any letter case. Up to 0.111 it cast values one by one and passed over those
that did not fit; since 0.112 it decodes the settings as a whole and stops at such a value. That is
what builds with 0.111.3, 0.147.9 and 0.168.0 did.
"""

from __future__ import annotations

from typing import Any, ClassVar

from afr_content.models.base import FrontMatterModel
from afr_content.models.keys import Key, Wrong, alters
from afr_content.models.types import Text

STRICT_SINCE = "0.112"
"""The Hugo that came to stop at values that do not fit."""
UNSET = alters("it counts as not set")


class SettingsItem(FrontMatterModel):
    """A map in a list of Hugo's settings."""

    any_case: ClassVar[bool] = True


class SettingsModel(SettingsItem):
    """A map in Hugo's settings."""

    last_keys: ClassVar[tuple[str, ...]] = ("merge",)

    merge: Text = Key(
        "How settings of the theme are merged in: `none`, `shallow` or `deep`.", alias="_merge"
    )


def Setting(  # noqa: N802 - as `Key`
    description: str, alias: str | None = None, *, default: object = None, wrong: Wrong = UNSET
) -> Any:
    """A key that Hugo itself casts: a wrong value is passed over, or stops Hugo since 0.112."""
    return Key(description, alias=alias, default=default, wrong=wrong, refused_since=STRICT_SINCE)
