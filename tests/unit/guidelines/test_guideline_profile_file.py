"""Where a fault stands in a profile's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidelines.problem import ProfileError
from guidelines.profile_file import Source, read


def test_a_fault_points_to_the_nearest_line() -> None:
    source = Source("own.yaml", {}, {"texts": 4, "texts.hello": 5, "criteria[1]": 9})
    assert source.at("texts.hello") == "own.yaml:5"
    assert source.at("texts.hello.da") == "own.yaml:5"
    assert source.at("texts.gone.da") == "own.yaml:4"
    assert source.at("criteria[1].help") == "own.yaml:9"
    assert source.at("criteria[0]") == source.at("") == source.at("gone") == "own.yaml"


def test_a_name_that_only_begins_like_another_is_not_it() -> None:
    source = Source("own.yaml", {}, {"texts": 4})
    assert source.at("texts2") == "own.yaml"


WRITTEN = """\
# one line before the first
id: own
valid_from: 2026-11-01
grounds:
  - id: memory

  - id: other
    label: {da: Andet}
"""


@pytest.mark.parametrize("before", range(3))
def test_each_parameter_has_its_line(tmp_path: Path, before: int) -> None:
    """Whatever stands before: on odd lines and on even ones."""
    path = tmp_path / "own.yaml"
    path.write_text("#\n" * before + WRITTEN, encoding="utf-8")
    assert {name: line - before for name, line in read(path).lines.items()} == {
        "id": 2,
        "valid_from": 3,
        "grounds": 4,
        "grounds[0]": 5,
        "grounds[0].id": 5,
        "grounds[1]": 7,
        "grounds[1].id": 7,
        "grounds[1].label": 8,
        "grounds[1].label.da": 8,
    }


def test_a_date_stays_as_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(WRITTEN, encoding="utf-8")
    assert read(path).raw["valid_from"] == "2026-11-01"


@pytest.mark.parametrize(("before", "line"), [("", 3), ("\n", 4), ("\n\n", 5)])
def test_what_is_given_twice_is_told_with_its_line(tmp_path: Path, before: str, line: int) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(f"{before}texts:\n  hello: a\n  hello: b\n", encoding="utf-8")
    with pytest.raises(
        ProfileError, match=rf"^own\.yaml:{line}: hello: står mere end én gang; tilladt: én gang$"
    ):
        read(path)
