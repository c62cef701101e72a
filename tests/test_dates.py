"""Dates: what real Hugos read, and what is proposed in place of what they cannot read.

`dates/recorded.json` maps each text to what Hugo 0.111.3, 0.147.9, 0.152.2 and 0.168.0 all made of
it, as the `date` of a page and by the template function `time`; null is no date.
"""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from afr_content.dates import impossible_day, read_date, repair
from tests.hugo_binaries import hugo_binaries

RECORDED = Path(__file__).parent / "dates" / "recorded.json"
ANSWERS: dict[str, str | None] = json.loads(RECORDED.read_text("utf-8"))

SITE = """\
baseURL = "http://example.org/"
timeZone = "UTC"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "section"]
"""
TEMPLATE = """\
{{- range site.RegularPages -}}
{{- .Title }}={{ with .Date -}}
{{ .Format "2006-01-02T15:04:05.999999999Z07:00" | safeHTML }}{{ end }}
{{ end -}}
"""


@pytest.mark.parametrize("text", ANSWERS)
def test_reads_what_hugo_reads(text: str) -> None:
    answer = ANSWERS[text]
    read = read_date(text)
    if answer is None or "0000-" in answer:
        assert read is None
    elif "+24:00" in answer:
        assert read is not None
    else:
        cut = answer[:-1].partition(".")[2]
        shown = answer.replace(cut, cut[:6]) if answer.endswith("Z") and len(cut) > 6 else answer
        assert read == datetime.fromisoformat(shown).astimezone(UTC)


@pytest.mark.parametrize(("version", "binary"), hugo_binaries().items())
def test_hugo_still_answers_so(tmp_path: Path, version: str, binary: Path) -> None:
    readable = {
        text: answer for text, answer in ANSWERS.items() if answer and "0001-" not in answer
    }
    texts = list(readable)
    _write_site(tmp_path, texts)
    run = subprocess.run(
        [binary, "--source", tmp_path, "--quiet", "--buildFuture"], capture_output=True, check=False
    )
    assert run.returncode == 0
    lines = (tmp_path / "public" / "index.html").read_text("utf-8").splitlines()
    given = {
        texts[int(number)]: answer for number, _, answer in (line.partition("=") for line in lines)
    }
    assert given == readable


def _write_site(folder: Path, texts: list[str]) -> None:
    (folder / "content").mkdir()
    (folder / "layouts" / "_default").mkdir(parents=True)
    (folder / "config.toml").write_text(SITE)
    (folder / "layouts" / "index.html").write_text(TEMPLATE)
    (folder / "layouts" / "_default" / "single.html").write_text("")
    for number, text in enumerate(texts):
        matter = f'---\ntitle: "{number}"\ndate: {json.dumps(text)}\n---\n'
        (folder / "content" / f"{number}.md").write_text(matter, "utf-8")


SURE = {
    "2021-5-6": "2021-05-06",
    "2021/05/06": "2021-05-06",
    "2021.5.6": "2021-05-06",
    "2021–05–06": "2021-05-06",
    "20210506": "2021-05-06",
    "25-12-2021": "2021-12-25",
    "12/25/2021": "2021-12-25",
    "05.05.2021": "2021-05-05",
    "May 6, 2021": "2021-05-06",
    "6th May 2021": "2021-05-06",
    "Thursday, May 6, 2021": "2021-05-06",
    "2021-05-06 10:00": "2021-05-06T10:00:00",
    "2021-05-06T10:00Z": "2021-05-06T10:00:00Z",
    "2021-05-06T10:00:00+02": "2021-05-06T10:00:00+02:00",
    "2021-05-06 10:30 PM": "2021-05-06T22:30:00",
    "2021-05-06t10:00:00z": "2021-05-06T10:00:00Z",
}
PERHAPS = {
    "2021": "2021-01-01",
    "2021-05": "2021-05-01",
    "Apr 2015": "2015-04-01",
    "Sept. 2021": "2021-09-01",
    "2021-25-12": "2021-12-25",
    "2019-09-13:00:00Z": "2019-09-13T00:00:00Z",
}
UNCLEAR = (
    "06-05-2021", "6.5.2021", "yesterday", "Spring 2021", "2022-02-29", "2021-13-45", "Present",
    "2021-05-06 - 2021-05-08", "6 Mai 2021", "", "2021-05-06Z", "1/2/3",
)  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), [*SURE.items(), *PERHAPS.items()])
def test_repairs_are_read_by_hugo(text: str, meant: str) -> None:
    assert read_date(text) is None
    repaired = repair(text)
    assert repaired == (meant, text in SURE)
    assert read_date(meant)


@pytest.mark.parametrize("text", UNCLEAR)
def test_does_not_guess(text: str) -> None:
    assert repair(text) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2022-02-29", "February 2022 has 28 days"),
        ("2021-04-31T10:00:00Z", "April 2021 has 30 days"),
        ("2021-13-01", "there is no month 13"),
        ("2021-00-01", "months begin with 1"),
        ("2021-01-00", "days begin with 1"),
        ("2021-01-31", ""),
        ("yesterday", ""),
    ],
)
def test_says_why_a_day_cannot_be(text: str, why: str) -> None:
    assert impossible_day(text) == why
