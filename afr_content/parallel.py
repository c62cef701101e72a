"""The same work on many files, by as many processes as there are cores."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_FEW = 400
"""Starting processes takes as long as checking about this many files."""
_CHUNKS_PER_JOB = 8


def available_cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def ordered_map(
    function: Callable[[Item], Result], items: Sequence[Item], jobs: int
) -> Iterator[Result]:
    """The function's results in the order of the items, whatever the number of jobs.

    With more than one job the function is handed to each process once, so that what it remembers
    serves all of its items; items and results are pickled. Few items are worked on here.
    """
    if len(items) >= _FEW:
        gc.freeze()
        gc.enable()  # short runs go without, see `cli.run`
    if jobs == 1 or len(items) < _FEW:
        yield from map(function, items)
        return
    from concurrent.futures import ProcessPoolExecutor

    chunk = max(1, len(items) // (jobs * _CHUNKS_PER_JOB))
    with ProcessPoolExecutor(jobs, initializer=_install, initargs=(function,)) as pool:
        yield from pool.map(_call, items, chunksize=chunk)


_installed: list[Callable[[Any], Any]] = []
"""In a process of a pool, the function that it is there for."""


def _install(function: Callable[[Any], Any]) -> None:
    _installed[:] = [function]


def _call(item: Any) -> Any:
    return _installed[0](item)
