"""What the commands share: options, the site around a path, exit codes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial, wraps
from pathlib import Path
from typing import Any, NoReturn

import click

from afr_content.config import Config, ConfigError, load_config, load_config_file
from afr_content.files import content_root, find_files, is_excluded, read
from afr_content.hugo import HugoVersion
from afr_content.page import Page
from afr_content.settings import settings_files
from afr_content.site import Site, find_root
from afr_content.source import SourceFile, absolute
from afr_content.theme import ThemeVersion

CLEAN, FINDINGS, TROUBLE = 0, 1, 2
"""Exit codes: nothing found; something found; wrong usage, or a file that fails to open."""

Decorated = Callable[..., Any]


def version_of(parse: Callable[[str], Any], _: object, __: object, value: str | None) -> Any:
    """The version that an option names, as a callback of click's."""
    try:
        return parse(value) if value else None
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def site_options(command: Decorated) -> Decorated:
    """Options that say which site, Hugo and theme the files belong to.

    The command gets them as `workspace`.
    """

    @wraps(command)
    def with_workspace(
        *,
        config_file: Path | None,
        hugo_version: HugoVersion | None,
        theme_version: ThemeVersion | None,
        **rest: Any,
    ) -> Any:
        return command(workspace=Workspace(config_file, hugo_version, theme_version), **rest)

    decorated: Decorated = with_workspace
    for option in (
        click.option(
            "--config",
            "config_file",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            help="Take the settings from this file.",
        ),
        click.option(
            "--theme-version",
            callback=partial(version_of, ThemeVersion.parse),
            metavar="VERSION",
            help="The version of the Wowchemy theme, such as 5.3.",
        ),
        click.option(
            "--hugo-version",
            callback=partial(version_of, HugoVersion.parse),
            metavar="VERSION",
            help="The Hugo that builds the site, such as 0.111.3.",
        ),
    ):
        decorated = option(decorated)
    return decorated


jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1),
    default=None,
    metavar="N",
    help="How many processes to use; by default one for each core.",
)

stdin_option = click.option(
    "--stdin-filename",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Read standard input as if it were this file.",
)

paths_argument = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))


@dataclass
class Workspace:
    """The sites that the files of one run belong to, each looked up once."""

    config_file: Path | None = None
    hugo: HugoVersion | None = None
    theme: ThemeVersion | None = None
    _by_folder: dict[Path, Site] = field(default_factory=dict)
    _by_root: dict[Path, Site] = field(default_factory=dict)

    def site(self, folder: Path) -> Site:
        """The site around a folder. Ends the program when its configuration cannot be used."""
        if folder not in self._by_folder:
            root = find_root(folder)
            if root not in self._by_root:
                self._by_root[root] = Site(root, self._config(root), self.hugo, self.theme)
            self._by_folder[folder] = self._by_root[root]
        return self._by_folder[folder]

    def pages(self, paths: Sequence[Path]) -> Iterator[Page]:
        """The content files below the paths; by default those of the site around this folder."""
        yield from map(self.read, self.files(paths))

    def read(self, path: Path) -> Page:
        """The page in a file; one that cannot be read has no text and says why."""
        return Page(read(path), self.site(path.parent))

    def page(self, path: Path, text: str) -> Page:
        """A page whose text comes from elsewhere."""
        return Page(SourceFile(path, text), self.site(path.parent))

    def files(self, paths: Sequence[Path], *, settings: bool = False) -> list[Path]:
        """The content files below the paths; by default those of the site around this folder.

        With `settings` also Hugo's own settings, where a path holds a site or such a folder.
        """
        chosen = paths or [find_root(Path.cwd())]
        folders = [
            part for path in chosen for part in (self._content(path) if path.is_dir() else [path])
        ]
        first = folders[0] if folders[0].is_dir() else folders[0].parent
        exclude = self.site(first).config.exclude
        files = list(find_files(folders, exclude))
        if not settings:
            return files
        everything = [*files, *self._settings(chosen, exclude)]
        return list({str(absolute(path)): path for path in reversed(everything)}.values())[::-1]

    def _content(self, folder: Path) -> list[Path]:
        """The content folders of a site at its root; else the folder itself, or its `content`."""
        site = self.site(folder)
        inside = {path.relative_to(site.root) for path in site.content_folders.values()}
        found = sorted(folder / path for path in inside if (folder / path).is_dir())
        return found if found and absolute(folder) == site.root else content_root(folder)

    def _settings(self, chosen: Sequence[Path], exclude: Sequence[str]) -> Iterator[Path]:
        for folder in filter(Path.is_dir, chosen):
            inside = absolute(folder)
            root = find_root(folder)
            for path in settings_files(root):
                if inside in absolute(path).parents and not is_excluded(path, exclude):
                    yield path

    def _config(self, root: Path) -> Config:
        try:
            return load_config_file(self.config_file) if self.config_file else load_config(root)
        except ConfigError as error:
            fail(str(error))


def fail(message: str) -> NoReturn:
    """End the program with a message for the user and exit code 2."""
    click.echo(f"afr-content: {message}", err=True)
    sys.exit(TROUBLE)


def say(message: str) -> None:
    """A message beside the results."""
    click.echo(message, err=True)


def read_stdin() -> str:
    """Standard input as text; bytes that are not UTF-8 are kept."""
    return sys.stdin.buffer.read().decode("utf-8", "surrogateescape")


def write_stdout(text: str) -> None:
    """A text to standard output, byte for byte."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "surrogateescape"))
    sys.stdout.buffer.flush()


def count(number: int, thing: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
