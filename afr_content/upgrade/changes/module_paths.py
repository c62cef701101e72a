"""Where the theme lives: its module has another path from some version on.

`go.mod` is Hugo's to write: `hugo mod get` does it.
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Severity
from afr_content.nodes import Scalar
from afr_content.rules import _values as v
from afr_content.theme import ThemeVersion
from afr_content.upgrade.changes._modules import CMS, NETLIFY, REVEAL, THEME, home, imported
from afr_content.upgrade.move import Turn

CODE = "UPG102"
SEVERITY = Severity.WARNING


def check(turn: Turn) -> Iterator[Finding]:
    """The modules that Hugo's settings import."""
    old, new = turn.before.site.theme, turn.after.site.theme
    if not turn.before.is_settings or old is None or new is None or old == new:
        return
    for node in imported(turn.before):
        yield from _finding(turn, node, new)


def _finding(turn: Turn, node: Scalar, theme: ThemeVersion) -> Iterator[Finding]:
    there = home(theme)
    for what, pattern, path in (
        ("The theme", THEME, there.path),
        ("The editor in the browser", CMS, there.cms),
        ("What Netlify reads", NETLIFY, there.netlify),
        ("The look of slides", REVEAL, there.reveal),
    ):
        if path and pattern.fullmatch(node.text) and node.text != path:
            tag = f"@v{'.'.join(map(str, theme))}" if pattern is THEME else ""
            message = f"{what} is the module `{path}` with theme {theme}"
            fix = v.rewrite(turn.before, node, path)
            title = f"{fix.title}, and run `hugo mod get {path}{tag}`"
            yield Finding(v.span_of(node), message, fix._replace(title=title))
