"""The changes there are, found by walking the `changes` package."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

from afr_content.diagnostics import Finding, Located, Severity
from afr_content.upgrade import changes as package
from afr_content.upgrade.move import Move, Turn


class Change(NamedTuple):
    """A change between versions: what to call it, how much it weighs, and what looks for it.

    `check` looks at a page, `check_site` at what is not one: templates, the files that name
    versions, the site as a whole.
    """

    code: str
    name: str
    severity: Severity
    doc: str
    check: Callable[[Turn], Iterable[Finding]] | None
    check_site: Callable[[Move], Iterable[Located]] | None


@cache
def all_changes() -> tuple[Change, ...]:
    """Every change, in the order of their codes."""
    modules = (
        import_module(f"{package.__name__}.{module.name}")
        for module in pkgutil.iter_modules(package.__path__)
        if not module.name.startswith("_")
    )
    return tuple(sorted(map(_change, modules), key=lambda change: change.code))


def _change(module: ModuleType) -> Change:
    return Change(
        module.CODE,
        module.__name__.rpartition(".")[2].replace("_", "-"),
        module.SEVERITY,
        inspect.cleandoc(module.__doc__ or ""),
        getattr(module, "check", None),
        getattr(module, "check_site", None),
    )
