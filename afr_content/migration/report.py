"""What becomes of the pages, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from afr_content.migration.blocks import LANDING_SINCE
from afr_content.migration.page import Landing
from afr_content.migration.parts import Fate, Moved, Remark
from afr_content.migration.plan import Plan
from afr_content.reporters.places import printable, shown_path


def lines(plan: Plan) -> Iterator[str]:
    """The pages with their sections in order, what has no counterpart, and what to look at."""
    for page in plan.pages:
        yield from _page(page)
        yield ""
    yield from _remarks("Stays as it is:", plan.left)
    yield from _remarks("Has no counterpart:", plan.losses)
    yield from _remarks("To look at:", plan.notes)


def _page(page: Landing) -> Iterator[str]:
    from_ = "" if page.target == page.index.path else f", from {shown_path(page.index.path)}"
    yield f"{shown_path(page.target)}{from_}"
    last = len(page.sections)
    for number, moved in enumerate(page.sections, 1):
        branch = "└─" if number == last else "├─"
        yield f"  {branch} {_section(moved, page.index.path.parent)}"


def _section(moved: Moved, folder: Path) -> str:
    name = moved.page.path.relative_to(folder).as_posix()
    widget = moved.page.widget or "blank"
    return printable(f"{name}: {widget} → {_FATES[moved.fate].format(moved=moved)}")


_FATES = {
    Fate.BLOCK: "{moved.block}",
    Fate.HIDDEN: "{moved.block} as a comment, since it is not active",
    Fate.WORDS: "markdown with its title and text; there is no block `{moved.block}`",
    Fate.COMMENT: "a comment; there is no block `{moved.block}`",
}


def _remarks(heading: str, remarks: Sequence[Remark]) -> Iterator[str]:
    if not remarks:
        return
    yield heading
    for remark in sorted(remarks, key=lambda remark: (str(remark.path), remark.line)):
        key = f"`{remark.key}`: " if remark.key else ""
        yield printable(f"  {shown_path(remark.path)}:{remark.line}: {key}{remark.text}")
    yield ""


def hint(plan: Plan) -> str:
    """What the pages need that the site does not have; empty when it has it, or nobody knows."""
    theme = plan.site.theme
    if not plan.pages or theme is None or theme >= LANDING_SINCE:
        return ""
    return f"Landing pages need theme {LANDING_SINCE} or later, the site has {theme}"


def summary(plan: Plan, written: Sequence[Landing] | None) -> str:
    """How many pages there are, and what was done; `written` is None when nothing was to be."""
    if not plan.pages and written is None:
        return "No widget page to migrate" if not plan.left else "No page can be migrated"
    pages = plan.pages if written is None else written
    files = sum(len(page.gone) for page in pages)
    counts = f"{_count(len(pages), 'page')} with {_count(_sections(pages), 'section')}"
    if written is None:
        would = f"{_count(files, 'file')} would be removed"
        return f"{counts} to migrate; {would}. `--apply` does it, `--diff` shows it"
    return f"{counts} migrated; {_count(files, 'file')} removed"


def _sections(pages: Sequence[Landing]) -> int:
    return sum(len(page.sections) for page in pages)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
