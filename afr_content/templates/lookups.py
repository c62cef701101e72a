"""What the fields and methods of values are: `.Params`, `.Pages`, `.Scratch.Set`, …"""

from __future__ import annotations

from typing import TYPE_CHECKING

from afr_content.templates.keys import How, Key
from afr_content.templates.values import (
    ANY,
    NOBODY_KNOWS,
    RESOURCE,
    UNKNOWN,
    Anything,
    Atom,
    Audience,
    Computed,
    Const,
    DictValue,
    KeyValue,
    PagesValue,
    PageValue,
    Pattern,
    ScratchValue,
    SiteValue,
    Value,
    either,
    text_of,
)

if TYPE_CHECKING:
    from afr_content.templates.evaluate import Evaluator
    from afr_content.templates.scope import Scope

_PAGES = frozenset(
    "Pages RegularPages RegularPagesRecursive AllPages Sections Ancestors Translations"
    " AllTranslations".split()
)
_PAGE = frozenset(
    "Parent FirstSection CurrentSection Home Next Prev NextPage PrevPage NextInSection"
    " PrevInSection".split()
)
_SAME_PAGES = ("By", "Reverse", "Limit", "GroupBy", "Pages", "Related")
_SAVES = frozenset({"Set", "Add", "SetInMap"})


def lookup(run: Evaluator, value: Value, name: str, scope: Scope) -> Value:
    """A field of a value, or a method without arguments."""
    run.note(value, How.LOOKED_INTO, scope)
    return either(*(_field(run, atom, name) for atom in value)) or UNKNOWN


def _field(run: Evaluator, atom: Atom, name: str) -> Value:
    match atom:
        case KeyValue(key, page):
            return (KeyValue(key.child(name), page),)
        case DictValue(entries):
            return dict(entries).get(name, ())
        case SiteValue():
            return _of_site(run, name)
        case PageValue():
            return _of_page(run, atom, name)
        case PagesValue():
            return _of_pages(atom, name)
        case Anything():
            return _of_page(run, PageValue(ANY, (NOBODY_KNOWS,)), name)
        case ScratchValue():
            return either(*run.scratch.values()) if name == "Values" else UNKNOWN
    return UNKNOWN


def _of_site(run: Evaluator, name: str) -> Value:
    if name == "Params":
        return (KeyValue(run.reading.site),)
    if name in _PAGES:
        return (PagesValue(ANY),)
    return (PageValue(ANY, (NOBODY_KNOWS,)),) if name == "Home" else UNKNOWN


def _of_page(run: Evaluator, page: PageValue, name: str) -> Value:
    if name == "Params":
        return (KeyValue(run.reading.of(page.audience), page),)
    if name == "Site":
        return (SiteValue(),)
    if name in ("Scratch", "Store"):
        return (ScratchValue(),)
    if name in _PAGES:
        return (PagesValue(ANY, (NOBODY_KNOWS,)),)
    if name in _PAGE:
        return (PageValue(ANY, (NOBODY_KNOWS,)),)
    return (page,) if name == "Page" and page.audience != ANY else UNKNOWN


def _of_pages(pages: PagesValue, name: str) -> Value:
    if name in ("Len", "TotalPages"):
        return (Computed(),)
    if name.startswith(_SAME_PAGES):
        return (pages._replace(in_groups=name.startswith("GroupBy")),)
    return UNKNOWN


def method(run: Evaluator, value: Value, name: str, arguments: list[Value], scope: Scope) -> Value:
    """A method with arguments."""
    return either(*(_method(run, atom, name, arguments, scope) for atom in value)) or UNKNOWN


def _method(run: Evaluator, atom: Atom, name: str, arguments: list[Value], scope: Scope) -> Value:
    match atom:
        case ScratchValue():
            return _scratch(run, name, arguments)
        case PageValue(audience) if name == "Param":
            return _param(run, atom, arguments[0])
        case PagesValue(audience) if name.startswith(_SAME_PAGES):
            _key_of_pages(run, audience, arguments[0], scope)
            return _of_pages(atom, name)
        case SiteValue() | PageValue() | Anything() if name == "GetPage":
            run.note(either(*arguments), How.TEXT, scope)
            return (_page_at(arguments[-1]),)
        case Anything() if name == "ByType" and text_of(arguments[0]) == "page":
            return (PagesValue(RESOURCE, (NOBODY_KNOWS,)),)
        case KeyValue():
            run.open((atom,))
    run.note(either(*arguments), How.TEXT, scope)
    return UNKNOWN


def _scratch(run: Evaluator, name: str, arguments: list[Value]) -> Value:
    place = text_of(arguments[0]) or "*"
    if name in _SAVES:
        run.scratch[place] = either(run.scratch.get(place, ()), arguments[-1])
        return ()
    return run.scratch.get(place, UNKNOWN)


def _param(run: Evaluator, page: PageValue, name: Value) -> Value:
    text = text_of(name)
    if text is None:
        return UNKNOWN
    return either(
        *(
            (KeyValue(at(root, text), whose),)
            for root, whose in ((run.reading.of(page.audience), page), (run.reading.site, None))
        )
    )


def _key_of_pages(run: Evaluator, audience: Audience, name: Value, scope: Scope) -> None:
    """`.ByParam` and `.GroupByParam` read a key of every page."""
    text = text_of(name)
    if text:
        run.note((KeyValue(at(run.reading.of(audience), text)),), How.PRINTED, scope)


def at(root: Key, dotted: str) -> Key:
    """The key at a dotted place."""
    for name in dotted.split("."):
        root = root.child(name)
    return root


def _page_at(path: Value) -> PageValue:
    """The page at a path: one of a section, when the path begins with one."""
    match path:
        case (Const(value=str() as text),) | (Pattern(text),):
            section, _, rest = text.strip("/").partition("/")
            if rest and "*" not in section:
                return PageValue(Audience("section", section), (NOBODY_KNOWS,))
    return PageValue(ANY, (NOBODY_KNOWS,))
