"""What a body mentions: by cases on disk, by laws, and by what real Hugos make of the same cases.

A case is `bodies/NAME.md`; `NAME.expected` has a line for each mention, with a `?` behind those
that a Markdown parser does not confirm, and one with the anchors (`?` when they cannot be known).
In a case named `quiet-…`, Hugo makes more links than we look for.
"""

from __future__ import annotations

import json
import pickle
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afr_content.bodies import Mention, anchors, confirmed, mentions
from afr_content.bodies.mention import html_text, markdown_address
from afr_content.frontmatter import parse
from afr_content.hugo import HugoVersion
from afr_content.source import SourceFile
from tests.hugo_binaries import hugo_binaries

CASES = sorted((Path(__file__).parent / "bodies").glob("*.md"))


def body_of(text: str) -> int:
    fences = parse(text).fences
    return fences.body if fences else 0


def outcome(path: Path) -> str:
    """What `.expected` holds for a case."""
    source = SourceFile.read(path)
    body = body_of(source.text)
    found = mentions(source.text, body)
    sure = {mention.span: mention.kind for mention in confirmed(source.text, body, found)}
    lines = [_line(source, mention, sure.get(mention.span, "")) for mention in found]
    ids = anchors(source.text, body)
    return "\n".join([*lines, f"anchors {'?' if ids is None else ' '.join(sorted(ids))}"]) + "\n"


def _line(source: SourceFile, mention: Mention, sure: str) -> str:
    line, column = source.position(mention.span.start)
    kind = mention.kind if mention.kind == sure or not sure else f"{mention.kind} ({sure})"
    shown = [f"{line}:{column}", kind, mention.target or "(empty)"]
    shown += [mention.mark + mention.form] if mention.mark else []
    for name, value, span in mention.arguments:
        place = source.position(span.start)
        shown.append(f"{place.line}:{place.column} {name and name + '='}{value!r}")
    shown += [f"inside {mention.inside}"] if mention.inside else []
    return " ".join(shown if sure else [*shown, "?"])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    assert outcome(path) == path.with_suffix(".expected").read_text("utf-8")


# What Hugo makes of them.

CONFIG = """\
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "section", "home"]
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
[markup.highlight]
codeFences = false
"""
CALL = '{{ $n := .Name }}{{ with .Params }}CALL{{ $n }}:{{ printf "%x" (jsonify .) }}:'
CALL += "{{ else }}CALL{{ $n }}::{{ end }}"
SHORTCODES = {
    **dict.fromkeys(("figure", "icon", "note", "note/sub", "ref", "relref"), CALL),
    "box": f'{CALL}<div>{{{{ .Inner | .Page.RenderString (dict "display" "block") }}}}</div>',
    "math": f"{CALL}<pre>{{{{ .Inner | htmlEscape }}}}</pre>",
    "highlight": f"{CALL}<pre>{{{{ .Inner | htmlEscape }}}}</pre>",
}
"""Templates that print what they are given, in letters that Markdown leaves alone."""

ADDRESSES = {"href": ("a", "area"), "poster": ("video",), "data": ("object",)}
ADDRESSES["src"] = ("img", "source", "video", "audio", "iframe", "embed", "track")
FOOTNOTE = re.compile(r"#fn(?:ref)?:\d+")


