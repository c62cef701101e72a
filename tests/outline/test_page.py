"""The page of an outline in a real browser: what is shown, how it is used, what it asks for.

Debian's Chromium or any other on PATH does; where there is none these tests are skipped.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner

from afr_content.cli import main
from tests.conftest import EXAMPLES, write
from tests.outline import kept

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = pytest.mark.xdist_group("chromium")
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
if CHROMIUM is None:
    pytest.skip(
        "no Chromium on PATH: the page of `outline --html` is not looked at",
        allow_module_level=True,
    )

CONTRAST = 4.5
"""What WCAG 2 asks of text for its level AA."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, without a sandbox where root has none."""
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of each site by the site's name, far from the site itself."""
    folder = tmp_path_factory.mktemp("pages")
    sites = [*kept.SITES, EXAMPLES / "afr-site", EXAMPLES / "broken-site"]
    for site in sites:
        target = folder / f"{site.name}.html"
        done = CliRunner().invoke(main, ["outline", str(site), "--html", str(target)])
        assert done.exit_code == 0, done.output
    return {site.name: folder / f"{site.name}.html" for site in sites}


class Opened:
    """A page in a window, with all that it said and asked for."""

    def __init__(self, browser: Any, page: Path, **options: Any) -> None:
        size = {"width": 1280, "height": 800}
        self.context = browser.new_context(**{"viewport": size, **options})
        self.page = self.context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: self.said.append(dialog.message))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(page.as_uri())

    def __enter__(self) -> Opened:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()


ALL = [site.name for site in kept.SITES] + ["afr-site", "broken-site"]


def test_sections_stand_in_order_and_are_visible(browser: Any, pages: dict[str, Path]) -> None:
    with Opened(browser, pages["widgets"]) as opened:
        home = opened.page.locator("article").first
        titles = home.locator("li.section h4")
        assert titles.all_inner_texts() == [
            "First, although the last by name",
            "News",
            "Not shown",
            "No title",
            'The "odd" <script>document.title = "broken"</script> & one',
            "Without a weight it is the last",
        ]
        boxes = [title.bounding_box() for title in titles.all()]
        assert [box["y"] for box in boxes] == sorted({box["y"] for box in boxes})
        assert all(title.is_visible() for title in titles.all())


def test_sections_are_drawn_as_they_are_written(browser: Any, pages: dict[str, Path]) -> None:
    with Opened(browser, pages["widgets"]) as opened:
        hero, news, hidden, colour, odd, last = (
            opened.page.locator("article").first.locator("li.section").all()
        )
        assert "rgb(16, 32, 64)" in _style(hero, "backgroundImage")
        assert "45deg" in _style(hero, "backgroundImage")
        assert _style(odd, "backgroundColor") == "rgb(0, 166, 214)"
        assert _style(last, "backgroundImage").startswith("repeating-linear-gradient")
        assert "image pattern.svg" in last.inner_text()
        assert hidden.locator(".badge").inner_text() == "hidden"
        assert hidden.locator(".sketch").is_hidden()
        assert news.locator(".sketch").is_visible()
        assert _is_beside(colour) is True, "two columns"
        assert _is_beside(news) is False, "one column"
        assert "Unknown key titel, did you mean title" in colour.inner_text()


def _style(element: Any, name: str) -> str:
    return str(element.evaluate(f"element => getComputedStyle(element).{name}"))


def _is_beside(section: Any) -> bool:
    label, drawing = (section.locator(part).bounding_box() for part in (".label", ".sketch"))
    return bool(drawing["x"] >= label["x"] + label["width"])


def test_what_authors_write_can_do_nothing(browser: Any, pages: dict[str, Path]) -> None:
    with Opened(browser, pages["widgets"]) as opened:
        assert opened.page.title() == "Lab <b>& friends</b>: outline"
        assert opened.page.locator("h1").inner_text() == "Lab <b>& friends</b>"
        assert opened.page.locator("script").count() == 1
        assert opened.page.locator("img").count() == 0
        colour = opened.page.locator("li.section").nth(3)
        assert colour.get_attribute("style") is None


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_asked_for_and_nothing_goes_wrong(
    browser: Any, pages: dict[str, Path], name: str
) -> None:
    with Opened(browser, pages[name]) as opened:
        opened.page.get_by_role("searchbox").fill("people")
        opened.page.get_by_role("button").click()
        assert opened.asked == [pages[name].as_uri()]
        assert opened.said == []


