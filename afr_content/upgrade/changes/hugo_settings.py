"""A setting that a newer Hugo calls otherwise, passes over, or stops at.

Sources: `Deprecate` in Hugo's code at each version, and what real builds did. `paginate`, to name
one, is called `pagination.pagerSize` since 0.128; Hugo stops at it from 0.140 on, and passes over
it from 0.156 on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import Entry, Mapping, Node, Scalar, Sequence
from afr_content.page import Page
from afr_content.rules._keys import entry_lines, key_span
from afr_content.source import Edit, Span
from afr_content.upgrade import editing
from afr_content.upgrade.move import Move, Turn

CODE = "UPG203"
SEVERITY = Severity.ERROR

_Version = tuple[int, int]


class _Old(NamedTuple):
    """A setting's path (`*` for any name), its new name, and what Hugo did about it when.

    `gone` is the version from which on Hugo does not know it: it stops at it no longer.
    """

    path: tuple[str, ...]
    new: str
    since: _Version
    stops: _Version
    gone: _Version | None = None


_OLD = (
    _Old(("paginate",), "pagination.pagerSize", (0, 128), (0, 140), (0, 156)),
    _Old(("paginatepath",), "pagination.path", (0, 128), (0, 140), (0, 156)),
    _Old(("minifyoutput",), "minify.minifyOutput", (0, 150), (0, 165)),
    _Old(("privacy", "twitter"), "privacy.x", (0, 141), (0, 156), (0, 165)),
    _Old(("services", "twitter"), "services.x", (0, 141), (0, 156), (0, 165)),
    _Old(
        ("markup", "goldmark", "renderhooks", "*", "enabledefault"),
        "useEmbedded", (0, 148), (0, 163),
    ),
    _Old(("module", "mounts", "*", "lang"), "sites.matrix", (0, 153), (0, 168)),
    _Old(("module", "mounts", "*", "includefiles"), "files", (0, 153), (0, 168)),
    _Old(("module", "mounts", "*", "excludefiles"), "files", (0, 153), (0, 168)),
)  # fmt: skip


def check(turn: Turn) -> Iterator[Finding]:
    """Keys of Hugo's settings, whichever file they stand in."""
    page = turn.before
    if page.is_settings and page.root:
        prefix = _prefix(turn)
        for old in _OLD if prefix is not None else ():
            for entry in _entries(page.root, _below(old.path, prefix)):
                yield from _old(turn, old, entry)
        yield from _minify(turn, prefix)


def _prefix(turn: Turn) -> tuple[str, ...] | None:
    """Where in the settings the file's keys belong; None for a file of menus or params."""
    stem = turn.before.path.stem.lower()
    if turn.before.kind == "settings":
        return ()
    return (stem,) if turn.before.kind == "other_settings" else None


def _below(path: tuple[str, ...], prefix: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if not prefix:
        return path
    return path[1:] if path[0] == prefix[0] and len(path) > 1 else None


def _entries(node: Node, path: tuple[str, ...] | None) -> Iterator[Entry]:
    """The entries at a place."""
    if path is None:
        return
    if path[0] == "*" and isinstance(node, Sequence):
        for item in node.items:
            yield from _entries(item, path[1:])
    elif isinstance(node, Mapping):
        for entry in node.entries:
            if path[0] in ("*", entry.name.lower()):
                yield from [entry] if len(path) == 1 else _entries(entry.value, path[1:])


def _old(turn: Turn, old: _Old, entry: Entry) -> Iterator[Finding]:
    move = turn.move
    effect = _effect(move, old)
    if effect is None:
        return
    stops = not (old.gone and move.after.hugo and move.after.hugo >= old.gone)
    message = f"`{entry.name}` is called `{old.new}` since Hugo {_text(old.since)}; {effect}"
    severity = Severity.ERROR if stops else Severity.WARNING
    yield Finding(key_span(entry), message, _rename(turn.before, old, entry), severity)


def _effect(move: Move, old: _Old) -> str | None:
    """What comes of it; None where nothing does on this way."""
    if old.gone and move.hugo_passes(*old.gone):
        return f"from {_text(old.gone)} on Hugo passes over it"
    return f"from {_text(old.stops)} on the build stops" if move.hugo_passes(*old.stops) else None


def _text(version: _Version) -> str:
    return f"{version[0]}.{version[1]}"


def _rename(page: Page, old: _Old, entry: Entry) -> Fix:
    title = f"Write it as `{old.new}`"
    if old.path[-1] == "twitter":
        return Fix.replace(title, key_span(entry), "x")
    if not isinstance(entry.value, Scalar):
        return Fix(title)
    if old.path[-1] == "enabledefault":
        return _use_embedded(entry.key, entry.value)
    return Fix(title, _moved(page, old, entry) if len(old.path) == 1 else ())


def _use_embedded(key: Node, value: Scalar) -> Fix:
    """The switch, which is a choice now. Source: `config/allconfig` in Hugo's code."""
    choice = {"true": "fallback", "false": "never"}.get(value.text.lower())
    edits = (Edit(key.start, key.end, "useEmbedded"), Edit(value.start, value.end, f"{choice}"))
    return Fix(f"Write it as `useEmbedded: {choice}`", edits if choice else ())


def _moved(page: Page, old: _Old, entry: Entry) -> tuple[Edit, ...]:
    """The key within its map, which is made here unless it is there already."""
    outer, _, inner = old.new.partition(".")
    assert page.root
    fences = page.document.fences
    if fences and fences.format == "toml":
        return () if page.root.find(outer) else (Edit(*key_span(entry), old.new),)
    if not editing.is_yaml(page):
        return ()
    if page.root.find(outer):
        lines = [f"{inner}{page.source.text[entry.key.end : entry.value.end]}"]
        span = entry_lines(page, entry)
        added = editing.put(page, (outer,), lines)
        return (Edit(span.start, span.end, ""), *added) if added else ()
    if _makes_it_too(page, entry, outer):
        return ()  # once that is done
    indent = " " * editing.column(page.source.text, entry.key.start)
    return (Edit(*key_span(entry), f"{outer}:\n{indent}  {inner}"),)


def _makes_it_too(page: Page, entry: Entry, outer: str) -> bool:
    """Whether a key above this one moves into the same map."""
    assert page.root
    names = {old.path[0] for old in _OLD if old.new.startswith(f"{outer}.")}
    above = (other for other in page.root.entries if other.key.start < entry.key.start)
    return any(other.name.lower() in names for other in above)


def _minify(turn: Turn, prefix: tuple[str, ...] | None) -> Iterator[Finding]:
    """`minify: true`, which is a map of its own since 0.150."""
    page, root = turn.before, turn.before.root
    entry = root.find("minify") if root and prefix == () else None
    if entry is None or not isinstance(entry.value, Scalar) or not turn.move.hugo_passes(0, 165):
        return
    message = (
        "`minify` as a switch is called `minify.minifyOutput` since Hugo 0.150; from 0.165 on the"
        " build stops"
    )
    title = "Write it as `minify.minifyOutput`"
    edits: tuple[Edit, ...] = ()
    if editing.is_yaml(page):
        indent = " " * editing.column(page.source.text, entry.key.start)
        at = entry.value.start
        blank = Span(entry.key.end, at)
        edits = (Edit(*blank, f":\n{indent}  minifyOutput: "),)
    yield Finding(key_span(entry), message, Fix(title, edits))
