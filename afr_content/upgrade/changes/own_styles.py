"""The class of a section in the site's own styles: from theme 5.8 on, that of the new name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.source import Span
from afr_content.upgrade.move import Move

CODE = "UPG404"
SEVERITY = Severity.WARNING

_NOW = {
    "blank": "markdown", "featured": "collection", "featurette": "features", "pages": "collection",
}  # fmt: skip
_CLASS = re.compile(rf"\.wg-({'|'.join(_NOW)})\b(?![-_])")


def check_site(move: Move) -> Iterator[Located]:
    """The style sheets in `assets` and `static`."""
    if not move.theme_passes(5, 8):
        return
    for folder in ("assets", "static"):
        for path in sorted((move.root / folder).rglob("*.*css")):
            for match in _CLASS.finditer(move.read(path).text):
                new = f".wg-{_NOW[match[1]]}"
                message = (
                    f"Sections have the class `wg-{match[1]}` up to theme 5.7; from 5.8 on they"
                    f" have `{new[1:]}`"
                )
                span = Span(*match.span())
                fix = Fix.replace(f"Write it as `{new}`", span, new)
                yield Located(path, Finding(span, message, fix))
