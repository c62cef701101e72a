"""Ways to break a site that were seen with real Hugo and the real theme, each by one mistake.

`failure_modes/table.txt` has a line for each file beside it. The number in a file's name is that of
the observation. `error` is a mistake that breaks the build; `loud` one that does not, and still
must be told as an error or a warning; `info` is harmless; `quiet` is no mistake at all. Each
mistake has one voice: no second error or warning is told about the file.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from afr_content.diagnostics import Severity
from afr_content.fixer import fix_page
from afr_content.hugo import HugoVersion
from afr_content.linter import Selection, lint_page
from afr_content.page import Page
from afr_content.site import Site
from afr_content.source import SourceFile
from afr_content.theme import ThemeVersion

FOLDER = Path(__file__).parent / "failure_modes"
EVERYTHING = Selection.of(verbose=True)
SEVERITIES = {
    "error": {Severity.ERROR},
    "loud": {Severity.ERROR, Severity.WARNING},
    "info": {Severity.INFO},
}


class Mode(NamedTuple):
    """A line of the table."""

    file: str
    severity: str
    line: str
    rule: str
    path: str
    theme: str
    hugo: str

    def page(self) -> Page:
        """The file at its place in an otherwise empty site."""
        hugo = HugoVersion.parse(self.hugo) if self.hugo != "-" else None
        site = Site(FOLDER, chosen_hugo=hugo, chosen_theme=ThemeVersion.parse(self.theme))
        if hugo is None:
            site.__dict__["hugo"] = None  # not the one that is installed here
        text = SourceFile.read(FOLDER / f"{self.file}.md").text
        return Page(SourceFile(FOLDER / "content" / self.path, text), site)


TABLE = (FOLDER / "table.txt").read_text("utf-8").splitlines()[1:]
MODES = [Mode(*line.split()) for line in TABLE]


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.file)
class TestFailureMode:
    def test_is_found(self, mode: Mode) -> None:
        page = mode.page()
        found = lint_page(page, EVERYTHING)
        serious = [item for item in found if item.severity is not Severity.INFO]
        if mode.severity in ("quiet", "info"):
            assert [item.message for item in serious] == []
        else:
            assert len(serious) == 1
        if mode.severity != "quiet":
            assert any(
                str(page.source.position(item.span.start).line) == mode.line
                and item.name == mode.rule
                and item.severity in SEVERITIES[mode.severity]
                for item in found
            )

    def test_fixes_leave_nothing_to_fix(self, mode: Mode) -> None:
        page = mode.page()
        fixed = fix_page(page, EVERYTHING, unsafe=True)
        left = {item.name for item in fixed.remaining if item.severity is not Severity.INFO}
        assert {
            item.name for item in fixed.applied if item.severity is not Severity.INFO
        }.isdisjoint(left)


@pytest.mark.parametrize(("section", "severity"), [(True, Severity.ERROR), (False, Severity.INFO)])
def test_a_widget_page_in_a_branch_bundle(
    tmp_path: Path, section: bool, severity: Severity
) -> None:
    folder = tmp_path / "content" / "tour"
    folder.mkdir(parents=True)
    if section:
        (folder / "intro.md").write_text("---\nwidget: blank\nweight: 10\n---\n")
    text = "---\ntitle: Tour\ntype: widget_page\n---\n"
    page = Page(SourceFile(folder / "_index.md", text), Site(tmp_path))
    found = [(item.name, item.severity) for item in lint_page(page, EVERYTHING)]
    assert found == [("sections-not-shown", severity)]


@pytest.mark.parametrize(
    ("layout", "path", "keys"),
    [
        (
            "partials/views/tile.html",
            "home/a.md",
            "widget: pages\nweight: 1\ndesign:\n  view: tile",
        ),
        ("publication/single.html", "publication/x/index.md", 'publication_types: ["journal"]'),
        ("_partials/page_metadata.html", "publication/x/index.md", "publication_types: journal"),
    ],
)
def test_values_that_the_sites_own_templates_may_know(
    tmp_path: Path, layout: str, path: str, keys: str
) -> None:
    source = SourceFile(tmp_path / "content" / path, f"---\ntitle: x\n{keys}\n---\n")
    site = Site(tmp_path, chosen_theme=ThemeVersion.parse("5.3"))
    found = [item.name for item in lint_page(Page(source, site), EVERYTHING)]
    assert set(found) & {"invalid-value", "wrong-type"}
    own = tmp_path / "own"
    file = own / "layouts" / layout
    file.parent.mkdir(parents=True)
    file.write_text("")
    source = SourceFile(own / "content" / path, source.text)
    site = Site(own, chosen_theme=ThemeVersion.parse("5.3"))
    assert lint_page(Page(source, site), Selection.of()) == []


def test_every_file_is_in_the_table() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == {mode.file for mode in MODES}
