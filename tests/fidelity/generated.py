"""Front matter made up by Hypothesis: sound YAML mostly, with a slip here and there."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

_PLAIN = st.sampled_from(
    "a|foo bar|12|0x1F|1.5|1e3|yes|true|null|~|2021-05-01|12:30|http://x.y/z?a=b#c|a#b|x  y|-1|é|"
    "a, b|a:b|it's|010|08|1_000|.5|.inf|No|😀|[x](y)|x*y*|&|a & b|Tom & *b*|100%|$5|#c|@x|*a|- x|"
    "?x|a: b|x:|{{ x }}|`x`|%x|[a|a]|{a|!x y|!!str 12|!!int 3|&n x|*n|| ".split("|")
)
_WORDS = st.sampled_from("a b1 c: d# -e 'f \"g , [h] {i} *j &k !l ? % @ é : :: // \\n".split())
_LINE = st.lists(_WORDS, min_size=1, max_size=4).map(" ".join)
_DOUBLE = st.lists(
    st.sampled_from(["a", " ", "'", "\\n", "\\\\", "\\u00e9", "#", ":", "\t", "\\/"])
)
_SINGLE = st.lists(st.sampled_from(["a", " ", "''", "\\n", '"', "#", ":", ",", "x y"]))
_QUOTED = _DOUBLE.map(lambda parts: f'"{"".join(parts)}"') | _SINGLE.map(
    lambda parts: f"'{''.join(parts)}'"
)
_SCALAR = _PLAIN | _QUOTED
_KEY = st.sampled_from(
    ["a", "b", "c", "d", "Ab", "x y", '"q"', "'s'", "1", "yes", "~", "1.5", "<<", "? k", "a-b", "é"]
)


def _flow(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    lists = st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
    pairs = st.tuples(st.sampled_from("abc"), st.sampled_from([": ", ":", " : "]), inner)
    maps = st.lists(pairs.map("".join), max_size=3).map(lambda items: f"{{{', '.join(items)}}}")
    return lists | maps


_INLINE = st.recursive(_SCALAR, _flow, max_leaves=4)


@st.composite
def _several_lines(draw: st.DrawFn, indent: int) -> str:
    """A block scalar, or text that goes on below."""
    header = draw(st.sampled_from(["|", ">", "|-", ">-", "|+", "|2", "> # c", '"', "'", ""]))
    lines = draw(st.lists(_LINE | st.just(""), min_size=1, max_size=4))
    deeper = draw(st.sampled_from([2, 2, 2, 3]))
    text = "\n".join(" " * (indent + deeper) + line if line else "" for line in lines)
    if header in ("", '"', "'"):
        return header + text.lstrip().replace(header or "\0", "") + header
    return f"{header}\n{text}"


@st.composite
def _value(draw: st.DrawFn, indent: int, depth: int) -> str:
    kind = draw(st.integers(0, 9))
    if kind == 0 and depth < 3:
        return "\n" + draw(_block_map(indent + 2, depth + 1))
    if kind == 1 and depth < 3:
        return "\n" + draw(_block_list(indent + draw(st.sampled_from([0, 2])), depth + 1))
    if kind == 2:
        return " " + draw(_several_lines(indent))
    behind = draw(st.sampled_from(["", "", "", "", " ", " # c", "\t"]))
    return draw(st.sampled_from([" ", " ", " ", "  ", "\t"])) + draw(_INLINE) + behind


@st.composite
def _block_map(draw: st.DrawFn, indent: int, depth: int) -> str:
    lines = []
    for key in draw(st.lists(_KEY, min_size=1, max_size=3, unique=draw(st.integers(0, 4)) > 0)):
        lines.append(" " * indent + key + ":" + draw(_value(indent, depth)))
        if draw(st.integers(0, 9)) == 0:
            lines.append(draw(st.sampled_from(["", "# c", "  # c", "   "])))
    return "\n".join(lines)


@st.composite
def _block_list(draw: st.DrawFn, indent: int, depth: int) -> str:
    count = draw(st.integers(1, 3))
    items = [" " * indent + "-" + draw(_value(indent, depth)) for _ in range(count)]
    if draw(st.booleans()):
        items.append(" " * indent + "- " + draw(_block_map(indent + 2, depth)).lstrip())
    return "\n".join(items)


@st.composite
def front_matters(draw: st.DrawFn) -> str:
    """A page with YAML front matter."""
    inner = draw(_block_map(0, 0)) + "\n"
    if draw(st.integers(0, 3)) == 0:
        at = draw(st.integers(0, len(inner)))
        slip = draw(
            st.sampled_from([*":-#'\"[]{},&*!|>% \t\n", "", "\n  ", "\u00a0", "\u2028", "\r"])
        )
        inner = inner[:at] + slip + inner[at + (slip == "") :]
    if draw(st.integers(0, 19)) == 0:
        inner = inner.replace("\n", "\r\n")
    return f"---\n{inner}---\nbody\n"


def generate(count: int) -> list[str]:
    """So many of them, the same ones every time."""
    found: list[str] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(front_matters())
    def collect(text: str) -> None:
        found.append(text)

    collect()
    return list(dict.fromkeys(found))
