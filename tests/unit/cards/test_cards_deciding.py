"""The cards on which somebody decides: they lean to neither side, and what was typed stays."""

from __future__ import annotations

import json

import pytest

from tests.unit.cards.allowlist import walk
from tests.unit.cards.facts import NEED
from tests.unit.cards.test_cards import DRAWN, SAMPLES, parts, words
from texts import views


def test_the_assessment_leans_to_neither_side() -> None:
    card = DRAWN["da-assessment"]
    verdicts = parts(card, "Input.ChoiceSet")
    assert len(verdicts) == 5
    assert not any("value" in part for part in verdicts)
    assert [action.get("style") for action in card["actions"]] == [None, None]
    assert "Det er dig, der vurderer" in words(card)


def test_what_was_typed_is_kept_and_every_fault_stands_above_its_field() -> None:
    view = SAMPLES["da-registration-errors"]
    assert isinstance(view, views.Registration)
    flat = walk(DRAWN["da-registration-errors"])
    inputs = {part["id"]: part for part in flat if part["type"].startswith("Input.")}
    for field, value in view.values.items():
        assert inputs[field]["value"] == value
    for problem in view.problems:
        before = flat[flat.index(inputs[problem.field]) - 1]
        assert before["text"].startswith("⚠ Ret: ")
        assert inputs[problem.field]["label"].endswith("– skal rettes")


def test_the_form_asks_in_the_order_of_a_phone_call() -> None:
    flat = walk(DRAWN["da-registration-one-meeting"])
    asked = [part["id"] for part in flat if part["type"].startswith("Input.")]
    assert [name for name in asked if not name.startswith("meeting_")] == [
        "meeting", "citizen_name", "answer_by", "contact", "answer_language", "ground", "ground_text", "companion",
        "own_words", "others_affairs", "caseworker", "phone_possible",
    ]  # fmt: skip
    chosen = {part["id"]: part.get("value") for part in flat if part["type"].startswith("Input.")}
    assert chosen["meeting"] is not None
    assert (chosen["answer_by"], chosen["caseworker"]) == ("email", "me")


def test_refusing_carries_the_mark_of_what_was_read_and_none_of_its_words() -> None:
    confirm = DRAWN["da-preview"]["actions"][0]
    assert confirm["data"]["seen"] == "0123456789abcdef01234567"
    assert NEED not in json.dumps(confirm)


@pytest.mark.rule("C9", "C23", "C26", "C31")
def test_a_refusal_begins_with_no_ground_chosen_and_nothing_written() -> None:
    choice = parts(DRAWN["da-refusal-choice"], "Input.")
    assert [one["id"] for one in choice] == ["ground"]
    assert "value" not in choice[0]
    for name, ids in (
        ("da-refusal", {"part.need", "part.weighing"}),
        ("da-refusal-others", {"part.interest", "part.other_ways", "part.others_interest",
                               "part.conclusion", "partial"}),
    ):  # fmt: skip
        fields = {one["id"]: one for one in parts(DRAWN[name], "Input.")}
        assert fields.keys() == ids
        assert not any("value" in fields[one] for one in ids if one.startswith("part."))


@pytest.mark.rule("C27")
def test_the_two_answers_of_the_second_person_weigh_the_same() -> None:
    actions = DRAWN["da-confirmation"]["actions"]
    assert [a["verb"] for a in actions[:2]] == ["refuse_agree", "refuse_disagree"]
    assert [a.get("style") for a in actions] == [None] * 4
