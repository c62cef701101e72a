"""The formatter: its cases on disk, and front matter that nobody would think of.

A case is a file `tests/format/<what>.md` with its canonical form in `<what>.formatted.md`. Cases
named `ok-*` are canonical. A file `<what>.options` may say `key-order canonical`.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afr_content.formatting import (
    FormatError,
    InvariantError,
    KeyOrder,
    UnreadableError,
    format_text,
    formatter,
)
from afr_content.frontmatter import parse
from afr_content.models.registry import PAGES, WIDGETS, load
from afr_content.source import BOM
from tests.format_checks import assert_nothing_lost
from tests.format_generator import damaged, front_matter

CASES = Path(__file__).parent / "format"


def read(path: Path) -> str:
    return path.read_bytes().decode()


def formatted(text: str, key_order: KeyOrder = "sections") -> str:
    """The text in canonical form, its model found by its widget's name, or that of the page."""
    mapping = parse(text).mapping
    widget = mapping.find("widget") if mapping else None
    name = getattr(widget.value, "text", "") if widget else ""
    entry = WIDGETS.get(name)
    if mapping and mapping.find("sections"):
        entry = PAGES["landing"]
    return format_text(text, model=load(entry) if entry else None, key_order=key_order)


def key_order_of(case: Path) -> KeyOrder:
    options = case.with_suffix(".options")
    return cast(KeyOrder, options.read_text().split()[1]) if options.exists() else "sections"


ALL = sorted(CASES.glob("*.md"))
CANONICAL = [path for path in ALL if path.name.startswith("ok-")]
RESULTS = [path for path in ALL if path.name.endswith(".formatted.md")]
CHANGED = [path for path in ALL if path not in CANONICAL and path not in RESULTS]


@pytest.mark.parametrize("case", CHANGED, ids=lambda case: case.stem)
def test_case_is_formatted(case: Path) -> None:
    text = read(case)
    result = formatted(text, key_order_of(case))
    assert result == read(case.with_suffix(".formatted.md"))
    assert_nothing_lost(text, result)


@pytest.mark.parametrize("case", CANONICAL + RESULTS, ids=lambda case: case.stem)
def test_canonical_case_is_left_alone(case: Path) -> None:
    changed = case.with_name(case.name.replace(".formatted.md", ".md"))
    assert formatted(read(case), key_order_of(changed)) == read(case)


def test_no_result_is_left_over() -> None:
    assert {path.name for path in RESULTS} == {f"{path.stem}.formatted.md" for path in CHANGED}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{BOM}---\na: 1\n---\nx", "---\na: 1\n---\nx", id="byte order mark"),
        pytest.param("\n \n---\na: 1\n---\n", "---\na: 1\n---\n", id="blanks before"),
        pytest.param("---  \na: 1\n---\n", "---\na: 1\n---\n", id="blanks behind the opening"),
        pytest.param("--- # c\na: 1\n---\n", "---\n# c\na: 1\n---\n", id="comment behind it"),
        pytest.param("---\na:  1\n--- \nx", "---\na: 1\n--- \nx", id="blanks behind the closing"),
        pytest.param("---\na:  1\n----\n", "---\na: 1\n----\n", id="text behind the closing"),
        pytest.param("---\na:  1\n---", "---\na: 1\n---", id="no newline at the end"),
        pytest.param("---\n---", "---\n---", id="nothing"),
        pytest.param("---\n \n\n---\n\n", "---\n---\n\n", id="blank lines only"),
        pytest.param(
            "---\r\na:  1\r\nb: |\r\n  x\n  y\r\n---\r\n\n",
            "---\r\na: 1\r\nb: |\r\n  x\r\n  y\r\n---\r\n\n",
            id="mostly CR LF",
        ),
        pytest.param(
            "---\na:  1\nb: 2\r\n---\nx\r\ny\r\nz\r\n",
            "---\na: 1\nb: 2\n---\nx\r\ny\r\nz\r\n",
            id="CR LF in the body",
        ),
        pytest.param(
            "---\na:\t'x'\t# c\t\nb:  1\t\n---\n",
            '---\na: "x"  # c\nb: 1\n---\n',
            id="tabs",
        ),
        pytest.param("---\na: 'x\ty'\n---\n", "---\na: 'x\ty'\n---\n", id="tab in quotes"),
        pytest.param(
            "---\na:   \u00a0x\u00a0 \n---\n", "---\na: \u00a0x\u00a0\n---\n", id="no-break space"
        ),
    ],
)
def test_fences_and_line_ends(text: str, expected: str) -> None:
    assert format_text(text) == expected


