"""A municipality in which every role is somebody's, and every thing stands at every stage.

Who is what to which thing is written here by hand, beside the rows that make it so: the tests hold the
product to it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from casework import commands
from casework.office import Office
from casework.rights.roles import Role, Stage
from departments import Department, Departments
from guidelines.profile import Guideline, load_guideline
from store.database import Database, Unit
from store.tables import (
    Incident,
    IncidentStep,
    Meeting,
    NoteTaker,
    Occurrence,
    Request,
)

PEOPLE = (
    "mette", "per", "boss", "dorte", "bodil", "bent", "nadia", "lene", "birgit", "ahmed", "it", "",
)  # fmt: skip
"""Caseworkers mette and per, their leader boss and deputy dorte; bodil and her leader bent next door;
nadia, who records; lene of HR/Jura, birgit the DPO, ahmed employed in no unit. ``it``, who runs the
servers, and somebody without an id stand on no list."""
UNITS = Departments(
    (
        Department("a", "A", "boss", "dorte", ("mette", "per"), "mail"),
        Department("b", "B", "bent", None, ("bodil",)),
    ),
    "a",
    employees=frozenset({"nadia", "ahmed"}),
    hr_legal=("lene",),
    dpo=("birgit",),
)
R, S = Role, Stage
TENANT = "tenant"


def office(profile: str = "frederiksberg", **changed: Any) -> Office:
    """The municipality's office under this profile."""
    guideline = load_guideline(profile)
    if changed:
        guideline = Guideline(tuple(replace(one, **changed) for one in guideline.versions))
    return Office(guideline, UNITS, TENANT, "https://lydhoer.example")


@dataclass(frozen=True)
class Case:
    """One thing at one stage, and who is what to it."""

    name: str
    office: Office
    stage: Stage | None
    ids: Mapping[str, UUID]
    roles: Mapping[str, frozenset[Role]]

    def has(self, person: str, who: tuple[Role, ...]) -> bool:
        """Whether the person has one of the roles."""
        return R.ANYBODY in who or bool(self.roles.get(person, frozenset()) & set(who))


def command(kind: type[commands.PersonCommand], person: str, case: Case, **given: Any) -> Any:
    """The command as a card would send it."""
    usual = {
        "actor": commands.Actor(f"29:{person}", person or None, person.title()),
        "step": "started", "answer": "no_bot", "given": True, "accepted": True, "present": True,
        "possible": True, "finished": False, "form": {}, "chat_id": None, **case.ids, **given,
    }  # fmt: skip
    wanted = {one.name for one in fields(kind)}
    return kind(**{name: value for name, value in usual.items() if name in wanted})


@asynccontextmanager
async def unmade(database: Database) -> AsyncIterator[Unit]:
    """A unit of which nothing is kept."""
    try:
        async with database.unit() as unit:
            yield unit
            raise Unmade
    except Unmade:
        pass


class Unmade(Exception):  # noqa: N818
    """Raised to roll back."""


# --- wishes ---------------------------------------------------------------------------------------

STATES: Mapping[Stage, tuple[str, str]] = {
    S.OPEN: ("under_assessment", "coming"), S.OPEN_PROPOSED: ("under_assessment", "coming"),
    S.TOLD: ("granted", "coming"), S.TOLD_PROPOSED: ("granted", "coming"),
    S.GRANTED: ("granted", "coming"), S.REFUSED: ("not_granted", "coming"),
    S.HELD: ("granted", "past"), S.REFUSED_OVER: ("not_granted", "past"),
    S.UNANSWERED: ("unanswered", "past"), S.WITHDRAWN: ("withdrawn", "coming"),
    S.LAPSED: ("lapsed", "cancelled"),
}  # fmt: skip
"""State of the wish and of its meeting."""
LATER = (S.REFUSED, S.REFUSED_OVER, S.HELD, S.UNANSWERED, S.WITHDRAWN, S.LAPSED)
ENDINGS = tuple(stage for stage in LATER if stage is not S.UNANSWERED)
CASEWORKER = frozenset({R.HANDLER, R.CASEWORKER, R.OF_ITS_UNIT, R.ASKS_LAW, R.GROUND_READER})
TYPED_IN = frozenset({R.HANDLER, R.ASKS_LAW, R.GROUND_READER})
DECIDES = frozenset({R.DECIDER, R.REFUSER, R.ASKS_LAW, R.GROUND_READER})


