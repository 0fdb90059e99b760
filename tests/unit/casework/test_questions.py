"""Only how to record is not explained; every other question gets its answer (B23–B26, C35–C37)."""

from __future__ import annotations

import pytest

from casework.asking.questions import question_of


@pytest.mark.rule("B23")
@pytest.mark.parametrize(
    "asked",
    [
        "hvordan optager jeg?",
        "Hvordan kan jeg optage på min telefon?",
        "Kan I hjælpe mig med at optage?",
        "Hvilken app skal jeg optage med?",
    ],
)
def test_how_to_record_is_not_explained(asked: str) -> None:
    assert question_of(asked) == "how_to_record"


@pytest.mark.rule("B23", "B24", "B25", "B26", "C35", "C36", "C37")
@pytest.mark.parametrize(
    "asked",
    [
        "må jeg dele den?",
        "Hvordan må jeg dele optagelsen?",
        "Må jeg give den videre til min søster?",
        "Må jeg give videre, hvad jeg optager?",
        "Må jeg lægge den på Facebook?",
        "Kan jeg sende optagelsen til min advokat?",
        "Er det strafbart at lægge en optagelse på nettet?",
    ],
)
def test_sharing_is_guided_however_it_is_asked(asked: str) -> None:
    assert question_of(asked) == "may_i_share"


@pytest.mark.rule("B23")
@pytest.mark.parametrize(
    "asked",
    [
        "Må jeg optage?",
        "Kan jeg optage mødet?",
        "Hvordan får jeg lov til at optage mødet?",
        "Har jeg ret til at optage?",
        "Jeg vil gerne optage mødet",
    ],
)
def test_whether_one_may_is_answered_and_not_declined(asked: str) -> None:
    assert question_of(asked) == "may_i_record"


@pytest.mark.parametrize(
    ("asked", "answer"),
    [("Må jeg filme?", "video"), ("Hej", ""), ("Hvornår er mødet?", ""), ("Optagelse", "")],
)
def test_other_words(asked: str, answer: str) -> None:
    assert question_of(asked) == answer
