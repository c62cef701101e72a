"""Where front matter stands, what its nodes span, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import frontmatter
import pytest

import afr_content
from afr_content.errors import FrontMatterError
from afr_content.frontmatter import Document, parse
from afr_content.hugo import BOTH, Dialect, HugoVersion
from afr_content.nodes import Entry, Mapping, Node, Scalar, Sequence, mappings, scalars


def page(matter: str) -> Document:
    return parse(f"---\n{matter}---\n")


def entries(document: Document) -> dict[str, Entry]:
    assert document.mapping
    return {entry.name: entry for entry in document.mapping.entries}


def written(document: Document, node: Node) -> str:
    return document.text[node.start : node.end]


@pytest.mark.parametrize(
    ("text", "format_", "matter", "body"),
    [
        ("---\na: 1\n---\nb\n", "yaml", "a: 1\n", "b\n"),
        ("\ufeff\n \t---\na: 1\n----\nb", "yaml", "a: 1\n", "-\nb"),
        ("---\r\na: 1\r\n--- x\r\nb", "yaml", "a: 1\r\n", " x\r\nb"),
        ("---\n---\n\nb", "yaml", "", "\nb"),
        ("---\na: |\n  ---\n ---\n---", "yaml", "a: |\n  ---\n ---\n", ""),
        ("+++\na = 1\n+++\nb", "toml", "a = 1\n", "b"),
        ('{"a": "}"}\nb', "json", '{"a": "}"}', "b"),
    ],
)
def test_fences(text: str, format_: str, matter: str, body: str) -> None:
    fences = parse(text).fences
    assert fences
    assert fences.format == format_
    assert text[fences.matter.start : fences.matter.end] == matter
    assert text[fences.body :] == body


@pytest.mark.parametrize("text", ["", "text", "# title", "\u00a0---\na: 1\n---\n", "<p>", "#+T: x"])
def test_no_front_matter(text: str) -> None:
    document = parse(text)
    assert document == Document(text, None, None, None)
    assert document.params(Dialect.NEW) == {}


SPANS = """\
plain: a b  # c
single: 'it''s'
double: "x\\ny" # c
folded: a
  b
literal: |  # c
  text

  more

block: >-
  x
flow: [a, {b: c}] # d
list:
- a
-  b
map:
  k: v # c

