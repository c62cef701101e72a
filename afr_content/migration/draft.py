"""A section on its way: its lines, and what each Hugo reads of them, changed in step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from afr_content.frontmatter import Document
from afr_content.hugo import BOTH, Dialect
from afr_content.migration import moving, values
from afr_content.migration.blocks import COMMON, Put, Rewrite, Target
from afr_content.migration.sources import params_of, tree_of
from afr_content.migration.tree import Key


class Draft:
    """The keys of a section; `tree` are its lines, `data` what each Hugo reads of them."""

    def __init__(self, document: Document) -> None:
        self.tree = tree_of(document, lower=True)
        self.data = {dialect: params_of(document, dialect) for dialect in BOTH}

    def names(self) -> list[str]:
        """The outermost keys."""
        return [key.name for key in self.tree.keys]

    def has(self, path: str) -> bool:
        """Whether there is a key at a path."""
        return self.tree.at(path) is not None

    def read(self, path: str) -> Any:
        """What Hugo up to 0.151 reads at a path; None when there is nothing."""
        return values.at(self.data[Dialect.OLD], path)

    def take(self, path: str) -> Key | None:
        """A key, taken out."""
        key = self.tree.take(path)
        if key:
            for params in self.data.values():
                values.take(params, path)
        return key

    def put(self, path: str, key: Key, read: Mapping[Dialect, Any]) -> bool:
        """Put a key at a path; False when something is in the way."""
        done = [self.tree.put(path, key)]
        done += [values.put(params, path, read[d]) for d, params in self.data.items()]
        return all(done)

    def rename(self, path: str, target: str) -> bool:
        """Put a key elsewhere; False when something is in the way."""
        read = {dialect: values.at(params, path) for dialect, params in self.data.items()}
        key = self.take(path)
        return key is not None and self.put(target, key, read)

    def change(
        self, target: Target, puts: tuple[Put, ...], rewrites: tuple[Rewrite, ...]
    ) -> list[Rewrite]:
        """Do all that a widget's block asks for; comes back with what is said in other words."""
        moves = (*target.moves, *COMMON)
        moving.move(self.tree, moves)
        for each in target.each:
            moving.move_in_items(self.tree, each)
        made = moving.rewrite(self.tree, rewrites)
        moving.write(self.tree, puts)
        moving.prune(self.tree)
        for params in self.data.values():
            values.move(params, moves)
            for each in target.each:
                values.move_in_items(params, each)
            values.rewrite(params, rewrites)
            values.write(params, puts)
            values.prune(params)
        return made
