"""What every handler and job knows about the municipality it works for, and who is who in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from casework.call_ports import Calls
from casework.ports import Directory, Mail, Meetings, Messenger, Subscriptions
from clock import COPENHAGEN, Clock, SystemClock
from departments import Department, Departments
from guidelines.note_takers import shipped_names
from guidelines.profile import Guideline, Profile
from guidelines.rules import rule
from store.database import Database
from store.tables import Meeting, Request
from texts.shelf import Shelf


@dataclass(frozen=True)
class Office:
    """The municipality: its guideline, its units, and the paces of its clocks."""

    guideline: Guideline
    departments: Departments
    tenant_id: str
    public_url: str
    clock: Clock = field(default_factory=SystemClock)
    journal_export: Path | None = None
    start_poll: timedelta = timedelta(seconds=20)
    watch_poll: timedelta = timedelta(seconds=4)
    callback_url: str = ""
    shelf: Shelf | None = None  # the spoken texts; None: Lydhør does not speak in meetings
    voice_late: timedelta = timedelta(seconds=8)  # latecomers are collected for so long
    subscriptions: tuple[str, ...] = ()
    subscription_ceiling: int = 9000
    note_takers: tuple[str, ...] = field(default_factory=shipped_names)

    @property
    def profile(self) -> Profile:
        """The version of the guideline in force now: what a new wish begins under."""
        return self.guideline.on(self.clock.now().astimezone(COPENHAGEN).date())

    def profile_of(self, request: Request) -> Profile:
        """The version a request is handled under, which it keeps (A5)."""
        return self.guideline.version(request.profile_version)

    def profile_about(self, request: Request | None) -> Profile:
        """The version of what is about this wish, or about none."""
        return self.profile_of(request) if request else self.profile

    def profile_for(self, requests: Sequence[Request]) -> Profile:
        """The version the newest of these wishes is handled under; with none the one in force."""
        return self.profile_of(requests[-1]) if requests else self.profile

    def department_of(self, oid: str | None) -> Department:
        """The person's unit, or the default one."""
        found = self.departments.department_of(oid) if oid else None
        return found or self.departments.default

    def units_to_choose(self) -> tuple[Department, ...]:
        """The units a wish or a printout may be for; none where there is but one (B5, B17)."""
        units = self.departments.units
        return units if len(units) > 1 else ()

    def department(self, department_id: str) -> Department:
        """The unit with this id, or the default one if it has been taken out of the list."""
        return self.departments.by_id(department_id) or self.departments.default

    def may_handle(self, oid: str | None, request: Request) -> bool:
        """The caseworker, who registered it, or, while it lies in the queue, the unit's members. Of an
        employee's own talk the leader alone, and never the employee who records (C1)."""
        if oid is None or oid == request.requester_oid:
            return False
        if request.relation == "employee":
            return oid == request.caseworker_oid
        if oid in (request.caseworker_oid, request.registered_by):
            return True
        return request.caseworker_oid is None and self.in_unit(oid, request.department)

    def may_read_reasons(self, oid: str | None, request: Request) -> bool:
        """Who may read the reasons of an answer and the note: whose case it is, who registered it, and who
        decided. While it lies in the queue a member of the unit has to take it first (B16)."""
        return decides(oid, request) or (
            self.may_handle(oid, request) and not of_queue(oid, request)
        )

    def in_unit(self, oid: str, department_id: str) -> bool:
        """Whether the person works in the unit."""
        unit = self.departments.by_id(department_id)
        return unit is not None and oid in unit.members

    def may_decide(self, oid: str | None, request: Request) -> bool:
        """Only the asked person or the active deputy, and never one's own request (B8, B11). Where the
        employee decides (A14), the caseworker alone does, once asked."""
        if oid is None or oid == request.requester_oid:
            return False
        if request.notice:  # nobody grants it; a refusal is proposed and confirmed (C6, C27)
            return False
        if self.profile_of(request).grant_decider == "employee":
            return is_assessor(oid, request)
        if oid in (request.caseworker_oid, request.registered_by):
            return False
        return oid in (request.approver_oid, request.deputy_oid)

    def may_refuse(self, oid: str | None, request: Request) -> bool:
        """Who may begin a refusal: who decides it, or, of a notice, the one whose talk it is and nobody
        else; with an employee's notice that is the leader (C27). Never whoever wishes to record, nor
        whoever typed it in; from the queue it has to be taken first."""
        if not request.notice:
            return self.may_decide(oid, request)
        return may_propose(oid, request)

    def may_confirm(self, oid: str | None, request: Request) -> bool:
        """Who may confirm a proposed refusal: the asked person or the active deputy, and nobody who
        has a side in it (C27)."""
        if oid is None or request.proposed_by is None or oid in self.sides_of(request):
            return False
        return oid in (request.confirmer_oid, request.deputy_oid)

    @staticmethod
    def proposal_waits(request: Request) -> bool:
        """Whether a refusal is proposed that nobody has decided yet; one that was confirmed waits no more,
        nor does one from before what was decided last (C27)."""
        if request.proposed_by is None or request.proposed_at is None:
            return False
        return request.decided_at is None or request.proposed_at > request.decided_at

    @staticmethod
    def may_be_refused(request: Request) -> bool:
        """Whether a notice can still be refused: as long as it holds, wholly or for a part (C27, C31)."""
        if not (request.notice and request.state == "granted"):
            return False
        return request.decided_by is None or request.scope == "own_part"

    @staticmethod
    def sides_of(request: Request) -> frozenset[str]:
        """Who can never be the second person of a refusal: who proposed it, whose talk it is, who wishes to
        record, and who typed the wish in (C27)."""
        return sides(request)

    def may_see_ground(self, oid: str | None, request: Request) -> bool:
        """The employee, the decider and the active deputy, each if the profile names them."""
        readers = self.profile_of(request).ground_readers
        if oid is None or oid == request.requester_oid:
            return False
        if oid in (request.caseworker_oid, request.registered_by):
            return "employee" in readers
        asked = oid in (request.approver_oid, request.confirmer_oid) and "decider" in readers
        return asked or (oid == request.deputy_oid and "deputy" in readers)

    def card_shows_ground(self, request: Request, asked_as: str) -> bool:
        """Whether the ground stands on the card that asks somebody, as what they are asked: approver,
        confirmer, deputy, or own (the employee who decides). The profile names the readers."""
        reader = {"deputy": "deputy", "own": "employee"}.get(asked_as, "decider")
        return reader in self.profile_of(request).ground_readers

    def is_employee(self, oid: str | None, meeting: Meeting | None = None) -> bool:
        """Listed in a unit, or the organizer of this meeting."""
        if oid is None:
            return False
        return self.departments.is_employee(oid) or (
            meeting is not None
            and meeting.organizer_oid == oid
            and meeting.organizer_tenant == self.tenant_id
        )


