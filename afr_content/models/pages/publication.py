"""A publication."""

from __future__ import annotations

from afr_content.models.keys import Key, alters, breaks
from afr_content.models.pages.page import Page
from afr_content.models.section import NO_TEXT
from afr_content.models.types import PublicationTypes, Text


class Publication(Page):
    """A publication."""

    first_keys = (
        "title",
        "subtitle",
        "authors",
        "author_notes",
        "date",
        "doi",
        "publish_date",
        "publication_types",
        "publication",
        "publication_short",
        "abstract",
        "summary",
        "tags",
        "categories",
        "featured",
        "links",
    )

    publication_types: PublicationTypes = Key(
        'What kind it is; the first counts. Until 5.8 a number: `"1"` conference paper, `"2"` '
        'journal article, `"3"` preprint, `"4"` report, `"5"` book, `"6"` book section, `"7"` '
        'thesis, `"8"` patent; since 5.9 a name.',
        examples=[["2"], ["article-journal"]],
        wrong=breaks("the build stops, or the type is not shown"),
        wrong_since=("5.9", alters("the type is shown as it is written, or not at all")),
    )
    publication: Text = Key("Where it was published, in Markdown.", wrong=NO_TEXT)
    publication_short: Text = Key("Where it was published, in short.", wrong=NO_TEXT)
    abstract: Text = Key("Abstract, in Markdown.", wrong=NO_TEXT)
