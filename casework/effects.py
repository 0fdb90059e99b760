"""The names of what can be due, and the consequences that several handlers set going."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from guidelines.workdays import next_morning
from store import find
from store.database import Unit
from store.tables import Call, Incident, Meeting, Request

TAKE_IN = "take_in"
HOLD_BLOCK = "hold_block"
STATUS_CARD = "status_card"
START_CHECK = "start_check"
FINISH = "finish"
ANNOUNCE = "announce"
ROLL_CALL = "roll_call"
LOOK_AROUND = "look_around"
TELL_LATE = "tell_late"
CALL_JOIN = "call_join"
CALL_LOOK = "call_look"
CALL_SPEAK = "call_speak"
CALL_COUNT = "call_count"
CALL_ALIVE = "call_alive"
CALL_END = "call_end"
LEDGER_CARD = "ledger_card"
WATCH = "watch"
WARN = "warn"
RECORDING_FILE = "recording_file"
SUBSCRIBE = "subscribe"
SUBSCRIPTIONS = "subscriptions"
FILE_CARD = "file_card"
RECORDED = "recorded"
NOTE_TAKER_CARD = "note_taker_card"
CLOSE = "close"
ASK = "ask"
ESCALATE = "escalate"
DECIDER_CARDS = "decider_cards"
CONFIRM = "confirm"
CONFIRM_LATE = "confirm_late"
CASE_CARD = "case_card"
ANSWER = "answer"
ANSWER_DUE = "answer_due"
TASK_CARD = "task_card"
REMIND_TASK = "remind_task"
REMIND_NOTE = "remind_note"
ERRAND_CARDS = "errand_cards"
REMIND_ERRAND = "remind_errand"
WISH_CARD = "wish_card"
MENU = "menu"
NOTE_CARD = "note_card"
BOT_REMOVED = "bot_removed"
MOVED_CARD = "moved_card"
TIDY = "tidy"
ROOT = "root"
RETAIN = "retain"
GUIDELINE = "guideline"
GUIDE_CARD = "guide_card"
PREPARE = "prepare"
AWAY_CARD = "away_card"
SCRIPT_CARD = "script_card"
OWN_CARD = "own_card"
OWN_DELETE = "own_delete"
RECEIPT_CARD = "receipt_card"
RECEIPT_MAIL = "receipt_mail"
PUT_BACK_CARD = "put_back_card"
ASK_PUT_BACK = "ask_put_back"
SWEEP = "sweep"
SUPERSEDE = "supersede"
OTHER_WAYS = "other_ways"


def repeats(meeting: Meeting) -> bool:
    """A recurring series: one chat, many occurrences (teams-platform 1.1)."""
    return "recurring" in (meeting.teams_type or "").lower()


async def refresh_case(unit: Unit, request: Request, notice: str = "") -> None:
    """The employee's card, the queue's cards and the meeting's status card follow the request."""
    args = {"request_id": str(request.id), "notice": notice}
    await unit.effects.schedule(CASE_CARD, str(request.id), args=args)
    if request.requester_oid:  # an employee who records sees how it stands on a card of her own
        await unit.effects.schedule(RECEIPT_CARD, str(request.id), args=args)
    meeting = await find.meeting(unit.session, request.meeting_id)
    if meeting and meeting.chat_id and meeting.app_installed:
        await refresh_status(unit, meeting)
        if repeats(meeting):
            await subscribe(unit, meeting.id)  # of a series Graph tells while a wish waits
    if meeting and request.state in ("granted", "not_granted", "withdrawn", "lapsed"):
        await prepare(unit, meeting)


async def refresh_status(unit: Unit, meeting: Meeting) -> None:
    """The meeting's status card is drawn anew."""
    await unit.effects.schedule(STATUS_CARD, str(meeting.id), args={"meeting_id": str(meeting.id)})


