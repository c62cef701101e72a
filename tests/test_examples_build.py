"""Every Hugo at hand builds the example sites quietly and shows what their front matter asks."""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest

from afr_content.proof.program import ask
from afr_content.proof.proving import bench
from tests.hugo_binaries import PROJECT, hugo_binaries

SITE = PROJECT / "examples" / "afr-site"
LANDING = PROJECT / "examples" / "landing-site"
TRACKS = sorted(page.parent.name for page in (SITE / "content" / "research").glob("*/index.md"))
NO_HUGO = pytest.param(
    None, marks=pytest.mark.skip(reason="no Hugo on PATH and none below .hugo/"), id="no-hugo"
)


@dataclass(frozen=True)
class Section:
    """One `<section>` of a widget page and the text inside it."""

    id: str
    classes: frozenset[str]
    style: str
    text: str


class _SectionReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sections: list[Section] = []
        self._attributes: dict[str, str] | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "section":
            self._attributes = {name: value or "" for name, value in attrs}
            self._text = []

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "section" and self._attributes is not None:
            found = self._attributes
            classes = frozenset(found["class"].split())
            text = " ".join("".join(self._text).split())
            self.sections.append(Section(found["id"], classes, found.get("style", ""), text))
            self._attributes = None


@dataclass(frozen=True)
class Build:
    """What one Hugo made of the site."""

    is_done: bool
    output: str
    public: Path

    def html(self, page: str) -> str:
        return (self.public / page / "index.html").read_text(encoding="utf-8")

    def sections(self, page: str) -> dict[str, Section]:
        reader = _SectionReader()
        reader.feed(self.html(page))
        return {section.id: section for section in reader.sections}


HUGOS = [pytest.param(path, id=version) for version, path in hugo_binaries().items()] or [NO_HUGO]


@pytest.fixture(scope="module", params=HUGOS)
def build(request: pytest.FixtureRequest) -> Iterator[Build]:
    yield from _built(SITE, request.param)


@pytest.fixture(scope="module", params=HUGOS)
def landing(request: pytest.FixtureRequest) -> Iterator[Build]:
    yield from _built(LANDING, request.param)


def _built(site: Path, hugo: Path) -> Iterator[Build]:
    with bench(site, ask(hugo), seconds=600) as at:
        built = at.original("public")
        yield Build(built.is_done, built.output, built.folder)


def complaints(build: Build) -> list[str]:
    lines = build.output.splitlines()
    return [line for line in lines if line.upper().startswith(("WARN", "ERROR"))]


def test_builds_without_a_warning(build: Build) -> None:
    assert (build.is_done, complaints(build)) == (True, []), build.output


def test_the_landing_site_builds_without_a_warning(landing: Build) -> None:
    assert (landing.is_done, complaints(landing)) == (True, []), landing.output


def test_blocks_stand_in_the_order_of_the_list(landing: Build) -> None:
    assert list(landing.sections("")) == ["welcome", "about", "news", "papers", "topics", "contact"]


def test_blocks_show_what_they_are_asked_for(landing: Build) -> None:
    home, people = landing.sections(""), landing.sections("people")
    assert "columns-2" in home["news"].classes
    assert "A Paper Is Accepted The First Day" in home["news"].text
    assert "Who Is Scored Wrong?" in home["papers"].text
    assert "What Log Lines Tell" not in home["papers"].text
    assert "PhD Students Example StudentPhD Student" in people["team"].text


def test_no_template_output_was_unsafe(build: Build) -> None:
    pages = list(build.public.rglob("*.html"))
    assert len(pages) > 50
    assert [page for page in pages if "ZgotmplZ" in page.read_text(encoding="utf-8")] == []


def test_sections_stand_in_the_order_of_their_weights(build: Build) -> None:
    assert list(build.sections("")) == [
        "hero",
        "about-the-lab",
        "featured",
        "news",
        "events",
        "projects",
        "people",
        "topics",
        "contact",
    ]


def test_an_inactive_section_is_absent(build: Build) -> None:
    assert (SITE / "content" / "home" / "open-day.md").is_file()
    assert "open-day" not in build.sections("")


def test_columns_are_a_string(build: Build) -> None:
    home = build.sections("")
    assert "columns-1" in home["about-the-lab"].classes
    assert "columns-2" in home["news"].classes


def test_design_and_advanced_reach_the_section(build: Build) -> None:
    home = build.sections("")
    assert {"wg-blank", "dark", "lead"} <= home["about-the-lab"].classes
    assert home["about-the-lab"].style == "background-color: #00A6D6; padding: 40px 0 40px 0"
    assert home["hero"].style == "background-image: linear-gradient(180deg, #ffffff, #e6f6fb)"
    assert home["events"].style == "background-image: url(/media/pattern.svg)"


def test_groups_show_their_people(build: Build) -> None:
    people = build.sections("people")
    assert "Example Manager Lab Manager" in people["management"].text
    assert "PhD Students Example" in people["students"].text
    assert "Example Student" in people["students"].text


def test_members_picks_a_role_and_leaves_out_who_left(build: Build) -> None:
    people = build.sections("people")
    assert "Example Professor Scientific director" in people["staff"].text
    assert "Example Data Scientist Data Scientist" in people["staff"].text
    assert "Example Alumnus" not in people["students"].text
    assert "until 2023" in build.html("authors/example-alumnus")


@pytest.mark.parametrize("track", TRACKS)
def test_a_track_has_a_team_and_a_project(build: Build, track: str) -> None:
    sections = build.sections(f"research/{track}")
    assert list(sections) == ["intro", "team", "projects"]
    assert "Example " in sections["team"].text
    assert f'<a href="/research/{track}/">' in build.html("")
    assert 'href="/project/' in build.html(f"research/{track}")


def test_open_projects_are_vacancies(build: Build) -> None:
    vacancies = build.sections("about/new-students")["vacancies"].text
    assert "Flaky Tests in the Pipeline" in vacancies
    assert "Evolving Tests" not in vacancies


def test_the_seed_page_is_built_with_its_body(build: Build) -> None:
    intro = build.sections("about/general-information")["intro"]
    assert intro.classes == {"wg-blank", "columns-1"}
    assert intro.text.startswith("AI for Fintech Research ING has teamed up with Delft")
    assert "AFR consists of 11 research tracks" in intro.text
    assert '<span style="color:#FF6201"> <strong>create</strong> </span>' in build.html(
        "about/general-information"
    )


def test_featured_and_news_list_pages(build: Build) -> None:
    home = build.sections("")
    assert "Who Is Scored Wrong?" in home["featured"].text
    assert "Example Thesis" not in home["featured"].text
    assert "Vacancies for a Thesis" in home["news"].text
