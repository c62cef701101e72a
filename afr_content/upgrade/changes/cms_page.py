"""The page of the editor in the browser, `admin/index.md`: other names from theme 5.9.4 on.

Its type is `wowchemycms` and its output format `wowchemycms_config` up to 5.9.3; from 5.9.4 on they
are `decap_cms` and `decap_cms_config`, and the build stops at the older format.
"""

from __future__ import annotations

from collections.abc import Iterator

from afr_content.diagnostics import Finding, Severity
from afr_content.nodes import Scalar, Sequence
from afr_content.rules import _values as v
from afr_content.upgrade.move import Turn

CODE = "UPG314"
SEVERITY = Severity.ERROR

_NOW = {"type": ("wowchemycms", "decap_cms"), "outputs": ("wowchemycms_config", "decap_cms_config")}


def check(turn: Turn) -> Iterator[Finding]:
    """The type and the output formats of a page."""
    page = turn.before
    if not turn.move.theme_passes(5, 9, 4) or page.root is None:
        return
    for key, (old, new) in _NOW.items():
        entry = None if page.is_settings else v.at(page, key)
        value = entry.value if entry else None
        for node in value.items if isinstance(value, Sequence) else (value,):
            if isinstance(node, Scalar) and node.text.lower() == old:
                message = f"`{old}` is called `{new}` from theme 5.9.4 on; the build stops"
                yield Finding(v.span_of(node), message, v.rewrite(page, node, new))
