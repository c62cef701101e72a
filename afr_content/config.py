"""The user's settings: `afr-content.toml`, or `[tool.afr-content]` in `pyproject.toml`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
)

from afr_content.hugo import HugoVersion
from afr_content.own_models import load_model, load_schema, split_model
from afr_content.theme import ThemeVersion

CONFIG_NAME = "afr-content.toml"
CONFIG_NAMES = frozenset({CONFIG_NAME, "pyproject.toml"})

KeyOrder = Literal["sections", "canonical", "preserve"]


class ConfigError(ValueError):
    """A configuration that cannot be used; the text says which file and which option."""


def _hugo(value: object) -> object:
    return HugoVersion.parse(value) if isinstance(value, str) else value


def _theme(value: object) -> object:
    return ThemeVersion.parse(value) if isinstance(value, str) else value


def _schema_file(value: str, info: ValidationInfo) -> str:
    path = _beside(info, Path(value))
    load_schema(path)
    return str(path)


def _model_class(value: str, info: ValidationInfo) -> str:
    path, name = split_model(value)
    path = _beside(info, path)
    load_model(path, name)
    return f"{path}:{name}"


def _beside(info: ValidationInfo, path: Path) -> Path:
    """A path that is written in the settings is one below their folder."""
    folder: Path = (info.context or {}).get("folder", Path())
    return folder / path


class OwnWidget(BaseModel):
    """What a section with a widget of the site's own, or a block of its own, may say.

    Both files are beside the settings.

    The Python file of `model` is run.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    json_schema: Annotated[str, AfterValidator(_schema_file)] = Field(
        "", alias="schema", description="A JSON Schema (draft 2020-12) of its front matter."
    )
    model: Annotated[str, AfterValidator(_model_class)] = Field(
        "", description="A Pydantic model of it, as `models.py:Members`."
    )


class Config(BaseModel):
    """Every option, with its default."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-")
    )

    hugo_version: Annotated[HugoVersion | None, BeforeValidator(_hugo)] = Field(
        None, description='The Hugo that builds the site, such as `"0.111.3"`.'
    )
    theme_version: Annotated[ThemeVersion | None, BeforeValidator(_theme)] = Field(
        None, description='The version of the Wowchemy theme, such as `"5.3"`.'
    )
    select: list[str] = Field([], description="Only these rules, by code or name.")
    ignore: list[str] = Field([], description="Not these rules, by code or name.")
    exclude: list[str] = Field([], description="Files and folders to pass over, as glob patterns.")
    extra_keys: list[str] = Field(
        [], description="Keys of your own templates: a name, or a path such as `design.shape`."
    )
    extra_widgets: list[str] = Field(
        [],
        description="Widgets and blocks that the site has from elsewhere, as a remote theme.",
    )
    widgets: dict[str, OwnWidget] = Field(
        {}, description="Schemas or models of widgets, in place of what their templates tell."
    )
    blocks: dict[str, OwnWidget] = Field({}, description="The same for blocks of landing pages.")
    key_order: KeyOrder = Field(
        "sections",
        description="What `fmt` orders: sections, pages too (`canonical`), nothing (`preserve`).",
    )


def load_config(root: Path) -> Config:
    """The settings of the site at `root`; the defaults when there are none.

    Raises ConfigError when the file does not parse, or has an option or a value that is none.
    """
    own = root / CONFIG_NAME
    if own.is_file():
        return _validate(own, _toml(own))
    project = root / "pyproject.toml"
    if project.is_file():
        return _validate(project, _toml(project).get("tool", {}).get("afr-content", {}))
    return Config()


def load_config_file(path: Path) -> Config:
    """The settings in a file that the user names. Raises ConfigError."""
    data = _toml(path)
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("afr-content", {})
    return _validate(path, data)


def has_config(folder: Path) -> bool:
    """Whether a folder has settings of its own."""
    if (folder / CONFIG_NAME).is_file():
        return True
    project = folder / "pyproject.toml"
    try:
        return project.is_file() and "[tool.afr-content" in project.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return False


def _toml(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from None


def _validate(path: Path, data: dict[str, Any]) -> Config:
    try:
        return Config.model_validate(data, context={"folder": path.parent})
    except ValidationError as error:
        raise ConfigError("\n".join(_explain(path, item) for item in error.errors())) from None


def _explain(path: Path, error: Any) -> str:
    option = ".".join(map(str, error["loc"]))
    if error["type"] != "extra_forbidden":
        return f"{path}: option `{option}`: {error['msg'].removeprefix('Value error, ')}"
    from difflib import get_close_matches

    known = [field.replace("_", "-") for field in Config.model_fields]
    near = get_close_matches(option.replace("_", "-"), known, 1)
    return f"{path}: unknown option `{option}`" + (f", did you mean `{near[0]}`" if near else "")
