"""Models and JSON Schemas that a site's configuration names for its widgets and blocks.

A Python file that the configuration names is run, for nothing else gives its model.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from pydantic import BaseModel, create_model

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

    from afr_content.models.base import FrontMatterModel


class OwnModelError(ValueError):
    """A file or class that cannot be used; the text says why."""


@cache
def load_schema(path: Path) -> Draft202012Validator:
    """The JSON Schema (draft 2020-12) in a file. Raises OwnModelError."""
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import SchemaError
    from referencing import Registry
    from referencing.exceptions import NoSuchResource, Unresolvable
    from referencing.jsonschema import DRAFT202012

    def retrieve(address: str) -> Any:
        if urlsplit(address).scheme != "file":
            raise NoSuchResource(address)
        return DRAFT202012.create_resource(_json(Path(unquote(urlsplit(address).path))))

    schema, base = _json(path), path.absolute().as_uri()
    if not isinstance(schema, dict):
        raise OwnModelError(f"`{path.name}` is no JSON Schema: it is not a map")
    whole = {"$id": base} | schema
    registry: Registry[Any] = Registry(retrieve=retrieve)  # type: ignore[call-arg]
    try:
        Draft202012Validator.check_schema(whole)
        resolver = registry.resolver_with_root(DRAFT202012.create_resource(whole))
        for reference in _references(schema):
            resolver.lookup(reference)
    except SchemaError as error:
        raise OwnModelError(f"`{path.name}` is no JSON Schema: {error.message}") from None
    except Unresolvable as error:
        raise OwnModelError(f"`{path.name}` refers to `{error.ref}`, which is not there") from None
    return Draft202012Validator(whole, registry=registry)


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise OwnModelError(f"`{path}`: {error.strerror}") from None
    except ValueError as error:
        raise OwnModelError(f"`{path}` is no JSON: {error}") from None


def _references(schema: object) -> Iterator[str]:
    """Every `$ref` of a schema."""
    if isinstance(schema, dict):
        reference = schema.get("$ref")
        if isinstance(reference, str):
            yield reference
        for value in schema.values():
            yield from _references(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _references(value)


@cache
def load_model(path: Path, name: str) -> type[BaseModel]:
    """The class of that name in a Python file, which is run. Raises OwnModelError."""
    found = getattr(_run(path), name, None)
    if not (isinstance(found, type) and issubclass(found, BaseModel)):
        raise OwnModelError(f"`{path.name}` has no Pydantic model `{name}`")
    return found


_TROUBLES = (
    ArithmeticError, AssertionError, AttributeError, ImportError, LookupError, NameError, OSError,
    RuntimeError, SyntaxError, TypeError, ValueError,
)  # fmt: skip
"""What a file that is run may raise, by mistake."""


@cache
def _run(path: Path) -> ModuleType:
    name = f"afr_content_own_{path.stem}"
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise OwnModelError(f"`{path.name}` is no Python file")
    module = sys.modules[name] = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except _TROUBLES as error:
        raise OwnModelError(f"`{path}` cannot be run: {type(error).__name__}: {error}") from None
    return module


def split_model(text: str) -> tuple[Path, str]:
    """A file and a class, written `models.py:Members`. Raises OwnModelError."""
    path, colon, name = text.rpartition(":")
    if not colon or not path or not name.isidentifier():
        raise OwnModelError(f"expected a file and a class, as `models.py:Members`, found `{text}`")
    return Path(path), name


@cache
def model_for(schema: str, model: str, base: type[FrontMatterModel]) -> type[FrontMatterModel]:
    """The model of a widget that is described by a schema's file or by a model, as `file:class`.

    Of a schema, or a model that is none of front matter, only the names of keys are in it, beside
    those of `base`.
    """
    from afr_content.models.base import FrontMatterModel

    if model:
        found = load_model(*split_model(model))
        if issubclass(found, FrontMatterModel):
            return found
        fields = found.model_fields.items()
        return _model_by_names(tuple(field.alias or name for name, field in fields), base)
    whole = load_schema(Path(schema)).schema if schema else {}
    properties = whole.get("properties", {}) if isinstance(whole, Mapping) else {}
    return _model_by_names(tuple(properties), base)


def _model_by_names(names: tuple[str, ...], base: type[FrontMatterModel]) -> type[FrontMatterModel]:
    """A section or block with keys of some names, of which nothing else is known here."""
    from afr_content.models.base import keys_of
    from afr_content.models.keys import Key
    from afr_content.models.types import Anything

    known = keys_of(base)
    fields: dict[str, Any] = {
        f"own_{index}": (Anything, Key("A key of the section.", alias=name))
        for index, name in enumerate(names)
        if name.lower() not in known
    }
    return create_model(base.__name__, __base__=base, **fields)
