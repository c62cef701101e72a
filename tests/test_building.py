"""What is said to keep a page from being built does so, and nothing else does: real Hugos say."""

import os
import subprocess
from pathlib import Path

import pytest

from afr_content.census import Census
from afr_content.facts import facts_of
from afr_content.files import read
from afr_content.hugo import HugoVersion
from afr_content.page import Page
from afr_content.site import Site
from tests.conftest import write
from tests.hugo_binaries import hugo_binaries

KEYS = {
    "plain": "title: Page",
    "draft": "draft: true",
    "draft-text": 'draft: "true"',
    "draft-one": "draft: 1",
    "draft-letter": "draft: t",
    "draft-word": 'draft: "yes"',
    "draft-zero": "draft: 0",
    "draft-off": "draft: false",
    "draft-in-capitals": "Draft: TRUE",
    "date-to-come": "date: 2199-01-01",
    "date-past": "date: 2020-01-01",
    "time-to-come": "date: 2199-01-01T10:00:00Z",
    "publish-to-come": "date: 2020-01-01\npublishDate: 2199-01-01",
    "publish-past": "date: 2199-01-01\npublishDate: 2020-01-01",
    "publish-empty": "date: 2199-01-01\npublishDate:",
    "pubdate": "date: 2199-01-01\npubdate: 2020-01-01",
    "expired": "expiryDate: 2020-01-01",
    "expires-later": "expiryDate: 2199-01-01",
    "unpublished": "unpublishdate: 2020-01-01",
    "expired-and-not": "expiryDate: 2199-01-01\nunpublishdate: 2020-01-01",
}
OLD_KEYS = {
    "published-off": "published: false",
    "published-on": "published: true",
    "published-and-draft": "published: false\ndraft: false",
}
"""What Hugo stops at from 0.147 on."""
BUNDLES = {"headless": "headless: true", "headless-off": "headless: false"}
SETTINGS = {
    "nothing": "",
    "drafts": "buildDrafts: true\n",
    "future": "buildFuture: true\n",
    "expired": "buildExpired: true\n",
}


@pytest.mark.parametrize("version", hugo_binaries())
@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_real_hugos_agree(tmp_path: Path, version: str, settings: str) -> None:
    keys_of = KEYS | (OLD_KEYS if HugoVersion.parse(version) < (0, 147) else {})
    write(tmp_path / "config.yaml", f"title: Site\nbaseURL: https://example.org/\n{settings}")
    write(tmp_path / "layouts" / "_default" / "single.html", "{{ .Title }}\n")
    for name, keys in keys_of.items():
        write(tmp_path / "content" / f"{name}.md", f"---\n{keys}\n---\nText.\n")
    for name, keys in BUNDLES.items():
        write(tmp_path / "content" / name / "index.md", f"---\n{keys}\n---\nText.\n")
    environment = os.environ | {"HUGO_CACHEDIR": str(tmp_path / "cache")}
    command = [str(hugo_binaries()[version]), "--source", str(tmp_path)]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    built = {path.parent.name for path in (tmp_path / "public").glob("*/index.html")}
    assert expected(tmp_path) == built & {*keys_of, *BUNDLES}


def expected(root: Path) -> set[str]:
    """The names of the pages that nothing keeps from being built."""
    site = Site(root)
    census = Census(site, [facts_of(Page(read(path), site)) for path in site.content_files()])
    built = (facts.path for facts in census.pages if facts.path not in census.unbuilt)
    return {path.parent.name if path.stem == "index" else path.stem for path in built}


@pytest.mark.parametrize(
    ("file", "text", "is_built"),
    [
        ("netlify.toml", '[build]\ncommand = "hugo --gc -D"\n', True),
        ("netlify.toml", '[build]\ncommand = "hugo --buildDrafts"\n', True),
        ("netlify.toml", '[context.preview]\ncommand = "hugo --buildDrafts"\n', False),
        ("netlify.toml", "[build\n", False),
        (".github/workflows/site.yaml", "      - run: hugo --minify -DF\n", True),
        (".github/workflows/site.yaml", "      - run: hugo --buildFuture\n", False),
        (".github/workflows/site.yaml", "      - run: hugo server -D\n", False),
    ],
)
def test_what_a_site_is_published_with_counts(
    tmp_path: Path, file: str, text: str, is_built: bool
) -> None:
    write(tmp_path / file, text)
    write(tmp_path / "content" / "page.md", "---\ndraft: true\n---\n")
    assert expected(tmp_path) == ({"page"} if is_built else set())
