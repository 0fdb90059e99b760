"""What each rule wants noted, per profile; what nobody noted is said as missing, never invented."""

from __future__ import annotations

import dataclasses
import itertools
from datetime import date, datetime, timedelta
from typing import Any, get_args

import pytest

from guidelines.profile import Profile
from tests.unit.texts.outcomes import LANGUAGES, NOON, PROFILES, relations
from tests.unit.texts.plain_danish import CLOSED_WORDS, faults, lix
from texts.catalog import catalogue
from texts.notes import MarkFacts, NoteFacts, OwnFacts, TaskFacts, case_note
from texts.views import Language, MeetingLine, RequestState

A, B, C = PROFILES["nyborg"], PROFILES["frederiksberg"], PROFILES["albertslund"]
ALL = pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
LATER = NOON + timedelta(minutes=50)
KINDS = ("virtual", "phone", "in_person")
MARK_KINDS = sorted(
    key.removeprefix("note.mark.") for key in catalogue("da") if key.startswith("note.mark.")
)


def at(minute: int) -> datetime:
    return NOON + timedelta(minutes=minute)


def facts(profile: Profile, **changes: Any) -> NoteFacts:
    plain = NoteFacts(
        number="L-7", meeting=MeetingLine("Opfølgning", NOON, LATER), meeting_kind="in_person",
        citizen_name="Ole Madsen", asked_at=NOON - timedelta(days=3), registered_by="Mette Holm",
        written_by="Mette Holm", written_at=LATER, state="granted", notice=profile.is_notice,
        decided_by="Mette Holm", decided_at=NOON - timedelta(days=2), answer="delivered",
        answer_at=NOON - timedelta(days=1), answer_how="spoken", answer_given_by="Mette Holm",
    )  # fmt: skip
    return dataclasses.replace(plain, **changes)


def refused(profile: Profile, ground_id: str = "", **changes: Any) -> NoteFacts:
    ground = profile.refusal_ground(ground_id) or profile.refusal_grounds[0]
    return facts(
        profile, state="not_granted", refusal_ground=ground.id,
        parts={part.id: f"Om {part.id}." for part in ground.parts},
        confirmed_by="Lone Dahl" if profile.two_persons else "", **changes,
    )  # fmt: skip


def note(profile: Profile, known: NoteFacts, **changes: Any) -> str:
    return case_note(profile, dataclasses.replace(known, **changes))


@pytest.mark.rule("C20")
def test_c_notes_that_the_talk_was_recorded_and_that_guidance_was_given() -> None:
    marks = (MarkFacts("guided", at(1), "Mette Holm"),)
    text = note(C, facts(C, marks=marks))
    assert "Ole Madsen optog lyden af samtalen." in text
    assert "Mette Holm vejledte kl. 13.01: Det kan være strafbart" in text
    assert "tirsdag den 1. december 2026" in text
    assert "Det er ikke noteret, at der er vejledt" not in text
    assert "It is not noted" not in note(C, facts(C, marks=marks), language="en")


@pytest.mark.rule("C20")
@pytest.mark.parametrize("kind", KINDS)
def test_guidance_nobody_ticked_is_missing_and_not_invented(kind: str) -> None:
    text = note(C, facts(C, meeting_kind=kind))
    assert "Det er ikke noteret, at der er vejledt om ansvar" in text
    assert "optog lyden" not in text
    why = (MarkFacts("not_guided", at(3), "Mette Holm", "Ole gik før tid."),)
    text = note(C, facts(C, meeting_kind=kind, marks=why))
    assert "Der blev ikke vejledt om ansvar. Noteret kl. 13.03 af Mette Holm: Ole gik" in text
    assert "Det er ikke noteret, at der er vejledt" not in text
    before = note(C, facts(C, meeting_kind=kind), written_at=NOON - timedelta(hours=1))
    assert "ikke noteret" not in before


@pytest.mark.parametrize("profile", [A, B], ids=["A", "B"])
def test_where_guidance_is_optional_it_is_not_missed(profile: Profile) -> None:
    assert "vejledt om ansvar" not in note(profile, facts(profile))
    marks = (MarkFacts("guided", at(1), "Mette Holm"),)
    text = note(profile, facts(profile, marks=marks))
    assert "Mette Holm fortalte kl. 13.01, hvad optagelsen må bruges til." in text
    assert "strafbart" not in text


