"""What Go's and Hugo's template functions do with their arguments, and what they give.

What a function takes and refuses was seen by building with Hugo 0.111, 0.147, 0.152 and 0.168.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from afr_content.templates.keys import How
from afr_content.templates.lookups import at
from afr_content.templates.values import (
    ANY,
    NOBODY_KNOWS,
    UNKNOWN,
    Anything,
    Atom,
    Audience,
    Computed,
    Condition,
    Const,
    DictValue,
    KeyValue,
    ListValue,
    PagesValue,
    PageValue,
    Pattern,
    ScratchValue,
    SiteValue,
    Value,
    either,
    keys_in,
    text_of,
)

if TYPE_CHECKING:
    from afr_content.templates.evaluate import Evaluator
    from afr_content.templates.scope import Scope

Arguments: TypeAlias = list[Value]
Function: TypeAlias = "Callable[[Evaluator, Arguments, Scope], Value]"

VALUES = frozenset({"site", "page", "hugo", "now"})
"""Functions whose results have fields; other names with a dot are a room and a function in it."""

_TEXTS = frozenset(
    "abslangurl absurl anchorize base base64decode base64encode chomp clean contains"
    " containsany containsnonspace countrunes countwords crc32 diff dir emojify exists ext"
    " fileexists findre findresubmatch firstupper fnv32a get getenv getmatch getremote"
    " hasprefix hassuffix highlight hmac htmlescape htmlunescape humanize i18n imageconfig"
    " joinpath lower markdownify match md5 parse plainify pluralize quote readdir readfile ref"
    " rellangurl relref relurl renderstring repeat replace replacere resolvepath safecss"
    " safehtml safehtmlattr safejs safejsstr safeurl sanitize sha1 sha256 singularize slicestr"
    " slicestring split stem substr title toasciidigit translate translatestring trim trimleft"
    " trimprefix trimright trimsuffix truncate upper urlize xxhash".split()
)
_PRINTERS = frozenset({"print", "println", "errorf", "warnf", "erroridf", "warnidf", "in", "debug"})
_ORDERS = frozenset({"sort", "shuffle", "uniq", "reverse"})
_PARTS = frozenset({"first", "last", "after", "group"})
_SETS = frozenset({"union", "intersect", "symdiff", "complement"})
_ARITHMETIC = frozenset("add sub mul div mod modbool pow sqrt log ceil floor round abs".split())
_COMPARISONS = frozenset({"eq", "ne", "lt", "le", "gt", "ge"})
_CASTS = frozenset({"int", "toint", "float", "tofloat"})
_ROOMS = {
    "cast.tostring": "print", "collections.dictionary": "dict",
    "collections.newscratch": "newscratch", "compare.conditional": "cond", "fmt.print": "print",
    "fmt.printf": "printf",
    "partialcached": "partial", "partials.include": "partial", "partials.includecached": "partial",
    "string": "print", "templates.exists": "print", "time.astime": "time",
    "time.format": "dateformat", "tostring": "print",
}  # fmt: skip
"""Functions by their other names."""


def call(run: Evaluator, name: str, arguments: Arguments, scope: Scope) -> Value:
    """What a function gives; the keys among its arguments are noted with what is done to them."""
    lowered = name.lower()
    known = _ROOMS.get(lowered) or lowered.rpartition(".")[2]
    function = _FUNCTIONS.get(known)
    if function:
        try:
            return function(run, arguments, scope)
        except (IndexError, ValueError):
            return UNKNOWN  # arguments are missing: Hugo stops, and says so
    for value in arguments:
        run.open(value)
    return UNKNOWN


def _noted(how: How, result: Value = UNKNOWN) -> Function:
    """A function that does the same to each of its arguments."""

    def function(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
        run.note(either(*arguments), how, scope)
        return result

    return function


def _gives(value: Value) -> Function:
    return lambda run, arguments, scope: value


def _printf(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    run.note(either(*arguments[1:]), How.PRINTED, scope)
    pattern = text_of(arguments[0])
    if pattern is None:
        return UNKNOWN
    for value in arguments[1:]:
        filled = (text_of(value) or _pattern_of(value)).replace("\\", "\\\\")
        pattern = re.sub(r"%[-+# 0-9.]*[a-zA-Z]", filled, pattern, count=1)
    return (Pattern(pattern),) if "*" in pattern else (Const(pattern),)


def _pattern_of(value: Value) -> str:
    match value:
        case (Pattern(text),):
            return text
    return "*"


def _text(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    """Works on texts; a text of which parts are known keeps these through `lower` and the like."""
    run.note(either(*arguments), How.TEXT, scope)
    texts = tuple(a for a in (arguments[-1] if arguments else ()) if isinstance(a, Pattern))
    return texts or UNKNOWN


def _dict(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    names = [text_of(value) for value in arguments[::2]]
    pairs = zip(names, arguments[1::2], strict=False)
    return (DictValue(tuple((name, value) for name, value in pairs if name is not None)),)


def _slice(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    return (ListValue(either(*arguments)),)


def _append(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    *items, whole = arguments
    pages = [atom for atom in either(*arguments) if isinstance(atom, PagesValue)]
    if pages:
        return (pages[0].narrowed(NOBODY_KNOWS),)
    run.note(whole, How.RANGED, scope)
    inner = [atom.items for atom in whole if isinstance(atom, ListValue)]
    kept = [(KeyValue(found.key.items(), found.page),) for found in keys_in(whole)]
    return (ListValue(either(*items, *inner, *kept)),)


def _default(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    instead, value = arguments[0], arguments[-1]
    for constant in (atom.value for atom in instead if isinstance(atom, Const)):
        run.note(value, How.DEFAULTED, scope, constant)
    return either(_with_default(value), instead)


def _with_default(value: Value) -> Value:
    return tuple(a._replace(has_default=True) if isinstance(a, KeyValue) else a for a in value)


def _and_or(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    """Either gives one of its arguments; all but the last are tested."""
    *tested, last = arguments
    run.note(either(*tested), How.TESTED, scope)
    return either(*map(_with_default, tested), last)


def _cond(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    run.note(arguments[0], How.TESTED, scope)
    return either(*arguments[1:3])


def _compare(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    for index, value in enumerate(arguments):
        others = either(*arguments[:index], *arguments[index + 1 :])
        constants = [atom.value for atom in others if isinstance(atom, Const)]
        for constant in constants or [...]:
            run.note(value, How.COMPARED, scope, constant)
    return UNKNOWN


def _len(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    run.note(arguments[0], How.COUNTED, scope)
    match arguments[0]:
        case (KeyValue(key=key),):
            return (Computed(key),)
    return (Computed(),)


def _cast(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    run.note(arguments[0], How.CAST, scope)
    return (Computed(),)


def _sorted(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    """`sort` and its like: the list comes first, then the key of its items to sort by."""
    whole, name = arguments[0], text_of(arguments[1]) if len(arguments) > 1 else None
    run.note(either(*arguments[1:]), How.TEXT, scope)
    for found in keys_in(whole) if name else ():
        inner = at(found.key.items(), str(name).lstrip("."))
        run.note((KeyValue(inner, found.page),), How.PRINTED, scope)
    run.note(whole, How.RANGED, scope)
    return whole


def _part(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    """`first` and its like: a number, then the list."""
    *number, whole = arguments
    run.note(either(*number), How.COUNT, scope)
    run.note(whole, How.RANGED, scope)
    return tuple(a.narrowed(NOBODY_KNOWS) if isinstance(a, PagesValue) else a for a in whole)


def _sets(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    value = either(*arguments)
    run.note(value, How.INTERSECTED, scope)
    return tuple(a.narrowed(NOBODY_KNOWS) if isinstance(a, PagesValue) else a for a in value)


def _index(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    value = arguments[0]
    for place in arguments[1:]:
        value = either(*(_indexed(run, atom, place, scope) for atom in value)) or UNKNOWN
    return value


def _indexed(run: Evaluator, atom: Atom, place: Value, scope: Scope) -> Value:
    text = text_of(place)
    is_number = any(isinstance(a, Computed) or _is_number(a) for a in place)
    match atom:
        case KeyValue(key, page) if text is not None:
            run.note((atom,), How.LOOKED_INTO, scope)
            return (KeyValue(key.child(text), page),)
        case KeyValue(key, page) if is_number:
            run.note((atom,), How.INDEXED, scope)
            run.note(place, How.POSITION, scope)
            return (KeyValue(key.items(), page),)
        case KeyValue():
            run.open((atom,))
        case DictValue(entries) if text is not None:
            return dict(entries).get(text, ())
        case ListValue(items):
            run.note(place, How.POSITION, scope)
            return items
        case PagesValue(audience, conditions):
            run.note(place, How.POSITION, scope)
            return (PageValue(audience, (*conditions, NOBODY_KNOWS)),)
    run.note(place, How.PRINTED, scope)
    return UNKNOWN


def _is_number(atom: Atom) -> bool:
    return isinstance(atom, Const) and type(atom.value) is int


def _isset(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    text = text_of(arguments[1])
    for found in keys_in(arguments[0]):
        if text is None:
            run.open((found,))
        else:
            run.note((KeyValue(found.key.child(text), found.page),), How.TESTED, scope)
    return UNKNOWN


def _delimit(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    run.note(arguments[0], How.DELIMITED, scope)
    run.note(either(*arguments[1:]), How.TEXT, scope)
    for found in keys_in(arguments[0]):
        run.note((KeyValue(found.key.items(), found.page),), How.PRINTED, scope)
    return UNKNOWN


def _date(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    """A date comes first, or behind the way to write it."""
    *layout, date = arguments
    run.note(either(*layout), How.TEXT, scope)
    run.note(date, How.DATE, scope)
    return UNKNOWN


def _apply(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    run.note(arguments[0], How.RANGED, scope)
    run.note(either(*arguments[2:]), How.PRINTED, scope)
    return UNKNOWN


def _partial(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    return run.partial(arguments[0], arguments[1] if len(arguments) > 1 else (), scope)


def _return(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    run.returned.append(arguments[0])
    return ()


def _where(run: Evaluator, arguments: Arguments, scope: Scope) -> Value:
    whole, name = arguments[0], text_of(arguments[1])
    operator = (text_of(arguments[2]) if len(arguments) > 3 else None) or "="
    wanted = arguments[-1]
    is_list = operator in ("in", "not in", "intersect")
    run.note(wanted, How.INTERSECTED if is_list else How.PICKED, scope, ...)
    return either(*(_picked(run, a, name, operator, wanted, scope) for a in whole)) or UNKNOWN


def _picked(
    run: Evaluator, atom: Atom, name: str | None, operator: str, wanted: Value, scope: Scope
) -> Value:
    match atom:
        case PagesValue():
            return (_pages_like(run, atom, name, operator, wanted, scope),)
        case KeyValue(key, page):
            run.note((atom,), How.RANGED, scope)
            if name:
                inner = KeyValue(at(key.items(), name.lstrip(".")), page)
                run.note((inner,), How.PRINTED, scope)
            return (atom,)
        case Anything() if name and name.lstrip(".").startswith("Params."):
            return (_pages_like(run, PagesValue(ANY), name, operator, wanted, scope),)
    return (atom,)


_SAME = {"=": "=", "==": "=", "eq": "=", "!=": "!=", "<>": "!=", "ne": "!=",
         "in": "in", "intersect": "intersect"}  # fmt: skip


def _pages_like(
    run: Evaluator, pages: PagesValue, name: str | None, operator: str, wanted: Value, scope: Scope
) -> PagesValue:
    field, _, key = (name or "").lstrip(".").partition(".")
    word = _SAME.get(operator, "")
    if field == "Params" and key:
        _note_picked(run, pages, key, word, wanted, scope)
        known = word and "." not in key
        return pages.narrowed(Condition(word, key.lower(), wanted) if known else NOBODY_KNOWS)
    text = text_of(wanted)
    if field in ("Section", "Type") and word == "=" and text and pages.audience == ANY:
        return PagesValue(Audience(field.lower(), text), pages.conditions)
    return pages.narrowed(NOBODY_KNOWS)


def _note_picked(
    run: Evaluator, pages: PagesValue, key: str, word: str, wanted: Value, scope: Scope
) -> None:
    value = (KeyValue(at(run.reading.of(pages.audience), key)),)
    if word == "intersect":
        run.note(value, How.INTERSECTED, scope)
        return
    constants = [atom.value for atom in wanted if isinstance(atom, Const)]
    for constant in constants or [...]:
        run.note(value, How.PICKED if word in ("=", "!=") else How.PRINTED, scope, constant)
    if word == "=" and constants and None not in constants:
        run.reading.picked.add((pages.audience, value[0].key))


_FUNCTIONS: dict[str, Function] = {
    **dict.fromkeys(_TEXTS, _text),
    **dict.fromkeys(_PRINTERS, _noted(How.PRINTED)),
    **dict.fromkeys(_ORDERS, _sorted),
    **dict.fromkeys(_PARTS, _part),
    **dict.fromkeys(_SETS, _sets),
    **dict.fromkeys(_ARITHMETIC, _noted(How.CALCULATED, (Computed(),))),
    **dict.fromkeys(_COMPARISONS, _compare),
    **dict.fromkeys(_CASTS, _cast),
    **dict.fromkeys(("and", "or"), _and_or),
    **dict.fromkeys(("max", "min", "seq"), _noted(How.CALCULATED, (Computed(),))),
    "site": _gives((SiteValue(),)),
    "page": _gives((PageValue(ANY, (NOBODY_KNOWS,)),)),
    "hugo": _gives(UNKNOWN),
    "now": _gives(UNKNOWN),
    "newscratch": _gives((ScratchValue(),)),
    "printf": _printf,
    "dict": _dict,
    "slice": _slice,
    "append": _append,
    "merge": lambda run, arguments, scope: either(*arguments),
    "default": _default,
    "not": _noted(How.TESTED),
    "cond": _cond,
    "len": _len,
    "index": _index,
    "isset": _isset,
    "delimit": _delimit,
    "time": _date,
    "dateformat": _date,
    "apply": _apply,
    "where": _where,
    "partial": _partial,
    "return": _return,
}
