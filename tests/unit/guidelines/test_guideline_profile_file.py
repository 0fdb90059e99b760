"""Where a fault stands in a profile's file."""

from __future__ import annotations

from guidelines.profile_file import Source


def test_a_fault_points_to_the_nearest_line() -> None:
    source = Source("own.yaml", {}, {"texts": 4, "texts.hello": 5, "criteria[1]": 9})
    assert source.at("texts.hello") == "own.yaml:5"
    assert source.at("texts.hello.da") == "own.yaml:5"
    assert source.at("texts.gone.da") == "own.yaml:4"
    assert source.at("criteria[1].help") == "own.yaml:9"
    assert source.at("criteria[0]") == source.at("") == source.at("gone") == "own.yaml"
