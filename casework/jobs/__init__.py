"""The jobs: what carries a command's consequences out. Each may run twice without harm."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from casework import effects
from casework.jobs import (
    answering,
    asking,
    calling,
    closing,
    conducting,
    confirming,
    employee,
    file_card,
    giving_up,
    guideline_dates,
    meeting,
    note_taker_card,
    notifying,
    other_ways,
    owing,
    preparing,
    put_back,
    receipts,
    recorded,
    recording,
    recording_file,
    reminding,
    request,
    retaining,
    rooting,
    running,
    scripting,
    speaking,
    starting,
    subscribing,
    subscriptions,
    sweeping,
    unsure,
    upkeep,
    warning,
    wishing,
)
from casework.office import Bench
from store.jobs import Claim, Handler, Together

Job = Callable[[Bench, Claim], Awaitable[str]]

JOBS: Mapping[str, Job] = {
    effects.TAKE_IN: meeting.take_in,
    effects.HOLD_BLOCK: meeting.hold_block,
    effects.STATUS_CARD: meeting.status_card,
    effects.START_CHECK: starting.start_check,
    effects.FINISH: meeting.finish,
    effects.ANNOUNCE: running.announce,
    effects.ROLL_CALL: running.roll_call,
    effects.OTHER_WAYS: other_ways.tell,
    effects.LOOK_AROUND: running.look_around,
    effects.TELL_LATE: notifying.tell_late,
    effects.CALL_JOIN: calling.join,
    effects.CALL_LOOK: calling.look,
    effects.CALL_SPEAK: speaking.speak,
    effects.CALL_COUNT: speaking.count,
    effects.CALL_ALIVE: speaking.stay,
    effects.CALL_END: speaking.leave,
    effects.LEDGER_CARD: running.ledger_card,
    effects.WATCH: recording.watch,
    effects.WARN: warning.warn,
    effects.RECORDING_FILE: recording_file.find_file,
    effects.SUBSCRIBE: subscribing.subscribe,
    effects.SUBSCRIPTIONS: subscriptions.go_round,
    effects.FILE_CARD: file_card.file_card,
    effects.RECORDED: recorded.look,
    effects.NOTE_TAKER_CARD: note_taker_card.note_taker_card,
    effects.CLOSE: closing.close,
    effects.NOTE_CARD: closing.note_card,
    effects.ASK: asking.ask,
    effects.ESCALATE: asking.escalate,
    effects.DECIDER_CARDS: asking.decider_cards,
    effects.CONFIRM: confirming.ask,
    effects.CONFIRM_LATE: confirming.ask_deputy,
    effects.RECEIPT_CARD: employee.receipt_card,
    effects.CASE_CARD: request.case_card,
    effects.ANSWER: answering.answer,
    effects.ANSWER_DUE: owing.answer_due,
    effects.RECEIPT_MAIL: receipts.receipt_mail,
    effects.TASK_CARD: request.task_card,
    effects.REMIND_TASK: reminding.remind_task,
    effects.REMIND_NOTE: reminding.remind_note,
    effects.ERRAND_CARDS: reminding.errand_cards,
    effects.REMIND_ERRAND: reminding.remind_errand,
    effects.WISH_CARD: wishing.wish_card,
    effects.MENU: request.menu,
    effects.MOVED_CARD: request.moved_card,
    effects.BOT_REMOVED: request.bot_removed,
    effects.TIDY: upkeep.tidy,
    effects.ROOT: rooting.draw_root,
    effects.RETAIN: retaining.retain,
    effects.GUIDELINE: guideline_dates.tell,
    effects.SWEEP: sweeping.sweep,
    effects.SUPERSEDE: unsure.supersede,
    effects.PUT_BACK_CARD: put_back.put_back_card,
    effects.ASK_PUT_BACK: put_back.ask_put_back,
    effects.GUIDE_CARD: conducting.guide_card,
    effects.PREPARE: preparing.prepare,
    effects.AWAY_CARD: conducting.away_card,
    effects.SCRIPT_CARD: scripting.script_card,
    effects.OWN_CARD: conducting.own_card,
    effects.OWN_DELETE: conducting.own_delete,
}


def handlers(bench: Bench) -> dict[str, Handler]:
    """Every job with its bench, for the engine."""
    return {kind: partial(job, bench) for kind, job in JOBS.items()}


def together(bench: Bench) -> dict[str, Together]:
    """The jobs that are carried out many at a time, for the engine."""
    look = partial(starting.start_checks, bench)
    return {effects.START_CHECK: Together(look, bench.office.start_poll)}


def gave_up(bench: Bench) -> Callable[[Claim], Awaitable[None]]:
    """What the engine calls when the last try of a job has failed."""
    return partial(giving_up.gave_up, bench)
