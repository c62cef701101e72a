"""What particular versions of Hugo do with front matter beyond its format's dialect.

Sources: the Hugo releases' `hugolib/page__meta.go`, `parser/pageparser` and `go.mod`, and the tests
with real Hugos.
"""

from __future__ import annotations

import re
from typing import Any, Final

from afr_content.errors import refused
from afr_content.hugo import HugoVersion

# `params:` in front matter became the place for a site's own parameters; HTML pages came to be
# read like others.
_PARAMS_SINCE: Final = (0, 123)
_EMPTY_PARAMS_SINCE: Final = (0, 162)
_TOML_1_1_SINCE: Final = (0, 164)

# Form feeds and vertical tabs before front matter came to be blanks; a byte order mark is one only
# as the very first character.
_BLANKS_SINCE: Final = (0, 164)

_BEFORE: Final = re.compile(r"[ \t\r\n\ufeff]*")
_BEFORE_NOW: Final = re.compile(r"\ufeff?[ \t\r\n\v\f]*")
_HTML: Final = re.compile(r"[ \t\r\n\ufeff]*(?P<markup><(?:!--[^\n]*\n?)?)")


def reads_old_toml(version: HugoVersion) -> bool:
    """Whether this Hugo reads TOML 1.0 only."""
    return version < _TOML_1_1_SINCE


def merge_params(params: dict[str, Any], version: HugoVersion) -> dict[str, Any]:
    """The parameters with those of the map `params` among them, where this Hugo does so.

    Raises FrontMatterError when `params` is no map.
    """
    if version < _PARAMS_SINCE or "params" not in params:
        return params
    own = params["params"]
    if own is None and version >= _EMPTY_PARAMS_SINCE:
        own = {}
    if not isinstance(own, dict):
        raise refused("not-a-mapping", 'front matter field "params" must be a map', 0)
    rest = {key: value for key, value in params.items() if key != "params"}
    return rest | own


def searched(text: str, version: HugoVersion) -> str:
    """The text in which this Hugo looks for front matter.

    Raises FrontMatterError for a page that begins with HTML, up to 0.122.
    """
    if version >= _BLANKS_SINCE:
        return _behind_blanks(text)
    return _uncommented(text) if version < _PARAMS_SINCE else text


def _behind_blanks(text: str) -> str:
    before, now = _BEFORE.match(text), _BEFORE_NOW.match(text)
    if before is None or now is None or before.end() == now.end():
        return text
    return text[now.end() :] if text[now.end() : now.end() + 1] in ("-", "+", "{") else ""


def _uncommented(text: str) -> str:
    """Front matter may stand in an HTML comment that the page begins with."""
    found = _HTML.match(text)
    if not found:
        return text
    start, end = found.span("markup")
    if end == start + 1:
        raise refused("delimiter", "plain HTML documents not supported", start)
    if text[end:] and "-->" not in text[end:]:
        raise refused("unclosed", "starting HTML comment with no end", start)
    return text[end:]
