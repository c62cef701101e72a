"""Imports run downward only: a module knows the rooms below its own, never those above."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "afr_content"

FLOORS = (
    "names errors nodes parallel permalinks source theme weights phrases person_names templates",
    "plain tags reading hugo composers frontmatter page_params handler dates files bodies landing",
    "models settings settings_files addresses",
    "own_models",
    "academic config versions site kinds page learning",
    "facts census needs links page_names shortcodes building inbound people",
    "diagnostics explain formatting",
    "rules",
    "registry suppress",
    "linter",
    "fixer",
    "inspection proof",
    "reporters outline",
    "migration upgrade",
    "cli __main__",
)
"""The rooms of the house, the ground floor first; rooms of one floor may know each other."""

FLOOR_OF = {room: level for level, floor in enumerate(FLOORS) for room in floor.split()}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def imports(tree: ast.AST) -> Iterator[str]:
    """The modules of ours that are imported anywhere but under TYPE_CHECKING."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("afr_content"):
            assert node.module
            names = [f"afr_content.{alias.name}" for alias in node.names]
            yield from names if node.module == "afr_content" else [node.module]
        yield from imports(node)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_imports_run_downward(path: Path) -> None:
    own = path.relative_to(PACKAGE).with_suffix("").parts[0]
    if own == "__init__":
        return  # the front door hands out what is inside
    for module in imports(ast.parse(path.read_text("utf-8"))):
        other = room(module)
        if other == "__version__":
            continue
        assert FLOOR_OF[other] <= FLOOR_OF[own], f"{own} imports {module}"


def test_every_room_has_its_floor() -> None:
    rooms = {path.relative_to(PACKAGE).with_suffix("").parts[0] for path in MODULES}
    assert rooms - {"__init__"} <= set(FLOOR_OF)
