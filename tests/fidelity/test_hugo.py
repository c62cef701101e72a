"""What we read is what the Hugos at hand read: by hand-written cases, and made-up ones."""

from __future__ import annotations

import pytest

from afr_content.frontmatter import parse
from afr_content.hugo import HugoVersion
from afr_content.page_params import searched
from tests.fidelity.canonical import REFUSED, cases, ours
from tests.fidelity.generated import generate
from tests.fidelity.hugo_probe import probe
from tests.fidelity.record import answer
from tests.hugo_binaries import hugo_binaries

MADE_UP = 300
# A refusal costs a run of Hugo; of those in the records, one in so many is asked for again.
EVERY = 12

VERSIONS = sorted(hugo_binaries())
needs_hugo = pytest.mark.skipif(not VERSIONS, reason="no Hugo is installed")


@needs_hugo
@pytest.mark.parametrize("version", VERSIONS)
def test_cases(version: str) -> None:
    hugo = HugoVersion.parse(version)
    texts = [case.text for case in cases()]
    taken = [text for text in texts if ours(text, hugo) != REFUSED]
    not_taken = [text for text in texts if ours(text, hugo) == REFUSED]
    assert _disagreements(version, taken + not_taken[::EVERY]) == []


@needs_hugo
@pytest.mark.parametrize("version", VERSIONS)
def test_made_up_front_matter(version: str) -> None:
    assert _disagreements(version, generate(MADE_UP)) == []


def _disagreements(version: str, texts: list[str]) -> list[tuple[str, object, object]]:
    hugo = HugoVersion.parse(version)
    mine = [ours(text, hugo) for text in texts]
    likely = [index for index, read in enumerate(mine) if read == REFUSED]
    data = [text.encode("utf-8", "surrogateescape") for text in texts]
    wrong: list[tuple[str, object, object]] = []
    for text, read, found in zip(
        texts, mine, probe(hugo_binaries()[version], data, likely), strict=True
    ):
        if read != answer(found):
            wrong.append((text, read, answer(found)))
        elif found.params is not None and _has_own_body(text, hugo) and _body(text) != found.body:
            wrong.append((text, _body(text), found.body))
    return wrong


def _has_own_body(text: str, hugo: HugoVersion) -> bool:
    """Whether that Hugo looks for the body where we do.

    Before 0.123, a page without text gave the whole file for its raw content.
    """
    return hugo >= (0, 123) and searched(text, hugo) is text


def _body(text: str) -> bytes:
    fences = parse(text).fences
    return text[fences.body if fences else 0 :].encode("utf-8", "surrogateescape")
