"""What can be printed of a meeting: the script on paper, and the account of who was told.

A page stands behind a link that nobody can guess, that holds nothing but chance, and that soon ends. The
script names nobody. The account does: its link opens once, and for whom it was opened is in the journal.
The link to a recording's file (``file_link.py``) leads on once, and that it did is in the journal.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from uuid import uuid4

from sqlalchemy import select

from casework import commands
from casework.afterwards import notes
from casework.meeting import account, files, paper_script, telling
from casework.meeting.holders import records_in
from casework.meeting.script import the_meeting
from casework.numbers import typed_number
from casework.office import Office
from guidelines.problem import Problem
from guidelines.rules import rule
from store import find
from store.database import Database, Unit
from store.tables import Incident, Meeting, Occurrence, PrintLink, Request
from texts import views
from texts.pages import Account, PaperScript
from texts.views import Language

SCRIPT, LEDGER, FILE = "script", "ledger", "file"
LASTS = {SCRIPT: timedelta(hours=1), LEDGER: timedelta(minutes=10)}
"""How long a link works; that to the account only once."""


async def print_script(office: Office, unit: Unit, command: commands.PrintScript) -> views.View:
    """The same steps on paper, for where there is no net and no screen."""
    found = await the_meeting(unit, command.meeting_id)
    if not isinstance(found, Meeting):
        return found
    return await _link(office, unit, SCRIPT, found, None, command.actor.oid or "")


@rule("B20", surface="card")
async def export_ledger(office: Office, unit: Unit, command: commands.ExportLedger) -> views.View:
    """Who was told, how, when and by what evidence, for whoever may see it."""
    occurrence = await unit.session.get(Occurrence, command.occurrence_id)
    meeting = await find.meeting(unit.session, occurrence.meeting_id) if occurrence else None
    if occurrence is None or meeting is None:
        return views.Toast(code="meeting_unknown")
    return await _link(office, unit, LEDGER, meeting, occurrence, command.actor.oid or "")


async def find_ledger(office: Office, unit: Unit, command: commands.FindLedger) -> views.View:
    """The same, asked for by the number of a case: for a leader or the DPO, who have no card of it. Whether
    a case of that number exists is told only to who may see it."""
    oid, typed = command.actor.oid or "", command.form.get("number", "").strip()
    if not typed:
        empty = "number" in command.form
        missing = (Problem("number", "ledger_number_missing"),) if empty else ()
        return views.FindLedger(values={}, problems=missing)
    wish = select(Request).where(Request.number == typed_number(typed))
    row = (await unit.session.scalars(wish)).first()
    meeting = await find.meeting(unit.session, row.meeting_id) if row else None
    if row is None or meeting is None or not await may_export(office, unit, oid, meeting):
        return _not_found(command, "ledger_not_found")
    ran = await notes.ran_in(unit, row, meeting)
    if not ran:
        return _not_found(command, "ledger_not_begun")
    return await _link(office, unit, LEDGER, meeting, ran[-1], oid)


def _not_found(command: commands.FindLedger, code: str) -> views.FindLedger:
    return views.FindLedger(values=dict(command.form), problems=(Problem("number", code),))


def may_look(office: Office, oid: str | None) -> bool:
    """Whether this person may ask for accounts at all: leaders, their deputies and the DPO."""
    return leads(office, oid) or oid in office.departments.dpo


def leads(office: Office, oid: str | None) -> bool:
    """Whether the person leads a unit or stands in for its leader."""
    units = office.departments.units
    return oid is not None and any(oid in (u.approver_oid, u.deputy_oid) for u in units)


async def may_export(office: Office, unit: Unit, oid: str | None, meeting: Meeting) -> bool:
    """The meeting's employee, the leader of a wish in it, and the DPO; never who records it (C1). Of a unit that
    was taken off the list nobody is the leader, not even the default unit's."""
    if not oid or await records_in(unit, oid, meeting):
        return False
    if oid in office.departments.dpo or await telling.tells_in(office, unit, oid, meeting):
        return True
    requests = await find.requests_of(unit.session, meeting.id)
    units = (office.departments.by_id(r.department) for r in requests)
    leaders = {unit_of_wish.approver_oid for unit_of_wish in units if unit_of_wish}
    asked = {o for r in requests for o in (r.approver_oid, r.deputy_oid, r.decided_by)}
    return oid in (leaders | asked)


