"""The blank widget (since 5.8 also called markdown)."""

from __future__ import annotations

from afr_content.models.section import Section


class Blank(Section):
    """The text of the section's body."""