@dataclass(frozen=True)
class Kind:
    """One way in which a wish lies with people."""

    name: str
    office: Office
    stages: tuple[Stage, ...]
    row: Mapping[str, Any]
    roles: Mapping[str, frozenset[Role]]
    proposed: Mapping[str, frozenset[Role]] | None = None
    """What they are besides while a refusal waits for its second person."""
    proposal: Mapping[str, str] | None = None


KINDS = (
    Kind(
        "decided by the unit", office(), (S.OPEN, S.GRANTED, *LATER),
        {"caseworker_oid": "mette", "registered_by": "per", "approver_oid": "boss", "deputy_oid": "dorte"},
        {"mette": CASEWORKER, "per": TYPED_IN, "boss": DECIDES, "dorte": DECIDES},
    ),
    Kind(
        "in the queue", office(), (S.OPEN, S.GRANTED, *LATER),
        {"caseworker_oid": None, "registered_by": "per", "approver_oid": "boss"},
        {
            "mette": frozenset({R.HANDLER, R.OF_ITS_UNIT, R.ASKS_LAW}), "per": TYPED_IN | {R.OF_ITS_UNIT},
            "boss": DECIDES | {R.OF_ITS_UNIT}, "dorte": frozenset({R.OF_ITS_UNIT}),
        },
    ),
    Kind(
        "typed in by its approver", office(), (S.OPEN, S.GRANTED, *LATER),
        {"caseworker_oid": "mette", "registered_by": "boss", "approver_oid": "boss", "deputy_oid": "dorte"},
        {"mette": CASEWORKER, "boss": TYPED_IN, "dorte": DECIDES},
    ),
    Kind(
        "decided by the employee", office("nyborg", refusal_decider="employee_and_leader"),
        (S.OPEN, S.OPEN_PROPOSED, S.GRANTED, *LATER),
        {"caseworker_oid": "mette", "registered_by": "per", "approver_oid": "mette"},
        {"mette": CASEWORKER | DECIDES, "per": TYPED_IN},
        {
            "mette": frozenset({R.PROPOSER}),
            "boss": frozenset({R.CONFIRMER, R.ASKS_LAW, R.GROUND_READER}),
            "bent": frozenset({R.CONFIRMER, R.ASKS_LAW, R.GROUND_READER}),
        },
        {"proposed_by": "mette", "confirmer_oid": "boss", "deputy_oid": "bent"},
    ),
    Kind(
        "a citizen's notice", office("albertslund"), (S.TOLD, S.TOLD_PROPOSED, *ENDINGS),
        {"caseworker_oid": "mette", "registered_by": "per", "notice": True},
        {"mette": CASEWORKER | {R.REFUSER}, "per": TYPED_IN},
        {
            "mette": frozenset({R.PROPOSER}),
            "boss": frozenset({R.CONFIRMER, R.ASKS_LAW, R.GROUND_READER}),
            "dorte": frozenset({R.CONFIRMER, R.ASKS_LAW, R.GROUND_READER}),
        },
        {"proposed_by": "mette", "confirmer_oid": "boss", "deputy_oid": "dorte"},
    ),
    Kind(
        "an employee's notice", office("albertslund"), (S.TOLD, S.TOLD_PROPOSED, *ENDINGS),
        {
            "caseworker_oid": "boss", "registered_by": "nadia", "requester_oid": "nadia", "notice": True,
            "relation": "employee",
        },
        {"nadia": frozenset({R.REQUESTER}), "boss": (CASEWORKER | {R.REFUSER}) - {R.OF_ITS_UNIT}},
        {"boss": frozenset({R.PROPOSER}), "bent": frozenset({R.CONFIRMER, R.ASKS_LAW, R.GROUND_READER})},
        {"proposed_by": "boss", "confirmer_oid": "bent"},
    ),
    Kind(
        "an employee's notice, and she leads the unit", office("albertslund"),
        (S.TOLD, S.TOLD_PROPOSED, *ENDINGS),
        {
            "caseworker_oid": "bent", "registered_by": "boss", "requester_oid": "boss", "notice": True,
            "relation": "employee", "approver_oid": "boss",
        },
        {"boss": frozenset({R.REQUESTER}), "bent": (CASEWORKER | {R.REFUSER}) - {R.OF_ITS_UNIT}},
        {"bent": frozenset({R.PROPOSER})},
        {"proposed_by": "bent", "confirmer_oid": "boss", "deputy_oid": "boss"},
    ),
)  # fmt: skip


