"""Where pages are published: what real Hugos do with the small sites in `tests/addresses`."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afr_content.addresses import Addresses, Role, Source
from afr_content.census import Census
from afr_content.facts import Facts, facts_of
from afr_content.hugo import HugoVersion
from afr_content.page import Page
from afr_content.settings import Settings, read_settings
from afr_content.site import Site
from afr_content.source import SourceFile
from tests.conftest import write
from tests.hugo_binaries import hugo_binaries

CASES = sorted((Path(__file__).parent / "addresses").iterdir())
BINARIES = hugo_binaries()
SINCE = {"permalinks-kinds": HugoVersion(0, 115)}

TEMPLATE = """\
page {{ .Kind }} {{ .Language.Lang }} {{ with .File }}{{ .Path | safeHTML }}{{ end }}"""


@pytest.mark.parametrize("version", BINARIES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_pages_are_published_where_hugo_publishes_them(
    case: Path, version: str, tmp_path: Path
) -> None:
    hugo = HugoVersion.parse(version)
    if hugo < SINCE.get(case.name, hugo):
        pytest.skip(f"Hugo {version} does not know such settings")
    public = build(case, BINARIES[version], tmp_path)
    pages = {entry: address for address, entry in public if entry.startswith("page")}
    site = Site(case)
    found = dict(our_pages(site, Addresses(site.settings, hugo)))
    assert found == {entry: pages[entry] for entry in pages if entry.rpartition(" ")[2]}


@pytest.mark.parametrize("version", BINARIES)
@pytest.mark.parametrize("name", ["slugs", "languages-folders", "ugly"])
def test_aliases_are_published_where_hugo_publishes_them(
    name: str, version: str, tmp_path: Path
) -> None:
    case = next(case for case in CASES if case.name == name)
    site = Site(case)
    addresses = Addresses(site.settings, HugoVersion.parse(version))
    public = build(case, BINARIES[version], tmp_path)
    homes = {"/", *(f"/{language.code}/" for language in site.settings.languages)}
    found = {
        addresses.alias(fact.text, source, role)
        for facts, source, role in sources(site)
        for fact in facts.all("aliases")
    }
    assert found
    assert found == {address for address, entry in public if "refresh" in entry} - homes


def build(case: Path, binary: Path, folder: Path) -> list[tuple[str, str]]:
    """The addresses that Hugo publishes, each with what it has written there."""
    site = folder / "site"
    shutil.copytree(case, site)
    for name in ("index.html", "_default/single.html", "_default/list.html"):
        write(site / "layouts" / name, TEMPLATE)
    command = [str(binary), "--source", str(site), "--buildFuture"]
    subprocess.run(command, capture_output=True, check=True)
    public = site / "public"
    return [
        (f"/{file.relative_to(public).as_posix()}".removesuffix("index.html"), file.read_text())
        for file in public.rglob("*")
        if file.is_file() and file.suffix not in (".xml", ".txt")
    ]


def our_pages(site: Site, addresses: Addresses) -> Iterator[tuple[str, str]]:
    for facts, source, role in sources(site):
        if address := addresses.of(source, role):
            kind, language = addresses.kind(source, role), source.language
            file = facts.path.relative_to(site.content_folders[language]).as_posix()
            yield f"page {kind} {language} {file}", address


def sources(site: Site) -> list[tuple[Facts, Source, Role]]:
    """The content files of a site as the addresses want to know them."""
    files = (SourceFile.read(path) for path in site.content_files())
    census = Census(site, [facts_of(Page(file, site)) for file in files])
    return [(facts, census.address_source(facts), census.role(facts)) for facts in census.pages]


urlize = Addresses(Settings(())).clean

NAMES = (
    "Jane Doe", "C++", "a & b", "Ünï çode", "x/y", "v1.2", "  sp  ", "日本語", "100% sure",
    "x%20y", "-lead-", "it's", "İstanbul", "ΟΔΟΣ", "e\u0301", "a -- b", "q, (r)", "@you_~", "٣",
    "½", "a\u00a0b", "tab\there", "№ 5", "",
)  # fmt: skip


@pytest.mark.parametrize("binary", BINARIES.values(), ids=BINARIES)
def test_names_are_urlized_as_hugo_does(binary: Path, tmp_path: Path) -> None:
    write(tmp_path / "config.json", json.dumps({"params": {"names": NAMES}}))
    template = "{{ range site.Params.names }}{{ . | urlize | safeHTML }}\n{{ end }}"
    write(tmp_path / "layouts/index.html", template)
    subprocess.run([binary, "--source", tmp_path], capture_output=True, check=True)
    lines = (tmp_path / "public/index.html").read_text("utf-8").splitlines()
    assert [unquote(urlize(name)) for name in NAMES] == [unquote(line) for line in lines]


@given(st.text())
def test_an_urlized_name_stays_as_it_is(name: str) -> None:
    assert urlize(urlize(name)) == urlize(name)


def addresses_of(settings: str, root: Path, hugo: HugoVersion | None = None) -> Addresses:
    write(root / "config.yaml", settings)
    return Addresses(read_settings(root), hugo)


PERSON = Source("en", "authors/jane-doe", "_index", title="Jane Doe, PhD")


def test_terms_without_a_file_have_an_address_too(tmp_path: Path) -> None:
    addresses = addresses_of("permalinks: {tags: /tag/:slug/}", tmp_path)
    assert addresses.term("en", "tags", "Deep Learning") == "/tag/deep-learning/"
    assert addresses.term("en", "categories", "Deep Learning") == "/categories/deep-learning/"


def test_a_term_is_published_by_its_folder_unless_a_pattern_says_otherwise(tmp_path: Path) -> None:
    taxonomies = "taxonomies: {author: authors}\n"
    assert addresses_of(taxonomies, tmp_path).of(PERSON, Role.BRANCH) == "/authors/jane-doe/"
    addresses = addresses_of(f"{taxonomies}permalinks: {{authors: '/author/:slug/'}}", tmp_path)
    assert addresses.of(PERSON, Role.BRANCH) == "/author/jane-doe-phd/"
    assert addresses.kind(PERSON, Role.BRANCH) == "term"


def test_without_a_taxonomy_such_a_page_is_a_section(tmp_path: Path) -> None:
    assert addresses_of("taxonomies: {}", tmp_path).kind(PERSON, Role.BRANCH) == "section"


def test_resources_have_no_address(tmp_path: Path) -> None:
    assert addresses_of("", tmp_path).of(Source("en", "home", "hero"), Role.RESOURCE) == ""


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("/:year-:month-:day/", "/2021-03-09/"),
        ("/:2006/:01/:02/:Jan/", "/2021/03/09/mar/"),
        ("/:sections[0]/:sections[last]/", "/post/b/"),
        ("/:sections[1:]/:slug/", "/a/b/s/"),
        ("/:sections[:last]/", "/post/a/"),
        ("/:weekday/", "/2/"),
        ("/:nothing/", "/nothing/"),
    ],
)
def test_tokens_of_patterns(tmp_path: Path, pattern: str, path: str) -> None:
    addresses = addresses_of(f"permalinks: {{post: '{pattern}'}}", tmp_path)
    source = Source("en", "post/a/b", "p", slug="s", date=datetime(2021, 3, 9))
    assert addresses.of(source, Role.SINGLE) == path


def test_ten_thousand_pages_take_no_time(tmp_path: Path) -> None:
    addresses = addresses_of("permalinks: {news: '/:year/:slug/'}", tmp_path)
    pages = [Source("en", f"post/page-{n}", "index", title="A Title") for n in range(9000)]
    pages += [Source("en", "news", f"Page {n}", slug=f"Slug {n}") for n in range(1000)]
    start = time.perf_counter()
    found = {addresses.of(page, Role.SINGLE) for page in pages}
    assert len(found) == 10_000
    assert time.perf_counter() - start < 1
