"""Front matter that does not fit the schema which the configuration names.

## What it does
Reports what a JSON Schema or a Pydantic model has against a section, where the configuration names
one for the section's widget, and against a block of a landing page. Keys without a value count as
missing, as they do to templates.

```toml
[widgets.members]
schema = "schemas/members.json"
[blocks.gallery-wall]
schema = "schemas/gallery-wall.json"
```

With `model = "models.py:Members"` it is a class in a Python file, which is run for that. A model
made from `afr_content.models.section.Section` takes the place of the learned one: what is wrong is
then reported by the rules on keys and values.

## Why it matters
A widget of the site's own knows best what it needs, and more than its template tells.

## Example
<!-- path afr-content.toml -->
```
theme-version = "5.3"
[widgets.members]
schema = "schemas/members.json"
```
<!-- path schemas/members.json -->
```
{"properties": {"shape": {"enum": ["round", "square"]}}}
```
<!-- path layouts/partials/widgets/members.html -->
```
<p class="{{ .page.Params.shape }}"></p>
```
<!-- path home/staff.md -->
```
---
widget: members
weight: 10
shape: oval
---
```

## Use instead
<!-- path afr-content.toml -->
```
theme-version = "5.3"
[widgets.members]
schema = "schemas/members.json"
```
<!-- path schemas/members.json -->
```
{"properties": {"shape": {"enum": ["round", "square"]}}}
```
<!-- path layouts/partials/widgets/members.html -->
```
<p class="{{ .page.Params.shape }}"></p>
```
<!-- path home/staff.md -->
```
---
widget: members
weight: 10
shape: round
---
```
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from afr_content.config import OwnWidget
from afr_content.diagnostics import Finding, Severity
from afr_content.hugo import value_of
from afr_content.landing import SECTIONS, blocks_of
from afr_content.models.check import UnknownKey
from afr_content.nodes import Mapping, Node
from afr_content.nodes import Sequence as List
from afr_content.own_models import load_model, load_schema, split_model
from afr_content.page import Page
from afr_content.rules import _values as v
from afr_content.rules._keys import dotted, key_span, near_key
from afr_content.source import Span

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

CODE = "AFR108"
SEVERITY = Severity.WARNING

Place = tuple[str | int, ...]


class _Fault(NamedTuple):
    """What is wrong where; `extra` is a key that must not be there."""

    path: Place
    text: str
    extra: str = ""


def check(page: Page) -> Iterator[Finding]:
    """What the schema or model of the section's widget says."""
    dialect = next((d for d in page.dialects if d not in page.refusals), None)
    if dialect is None:
        return
    for own, place, mapping in _described_parts(page):
        data = _as_json(value_of(mapping, dialect))
        slips = {issue.path for issue in page.issues if _is_slip(page, issue)}
        for fault in sorted(set(_faults(own, data)), key=lambda fault: str(fault.path)):
            extra = (*place, *fault.path, fault.extra)
            if not fault.extra or extra not in slips:  # `unknown-key` speaks
                yield Finding(_span(mapping, fault), fault.text)


def _described_parts(page: Page) -> Iterator[tuple[OwnWidget, Place, Mapping]]:
    """The section, or the blocks of a landing page, that the settings describe."""
    config = page.site.config
    if page.is_section and page.root and page.widget in config.widgets:
        yield config.widgets[page.widget], (), page.root
    for block, item in blocks_of(page.root) if page.blocks and config.blocks else ():
        if block.name in config.blocks:
            yield config.blocks[block.name], (SECTIONS, block.item), item


def _is_slip(page: Page, issue: object) -> bool:
    return isinstance(issue, UnknownKey) and near_key(page, issue) is not None


