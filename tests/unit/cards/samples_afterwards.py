"""Sample views of what surrounds a wish: tasks, companion, printouts, HR/Jura, misuse, practice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from guidelines.problem import Problem
from tests.unit.cards.facts import ID, LETTER, MEETING, OTHER_ID, START, queued
from texts import views
from texts.views import Choice, LegalLine, OpenTask, View

QUESTION = "Kan vi bruge noget, der skete for tre år siden?"
ADVICE = "Nej, det er for gammelt. Se på netop dette møde."
SPOKEN = (
    "Du har spurgt, om du må optage mødet. Det kan vi ikke give lov til denne gang. På mødet taler vi "
    "også om din søn. Du kan tage en bisidder med, og du får et referat."
)


def afterwards(shared: dict[str, Any]) -> dict[str, View]:
    """Every card of this part, in the states that matter."""
    return {
        **_tasks(shared),
        **_cases(shared),
        **_printouts(shared),
        **_legal(shared),
        **_misuse(shared),
        **_rest(shared),
    }


def _tasks(shared: dict[str, Any]) -> dict[str, View]:
    task = views.TaskCard(
        task_id=ID,
        kind="minutes",
        number="L-ABCDEFG",
        meeting=MEETING,
        citizen_name="Ole Madsen",
        done=False,
        route="hr_legal",
        asks_day=True,
        **shared,
    )
    wrong = Problem("done_on", "date_before_meeting")
    kinds = ("companion", "interpreter", "longer_meeting", "split_meeting")
    return {
        "task-minutes": task,
        "task-minutes-errors": replace(task, values={"done_on": "2026-01-01"}, problems=(wrong,)),
        "task-minutes-done": replace(task, done=True, done_on=date(2026, 12, 3)),
        "task-legal": replace(
            task,
            kind="ask_legal",
            asks_day=False,
            contact=("Byens hus", "Rådhuset, Torvet 1", "Telefon: 12 34 56 78"),
            relation="employee",
        ),
        "task-misuse": replace(task, kind="report_misuse", asks_day=False),
        "task-note_missing": replace(
            task, kind="note_missing", asks_day=False, request_id=ID, leads_to="note"
        ),
        **{f"task-{kind}": replace(task, kind=kind, asks_day=False) for kind in kinds},
    }


def _cases(shared: dict[str, Any]) -> dict[str, View]:
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
        may_see_ground=True,
        route="hr_legal",
        told_only=True,
        may_refuse=True,
        may_ask_legal=True,
        companion="Karen Holm",
        **shared,
    )
    refused = replace(
        case, state="not_granted", told_only=False, may_refuse=False, may_ask_legal=False,
        answer="ready", answer_by="spoken", decided_by="Jens Brandt", decided_at=START,
    )  # fmt: skip
    asked = (LegalLine(QUESTION), LegalLine(QUESTION, ADVICE, "Lene Krogh", START))
    return {
        "case-told": case,
        "case-full": replace(
            case, in_queue=True, guide_of=OTHER_ID, own_recording=True, others_affairs=True,
            video="asked", block="held", late=True,
        ),
        "case-proposed": replace(
            case, proposed=True, may_take_back=True, proposed_by="Mette Holm", confirmer="Jens Brandt",
            may_refuse=False, legal=asked,
        ),
        "case-proposed-silent": replace(
            case, proposed=True, may_take_back=True, proposed_by="Mette Holm", confirmer="Lene Krogh",
            also_asked="Birgit Skov", may_refuse=False, notice="confirm_deputy_asked",
        ),
        "case-proposed-unasked": replace(case, proposed=True, may_refuse=False, companion="yes"),
        "case-own-part": replace(case, own_part=True, may_refuse=False),
        "case-explain": replace(refused, spoken=SPOKEN, notice="legal_answered"),
        "case-after-tasks": replace(
            case, note_ready=True, may_note=True, may_refuse=False, may_ask_legal=False,
            tasks=(OpenTask("minutes", "Mette Holm"), OpenTask("something", "")),
        ),
        "case-employee": replace(
            refused, relation="employee", citizen_name="Nadia Friis", may_see_ground=False
        ),
        "case-employee-told": replace(case, relation="employee", citizen_name="Nadia Friis"),
        "case-add-ground": replace(
            case, state="awaiting_information", told_only=False, may_refuse=False, answer="none",
            may_see_ground=False, may_add_ground=True,
        ),
        "case-video-declined": replace(case, video="declined"),
        "case-misuse-received": replace(case, notice="misuse_received", note_ready=True, may_note=True),
        "case-companion-noted": replace(case, notice="companion_noted"),
    }  # fmt: skip


def _printouts(shared: dict[str, Any]) -> dict[str, View]:
    printout = views.Printout(
        errand_id=ID,
        number="E-ABCDEFG",
        citizen_name="Ole Madsen",
        contact="Egevej 3, 2620 Albertslund",
        about_day=date(2026, 12, 1),
        about="Det, vi talte om den dag.",
        received_at=START,
        **shared,
    )
    item = views.PrintoutItem(
        errand_id=ID, number="E-ABCDEFG", citizen_name="Ole Madsen", received_at=START
    )
    items = [replace(item, errand_id=UUID(int=n), number=f"E-ABCDE{n:02}") for n in range(15)]
    wishes = (queued(ID, "L-ABCDEFG", MEETING, "Ole Madsen", late=False),)
    wrong = (Problem("citizen_name", "name_missing"), Problem("about_day", "date_bad"))
    return {
        "printout-form": views.PrintoutForm(values={}, **shared),
        "printout-form-errors": views.PrintoutForm(
            values={"contact": "Egevej 3", "about_day": "i går", "about": "Det, vi talte om."},
            problems=wrong,
            **shared,
        ),
        "printout-waiting": printout,
        "printout-mine": replace(printout, taken=True, mine=True, taken_by="Mette Holm"),
        "printout-mine-errors": replace(
            printout, taken=True, mine=True, problems=(Problem("done_on", "date_missing"),)
        ),
        "printout-theirs": replace(printout, taken=True, taken_by="Mette Holm", about_day=None),
        "printout-taken": replace(printout, taken=True, about=""),
        "printout-sent": replace(printout, taken=True, mine=True, done_on=date(2026, 12, 3)),
        "queue-printouts": views.Queue(
            department="Borgerservice", items=wishes, printouts=tuple(items), **shared
        ),
        "queue-printout-alone": views.Queue(
            department="Borgerservice", items=(), printouts=(item,), **shared
        ),
    }


def _legal(shared: dict[str, Any]) -> dict[str, View]:
    form = views.LegalForm(
        request_id=ID,
        version=3,
        number="L-ABCDEFG",
        meeting_kind="in_person",
        grounds=(Choice("history", "Historik og dette møde"), Choice("others", "Andres forhold")),
        route="hr_legal",
        **shared,
    )
    question = views.LegalQuestion(
        errand_id=ID,
        number="E-ABCDEFG",
        meeting_kind="phone",
        considered="Historik og dette møde",
        question=QUESTION,
        asked_at=START,
        route="hr_legal",
        **shared,
    )
    lines = ("Byens hus", "Rådhuset, Torvet 1", "Telefon: 12 34 56 78")
    return {
        "legal-form": form,
        "legal-form-errors": replace(
            form,
            values={"considered": "others", "question": ""},
            problems=(Problem("question", "question_missing"),),
        ),
        "legal-form-no-grounds": replace(form, grounds=()),
        "legal-to-answer": replace(question, may_answer=True),
        "legal-to-answer-errors": replace(
            question, may_answer=True, problems=(Problem("legal_answer", "answer_missing"),)
        ),
        "legal-asked": replace(question, request_id=OTHER_ID, considered=""),
        "legal-answered": replace(
            question, answer=ADVICE, answered_by="Lene Krogh", answered_at=START
        ),
        "legal-contact": views.LegalContact(lines=lines, route="legal", request_id=ID, **shared),
        "legal-contact-none": views.LegalContact(lines=(), route="hr_legal", **shared),
    }


def _misuse(shared: dict[str, Any]) -> dict[str, View]:
    answers = {
        "happened": "Klip fra samtalen ligger på nettet.",
        "where_when": "I går på en åben side.",
        "shared": "",
        "others": "Ja, et barn.",
        "evidence": "",
    }
    misuse = views.Misuse(
        errand_id=ID,
        number="E-ABCDEFG",
        state="assessing",
        answers=answers,
        reported_by="Mette Holm",
        received_at=START,
        route="hr_legal",
        **shared,
    )
    noted = {"police_report": "yes", "reasons": "Andres forhold er delt.", "reported_on": ""}
    wrong = (Problem("police_report", "police_report_missing"), Problem("reported_on", "date_bad"))
    return {
        "misuse-form": views.MisuseForm(route="legal", **shared),
        "misuse-form-case": views.MisuseForm(
            route="hr_legal",
            request_id=ID,
            number="L-ABCDEFG",
            values={"shared": "Et klip"},
            problems=(Problem("happened", "happened_missing"),),
            **shared,
        ),
        "misuse": misuse,
        "misuse-of-case": replace(
            misuse, about="L-ABCDEFG", meeting=MEETING, values=noted, saved_by="Lene Krogh"
        ),
        "misuse-errors": replace(misuse, values=noted, problems=wrong),
        "misuse-closed": replace(
            misuse, state="closed", values=noted, reported_on=date(2026, 12, 3),
            saved_by="Lene Krogh",
        ),
    }  # fmt: skip


def _rest(shared: dict[str, Any]) -> dict[str, View]:
    companion = views.CompanionForm(
        request_id=ID, version=3, number="L-ABCDEFG", present=False, **shared
    )
    cell = views.PracticeRow(
        unit="Borgerservice", relation="citizen", ground="Hukommelse", outcome="granted", count=7
    )
    few = replace(cell, outcome="not_granted", count=None)
    rows = (
        cell,
        few,
        replace(cell, ground="", outcome="own_part"),
        replace(cell, unit="Familie og Job", relation="employee", outcome="never heard of"),
    )
    many = [
        replace(cell, unit=f"Enhed {n}", ground=f"Grund {m}") for n in range(25) for m in range(6)
    ]
    about: dict[str, Any] = {"route": "hr_legal", **shared}
    note = views.Reminder(what="note", number="L-ABCDEFG", meeting=MEETING, request_id=ID, **about)
    errand = views.ErrandReminder(errand_id=ID, number="E-ABCDEFG", kind="printout", **about)
    lost = replace(errand, kind="misuse", unreached=True, contact=("Byens hus", "12 34 56 78"))
    return {
        "companion": companion,
        "companion-noted": replace(companion, present=True, name="Karen Holm"),
        "companion-errors": replace(
            companion, problems=(Problem("companion_name", "text_too_long", {"max": "200"}),)
        ),
        "practice": views.Practice(rows=rows, least=5, **shared),
        "practice-none": views.Practice(rows=(), least=5, **shared),
        "practice-long": views.Practice(rows=tuple(many), least=5, **shared),
        "reminder-note": note,
        "reminder-note-changed": replace(note, changed=True),
        "reminder-task": replace(note, what="task", task_id=OTHER_ID, kind="minutes"),
        "reminder-errand": errand,
        "reminder-errand-legal": replace(errand, kind="legal_question"),
        "reminder-unreached": lost,
        "wants": views.Wants(
            request_id=ID,
            version=3,
            number="L-ABCDEFG",
            alternatives=(views.Choice("interpreter", "få en tolk med"),),
            **shared,
        ),
        "reminder-passed-on": replace(lost, passed_on=True),
        "reminder-errand-misuse": replace(errand, kind="misuse"),
        "welcome-hr": views.Welcome(
            name="Lene", has_queue=True, practice=True, accounts=True, keeping=True, **about
        ),
        "welcome-misuse-received": views.Welcome(
            name="Mette", has_queue=True, notice="misuse_received", **about
        ),
        "handover-alternatives": views.Handover(
            request_id=ID,
            version=7,
            number="L-ABCDEFG",
            citizen_name="Ole Madsen",
            paragraphs=LETTER,
            values={"who": "Mette Holm", "date": "2026-11-26", "time": "10:15"},
            alternatives=(Choice("minutes", "få et referat sendt efter mødet"),),
            **shared,
        ),
        "reminder-late": replace(note, meeting=views.MeetingLine("", START - timedelta(days=30))),
    }