@pytest.mark.parametrize(
    "matter",
    [
        pytest.param("a:   'x\r\n  y'\nb: 1\n", id="CR LF between quotes, to new Hugo two lines"),
        pytest.param("a:   |+\n \n\nb: 1\n", id="block scalar of blanks"),
        pytest.param("{a:   1}\n", id="braces around everything"),
        pytest.param('a:   "\\/"\n', id="escape that only new Hugo knows"),
        pytest.param("a:   1\n...\n", id="end of document"),
    ],
)
def test_what_is_not_understood_is_left_alone(matter: str) -> None:
    text = f"---\n{matter}---\nBody\n"
    assert format_text(text) == text


@pytest.mark.parametrize("mark", ["\r", "\x85", "\u2028", "\u2029"])
def test_line_ends_that_only_one_library_knows_are_not_touched(mark: str) -> None:
    text = f"---\na:   x{mark}  y\n---\n"
    assert format_text(text) == text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("---\na: 1\n", "unclosed"),
        ("---\na: b: c\n---\n", "syntax"),
        ("---\n- a\n---\n", "not-a-mapping"),
        ("---\ntext\n---\n", "not-a-mapping"),
    ],
)
def test_what_does_not_parse_is_refused(text: str, kind: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        format_text(text)
    assert isinstance(caught.value, FormatError)
    assert caught.value.error.kind == kind
    assert 0 <= caught.value.error.offset < len(text)


def test_keys_are_sorted_as_asked() -> None:
    text = "---\ntitle: A\nwidget: blank\n---\n"
    model = load(WIDGETS["blank"])
    assert format_text(text, model=model) == "---\nwidget: blank\ntitle: A\n---\n"
    assert format_text(text, model=model, key_order="preserve") == text
    assert format_text(text) == text
    page = "---\ntype: post\ntitle: y\n---\n"
    post = load(PAGES["post"])
    assert format_text(page, model=post) == page
    canonical = format_text(page, model=post, key_order="canonical")
    assert canonical == "---\ntitle: y\ntype: post\n---\n"


@pytest.mark.parametrize(
    ("result", "invariant"),
    [
        (["a: '1'", "# c"], "data"),
        (["a: 1.0", "# c"], "data"),
        (["a: true", "# c"], "data"),
        (["a: 1", "#  c"], "comments"),
        (["a: 1"], "comments"),
        (["a: 1", "---", "# c"], "body"),
        (["a:   1", "# c"], "stable"),
    ],
)
def test_a_broken_promise_is_noticed(
    monkeypatch: pytest.MonkeyPatch, result: list[str], invariant: str
) -> None:
    results = iter([result, ["a: 1", "# c"]])
    monkeypatch.setattr(formatter, "lay_out", lambda *_: next(results))
    with pytest.raises(InvariantError) as caught:
        format_text("---\na:  1\n# c\n---\nBody\n")
    assert caught.value.invariant == invariant
    assert caught.value.result.startswith("---\n")


SEEDS = st.integers(0, 2**32)
QUICKLY = settings(max_examples=300, derandomize=True, deadline=None, database=None)


@QUICKLY
@given(SEEDS)
def test_what_authors_may_write(seed: int) -> None:
    text = front_matter(Random(seed))
    try:
        result = formatted(text)
    except UnreadableError:
        return
    if result != text:
        assert_nothing_lost(text, result)


@QUICKLY
@given(SEEDS)
def test_damaged_front_matter_is_refused_or_formatted(seed: int) -> None:
    random = Random(seed)
    text = damaged(random, front_matter(random))
    try:
        result = formatted(text, "canonical")
    except UnreadableError:
        return
    if result != text:
        assert_nothing_lost(text, result)
