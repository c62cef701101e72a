"""A handler for python-frontmatter that reads front matter as Hugo does.

    metadata, body = frontmatter.parse(text, handler=HugoYAMLHandler(hugo="0.147.9"))

The metadata is what Hugo's templates see as `.Params`: keys in lower case (not in lists), values
with Hugo's types. TOML and JSON are read, too; what is written is YAML.
"""

from __future__ import annotations

import re
from os import PathLike
from pathlib import Path
from typing import Any, cast

import yaml
from frontmatter import Post
from frontmatter.default_handlers import BaseHandler

from afr_content.frontmatter import Document, parse
from afr_content.hugo import BOTH, NEWEST, Dialect, HugoVersion, resolve
from afr_content.source import SourceFile

Hugo = str | HugoVersion | Dialect | None


def load(path: str | PathLike[str], *, hugo: Hugo = None) -> Post:
    """The page at `path` as python-frontmatter's Post.

    Unlike `frontmatter.load`, a key named `content` is no trouble, and the body is kept exactly.
    Raises FrontMatterError when Hugo refuses the page, OSError when it cannot be read.
    """
    handler = HugoYAMLHandler(hugo=hugo)
    text = SourceFile.read(Path(path)).text
    document = parse(text)
    post = Post(_body(document), handler)
    post.metadata = document.params(handler.hugo)
    return post


class HugoYAMLHandler(BaseHandler):
    """Detects, splits, reads and writes front matter as Hugo does.

    `hugo` is the version whose reading is wanted, such as `0.147.9`; the newest if it is not given.
    Note that `frontmatter.parse` strips blank lines from both ends of a text before any handler
    sees it; `afr_content.load` does not.
    """

    FM_BOUNDARY = re.compile(r"^-{3}", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "---"

    def __init__(self, *, hugo: Hugo = None) -> None:
        super().__init__()
        self.hugo = _version(hugo)

    def detect(self, text: str) -> bool:
        """Whether the text has front matter, be it closed or not."""
        document = parse(text)
        return document.fences is not None or document.error is not None

    def split(self, text: str) -> tuple[str, str]:
        """The text between the fences, and the body. Raises ValueError when there is none."""
        document = parse(text)
        fences = document.fences
        if fences is None:
            if document.error is None:
                raise ValueError("no front matter")
            return _Matter("", document), ""
        matter = text[fences.matter.start : fences.matter.end]
        return _Matter(matter, document), _Body(text[fences.body :])

    def load(self, fm: str) -> dict[str, Any]:
        """What Hugo makes of it. Raises FrontMatterError (a ValueError) when Hugo refuses it."""
        if isinstance(fm, _Matter):
            return fm.document.params(self.hugo)
        return parse(f"---\n{fm}\n---\n").params(self.hugo)

    def export(self, metadata: dict[str, object], **kwargs: object) -> str:
        """The metadata as YAML that every Hugo reads back as it is, in the given order."""
        options: dict[str, Any] = {"sort_keys": False, "allow_unicode": True, **kwargs}
        options.setdefault("default_flow_style", False)
        return cast(str, yaml.dump(metadata, Dumper=_Dumper, **options)).strip()


class _Matter(str):
    """The text between the fences, which remembers where it came from."""

    __slots__ = ("document",)

    document: Document

    def __new__(cls, text: str, document: Document) -> _Matter:
        made = super().__new__(cls, text)
        made.document = document
        return made


class _Body(str):
    """A body that stays as it is when python-frontmatter strips it."""

    __slots__ = ()

    def strip(self, chars: str | None = None, /) -> str:
        return str(self) if chars is None else super().strip(chars)


class _Dumper(yaml.SafeDumper):
    """Quotes also those texts that some Hugo would take for a number or a boolean."""


def _represent_str(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    plain = all(resolve(text, dialect) == text for dialect in BOTH)
    style = "|" if "\n" in text else None if plain else "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_str)


def _version(hugo: Hugo) -> HugoVersion | Dialect:
    if hugo is None:
        return NEWEST
    return HugoVersion.parse(hugo) if isinstance(hugo, str) else hugo


def _body(document: Document) -> str:
    return document.text[document.fences.body :] if document.fences else document.text
