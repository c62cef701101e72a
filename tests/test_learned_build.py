"""What a learned model refuses against real Hugo: only what stops the build or shows nonsense."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from afr_content.config import Config
from afr_content.models.check import BadValue
from afr_content.page import Page
from afr_content.site import Site
from afr_content.source import SourceFile
from afr_content.theme import ThemeVersion
from tests.conftest import write
from tests.hugo_binaries import hugo_binaries

HUGOS = hugo_binaries()
VALUES = {
    "nothing": "", "null": "v:", "text": "v: abc", "digits": 'v: "1"', "empty": 'v: ""',
    "fraction": "v: 1.5", "whole": "v: 1", "false": "v: false", "list": "v: [a, b]",
    "none": "v: []", "map": "v: {b: c}",
}  # fmt: skip
TEMPLATES = {
    "range": "{{ range .v }}{{ . }}{{ end }}",
    "range-in-with": "{{ with .v }}{{ range . }}{{ . }}{{ end }}{{ end }}",
    "range-with-index": "{{ range $i, $x := .v }}{{ $x }}{{ end }}",
    "delimit": '{{ delimit .v ", " }}',
    "index": "{{ index .v 0 }}",
    "position": '{{ index (slice "a" "b") .v }}',
    "add": "{{ add .v 1 }}",
    "int": "{{ int .v }}",
    "first": "{{ first .v (slice 1 2) }}",
    "field": "{{ .v.b }}",
    "field-in-with": "{{ with .v }}{{ .b }}{{ end }}",
    "markdownify": "{{ .v | markdownify }}",
    "print": "{{ .v }}",
    "len": "{{ len .v }}",
    "sort": "{{ range sort .v }}{{ . }}{{ end }}",
    "default": "{{ range .v | default slice }}{{ . }}{{ end }}",
    "in": '{{ in .v "a" }}',
}
NONSENSE = {
    # the codes of the letters are shown
    *(("delimit", value) for value in ("text", "digits")),
    *(("index", value) for value in ("text", "digits")),
}


def front_matter(value: str) -> str:
    return f"---\ntitle: A\nwidget: shown\nweight: 1\n{VALUES[value]}\n---\n"


def refuses(site: Path, value: str) -> bool:
    """Whether the learned model has something against the value."""
    path = write(site / "content" / "home" / "a.md", front_matter(value))
    theme = ThemeVersion(5, 3)
    page = Page(SourceFile.read(path), Site(site, Config(), chosen_theme=theme))
    assert page.is_learned
    return any(isinstance(issue, BadValue) for issue in page.issues)


def builds(binary: Path, site: Path) -> bool:
    command = [str(binary), "--quiet", "--source", str(site), "--renderToMemory"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not HUGOS, reason="no Hugo at hand")
@pytest.mark.parametrize("name", TEMPLATES)
def test_what_is_refused_does_not_work(name: str, tmp_path: Path) -> None:
    binary = next(iter(HUGOS.values()))
    text = TEMPLATES[name].replace(".v", ".page.Params.v")
    write(tmp_path / "layouts" / "partials" / "widgets" / "shown.html", text)
    layout = '{{ partial "widgets/shown.html" (dict "page" .) }}'
    write(tmp_path / "layouts" / "_default" / "single.html", layout)
    kinds = 'disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "404"]\n'
    write(tmp_path / "config.toml", f'baseURL = "https://example.org/"\n{kinds}')
    refused = {value for value in VALUES if refuses(tmp_path, value)}
    for value in sorted(refused - {value for key, value in NONSENSE if key == name}):
        write(tmp_path / "content" / "home" / "a.md", front_matter(value))
        assert not builds(binary, tmp_path), f"{name} of {value} works"
    write(tmp_path / "content" / "home" / "a.md", front_matter("list"))
    if name in ("range", "delimit", "index", "sort"):
        assert builds(binary, tmp_path)
        assert {"text", "digits"} <= refused
