"""Every sentence the code asks for exists, in both languages."""

from __future__ import annotations

from tools.catalogues import Sentences, faults, faults_between, twice


def test_the_catalogues_are_whole() -> None:
    assert faults() == []


def test_a_difference_between_the_languages_is_found() -> None:
    danish: dict[str, Sentences] = {"a.po": {"x.one": "Hej {name}", "x.two": "To"}}
    english: dict[str, Sentences] = {"a.po": {"x.one": "Hi", "x.three": "Three"}, "b.po": {}}
    assert faults_between(danish, english) == [
        "texts/*/b.po: only one language has it",
        "a.po: only one language has x.three",
        "a.po: only one language has x.two",
        "a.po: x.one has other values in English than in Danish",
    ]


def test_a_key_defined_twice_is_found() -> None:
    assert twice({"a.po": {"x": "1"}, "b.po": {"x": "2"}}) == ["b.po: x stands in a.po too"]
