"""The sites of these tests and what is kept of their outlines.

Beside `sites/<name>/` stand `<name>.tree` and `<name>.json`. After a change that is meant,
`python -m tests.outline.kept` writes them anew, to be read through.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from click.testing import CliRunner

from afr_content.cli import main
from afr_content.outline.json_outline import Outline

HERE = Path(__file__).parent
SITES = sorted(path for path in (HERE / "sites").iterdir() if path.is_dir())
SCHEMA = HERE / "outline.schema.json"
FORMATS = {"tree": ["--all"], "json": ["--output-format", "json"]}


def shown(site: Path, ending: str) -> str:
    """The outline of a site, as seen from its root."""
    before = Path.cwd()
    os.chdir(site)
    try:
        done = CliRunner().invoke(main, ["outline", *FORMATS[ending]], catch_exceptions=False)
    finally:
        os.chdir(before)
    assert done.exit_code == 0, done.output
    return done.stdout


def schema() -> str:
    """The shape of the JSON, as a JSON Schema."""
    return json.dumps(Outline.model_json_schema(), indent=2) + "\n"


if __name__ == "__main__":
    SCHEMA.write_text(schema(), "utf-8")
    for site in SITES:
        for ending in FORMATS:
            site.parent.parent.joinpath(f"{site.name}.{ending}").write_text(
                shown(site, ending), "utf-8"
            )
