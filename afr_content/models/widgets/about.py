"""The about and about.avatar widgets."""

from __future__ import annotations

from afr_content.models.keys import Key, breaks
from afr_content.models.section import Section
from afr_content.models.types import Name


class About(Section):
    """A person's profile, from the person's page in `content/authors/`."""

    author: Name = Key(
        "Folder of the person in `content/authors/`.",
        required=True,
        examples=["admin"],
        wrong=breaks("the build stops: there is no such author page"),
    )


class AboutAvatar(About):
    """A person's picture, name and links beside the text of the section's body."""
