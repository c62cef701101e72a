"""A linter, formatter and scaffolding for Hugo sites with the Wowchemy theme.

For users of python-frontmatter: `HugoYAMLHandler` reads front matter as Hugo does, and `load`
gives a `frontmatter.Post` for a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from afr_content.handler import HugoYAMLHandler, load

__version__ = "0.1.0"
__all__ = ["HugoYAMLHandler", "__version__", "load"]


def __getattr__(name: str) -> Any:
    """Import the handler when it is asked for: it brings python-frontmatter and PyYAML."""
    if name in ("HugoYAMLHandler", "load"):
        from afr_content import handler

        return getattr(handler, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
