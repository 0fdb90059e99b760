"""Who records is named as what they are: *den ansatte* in a talk with a leader, else *borgeren* (C2)."""

from __future__ import annotations

import pytest

from cards.case import case_card
from cards.case_parts import spoken
from cards.companion import companion_card
from cards.fields import Form
from cards.handover import handover_card
from cards.reminder import reminder_card
from cards.situation import situation_card
from cards.task import task_card
from cards.weighing import like_words
from guidelines.problem import Problem
from tests.scenario.stage import words
from tests.unit.cards.facts import ID, MEETING
from texts import views
from texts.catalog import LANGUAGES, catalogue
from texts.views import Language

CITIZEN = {"da": "borger", "en": "citizen"}
STEPS = ("recorder_records", "offer_own_part", "colleague_tell", "colleague_role")
TASKS = (
    "answer_failed", "answer_uncertain", "answer_waits", "minutes", "printout", "companion",
    "interpreter", "longer_meeting", "split_meeting", "own_recording", "no_confirmer",
)  # fmt: skip
NOTICES = ("answer_sent", "answer_failed", "delivered", "moved", "moved_undecided", "withdrawn")
FAULTS = ("how_missing", "date_missing", "who_missing", "refusal_ground_missing", "too_short")


def case(language: Language, relation: views.Relation, **changed: object) -> views.Case:
    return views.Case(
        request_id=ID, version=1, number="L-1", meeting=MEETING, citizen_name="Nadia Friis",
        state="granted", late=False, in_queue=False, waiting_for="", answer="none",
        answer_by="teams", may_see_ground=False, route="hr_legal", language=language, relation=relation,
        told_only=True, **changed,  # type: ignore[arg-type]
    )  # fmt: skip


def said(language: Language, relation: views.Relation) -> str:
    """Everything these cards say, in their order."""
    cards = [
        situation_card(
            views.Situation(
                meeting_id=ID,
                meeting=MEETING,
                situation="colleague_joined",
                steps=STEPS,
                language=language,
                relation=relation,
            )
        ),
        handover_card(
            views.Handover(
                request_id=ID,
                version=1,
                number="L-1",
                citizen_name="Nadia Friis",
                paragraphs=("Du må ikke optage.",),
                alternatives=(views.Choice("companion", "tage en bisidder med"),),
                values={},
                language=language,
                relation=relation,
                problems=tuple(Problem("how", code) for code in FAULTS),
            )
        ),
        companion_card(
            views.CompanionForm(
                request_id=ID,
                version=1,
                number="L-1",
                present=False,
                language=language,
                relation=relation,
            )
        ),
        *(case_card(case(language, relation, notice=notice)) for notice in NOTICES),
    ]
    for kind in TASKS:
        task = views.TaskCard(
            task_id=ID, kind=kind, number="L-1", meeting=MEETING, citizen_name="Nadia Friis",
            done=False, route="hr_legal", language=language, relation=relation,
        )  # fmt: skip
        reminder = views.Reminder(
            what="task", number="L-1", meeting=MEETING, request_id=ID, task_id=ID, kind=kind,
            route="hr_legal", language=language, relation=relation,
        )  # fmt: skip
        open_task = (views.OpenTask(kind, "Jens Brandt"),)
        cards += [
            task_card(task),
            reminder_card(reminder),
            case_card(case(language, relation, tasks=open_task)),
        ]
    return words(cards).lower()


@pytest.mark.rule("C2")
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_employees_talk_speaks_of_no_citizen(language: Language) -> None:
    assert CITIZEN[language] not in said(language, "employee")
    assert CITIZEN[language] in said(language, "citizen")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_variant_has_a_common_sentence_and_speaks_of_the_employee(language: Language) -> None:
    variants = {k: v for k, v in catalogue(language).items() if k.endswith("_employee")}
    assert variants
    for key, sentence in variants.items():
        assert CITIZEN[language] not in sentence.lower(), key


def test_a_form_names_its_faults_after_whom_it_is_about() -> None:
    problems = (Problem("", "too_short"),)
    shown = {who: words_of_summary(who, problems) for who in ("citizen", "employee")}
    assert "den ansatte" in shown["employee"]
    assert "borgeren" in shown["citizen"]


def words_of_summary(relation: str, problems: tuple[Problem, ...]) -> str:
    form = Form("da", {}, problems, relation=relation)
    return " ".join(words(part.model_dump(by_alias=True)) for part in form.summary())


@pytest.mark.rule("A18", "C31")
def test_a_refused_part_can_be_explained_aloud_too() -> None:
    aloud = "Du må optage den del, der handler om dig."
    part = case("da", "citizen", own_part=True, spoken=aloud)
    assert spoken(part)
    assert aloud in words(case_card(part))
    assert not spoken(case("da", "citizen", spoken=aloud))  # all of it is allowed


@pytest.mark.rule("C10")
def test_a_like_case_of_an_employee_says_which_talk_it_was() -> None:
    one = views.LikeLine("2026-4", "granted", "in_person", "Samtale om sygefravær")
    assert "Samtale om sygefravær" in like_words(one, "da")
    assert like_words(views.LikeLine("2026-4", "granted", "phone"), "da").startswith("4. kvartal")
