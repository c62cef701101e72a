"""Phrases and names of people that are nearly the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afr_content.person_names import Likeness, PersonNames
from afr_content.phrases import Phrases, is_plural, is_same, slip_between

PHRASES = st.lists(
    st.sampled_from("data date datas dta tools toosl R & and 1 2 π".split()), max_size=4
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Researchers", "Reserchers"),
        ("PhD Students", "PhD Studnets"),
        ("Data Integration", "data integration"),
        ("Machine Learning & Finance", "Machine learning and finance"),
        ("multi-modal", "multimodal"),
        ("Grad Student", "Grad Students"),
        ("Alumni", "Laumni"),
    ],
)
def test_slips_are_found_among_other_phrases(one: str, other: str) -> None:
    assert Phrases([other, "Visitors", "Something Else"]).nearest(one) == other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Year 1", "Year 2"),
        ("yolov4", "yolov5"),
        ("MSc Students", "BSc Students"),
        ("Past Members", "Post Members"),
        ("Level II", "Level III"),
        ("C", "C++"),
        ("研究生", "研究员"),
        ("Data Integration", "Data Interaction Lab"),
        ("Reserch Assistents", "Research Assistants"),
    ],
)
def test_other_phrases_are_no_slips(one: str, other: str) -> None:
    assert Phrases([other]).nearest(one) is None


def test_nothing_is_meant_for_certain_among_several() -> None:
    assert Phrases(["Researchers", "Reseachers"]).nearest("Reserchers") is None


def test_a_plural_is_told_from_other_slips() -> None:
    assert is_plural("repositories", "repository")
    assert not is_plural("repositry", "repository")


@given(st.lists(PHRASES.map(" ".join), max_size=8), PHRASES.map(" ".join))
def test_the_index_finds_what_a_look_at_each_phrase_finds(names: list[str], phrase: str) -> None:
    others = [name for name in dict.fromkeys(names) if name != phrase]
    same = [name for name in others if is_same(phrase, name)]
    slips = [name for name in others if slip_between(phrase, name)]
    assert sorted(Phrases(names).like(phrase)) == sorted(same or slips)


WORD = st.text("aesiy", min_size=1, max_size=7)


@given(WORD, WORD)
def test_the_index_finds_every_slip_of_a_word(one: str, other: str) -> None:
    is_alike = one != other and bool(is_same(one, other) or slip_between(one, other))
    assert bool(Phrases([other]).like(one)) is is_alike


@given(PHRASES.map(" ".join), PHRASES.map(" ".join))
def test_likeness_holds_both_ways(one: str, other: str) -> None:
    assert Phrases([other]).like(one) == ([other] if Phrases([one]).like(other) else [])


PEOPLE = PersonNames(
    {
        "admin": "Example Müller",
        "jane-doe": "Jane Doe",
        "placeholder": "Placeholder Georgious",
        "yang-liu": "Yang Liu",
        "twin-1": "Example Twin",
        "twin-2": "Example Twin",
    }
)


@pytest.mark.parametrize(
    ("name", "folder", "likeness"),
    [
        ("Example Muller", "admin", Likeness.SAME),
        ("Example Mueller", "admin", Likeness.SAME),
        ("Müller, Example", "admin", Likeness.COMMA),
        ("Doe Jane", "jane-doe", Likeness.TURNED),
        ("J. Doe", "jane-doe", Likeness.SHORTER),
        ("Jane Q. Doe", "jane-doe", Likeness.SHORTER),
        ("Jane Doe*", "jane-doe", Likeness.MARKED),
        ("Placeholder Georgios", "placeholder", Likeness.SLIP),
        ("Yang Li", "", Likeness.NONE),
        ("John Doe", "", Likeness.NONE),
        ("Joan Doe", "", Likeness.NONE),
        ("Example Twin", "", Likeness.NONE),
        ("Doe", "", Likeness.NONE),
    ],
)
def test_people_are_known_by_other_spellings(name: str, folder: str, likeness: Likeness) -> None:
    assert PEOPLE.find(name) == (folder, likeness)
