"""The case note (T8R, T8N; B12–B16, B19, B20)."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import pytest

from guidelines.profile import load_profile
from texts.notes import IncidentFacts, NoteFacts, case_note
from texts.views import AnswerState, LedgerLine, MeetingLine, RequestState

P = load_profile("frederiksberg")
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(minutes=50)
TOLD = LedgerLine("Nadia Friis", "member", True, "accepted", "in_meeting", NOON)
PHONE = LedgerLine("", "phone", False, "none", "", None)
GRANTED = NoteFacts(
    number="L-7", meeting=MeetingLine("Opfølgning", NOON, LATER), meeting_kind="virtual",
    citizen_name="Ole Madsen", asked_at=NOON - timedelta(days=3), registered_by="Mette Holm",
    written_by="Mette Holm", written_at=LATER, state="granted", decided_by="Jens Brandt",
    decided_at=NOON - timedelta(days=2), verdicts=dict.fromkeys([c.id for c in P.criteria], "for"),
    answer="delivered", answer_at=NOON - timedelta(days=1), answer_how="spoken",
    answer_given_by="Mette Holm", started_at=NOON, ended_at=LATER, announced_at=NOON,
    read_aloud_at=NOON + timedelta(minutes=1), ledger=(TOLD,),
)  # fmt: skip
REFUSED = dataclasses.replace(
    GRANTED, state="not_granted", announced_at=None, read_aloud_at=None, ledger=(),
    verdicts={**GRANTED.verdicts, "purpose": "against"}, notes={"purpose": "Råbte den 3. maj."},
    parts={"need": "Har svært ved at huske.", "weighing": "En nabo er med."},
)  # fmt: skip


def note(facts: NoteFacts, **changes: Any) -> str:
    return case_note(P, dataclasses.replace(facts, **changes))


def test_the_note_of_a_recorded_meeting() -> None:
    text = note(GRANTED)
    for part in (
        "sag L-7",
        "Opfølgning, tirsdag den 1. december 2026 kl. 13.00–13.50",
        "Ole Madsen bad lørdag den 28. november 2026 kl. 13.00",
        "imødekommet. Jens Brandt besluttede det søndag",
        "Borgeren fik svaret mandag den 30. november 2026 kl. 13.00 (mundtligt). Givet af: Mette Holm.",
        "Mødet begyndte kl. 13.00 og sluttede kl. 13.50.",
        "Mødet fik besked kl. 13.00: Ole Madsen optager lyden.",
        "Teksten blev læst højt kl. 13.01",
        "Alle kendte deltagere (1) er oplyst",
        "Nadia Friis: oplyst kl. 13.00 (besked på skærmen i mødet)",
        "Frederiksberg Kommune, version 1",
        "Noteret af Mette Holm",
    ):
        assert part in text
    assert text.count("taler for") == 5


def test_the_note_of_a_refusal_holds_criteria_and_reasons() -> None:
    text = note(REFUSED)
    assert "ikke imødekommet. Jens Brandt" in text
    assert "- Formålet med optagelsen: taler imod. Råbte den 3. maj." in text
    assert "Borgerens behov: Har svært ved at huske." in text
    assert "Det, der taler imod: En nabo er med." in text
    assert "svaret og begrundelsen" in text
    assert "Tilbudt i stedet: tage en bisidder med" in text
    assert "givet besked" not in text


@pytest.mark.rule("B20")
def test_the_note_tells_who_heard_it_in_the_call() -> None:
    said = note(GRANTED, spoken_at=NOON, heard_by=("Telefon 1", "Amal Haddad", "Ole Madsen"))
    assert "Lydhør sagde det højt i opkaldet kl. 13.00." in said
    assert "Med i opkaldet imens: Telefon 1, Amal Haddad og Ole Madsen." in said
    english = note(GRANTED, spoken_at=NOON, heard_by=("Ole Madsen",), language="en")
    assert "In the call at the time: Ole Madsen." in english
    unnamed = note(GRANTED, spoken_at=NOON)
    assert "Lydhør sagde det højt" in unnamed
    assert "Med i opkaldet" not in unnamed
    assert "Lydhør sagde det højt" not in note(GRANTED)


def test_the_note_tells_that_a_message_may_have_come_twice() -> None:
    assert "Beskeden kan være kommet to gange" in note(GRANTED, maybe_twice=True)
    assert "to gange" not in note(GRANTED)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("state", get_args(RequestState))
@pytest.mark.parametrize("answer", get_args(AnswerState))
def test_every_state_has_words(state: RequestState, answer: AnswerState, language: str) -> None:
    assert note(GRANTED, state=state, answer=answer, language=language)
    assert note(GRANTED, state=state, answer=answer, decided_at=None, answer_at=None)


def test_the_note_claims_nothing_that_was_not_recorded() -> None:
    text = note(
        GRANTED, announced_at=None, read_aloud_at=None, ended_at=None, late=True, answer="sent",
        ledger=(TOLD, PHONE), incidents=(IncidentFacts(NOON, None), IncidentFacts(NOON, LATER)),
    )  # fmt: skip
    assert "Det er ikke bekræftet, at Ole Madsen har fået det" in text
    assert "Der er ikke givet besked i mødet" in text
    assert "Sluttidspunktet er ikke kendt" in text
    assert "1 af 2 kendte deltagere" in text
    assert "Muligvis nogen på telefon: ikke bekræftet oplyst" in text
    assert "Det er ikke set, at den er stoppet" in text
    assert "set stoppet kl. 13.50" in text
    assert "Ønsket kom sent" in text


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("certain", [True, False])
@pytest.mark.parametrize("ended_at", [None, LATER])
@pytest.mark.parametrize(
    ("seen_by", "who"), [("chat_message", ""), ("person", ""), ("person", "Mette")]
)
def test_the_note_says_how_a_recording_and_its_end_are_known(
    language: str, certain: bool, ended_at: datetime | None, seen_by: str, who: str
) -> None:
    incident = IncidentFacts(NOON, ended_at, certain=certain, seen_by=seen_by, who=who)
    text = note(GRANTED, incidents=(incident,), language=language)
    word = {"da": "har sagt", "en": "said"}[language]
    assert (f"{who}" in text and word in text) or not (ended_at and seen_by == "person")
    maybe = {"da": "Mødet kan være optaget", "en": "may have been recorded"}[language]
    assert (maybe in text) is not certain


def test_a_meeting_that_never_ran_and_a_wish_that_lapsed() -> None:
    never = note(GRANTED, started_at=None, announced_at=None, read_aloud_at=None, ledger=())
    assert "Mødet begyndte" not in never
    assert "bortfaldet, uden at" in note(GRANTED, state="lapsed", decided_at=None)
    assert "fordi mødet er aflyst" in note(GRANTED, state="lapsed")
    overtaken = note(GRANTED, state="unanswered", decided_at=None, verdicts={}, notes={})
    assert "Der blev ikke taget stilling til ønsket" in overtaken
    assert "hensynet til andre" not in overtaken.lower()
    assert "Hensynet til andre, der bliver talt om: Sønnen" in note(
        GRANTED, notes={"others": "Sønnen"}
    )
    assert "taget stilling" in note(GRANTED, state="received", verdicts={}, answer="none")


@pytest.mark.parametrize("answer", get_args(AnswerState))
def test_only_an_answer_on_its_way_has_told_anything(answer: AnswerState) -> None:
    said = "hvad man skal vide" in note(GRANTED, answer=answer)
    assert said is (answer in ("sent", "delivered"))
