"""The notice in the footer: `copyright` of Hugo's settings up to theme 5.4, a parameter since.

`footer.copyright.notice` is it, where `{year}` is filled in as before. A site with a Creative
Commons licence has its own words there; then `footer.text` is another place.
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Severity
from afr_content.rules import _values as v
from afr_content.rules._keys import key_span
from afr_content.upgrade import editing
from afr_content.upgrade.move import Move, Turn

CODE = "UPG313"
SEVERITY = Severity.WARNING

_MESSAGE = (
    "`copyright` of Hugo's settings is shown in the footer up to theme 5.4; from 5.5 on the"
    " parameters `footer.text` and `footer.copyright.notice` are"
)


def check(turn: Turn) -> Iterator[Finding]:
    """Hugo's settings, and the parameters where the notice can be written for the author."""
    page = turn.before
    notice = turn.move.settings.get("copyright")
    if not turn.move.theme_passes(5, 5) or not isinstance(notice, str) or not notice:
        return
    params = turn.move.settings.get("params", default={})
    footer = params.get("footer") or {} if isinstance(params, dict) else {}
    if not isinstance(footer, dict) or footer.get("text"):
        return
    if _has_licence(turn.move):
        yield from _advice(turn)
    elif page.kind == "params" and page.root and not v.at(page, "footer", "copyright"):
        line = f"notice: {v.quoted(page, notice)}"
        edits = editing.put(page, ("footer", "copyright"), [line])
        fix = Fix("Write it as `footer.copyright.notice`", edits)
        first = page.root.entries[:1]
        yield from (Finding(key_span(entry), _MESSAGE, fix) for entry in first)


def _has_licence(move: Move) -> bool:
    """Whether the footer names a licence, up to 5.4 or since."""
    old = move.settings.get("params", "copyright_license", "enable")
    new = move.settings.get("params", "footer", "copyright", "license", "enable")
    return bool(old or new)


def _advice(turn: Turn) -> Iterator[Finding]:
    entry = v.at(turn.before, "copyright") if turn.before.kind == "settings" else None
    if entry:
        advice = "Write it as `footer.text`, or into `footer.copyright.notice`"
        yield Finding(key_span(entry), _MESSAGE, Fix(advice))