async def meeting(unit: Unit, state: str = "coming", **given: Any) -> Meeting:
    """A meeting of mette's."""
    row = Meeting(
        id=uuid4(), kind="virtual", chat_id=f"19:{uuid4().hex}", organizer_oid="mette",
        organizer_tenant=TENANT, starts_at=unit.now + timedelta(hours=1), state=state,
        app_installed=True, created_at=unit.now, **given,
    )  # fmt: skip
    unit.session.add(row)
    await unit.session.flush()
    return row


async def wish(unit: Unit, about: Meeting, profile: Office, **given: Any) -> Request:
    """A wish in the meeting."""
    usual = {
        "department": "a", "registered_by": "per", "state": "granted", "answer_by": "email",
        "verdicts": {}, "notice": False, "relation": "citizen",
    }  # fmt: skip
    row = Request(
        id=uuid4(), number=f"L-{uuid4().hex[:7]}", meeting_id=about.id, created_at=unit.now,
        profile_id=profile.profile.id, profile_version=profile.profile.version, **(usual | given),
    )  # fmt: skip
    unit.session.add(row)
    await unit.session.flush()
    words = {"citizen_name": "Ole Madsen", "ground": "remember", "own_words": "Jeg glemmer det"}
    await unit.personal.put(row.id, row.id, words)
    return row


async def wishes(unit: Unit, kind: Kind) -> AsyncIterator[Case]:
    """The wish at each of its stages."""
    for stage in kind.stages:
        state, its_meeting = STATES[stage]
        row, roles = dict(kind.row) | {"state": state}, dict(kind.roles)
        if stage in (S.OPEN_PROPOSED, S.TOLD_PROPOSED):
            row |= {**(kind.proposal or {}), "proposed_at": unit.now}
            for person, more in (kind.proposed or {}).items():
                roles[person] = roles.get(person, frozenset()) | more
        if state not in ("under_assessment", "withdrawn", "lapsed") and not row.get("notice"):
            row |= {"decided_by": "boss", "decided_at": unit.now, "answer_state": "ready"}
        about = await meeting(unit, its_meeting)
        made = await wish(unit, about, kind.office, **row)
        yield Case(f"{kind.name}, {stage}", kind.office, stage, {"request_id": made.id}, roles)


# --- meetings and what belongs to them ------------------------------------------------------------

HOLDS = frozenset({R.HOLDER, R.ACCOUNT_READER})
READS_ACCOUNT = frozenset({R.ACCOUNT_READER})


async def meetings(unit: Unit) -> AsyncIterator[Case]:
    """Mette's meeting at each stage: per has a citizen's wish in it that boss and dorte were asked
    about; nadia, who called another in it, records."""
    place = office("albertslund")
    for stage, state in {S.COMING: "coming", S.RUNNING: "coming", S.OVER: "past",
                         S.CANCELLED: "cancelled"}.items():  # fmt: skip
        about = await meeting(unit, state)
        await wish(
            unit, about, place, caseworker_oid="per", registered_by="per", approver_oid="boss",
            deputy_oid="dorte", decided_by="bent",
        )  # fmt: skip
        await wish(
            unit, about, place, caseworker_oid="boss", registered_by="nadia", requester_oid="nadia",
            relation="employee", notice=True,
        )  # fmt: skip
        ran = Occurrence(
            id=uuid4(), meeting_id=about.id, started_at=unit.now, noticed_by="event", tellings=0,
            ended_at=None if stage is S.RUNNING else unit.now,
        )  # fmt: skip
        unit.session.add(ran)
        await unit.session.flush()
        roles = {
            "mette": HOLDS, "per": HOLDS, "boss": HOLDS, "dorte": READS_ACCOUNT, "bent": READS_ACCOUNT,
            "birgit": READS_ACCOUNT,
        }  # fmt: skip
        ids = {"meeting_id": about.id, "occurrence_id": ran.id}
        yield Case(f"a meeting, {stage}", place, stage, ids, roles)
    yield await _of_a_unit_that_is_gone(unit, place)


