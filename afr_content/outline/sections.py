"""Sections of widget pages and blocks of landing pages, as the theme shows them.

After the theme's `widget_page.html` (v5.0 to v5.7) and `landing_page.html` (from v5.8 on).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from afr_content.census import weight_in
from afr_content.diagnostics import Diagnostic
from afr_content.facts import Facts
from afr_content.frontmatter import parse
from afr_content.hugo import Dialect
from afr_content.nodes import Sequence as Items
from afr_content.outline.matches import Matches, Values
from afr_content.outline.model import Background, Columns, Findings, Section
from afr_content.source import Span

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
    spans = _block_spans(findings)
    return [
        _block(page, values, language, matches, _inside(findings, spans[index : index + 1]))
        for index, values in _blocks(page)
    ]


def outside_blocks(findings: Findings) -> Findings:
    """The findings of a landing page that are not those of a block."""
    inside = _inside(findings, _block_spans(findings))
    return tuple(finding for finding in findings if finding not in inside)


def _blocks(page: Facts) -> Iterator[tuple[int, Values]]:
    """Where in the list each block is, and its values by their key inside it."""
    found: dict[int, Values] = defaultdict(lambda: defaultdict(list))
    for fact in page.values:
        if fact.key.startswith(_BLOCKS):
            found[fact.item][fact.key.removeprefix(_BLOCKS)].append(fact)
    yield from ((index, found[index]) for index in sorted(found) if "block" in found[index])


def _block(
    page: Facts, values: Values, language: str, matches: Matches, findings: Findings
) -> Section:
    widget = _text(values, "block")
    return Section(
        path=page.path,
        widget=widget,
        title=one_line(_text(values, "content.title")),
        subtitle=one_line(_text(values, "content.subtitle")),
        weight=None,
        is_hidden=False,
        columns=_columns(widget, values, default="1"),
        background=_background(values),
        shows=matches.shown(widget, values, language),
        findings=findings,
    )


def _block_spans(findings: Findings) -> list[Span]:
    """Where the blocks are written, looked up only where something is wrong with their page."""
    root = parse(findings[0].source.text).mapping if findings else None
    entry = root.find("sections") if root else None
    items = entry.value.items if entry and isinstance(entry.value, Items) else ()
    return [Span(item.start, item.end) for item in items]


def _inside(findings: Sequence[Diagnostic], spans: Sequence[Span]) -> Findings:
    return tuple(
        finding
        for finding in findings
        if any(span.start <= finding.span.start < span.end for span in spans)
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
