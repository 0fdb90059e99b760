"""Adaptive Cards 1.5: one pure function for each view, and the table that finds it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cards.announcement import announcement_card
from cards.assessment import assessment_card
from cards.bot_removed import bot_removed_card
from cards.case import case_card
from cards.case_note import case_note_card
from cards.companion import companion_card
from cards.confirmation import confirmation_card
from cards.contact_wish import contact_wish_card
from cards.decided import decided_card
from cards.employee_notice import employee_notice_card, employee_receipt_card
from cards.ground import ground_card
from cards.ground_form import ground_form_card
from cards.guide import guide_card
from cards.guide_where import guide_where_card
from cards.guideline_date import guideline_date_card
from cards.handover import handover_card
from cards.keeping import ask_person_card, keeping_card, looks_card, person_ready_card
from cards.ledger import ledger_card
from cards.legal import legal_contact_card, legal_form_card, legal_question_card
from cards.letter_preview import letter_preview_card
from cards.meeting_moved import meeting_moved_card
from cards.misuse import misuse_card, misuse_form_card
from cards.not_yours import not_yours_card
from cards.note_taker import note_taker_card
from cards.own_recording import own_recording_card
from cards.practice import practice_card
from cards.preparation import preparation_card
from cards.printout import printout_card, printout_form_card
from cards.put_back import put_back_card
from cards.queue import queue_card
from cards.recording_file import recording_file_card
from cards.recording_warning import recording_warning_card
from cards.refusal import refusal_card
from cards.registration import registration_card
from cards.reminder import errand_reminder_card, reminder_card
from cards.script import script_card
from cards.script_print import find_ledger_card, print_ready_card
from cards.situation import situation_card
from cards.status import status_card
from cards.superseded import superseded_card
from cards.talk import talk_card
from cards.task import task_card
from cards.toast import toast_card
from cards.try_again import try_again_card
from cards.wants import wants_card
from cards.welcome import welcome_card
from texts import views

CARDS: dict[type[views.View], Callable[[Any], dict[str, Any]]] = {
    views.Announcement: announcement_card,
    views.Assessment: assessment_card,
    views.BotRemoved: bot_removed_card,
    views.Case: case_card,
    views.CaseNote: case_note_card,
    views.Confirmation: confirmation_card,
    views.ContactWish: contact_wish_card,
    views.Decided: decided_card,
    views.EmployeeNotice: employee_notice_card,
    views.EmployeeReceipt: employee_receipt_card,
    views.GroundForm: ground_form_card,
    views.GroundShown: ground_card,
    views.Handover: handover_card,
    views.Ledger: ledger_card,
    views.LetterPreview: letter_preview_card,
    views.Wants: wants_card,
    views.MeetingMoved: meeting_moved_card,
    views.NoteTakerQuestion: note_taker_card,
    views.NotYours: not_yours_card,
    views.PutBack: put_back_card,
    views.Queue: queue_card,
    views.RecordingFile: recording_file_card,
    views.RecordingWarning: recording_warning_card,
    views.Refusal: refusal_card,
    views.Registration: registration_card,
    views.MeetingStatus: status_card,
    views.TaskCard: task_card,
    views.Toast: toast_card,
    views.TryAgain: try_again_card,
    views.Superseded: superseded_card,
    views.Welcome: welcome_card,
    views.Guide: guide_card,
    views.GuideWhere: guide_where_card,
    views.GuidelineDate: guideline_date_card,
    views.Preparation: preparation_card,
    views.Situation: situation_card,
    views.OwnRecordingSteps: own_recording_card,
    views.CompanionForm: companion_card,
    views.ErrandReminder: errand_reminder_card,
    views.LegalContact: legal_contact_card,
    views.LegalForm: legal_form_card,
    views.LegalQuestion: legal_question_card,
    views.Misuse: misuse_card,
    views.MisuseForm: misuse_form_card,
    views.Practice: practice_card,
    views.Printout: printout_card,
    views.PrintoutForm: printout_form_card,
    views.Reminder: reminder_card,
    views.Script: script_card,
    views.Talk: talk_card,
    views.PrintReady: print_ready_card,
    views.FindLedger: find_ledger_card,
    views.AskPerson: ask_person_card,
    views.Keeping: keeping_card,
    views.PersonReady: person_ready_card,
    views.Looks: looks_card,
}