def test_a_script_that_gets_in_is_not_run(browser: Any, pages: dict[str, Path]) -> None:
    """The policy in the page names the one script that may run."""
    text = pages["widgets"].read_text("utf-8")
    page = write(
        pages["widgets"].parent / "injected.html",
        text.replace("</main>", "<script>document.title = 'taken'</script></main>"),
    )
    with Opened(browser, page) as opened:
        assert opened.page.title() == "Lab <b>& friends</b>: outline"


@pytest.mark.parametrize("name", ALL)
def test_links_lead_to_files_and_pages_that_are_there(
    browser: Any, pages: dict[str, Path], name: str
) -> None:
    with Opened(browser, pages[name]) as opened:
        links = opened.page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
        ids = opened.page.eval_on_selector_all("[id]", "all => all.map(a => a.id)")
        here = pages[name].as_uri()
        files = [link for link in links if not link.startswith(f"{here}#")]
        assert len(files) > 3
        assert [link for link in files if not Path(unquote(urlsplit(link).path)).exists()] == []
        assert {urlsplit(link).fragment for link in links if link.startswith(here)} <= set(ids)
        assert len(ids) == len(set(ids))


def test_the_keyboard_reaches_everything(browser: Any, pages: dict[str, Path]) -> None:
    with Opened(browser, pages["afr-site"]) as opened:
        page = opened.page
        focusable = "a[href], summary, input, button"
        wanted = page.eval_on_selector_all(
            focusable,
            "all => all.filter(e => e.checkVisibility()).map((e, i) => (e.dataset.nth = i, i))",
        )
        reached = []
        for _ in wanted:
            page.keyboard.press("Tab")
            reached.append(int(page.evaluate("document.activeElement.dataset.nth ?? -1")))
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        assert reached == wanted


def test_the_skip_link_leads_to_the_pages(browser: Any, pages: dict[str, Path]) -> None:
    with Opened(browser, pages["afr-site"]) as opened:
        opened.page.keyboard.press("Tab")
        skip = opened.page.get_by_role("link", name="Skip to the pages")
        assert skip.evaluate("link => link === document.activeElement")
        assert skip.bounding_box()["y"] >= 0
        opened.page.keyboard.press("Enter")
        assert opened.page.evaluate("document.activeElement.id") == "pages"


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_sections_fold_by_a_key(browser: Any, pages: dict[str, Path], key: str) -> None:
    with Opened(browser, pages["afr-site"]) as opened:
        summary = opened.page.locator("summary").first
        first = opened.page.locator("li.section").first
        summary.focus()
        opened.page.keyboard.press(key)
        assert first.is_hidden()
        opened.page.keyboard.press(key)
        assert first.is_visible()


@pytest.mark.parametrize("name", ALL)
def test_a_phone_shows_it_without_sideways_scrolling(
    browser: Any, pages: dict[str, Path], name: str
) -> None:
    with Opened(browser, pages[name], viewport={"width": 360, "height": 740}) as opened:
        opened.page.eval_on_selector_all("details", "all => all.forEach(d => { d.open = true })")
        width = opened.page.evaluate("document.documentElement.scrollWidth")
        assert width <= 360
        cut = opened.page.eval_on_selector_all(
            "main *", "all => all.filter(e => e.getBoundingClientRect().right > 361).length"
        )
        assert cut == 0


