"""Markdown's blocks, as far as links depend on them: code, raw HTML, where a paragraph ends.

After the CommonMark specification (0.31); what only a whole parser can know is left to `confirm`.
"""

from __future__ import annotations

import re

_LIST_MARK = r"(?:[-*+]|\d{1,9}[.)])(?=[ \t])"
_LINE_START = re.compile(rf"(?:[ \t]*(?:>|{_LIST_MARK}))*[ \t]*\Z")
_DEEPEST = 200
"""How many characters of indentation and marks are looked at."""

# The elements that begin a block of raw HTML.
_BLOCK_ELEMENTS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details"
    "|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header"
    "|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param"
    "|search|section|source|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul"
)
_BLOCK_TAG = rf"</?(?:{_BLOCK_ELEMENTS})(?=[\s>]|/>|\Z)"
BLOCK_TAG = re.compile(_BLOCK_TAG, re.IGNORECASE)
"""The beginning of raw HTML that goes on to the next blank line."""

_CODE_TAG = re.compile(r"<(?:pre|script|style|textarea)(?=[\s>]|\Z)", re.IGNORECASE)
_CODE_END = re.compile(r"</(?:pre|script|style|textarea)>", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t>]*\r?(?:\n|\Z)")
_ITEM_END = re.compile(rf"\n(?=\S)|\n[ \t>]*(?:\r?(?:\n|\Z)|{_LIST_MARK})")
_PARAGRAPH_END = re.compile(
    rf"\n[ \t>]*(?:\r?(?:\n|\Z)|{_LIST_MARK}|#{{1,6}}[ \t]|`{{3}}|~{{3}}|[-=]{{3,}}[ \t]*\r?$"
    rf"|{_BLOCK_TAG})",
    re.MULTILINE | re.IGNORECASE,
)


def line_end(text: str, at: int) -> int:
    """Where the line with the character `at` ends: at its line feed, or the text's end."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def before(text: str, at: int) -> str | None:
    """The indentation, quote and list marks before `at`; None when there is other text before."""
    start = text.rfind("\n", max(0, at - _DEEPEST), at) + 1
    if not start and at > _DEEPEST:
        return None
    found = text[start:at]
    return found if not found or _LINE_START.match(found) else None


def paragraph_end(text: str, at: int) -> int:
    """Where the paragraph with the character `at` is certainly over."""
    found = _PARAGRAPH_END.search(text, at)
    return found.start() if found else len(text)


def begins_paragraph(text: str, body: int, at: int, prefix: str) -> bool:
    """Whether the text at `at`, behind `prefix`, goes on with no paragraph above it."""
    start = at - len(prefix)
    if start <= body or prefix.strip("> \t"):
        return True
    above = text[max(text.rfind("\n", body, start - 1) + 1, body) : start].lstrip("> \t")
    return above.strip() == "" or above[0] == "#"


def code_block_end(text: str, at: int) -> int:
    """Where a block of raw HTML ends that begins with `<pre>`, `<script>`; 0 when none does."""
    if not _CODE_TAG.match(text, at):
        return 0
    closing = _CODE_END.search(text, at)
    return line_end(text, closing.end()) if closing else len(text)


def html_block_end(text: str, at: int, prefix: str) -> int:
    """Where raw HTML ends that begins at `at`: at a blank line, or with the list item."""
    found = (_ITEM_END if prefix.strip("> \t") else _BLANK_LINE).search(text, at)
    return found.start() if found else len(text)


def indented_code_end(text: str, body: int, at: int) -> int:
    """Where indented code ends that `at` stands in; 0 when it does not, or may not.

    It is not clear where a list, a footnote or a definition may be going on.
    """
    start = text.rfind("\n", body, at) + 1 or body
    if not _INDENTED.match(text, start) or not _is_code(text, body, start):
        return 0
    code = _CODE_LINES.match(text, start)
    return code.end() if code else 0


_INDENTED = re.compile(r" {4}| {0,3}\t")
_CODE_LINES = re.compile(r"(?:(?:(?: {4}| {0,3}\t).*|[ \t\r]*)(?:\n|\Z))+")
_MAY_GO_ON = re.compile(rf"[ \t>]*{_LIST_MARK}|\[\^|[ \t]*:[ \t]")
_MANY = 60
"""How many lines above are looked at."""


def _is_code(text: str, body: int, end: int) -> bool:
    """Whether what is indented from `end` on is neither text going on nor part of a list."""
    is_margin = is_behind_blank = False
    for _ in range(_MANY):
        if end <= body:
            return True
        start = text.rfind("\n", body, end - 1) + 1 or body
        line = text[start:end]
        if not line.strip():
            if is_margin:
                return True
            is_behind_blank = True
        elif _MAY_GO_ON.match(line):
            return False
        elif is_behind_blank or _INDENTED.match(line):
            is_margin = is_behind_blank and not line[0].isspace()
        else:
            return False
        end = start
    return False


def fence_end(text: str, at: int, mark: str, prefix: str) -> int:
    """Where fenced code is over whose opening fence `mark` stands at `at`, behind `prefix`."""
    indent = "[ \t>]*" if prefix else " {0,3}"
    closing = re.compile(rf"^{indent}{mark[0]}{{{len(mark)},}}[ \t]*\r?$", re.MULTILINE)
    start = line_end(text, at)
    limit = _container_end(text, start, prefix)
    found = closing.search(text, start, limit)
    return found.end() if found else limit


def _container_end(text: str, start: int, prefix: str) -> int:
    """Where the quote or list item ends that fenced code stands in."""
    if ">" in prefix:
        left = re.compile(r"\n(?![ ]{0,3}>)")
    elif prefix.strip():
        left = re.compile(rf"\n(?=[^\s])|\n(?= {{0,{len(prefix.rstrip()) - 1}}}\S)")
    else:
        return len(text)
    found = left.search(text, start)
    return found.start() if found else len(text)
