"""Which Hugo builds the site, and what that Hugo makes of front matter.

Hugo read YAML with a Go port of libyaml (gopkg.in/yaml.v2) up to 0.151 and with goccy/go-yaml from
0.152 on. The two differ in what a plain scalar means, see `afr_content.plain`, and in more.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Any, NamedTuple

from afr_content.errors import refused
from afr_content.nodes import Node, Scalar
from afr_content.plain import resolve_new, resolve_old
from afr_content.reading import NewReader, OldReader, Reader, Value, lower_keys


class Dialect(Enum):
    """How Hugo reads YAML: `OLD` up to 0.151, `NEW` from 0.152 on."""

    OLD = "old"
    NEW = "new"


class HugoVersion(NamedTuple):
    """A version of Hugo, such as 0.111.3."""

    major: int
    minor: int
    patch: int = 0

    @classmethod
    def parse(cls, text: str) -> HugoVersion:
        """The version written as `0.111.3`, `v0.111` or `0.152.2+extended`. Raises ValueError."""
        match = re.match(r"\s*v?(\d+)\.(\d+)(?:\.(\d+))?(?![\w.]*[\w])|$", text)
        if not match or match[1] is None:
            raise ValueError(f"`{text}` is no Hugo version such as 0.111.3")
        return cls(int(match[1]), int(match[2]), int(match[3] or 0))

    @property
    def dialect(self) -> Dialect:
        """The YAML this version reads."""
        return Dialect.NEW if self >= (0, 152) else Dialect.OLD

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"


BOTH: tuple[Dialect, ...] = (Dialect.OLD, Dialect.NEW)

# The newest Hugo that the tests compare with.
NEWEST = HugoVersion(0, 168, 0)


def resolve(text: str, dialect: Dialect) -> object:
    """What a plain scalar without a tag means: None, bool, int, float or str."""
    return resolve_old(text) if dialect is Dialect.OLD else resolve_new(text)


def read_params(root: Node, dialect: Dialect) -> dict[str, Any]:
    """The front matter as Hugo's templates get it.

    Keys are in lower case, except inside lists, where Hugo leaves them as written.
    Raises FrontMatterError when Hugo refuses it.
    """
    try:
        return _reader(dialect).params(root)
    except RecursionError:
        raise refused("too-deep", "nested too deeply", root.start) from None


def value_of(node: Node, dialect: Dialect, *, lower: bool = False) -> Value:
    """What a Hugo of that dialect makes of a value; `lower` as for a value that is not in a list.

    Raises FrontMatterError when Hugo refuses it.
    """
    try:
        value = _reader(dialect).value(node)
    except RecursionError:
        raise refused("too-deep", "nested too deeply", node.start) from None
    return lower_keys(value) if lower and isinstance(value, dict) else value


def scalar_value(scalar: Scalar, dialect: Dialect) -> object:
    """What a single value means: None, bool, int, float, str or (with a tag) datetime.

    Raises FrontMatterError when the scalar's tag does not fit it.
    """
    value: object = _reader(dialect).scalar(scalar)
    return value


def _reader(dialect: Dialect) -> Reader:
    return OldReader() if dialect is Dialect.OLD else NewReader()
