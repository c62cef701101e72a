"""From a page's text to its canonical form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from afr_content.errors import ReadError
from afr_content.formatting import invariants
from afr_content.formatting.errors import Ambiguous, InvariantError, UnreadableError, Unsure
from afr_content.formatting.layout import lay_out
from afr_content.formatting.lines import Lines
from afr_content.formatting.order import KeyOrder, Order, order_of
from afr_content.frontmatter import Document, Fences, parse
from afr_content.hugo import Dialect
from afr_content.nodes import Mapping
from afr_content.source import majority_newline

if TYPE_CHECKING:
    from afr_content.models.base import FrontMatterModel

# To libyaml these end a line; to Hugo's newer library most of them do not.
_TAB_IN_KEY: Final = re.compile(r"^[ -]*[^\s#\"'-][^:#\n\t]*\t[^:#\n]*\w:", re.MULTILINE)
_BEHIND_FENCE: Final = re.compile(r"[ \t]*[^\s#]")
_ODD_LINE_END: Final = re.compile(r"\r(?!\n)|[\x85\u2028\u2029]")


def format_text(
    text: str,
    *,
    model: type[FrontMatterModel] | None = None,
    key_order: KeyOrder = "sections",
) -> str:
    """A page's text with its front matter in canonical form.

    `model` describes the front matter, if there is a model of it. `key_order` says which keys are
    sorted: those of `sections` (models of widgets, and blocks), of everything that has a model
    (`canonical`), or none (`preserve`).

    Text without front matter, and front matter that is TOML or JSON, is given back as it is.
    Raises UnreadableError when the front matter does not parse, InvariantError when the result
    would not have the same data, page text and comments; both are FormatErrors.
    """
    order = order_of(model, key_order)
    document = parse(text)
    result = _formatted(document, order)
    if result != text:
        after = parse(result)
        invariants.check(document, after)
        if _formatted(after, order) != result:
            raise InvariantError("stable", "formatting again would change it again", result)
    return result


def _formatted(document: Document, order: Order) -> str:
    text, fences, root = document.text, document.fences, document.reading(Dialect.OLD).root
    if document.error:
        raise UnreadableError(document.error)
    if fences is None or fences.format != "yaml" or _is_odd(document, fences):
        return text
    if root is not None and not isinstance(root, Mapping):
        raise UnreadableError(ReadError("not-a-mapping", "not a mapping", root.start))
    newline = majority_newline(text[: fences.body])
    try:
        made = lay_out(Lines(text, *fences.matter, newline), root, order)
    except (Unsure, Ambiguous):
        return text
    closing = "---" + newline if fences.body > fences.closing.end else "---"
    return newline.join(["---", *made, closing]) + text[fences.body :]


def _is_odd(document: Document, fences: Fences) -> bool:
    """Whether only one of Hugo's libraries knows where lines and values end.

    So it is with text behind the opening fence and with a tab inside a key, too.
    """
    text, refused = document.text, document.reading(Dialect.OLD).error
    if refused or _ODD_LINE_END.search(text, *fences.matter):
        return True
    if "\t" in text[slice(*fences.matter)] and _TAB_IN_KEY.search(text, *fences.matter):
        return True
    return bool(_BEHIND_FENCE.match(text, fences.opening.end))