@rule("C27", surface="card")
def may_propose(oid: str | None, request: Request) -> bool:
    """Whether the person may propose to refuse a notice: whose talk it is, and nobody who wishes to
    record (C27)."""
    return oid is not None and oid != request.requester_oid and oid == request.caseworker_oid


@rule("C27", surface="card")
def sides(request: Request) -> frozenset[str]:
    """Everybody with a side in a refusal: see ``Office.sides_of``."""
    named = (request.proposed_by, request.caseworker_oid, request.requester_oid)
    return frozenset(oid for oid in (*named, request.registered_by) if oid)


@rule("A14", surface="card")
def is_assessor(oid: str, request: Request) -> bool:
    """Whether the employee with this id makes the concrete, individual assessment: whose talk it is,
    once asked (A14)."""
    return oid == request.caseworker_oid and oid == request.approver_oid


@rule("B16", surface="card")
def of_queue(oid: str | None, request: Request) -> bool:
    """Whether the person has to do with the wish as one of the unit's queue alone (B16)."""
    return oid not in (request.caseworker_oid, request.registered_by)


@rule("B16", surface="note")
def decides(oid: str | None, request: Request) -> bool:
    """Whether the person assessed or decided the wish, alone or as the second (B16)."""
    if oid is None or oid == request.requester_oid or request.decided_at is None:
        return False
    asked = (request.approver_oid, request.deputy_oid, request.confirmer_oid)
    return oid in (*asked, request.decided_by, request.confirmed_by)


@dataclass(frozen=True)
class Outside:
    """The doors to Microsoft 365 that jobs use."""

    directory: Directory
    meetings: Meetings
    mail: Mail
    messenger: Messenger
    calls: Calls
    subscriptions: Subscriptions


@dataclass(frozen=True)
class Bench:
    """Where a job works: the municipality, the doors outside, the database and the clock."""

    office: Office
    outside: Outside
    database: Database
    clock: Clock
