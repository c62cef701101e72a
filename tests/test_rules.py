"""The rules: their documentation, and their cases on disk.

A case is a file `tests/rules/<rule>/<ok|bad>-<what>.md`. Beside `bad-x.md` stands `bad-x.expected`,
a line `line:column code message` for each finding of every rule, and, where fixes exist,
`bad-x.fixed.md`. An `.options` file beside the case sets versions, `theme 5.3 hugo 0.152.0`; `path`
in it says where in a site the page is.

A case of a rule that looks across files is a folder of that name that holds a small site. In its
`.expected` a line begins with the file; `bad-x.fixed` is a folder with the files that fixes change.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from afr_content.config import load_config
from afr_content.diagnostics import Diagnostic
from afr_content.files import find_files, read
from afr_content.fixer import fix_page, is_fixable
from afr_content.hugo import HugoVersion
from afr_content.inspection import Order, Outcome, inspect
from afr_content.linter import Selection, lint_page
from afr_content.page import Page
from afr_content.registry import BESIDE_CONTENT, HEADINGS, Rule, all_rules
from afr_content.settings import settings_files
from afr_content.site import Site
from afr_content.source import SourceFile
from afr_content.theme import ThemeVersion
from tests.conftest import write

CASES = Path(__file__).parent / "rules"
EVERYTHING = Selection.of(verbose=True)


def case_id(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def make_page(case: Path, text: str | None = None) -> Page:
    """The case as a page of an otherwise empty site, at the place its options say."""
    options = _options(case)
    root = case.parent
    path = root / "content" / options.get("path", "post/x/index.md")
    site = make_site(root, options)
    source = SourceFile.read(case) if text is None else SourceFile(case, text)
    return Page(SourceFile(path, source.text), site)


def make_site(root: Path, options: dict[str, str]) -> Site:
    hugo, theme = options.get("hugo"), options.get("theme")
    site = Site(
        root,
        chosen_hugo=HugoVersion.parse(hugo) if hugo else None,
        chosen_theme=ThemeVersion.parse(theme) if theme else None,
    )
    if "hugo" not in options:
        object.__setattr__(site, "hugo", None)  # whatever is installed on this machine
    return site


def _options(case: Path) -> dict[str, str]:
    file = case.with_suffix(".options")
    words = file.read_text("utf-8").split() if file.exists() else []
    return dict(zip(words[::2], words[1::2], strict=True))


@dataclass
class SiteCase:
    """A small site as the cases and the examples of the documentation have it."""

    root: Path
    options: dict[str, str]

    def site(self, _: Path | None = None) -> Site:
        """The site, of the versions that the options name and of none that is installed here."""
        return self._site

    @cached_property
    def _site(self) -> Site:
        site = make_site(self.root, self.options)
        object.__setattr__(site, "config", load_config(self.root))
        return site

    def read(self, path: Path) -> Page:
        return Page(read(path), self.site())

    def page(self, path: Path, text: str) -> Page:
        return Page(SourceFile(path, text), self.site())

    def inspect(self, *, fix: bool = False) -> list[Outcome]:
        """What comes of every file."""
        files = [*find_files([self.root / "content"]), *settings_files(self.root)]
        order = Order(verbose=True, fix=fix, unsafe=fix)
        return inspect(self, order, files)

    def findings(self) -> list[Diagnostic]:
        return [diagnostic for outcome in self.inspect() for diagnostic in outcome.found]


def site_case(case: Path) -> SiteCase:
    return SiteCase(case, _options(case))


def described(root: Path, item: Diagnostic) -> str:
    path = item.source.path.relative_to(root).as_posix()
    line, column = item.source.position(item.span.start)
    return f"{path}:{line}:{column} {item.code} {item.severity.value}: {item.message}"


def findings(page: Page) -> list[str]:
    return [
        f"{line}:{column} {item.code} {item.severity.value}: {item.message}"
        for item in lint_page(page, EVERYTHING)
        for line, column in [page.source.position(item.span.start)]
    ]


OK = sorted(CASES.glob("*/ok-*.md"))
BAD = sorted(path for path in CASES.glob("*/bad-*.md") if not path.stem.endswith(".fixed"))
OK_SITES = sorted(path for path in CASES.glob("*/ok-*") if path.is_dir())
BAD_SITES = sorted(
    path for path in CASES.glob("*/bad-*") if path.is_dir() and path.suffix != ".fixed"
)


@pytest.mark.parametrize("case", OK, ids=case_id)
def test_ok_cases_are_quiet(case: Path) -> None:
    rule = case.parent.name
    page = make_page(case)
    assert [item.message for item in lint_page(page, EVERYTHING) if item.name == rule] == []


@pytest.mark.parametrize("case", BAD, ids=case_id)
def test_bad_cases_are_found_where_they_are(case: Path) -> None:
    expected = case.with_suffix(".expected").read_text("utf-8").splitlines()
    assert findings(make_page(case)) == expected
    assert any(item.name == case.parent.name for item in lint_page(make_page(case), EVERYTHING))


@pytest.mark.parametrize("case", BAD, ids=case_id)
def test_fixes_converge_and_leave_nothing_to_fix(case: Path) -> None:
    page = make_page(case)
    fixed = fix_page(page, EVERYTHING, unsafe=True)
    wanted = case.with_name(f"{case.stem}.fixed.md")
    if wanted.exists():
        assert fixed.source.text == SourceFile.read(wanted).text
    else:
        assert fixed.applied == (), "the case has fixes and no .fixed.md beside it"
    again = fix_page(make_page(case, fixed.source.text), EVERYTHING, unsafe=True)
    assert again.applied == ()


@pytest.mark.parametrize("case", OK_SITES, ids=case_id)
def test_ok_sites_are_quiet(case: Path) -> None:
    rule = case.parent.name
    assert [d.message for d in site_case(case).findings() if d.name == rule] == []


@pytest.mark.parametrize("case", BAD_SITES, ids=case_id)
def test_bad_sites_are_found_where_they_are(case: Path) -> None:
    expected = case.with_suffix(".expected").read_text("utf-8").splitlines()
    found = site_case(case).findings()
    assert [described(case, item) for item in found] == expected
    assert any(item.name == case.parent.name for item in found)


@pytest.mark.parametrize("case", BAD_SITES, ids=case_id)
def test_fixes_of_sites_converge_and_leave_nothing_to_fix(case: Path) -> None:
    wanted = case.with_suffix(".fixed")
    fixed = {
        outcome.path.relative_to(case): outcome.mended.text
        for outcome in site_case(case).inspect(fix=True)
        if outcome.mended
    }
    assert fixed == {
        path.relative_to(wanted): SourceFile.read(path).text
        for path in wanted.rglob("*")
        if path.is_file()
    }
    assert [
        item.message
        for outcome in site_case(case).inspect(fix=True)
        for item in (outcome.mended.left if outcome.mended else outcome.found)
        if is_fixable(item, unsafe=True)
    ] == []


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
class TestDocumentation:
    def test_has_the_headings_in_order(self, rule: Rule) -> None:
        assert [title for title in rule.sections if title in HEADINGS] == list(HEADINGS)
        assert rule.summary.endswith(".")

    def test_the_example_triggers_the_rule_and_the_other_does_not(
        self, rule: Rule, tmp_path: Path
    ) -> None:
        assert self._finds(rule, rule.sections["Example"], tmp_path / "bad")
        assert not self._finds(rule, rule.sections["Use instead"], tmp_path / "good")

    def _finds(self, rule: Rule, section: str, root: Path) -> bool:
        """Whether the rule finds something in the fenced texts, each a file of one site.

        A comment above a text has options.
        """
        blocks = re.findall(r"(?:<!-- (.*?) -->\n)?^```\n(.*?)^```", section, re.S | re.M)
        assert blocks, "no fenced text"
        together: dict[str, str] = {"hugo": "0.111.3", "theme": "5.3"}
        troubles = {}
        for comment, text in blocks:
            words = comment.split()
            options = dict(zip(words[::2], words[1::2], strict=True))
            together |= options
            path = root / _place(options.get("path", "post/x/index.md"))
            unescaped = text.encode().decode("unicode_escape") if "escaped" in options else text
            write(path, unescaped)
            if "trouble" in options:
                troubles[path] = options["trouble"]
            if "files" in options:  # that the site has
                write(root / options["files"], "")
        case = SiteCase(root, together)
        if troubles:
            pages = (
                Page(SourceFile(p, "", trouble), case.site()) for p, trouble in troubles.items()
            )
            return any(d.name == rule.name for p in pages for d in lint_page(p, EVERYTHING))
        return any(item.name == rule.name for item in case.findings())


def _place(path: str) -> str:
    """A path in a site; one of an example is below `content` unless it says otherwise."""
    return path if path.startswith(BESIDE_CONTENT) else f"content/{path}"


def test_every_rule_has_cases() -> None:
    with_cases = {path.parent.name for path in (*BAD, *BAD_SITES)}
    needs_no_file = {"unreadable-file", "not-utf-8"}
    assert {rule.name for rule in all_rules()} - with_cases - needs_no_file == set()
