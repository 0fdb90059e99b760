"""Sample views of an incident: the warning with its course, the file, a program that takes notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from cards.incident_parts import KINDS
from guidelines.problem import Problem
from tests.unit.cards.facts import ID, MEETING, START
from texts import views
from texts.views import CourseLine, RecordedLine, View

NINE = START + timedelta(minutes=9)
COURSE = (
    CourseLine("signal", NINE),
    CourseLine("warned", NINE + timedelta(seconds=2), "Mette Holm"),
    CourseLine("asked_to_stop", NINE + timedelta(seconds=2), "Mette Holm"),
    CourseLine("decides", NINE + timedelta(seconds=3), "Jens Brandt"),
    CourseLine("warned", NINE + timedelta(seconds=3), "Jens Brandt"),
    CourseLine("warned", NINE + timedelta(seconds=4), "Birgit Toft"),
    CourseLine("put_back", NINE + timedelta(seconds=5), "", 5, NINE + timedelta(minutes=2)),
)
OVER = (
    *COURSE,
    CourseLine("said_stopped", NINE + timedelta(minutes=3), "Mette Holm"),
    CourseLine("end_seen", NINE + timedelta(minutes=4)),
    CourseLine("file_found", NINE + timedelta(minutes=6)),
    CourseLine("file_deleted", NINE + timedelta(hours=2), "Jens Brandt"),
)
PEOPLE = (
    RecordedLine("Mette Holm", "member", True),
    RecordedLine("Ole Madsen", "guest", True),
    RecordedLine("Amal", "anonymous", False),
)


def incidents(shared: dict[str, Any]) -> dict[str, View]:
    """Every state of these cards that matters, named for the pictures."""
    warning = views.RecordingWarning(
        incident_id=ID,
        meeting=MEETING,
        noticed_at=NINE,
        running=True,
        ended_at=None,
        switch="off_again",
        may_confirm=True,
        course=COURSE,
        decider="Jens Brandt",
        shows_recorded=True,
        recorded=PEOPLE,
        phone_maybe=True,
        **shared,
    )
    over = replace(warning, running=False, ended_at=NINE + timedelta(minutes=4), course=OVER[:-1])
    told = replace(over, may_confirm=False, shows_recorded=False, recorded=())
    whole = tuple(CourseLine(kind, NINE, "Mette Holm") for kind in KINDS)
    return {
        "incident": warning,
        "incident-over": replace(over, file="found"),
        "incident-decider": replace(told, decides=True, file="not_allowed"),
        "incident-dpo": replace(told, shows_recorded=True, file="not_found"),
        "incident-elsewhere": replace(told, file="elsewhere", decider=""),
        "incident-deleted": replace(told, file="found", file_outcome="deleted", course=OVER),
        "incident-kept": replace(told, file="found", file_outcome="kept"),
        "incident-not-ours": replace(told, file_outcome="not_ours"),
        "incident-no-file": replace(told, file_outcome="none", course=whole),
        "incident-by-file": replace(over, noticed_by="file", ended_by="file", file="found"),
        "incident-maybe": replace(warning, noticed_by="switch", recorded=()),
        "incident-maybe-over": replace(over, noticed_by="switch", ended_by="person"),
        "incident-crowd": replace(warning, recorded=PEOPLE * 12),
        **_file(shared),
        **_note_taker(shared),
    }


def _file(shared: dict[str, Any]) -> dict[str, View]:
    file = views.RecordingFile(
        incident_id=ID,
        meeting=MEETING,
        begun_at=NINE,
        ended_at=NINE + timedelta(minutes=4),
        file="found",
        **shared,
    )
    said = replace(file, outcome_at=NINE + timedelta(hours=2), outcome_by="Jens Brandt")
    return {
        "file": file,
        "file-found": replace(file, can_open=True),
        "file-link": replace(
            file,
            can_open=True,
            url="https://lydhoer.kommune.example/print/" + "k" * 43,
            link_until=NINE + timedelta(hours=1),
        ),
        "file-unseen": replace(file, ended_at=None, file="not_allowed"),
        "file-missing": replace(file, problems=(Problem("outcome", "file_outcome_missing"),)),
        "file-why": replace(
            file,
            values={"outcome": "kept"},
            problems=(Problem("kept_why", "file_kept_why_missing"),),
        ),
        "file-deleted": replace(said, outcome="deleted"),
        "file-kept": replace(
            said, outcome="kept", kept_why="Borgeren har bedt om aktindsigt.", can_open=True
        ),
        "file-not-ours": replace(said, outcome="not_ours"),
        "file-none": replace(said, outcome="none", outcome_by=""),
    }


def _note_taker(shared: dict[str, Any]) -> dict[str, View]:
    question = views.NoteTakerQuestion(
        note_taker_id=ID,
        meeting=MEETING,
        name="Oles Notetaker",
        sign="name",
        seen_at=NINE,
        rule="not_permitted",
        **shared,
    )
    said = replace(question, answered_at=NINE + timedelta(minutes=1), answered_by="Mette Holm")
    return {
        "note-taker": question,
        "note-taker-kind": replace(question, sign="kind", rule="ask"),
        "note-taker-why": replace(
            question, problems=(Problem("stays_why", "note_taker_why_missing"),)
        ),
        "note-taker-out": replace(said, answer="asked_out"),
        "note-taker-stays": replace(said, answer="stays"),
        "note-taker-none": replace(said, answer="no_bot", answered_by=""),
    }
