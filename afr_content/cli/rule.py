"""`afr-content rule`."""

from __future__ import annotations

import click

from afr_content.cli import common
from afr_content.registry import UnknownRuleError, all_rules, find_rules


@click.command("rule")
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """Explain the rule NAME (a code works too), or list all rules."""
    if name is None:
        width = max(len(rule.name) for rule in all_rules())
        for rule in all_rules():
            severity = f"{rule.severity.value:7}"
            click.echo(f"{rule.code}  {rule.name:{width}}  {severity}  {rule.summary}")
        return
    try:
        rules = find_rules(name)
    except UnknownRuleError as error:
        common.fail(str(error))
    for rule in rules:
        click.echo(f"# {rule.name} ({rule.code}, {rule.severity.value})\n\n{rule.shown_doc}\n")
