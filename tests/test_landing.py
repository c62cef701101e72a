"""Landing pages: what is within a block says so, and its texts are read in their places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml import dump

from afr_content.bodies import embedded, embedded_mentions
from afr_content.bodies.embedded import Embedded
from afr_content.frontmatter import parse
from afr_content.landing import block_around, blocks_of
from afr_content.source import Span
from tests.conftest import EXAMPLES, Run, write

PAGE = """---
title: Start
type: landing
sections:
  - block: Hero
    content:
      title: Welcome
      cta:
        url: /nowhere/
  - id: text
    content:
      titel: About
---
"""


@pytest.fixture
def landing(site: Path) -> Path:
    """A site of a theme with landing pages, whose start page has two mistakes."""
    write(site / "afr-content.toml", 'theme-version = "5.9"\nhugo-version = "0.111.3"\n')
    write(site / "content/_index.md", PAGE)
    return site


@pytest.mark.usefixtures("landing")
class TestReports:
    def test_lines_name_the_block_in_front(self, run: Run) -> None:
        assert run("lint", "--output-format", "concise").stdout.splitlines() == [
            "content/_index.md:9:14: warning AFR413 broken-link: sections[0] · hero:"
            " There is no page `/nowhere/`; the link leads to nothing",
            "content/_index.md:12:7: warning AFR103 unknown-key: sections[1] · markdown:"
            " Unknown key `content.titel`, did you mean `title`",
        ]

    def test_so_does_the_report_for_people(self, run: Run) -> None:
        first = run("lint").stdout.splitlines()[0]
        assert first.startswith("content/_index.md:9:14: warning: sections[0] · hero: There is no")

    def test_json_has_it_apart(self, run: Run) -> None:
        hero, text = json.loads(run("lint", "--output-format", "json").stdout)
        assert hero["section"] == {"index": 0, "block": "hero", "id": None}
        assert text["section"] == {"index": 1, "block": "markdown", "id": "text"}
        assert hero["message"].startswith("There is no page")

    def test_what_is_in_no_block_names_none(self, landing: Path, run: Run) -> None:
        write(landing / "content/_index.md", PAGE.replace("title: Start", "tilte: Start"))
        found = json.loads(run("lint", "--select", "unknown-key", "--output-format", "json").stdout)
        assert [item["section"] and item["section"]["index"] for item in found] == [None, 1]


def test_blocks_end_where_they_are_written_to() -> None:
    root = parse(PAGE).mapping
    blocks = [block for block, _ in blocks_of(root)]
    spans = [PAGE[block.span.start : block.span.end].splitlines() for block in blocks]
    assert [(lines[0], lines[-1].strip()) for lines in spans] == [
        ("block: Hero", "url: /nowhere/"),
        ("id: text", "titel: About"),
    ]
    assert block_around(blocks, PAGE.index("Start")) is None
    assert block_around(blocks, PAGE.index("/nowhere/")) == blocks[0]


def test_the_example_site_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLES / "landing-site")
    result = run("lint")
    assert (result.exit_code, result.stdout) == (0, "")


WRITTEN = {
    "plain": "text: See [a](/a/) and\n        [b](/b/)",
    "single": "text: 'It''s [a](/a/), [b](/b/)'",
    "double": 'text: "\\"[a](/a/)\\" \\u00e9 \\\n        [b](/b/)"',
    "literal": "text: |2-\n          [a](/a/)\n        [b](/b/)",
    "folded": "text: >+  # a comment\n        [a](/a/)\n        and [b](/b/)\n\n",
    "in a list": "items:\n        - {name: n, description: '[a](/a/)'}\n        - name: '[b](/b/)'",
}


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_places_of_links_are_exact(written: str, newline: str) -> None:
    text = f"---\nsections:\n  - block: features\n    content:\n      {written}\n---\n"
    text = text.replace("\n", newline)
    found = list(embedded_mentions(text, parse(text).mapping))
    assert [(m.target, text[m.span.start : m.span.end]) for m in found] == [
        ("/a/", "/a/"),
        ("/b/", "/b/"),
    ]


@pytest.mark.parametrize("quotes", ["'{}'", '"{}"', "'''\n{}'''", '"""\\\n  {}"""'])
def test_so_they_are_in_toml(quotes: str) -> None:
    text = quotes.format("A [link](/a/)")
    text = f'+++\n[[sections]]\nblock = "markdown"\n[sections.content]\ntext = {text}\n+++\n'
    [found] = embedded_mentions(text, parse(text).mapping)
    assert text[found.span.start : found.span.end] == "/a/"


STYLES = st.sampled_from(["", '"', "'", "|", ">"])
WORDS = st.text("ab é'\"\\:#-\n\t", max_size=40)


@given(text=WORDS, style=STYLES)
def test_every_character_has_its_place(text: str, style: str) -> None:
    data = {"sections": [{"content": {"text": text}}]}
    source = f"---\n{dump(data, default_style=style, allow_unicode=True)}---\n"
    texts = list(embedded(source, parse(source).mapping))
    assert [found.text for found in texts] == [text] * bool(text)
    for found in texts:
        assert _follows(found, source)
        letters = [Span(at, at + 1) for at, char in enumerate(text) if not char.isspace()]
        assert [found.read(found.written(letter)) for letter in letters] == letters


def _follows(found: Embedded, source: str) -> bool:
    """Whether the places go on, and hold the characters or an escape for them."""
    places = list(zip(found.text, found.starts, found.ends, strict=True))
    return all(
        char.isspace() or source[start:end] in (char, "''") or source[start] == "\\"
        for char, start, end in places
    ) and list(found.starts) == sorted(found.starts)