empty:
tagged: !!str 5
anchored: &x {y: 1}
alias: *x # c
nothing: !!str
'quoted': -1
"""


def test_spans() -> None:
    document = page(SPANS)
    found = {name: written(document, entry.value) for name, entry in entries(document).items()}
    assert found == {
        "plain": "a b",
        "single": "'it''s'",
        "double": '"x\\ny"',
        "folded": "a\n  b",
        "literal": "|  # c\n  text\n\n  more",
        "block": ">-\n  x",
        "flow": "[a, {b: c}]",
        "list": "- a\n-  b",
        "map": "k: v",
        "empty": "",
        "tagged": "5",
        "anchored": "{y: 1}",
        "alias": "*x",
        "nothing": "",
        "quoted": "-1",
    }
    assert written(document, entries(document)["quoted"].key) == "'quoted'"
    assert document.text[: entries(document)["empty"].value.start].endswith("\nempty:")
    assert document.text[: entries(document)["nothing"].value.start].endswith("nothing: !!str")
    assert entries(document)["alias"].value.alias


def test_spans_are_the_same_in_both_dialects() -> None:
    # With a tab, the newer library's own reader is used.
    for matter in (SPANS, SPANS.replace("plain: a b  #", "plain: a b\t#")):
        old, new = page(matter.replace("nothing: !!str\n", "")).readings
        assert old.root
        assert new.root
        assert _spans(old.root) == _spans(new.root)


def _spans(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.start, node.end, node.text
    if isinstance(node, Sequence):
        return node.start, node.end, [_spans(item) for item in node.items]
    return node.start, node.end, [(_spans(key), _spans(value)) for key, value in node.entries]


def test_empty_items_stand_behind_their_dash() -> None:
    document = page("a:\n- # - x\n-\n- b\n")
    sequence = entries(document)["a"].value
    assert isinstance(sequence, Sequence)
    assert [item.start for item in sequence.items] == [8, 16, 19]


def test_duplicates_are_kept_and_the_last_is_found() -> None:
    document = page("a: 1\nA: 2\na: 3\n")
    assert document.mapping
    assert [entry.name for entry in document.mapping.entries] == ["a", "A", "a"]
    found = document.mapping.find("A")
    assert found
    assert isinstance(found.value, Scalar)
    assert found.value.text == "3"
    assert document.params(Dialect.OLD) == {"a": 3}


def test_walks() -> None:
    document = page("a: [1, {b: 2}]\nc: 3\n")
    assert document.root
    assert [scalar.text for scalar in scalars(document.root)] == ["1", "2", "3"]
    assert [len(mapping.entries) for mapping in mappings(document.root)] == [2, 1]


@pytest.mark.parametrize(
    ("text", "kind", "at"),
    [
        ("----\n", "unclosed", 0),
        ("--\n", "delimiter", 0),
        ("\n---\na: 1\n", "unclosed", 1),
        ('{"a": 1', "unclosed", 0),
        ("---\na: b: c\n---\n", "syntax", 8),
        ("---\na:\n\tb: 1\n---\n", "tab", 7),
        ("---\na: *b\n---\n", "alias", 7),
        ('{"a": 1,}', "syntax", 8),
        ("+++\na = 1\na = 2\n+++\n", "duplicate-key", 10),
        ("+++\na = x\n+++\n", "syntax", 8),
        ("---\na: \x00\n---\n", None, 0),
    ],
)
def test_errors_of_every_hugo(text: str, kind: str | None, at: int) -> None:
    error = parse(text).error
    assert (error.kind, error.offset) == (kind, at) if error else kind is None
    if error:
        for dialect in BOTH:
            with pytest.raises(FrontMatterError):
                parse(text).params(dialect)


@pytest.mark.parametrize(
    ("matter", "dialect", "kind", "at"),
    [
        ("a: 1\nb: 2\na: 3\n", Dialect.NEW, "duplicate-key", 14),
        ("a: {b: 1, b: 2}\n", Dialect.NEW, "duplicate-key", 14),
        ("a: \x00\n", Dialect.OLD, "character", 7),
        ('a: "\\/"\n', Dialect.OLD, "syntax", 8),
        ("a: !!int x\n", Dialect.OLD, "tag", 13),
        ("a: &x {y: *x}\n", Dialect.OLD, "alias", 14),
        ("- a\n", Dialect.OLD, "not-a-mapping", 4),
        ("a: {<<: 1}\n", Dialect.NEW, "merge", 12),
        ("  a: 1\nb: 2\n", Dialect.NEW, "syntax", 11),
        ("a: 1\n...\n[\n", Dialect.NEW, "syntax", 13),
        ("".join(f"k{n}: []\n" for n in range(101)), Dialect.NEW, "too-many", 4),
    ],
)
def test_errors_of_one_dialect(matter: str, dialect: Dialect, kind: str, at: int) -> None:
    refusal = page(matter).refusal(dialect)
    assert refusal
    assert (refusal.kind, refusal.offset) == (kind, at)


def test_old_hugo_overlooks_what_follows_an_indented_first_key() -> None:
    assert page("  a: 1\nb: 2\n").params(Dialect.OLD) == {"a": 1}


def laughs(levels: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for level in range(1, levels):
        aliases = ", ".join([f"*a{level - 1}"] * 9)
        lines.append(f"a{level}: &a{level} [{aliases}]")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    "matter",
    [
        laughs(9),
        laughs(40),
        "a: " + "[" * 10_000 + "]" * 10_000 + "\n",
        "a: " + "[" * 100_000 + "\n",
        "a: " + "{a: " * 10_000 + "}" * 10_000 + "\n",
        "".join(" " * level + f"k{level}:\n" for level in range(2000)),
        "- " * 5000 + "a\n",
        "a:\n" + "- " * 5000 + "a\n",
        "a: &x [*x, *x]\n" * 50,
        "".join(f"a{n}: &a{n} [*a{n - 1}]\n" if n else "a0: &a0 x\n" for n in range(3000)),
        "? " * 3000 + "a\n",
    ],
)
def test_bombs_end_in_an_error(matter: str) -> None:
    document = page(matter)
    assert document.refusal(Dialect.OLD) or document.refusal(Dialect.NEW)
    if document.root:
        assert sum(1 for _ in scalars(document.root)) <= 100_000


@pytest.mark.parametrize("text", ['{"a":' * 5000, "+++\na = " + "[" * 5000 + "\n+++\n"])
def test_deep_json_and_toml_end_in_an_error(text: str) -> None:
    assert parse(text).error


TOML = """\
+++
title = "A B"  # c
x.y = 'z'
list = [1, "b"]
[params.deep]
k = '''
q'''
[[menu]]
name = "a"
[[menu]]
name = "b"
+++
"""


def test_toml_spans_and_values() -> None:
    document = parse(TOML)
    assert document.params(Dialect.NEW) == {
        "title": "A B",
        "x": {"y": "z"},
        "list": [1, "b"],
        "params": {"deep": {"k": "q"}},
        "menu": [{"name": "a"}, {"name": "b"}],
    }
    found = entries(document)
    assert written(document, found["title"].value) == '"A B"'
    assert written(document, found["title"].key) == "title"
    assert written(document, found["list"].value) == '[1, "b"]'
    assert written(document, found["menu"].value).startswith('[[menu]]\nname = "a"')
    assert isinstance(found["x"].value, Mapping)
    assert [scalar.value for scalar in scalars(found["x"].value)] == ["z"]


def test_json_spans_and_values() -> None:
    document = parse('{"A": [1, {"B": null}], "c": "x\\u00e9"}\nbody')
    assert document.params(Dialect.OLD) == {"a": [1.0, {"B": None}], "c": "xé"}
    assert written(document, entries(document)["c"].value) == '"x\\u00e9"'


def test_versions_differ_beyond_their_dialect() -> None:
    document = page("params:\n  A: 1\nb: 2\n")
    assert document.params(HugoVersion(0, 111, 3)) == {"params": {"a": 1}, "b": 2}
    assert document.params(HugoVersion(0, 147, 9)) == {"a": 1, "b": 2}
    assert document.params(Dialect.NEW) == {"params": {"a": 1}, "b": 2}


# The handler for python-frontmatter


def test_handler_reads_as_hugo_does() -> None:
    text = "---\nTitle: yes\ntags:\n- no\n---\n\nbody\n"
    new = frontmatter.parse(text, handler=afr_content.HugoYAMLHandler())
    assert new == ({"title": "yes", "tags": ["no"]}, "\nbody")
    old = frontmatter.parse(text, handler=afr_content.HugoYAMLHandler(hugo="0.147.9"))
    assert old == ({"title": True, "tags": [False]}, "\nbody")
    assert frontmatter.parse("text", handler=afr_content.HugoYAMLHandler()) == ({}, "text")


def test_handler_refuses_what_hugo_refuses() -> None:
    handler = afr_content.HugoYAMLHandler()
    assert handler.detect("---\na: 1\n")
    assert not handler.detect("a: 1\n")
    for text in ("---\na: 1\n", "---\na: b: c\n---\n"):
        with pytest.raises(FrontMatterError):
            frontmatter.parse(text, handler=handler)


def test_handler_writes_what_it_reads() -> None:
    metadata: dict[str, object] = {
        "title": "yes",
        "b": ["1e3", "08", "0o10", "12:30", "", "~", "a: b", "é", "two\nlines"],
        "a": {"x": 1, "y": 1.5, "z": None, "t": True},
    }
    handler = afr_content.HugoYAMLHandler()
    text = frontmatter.dumps(frontmatter.Post("body", handler, **metadata))
    for dialect in BOTH:
        assert parse(text).params(dialect) == metadata
    assert list(parse(text).params(Dialect.NEW)) == ["title", "b", "a"]


def test_load_takes_a_key_named_content(tmp_path: Path) -> None:
    path = tmp_path / "index.md"
    path.write_bytes(b"---\ncontent:\n  count: 3\n---\r\n\r\n body \xff\r\n")
    post = afr_content.load(path)
    assert post.metadata == {"content": {"count": 3}}
    assert post.content == "\r\n body \udcff\r\n"
    path.write_text("+++\na = 1\n+++\nx")
    assert afr_content.load(path, hugo="0.111.3").metadata == {"a": 1}
