"""Asks real Hugo binaries what they read from front matter.

A probe builds a site whose home page prints every other page's `.Params`, types included, and its
raw text. Hugo stops at the first page it refuses: that one is taken out and the rest built again.
Values are given in the form that `canonical` gives ours.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CONFIG = """\
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "section"]
[outputs]
home = ["dump"]
page = ["dump"]
[mediaTypes."text/dump"]
suffixes = ["dump"]
[outputFormats.dump]
mediaType = "text/dump"
isPlainText = true
baseName = "index"
"""

PAGES = """\
{{- range site.RegularPages -}}
["{{ .File.LogicalName }}","{{ printf "%x" .RawContent }}",
{{- partial "value.dump" (dict "v" .Params) }}]
{{ end -}}
"""

VALUE = """\
{{- $t := printf "%T" .v -}}
{{- if eq $t "<nil>" -}}["n"]
{{- else if eq $t "bool" -}}["b",{{ .v }}]
{{- else if eq $t "string" -}}["s","{{ printf "%x" .v }}"]
{{- else if eq $t "time.Time" -}}["t","{{ .v.Format "2006-01-02T15:04:05.999999999Z07:00" }}"]
{{- else if findRE "^u?int(8|16|32|64)?$" $t -}}["i","{{ printf "%d" .v }}"]
{{- else if findRE "^float" $t -}}["f","{{ printf "%v" .v }}"]
{{- else if reflect.IsMap .v -}}["m"
{{- range $k, $v := .v }},["{{ printf "%x" $k }}",
{{- partial "value.dump" (dict "v" $v) }}]{{ end }}]
{{- else if reflect.IsSlice .v -}}["l"
{{- range .v }},{{ partial "value.dump" (dict "v" .) }}{{ end }}]
{{- else -}}["?","{{ $t }}","{{ printf "%x" (printf "%v" .v) }}"]
{{- end -}}
"""

# Keys that Hugo adds, or gives a type of its own: what is read from them is not compared.
MEANING = frozenset(
    {"aliases", "build", "_build", "cascade", "date", "description", "draft", "expirydate"}
    | {"headless", "iscjklanguage", "keywords", "kind", "lang", "lastmod", "layout", "linktitle"}
    | {"markup", "modified", "outputs", "path", "pubdate", "publishdate", "published"}
    | {"resources", "sitemap", "slug", "summary", "title", "translationkey", "type"}
    | {"unpublishdate", "url", "weight"}
)


@dataclass(frozen=True)
class Answer:
    """What a Hugo made of a file: its params and the text behind them, or why it refused it.

    The keys in `MEANING` are left out.
    """

    params: dict[str, Any] | None
    body: bytes = b""
    refusal: str = ""


def probe(binary: Path, texts: Sequence[bytes], likely_refused: Iterable[int] = ()) -> list[Answer]:
    """Hugo's answer for every text, in order.

    `likely_refused` are indices that are better built alone: each refusal costs a run.
    """
    alone = set(likely_refused)
    answers: dict[int, Answer] = {}
    together = [index for index in range(len(texts)) if index not in alone]
    batches = [[index] for index in sorted(alone)]
    batches += [together[start : start + 200] for start in range(0, len(together), 200)]
    with ThreadPoolExecutor(2) as pool:
        for part in pool.map(lambda batch: _batch(binary, texts, batch), batches):
            answers.update(part)
    return [answers[index] for index in range(len(texts))]


def _batch(binary: Path, texts: Sequence[bytes], indices: list[int]) -> dict[int, Answer]:
    answers: dict[int, Answer] = {}
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        _write_site(site, {index: texts[index] for index in indices})
        left = set(indices)
        while left:
            run = _build(binary, site)
            if run.returncode == 0:
                answers |= _read_answers(site, left)
                break
            bad = _refused_page(run.stdout + run.stderr, left)
            if bad is None:
                answers |= _halves(binary, texts, sorted(left), run.stdout + run.stderr)
                break
            answers[bad] = Answer(None, refusal=run.stdout + run.stderr)
            left.remove(bad)
            (site / "content" / _name(bad)).unlink()
    return answers


def _halves(
    binary: Path, texts: Sequence[bytes], indices: list[int], output: str
) -> dict[int, Answer]:
    """The answers when Hugo does not say which page it refuses."""
    if len(indices) == 1:
        return {indices[0]: Answer(None, refusal=output)}
    middle = len(indices) // 2
    first = _batch(binary, texts, indices[:middle])
    return first | _batch(binary, texts, indices[middle:])


def _build(binary: Path, site: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [binary, "--buildDrafts", "--buildFuture", "--buildExpired"],
        cwd=site,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=60,
        check=False,
    )


def _name(index: int) -> str:
    return f"probe{index:06}.md"


def _refused_page(output: str, left: set[int]) -> int | None:
    named = re.search(r"probe(\d{6})\.md", output)
    return int(named[1]) if named and int(named[1]) in left else None


def _write_site(site: Path, texts: dict[int, bytes]) -> None:
    files = {
        "config.toml": CONFIG,
        "layouts/index.dump": PAGES,
        "layouts/_default/single.dump": "-",
        "layouts/partials/value.dump": VALUE,
    }
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text)
    (site / "content").mkdir()
    for index, data in texts.items():
        (site / "content" / _name(index)).write_bytes(data)


def _read_answers(site: Path, indices: set[int]) -> dict[int, Answer]:
    answers = {index: Answer(None, refusal="the page is missing") for index in indices}
    for line in (site / "public" / "index.dump").read_text().splitlines():
        name, body, params = json.loads(line)
        compared = {_text(key): _value(value) for key, value in params[1:]}
        compared = {key: value for key, value in compared.items() if key not in MEANING}
        answers[int(name[5:11])] = Answer(compared, bytes.fromhex(body))
    return answers


def _value(dumped: list[Any]) -> object:
    """What was dumped; a time is `{"time": text}`, another type of Go's `{type: text}`."""
    kind, *rest = dumped
    match kind:
        case "l":
            return [_value(item) for item in rest]
        case "m":
            return {"map": {_text(key): _value(value) for key, value in rest}}
        case "f":
            return {"float": repr(float(rest[0]))}
        case "?":
            return {rest[0]: _text(rest[1])}
        case "t":
            return {"time": rest[0]}
        case "s":
            return _text(rest[0])
        case "i":
            return int(rest[0])
    return rest[0] if rest else None


def _text(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-8", "surrogateescape")