async def prepare(unit: Unit, meeting: Meeting) -> None:
    """Whoever holds a talk that may be recorded is prepared for it in time, or told that it is off; what
    is due when, the job finds out (C13)."""
    if repeats(meeting) or (meeting.starts_at and meeting.starts_at > unit.now):
        args = {"meeting_id": str(meeting.id)}
        await unit.effects.schedule(PREPARE, str(meeting.id), args=args)


async def hold_block(
    unit: Unit, meeting: Meeting, occasion: str = "now", due_at: datetime | None = None
) -> None:
    """Recording is switched off in Teams and read back; each occasion has a time of its own."""
    await unit.effects.schedule(
        HOLD_BLOCK,
        f"{meeting.id}:{occasion}",
        args={"meeting_id": str(meeting.id)},
        due_at=due_at,
    )


async def subscribe(unit: Unit, meeting_id: UUID, due_at: datetime | None = None) -> None:
    """Graph is asked to tell of the meeting, or no longer to: whichever it takes by then."""
    args = {"meeting_id": str(meeting_id)}
    await unit.effects.schedule(SUBSCRIBE, str(meeting_id), args=args, due_at=due_at)


async def tell_put_back(unit: Unit, meeting: Meeting, *, what: str, ask: bool) -> None:
    """A switch was put back: the organizer's card says which, and now and then people are asked."""
    args = {"meeting_id": str(meeting.id), "what": what}
    await unit.effects.schedule(PUT_BACK_CARD, str(meeting.id), args=args)
    if ask:
        await unit.effects.schedule(ASK_PUT_BACK, f"{meeting.id}:{meeting.put_back}", args=args)


async def announce(unit: Unit, occurrence_id: UUID) -> None:
    """The running meeting is told what holds now: who records, or that nobody may any more."""
    args = {"occurrence_id": str(occurrence_id)}
    await unit.effects.schedule(ANNOUNCE, str(occurrence_id), args=args)
    await unit.effects.schedule(GUIDE_CARD, str(occurrence_id), args=args)


async def call_roll(
    unit: Unit, occurrence_id: UUID, *, telling: int, card: str, seen_by: datetime
) -> None:
    """An announcement stands in the chat as ``card``: who was there is found out, and told in person."""
    told = {"telling": telling, "card": card, "seen_by": seen_by.isoformat()}
    args = {"occurrence_id": str(occurrence_id), **told}
    await unit.effects.schedule(ROLL_CALL, str(occurrence_id), args=args)


async def tell_otherwise(
    unit: Unit, occurrence_id: UUID, *, telling: int, content: str, since: datetime
) -> None:
    """The chat did not take what is to be the ``telling``: it is told in the meeting and aloud."""
    args = {"occurrence_id": str(occurrence_id), "telling": telling, "content": content}
    await unit.effects.schedule(
        OTHER_WAYS, str(occurrence_id), args={**args, "since": since.isoformat()}
    )


async def tell_running(unit: Unit, meeting_id: UUID) -> None:
    """As ``announce``, for the occurrence that runs. When none does and the app is out of the meeting,
    nobody would see it begin: the employee gets the script at once."""
    running = await find.running_occurrence(unit.session, meeting_id)
    if running:
        await announce(unit, running.id)
        return
    meeting = await find.meeting(unit.session, meeting_id)
    if meeting and meeting.chat_id and not meeting.app_installed:
        for request in await find.requests_of(unit.session, meeting_id, "granted"):
            args = {"request_id": str(request.id)}
            await unit.effects.schedule(BOT_REMOVED, str(request.id), args=args)


async def revoke(unit: Unit, request: Request) -> None:
    """A granted wish no longer holds: a meeting that was told so has to be told this too."""
    await tell_running(unit, request.meeting_id)
    await hold_decided(unit, request)


async def hold_decided(unit: Unit, request: Request) -> None:
    """What was decided holds for the switches too: recording is held off, cameras as was chosen."""
    meeting = await find.meeting(unit.session, request.meeting_id)
    if meeting and meeting.app_installed:
        await hold_block(unit, meeting, "decision")


