"""The rules there are, found by walking the `rules` package."""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from types import ModuleType

from afr_content import rules as rules_package
from afr_content.census import Census
from afr_content.diagnostics import Finding, Located, Severity
from afr_content.page import Page

HEADINGS = ("What it does", "Why it matters", "Example", "Use instead")
"""The headings of a rule's docstring, in order."""


@dataclass(frozen=True, eq=False)
class Rule:
    """A rule: what to call it, how much it weighs, and the functions that look.

    `check` looks at a page by itself, `check_site` at all pages of a site together; a rule has one
    of them or both.
    """

    code: str
    name: str
    severity: Severity
    doc: str
    check: Callable[[Page], Iterable[Finding]] | None = None
    check_site: Callable[[Census], Iterable[Located]] | None = None

    @property
    def summary(self) -> str:
        """The first line of the rule's documentation."""
        return self.doc.partition("\n")[0]

    @property
    def shown_doc(self) -> str:
        """The documentation for people: where an example stands is said in words."""
        return _OPTIONS.sub(_place_in_words, self.doc)

    @cached_property
    def sections(self) -> dict[str, str]:
        """The documentation's texts by heading."""
        parts = re.split(r"^## (.+)\n", self.doc, flags=re.M)
        return {
            title: text.strip("\n") for title, text in zip(parts[1::2], parts[2::2], strict=True)
        }


_OPTIONS = re.compile(r"^<!-- (.*?) -->\n", re.M)
"""Above an example: pairs of words for the tests, `path home/news.md theme 5.3`."""


def _place_in_words(match: re.Match[str]) -> str:
    words = match[1].split()
    path = dict(zip(words[::2], words[1::2], strict=False)).get("path")
    if not path:
        return ""
    return f"In `{path}`:\n\n" if path.startswith(BESIDE_CONTENT) else f"In `content/{path}`:\n\n"


BESIDE_CONTENT = (
    "config/", "layouts/", "assets/", "static/", "data/", "schemas/", "afr-content.toml"
)  # fmt: skip
"""How paths in examples begin that are not below `content`."""


class UnknownRuleError(ValueError):
    """A code or name that no rule has."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of their codes."""
    modules = (
        import_module(f"{rules_package.__name__}.{module.name}")
        for module in pkgutil.iter_modules(rules_package.__path__)
        if not module.name.startswith("_")
    )
    return tuple(sorted(map(_rule, modules), key=lambda rule: rule.code))


def _rule(module: ModuleType) -> Rule:
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    return Rule(
        module.CODE,
        name,
        module.SEVERITY,
        inspect.cleandoc(module.__doc__ or ""),
        getattr(module, "check", None),
        getattr(module, "check_site", None),
    )


def find_rules(word: str) -> list[Rule]:
    """The rules a user means by a code, the beginning of one (`AFR1`), or a name.

    Raises UnknownRuleError, which names the nearest rule.
    """
    found = [
        rule
        for rule in all_rules()
        if rule.name == word.lower() or (word and rule.code.startswith(word.upper()))
    ]
    if not found:
        raise UnknownRuleError(f"no rule is called `{word}`{_nearest(word)}")
    return found


def _nearest(word: str) -> str:
    from difflib import get_close_matches

    names = [rule.name for rule in all_rules()] + [rule.code for rule in all_rules()]
    near = get_close_matches(word.lower(), names, 1) or get_close_matches(word.upper(), names, 1)
    return f", did you mean `{near[0]}`" if near else ""
