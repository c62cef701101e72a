"""Nodes span what is written, whichever reader made them."""

from __future__ import annotations

import pytest

from afr_content.composers import goccy_composer
from afr_content.frontmatter import parse
from afr_content.nodes import Node, Scalar, Sequence
from tests.fidelity.canonical import cases
from tests.fidelity.generated import generate

TEXTS = [*dict.fromkeys(case.text for case in cases()), *generate(200)]


@pytest.mark.parametrize("own", [False, True], ids=["libyaml", "goccy"])
def test_spans(own: bool) -> None:
    wrong = []
    for text in TEXTS:
        document = parse(text)
        root = document.readings.old.root
        if own and document.fences and document.fences.format == "yaml":
            root = goccy_composer.compose_text(text, document.fences.matter).root
        if root and (problem := _problem(text, root, 0, len(text))):
            wrong.append((text, problem))
    assert wrong == []


def _problem(text: str, node: Node, after: int, before: int) -> str:
    """What is wrong with a node that stands between two places; nothing if all is well."""
    if not after <= node.start <= node.end <= before:
        return f"{node} is not within {after}:{before}"
    if node.alias:
        return "" if text[node.start] == "*" else f"{node} is no alias"
    if isinstance(node, Scalar):
        return "" if _is_written(text[node.start : node.end], node) else f"{node} is not written so"
    children = node.items if isinstance(node, Sequence) else [n for e in node.entries for n in e]
    pair = len(children) == 2 and not isinstance(node, Sequence)
    if node.flow and not pair and (text[node.start] not in "[{" or text[node.end - 1] not in "]}"):
        return f"{node} has no brackets"
    in_order = text.startswith(("---", "{"))
    after = node.start
    for child in children:
        if problem := _problem(text, child, after, node.end):
            return problem
        after = child.end if in_order else after
    return ""


def _is_written(written: str, scalar: Scalar) -> bool:
    if scalar.style in ("'", '"', "'''", '"""'):
        return written.startswith(scalar.style) and written.endswith(scalar.style)
    if scalar.style in ("|", ">"):
        return written.startswith(scalar.style) and written == written.rstrip(" \t\r\n")
    if "\n" in written or "\r" in written or "\t" in written:
        return written == written.strip()
    return written.replace("\udcff", "\ufffd") == scalar.text.replace("\udcff", "\ufffd")
