"""Sample views of the ways in: notices, employees' own talks, a ground that comes later."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from guidelines.problem import Problem
from guidelines.profile import load_profile
from tests.unit.cards.facts import ID, LETTER, MEETING, OTHER_ID, UNTITLED, grounds, queued
from texts import views
from texts.views import Choice, Language, View

ALBERTSLUND = load_profile("albertslund")


def intake(shared: dict[str, Any], language: Language) -> dict[str, View]:
    """By name, for the pictures."""
    return _registration(shared, language) | _employee(shared, language) | _rest(shared, language)


def _registration(shared: dict[str, Any], language: Language) -> dict[str, View]:
    notice = views.Registration(
        meetings=(Choice(str(ID), "Samtale om din plan, tirsdag den 1. december 2026"),),
        grounds=tuple(Choice(g.id, g.label[language]) for g in ALBERTSLUND.grounds),
        values={"others_affairs": "yes"},
        tell_only=True,
        roles=(Choice("citizen", "Borgeren selv"), Choice("municipality", "Kommunen selv")),
        ground="no",
        intro=ALBERTSLUND.texts["encouragement"][language],
        employees=True,
        **shared,
    )
    refused = Problem("role", "municipality_not_covered")
    return {
        "registration-notice": notice,
        "registration-not-covered": replace(
            notice,
            values={"role": "municipality"},
            problems=(refused,),
            explained=ALBERTSLUND.texts["municipality_records"][language],
        ),
        "registration-expected": replace(
            notice, tell_only=False, roles=(), ground="expected", video=True, employees=False
        ),
    }


def _employee(shared: dict[str, Any], language: Language) -> dict[str, View]:
    kinds = tuple(Choice(k.id, k.label[language]) for k in ALBERTSLUND.employee_meeting_types)
    form = views.EmployeeNotice(
        types=kinds,
        leaders=(Choice(str(ID), "Jens Brandt, Familieafdelingen"), Choice("manager", "Slå op")),
        meetings=(Choice(str(OTHER_ID), "Samtale"), Choice("other", "Et andet møde")),
        grounds=grounds(language),
        values={"leader": str(ID)},
        **shared,
    )
    receipt = views.EmployeeReceipt(
        request_id=ID,
        version=2,
        number="L-ABCDEFG",
        meeting=MEETING,
        kind=kinds[0].label,
        leader="Jens Brandt",
        state="granted",
        paragraphs=LETTER,
        may_withdraw=True,
        **shared,
    )
    wrong = (Problem("employee_type", "employee_type_missing"), Problem("leader", "leader_missing"))
    return {
        "employee": form,
        "employee-errors": replace(form, values={"meeting": "other"}, problems=wrong),
        "employee-not-covered": replace(
            form, not_covered=ALBERTSLUND.texts["talk_not_covered"][language]
        ),
        "receipt": receipt,
        "receipt-sought": replace(receipt, leader="", leader_found=False, meeting=UNTITLED),
        "receipt-unnamed": replace(receipt, leader=""),
        "receipt-received": replace(receipt, state="received", paragraphs=()),
        "receipt-refused": replace(receipt, state="not_granted", to_read=True, may_withdraw=False),
        "receipt-anew": replace(
            receipt,
            state="not_granted",
            may_withdraw=False,
            may_tell_anew=True,
            problems=(Problem("new_facts", "new_facts_missing"),),
        ),
        "receipt-read": replace(receipt, state="not_granted", may_withdraw=False),
        "receipt-withdrawn": replace(receipt, state="withdrawn", may_withdraw=False),
        "receipt-unanswered": replace(receipt, state="unanswered", may_withdraw=False),
        "receipt-lapsed": replace(receipt, state="lapsed", may_withdraw=False, paragraphs=()),
    }


def _rest(shared: dict[str, Any], language: Language) -> dict[str, View]:
    form = views.GroundForm(
        request_id=ID,
        version=3,
        number="L-ABCDEFG",
        citizen_name="Ole Madsen",
        grounds=grounds(language),
        values={},
        own_words_kept=True,
        **shared,
    )
    wish = views.ContactWish(
        wish_id=ID, meeting=MEETING, name="Ole Madsen", anonymous=False, tell_only=True, **shared
    )
    case = views.Case(
        request_id=ID,
        version=3,
        number="L-ABCDEFG",
        meeting=MEETING,
        citizen_name="Ole Madsen",
        state="granted",
        late=False,
        in_queue=False,
        waiting_for="",
        answer="sent",
        answer_by="email",
        may_see_ground=False,
        route="hr_legal",
        video="asked",
        others_affairs=True,
        told_only=True,
        **shared,
    )
    told = replace(queued(ID, "L-ABCDEFG", MEETING, "Ole Madsen", late=True), told_only=True)
    answers = (Choice("minutes", "få et referat"), Choice("companion", "tage en bisidder med"))
    return {
        "case-video": case,
        "case-video-declined": replace(case, video="declined", others_affairs=False),
        "case-told-late": replace(case, video="allowed", late=True),
        "queue-told": views.Queue(department="Borgerservice", items=(told,), **shared),
        "case-no-ground": replace(
            case, state="awaiting_information", answer="none", video="", may_add_ground=True
        ),
        "ground-form": form,
        "ground-form-errors": replace(form, problems=(Problem("ground", "ground_missing"),)),
        "contact-wish-tell": wish,
        "contact-wish-tell-anonymous": replace(wish, anonymous=True, name=""),
        "welcome-tell": views.Welcome(
            name="Nadia",
            has_queue=True,
            route="hr_legal",
            notice="told",
            said=ALBERTSLUND.texts["video_answer"][language],
            tell_only=True,
            employees=True,
            **shared,
        ),
        "handover-wants": views.Handover(
            request_id=ID,
            version=7,
            number="L-ABCDEFG",
            citizen_name="Ole Madsen",
            paragraphs=LETTER,
            values={"who": "Mette Holm", "want.minutes": "true"},
            alternatives=answers,
            **shared,
        ),
    }
