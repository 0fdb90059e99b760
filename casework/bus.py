"""One command in, one transaction, one answer out."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from casework import commands, doubled, kept_answers
from casework.afterwards import (
    errand_kinds,
    errands,
    guidance,
    misuse,
    printouts,
    tasks,
    unreached,
    wants,
)
from casework.asking import anew, companions, employees, grounds, intake, talk_now, unit_queue
from casework.deciding import answers, decisions, practice, proposals
from casework.keeping import exports, holds, looks
from casework.meeting import (
    arriving,
    calls,
    conduct,
    elsewhere,
    file_link,
    incidents,
    leaving,
    listening,
    meetings,
    note_takers,
    own_recording,
    papers,
    script,
    signals,
    telling,
)
from casework.office import Office
from casework.rights import gate
from guidelines.request import IllegalMove
from store.database import Database, DatabaseBusy, Unit, is_duplicate
from store.encryption import SealBroken
from store.tables import Inbound
from texts.views import Toast, View

TRIES = 4
chance = random.SystemRandom()
log = structlog.get_logger()

Handler = Callable[[Office, Unit, Any], Awaitable[View | None]]

HANDLERS: Mapping[type[commands.Command], Handler] = {
    commands.BotAddedToMeeting: meetings.bot_added,
    commands.BotRemovedFromMeeting: meetings.bot_removed,
    commands.BotAddedToPerson: meetings.bot_added_to_person,
    commands.BotRemovedFromPerson: meetings.bot_removed_from_person,
    commands.MeetingStarted: meetings.started,
    commands.MeetingEnded: meetings.ended,
    commands.GraphTold: signals.told,
    commands.GraphLifecycle: signals.told_of_itself,
    commands.GraphUnreadable: signals.unreadable,
    commands.PeopleJoined: arriving.people_joined,
    commands.PeopleLeft: leaving.people_left,
    commands.ShowMenu: intake.show_menu,
    commands.OpenRegistration: intake.open_registration,
    commands.RegisterRequest: intake.register,
    commands.ExpressContactWish: intake.express_contact_wish,
    commands.ShowQueue: unit_queue.show_queue,
    commands.TakeFromQueue: unit_queue.take_from_queue,
    commands.OpenGround: grounds.open_ground,
    commands.AddGround: grounds.add_ground,
    commands.AnswerVideo: grounds.answer_video,
    commands.OpenEmployeeNotice: employees.open_notice,
    commands.TellAsEmployee: employees.tell,
    commands.ShowReceipt: employees.show_receipt,
    commands.TellAnew: anew.tell_anew,
    commands.WithdrawOwn: employees.withdraw,
    commands.ConfirmRead: employees.confirm_read,
    commands.ShowCase: answers.show_case,
    commands.LookAtGround: answers.look_at_ground,
    commands.Grant: decisions.grant,
    commands.BeginRefusal: decisions.begin_refusal,
    commands.ChooseRefusalGround: decisions.choose_ground,
    commands.PreviewRefusal: decisions.preview_refusal,
    commands.Refuse: decisions.refuse,
    commands.ReopenAssessment: decisions.reopen_assessment,
    commands.AgreeRefusal: proposals.agree,
    commands.DisagreeRefusal: proposals.disagree,
    commands.TakeBackRefusal: proposals.take_back,
    commands.WithdrawRequest: answers.withdraw,
    commands.OpenHandover: answers.open_handover,
    commands.RecordHandover: answers.record_handover,
    commands.NotePhonePossible: telling.note_phone_possible,
    commands.ConfirmReadAloud: telling.confirm_read_aloud,
    commands.CallReported: calls.reported,
    commands.ShowLedger: telling.show_ledger,
    commands.ConfirmRecordingStopped: incidents.confirm_stopped,
    commands.ExplainRecording: incidents.explain,
    commands.ShowIncident: incidents.show,
    commands.ShowRecordingFile: incidents.file_card,
    commands.OpenRecordingFile: file_link.open_file,
    commands.DecideFile: incidents.decide_file,
    commands.AnswerNoteTaker: note_takers.answer,
    commands.ShowGuide: conduct.show_guide,
    commands.BeginElsewhere: elsewhere.begin,
    commands.ShowSituation: conduct.show_situation,
    commands.NoteSituation: conduct.note_situation,
    commands.NoteGuidance: conduct.note_guidance,
    commands.NoteTurn: conduct.note_turn,
    commands.NoteOralDecision: conduct.note_oral_decision,
    commands.OpenTalk: talk_now.open_talk,
    commands.BeginTalk: talk_now.begin_talk,
    commands.ShowScript: script.show_script,
    commands.StartScript: script.start_script,
    commands.TickLine: script.tick_line,
    commands.AddListener: listening.add_listener,
    commands.DropListener: listening.drop_listener,
    commands.TellListeners: script.tell_listeners,
    commands.EndBreak: listening.end_break,
    commands.EndTalk: script.end_talk,
    commands.PrintScript: papers.print_script,
    commands.ExportLedger: papers.export_ledger,
    commands.FindLedger: papers.find_ledger,
    commands.ShowOwnRecording: own_recording.show,
    commands.TickOwnRecording: own_recording.step,
    commands.SaveOwnRecording: own_recording.save,
    commands.ShowNote: answers.show_note,
    commands.OpenWants: wants.open_wants,
    commands.SaveWants: wants.save_wants,
    commands.NoteGuidanceAfterwards: guidance.note_guidance,
    commands.ConfirmNoteCopied: answers.confirm_note_copied,
    commands.CompleteTask: tasks.complete_task,
    commands.ShowTask: tasks.show_task,
    commands.OpenCompanion: companions.open_companion,
    commands.SetCompanion: companions.set_companion,
    commands.OpenPrintout: printouts.open_printout,
    commands.RegisterPrintout: printouts.register_printout,
    commands.ShowErrand: errand_kinds.show_errand,
    commands.PassOnErrand: unreached.pass_on,
    commands.TakeErrand: printouts.take_errand,
    commands.CloseErrand: printouts.close_errand,
    commands.OpenLegalQuestion: errands.open_legal,
    commands.AskLegal: errands.ask_legal,
    commands.AnswerLegal: errands.answer_legal,
    commands.OpenMisuse: misuse.open_misuse,
    commands.ReportMisuse: misuse.report_misuse,
    commands.AssessMisuse: misuse.assess_misuse,
    commands.ShowPractice: practice.show_practice,
    commands.ShowKeeping: holds.show,
    commands.HoldCase: holds.hold,
    commands.LiftHold: holds.lift,
    commands.ShowLooks: looks.show,
    commands.ExportPerson: exports.ask,
}


class Bus:
    """Carries commands to their handlers; a delivery that comes twice is carried out once."""

    def __init__(self, database: Database, office: Office) -> None:
        self._database = database
        self._office = office

    async def handle(self, command: commands.Command) -> View | None:
        """Carry the command out in one transaction; the view answers whoever pressed.

        Two people who press at the same moment: the later one is run again on what the earlier one
        left behind, so there is one decision and both get the current card. The same goes for two
        who store the same new thing, and for who waited for the other in vain. ``DatabaseAway``
        passes through: then nothing was stored. Who presses what takes a stored field that cannot be
        opened is told whom to call, and nothing was done.
        """
        for attempt in range(1, TRIES + 1):
            try:
                return await self._carry_out(command)
            except IllegalMove:
                if not isinstance(command, commands.RequestCommand):
                    raise
                log.info("command_from_an_old_card", command=type(command).__name__)
                return await self._current_card(command)
            except SealBroken:
                if not isinstance(command, commands.PersonCommand):
                    raise
                log.error("field_does_not_open", command=type(command).__name__)
                return Toast(code="field_closed")
            except (StaleDataError, IntegrityError, DatabaseBusy) as error:
                again = not isinstance(error, IntegrityError) or is_duplicate(error)
                if attempt == TRIES or not again:
                    raise
                log.info("command_met_another", command=type(command).__name__)
                if isinstance(error, DatabaseBusy):
                    await asyncio.sleep(chance.uniform(0.02, 0.2) * attempt)
        raise AssertionError("unreachable")

    async def _current_card(self, command: commands.RequestCommand) -> View | None:
        """What was pressed is not possible any more: whoever pressed sees how the case stands."""
        look = commands.ShowCase(
            actor=command.actor, chat_id=command.chat_id, request_id=command.request_id
        )
        return await self._carry_out(look)

    async def _carry_out(self, command: commands.Command) -> View | None:
        async with self._database.unit() as unit:
            if command.inbound_key and not await self._first_delivery(unit, command.inbound_key):
                log.info("duplicate_delivery", command=type(command).__name__)
                return await self._answer_again(unit, command)
            view = await self._if_allowed(unit, command, HANDLERS[type(command)])
            if isinstance(command, commands.PersonCommand) and command.operation:
                await doubled.pressed(unit, command)
            if view and command.inbound_key and isinstance(command, commands.PersonCommand):
                await kept_answers.keep(unit, command, view)
            return view

    async def _if_allowed(
        self, unit: Unit, command: commands.Command, handler: Handler
    ) -> View | None:
        """Carry it out, unless the table of rights says no: then the answer is the gate's."""
        instead = await gate.stopped(self._office, unit, command)
        return instead or await handler(self._office, unit, command)

    async def _answer_again(self, unit: Unit, command: commands.Command) -> View | None:
        """A delivery that came before: nothing is done, and whoever pressed is answered the same."""
        if isinstance(command, commands.ShowMenu) or not isinstance(
            command, commands.PersonCommand
        ):
            return None  # what was written is answered once
        before = await kept_answers.again(unit, command)
        return before or Toast(code="delivered_before")

    @staticmethod
    async def _first_delivery(unit: Unit, key: str) -> bool:
        taken = insert(Inbound).values(key=key, at=unit.now).on_conflict_do_nothing()
        result = await unit.session.execute(taken.returning(Inbound.key))
        return result.first() is not None
