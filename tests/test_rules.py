"""The rules: their documentation, and their cases on disk.

A case is a file `tests/rules/<rule>/<ok|bad>-<what>.md` or a folder of that name that holds a small
site. Beside `bad-x.md` stands `bad-x.expected`, a line `line:column code message` for each finding
of every rule, and, where fixes exist, `bad-x.fixed.md`. A first line `# theme 5.3 hugo 0.152.0` in
an `.options` file beside the case sets versions; `path` in it says where in a site the page is.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from afr_content.fixer import fix_page
from afr_content.hugo import HugoVersion
from afr_content.linter import Selection, lint_page
from afr_content.page import Page
from afr_content.registry import HEADINGS, Rule, all_rules
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
    hugo, theme = options.get("hugo"), options.get("theme")
    site = Site(
        root,
        chosen_hugo=HugoVersion.parse(hugo) if hugo else None,
        chosen_theme=ThemeVersion.parse(theme) if theme else None,
    )
    if "hugo" not in options:
        object.__setattr__(site, "hugo", None)  # whatever is installed on this machine
    source = SourceFile.read(case) if text is None else SourceFile(case, text)
    return Page(SourceFile(path, source.text), site)


def _options(case: Path) -> dict[str, str]:
    file = case.with_suffix(".options")
    words = file.read_text("utf-8").split() if file.exists() else []
    return dict(zip(words[::2], words[1::2], strict=True))


def findings(page: Page) -> list[str]:
    return [
        f"{line}:{column} {item.code} {item.severity.value}: {item.message}"
        for item in lint_page(page, EVERYTHING)
        for line, column in [page.source.position(item.span.start)]
    ]


OK = sorted(CASES.glob("*/ok-*.md"))
BAD = sorted(path for path in CASES.glob("*/bad-*.md") if not path.stem.endswith(".fixed"))


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


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
class TestDocumentation:
    def test_has_the_headings_in_order(self, rule: Rule) -> None:
        assert [title for title in rule.sections if title in HEADINGS] == list(HEADINGS)
        assert rule.summary.endswith(".")

    def test_the_example_triggers_the_rule_and_the_other_does_not(
        self, rule: Rule, tmp_path: Path
    ) -> None:
        assert self._finds(rule, rule.sections["Example"], tmp_path)
        assert not self._finds(rule, rule.sections["Use instead"], tmp_path)

    def _finds(self, rule: Rule, section: str, root: Path) -> bool:
        """Whether the rule finds something in the fenced text; a comment above has options."""
        match = re.search(r"(?:<!-- (.*?) -->\n)?^```\n(.*?)^```", section, re.S | re.M)
        assert match, "no fenced text"
        words = (match[1] or "").split()
        options = dict(zip(words[::2], words[1::2], strict=True))
        if "files" in options:  # that the site has
            write(root / options["files"], "")
        site = Site(
            root,
            chosen_hugo=HugoVersion.parse(options.get("hugo", "0.111.3")),
            chosen_theme=ThemeVersion.parse(options.get("theme", "5.3")),
        )
        path = root / "content" / options.get("path", "post/x/index.md")
        text = match[2].encode().decode("unicode_escape") if "escaped" in options else match[2]
        trouble = options.get("trouble", "")
        page = Page(SourceFile(path, "" if trouble else text, trouble), site)
        return any(item.name == rule.name for item in lint_page(page, EVERYTHING))


def test_every_rule_has_cases() -> None:
    with_cases = {path.parent.name for path in BAD}
    needs_no_file = {"unreadable-file", "not-utf-8"}
    assert {rule.name for rule in all_rules()} - with_cases - needs_no_file == set()
