"""Programs that take notes: what counts as a sign of one, and what never does (A20, domain 3.7)."""

from __future__ import annotations

import pytest

from guidelines.note_takers import OUTSIDERS, PROGRAMS, names_with, shipped_names, sign_of

pytestmark = pytest.mark.rule("A20")


@pytest.mark.parametrize("kind", sorted(PROGRAMS))
def test_a_program_is_known_by_its_kind_whatever_its_name(kind: str) -> None:
    assert sign_of(kind, "Mette Holm", shipped_names()) == "kind"


@pytest.mark.parametrize("kind", sorted(OUTSIDERS))
@pytest.mark.parametrize(
    "name",
    [
        "Oles Notetaker",
        "OTTER",
        "Otter.ai",
        "Fred from  Fireflies",
        "Oles_note_taker",
        "(tl;dv) Ole",
    ],
)
def test_an_outsider_is_known_by_a_telling_name(kind: str, name: str) -> None:
    assert sign_of(kind, name, shipped_names()) == "name"


@pytest.mark.parametrize("name", ["Karen Madsen", "Ole fra Otterup", "Potter", "Notetakeren", ""])
def test_a_name_that_only_holds_the_letters_says_nothing(name: str) -> None:
    assert sign_of("anonymous", name, shipped_names()) is None


@pytest.mark.parametrize("kind", ["user", "member", "phone", ""])
def test_a_colleague_is_never_looked_at_by_name(kind: str) -> None:
    assert sign_of(kind, "Otter", shipped_names()) is None


def test_a_dot_in_a_name_stands_for_itself() -> None:
    assert sign_of("guest", "Readxai", names_with(())) is None


def test_the_shipped_list_holds_names_and_no_remarks() -> None:
    names = shipped_names()
    assert "otter" in names
    assert all(name and name == name.casefold().strip() and name[0] != "#" for name in names)
    assert {sign_of("guest", name, names) for name in names} == {"name"}


def test_a_municipality_adds_its_own_names_and_takes_others_out() -> None:
    names = names_with([" Skrivebot ", "", "  ", "-Otter", "- Fathom", "skrivebot", "krisp"])
    assert names[-1] == "skrivebot"  # added once, after those that are shipped
    assert len(set(names)) == len(names)
    assert {"otter", "fathom"}.isdisjoint(names)
    assert set(shipped_names()) - set(names) == {"otter", "fathom"}
    assert sign_of("guest", "SkriveBot", names) == "name"
    assert sign_of("guest", "Otter", names) is None


def test_without_own_names_the_shipped_ones_stand_in_their_order() -> None:
    assert names_with(()) == shipped_names()
    assert sign_of("guest", "Otter", names_with(())) == "name"
