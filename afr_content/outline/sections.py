"""Sections of widget pages and blocks of landing pages, as the theme shows them.

After the theme's `widget_page.html` (v5.0 to v5.7) and `landing_page.html` (from v5.8 on).
"""

from __future__ import annotations

from collections import defaultdict

from afr_content.census import weight_in
from afr_content.facts import Facts
from afr_content.hugo import Dialect
from afr_content.landing import Block
from afr_content.outline.matches import Matches, Values
from afr_content.outline.model import Background, Columns, Findings, Section

_BLOCKS = "sections."
_ALIASES = {"": "blank", "custom": "blank", "projects": "portfolio"}
_WITH_COLUMNS = frozenset(
    "accomplishments blank collection contact experience featured markdown pages portfolio skills"
    " tag_cloud".split()
)
"""The widgets that stand beside or below their title; others have a layout of their own."""


def section_of(facts: Facts, language: str, matches: Matches, findings: Findings) -> Section:
    """A section's file as a section."""
    values: Values = defaultdict(list)
    for fact in facts.values:
        values[fact.key].append(fact)
    return Section(
        path=facts.path,
        widget=facts.widget or "blank",
        title=one_line(_text(values, "title")),
        subtitle=one_line(_text(values, "subtitle")),
        weight=weight_in(facts),
        is_hidden=_is_hidden(facts, matches.dialect),
        columns=_columns(facts.widget, values, default="2"),
        background=_background(values),
        shows=matches.shown(facts.widget, values, language),
        findings=findings,
    )


def blocks_of(page: Facts, language: str, matches: Matches, findings: Findings) -> list[Section]:
    """The blocks of a landing page, in the order of its list; `findings` are those of the page."""
    found: dict[int, Values] = defaultdict(lambda: defaultdict(list))
    for fact in page.values:
        if fact.key.startswith(_BLOCKS):
            found[fact.item][fact.key.removeprefix(_BLOCKS)].append(fact)
    return [
        _block(page, block, found[block.item], language, matches, _inside(findings, block))
        for block in page.blocks
    ]


def outside_blocks(findings: Findings) -> Findings:
    """The findings of a landing page that are not those of a block."""
    return tuple(finding for finding in findings if finding.block is None)


def _inside(findings: Findings, block: Block) -> Findings:
    return tuple(f for f in findings if f.block and f.block.item == block.item)


def _block(
    page: Facts, block: Block, values: Values, language: str, matches: Matches, findings: Findings
) -> Section:
    return Section(
        path=page.path,
        widget=block.name,
        title=one_line(_text(values, "content.title")),
        subtitle=one_line(_text(values, "content.subtitle")),
        weight=None,
        is_hidden=block.is_demo,
        columns=_columns(block.name, values, default="1"),
        background=_background(values),
        shows=matches.shown(block.name, values, language),
        findings=findings,
    )


def _text(values: Values, key: str) -> str:
    """The value that Hugo takes: the last one."""
    return values[key][-1].text if key in values else ""


def one_line(text: str) -> str:
    """A text without line breaks, as a browser shows it."""
    return " ".join(text.split())


def _typed(values: Values, key: str) -> object:
    return values[key][-1].typed(Dialect.OLD) if key in values else None


def _is_hidden(facts: Facts, dialect: Dialect) -> bool:
    """Whether a section is switched off: only `true` and nothing at all show it."""
    fact = facts.get("active")
    return fact is not None and fact.typed(dialect) not in (True, None)


def _columns(widget: str, values: Values, default: str) -> Columns | None:
    """One column or two; the theme compares with the text `"1"`, so a number means two."""
    if _ALIASES.get(widget.lower(), widget.lower()) not in _WITH_COLUMNS:
        return None
    return 1 if (_typed(values, "design.columns") or default) == "1" else 2


def _background(values: Values) -> Background:
    def text(name: str) -> str:
        return _text(values, f"design.background.{name}")

    ends = text("gradient_start"), text("gradient_end")
    light = _typed(values, "design.background.text_color_light")
    return Background(
        color=text("color"),
        gradient=ends if all(ends) else None,
        angle=text("gradient_angle") or "90",
        image=text("image") or text("image.filename"),
        video=text("video.path") or text("video.filename"),
        light_text=None if light is None else light is not False,
    )
