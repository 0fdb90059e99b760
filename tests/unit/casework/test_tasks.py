"""The days and mornings of tasks and reminders, without a database."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Literal

import pytest

from casework.afterwards import misuse, printouts, tasks
from casework.jobs import reminding
from clock import COPENHAGEN
from guidelines.profile import load_profile

NOW = datetime(2026, 12, 4, 14, tzinfo=UTC)  # a Friday
MEETING = (date(2026, 12, 2), "date_before_meeting")


@pytest.mark.rule("A3", "B5")
@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("", "date_missing"),
        ("i går", "date_bad"),
        ("2026-12-05", "date_in_future"),
        ("2026-12-01", "date_before_meeting"),
    ],
)
def test_a_day_that_cannot_be_is_said_at_its_field(typed: str, wrong: str) -> None:
    day, problems = tasks.check_day({"done_on": typed}, MEETING, NOW)
    assert day is None
    assert [(problem.field, problem.code) for problem in problems] == [("done_on", wrong)]


@pytest.mark.parametrize("typed", ["2026-12-02", "2026-12-04"])
def test_the_days_of_the_meeting_and_of_today_are_good(typed: str) -> None:
    assert tasks.check_day({"done_on": typed}, MEETING, NOW) == (date.fromisoformat(typed), ())


def test_a_task_comes_up_on_working_mornings_and_then_weekly() -> None:
    monday = datetime(2026, 12, 7, 9, tzinfo=COPENHAGEN)
    assert tasks.after_reminder(1, NOW) == monday
    assert tasks.after_reminder(tasks.SEVERAL, NOW) == datetime(2026, 12, 11, 9, tzinfo=COPENHAGEN)


@pytest.mark.rule("C20", "C29")
@pytest.mark.parametrize(
    ("profile", "mornings"), [("albertslund", reminding.MOST_FOR_NOTE), ("frederiksberg", 1)]
)
def test_how_often_a_note_comes_up(profile: str, mornings: int) -> None:
    guideline = load_profile(profile)
    number = 1
    while reminding.next_note_reminder(guideline, number, NOW) is not None:
        number += 1
    assert number == mornings


def test_a_printout_needs_a_name_and_a_place_to_go() -> None:
    assert printouts.check_printout({"citizen_name": "Ole", "contact": "Egevej 3"}, NOW) == ()
    wrong = printouts.check_printout({"about_day": "i går", "about": "x" * 3000}, NOW)
    assert [(one.field, one.code) for one in wrong] == [
        ("citizen_name", "name_missing"),
        ("contact", "contact_missing"),
        ("about_day", "date_bad"),
        ("about", "text_too_long"),
    ]


@pytest.mark.rule("C34")
@pytest.mark.parametrize(
    ("decided", "reasons", "day", "finished", "wrong"),
    [
        ("", "", "", False, []),
        ("", "", "", True, ["police_report"]),
        ("maybe", "x", "", False, ["police_report"]),
        ("no", "", "", False, ["reasons"]),
        ("no", "x", "", True, []),
        ("yes", "x", "", False, []),
        ("yes", "x", "", True, ["reported_on"]),
        ("yes", "x", "2026-12-04", True, []),
        ("yes", "x", "2026-12-05", True, ["reported_on"]),
        ("yes", "x", "2026-12-01", True, ["reported_on"]),
        ("no", "x", "2026-12-04", True, ["reported_on"]),
    ],
)
def test_what_an_assessment_of_misuse_needs(
    decided: Literal["", "yes", "no", "maybe"],
    reasons: str,
    day: str,
    finished: bool,
    wrong: list[str],
) -> None:
    form = {"police_report": decided, "reasons": reasons, "reported_on": day}
    received = datetime(2026, 12, 3, 9, tzinfo=UTC)
    problems = misuse.check_assessment(form, received, NOW, finished=finished)
    assert [problem.field for problem in problems] == wrong
