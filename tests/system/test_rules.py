"""Every rule of the source texts has a place and a test, and its marks count (``make rules``)."""

from __future__ import annotations

import ast
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml

from guidelines.profile import HERE, read_profile
from tests.system.switched_off import switched_off
from tools import rules, rules_off
from tools.rule_lines import LINES
from tools.rules_found import misplaced, places, proofs

SEED = 7


def test_there_are_87_rules_with_a_line_each() -> None:
    texts = {text: [one for one in LINES if one[0] == text] for text in "ABC"}
    assert {text: len(ids) for text, ids in texts.items()} == {"A": 20, "B": 29, "C": 38}
    assert len(set(LINES.values())) >= 85, "two rules of different texts may say the same"


def test_every_rule_has_a_place_and_a_test() -> None:
    assert [f"{row.id}: no {row.missing}" for row in rules.table() if row.missing] == []


def test_no_mark_is_wrong() -> None:
    """Unknown ids, marks on what is no test, on methods, or with a surface nobody knows."""
    known = set(LINES)
    assert [(place.rule, place.where) for place in places() if place.rule not in known] == []
    assert [proof for proof in proofs() if proof.rule not in known or not proof.is_test] == []
    assert misplaced() == []


def test_marks_count() -> None:
    """A small, quick sample; the whole one is ``make proof``."""
    rows = rules_off.sample(SEED, 3, most_tests=3)
    with ThreadPoolExecutor(2) as pool:
        shown = list(pool.map(rules_off.switch_off, rows))
    assert [one for one in shown if one.unmoved] == []


# --- the reader itself --------------------------------------------------------------------------


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small house with a carrier, an item, tests, and every kind of wrong mark."""
    for room in ("casework", "guidelines", "tests"):
        (tmp_path / room).mkdir()
    (tmp_path / "casework" / "one.py").write_text(
        '@rule("A1", "B2", surface="card", later="panel")\nasync def outer(): ...\n'
        'class Some:\n    @rule("A3")\n    def method(self): ...\n'
        '@rule("A4", surface="wall")\ndef other(): ...\n'
    )
    (tmp_path / "guidelines" / "by.yaml").write_text(
        "grounds: [{id: memory, rule: A11}]\ndemands: [{rule: C37, outlet: guidance, says: {}}]\n"
        "refusal_grounds: [{id: x, rule: C23, parts: [{id: y, rule: C26, in_letter: false}]}]\n"
    )
    (tmp_path / "tests" / "test_some.py").write_text(
        'pytestmark = pytest.mark.rule("A1")\n'
        '@pytest.mark.rule("A16", "B19")\nasync def test_one(): ...\n'
        '@pytest.mark.parametrize("x", [pytest.param(1, marks=pytest.mark.rule("C9"))])\n'
        "def test_two(x): ...\n"
        '@pytest.mark.rule("C1")\ndef helper(): ...\n'
    )
    return tmp_path


def test_marks_are_read(house: Path) -> None:
    found = {(p.rule, p.where, p.surface, p.later) for p in places(house)}
    assert found == {
        ("A1", "casework.one:outer", "card", "panel"),
        ("B2", "casework.one:outer", "card", "panel"),
        ("A4", "casework.one:other", "wall", ""),
        ("A11", "by.yaml:grounds[memory]", "card", ""),
        ("C37", "by.yaml:demands[0]", "script", ""),
        ("C23", "by.yaml:refusal_grounds[x]", "letter", ""),
        ("C26", "by.yaml:refusal_grounds[x].parts[y]", "note", ""),
    }
    assert {(p.rule, p.test.split("::")[1], p.is_test) for p in proofs(house)} == {
        ("A1", "test_one", True), ("A16", "test_one", True), ("B19", "test_one", True),
        ("A1", "test_two", True), ("C9", "test_two", True), ("C1", "helper", False),
    }  # fmt: skip
    assert [line.split(": ", 1)[1] for line in misplaced(house)] == [
        "other: unknown surface 'wall'",
        "method carries a rule, but is no function of the module itself",
    ]


def test_a_function_is_switched_off_and_the_rest_is_not() -> None:
    source = '"""Doc."""\nHERE = 1\nasync def a():\n    yield 2\ndef b(): return 3\n'
    off = ast.unparse(switched_off(source, {"a"}, "/elsewhere"))
    assert "HERE = Path('/elsewhere')" in off
    assert "raise AssertionError('a is switched off')\n    yield" in off
    assert "return 3" in off


def test_a_profile_loses_what_carries_a_rule_and_can_still_be_read(tmp_path: Path) -> None:
    rules_off.profiles_without("B24", tmp_path)
    said = read_profile(tmp_path / "frederiksberg.yaml").texts["voice"]
    assert said == rules_off.ELSE
    rules_off.profiles_without("A20", tmp_path)  # the loader would miss it, and is not asked
    texts = yaml.safe_load((tmp_path / "nyborg.yaml").read_text("utf-8"))["texts"]
    assert texts["says_sound"] == rules_off.ELSE
    rules_off.profiles_without("B12", tmp_path)
    left = [one.id for one in read_profile(tmp_path / "frederiksberg.yaml").criteria]
    assert len(left) == len(read_profile(HERE / "frederiksberg.yaml").criteria) - 1


def test_no_demand_claims_a_place_where_people_do_not_meet_it() -> None:
    demands = [place for place in places() if ":demands[" in place.where]
    assert demands
    assert {place.surface for place in demands} <= {"card", "letter", "chat", "script"}
    for place in demands:
        if place.rule == "B10":
            assert place.surface in ("chat", "card")


def test_one_carrier_alone_is_chosen_by_the_seed() -> None:
    by_id = {row.id: row for row in rules.table()}
    carriers = {p.where for p in places() if p.rule == "C10" and not p.in_profile}
    chosen = {rules_off.one_carrier(by_id["C10"], seed) for seed in range(40)}
    assert len(chosen) > 1
    assert chosen <= carriers
    assert rules_off.one_carrier(by_id["C10"], 7) == rules_off.one_carrier(by_id["C10"], 7)