async def show_ledger(unit: Unit, occurrence_id: str) -> None:
    """The employee's ledger card is drawn anew."""
    await unit.effects.schedule(LEDGER_CARD, occurrence_id, args={"occurrence_id": occurrence_id})


async def leave_call(unit: Unit, occurrence_id: UUID) -> None:
    """The call of the occurrence is hung up, if there is one."""
    query = select(Call.id).where(Call.occurrence_id == occurrence_id, Call.ended_at.is_(None))
    for call_id in (await unit.session.scalars(query)).all():
        await unit.effects.schedule(CALL_END, str(call_id), args={"call_id": str(call_id)})


async def look_around(unit: Unit, occurrence_id: UUID) -> None:
    """It is looked who is in the meeting, now instead of at the next round."""
    args = {"occurrence_id": str(occurrence_id)}
    await unit.effects.schedule(LOOK_AROUND, str(occurrence_id), args=args)


async def recorder_away(unit: Unit, occurrence_id: UUID, due_at: datetime) -> None:
    """Whoever records seems to have left: looked at again then, and the employee reminded (C12)."""
    args = {"occurrence_id": str(occurrence_id)}
    await unit.effects.schedule(AWAY_CARD, str(occurrence_id), args=args, due_at=due_at)


async def remind_of_note(unit: Unit, request: Request) -> None:
    """The case note is to be copied: a reminder on the next working day (C20, C29)."""
    args = {"request_id": str(request.id), "number": 1}
    due_at = next_morning(unit.now)
    await unit.effects.schedule(REMIND_NOTE, str(request.id), args=args, due_at=due_at)


async def note_changed(unit: Unit, request: Request) -> None:
    """What the note tells is different now: its card is drawn anew, and whoever copied it before is
    reminded."""
    if await find.card(unit.session, f"note:{request.id}"):
        args = {"request_id": str(request.id)}
        await unit.effects.schedule(NOTE_CARD, str(request.id), args=args)
    if request.note_copied_at is not None:
        await remind_of_note(unit, request)


async def watch_answer(unit: Unit, request: Request) -> None:
    """The reasons of a refusal are owed whether or not the meeting is ever held: looked after on the next
    working day (A16, B19, C28)."""
    args = {"request_id": str(request.id)}
    due_at = next_morning(unit.now)
    await unit.effects.schedule(ANSWER_DUE, str(request.id), args=args, due_at=due_at)


async def warn(unit: Unit, incident: Incident) -> None:
    """Those who are told of a recording get the warning, or its newest state."""
    args = {"incident_id": str(incident.id), "meeting_id": str(incident.meeting_id)}
    await unit.effects.schedule(WARN, str(incident.id), args=args)


async def ask_about_file(unit: Unit, incident: Incident) -> None:
    """Whoever decides is asked what happens to the file, or sees what was said of it."""
    args = {"incident_id": str(incident.id), "meeting_id": str(incident.meeting_id)}
    await unit.effects.schedule(FILE_CARD, str(incident.id), args=args)


async def find_file(unit: Unit, meeting: Meeting, due_at: datetime | None = None) -> None:
    """The file of a recording in this meeting is looked for: when its end was seen, and at once when
    Teams tells that one is available."""
    args = {"meeting_id": str(meeting.id)}
    await unit.effects.schedule(RECORDING_FILE, str(meeting.id), args=args, due_at=due_at)


async def own_recording(unit: Unit, request: Request) -> None:
    """The steps of the municipality's own recording are shown, or shown anew (A15)."""
    args = {"request_id": str(request.id)}
    await unit.effects.schedule(OWN_CARD, str(request.id), args=args)


async def show_errand(unit: Unit, errand_id: UUID) -> None:
    """Whoever may see the errand sees how it stands."""
    await unit.effects.schedule(ERRAND_CARDS, str(errand_id), args={"errand_id": str(errand_id)})
