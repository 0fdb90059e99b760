"""Sample views for every card, in the states that matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from guidelines.problem import Problem
from tests.unit.cards.conduct_samples import conduct
from tests.unit.cards.deciding_samples import deciding
from tests.unit.cards.facts import (
    GROUND_WORDS,
    ID,
    LETTER,
    MEETING,
    NOTE,
    OTHER_ID,
    OWN_WORDS,
    SCRIPT,
    SCRIPT_EN,
    START,
    UNKNOWN,
    UNTITLED,
    grounds,
    ledger_lines,
    queued,
)
from tests.unit.cards.incident_samples import incidents
from tests.unit.cards.keeping_samples import keeping
from tests.unit.cards.samples_afterwards import afterwards
from tests.unit.cards.samples_intake import intake
from tests.unit.cards.script_samples import scripts
from texts import views
from texts.views import Choice, Language, View


def plain(language: Language) -> dict[str, View]:
    """Every card in the states that matter, named for the pictures."""
    shared: dict[str, Any] = {"language": language}
    found: dict[str, View] = {}
    found |= _meeting_chat(shared)
    found |= _registration(shared, language)
    found |= intake(shared, language)
    found |= conduct(shared, language)
    found |= incidents(shared)
    found |= scripts(shared, language)
    found |= keeping(shared)
    found |= _cases(shared)
    found |= _decision(shared, language)
    found |= _meeting(shared)
    found |= afterwards(shared)
    return found | _small(shared)


def _meeting_chat(shared: dict[str, Any]) -> dict[str, View]:
    def status(
        state: views.RecordingState, block: views.BlockState, reason: str = ""
    ) -> views.MeetingStatus:
        return views.MeetingStatus(
            meeting_id=ID,
            meeting=MEETING,
            block=block,
            block_reason=reason,
            block_read_at=START - timedelta(minutes=5),
            state=state,
            recorder="Ole Madsen",
            **shared,
        )

    return {
        "status-nobody": status("nobody_asked", "held"),
        **{
            f"status-teams-{now}": replace(status("nobody_asked", "held"), recording_now=now)
            for now in ("runs", "maybe", "unseen", "maybe_unseen", "said")
        },
        "status-teams-on": replace(
            status("announced", "unverifiable", "unchanged"), recording_now="runs"
        ),
        "status-teams-over": replace(status("over", "held"), recording_now="unseen"),
        "status-checking": status("nobody_asked", "checking"),
        "status-undecided": status("undecided", "unverifiable", "access_policy_missing"),
        "status-granted": status("granted", "held"),
        "status-not-granted": status("not_granted", "out_of_reach", "foreign_organizer"),
        "status-announced": status("announced", "held"),
        "status-over": status("over", "held"),
        "status-cameras": replace(status("granted", "held"), cameras="off"),
        "status-cameras-unseen": replace(status("granted", "held"), cameras="unverifiable"),
        "status-call": status("nobody_asked", "out_of_reach", "one_to_one_call"),
        "status-unchanged": status("undecided", "unverifiable", "unchanged"),
        "put-back": views.PutBack(meeting=MEETING, times=1, at=START, asked=False, **shared),
        "put-back-transcription": views.PutBack(
            meeting=MEETING, times=1, at=START, asked=False, what="transcription", **shared
        ),
        "put-back-both": views.PutBack(
            meeting=MEETING, times=1, at=START, asked=False, what="both", **shared
        ),
        "put-back-again": views.PutBack(meeting=MEETING, times=4, at=START, asked=True, **shared),
        "announcement": views.Announcement(
            recorder="Ole Madsen", paragraphs_da=SCRIPT, paragraphs_en=SCRIPT_EN, **shared
        ),
        "announcement-late": views.Announcement(
            recorder="Ole Madsen",
            paragraphs_da=SCRIPT[2:],
            paragraphs_en=SCRIPT_EN[1:],
            late_joiner="Velkommen, Amal. Mødet er i gang. Du skal vide, at Ole Madsen optager "
            "lyden.",
            **shared,
        ),
    }


def _registration(shared: dict[str, Any], language: Language) -> dict[str, View]:
    meetings = (
        Choice(str(ID), "Samtale om din plan, tirsdag den 1. december 2026 kl. 13.00–14.00"),
        Choice(str(OTHER_ID), "Opfølgning, fredag den 4. december 2026 kl. 9.00–9.30"),
        Choice("other", "Et møde uden for Teams"),
    )
    listed = grounds(language)
    problems = (
        Problem("meeting_date", "meeting_date_missing"),
        Problem("citizen_name", "name_missing"),
        Problem("contact", "contact_email_bad"),
        Problem("ground_text", "ground_text_missing"),
    )
    typed = {
        "meeting": "other",
        "meeting_kind": "phone",
        "contact": "ole.madsen@",
        "answer_by": "email",
        "ground": "other",
        "own_words": OWN_WORDS,
        "companion": "yes",
        "caseworker": "department",
        "phone_possible": "true",
    }
    empty = views.Registration(meetings=meetings, grounds=listed, values={}, **shared)
    return {
        "registration": empty,
        "registration-one-meeting": replace(empty, meetings=meetings[:1], wish_id=ID),
        "registration-no-meeting": replace(empty, meetings=()),
        "registration-errors": replace(empty, values=typed, problems=problems),
    }


def _cases(shared: dict[str, Any]) -> dict[str, View]:
    case = views.Case(
        request_id=ID,
        version=3,
        number="2026-0012",
        meeting=MEETING,
        citizen_name="Ole Madsen",
        state="awaiting_leader",
        late=False,
        in_queue=False,
        waiting_for="Jens Brandt",
        answer="none",
        answer_by="email",
        may_see_ground=True,
        route="legal",
        block="held",
        notice="registered",
        **shared,
    )
    decided: dict[str, Any] = {
        "notice": "",
        "decided_by": "Jens Brandt",
        "decided_at": START - timedelta(days=6),
        "waiting_for": "",
    }
    items = (
        queued(ID, "2026-0012", MEETING, "Ole Madsen", late=False),
        queued(OTHER_ID, "2026-0013", UNKNOWN, "Amal Said", late=True),
    )
    return {
        "case-waiting": case,
        "case-queue": replace(case, in_queue=True, waiting_for="", state="received", late=True),
        "case-granted-sent": replace(case, state="granted", answer="sent", **decided),
        "case-refused-failed": replace(case, state="not_granted", answer="failed", **decided),
        "case-refused-ready": replace(
            case, state="not_granted", answer="ready", answer_by="spoken", **decided
        ),
        "case-after": replace(
            case,
            state="granted",
            answer="delivered",
            note_ready=True,
            may_note=True,
            block=None,
            **decided,
        ),
        "case-withdrawn": replace(case, state="withdrawn", may_see_ground=False, notice=""),
        "case-closed": replace(
            case, citizen_name="", closed=("citizen_name", "letter", "question")
        ),
        "case-say": replace(case, answer_by="spoken", say_received=True),
        "case-unanswered": replace(case, state="unanswered", answer="sent", waiting_for=""),
        "case-lapsed": replace(case, state="lapsed", notice="cancelled", waiting_for=""),
        "queue": views.Queue(department="Borgerservice, Job og Familie", items=items, **shared),
        "queue-closed": views.Queue(
            department="Borgerservice",
            items=(replace(items[0], citizen_name="", closed=("citizen_name",)), *items[1:]),
            **shared,
        ),
        "queue-empty": views.Queue(department="Borgerservice", items=(), **shared),
        "queue-long": views.Queue(department="", items=items * 20, **shared),
        "contact-wish": views.ContactWish(
            wish_id=ID, meeting=MEETING, name="Ole Madsen", anonymous=False, **shared
        ),
        "contact-wish-anonymous": views.ContactWish(
            wish_id=ID, meeting=UNTITLED, name="", anonymous=True, **shared
        ),
        "contact-wish-handled": views.ContactWish(
            wish_id=ID, meeting=MEETING, name="Ole Madsen", anonymous=False, handled=True, **shared
        ),
        "ground": views.GroundShown(
            request_id=ID,
            number="2026-0012",
            ground="Har svært ved at huske sagen eller forløbet",
            ground_text=GROUND_WORDS,
            own_words=OWN_WORDS,
            companion="yes",
            readers=(("Mette Holm", START), ("Jens Brandt", START + timedelta(hours=2))),
            **shared,
        ),
    }


def _decision(shared: dict[str, Any], language: Language) -> dict[str, View]:
    return deciding(shared, language) | {
        "not-yours": views.NotYours(who="Jens Brandt", **shared),
        "not-yours-unnamed": views.NotYours(who="", **shared),
        "handover": views.Handover(
            request_id=ID,
            version=7,
            number="2026-0012",
            citizen_name="Ole Madsen",
            paragraphs=LETTER,
            values={"who": "Mette Holm", "date": "2026-11-26", "time": "10:15"},
            **shared,
        ),
        "handover-errors": views.Handover(
            request_id=ID,
            version=7,
            number="2026-0012",
            citizen_name="Ole Madsen",
            paragraphs=(),
            values={"who": "", "date": "i går", "time": "10.15"},
            problems=(Problem("how", "how_missing"), Problem("date", "date_bad")),
            **shared,
        ),
    }


def _meeting(shared: dict[str, Any]) -> dict[str, View]:
    ledger = views.Ledger(
        occurrence_id=ID,
        meeting_id=OTHER_ID,
        meeting=MEETING,
        lines=ledger_lines(),
        complete=False,
        phone_possible=True,
        script=SCRIPT,
        **shared,
    )
    warning = views.RecordingWarning(
        incident_id=ID,
        meeting=MEETING,
        noticed_at=START + timedelta(minutes=9),
        running=True,
        ended_at=None,
        switch="off_again",
        may_confirm=True,
        **shared,
    )
    return {
        "ledger": ledger,
        "ledger-blind": replace(ledger, blind=True),
        "ledger-changed": replace(ledger, changed=True),
        "ledger-unseen": replace(
            ledger,
            lines=(*ledger.lines[:2], replace(ledger.lines[2], grade="none", channel="unseen")),
        ),
        "ledger-perhaps": replace(
            ledger,
            lines=(
                *ledger.lines[:2],
                replace(
                    ledger.lines[0],
                    name="Amal",
                    kind="anonymous",
                    channel="unseen",
                    by="Mette Holm",
                ),
            ),
        ),
        "ledger-phone-said": replace(ledger, phone_said=True),
        "ledger-complete": replace(
            ledger, complete=True, phone_possible=False, lines=ledger.lines[:2]
        ),
        "ledger-empty": replace(ledger, lines=(), phone_possible=False),
        "ledger-one": replace(ledger, lines=ledger.lines[:3], phone_possible=False),
        "warning": warning,
        "warning-leader": replace(warning, may_confirm=False, switch="still_on"),
        "warning-over": replace(warning, running=False, ended_at=START + timedelta(minutes=12)),
        "warning-over-untimed": replace(warning, running=False, switch="unverifiable"),
        "warning-said": replace(
            warning, running=False, ended_at=START + timedelta(minutes=12), ended_by="person"
        ),
        "warning-unseen": replace(warning, watched=False),
        "warning-leader-alone": replace(warning, may_confirm=False, organizer_told=False),
        "warning-maybe": replace(warning, noticed_by="switch"),
        "warning-maybe-leader": replace(warning, noticed_by="switch", may_confirm=False),
        "warning-maybe-alone": replace(
            warning, noticed_by="switch", may_confirm=False, organizer_told=False
        ),
        "warning-maybe-said": replace(
            warning, noticed_by="switch", running=False, ended_by="person"
        ),
        "warning-maybe-said-at": replace(
            warning,
            noticed_by="switch",
            running=False,
            ended_by="person",
            ended_at=START + timedelta(minutes=12),
        ),
        "warning-maybe-unseen": replace(warning, noticed_by="switch", watched=False),
        "note": views.CaseNote(
            request_id=ID, number="2026-0012", text=NOTE, copied=False, **shared
        ),
        "note-copied": views.CaseNote(
            request_id=ID, number="2026-0012", text=NOTE, copied=True, **shared
        ),
    }


def _small(shared: dict[str, Any]) -> dict[str, View]:
    def task(kind: str, *, done: bool = False) -> views.TaskCard:
        return views.TaskCard(
            task_id=ID,
            kind=kind,
            number="2026-0012",
            meeting=MEETING,
            citizen_name="Ole Madsen",
            done=done,
            route="legal",
            **shared,
        )

    moved = views.MeetingMoved(
        request_id=ID, number="2026-0012", meeting=MEETING, cancelled=False, **shared
    )
    return {
        "welcome": views.Welcome(name="Mette", has_queue=True, route="legal", **shared),
        "welcome-notice": views.Welcome(
            name="", has_queue=False, route="legal", notice="registered", **shared
        ),
        "toast": views.Toast(code="not_yours", values={"who": "Jens Brandt"}, **shared),
        "task-printout": task("printout"),
        "task-failed": task("answer_failed"),
        "task-waits": replace(task("answer_waits"), request_id=ID, leads_to="answer"),
        "task-unanswered": replace(task("unanswered"), request_id=ID, leads_to="answer"),
        "task-receipt": task("receipt_failed"),
        "task-approver": task("no_approver"),
        "task-deputy": task("no_deputy"),
        "task-unheard-of": task("something"),
        "task-done": task("printout", done=True),
        "moved": moved,
        "cancelled": replace(moved, cancelled=True),
        "removed": views.BotRemoved(meeting_id=ID, meeting=MEETING, script=SCRIPT, **shared),
        "removed-undecided": views.BotRemoved(
            meeting_id=ID, meeting=MEETING, script=(), running=True, **shared
        ),
        "again": views.TryAgain(**shared),
        "superseded": views.Superseded(**shared),
    }
