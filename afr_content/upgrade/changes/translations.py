"""Words of the site's own in `i18n`: from Hugo 0.152 on an unknown key beside `id` stops the build.

Up to 0.151 such a key is passed over, a slip such as `trasnlation` too: then the text is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from afr_content.diagnostics import Finding, Fix, Located, Severity
from afr_content.frontmatter import parse_data
from afr_content.kinds import settings_format
from afr_content.names import nearest
from afr_content.nodes import Entry, Mapping, Sequence
from afr_content.source import Span
from afr_content.upgrade.move import Move

CODE = "UPG207"
SEVERITY = Severity.ERROR

_KEYS = (
    "id", "description", "hash", "leftdelim", "rightdelim", "zero", "one", "two", "few", "many",
    "other", "translation",
)  # fmt: skip
"""Hugo's documentation on `lang.Translate`; `translation` is what starters of the theme have."""


def check_site(move: Move) -> Iterator[Located]:
    """The files in `i18n` that list words with an `id`."""
    for path in sorted((move.root / "i18n").glob("*.*")) if move.hugo_passes(0, 152) else ():
        format_ = settings_format(path)
        if format_:
            root = parse_data(move.read(path).text, format_).root
            for item in root.items if isinstance(root, Sequence) else ():
                yield from _item(path, item) if isinstance(item, Mapping) else ()


def _item(path: Path, item: Mapping) -> Iterator[Located]:
    names = {entry.name.lower() for entry in item.entries}
    unknown = [entry for entry in item.entries if entry.name.lower() not in _KEYS]
    for entry in unknown if len(unknown) < len(item.entries) else ():
        message = (
            f"`{entry.name}` is passed over up to Hugo 0.151; from 0.152 on the build stops at a"
            " key that is not known here"
        )
        span = Span(entry.key.start, entry.key.end)
        yield Located(path, Finding(span, message, _fix(entry, names)))


def _fix(entry: Entry, names: set[str]) -> Fix:
    near = nearest(entry.name.lower(), _KEYS)
    if near and near not in names:
        span = Span(entry.key.start, entry.key.end)
        return Fix.replace(f"Write it as `{near}`", span, near)
    return Fix("Take it out, or put `#` before it")
