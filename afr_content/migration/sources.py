"""The front matter of a widget page's files: as a document, as a tree, as data."""

from __future__ import annotations

from typing import Final

from afr_content.formatting import FormatError, format_text
from afr_content.frontmatter import Document, parse
from afr_content.hugo import Dialect
from afr_content.migration import values
from afr_content.migration.parts import NotMovableError
from afr_content.migration.toml_tree import read_toml, untyped
from afr_content.migration.tree import Branch
from afr_content.migration.values import Params
from afr_content.migration.yaml_tree import read_yaml
from afr_content.page import Page

_OPENED: Final = frozenset(
    "content content.filters content.form design design.background design.background.video"
    " advanced item[] content.slides[] content.slides[].background".split()
)
"""Maps between braces that are taken apart, since their keys may go different ways."""


def document_of(page: Page) -> Document:
    """A page's front matter in canonical form, keys in their order.

    Raises NotMovableError when a Hugo refuses it.
    """
    if page.source.trouble:
        raise NotMovableError(page.source.trouble)
    for error in page.refusals.values():
        raise NotMovableError(f"its front matter is not read: {error.message}", error.offset)
    try:
        return parse(format_text(page.source.text, key_order="preserve"))
    except FormatError as error:
        raise NotMovableError(f"its front matter is not read: {error}") from error


def tree_of(document: Document, *, lower: bool = False) -> Branch:
    """The tree of a document; with `lower` with its keys in lower case.

    Raises NotMovableError when it is too odd to be taken apart.
    """
    tree: Branch | None = None
    if is_toml(document):
        tree = read_toml(document, lower=lower)
    elif document.fences is None or document.fences.format == "yaml":
        tree = read_yaml(document, _OPENED, lower=lower)
    if tree is None:
        raise NotMovableError("its front matter is too odd to be moved by lines")
    return tree


def params_of(document: Document, dialect: Dialect) -> Params:
    """What Hugo reads, as it will read the YAML that the front matter becomes."""
    params = document.params(dialect)
    return (untyped(params) or {}) if is_toml(document) else values.copied(params)


def is_toml(document: Document) -> bool:
    """Whether the front matter is TOML."""
    return document.fences is not None and document.fences.format == "toml"


def body_of(document: Document) -> str:
    """What stands behind the front matter."""
    return document.text[document.fences.body :] if document.fences else document.text
