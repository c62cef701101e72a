"""How a model declares a key: what it means, since when it is read, what a wrong value does."""

from __future__ import annotations

from enum import Enum
from typing import Any, NamedTuple

from pydantic import Field
from pydantic.fields import FieldInfo

from afr_content.hugo import HugoVersion
from afr_content.theme import EVERY, ThemeVersion, Versions


class Effect(Enum):
    """What a mistake does to the built site."""

    BREAKS = "the build stops"
    LOSES = "content is lost"
    ALTERS = "the page renders otherwise than written"
    NOTHING = "nothing reads it"


class Wrong(NamedTuple):
    """What happens when a key's value is not of the kind its templates expect."""

    effect: Effect
    text: str = ""


def breaks(text: str = "the build stops") -> Wrong:
    """Hugo stops with an error."""
    return Wrong(Effect.BREAKS, text)


def loses(text: str) -> Wrong:
    """Something the author wrote does not appear."""
    return Wrong(Effect.LOSES, text)


def alters(text: str = "") -> Wrong:
    """The page looks otherwise than written."""
    return Wrong(Effect.ALTERS, text)


class KeyFacts(NamedTuple):
    """What a model knows of a key beside its type; stands in the field's metadata.

    `missing` is what the lack of a required key does; `asked_first` tells that templates ask for
    the map before they look into it.
    """

    versions: Versions = EVERY
    wrong: Wrong = Wrong(Effect.ALTERS)
    unread: str = ""
    missing: Wrong = Wrong(Effect.BREAKS)
    wrong_since: tuple[ThemeVersion, Wrong] | None = None
    refused_since: HugoVersion | None = None
    asked_first: bool = False

    def wrong_in(self, theme: ThemeVersion | None) -> Wrong:
        """What a wrong value does in a version of the theme; the worse when it is not known."""
        if theme and self.wrong_since and theme >= self.wrong_since[0]:
            return self.wrong_since[1]
        return self.wrong

    def wrong_by(self, theme: ThemeVersion | None, hugo: HugoVersion | None) -> Wrong:
        """What a wrong value does; one that only newer Hugos refuse is said to be so."""
        wrong, since = self.wrong_in(theme), self.refused_since
        if since is None:
            return wrong
        if hugo and hugo >= since:
            return breaks()
        text = f"Hugo {since.major}.{since.minor} and later stop here"
        return Wrong(wrong.effect, f"{wrong.text}; {text}" if wrong.text else text)


def Key(  # noqa: N802 - reads as the declaration it is, like pydantic's Field
    description: str,
    *,
    default: object = None,
    required: bool = False,
    missing: Wrong | None = None,
    alias: str | None = None,
    since: str | None = None,
    until: str | None = None,
    wrong: Wrong | None = None,
    wrong_since: tuple[str, Wrong] | None = None,
    refused_since: str | None = None,
    unread: str = "",
    asked_first: bool = False,
    examples: list[Any] | None = None,
) -> Any:
    """A key of the front matter.

    `description` is the help, the schema text and the editor hover. `default` is what the
    templates take when the key is missing. `since` and `until` are the theme versions that read
    it, both included. `wrong` says what a value of another kind does, `missing` what the lack of a
    required key does (as `wrong`, unless said); `wrong_since` is a version of the theme and what
    a wrong value does from that version on; `refused_since` is the Hugo that came to stop at one.
    `asked_first` is for a map in a block that may be empty, as templates look first whether it is.
    `unread` says why nothing reads the key although sites have it. `alias` is the key as written
    where that is no Python name or has capitals.
    """
    wrong = wrong or alters()
    facts = KeyFacts(
        Versions.of(since, until),
        wrong,
        unread,
        missing or wrong,
        (ThemeVersion.parse(wrong_since[0]), wrong_since[1]) if wrong_since else None,
        HugoVersion.parse(refused_since) if refused_since else None,
        asked_first,
    )
    extra = {
        "x-since": since,
        "x-until": until,
        "x-unread": unread or None,
        "x-asked-first": asked_first or None,
    }
    field = Field(
        default=... if required else default,
        description=description,
        alias=alias,
        examples=examples,
        json_schema_extra={name: value for name, value in extra.items() if value},
    )
    assert isinstance(field, FieldInfo)
    field.metadata.append(facts)
    return field
