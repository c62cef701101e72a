"""The kinds of value that the theme's templates accept.

Each is what the templates do with a value, not what looks tidy: `Text` takes a number, since
`title: 2021` prints as "2021"; `Columns` takes the string "1" only, since the templates compare
with a string.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from afr_content.theme import ThemeVersion, Versions

JsonSchemaValue = dict[str, Any]
"""As Pydantic calls it; its own module is slow to import."""


@dataclass(frozen=True, eq=False)
class Kind:
    """A kind of value: its name, what an author should write, and what it accepts.

    `name` is what rules sort by; `accepts` gets the value as Hugo reads it. An empty value is
    always right, as to the templates it is no value.
    """

    name: str
    expected: str
    accepts: Callable[[Any], bool]
    schema: JsonSchemaValue
    values: tuple[object, ...] = ()

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self._validate)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return dict(self.schema)

    def for_theme(self, theme: ThemeVersion | None) -> Kind:
        """The kind that holds in a version of the theme."""
        return self

    def _validate(self, value: object, info: ValidationInfo) -> object:
        theme = info.context.get("theme") if info.context else None
        kind = self.for_theme(theme)
        if value is not None and not kind.accepts(value):
            raise PydanticCustomError(
                "kind", "expected {expected}", {"expected": kind.expected, "kind": kind}
            )
        return value


@dataclass(frozen=True, eq=False)
class ByVersion(Kind):
    """A kind that changed with the theme's version."""

    kinds: tuple[tuple[Versions, Kind], ...] = ()

    def for_theme(self, theme: ThemeVersion | None) -> Kind:
        if theme is None:
            return self
        return next((kind for versions, kind in self.kinds if theme in versions), self)


def by_version(*kinds: tuple[str | None, str | None, Kind]) -> ByVersion:
    """A kind for each range of versions: `(since, until, kind)`, both ends included.

    Where the version is not known, what any of them accepts is accepted.
    """
    parts = tuple((Versions.of(since, until), kind) for since, until, kind in kinds)
    return ByVersion(
        name=parts[-1][1].name,
        expected=" or ".join(dict.fromkeys(kind.expected for _, kind in parts)),
        accepts=lambda value: any(kind.accepts(value) for _, kind in parts),
        schema={"anyOf": [kind.schema for _, kind in parts]},
        values=tuple(dict.fromkeys(value for _, kind in parts for value in kind.values)),
        kinds=parts,
    )


def choice(
    *values: str | int,
    name: str = "choice",
    expected: str = "",
    any_case: bool = False,
    exact: tuple[str, ...] = (),
) -> Kind:
    """One of some values, of exactly that type: the number 1 is not the string "1".

    `any_case` is for values that may be in capitals, but for those in `exact`.
    """
    texts = {value for value in values if isinstance(value, str)} - {*exact}
    folded = {text.lower() for text in texts} if any_case else set()

    def accepts(value: object) -> bool:
        if isinstance(value, str) and (value == "" or value.lower() in folded):
            return True
        return any(type(value) is type(v) and value == v for v in values)

    return Kind(name, expected or one_of(values), accepts, _choice_schema(values, folded), values)


def _choice_schema(values: tuple[str | int, ...], folded: set[str]) -> JsonSchemaValue:
    exact = {"enum": list(dict.fromkeys([*values, ""]))}
    if not folded:
        return exact
    return {
        "anyOf": [
            exact,
            {"type": "string", "pattern": f"^({'|'.join(map(_folding, sorted(folded)))})$"},
        ]
    }


def _folding(text: str) -> str:
    """A regular expression for a text in any letter case, without flags: JSON Schema has none."""
    return "".join(f"[{c}{c.upper()}]" if c.isalpha() else re.escape(c) for c in text)


def one_of(values: tuple[str | int, ...]) -> str:
    """The values as an author would write them: `"1"` or `"2"`."""
    written = [f"`{_written(value)}`" for value in values]
    return written[0] if len(written) == 1 else f"{', '.join(written[:-1])} or {written[-1]}"