@pytest.mark.rule("C21", "C22")
def test_a_recording_nobody_had_told_of_is_a_calm_fact() -> None:
    marks = (MarkFacts("undisclosed", at(5), "Mette Holm"), MarkFacts("guided", at(6)))
    text = note(C, facts(C, marks=marks))
    assert "Det blev klart kl. 13.05, at Ole Madsen optog lyden." in text
    assert "havde ikke sagt det på forhånd" in text
    assert "det er i orden, og opfordrede" in text
    assert "vejledte kl. 13.06" in text
    assert "gav besked" not in text
    assert text.count("optog lyden") == 1
    house = note(A, facts(A, marks=marks[:1]))
    assert "havde ikke spurgt på forhånd. Det er ikke strafbart." in house
    assert "bad lørdag" in house


@pytest.mark.rule("C29", "C23", "C26", "C27")
def test_a_refusal_is_noted_with_its_ground_its_parts_and_who_decided() -> None:
    text = note(C, refused(C, "history", deviation="Der er sket noget nyt.", devices_out=True,
                           devices_place="skab 4"))  # fmt: skip
    ground = C.refusal_ground("history")
    assert ground is not None
    assert f"Grunden til beslutningen: {ground.label['da']}." in text
    for part in ground.parts:
        assert f"{part.label['da']}: Om {part.id}." in text
    for line in (
        "Det er en procesbeslutning. Mette Holm besluttede det",
        "Beslutningen er truffet sammen med Lone Dahl.",
        "Derfor er det anderledes end tidligere beslutninger: Der er sket noget nyt.",
        "uden for lokalet (skab 4)",
        "høreapparat",
        "Borgeren fik svaret og begrundelsen mandag den 30. november",
        "(mundtligt). Givet af: Mette Holm.",
        "Tilbudt i stedet: tage en bisidder med",
    ):
        assert line in text


@pytest.mark.rule("A14", "A16", "B19", "C29", "C31")
@ALL
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_holds_every_part_or_says_that_it_is_missing(
    profile: Profile, language: Language
) -> None:
    missing = {"da": "Det er ikke noteret.", "en": "This is not noted."}[language]
    for ground in profile.refusal_grounds:
        known = refused(profile, ground.id, language=language)
        full, empty = note(profile, known), note(profile, known, parts={})
        assert missing not in full
        for part in ground.parts:
            assert f"{part.label[language]}: Om {part.id}." in full
            assert f"{part.label[language]}: {missing}" in empty
        for alternative in profile.alternatives:
            assert alternative.label[language] in full


@pytest.mark.rule("A16", "B19", "C28")
@ALL
def test_reasons_nobody_gave_are_said_as_missing(profile: Profile) -> None:
    ungiven = note(profile, refused(profile), answer="none")
    assert "Det er ikke noteret, at begrundelsen er givet." in ungiven
    assert "begrundelsen" not in note(profile, facts(profile), answer="none")


@pytest.mark.rule("C27")
@ALL
def test_where_it_takes_two_one_is_not_enough(profile: Profile) -> None:
    alone = note(profile, refused(profile), confirmed_by="")
    assert ("ikke noteret, hvem beslutningen er truffet sammen med" in alone) is (
        profile.two_persons
    )


@pytest.mark.rule("C31")
def test_a_part_met_and_a_part_not() -> None:
    known = dataclasses.replace(refused(C, "others_affairs"), state="granted", partial=True)
    text = note(C, known)
    assert "imødekommet for den del, der handler om Ole Madsen. Resten er ikke" in text
    assert "Beslutningen er truffet sammen med Lone Dahl." in text
    assert "De andres interesse: Om others_interest." in text
    assert "svaret og begrundelsen" in text


@pytest.mark.rule("C1", "C2", "C29")
def test_an_employees_note_belongs_in_the_personnel_file() -> None:
    known = facts(C, relation="employee", employee_type="sickness", citizen_name="Nadia Friis")
    for text in (note(C, known), note(C, refused(C, relation="employee"))):
        assert "Notatet hører til i personalesagen." in text
        assert "Den ansatte fik svaret" in text
        assert "orgeren" not in text
        assert "edarbejder" not in text
    assert "Samtale af tjenstlig karakter: Samtale om sygefravær." in note(C, known)
    assert "personalesag" not in note(C, facts(C))


@pytest.mark.rule("C17", "C18")
def test_an_oral_decision_stands_with_its_time_and_text() -> None:
    marks = (
        MarkFacts("oral_decision", at(20), "Mette Holm", "Du får en plads i Huset."),
        MarkFacts("guiding", at(10), "Mette Holm"),
        MarkFacts("deciding", at(19), "Mette Holm"),
    )
    text = note(C, facts(C, marks=marks))
    assert "Mundtlig afgørelse kl. 13.20, truffet af Mette Holm: Du får en plads i Huset." in text
    order = [text.index(part) for part in ("kl. 13.10", "kl. 13.19", "Mundtlig afgørelse kl.")]
    assert order == sorted(order)
    assert "Der er ikke noteret en mundtlig afgørelse." in note(C, facts(C))
    assert "mundtlig afgørelse" not in note(B, facts(B))


