"""The models as JSON Schemas (draft 2020-12), for editors and other checkers.

`python -m afr_content.models.schema` writes them to `schemas/`; with `--check` it only says which
files are out of date.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from afr_content.models.registry import (
    BLOCKS,
    KIND_OF_TYPE,
    PAGES,
    SETTINGS,
    WIDGETS,
    Registered,
    load,
)
from afr_content.theme import EVERY

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SELECTOR = "front-matter.schema.json"


def schemas() -> dict[str, Schema]:
    """Every schema, by its file's name relative to the directory of schemas."""
    widgets = {name: WIDGETS[name] for name in WIDGETS if _main_name(name) == name}
    return {
        SELECTOR: _selector(),
        **{_widget_file(name): _of(entry, f"{name} widget") for name, entry in widgets.items()},
        **{_block_file(name): _of(entry, f"{name} block") for name, entry in BLOCKS.items()},
        **{_page_file(kind): _of(entry, f"{kind} page") for kind, entry in PAGES.items()},
        **{_settings_file(kind): _of(SETTINGS[kind], f"{kind} of a site") for kind in _SETTINGS},
    }


def write(directory: Path) -> None:
    """Write every schema, and remove those that there is no model for any more."""
    for name in stale(directory):
        (directory / name).unlink(missing_ok=True)
    for name, schema in schemas().items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_text(schema), encoding="utf-8", newline="\n")


def stale(directory: Path) -> list[str]:
    """The files that are missing, out of date or left over."""
    wanted = {name: _text(schema) for name, schema in schemas().items()}
    found = {
        path.relative_to(directory).as_posix(): path.read_text(encoding="utf-8")
        for path in directory.rglob("*.schema.json")
    }
    return sorted(name for name in wanted | found if wanted.get(name) != found.get(name))


def _text(schema: Schema) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _widget_file(name: str) -> str:
    return f"widgets/{_main_name(name)}.schema.json"


def _block_file(name: str) -> str:
    return f"blocks/{name}.schema.json"


def _choice_of_blocks() -> Schema:
    """The schema of any block, which is that of its kind; for the schemas of pages."""
    return {
        "type": "object",
        "properties": {"block": {"type": "string"}},
        "allOf": [_choice("block", name, f"../{_block_file(name)}") for name in BLOCKS],
    }


def _page_file(kind: str) -> str:
    return f"pages/{kind}.schema.json"


_SETTINGS = ("settings", "menus", "params", "languages")


def _settings_file(kind: str) -> str:
    """The schema of a settings file, called as the file: `settings` is `hugo.*`."""
    return f"settings/{'hugo' if kind == 'settings' else kind}.schema.json"


def _main_name(widget: str) -> str:
    """Of the names that share a model, the one that every version of the theme knows."""
    entry = WIDGETS[widget]
    for name, other in WIDGETS.items():
        if other[:2] == entry[:2] and other.versions == EVERY:
            return name
    return widget


def _selector() -> Schema:
    """The schema that chooses among the others by `widget`, or else by `type`."""
    widgets = [_choice("widget", name, _widget_file(name)) for name in WIDGETS]
    pages = [
        _choice("type", type_, _page_file(kind), unless="widget")
        for type_, kind in KIND_OF_TYPE.items()
    ]
    return {
        "$schema": DIALECT,
        "title": "Front matter",
        "description": "Front matter of a page or of a section of a widget page.",
        "type": "object",
        "allOf": widgets + pages,
    }


def _choice(key: str, value: str, file: str, unless: str = "") -> Schema:
    condition: Schema = {"properties": {key: {"const": value}}, "required": [key]}
    if unless:
        condition["not"] = {"required": [unless]}
    return {"if": condition, "then": {"$ref": file}}


def _of(entry: Registered, title: str) -> Schema:
    model = load(entry)
    schema = model.model_json_schema()
    if "BlockOfAnyKind" in schema.get("$defs", {}):
        schema["$defs"]["BlockOfAnyKind"] = _choice_of_blocks()
    for mapping in _objects(schema):
        _loosen(mapping, maps_need_keys=model.maps_need_keys)
    described = {"$schema": DIALECT, "title": title, "description": schema.pop("description")}
    return described | {name: schema[name] for name in _ORDER[1:] if name in schema}


_ORDER = ["title", "type", "additionalProperties", "required", "properties", "$defs"]


def _objects(schema: Schema) -> Iterator[Schema]:
    """The schemas of the mapping and of those inside it."""
    yield schema
    yield from schema.get("$defs", {}).values()


def _loosen(mapping: Schema, *, maps_need_keys: bool) -> None:
    """Let keys be empty, as they then count as missing, unless they are required.

    With `maps_need_keys`, a map must not be empty unless templates ask first whether it is.
    """
    properties: Schema = mapping.get("properties", {})
    required = [name for name in mapping.get("required", []) if not _limited(properties[name])]
    mapping.pop("required", None)
    if required:
        mapping["required"] = required
    for name, schema in properties.items():
        schema.pop("title", None)
        if schema.get("default", ...) is None:
            del schema["default"]
        asked_first = schema.pop("x-asked-first", False)
        if name not in required and not (maps_need_keys and "$ref" in schema and not asked_first):
            properties[name] = _or_nothing(schema)


def _limited(schema: Schema) -> bool:
    """Whether only some versions of the theme read a key."""
    return "x-since" in schema or "x-until" in schema


def _or_nothing(schema: Schema) -> Schema:
    """The schema, which an empty key satisfies too."""
    if "$ref" in schema:
        reference = {"$ref": schema.pop("$ref")}
        return {"anyOf": [reference, {"type": "null"}]} | schema
    if "anyOf" in schema:
        schema["anyOf"] = [*schema["anyOf"], {"type": "null"}]
    if "enum" in schema:
        schema["enum"] = [*schema["enum"], None]
    if "type" in schema:
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        schema["type"] = [*types, "null"]
    return schema


def main(arguments: list[str] | None = None) -> int:
    """Write the schemas, or say which are out of date."""
    parser = argparse.ArgumentParser(description="Write the models as JSON Schemas.")
    parser.add_argument("--check", action="store_true", help="only say what is out of date")
    parser.add_argument("directory", nargs="?", default="schemas", type=Path)
    options = parser.parse_args(arguments)
    if not options.check:
        write(options.directory)
        return 0
    outdated = stale(options.directory)
    for name in outdated:
        sys.stderr.write(f"{options.directory / name} is out of date\n")
    if outdated:
        sys.stderr.write("To write them anew: python -m afr_content.models.schema\n")
    return 1 if outdated else 0


if __name__ == "__main__":
    sys.exit(main())
