"""The command line. Each command is a module, imported when it is called."""

from __future__ import annotations

import gc
import os
from importlib import import_module

import click

from afr_content import __version__

# Looking for plug-ins of Pydantic costs a quarter of a short run, and none can matter here.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")

COMMANDS = {
    "lint": "Find mistakes in front matter, each on its line, with a fix.",
    "fmt": "Bring front matter into its canonical form.",
    "verify": "Prove with Hugo that formatting changes nothing, or show what fixes change.",
    "outline": "Show the site as a visitor meets it: menus, pages, sections.",
    "upgrade": "Tell what another theme or Hugo would break or change, and prepare for it.",
    "migrate": "Rewrite widget pages (theme 5.0 to 5.7) as landing pages.",
    "read": "Show what Hugo reads, as JSON.",
    "rule": "Explain a rule, or list them all.",
}
"""The commands and what they do, so that `--help` imports none of them."""


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, in the order people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"afr_content.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their help, none of them imported."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="afr-content")
def main() -> None:
    """Lint and format the front matter of Hugo sites with the Wowchemy theme.

    Start with `afr-content lint` in the folder of your site.
    """


def run() -> None:
    """The program: the commands, with nobody looking for garbage while modules are loaded.

    What they hold stays to the end, and looking through it takes a tenth of a short run.
    """
    gc.disable()
    try:
        main()
    finally:
        gc.freeze()