async def _link(
    office: Office,
    unit: Unit,
    kind: str,
    meeting: Meeting,
    occurrence: Occurrence | None,
    oid: str,
) -> views.PrintReady:
    token = secrets.token_urlsafe(32)
    link = PrintLink(
        id=uuid4(),
        token_hash=hashed(token),
        kind=kind,
        meeting_id=meeting.id,
        occurrence_id=occurrence.id if occurrence else None,
        oid=oid,
        created_at=unit.now,
        expires_at=unit.now + LASTS[kind],
    )
    unit.session.add(link)
    await unit.session.flush()
    if kind == LEDGER:
        facts = {"link": str(link.id), "occurrence": str(link.occurrence_id)}
        await unit.journal.write(meeting.id, "ledger_link_made", actor=oid, facts=facts)
    return views.PrintReady(
        what=kind,
        url=f"{office.public_url}/print/{token}",
        expires_at=link.expires_at,
        back=meeting.id,
    )


def hashed(token: str) -> str:
    """What is kept of a link's secret: it is long and random, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


class Papers:
    """The pages, for the web room: what a link stands for, and opening it."""

    def __init__(self, office: Office, database: Database) -> None:
        self._office = office
        self._database = database

    async def kind_of(self, token: str) -> str:
        """What the link stands for; empty when there is none, it has ended, or was opened before."""
        async with self._database.unit() as unit:
            link = await self._live(unit, token)
        return link.kind if link else ""

    async def script(self, token: str, language: Language) -> PaperScript | None:
        """The script on paper."""
        async with self._database.unit() as unit:
            link = await self._live(unit, token)
            meeting = await find.meeting(unit.session, link.meeting_id) if link else None
            if link is None or meeting is None or link.kind != SCRIPT:
                return None
            return await paper_script.paper(self._office, unit, meeting, language)

    async def account(self, token: str, language: Language) -> Account | None:
        """The account of who was told. It opens once, for who may still see it, and that is noted."""
        async with self._database.unit() as unit:
            link = await self._live(unit, token)
            if link is None or link.kind != LEDGER:
                return None
            meeting = await find.meeting(unit.session, link.meeting_id)
            occurrence = await unit.session.get(Occurrence, link.occurrence_id)
            if meeting is None or occurrence is None:
                return None
            if not await may_export(self._office, unit, link.oid, meeting):
                return None
            link.opened_at = unit.now
            await unit.session.flush()
            facts = {"link": str(link.id), "occurrence": str(occurrence.id)}
            await unit.journal.write(meeting.id, "ledger_exported", actor=link.oid, facts=facts)
            return await account.account(
                self._office, unit, meeting, occurrence, link.oid, language
            )

    async def file(self, token: str) -> str:
        """Where the file of a recording lies, once, for who decides on it; empty for anybody else. That
        they went there is noted."""
        async with self._database.unit() as unit:
            link = await self._live(unit, token)
            if link is None or link.kind != FILE or link.incident_id is None:
                return ""
            incident = await unit.session.get(Incident, link.incident_id)
            if incident is None or incident.decider_oid != link.oid:
                return ""
            address = await files.address(unit, incident)
            if address:
                link.opened_at = unit.now
                await unit.session.flush()
                facts = {"link": str(link.id), "incident": str(incident.id)}
                await unit.journal.write(
                    link.meeting_id, "file_opened", actor=link.oid, facts=facts
                )
            return address

    @staticmethod
    async def _live(unit: Unit, token: str) -> PrintLink | None:
        query = select(PrintLink).where(
            PrintLink.token_hash == hashed(token),
            PrintLink.expires_at > unit.now,
            PrintLink.opened_at.is_(None),
        )
        return (await unit.session.scalars(query.with_for_update())).first()


async def forget_links(unit: Unit, ended_before: timedelta) -> None:
    """Links that ended so long ago are of no use to anybody."""
    old = select(PrintLink).where(PrintLink.expires_at < unit.now - ended_before)
    for link in (await unit.session.scalars(old)).all():
        await unit.session.delete(link)
