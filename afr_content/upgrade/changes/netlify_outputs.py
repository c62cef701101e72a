"""The output formats `headers` and `redirects`, which the theme has up to 5.5.

From 5.6 on they come with a module of its own; without it Hugo does not know them, and the build
stops.
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.nodes import Mapping, Scalar, Sequence
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.upgrade.changes._modules import THEME, all_imports, home, import_before, imported
from afr_content.upgrade.move import Move, Turn

CODE = "UPG308"
SEVERITY = Severity.ERROR

_FORMATS = ("headers", "redirects")


def check(turn: Turn) -> Iterator[Finding]:
    """The place where the theme is imported; without such, the formats that are asked for."""
    page, move = turn.before, turn.move
    if not move.theme_passes(5, 6) or not page.is_settings or move.after.theme is None:
        return
    asked = _asked(move)
    paths = all_imports(move, page)
    if not asked or any("plugin-netlify" in path and "cms" not in path for path in paths):
        return
    plugin = home(move.after.theme).netlify
    what = " and ".join(f"`{name}`" for name in asked)
    message = (
        f"The output formats {what} come with the theme up to 5.5; from 5.6 on with the module"
        f" `{plugin}`, without which the build stops"
    )
    for node in imported(page):
        if THEME.fullmatch(node.text):
            fix = Fix("Import it before the theme", import_before(page, node, plugin))
            yield Finding(v.span_of(node), message, fix)
    if not any(map(THEME.fullmatch, paths)):
        advice = Fix(f"Import the module, or take {what} out")
        yield from (Finding(v.span_of(node), message, advice) for node in _places(page, asked))


def _asked(move: Move) -> list[str]:
    """The formats that the site asks for, and does not describe itself."""
    outputs = move.settings.get("outputs", default={})
    own = move.settings.get("outputformats", default={}) or {}
    named = {
        str(name).lower()
        for formats in (outputs.values() if isinstance(outputs, dict) else ())
        for name in (formats if isinstance(formats, list) else [formats])
    }
    return [name for name in _FORMATS if name in named and name not in own]


def _places(page: Page, asked: list[str]) -> Iterator[Scalar]:
    entry = v.at(page, "outputs") if page.kind == "settings" else None
    node = entry.value if entry else page.root if page.path.stem == "outputs" else None
    for kind in node.entries if isinstance(node, Mapping) else ():
        value = kind.value
        for item in value.items if isinstance(value, Sequence) else (value,):
            if isinstance(item, Scalar) and item.text.lower() in asked:
                yield item
