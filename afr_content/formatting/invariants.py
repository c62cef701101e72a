"""What formatting never changes, checked on every result that differs from its text."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

import yaml

from afr_content.errors import FrontMatterError
from afr_content.formatting.errors import InvariantError
from afr_content.frontmatter import Document
from afr_content.hugo import BOTH, Dialect

_COMMENT: Final = re.compile(r"#[^\n]*")
_HEADER_COMMENT: Final = re.compile(r"\A[|>][-+0-9]*[ \t]+(#[^\r\n]*)")


def check(before: Document, after: Document) -> None:
    """Raises InvariantError when two documents do not have the same data, body and comments.

    What a Hugo refuses, such as a key that is there twice, it must refuse for the same reason
    afterwards; but what is no YAML to it may become YAML, for another Hugo vouches for the data.
    """
    for dialect in BOTH:
        if before.reading(dialect).error:
            continue  # there is no data that could change
        if not same(_outcome(before, dialect), _outcome(after, dialect)):
            raise InvariantError("data", f"{dialect.value} Hugo would read other data", after.text)
    if _body(before) != _body(after):
        raise InvariantError("body", "the page's text would change", after.text)
    if comments_of(before) != comments_of(after):
        raise InvariantError("comments", "comments would change", after.text)


def _outcome(document: Document, dialect: Dialect) -> object:
    try:
        return document.params(dialect)
    except FrontMatterError as refused:
        return [refused.error.kind]


def _body(document: Document) -> str:
    return document.text[document.fences.body :] if document.fences else document.text


def same(one: object, other: object) -> bool:
    """Whether two values are equal, types included; the order of keys does not matter."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other) or (one != one and other != other)


def comments_of(document: Document) -> Counter[str]:
    """The comments of the front matter: what stands behind a `#` between libyaml's tokens."""
    if not document.fences:
        return Counter()
    matter = document.text[slice(*document.fences.matter)]
    if "#" not in matter:
        return Counter()
    found: list[str] = []
    done = 0
    try:
        for token in yaml.scan(matter, Loader=yaml.CLoader):
            start, end = token.start_mark.index, token.end_mark.index
            found += _COMMENT.findall(matter, done, max(done, start))
            if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
                found += _HEADER_COMMENT.findall(matter, start, end)
            done = max(done, end)
    except (yaml.YAMLError, UnicodeEncodeError):
        pass  # the data say already whether such a text may be written
    found += _COMMENT.findall(matter, done)
    return Counter(text.rstrip(" \t\r") for text in found)