def _as_json(value: object) -> Any:
    """A value as JSON has it: dates as texts, keys without a value left out."""
    if isinstance(value, dict):
        return {str(key): _as_json(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_as_json(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def _faults(own: OwnWidget, data: Any) -> Iterator[_Fault]:
    if own.json_schema:
        for error in load_schema(Path(own.json_schema)).iter_errors(data):
            yield from _of_schema(error)
    if own.model:
        yield from _of_model(own.model, data)


def _of_schema(error: ValidationError) -> Iterator[_Fault]:
    path: Place = tuple(error.absolute_path)
    wanted: Any = error.validator_value
    instance: Any = error.instance
    match error.validator:
        case "required":
            for name in wanted:
                if name not in instance:
                    yield _Fault(path, f"Expected `{dotted((*path, name))}`, which is not there")
        case "additionalProperties":
            for name in _extras(error.schema, instance):
                text = f"Unknown key `{dotted((*path, name))}`: the schema allows no others"
                yield _Fault(path, text, name)
        case rule:
            yield _Fault(path, _described(path, str(rule), wanted, instance))


def _extras(schema: Any, instance: Any) -> Iterator[str]:
    from re import search

    patterns = schema.get("patternProperties", {})
    for name in instance:
        if name not in schema.get("properties", {}) and not any(search(p, name) for p in patterns):
            yield name


_WORDS = {
    "string": "a text", "integer": "a whole number", "number": "a number", "array": "a list",
    "boolean": "`true` or `false`", "object": "a map (keys indented below)", "null": "nothing",
}  # fmt: skip


def _described(path: Place, rule: str, wanted: Any, instance: object) -> str:
    found = f"found {_found(instance)}"
    where = f"for `{dotted(path)}`" if path else "of the section"
    if rule == "type":
        types = wanted if isinstance(wanted, list) else [wanted]
        return f"Expected {' or '.join(_WORDS[type_] for type_ in types)} {where}, {found}"
    if rule in ("enum", "const"):
        values = wanted if rule == "enum" else [wanted]
        return f"Expected {_one_of(values)} {where}, {found}"
    return f"Expected a value that fits `{rule}: {_written(wanted)}` {where}, {found}"


def _one_of(values: Sequence[object]) -> str:
    *first, last = (f"`{_written(value)}`" for value in values)
    return f"{', '.join(first)} or {last}" if first else last


def _found(value: object) -> str:
    """A value as people speak of it: `the text `10``, `the number `1``."""
    kind = "the text " if isinstance(value, str) else ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        kind = "the number "
    return f"{kind}`{_written(value)}`"


_LONGEST = 40


def _written(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _of_model(name: str, data: Any) -> Iterator[_Fault]:
    """What a Pydantic model says; one of front matter is the section's own, and its issues are."""
    from pydantic import ValidationError

    from afr_content.models.base import FrontMatterModel

    model = load_model(*split_model(name))
    if issubclass(model, FrontMatterModel):
        return
    try:
        model.model_validate(data)
    except ValidationError as refused:
        for error in refused.errors(include_url=False, include_context=False):
            yield _of_pydantic(error["loc"], error["type"], error["msg"])


def _of_pydantic(path: Place, kind: str, message: str) -> _Fault:
    place = dotted(path)
    if kind == "missing":
        return _Fault(path[:-1], f"Expected `{place}`, which is not there")
    if kind == "extra_forbidden":
        text = f"Unknown key `{place}`: the model allows no others"
        return _Fault(path[:-1], text, str(path[-1]))
    reason = message[:1].lower() + message[1:]
    return _Fault(path, f"`{place}` does not fit the model: {reason}")


def _span(root: Mapping, fault: _Fault) -> Span:
    """The value, the key that must not be there, or what lacks a key."""
    node: Node = root
    for part in fault.path:
        inner = _inner(node, part)
        if inner is None:
            break
        node = inner
    if not isinstance(node, Mapping) or not node.entries:
        return v.span_of(node)
    entry = node.find(fault.extra) if fault.extra else None
    return key_span(entry or node.find("widget") or node.find("block") or node.entries[0])


def _inner(node: Node, part: str | int) -> Node | None:
    if isinstance(node, Mapping) and isinstance(part, str):
        entry = node.find(part)
        return entry.value if entry else None
    if isinstance(node, List) and isinstance(part, int) and part < len(node.items):
        return node.items[part]
    return None
