"""What Hugo builds is the same, byte for byte, before and after `afr-content fmt`."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from afr_content.proof.program import ask
from afr_content.proof.proving import bench
from tests.conftest import EXAMPLES, Run
from tests.hugo_binaries import hugo_binaries

SITES = ["afr-site", "landing-site"]
HUGOS = [pytest.param(path, id=version) for version, path in hugo_binaries().items()] or [
    pytest.param(None, marks=pytest.mark.skip(reason="no Hugo on PATH and none below .hugo/"))
]


def roughen(text: str, number: int) -> str:
    """The same page as a careless author would have it: every file in another way."""
    _, matter, body = text.split("---\n", 2)
    matter = re.sub(r"^( *)([\w]+): (?=[^|>#\s])", r"\1\2:   ", matter, flags=re.M)
    matter = re.sub(r'"([^"\'\\\n]*)"$', r"'\1'", matter, flags=re.M)
    if number % 2:
        matter = re.sub(r"\n(?=\w)", "\n\n\n", matter) + "\n\n"
    if number % 3 == 0:
        matter = matter.replace("\n", "\r\n")
    opening = "\ufeff---\n" if number % 5 == 0 else "\n--- \n" if number % 7 == 0 else "---\n"
    return f"{opening}{matter}---\n{body}"


def build(hugo: Path, site: Path) -> dict[str, bytes]:
    """Every file that Hugo makes of the site."""
    with bench(site, ask(hugo), seconds=600) as at:
        built = at.original("public")
        assert built.is_done, built.output
        files = (path for path in built.folder.rglob("*") if path.is_file())
        return {str(path.relative_to(built.folder)): path.read_bytes() for path in files}


def copy(site: str, target: Path) -> Path:
    shutil.copytree(
        EXAMPLES / site, target, ignore=shutil.ignore_patterns("public", "resources", ".hugo*")
    )
    return target


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("hugo", HUGOS)
def test_an_example_site_is_built_the_same(name: str, hugo: Path, tmp_path: Path, run: Run) -> None:
    site = copy(name, tmp_path / "site")
    before = build(hugo, site)
    assert run("fmt", str(site)).exit_code == 0
    assert build(hugo, site) == before
    assert run("fmt", "--check", str(site)).exit_code == 0


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("hugo", HUGOS)
def test_a_careless_site_is_built_the_same(name: str, hugo: Path, tmp_path: Path, run: Run) -> None:
    site = copy(name, tmp_path / "site")
    pages = sorted(site.glob("content/**/*.md"))
    for number, page in enumerate(pages):
        text = page.read_bytes().decode()
        page.write_bytes(roughen(text, number).encode())
    before = build(hugo, site)
    done = run("fmt", str(site))
    assert done.exit_code == 0
    assert f"{len(pages)} files formatted" in done.stderr
    assert build(hugo, site) == before
    assert run("fmt", "--check", str(site)).exit_code == 0


def test_only_the_seed_page_of_the_example_is_not_canonical(run: Run) -> None:
    """It is kept as it was given, so that the demo has something to show."""
    done = run("fmt", "--check", str(EXAMPLES / "afr-site"))
    assert done.exit_code == 1
    assert done.stdout.splitlines()[0].endswith("content/about/general-information/intro.md")
    assert len(done.stdout.splitlines()) == 1


def test_the_landing_example_is_canonical(run: Run) -> None:
    assert run("fmt", "--check", str(EXAMPLES / "landing-site")).exit_code == 0
