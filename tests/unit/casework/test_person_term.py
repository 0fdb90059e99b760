"""Whom a search for one person finds: neither a stranger whose name holds theirs, nor too little."""

from __future__ import annotations

import pytest

from casework.keeping.persons import Term


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("Per Hansen", "Kasper Hansen"),
        ("Anne", "Hanne Olsen"),
        ("a@b.dk", "anna@b.dk"),
        ("b.dk", "anna@b.dk"),
        ("gmail.com", "ole@gmail.com"),
        ("ole@b.dk", "ole@b.dk.example"),
        ("Nygade 1", "Nygade 12"),
        ("nsen", "Per Jensen"),
        ("12345678", "912345678"),
        ("12345678", "+46 12 34 56 78"),
        ("Olsen", "anna.olsen@b.dk"),
    ],
)
def test_a_part_of_something_longer_names_nobody(typed: str, value: str) -> None:
    assert not Term(typed).names(value)
    assert not Term(typed).is_all_of(value)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("ole madsen", "Vi talte med Ole Madsen."),
        ("Ole  Madsen", "(ole madsen)"),
        ("ole@b.dk", "Skriv til ole@b.dk, tak."),
        ("12345678", "Ring på 12 34 56 78 i dag"),
        ("+45 12 34 56 78", "tlf. 12345678"),
        ("12-34-56-78", "0045 12345678"),
    ],
)
def test_what_stands_by_itself_names_them(typed: str, value: str) -> None:
    assert Term(typed).names(value)


def test_a_sentence_with_their_name_is_no_case_of_theirs() -> None:
    assert not Term("Ole Madsen").is_all_of("Vi talte med Ole Madsen.")
    assert not Term("12345678").is_all_of("Ring på 12345678 eller 87654321")


@pytest.mark.parametrize(
    ("typed", "value"),
    [("ole madsen", "Ole  Madsen"), ("OLE@B.DK", "ole@b.dk"), ("+4512345678", "12 34 56 78")],
)
def test_a_case_is_theirs_when_the_field_says_nothing_else(typed: str, value: str) -> None:
    assert Term(typed).is_all_of(value)


def test_a_first_name_names_but_owns_nothing() -> None:
    assert Term("Anne").names("Anne Olsen")
    assert not Term("Anne").is_all_of("Anne Olsen")
