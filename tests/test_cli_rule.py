"""`afr-content rule`, through its own door."""

from __future__ import annotations

import pytest

from afr_content.registry import Rule, all_rules
from tests.conftest import Run


def test_without_a_name_all_rules_are_listed(run: Run) -> None:
    lines = run("rule").stdout.splitlines()
    assert [line.split()[:2] for line in lines] == [[r.code, r.name] for r in all_rules()]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_a_rule_is_explained_by_name_and_by_code(rule: Rule, run: Run) -> None:
    shown = run("rule", rule.name).stdout
    assert shown == run("rule", rule.code).stdout
    assert shown.startswith(f"# {rule.name} ({rule.code}, {rule.severity.value})\n\n{rule.summary}")
    assert "<!--" not in shown


def test_an_unknown_name_is_an_error_with_the_nearest(run: Run) -> None:
    done = run("rule", "unknown-kee")
    assert done.exit_code == 2
    assert "did you mean `unknown-key`" in done.stderr


def test_codes_and_names_are_unique() -> None:
    rules = all_rules()
    assert len({r.code for r in rules}) == len({r.name for r in rules}) == len(rules)