class Built(NamedTuple):
    """What is on a page that Hugo built: addresses, ids, and shortcodes with their arguments."""

    addresses: Counter[str]
    ids: frozenset[str]
    calls: Counter[str]


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)
        self.close()

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        return self.parse_bogus_comment(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in dict(reversed(attrs)).items():  # of two the first counts
            if value is None:
                continue
            if tag in ADDRESSES.get(name, ()):
                self.addresses.append(value.strip())
            if name == "id" or (tag, name) == ("a", "name"):
                self.ids.add(value)


def _call(name: str, params: dict[str, object] | list[object] | None) -> str:
    """A shortcode with its arguments; Hugo makes numbers of some, here all are texts."""
    if isinstance(params, dict):
        return f"{name} {sorted((key, str(value)) for key, value in params.items())}"
    return f"{name} {[str(value) for value in params or ()]}"


def read_page(html: str) -> Built:
    reader = _Reader(html)
    shown = [
        unquote(address)
        for address in reader.addresses
        if "CALL" not in address and "auto.example" not in address
    ]
    calls = re.findall(r"CALL([\w/-]+):([0-9a-f]*):", html)
    return Built(
        Counter(address for address in shown if not FOOTNOTE.fullmatch(address)),
        frozenset(reader.ids),
        Counter(_call(name, json.loads(bytes.fromhex(given) or "[]")) for name, given in calls),
    )


@cache
def built(version: str) -> dict[str, Built]:
    """What one build with a Hugo makes of all cases."""
    with TemporaryDirectory() as folder:
        site = Path(folder)
        files = {"config.toml": CONFIG, "layouts/_default/single.html": "{{ .Content }}"}
        files |= {f"layouts/shortcodes/{name}.html": text for name, text in SHORTCODES.items()}
        files |= {f"content/{path.name}": path.read_bytes().decode() for path in CASES}
        for name, text in files.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(text.encode())
        run = subprocess.run(
            [hugo_binaries()[version]], cwd=site, capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stdout + run.stderr
        pages = (site / "public").glob("*/index.html")
        return {page.parent.name: read_page(page.read_text("utf-8")) for page in pages}


def ours(path: Path) -> Built:
    """What we say that Hugo will make of a case."""
    text = SourceFile.read(path).text
    body = body_of(text)
    sure = confirmed(text, body, mentions(text, body))
    links = Counter(unquote(m.target) for m in sure if m.kind != "shortcode")
    calls = Counter(
        _call(m.target, {k: a.value for k, a in m.named.items()} or [a.value for a in m.positional])
        for m in sure
        if m.kind == "shortcode" and m.form != "closing"
    )
    return Built(links, anchors(text, body) or frozenset(), calls)


VERSIONS = list(hugo_binaries())
needs_hugo = pytest.mark.skipif(not VERSIONS, reason="no Hugo is installed")


@needs_hugo
@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_hugo_makes_the_same(path: Path, version: str) -> None:
    theirs, mine = built(version)[path.stem], ours(path)
    if not path.stem.startswith("quiet"):
        assert mine.addresses == theirs.addresses
    assert mine.addresses <= theirs.addresses
    assert mine.calls == theirs.calls


@needs_hugo
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_anchors_are_those_that_hugos_make(path: Path) -> None:
    text = SourceFile.read(path).text
    mine = anchors(text, body_of(text))
    theirs = frozenset[str]().union(*(built(version)[path.stem].ids for version in VERSIONS))
    if mine is None:
        return
    assert mine >= theirs
    if len({HugoVersion.parse(version) < (0, 144) for version in VERSIONS}) == 2:
        assert mine == theirs  # each kind of Hugo was asked


# Laws.

PIECES = st.sampled_from(
    [
        *("a ", "\n", "\n\n", "    ", "\t", "\r\n", "\\", "é", "\udc80", "|", '"', "'"),
        *("`", "``", "```\n", "~~~\n", "- ", "1. ", "> ", "# ", "[r]: s", "[r]"),
        *("[", "](", ")", "![", "[x](y)", "<", ">", "<!-- ", " -->", "<![x]", "<?"),
        *("<div>", "</div>", '<a href="z">', "</a>", "<img src=q>", "<pre>", "</pre>"),
        *("{{< n >}}", "{{% b %}}", "{{< b >}}", "{{< /b >}}"),
        *('{{< f src="g" >}}', "{{</* c */>}}", "{{<", "{{"),
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


@given(TEXTS)
def test_mentions_stand_in_order_and_where_they_say(text: str) -> None:
    found = mentions(text, 0)
    assert [mention.span for mention in found] == sorted(mention.span for mention in found)
    for mention in found:
        written = text[slice(*mention.span)]
        assert mention.target in (written, markdown_address(written), html_text(written))
    assert set(confirmed(text, 0, found)) <= {*found, *(m._replace(kind="image") for m in found)}
    assert pickle.loads(pickle.dumps(found)) == found


@given(TEXTS)
def test_what_is_above_the_body_does_not_matter(text: str) -> None:
    above = "---\ntitle: '[a](b) `'\n---\n"
    moved = mentions(above + text, len(above))
    assert [(m.kind, m.target, m.span.start - len(above)) for m in moved] == [
        (m.kind, m.target, m.span.start) for m in mentions(text, 0)
    ]
    assert anchors(above + text, len(above)) == anchors(text, 0)


def test_the_parser_is_imported_only_when_it_is_asked() -> None:
    program = (
        "import sys; from afr_content.bodies import mentions, confirmed;"
        "found = mentions('[a](b)', 0); assert 'markdown_it' not in sys.modules;"
        "assert confirmed('[a](b)', 0, found) == found; assert 'markdown_it' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