def _written(value: str | int) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    looks_like_number = isinstance(value, str) and re.fullmatch(r"[\d.]*", value)
    return f'"{value}"' if looks_like_number else str(value)


class EmptyTextToo:
    """Marks a list or map that may also be an empty text: templates ask whether it is set."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(
            lambda value, inner: None if value == "" else inner(value), handler(source)
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [handler(schema), {"const": ""}]}


EMPTY_TEXT_TOO = EmptyTextToo()


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_text(value: object) -> bool:
    """Whatever prints as a text."""
    return not isinstance(value, list | dict)


def _is_folders(value: object) -> bool:
    """Folders; the first must not be empty, as it is looked for."""
    if not isinstance(value, list):
        return value == ""
    is_named = not value or value[0] is not None
    return is_named and all(item is None or isinstance(item, str) for item in value)


def _is_word(value: object) -> bool:
    """A text that names something; `false` is as good as none."""
    return isinstance(value, str) or value is False


def _is_whole(value: object) -> bool:
    """What Hugo's cast to an integer takes: 5, "5", ""; not " 5 " or "08"."""
    if isinstance(value, str):
        return re.fullmatch(_WHOLE, value) is not None
    return isinstance(value, int) and not isinstance(value, bool)


def _is_count(value: object) -> bool:
    return _is_whole(value) and not str(value).startswith("-")


def _is_decimal(value: object) -> bool:
    return _is_number(value) or value == ""


def _is_printed_number(value: object) -> bool:
    return _is_number(value) or (
        isinstance(value, str) and re.fullmatch(_PRINTED_NUMBER, value) is not None
    )


def _is_css_length(value: object) -> bool:
    return value == 0 or (isinstance(value, str) and re.fullmatch(_CSS_LENGTH, value) is not None)


def _is_css_lengths(value: object) -> bool:
    if isinstance(value, list):
        return len(value) <= 4 and all(part is None or _is_css_length(part) for part in value)
    return bool(value == "")