@pytest.mark.rule("A15")
def test_the_own_recording_is_told_step_by_step() -> None:
    own = OwnFacts(at(0), at(50), place="Sagen i Kalenda", delete_on=date(2027, 3, 1),
                   necessity="Ole hører dårligt.")  # fmt: skip
    text = note(A, facts(A, own=own))
    for line in (
        "Kommunens egen lydoptagelse begyndte kl. 13.00.",
        "Kommunens egen lydoptagelse stoppede kl. 13.50.",
        "Derfor optog kommunen selv: Ole hører dårligt.",
        "Den er gemt her: Sagen i Kalenda.",
        "Den slettes den 1. marts 2027.",
    ):
        assert line in text
    bare = note(A, facts(A, own=OwnFacts()))
    assert bare.count("Det er ikke noteret, hv") == 4
    none = note(A, facts(A, own=OwnFacts(not_made=True, necessity="Mikrofonen var i stykker.")))
    assert "Kommunen har ikke selv optaget lyden. Mikrofonen var i stykker." in none
    assert "ikke noteret, om kommunen selv har optaget" in note(A, facts(A))
    for profile in (B, C):
        assert "kommunen selv" not in note(profile, facts(profile))


@pytest.mark.rule("A3", "B5")
@ALL
def test_promises_are_followed_until_they_are_kept(profile: Profile) -> None:
    tasks = (TaskFacts("minutes", date(2026, 12, 3)), TaskFacts("printout"), TaskFacts("whatever"))
    text = note(profile, facts(profile, tasks=tasks))
    assert "Referat: klaret den 3. december 2026." in text
    assert "Udskrift: mangler endnu." in text
    assert "whatever" not in text


@pytest.mark.rule("C6")
def test_a_notice_is_no_request() -> None:
    text = note(C, facts(C, late=True))
    assert "Ole Madsen gav besked lørdag den 28. november 2026" in text
    assert "Ingen skal sige ja først" in text
    assert "bad lørdag" not in text
    assert "Ønsket kom sent" not in text


@pytest.mark.parametrize("kind", MARK_KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_has_words(kind: str, language: Language) -> None:
    mark = MarkFacts(kind, at(7), "Mette Holm", "Kort om det.")
    text = note(C, facts(C, marks=(mark,), language=language))
    assert "Kort om det." in text
    assert {"da": "13.07", "en": "13:07"}[language] in text


def test_an_unknown_mark_is_told_by_its_words_or_not_at_all() -> None:
    with_words = note(C, facts(C, marks=(MarkFacts("new", at(7), "", "Vi tog en pause."),)))
    assert "Noteret kl. 13.07 af Mette Holm: Vi tog en pause." in with_words
    without = note(C, facts(C, marks=(MarkFacts("new", at(7)), MarkFacts("guided", at(1)))))
    assert "13.07" not in without


@ALL
def test_every_note_is_plain_in_both_languages(profile: Profile) -> None:
    """LIX of a note for staff: at most 40 (domain 4.3); nothing harsh, no word of another law."""
    states: tuple[RequestState, ...] = get_args(RequestState)
    marks = tuple(MarkFacts(kind, at(i), "Mette Holm") for i, kind in enumerate(MARK_KINDS))
    for state, kind, relation in itertools.product(states, KINDS, relations(profile)):
        known = refused(profile, meeting_kind=kind, relation=relation, marks=marks,
                        own=OwnFacts(), tasks=(TaskFacts("minutes"),))  # fmt: skip
        known = dataclasses.replace(known, state=state)
        danish, english = note(profile, known), note(profile, known, language="en")
        assert danish.count("\n") == english.count("\n")
        assert lix(danish) <= 40, lix(danish)
        assert faults(" ".join(danish.split()), "da") == []
        assert faults(" ".join(english.split()), "en") == []
        if relation == "employee":
            assert "edarbejder" not in danish


@ALL
def test_the_note_of_a_refusal_calls_it_no_afgoerelse(profile: Profile) -> None:
    closed = CLOSED_WORDS["da"][profile.legal_label]
    text = note(profile, refused(profile)).replace("Der er ikke noteret en mundtlig afgørelse.", "")
    assert closed.search(text) is None
