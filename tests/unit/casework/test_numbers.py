"""Only what can be a number is looked for: names and CPR numbers are typed there too."""

from __future__ import annotations

import pytest

from casework.afterwards.errands import errand_number
from casework.asking.entering import case_number
from casework.numbers import typed_number


def test_a_number_is_found_however_it_was_typed() -> None:
    for number in (case_number(), errand_number(), "L-2222222"):
        assert typed_number(number) == number
        assert typed_number(f" {number.lower()} ") == number


@pytest.mark.parametrize(
    "typed", ["", " ", "010203-9876", "0102039876", "Ole Madsen", "L-222222", "L-22222222", "M-1234ABCD"]
)  # fmt: skip
def test_anything_else_is_none(typed: str) -> None:
    assert typed_number(typed) == ""
