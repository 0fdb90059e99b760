"""Which words of a reason are its own (A17): numbers count, pressed keys and words of every refusal do not."""

from __future__ import annotations

import pytest

from guidelines.own_words import LEAST_OWN, own_words


@pytest.mark.parametrize("said", ["14", "7", "2026", "11"])
def test_a_number_is_of_this_talk(said: str) -> None:
    """A time, an age or a number of people: no stock phrase holds one."""
    assert own_words(f"mødet er {said}") == {said}


@pytest.mark.parametrize("pressed", ["aaa", "haha", "xx", "ab", "anana", "bcdfg", "å"])
def test_a_key_pressed_again_is_no_word(pressed: str) -> None:
    assert own_words(pressed) == frozenset()


@pytest.mark.parametrize("word", ["søn", "uro", "nabo", "kusine"])
def test_a_word_of_three_different_letters_is_one(word: str) -> None:
    assert own_words(f"vi kan ikke give lov {word}") == {word}


def test_the_same_word_twice_is_one_and_two_are_enough() -> None:
    assert len(own_words("hjemmehjælp og hjemmehjælp")) < LEAST_OWN
    assert len(own_words("hjemmehjælp og nabo")) == LEAST_OWN == 2
