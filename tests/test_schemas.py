"""The JSON Schemas: current, valid, and usable offline with check-jsonschema."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from afr_content.models import schema
from afr_content.models.registry import BLOCKS, PAGES, WIDGETS
from tests.hugo_binaries import PROJECT

SCHEMAS = PROJECT / "schemas"
LANDING = "type: landing\nsections:\n  - block: "

RIGHT = {
    "landing": "type: landing\nsections:\n  - block: people\n    content:\n      user_groups: [A]\n"
    "  - block: timeline\n    content:\n      rows: 3\n",
    "blank": 'widget: blank\nactive: true\nsubtitle: ""\ndesign:\n  columns: "1"\n  spacing:\n',
    "people": "widget: people\nweight: 20\ncontent:\n  user_groups: [Researchers]\n",
    "old slider": "widget: slider\nitem:\n  - title: Hello\n",
    "new slider": "widget: slider\ncontent:\n  slides:\n    - title: Hello\n",
    "alias": 'widget: custom\ndesign:\n  columns: "2"\n',
    "site's own widget": "widget: members\ncontent:\n  user_groups: 1\n",
    "page of widgets": "type: widget_page\ntitle: Research\nheadless:\n",
    "publication": 'type: publication\npublication_types: ["2"]\nurl_pdf: ""\nlinks: ""\n',
    "unknown key": "widget: blank\nmine: 1\n",
    "no sections": "type: landing\nsections:\n",
    "blocks": f"{LANDING}hero\n    content:\n      title: Hi\n  - id: a\n",
    "people block": f"{LANDING}people\n    content:\n      user_groups: [Researchers]\n",
    "block's view": f"{LANDING}collection\n    design:\n      view: card\n      background:\n",
    "site's own block": f"{LANDING}members\n    content: 1\n",
}
WRONG = {
    "block": (
        "type: landing\nsections:\n  - block: people\n    content:\n      user_groups: Staff\n",
        "user_groups",
    ),
    "columns": ("widget: blank\ndesign:\n  columns: 1\n", "columns"),
    "active": ('widget: blank\nactive: "true"\n', "active"),
    "group": ("widget: people\ncontent:\n  user_groups: Researchers\n", "user_groups"),
    "no group": ("widget: people\ncontent:\n  user_groups:\n", "user_groups"),
    "no author": ("widget: about\n", "author"),
    "alias": ("widget: projects\ndesign:\n  flip_alt_rows: 1\n", "flip_alt_rows"),
    "padding": ("widget: hero\ndesign:\n  spacing:\n    padding: 20px\n", "padding"),
    "page": ("type: event\nall_day: 'no'\n", "all_day"),
    "icon": ("widget: featurette\nfeature:\n  - icon: fa-atom\n", "icon"),
    "sections": ("type: landing\nsections: hello\n", "sections"),
    "no block": ("type: landing\nsections: [hello]\n", "sections"),
    "block's columns": (f"{LANDING}markdown\n    design:\n      columns: 2\n", "columns"),
    "empty design": (f"{LANDING}markdown\n    design:\n", "design"),
    "empty image": (f"{LANDING}hero\n    content:\n      image:\n", "image"),
    "block's image": (f"{LANDING}hero\n    content:\n      image: a.png\n", "image"),
    "block's groups": (f"{LANDING}people\n    content:\n      user_groups: Staff\n", "user_groups"),
    "block without slides": (f"{LANDING}slider\n    content:\n      text: A\n", "slides"),
    "block's items": (f"{LANDING}features\n    content:\n      items: [Python]\n", "items"),
}


def check_jsonschema(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_are_current() -> None:
    assert schema.stale(SCHEMAS) == [], "run: python -m afr_content.models.schema"


def test_there_is_one_for_each_widget_block_and_page() -> None:
    names = {path.relative_to(SCHEMAS).as_posix() for path in SCHEMAS.rglob("*.json")}
    assert names == set(schema.schemas())
    assert {f"pages/{kind}.schema.json" for kind in PAGES} <= names
    assert {f"blocks/{name}.schema.json" for name in BLOCKS} <= names
    assert {"widgets/about.avatar.schema.json", "widgets/blank.schema.json"} <= names
    choices = {
        choice["if"]["properties"].get("widget", {}).get("const"): choice["then"]["$ref"]
        for choice in schema.schemas()[schema.SELECTOR]["allOf"]
    }
    assert {choices[name] for name in WIDGETS} <= names


def test_are_schemas() -> None:
    result = check_jsonschema("--check-metaschema", *SCHEMAS.rglob("*.json"))
    assert result.returncode == 0, result.stdout
    assert {made["$schema"] for made in schema.schemas().values()} == {schema.DIALECT}


def test_check_mode_names_what_is_out_of_date(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert schema.main([str(tmp_path)]) == 0
    assert schema.main(["--check", str(tmp_path)]) == 0
    (tmp_path / "widgets" / "people.schema.json").write_text("{}")
    (tmp_path / "widgets" / "gone.schema.json").write_text("{}")
    assert schema.main(["--check", str(tmp_path)]) == 1
    message = capsys.readouterr().err
    assert "people.schema.json" in message
    assert "gone.schema.json" in message
    assert "python -m afr_content.models.schema" in message
    schema.write(tmp_path)
    assert schema.stale(tmp_path) == []


def test_right_front_matter_passes(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.yaml" for name in RIGHT]
    for file in files:
        file.write_text(RIGHT[file.stem], "utf-8")
    result = check_jsonschema("--schemafile", SCHEMAS / schema.SELECTOR, *files)
    assert result.returncode == 0, result.stdout


def test_settings_of_the_example_pass() -> None:
    folder = PROJECT / "examples" / "afr-site" / "config" / "_default"
    kinds = {"config": "hugo", "menus": "menus", "params": "params", "languages": "languages"}
    for name, kind in kinds.items():
        schema_file = SCHEMAS / "settings" / f"{kind}.schema.json"
        result = check_jsonschema("--schemafile", schema_file, folder / f"{name}.yaml")
        assert result.returncode == 0, result.stdout


def test_landing_pages_of_the_example_pass(tmp_path: Path) -> None:
    content = PROJECT / "examples" / "landing-site" / "content"
    pages = [page for page in content.rglob("*.md") if "sections:" in page.read_text("utf-8")]
    assert len(pages) > 2
    for number, page in enumerate(pages):
        (tmp_path / f"{number}.yaml").write_text(page.read_text("utf-8").split("---\n")[1], "utf-8")
    result = check_jsonschema("--schemafile", SCHEMAS / schema.SELECTOR, *tmp_path.iterdir())
    assert result.returncode == 0, result.stdout


def test_wrong_settings_fail(tmp_path: Path) -> None:
    wrong = {
        "menus": "footer:\n  - name: News\n    weight: last\n",
        "languages": "nl:\n  menus:\n    main: News\n",
        "params": "main_menu:\n  align: right\n",
        "hugo": "permalinks: /news/\n",
    }
    for kind, text in wrong.items():
        file = tmp_path / f"{kind}.yaml"
        file.write_text(text, "utf-8")
        schema_file = SCHEMAS / "settings" / f"{kind}.schema.json"
        assert check_jsonschema("--schemafile", schema_file, file).returncode == 1, kind


def test_wrong_front_matter_fails(tmp_path: Path) -> None:
    for name, (text, _) in WRONG.items():
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    result = check_jsonschema(
        "--output-format", "json", "--schemafile", SCHEMAS / schema.SELECTOR, *tmp_path.iterdir()
    )
    found: dict[str, str] = {}
    for error in json.loads(result.stdout)["errors"]:
        name = Path(error["filename"]).stem
        found[name] = found.get(name, "") + json.dumps(error)
    assert set(found) == set(WRONG)
    assert [name for name, (_, key) in WRONG.items() if key not in found[name]] == []
