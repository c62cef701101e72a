"""What an expression in a template may stand for.

A value is a tuple of alternatives, for a variable may be set in one branch and not in another.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from afr_content.templates.keys import Key


class Audience(NamedTuple):
    """Some pages of a site.

    `section` or `type` with a name; `widget` is the section that a widget shows, `block` the block
    of a landing page, `resource` pages beside another one, such as sections; `any` is any page.
    """

    sort: str
    name: str = ""


ANY = Audience("any")
RESOURCE = Audience("resource")
WIDGET = Audience("widget")
BLOCK = Audience("block")


class Condition(NamedTuple):
    """What a page must be like to be among those that `where` picks.

    `operator` is one of `=`, `!=`, `intersect` and `in`, or empty where it cannot be told.
    """

    operator: str = ""
    key: str = ""
    value: Value = ()

    @property
    def wants_nothing(self) -> bool:
        """Whether it is `nil` that the key is compared with."""
        return self.value == (Const(None),)


NOBODY_KNOWS = Condition()


class Anything(NamedTuple):
    """A value of which nothing is known."""

    sort: str = "anything"


class Const(NamedTuple):
    """A literal; `None` for `nil`."""

    value: object


class Pattern(NamedTuple):
    """A text of which parts are not known: those are `*`."""

    text: str


class Computed(NamedTuple):
    """A whole number that the template works out; the length of a key's list if there is one."""

    length_of: Key | None = None


class SiteValue(NamedTuple):
    """The site."""

    sort: str = "site"


class PageValue(NamedTuple):
    """A page, as far as it is known which."""

    audience: Audience
    conditions: tuple[Condition, ...] = ()


class PagesValue(NamedTuple):
    """A collection of pages, or of groups of pages."""

    audience: Audience
    conditions: tuple[Condition, ...] = ()
    in_groups: bool = False

    def narrowed(self, *conditions: Condition) -> PagesValue:
        """Those of the pages that meet more conditions."""
        return self._replace(conditions=(*self.conditions, *conditions))


class KeyValue(NamedTuple):
    """The value of a key; `has_default` where something stands in for one that is not there."""

    key: Key
    page: PageValue | None = None
    has_default: bool = False


class DictValue(NamedTuple):
    """What `dict` makes."""

    entries: tuple[tuple[str, Value], ...]


class ListValue(NamedTuple):
    """What `slice` makes; `items` are the alternatives for an item."""

    items: Value


class ScratchValue(NamedTuple):
    """A `.Scratch`, a `.Store` or a `newScratch`."""

    sort: str = "scratch"


Atom: TypeAlias = (
    Anything
    | Const
    | Pattern
    | Computed
    | SiteValue
    | PageValue
    | PagesValue
    | KeyValue
    | DictValue
    | ListValue
    | ScratchValue
)
Value: TypeAlias = tuple[Atom, ...]

UNKNOWN: Value = (Anything(),)


def either(*values: Value) -> Value:
    """The alternatives of several values together."""
    return tuple(dict.fromkeys(atom for value in values for atom in value))


_MANY = 3


def in_short(value: Value) -> Value:
    """A value with less alternatives, where there are many collections of the same pages."""
    pages = [atom for atom in value if isinstance(atom, PagesValue)]
    if len(pages) <= _MANY:
        return value
    others = tuple(atom for atom in value if not isinstance(atom, PagesValue))
    audiences = dict.fromkeys(atom.audience for atom in pages)
    return (*others, *(PagesValue(audience, (NOBODY_KNOWS,)) for audience in audiences))


def text_of(value: Value) -> str | None:
    """The text that a value is for certain."""
    match value:
        case (Const(value=str() as text),):
            return text
    return None


def keys_in(value: Value) -> list[KeyValue]:
    """The keys whose values a value may be."""
    return [atom for atom in value if isinstance(atom, KeyValue)]