async def _of_a_unit_that_is_gone(unit: Unit, place: Office) -> Case:
    """Mette's meeting, long over, with per's wish of a unit that was taken off the list: boss, who leads the
    default unit, has nothing to do with it."""
    about = await meeting(unit, "past")
    await wish(
        unit, about, place, caseworker_oid="per", registered_by="per", approver_oid=None,
        deputy_oid=None, department="gone",
    )  # fmt: skip
    ran = Occurrence(
        id=uuid4(), meeting_id=about.id, started_at=unit.now, noticed_by="event", tellings=0,
        ended_at=unit.now,
    )  # fmt: skip
    unit.session.add(ran)
    await unit.session.flush()
    roles = {"mette": HOLDS, "per": HOLDS, "birgit": READS_ACCOUNT}
    ids = {"meeting_id": about.id, "occurrence_id": ran.id}
    return Case("a meeting of a unit that is gone", place, S.OVER, ids, roles)


async def incidents(unit: Unit) -> AsyncIterator[Case]:
    """A recording in mette's meeting that per started; boss was told, birgit decides on the file."""
    for stage in (S.RECORDS, S.RECORDS_SETTLED, S.ENDED, S.SETTLED):
        about = await meeting(unit)
        row = Incident(
            id=uuid4(), meeting_id=about.id, noticed_at=unit.now, noticed_by="chat_message",
            started_at=unit.now, initiator_oid="per", decider_oid="birgit",
            ended_at=unit.now if stage in (S.ENDED, S.SETTLED) else None,
            file_outcome="kept" if stage in (S.RECORDS_SETTLED, S.SETTLED) else None,
        )  # fmt: skip
        unit.session.add(row)
        await unit.session.flush()
        told = IncidentStep(
            id=uuid4(), incident_id=row.id, kind="warned", who="boss", at=unit.now,
            last_at=unit.now, times=1,
        )  # fmt: skip
        unit.session.add(told)
        await unit.session.flush()
        roles = {
            "mette": frozenset({R.ORGANIZER, R.TOLD}), "per": frozenset({R.INITIATOR}),
            "boss": frozenset({R.TOLD}), "birgit": frozenset({R.TOLD, R.FILE_DECIDER}),
        }  # fmt: skip
        yield Case(f"an incident, {stage}", office(), stage, {"incident_id": row.id}, roles)


async def note_takers(unit: Unit) -> AsyncIterator[Case]:
    """Mette was asked of a program in her meeting, in which per has a wish."""
    for stage in (S.WAITS, S.DONE):
        about = await meeting(unit)
        await wish(unit, about, office(), caseworker_oid="per")
        ran = Occurrence(
            id=uuid4(), meeting_id=about.id, started_at=unit.now, noticed_by="event", tellings=0
        )
        unit.session.add(ran)
        await unit.session.flush()
        row = NoteTaker(
            id=uuid4(), meeting_id=about.id, occurrence_id=ran.id, person_key="k", sign="name",
            seen_at=unit.now, asked_oid="mette", answer="no_bot" if stage is S.DONE else None,
        )  # fmt: skip
        unit.session.add(row)
        await unit.session.flush()
        roles = {"mette": frozenset({R.ASKED}), "per": frozenset({R.ASKED})}
        yield Case(f"a note-taker, {stage}", office(), stage, {"note_taker_id": row.id}, roles)