TEXT_CONTRAST = """
() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour) => {
    const parts = rgba(colour).slice(0, 3).map((part) => part / 255)
      .map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2];
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.backgroundImage !== "none") return null;
      if (rgba(style.backgroundColor)[3] === 255) return style.backgroundColor;
    }
    return "white";
  };
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].filter((node) => node.nodeType === 3);
    const text = own.map((node) => node.data).join("");
    if (!text.trim() || !element.checkVisibility() || element.tagName === "SCRIPT") continue;
    const ground = behind(element);
    const [one, other] = ground
      ? [light(getComputedStyle(element).color), light(ground)].sort((a, b) => b - a) : [0, 0];
    found.push([text.trim().slice(0, 40), ground ? (one + .05) / (other + .05) : 0]);
  }
  return found;
}
"""
"""Each piece of text with its contrast; 0 where it stands on a picture."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["widgets", "afr-site", "broken-site"])
def test_text_is_readable_in_both_schemes(
    browser: Any, pages: dict[str, Path], name: str, scheme: str
) -> None:
    with Opened(browser, pages[name], color_scheme=scheme) as opened:
        opened.page.eval_on_selector_all("details", "all => all.forEach(d => { d.open = true })")
        texts = opened.page.evaluate(TEXT_CONTRAST)
        assert len(texts) > 20
        assert [text for text, contrast in texts if contrast < CONTRAST] == []
        ground = _style(opened.page.locator("body"), "backgroundColor")
        assert (sum(map(int, ground[4:-1].split(","))) < 384) is (scheme == "dark")


@pytest.mark.parametrize("name", ALL)
def test_its_parts_have_roles_and_names(browser: Any, pages: dict[str, Path], name: str) -> None:
    with Opened(browser, pages[name]) as opened:
        page = opened.page
        for role in ("banner", "navigation", "main"):
            assert page.get_by_role(role).count() == 1
        levels = page.eval_on_selector_all(
            "h1, h2, h3, h4", "all => all.map(h => Number(h.tagName[1]))"
        )
        assert levels.count(1) == 1
        assert all(below <= above + 1 for above, below in pairwise(levels))
        snapshot = page.locator("body").aria_snapshot()
        assert not [
            line for line in snapshot.splitlines() if line.strip() in ("- link", "- button")
        ]
        for control in ("searchbox", "checkbox"):
            assert page.get_by_role(control).evaluate("field => field.labels.length") == 1


def test_the_tree_that_screen_readers_get(browser: Any, pages: dict[str, Path]) -> None:
    with Opened(browser, pages["languages"]) as opened:
        navigation = opened.page.get_by_role("navigation").aria_snapshot()
        assert '- link "People"' in navigation
        assert '- heading "Nederlands (nl)" [level=2]' in navigation
        people = opened.page.locator("article", has_text="Mensen").aria_snapshot()
        assert '- heading "Mensen" [level=3]' in people
        assert '- heading "Staf" [level=4]' in people
        assert "Staff: 0 people" in people
        dutch = opened.page.get_by_role("heading", name="Mensen", exact=True)
        assert dutch.get_attribute("lang") == "nl"


def test_pages_are_found_and_hidden_by_words(browser: Any, pages: dict[str, Path]) -> None:
    with Opened(browser, pages["widgets"]) as opened:
        page = opened.page
        articles = page.locator("article")
        whole = articles.count()
        page.get_by_label("Find a page").fill("their talks")
        assert articles.filter(visible=True).locator("h3").all_inner_texts() == ["People"]
        assert page.get_by_role("status").inner_text() == f"1 of {whole} shown"
        page.get_by_role("navigation").get_by_role("link", name="Contact").click()
        assert articles.filter(visible=True).count() == whole
        page.get_by_label("with findings only").check()
        assert articles.filter(visible=True).locator("h3").all_inner_texts() == ["Home", "All news"]


def test_all_folds_at_once(browser: Any, pages: dict[str, Path]) -> None:
    with Opened(browser, pages["afr-site"]) as opened:
        opened.page.get_by_role("button", name="Fold all").click()
        assert opened.page.locator("li.section").filter(visible=True).count() == 0
        opened.page.get_by_role("button", name="Unfold all").click()
        assert opened.page.locator("li.section").filter(visible=True).count() > 30


def test_without_its_script_everything_is_there(browser: Any, pages: dict[str, Path]) -> None:
    with Opened(browser, pages["afr-site"], java_script_enabled=False) as opened:
        assert opened.page.locator(".tools").is_hidden()
        sections = opened.page.locator("li.section")
        assert sections.filter(visible=True).count() == sections.count()
        opened.page.locator("summary").first.press("Enter")
        assert sections.first.is_hidden()


def test_print_leaves_out_what_paper_cannot_do(browser: Any, pages: dict[str, Path]) -> None:
    with Opened(browser, pages["afr-site"]) as opened:
        opened.page.emulate_media(media="print")
        assert opened.page.get_by_role("navigation").is_hidden()
        assert opened.page.locator(".tools").is_hidden()
        assert opened.page.locator("li.section").first.is_visible()
