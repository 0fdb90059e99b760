from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelines.wording import fields_of, fill, length


def test_fields_are_filled_once() -> None:
    assert fill("{a} og {b}", {"a": "{b}", "b": "{a}"}) == "{b} og {a}"
    assert fields_of("{a} og {b_2}") == {"a", "b_2"}


def test_a_missing_value_is_an_error_and_a_spare_one_is_not() -> None:
    assert fill("{a}", {"a": "x", "spare": "y"}) == "x"
    with pytest.raises(KeyError, match="a"):
        fill("{a}", {})


@pytest.mark.parametrize("sentence", ["{", "}", "{}", "{A}", "{a.b}", "{a!r}", "{{a}}", "{ a }"])
def test_a_brace_is_a_field_or_an_error(sentence: str) -> None:
    with pytest.raises(ValueError, match="brace"):
        fill(sentence, {"a": "x"})


@given(st.text())
def test_what_a_person_typed_is_never_read(typed: str) -> None:
    assert fill("Navn: {navn}.", {"navn": typed}) == f"Navn: {typed}."


@pytest.mark.parametrize(
    ("text", "units"), [("", 0), ("a", 1), ("æøå", 3), ("ab\n", 3), ("😀", 2), ("\ud800x", 2)]
)
def test_length_is_counted_as_clients_count(text: str, units: int) -> None:
    assert length(text) == units
    assert isinstance(length(text), int)
