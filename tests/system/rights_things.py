"""The rest of the municipality of ``rights_world.py``: errands, tasks, and what is pressed without any thing."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Any
from uuid import uuid4

from casework.rights.roles import Role, Stage
from store.database import Unit
from store.tables import Card, ContactWishRow, Errand, Meeting, Task
from tests.system.rights_world import Case, meeting, office, wish

R, S = Role, Stage


# --- errands and tasks ----------------------------------------------------------------------------

TAKES, READS = R.ERRAND_TAKER, R.ERRAND_READER
LAWYER = {"lene": frozenset({R.HR_LEGAL, READS})}
ERRANDS: Mapping[Stage, tuple[str, str, Mapping[str, Any], Mapping[str, frozenset[Role]]]] = {
    S.PRINTOUT_WAITS: (
        "printout", "waiting", {"created_by": "bodil"},
        {"mette": frozenset({TAKES, READS}), "per": frozenset({TAKES, READS}), "boss": frozenset({TAKES}),
         "dorte": frozenset({TAKES}), "bodil": frozenset({TAKES, READS, R.OPENED})},
    ),
    S.PRINTOUT_TAKEN: (
        "printout", "taken", {"created_by": "bodil", "owner_oid": "mette"},
        {"mette": frozenset({TAKES, READS, R.OWNER}), "per": frozenset({READS}),
         "bodil": frozenset({READS, R.OPENED})},
    ),
    S.PRINTOUT_DONE: (
        "printout", "done", {"created_by": "bodil", "owner_oid": "mette"},
        {"mette": frozenset({TAKES, READS, R.OWNER}), "per": frozenset({READS}),
         "bodil": frozenset({READS, R.OPENED})},
    ),
    S.QUESTION_WAITS: (
        "legal_question", "waiting", {"created_by": "boss"}, {**LAWYER, "boss": frozenset({READS, R.OPENED})}
    ),
    S.QUESTION_DONE: (
        "legal_question", "done", {"created_by": "boss"}, {**LAWYER, "boss": frozenset({READS, R.OPENED})}
    ),
    S.MISUSE_ASSESSED: ("misuse", "assessing", {"created_by": "mette"}, {**LAWYER, "mette": frozenset({R.OPENED})}),
    S.MISUSE_CLOSED: ("misuse", "closed", {"created_by": "mette"}, {**LAWYER, "mette": frozenset({R.OPENED})}),
}  # fmt: skip


async def errands(unit: Unit) -> AsyncIterator[Case]:
    """Every errand at every stage; the printout was typed in next door."""
    for stage, (kind, state, row, roles) in ERRANDS.items():
        made = Errand(
            id=uuid4(), number=f"U-{uuid4().hex[:7]}", kind=kind, state=state, department="a",
            created_at=unit.now, facts={}, **row,
        )  # fmt: skip
        unit.session.add(made)
        await unit.session.flush()
        yield Case(f"{kind}, {stage}", office(), stage, {"errand_id": made.id}, roles)


async def tasks(unit: Unit) -> AsyncIterator[Case]:
    """A task of mette's in a case that is per's."""
    for stage in (S.WAITS, S.DONE):
        about = await meeting(unit)
        case = await wish(unit, about, office(), caseworker_oid="per")
        row = Task(
            id=uuid4(), request_id=case.id, kind="note_missing", owner_oid="mette",
            created_at=unit.now, done_at=unit.now if stage is S.DONE else None,
        )  # fmt: skip
        unit.session.add(row)
        await unit.session.flush()
        roles = {"mette": frozenset({R.OWNER})}
        yield Case(f"a task, {stage}", office(), stage, {"task_id": row.id}, roles)


# --- without any thing ----------------------------------------------------------------------------

STAFF = frozenset({R.EMPLOYEE, R.REGISTRAR})
LEADS = frozenset({R.IN_A_UNIT, R.LEADER})
IN_A_UNIT = frozenset({R.IN_A_UNIT})
FREE: Mapping[str, frozenset[Role]] = {
    "mette": STAFF | IN_A_UNIT, "per": STAFF | IN_A_UNIT, "bodil": STAFF | IN_A_UNIT,
    "boss": STAFF | LEADS, "dorte": STAFF | LEADS, "bent": STAFF | LEADS, "nadia": STAFF,
    "ahmed": STAFF, "lene": STAFF | {R.KEEPER}, "birgit": STAFF | {R.DPO, R.KEEPER},
}  # fmt: skip


async def nothing(unit: Unit) -> AsyncIterator[Case]:
    """What needs no row: where the guideline covers employees and counts decisions, and where not;
    pressed in a meeting that somebody who stands on no list has called here; and about a contact wish
    in it that she and bodil were told of, and ``ahmed`` of another in the same meeting."""
    counted = {
        person: roles | {R.COVERED} | ({R.HR_LEGAL_COUNTS} if person == "lene" else set())
        for person, roles in FREE.items()
    }
    yield Case("albertslund", office("albertslund", statistics=True), None, {}, counted)
    yield Case("nyborg", office("nyborg", statistics=False), None, {}, FREE)
    hers = await meeting(unit)
    hers.organizer_oid = "it"
    await unit.session.flush()
    called = {**FREE, "it": frozenset({R.REGISTRAR})}
    ids: Any = {"chat_id": hers.chat_id}
    yield Case("in a meeting she called", office("nyborg", statistics=False), None, ids, called)
    theirs = await contact_wish(unit, hers, "it", "bodil")
    await contact_wish(unit, hers, "ahmed")
    told = {
        person: roles if person in ("it", "bodil") else roles - {R.REGISTRAR}
        for person, roles in called.items()
    }
    ids = {"wish_id": theirs.id}
    yield Case("somebody else's contact wish", office("nyborg", statistics=False), None, ids, told)
    unlisted = await contact_wish(unit, await meeting(unit), "it", "bodil")
    listed = {**told, "it": frozenset[Role]()}
    ids = {"wish_id": unlisted.id}
    yield Case(
        "told, and on no list any more", office("nyborg", statistics=False), None, ids, listed
    )


async def contact_wish(unit: Unit, about: Meeting, *told: str) -> ContactWishRow:
    """Ole would like to record in the meeting; these have the card that says so."""
    made = ContactWishRow(
        id=uuid4(), meeting_id=about.id, person_key=uuid4().hex, anonymous=False, created_at=unit.now
    )  # fmt: skip
    unit.session.add(made)
    await unit.session.flush()
    await unit.personal.put(made.id, about.id, {"name": "Ole Madsen"})
    for person in told:
        unit.session.add(
            Card(
                purpose=f"wish:{made.id}:{person}",
                service_url="https://a",
                conversation_id="a",
                activity_id="1",
                posted_at=unit.now,
                claimed_at=unit.now,
                uncertain=0,
            )
        )
    await unit.session.flush()
    return made