def _is_background_size(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(_BACKGROUND_SIZE, value) is not None


def _is_names(value: object) -> bool:
    return isinstance(value, str) or _is_text_list(value)


def _is_text_list(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_loose_text_list(value: object) -> bool:
    return value == "" or _is_text_list(value)


def _is_csl_name(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(_CSL_NAME, value) is not None


def _is_csl_names(value: object) -> bool:
    return value == "" or (
        isinstance(value, list) and all(item is None or _is_csl_name(item) for item in value)
    )


def _is_type_number(value: object) -> bool:
    return (isinstance(value, str | int) and not isinstance(value, bool)) and str(
        value
    ) in _TYPE_NUMBERS


def _is_type_numbers(value: object) -> bool:
    return value == "" or (
        isinstance(value, list) and all(item is None or _is_type_number(item) for item in value)
    )


def _is_cast_flag(value: object) -> bool:
    """What Hugo's cast to a boolean reads without a guess."""
    if isinstance(value, str):
        return value in (*_CAST_FLAGS, "")
    return isinstance(value, bool) or value in (0, 1)


def _is_address(value: object) -> bool:
    return _is_text(value) and value is not True


def _is_own_address(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(_OWN_ADDRESS, value) is not None


def _is_link(value: object) -> bool:
    return _is_address(value) and not (isinstance(value, str) and re.fullmatch(_MAIL, value))


def _is_icon(value: object) -> bool:
    return _is_text(value) and re.match(_PREFIXED_ICON, str(value)) is None


def _is_color(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(_BARE_HEX, value) is None


def _is_interval(value: object) -> bool:
    return value in (False, "false") or _is_printed_number(value)


def _is_sort_field(value: object) -> bool:
    if not isinstance(value, str):
        return False
    return value in _PAGE_FIELDS or re.fullmatch(r"[A-Z]\w*", value) is None


def _is_date_layout(value: object) -> bool:
    """A text without the letters of other programs, such as `YYYY-MM-DD` and `%d %b`."""
    return isinstance(value, str) and _FOREIGN_LAYOUT.search(value) is None


def _is_map(value: object) -> bool:
    return isinstance(value, dict)


def _is_list_of_maps(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_map, value))


_FOREIGN_LAYOUT = re.compile(r"\b(Y{2,4}|y{2,4}|M{1,4}|D{1,2}|d{1,2}|H{1,2}|h{1,2})\b|%[A-Za-z]")
_CAST_FLAGS = ("1", "t", "T", "true", "True", "TRUE", "0", "f", "F", "false", "False", "FALSE")
_OWN_ADDRESS = r"(?!https?://).*"
_MAIL = r"[^\s@/:?#]+@[^\s@/:?#]+\.[^\s@/:?#]+"
_PREFIXED_ICON = r"(fa[bdlrs]? )?fa-"
_BARE_HEX = r"([\da-fA-F]{3}){1,2}|[\da-fA-F]{8}"
_PAGE_FIELDS = (
    "Date",
    "Title",
    "LinkTitle",
    "Weight",
    "Lastmod",
    "PublishDate",
    "ExpiryDate",
    "Name",
    "Path",
    "RelPermalink",
    "Permalink",
    "Section",
    "Type",
    "Kind",
    "Lang",
    "Language",
    "Description",
    "Summary",
    "Slug",
    "Draft",
    "Layout",
    "WordCount",
    "FuzzyWordCount",
    "ReadingTime",
    "Plain",
    "Content",
    "Len",
    "File",
    "Parent",
    "IsPage",
    "IsSection",
    "IsNode",
    "BundleType",
    "TranslationKey",
    "Keywords",
    "Aliases",
)
_TYPE_NUMBERS = tuple("012345678")
_PRINTED_NUMBER = r"\s*([-+]?(\d+(\.\d*)?|\.\d+))?\s*"
_WHOLE = r"[-+]?(0[0-7]*|[1-9][0-9]*)|"
_COUNT = r"\+?(0[0-7]*|[1-9][0-9]*)|"
_CSS_LENGTH = r"\s*|[-+]?0*(\.0*)?|.*[^-+.\d\s].*"
_BACKGROUND_SIZE = r"|actual|auto|cover|contain|inherit|initial|.*\d.*"
_CSL_NAME = r"(.*[^\d\s].*)?"
_DATE_EXAMPLE = "a date such as `2021-09-30`"

_PRINTABLE: JsonSchemaValue = {"type": ["string", "number", "boolean"]}
_TEXTS_SCHEMA: JsonSchemaValue = {
    "type": "array",
    "items": {"type": ["string", "number", "boolean", "null"]},
}
_EMPTY: JsonSchemaValue = {"const": ""}


def _any_of(*schemas: JsonSchemaValue) -> JsonSchemaValue:
    return {"anyOf": list(schemas)}


def _text_like(pattern: str) -> JsonSchemaValue:
    return {"type": "string", "pattern": f"^({pattern})$"}


TEXT = Kind("text", "a text", _is_text, _PRINTABLE)
NAME = Kind(
    "name",
    "a name",
    lambda value: isinstance(value, str) and value != "",
    {"type": "string", "minLength": 1},
)
WORD = Kind("word", "a text", _is_word, _any_of({"type": "string"}, {"const": False}))
FLAG = Kind(
    "flag",
    "`true` or `false`",
    lambda value: isinstance(value, bool) or value == "",
    {"enum": [True, False, ""]},
    (True, False),
)
STRICT_FLAG = Kind(
    "flag",
    "`true` or `false`",
    lambda value: isinstance(value, bool),
    {"type": "boolean"},
    (True, False),
)
WHOLE = Kind(
    "whole",
    "a whole number",
    _is_whole,
    _any_of({"type": "integer"}, _text_like(_WHOLE)),
)
COUNT = Kind(
    "count",
    "a whole number, not below 0",
    _is_count,
    _any_of({"type": "integer", "minimum": 0}, _text_like(_COUNT)),
)
INDEX = Kind(
    "count",
    "a whole number, not below 0",
    lambda value: value != "" and _is_count(value),
    _any_of({"type": "integer", "minimum": 0}, _text_like(_COUNT.removesuffix("|"))),
)
NUMBER = Kind("number", "a number", _is_decimal, _any_of({"type": "number"}, _EMPTY))
PRINTED_NUMBER = Kind(
    "printed-number",
    "a number",
    _is_printed_number,
    _any_of({"type": "number"}, _text_like(_PRINTED_NUMBER)),
)
COLUMNS = choice("1", "2", name="columns")
CSS_LENGTH = Kind(
    "css-length",
    "a CSS length such as `300px`",
    _is_css_length,
    _any_of({"const": 0}, _text_like(_CSS_LENGTH)),
)
CSS_LENGTHS = Kind(
    "css-lengths",
    'a list of one to four CSS lengths such as `["20px", "0", "20px", "0"]`',
    _is_css_lengths,
    _any_of(
        {
            "type": "array",
            "maxItems": 4,
            "items": _any_of({"const": 0}, {"type": "null"}, _text_like(_CSS_LENGTH)),
        },
        _EMPTY,
    ),
)
BACKGROUND_SIZE = Kind(
    "background-size",
    "`cover`, `contain`, `actual` or a CSS size",
    _is_background_size,
    _text_like(_BACKGROUND_SIZE),
    ("cover", "contain", "actual"),
)
TEXT_LIST = Kind("text-list", "a list", _is_text_list, _TEXTS_SCHEMA)
LOOSE_TEXT_LIST = Kind("text-list", "a list", _is_loose_text_list, _any_of(_TEXTS_SCHEMA, _EMPTY))
FOLDERS = Kind(
    "text-list",
    "a list",
    _is_folders,
    _any_of(
        {
            "type": "array",
            "prefixItems": [{"type": "string"}],
            "items": {"type": ["string", "null"]},
        },
        _EMPTY,
    ),
)
NAMES = Kind("names", "a list of texts", _is_names, _any_of({"type": "string"}, _TEXTS_SCHEMA))
ICON_PACK = choice(
    "fas",
    "fab",
    "far",
    "fal",
    "fa",
    "ai",
    "emoji",
    "custom",
    "wc",
    name="icon-pack",
    expected="`fas`, `fab`, `far`, `ai`, `emoji` or `custom`",
)
VIEW_NAMES = ("compact", "list", "card", "citation", "masonry", "showcase")
VIEW = by_version(
    (None, "5.4", choice(1, 2, 3, 4, name="view")),
    (
        "5.5",
        None,
        choice(*VIEW_NAMES, 1, 2, 3, 4, 5, name="view", expected=one_of(VIEW_NAMES), any_case=True),
    ),
)
PORTFOLIO_VIEW = by_version(
    (None, "5.4", choice(1, 2, 3, 5, name="view")),
    (
        "5.5",
        None,
        choice(
            *VIEW_NAMES,
            *range(1, 6),
            name="view",
            expected=one_of(VIEW_NAMES),
            any_case=True,
            exact=("masonry", "showcase"),
        ),
    ),
)
PUBLICATION_TYPE = by_version(
    (None, "5.8", choice(*_TYPE_NUMBERS, name="publication-type")),
    (
        "5.9",
        None,
        Kind(
            "publication-type",
            "a type such as `article-journal`",
            _is_csl_name,
            _text_like(_CSL_NAME),
        ),
    ),
)
PUBLICATION_TYPES = by_version(
    (
        None,
        "5.8",
        Kind(
            "publication-types",
            'a list with a number from `"0"` to `"8"`',
            _is_type_numbers,
            _any_of(
                {"type": "array", "items": {"enum": [*_TYPE_NUMBERS, *range(9), None]}}, _EMPTY
            ),
            _TYPE_NUMBERS,
        ),
    ),
    (
        "5.9",
        None,
        Kind(
            "publication-types",
            "a list with a type such as `article-journal`",
            _is_csl_names,
            _any_of(
                {"type": "array", "items": _any_of(_text_like(_CSL_NAME), {"type": "null"})}, _EMPTY
            ),
        ),
    ),
)
CAST_FLAG = Kind(
    "flag",
    "`true` or `false`",
    _is_cast_flag,
    _any_of({"type": "boolean"}, {"enum": [0, 1, *_CAST_FLAGS, ""]}),
    (True, False),
)
ADDRESS = Kind(
    "address",
    "an address or a file name",
    _is_address,
    _any_of({"const": False}, {"type": ["string", "number"]}),
)
OWN_ADDRESS = Kind(
    "own-address",
    "a path of this site such as `/contact/`",
    _is_own_address,
    _text_like(_OWN_ADDRESS),
)
LINK = Kind(
    "link",
    "a web address (a mail address needs `mailto:`)",
    _is_link,
    _any_of(
        {"const": False},
        {"type": "number"},
        {"type": "string", "pattern": f"^(?!{_MAIL}$)"},
    ),
)
ICON = Kind(
    "icon",
    "the name of an icon without `fa-`",
    _is_icon,
    _PRINTABLE | {"pattern": f"^(?!{_PREFIXED_ICON})"},
)
CSS_COLOR = Kind(
    "css-color",
    'a CSS color such as `navy` or `"#fff"`',
    _is_color,
    {"type": "string", "pattern": f"^(?!({_BARE_HEX})$)"},
)
INTERVAL = Kind(
    "interval",
    "a number of milliseconds or `false`",
    _is_interval,
    _any_of({"type": "number"}, {"enum": [False, "false"]}, _text_like(_PRINTED_NUMBER)),
)
SORT_FIELD = Kind(
    "sort-field",
    "a field such as `Date` or `Title`, or `Params.` and a key",
    _is_sort_field,
    _any_of({"enum": list(_PAGE_FIELDS)}, {"type": "string", "pattern": r"^(?![A-Z]\w*$)"}),
    _PAGE_FIELDS[:4],
)
DATE_LAYOUT = Kind(
    "date-layout",
    "a Go layout such as `2 January 2006`",
    _is_date_layout,
    {"type": "string"},
)
PLACEMENT = choice(1, 2, 3, name="placement")
FOCAL_POINT = choice(
    "Smart",
    "Center",
    "TopLeft",
    "Top",
    "TopRight",
    "Left",
    "Right",
    "BottomLeft",
    "Bottom",
    "BottomRight",
    name="focal-point",
    any_case=True,
)
MAP = Kind("map", "a map (keys indented below)", _is_map, {"type": "object"})
MAPS = Kind(
    "maps",
    "a map or a list of maps",
    lambda value: _is_map(value) or _is_list_of_maps(value),
    _any_of({"type": "object"}, {"type": "array", "items": {"type": "object"}}),
)
LIST_OF_MAPS = Kind(
    "list-of-maps",
    "a list of maps (`- key: value`)",
    _is_list_of_maps,
    {"type": "array", "items": {"type": "object"}},
)
DATE = Kind("date", _DATE_EXAMPLE, _is_text, _PRINTABLE)
ITEM_DATE = Kind("item-date", _DATE_EXAMPLE, _is_text, _PRINTABLE)
START_DATE = Kind(
    "item-date",
    _DATE_EXAMPLE,
    lambda value: _is_text(value) and value != "",
    _any_of({"type": "string", "minLength": 1}, {"type": "number"}),
)
ANYTHING = Kind("anything", "anything", lambda value: True, {})

Text = Annotated[Any, TEXT]
"""A text; numbers and booleans are printed as they are."""
DateLayout = Annotated[Any, DATE_LAYOUT]
"""How a date looks: as the 2nd of January 2006, 15:04:05, would be written."""
Name = Annotated[Any, NAME]
"""The name of a folder: not empty, and no number."""
Word = Annotated[Any, WORD]
"""A text that names a file or folder: a number is none to the templates."""
Flag = Annotated[Any, FLAG]
"""A real YAML boolean: a quoted `"false"` counts as true in templates."""
StrictFlag = Annotated[Any, STRICT_FLAG]
"""A real YAML boolean; an empty text is no boolean either."""
Whole = Annotated[Any, WHOLE]
"""A whole number, quoted or not: Hugo casts it."""
Count = Annotated[Any, COUNT]
"""A whole number, quoted or not, that must not be negative."""
Index = Annotated[Any, INDEX]
"""A place in a list, counted from 0: Hugo casts it, before 0.147 not an empty text."""
Number = Annotated[Any, NUMBER]
"""A number, not quoted: the template calculates with it."""
PrintedNumber = Annotated[Any, PRINTED_NUMBER]
"""A number, quoted or not, without a unit: the template writes it into CSS."""
Columns = Annotated[Any, COLUMNS]
"""The string "1" or "2": templates compare with a string, a number never matches."""
CssLength = Annotated[Any, CSS_LENGTH]
"""A CSS length with its unit."""
CssLengths = Annotated[Any, CSS_LENGTHS]
"""A list of CSS lengths, joined with blanks."""
BackgroundSize = Annotated[Any, BACKGROUND_SIZE]
"""How large a background image is."""
TextList = Annotated[Any, TEXT_LIST]
"""A list whose items are texts: `range` over a string stops the build or prints byte codes."""
LooseTextList = Annotated[Any, LOOSE_TEXT_LIST]
"""A list of texts; an empty text is no list, but its templates ask first whether it is set."""
Folders = Annotated[Any, FOLDERS]
"""A list of folders, whose names must be no numbers; an empty text is none."""
Names = Annotated[Any, NAMES]
"""A list of texts, or a single one, which Hugo takes as a list of one."""
IconPack = Annotated[Any, ICON_PACK]
"""Which font or folder an icon is from: it becomes the name of a CSS class."""
View = Annotated[Any, VIEW]
"""How a list of pages looks: a number until 5.4, a name since."""
PortfolioView = Annotated[Any, PORTFOLIO_VIEW]
"""How a portfolio looks: a number until 5.4, a name since, which for two is not in capitals."""
PublicationType = Annotated[Any, PUBLICATION_TYPE]
"""What kind of publication: a number as a text until 5.8, a CSL name since."""
PublicationTypes = Annotated[Any, PUBLICATION_TYPES]
"""A list of kinds of publication, of which the first counts."""
CastFlag = Annotated[Any, CAST_FLAG]
"""A boolean that Hugo casts, so that `"true"` will do."""
Address = Annotated[Any, ADDRESS]
"""A web address, or a file beside the page."""
Link = Annotated[Any, LINK]
"""A web address; a mail address needs `mailto:`."""
Icon = Annotated[Any, ICON]
"""The name of an icon: the template puts `fa-` in front of it."""
CssColor = Annotated[Any, CSS_COLOR]
"""A CSS colour; a number is none."""
Interval = Annotated[Any, INTERVAL]
"""Milliseconds, or `false` for never."""
SortField = Annotated[Any, SORT_FIELD]
"""What to sort pages by."""
OwnAddress = Annotated[Any, OWN_ADDRESS]
"""An address within the site: Hugo refuses `https://`."""
Placement = Annotated[Any, PLACEMENT]
"""How wide the featured image is."""
FocalPoint = Annotated[Any, FOCAL_POINT]
"""Which part of the featured image stays when it is cropped."""
Map = Annotated[Any, MAP]
"""A map whose keys are not looked at."""
Maps = Annotated[Any, MAPS]
"""A map or a list of maps, whose keys are not looked at."""
ListOfMaps = Annotated[Any, LIST_OF_MAPS]
"""A list of maps, whose keys are not looked at."""
Date = Annotated[Any, DATE]
"""A date that Hugo itself reads."""
ItemDate = Annotated[Any, ITEM_DATE]
"""A date that a template reads."""
StartDate = Annotated[Any, START_DATE]
"""A date that a template reads without asking whether there is one."""
Anything = Annotated[Any, ANYTHING]
"""Not looked at."""
