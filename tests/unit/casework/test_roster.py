"""The call's roster against the ledger: whatever people do, nobody counts as told who did not hear."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from casework.meeting import roster
from casework.meeting.calls import Place
from casework.office import Office
from clock import ShiftedClock
from departments import NO_DEPARTMENTS
from guidelines.profile import load_guideline
from microsoft365.participants import Participant
from store.database import Database
from store.encryption import KeyRing
from store.tables import Call, Informed, Meeting, Occurrence, Spoken

TENANT = "11111111-2222-3333-4444-555555555555"
OFFICE = Office(load_guideline("frederiksberg"), NO_DEPARTMENTS, TENANT, "https://lydhoer.example")
PEOPLE = {
    "mette": Participant("", "user", "oid-mette", TENANT, "Mette", False, False, True),
    "amal": Participant("", "guest", "guest-amal", "", "Amal", False, False, True),
    "bent": Participant("", "phone", "4:+4512345678", "", "", False, False, True),
    "kurt": Participant("", "phone", "4:+45******", "", "", False, False, True),
    "room": Participant("", "device", "room-1", "", "", False, False, True),
    "what": Participant("", "unknown", "", "", "", False, False, True),
}
MASKED = {"kurt", "what"}
"""Who cannot be recognised: when they come back they are somebody new."""

moves = st.tuples(
    st.sampled_from(["come", "leave", "hold", "back", "lobby", "say", "end"]),
    st.sampled_from(sorted(PEOPLE)),
)


@dataclass
class World:
    """The model: who sits where, who has heard, by a person's visits."""

    seats: dict[str, Participant] = field(default_factory=dict)
    unbroken: dict[str, bool] = field(default_factory=dict)  # has heard all of what is being said
    told: set[str] = field(default_factory=set)  # identities that have heard a whole prompt
    visit: dict[str, int] = field(default_factory=dict)
    saying: bool = False

    def identity(self, person: str) -> str:
        return f"{person}{self.visit[person]}" if person in MASKED else person

    def do(self, what: str, person: str) -> None:
        seat = self.seats.get(person)
        if what == "come" and seat is None:
            self.visit[person] = self.visit.get(person, 0) + 1
            self.seats[person] = replace(PEOPLE[person], id=f"{person}-{self.visit[person]}")
            self.unbroken[person] = False
        elif what == "leave" and seat is not None:
            del self.seats[person]
        elif what in ("hold", "lobby") and seat is not None:
            self.seats[person] = replace(seat, hears=False, in_lobby=what == "lobby")
            self.unbroken[person] = False
        elif what == "back" and seat is not None:
            self.seats[person] = replace(seat, hears=True, in_lobby=False)


@pytest.fixture(scope="module")
def keyring() -> KeyRing:
    return KeyRing.parse(KeyRing.new_entry())


@pytest.mark.rule("B20")
@given(course=st.lists(moves, min_size=4, max_size=24))
@limits(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_only_who_heard_all_of_it_is_told(
    database_url: str, keyring: KeyRing, course: list[tuple[str, str]]
) -> None:
    asyncio.run(play(database_url, keyring, course))


async def play(url: str, keyring: KeyRing, course: list[tuple[str, str]]) -> None:
    clock = ShiftedClock()
    database = await Database.open(url, clock=clock, keys=keyring)
    try:
        call_id = await call_in(database)
        world, spoken = World(), None
        for what, person in [*course, ("end", ""), ("say", ""), ("end", "")]:
            clock.advance(timedelta(seconds=1))
            if what == "say" and not world.saying:
                await look(database, call_id, world)
                clock.advance(timedelta(seconds=1))
                spoken = await say(database, call_id)
                world.saying = True
                world.unbroken = {p: seat.hears for p, seat in world.seats.items()}
            elif what == "end" and world.saying and spoken:
                await look(database, call_id, world, counting=spoken)
                world.told |= {
                    world.identity(p)
                    for p, seat in world.seats.items()
                    if seat.hears and world.unbroken.get(p)
                }
                world.saying = False
            else:
                world.do(what, person)
                await look(database, call_id, world)
            await compare(database, call_id, world)
    finally:
        await database.close()


async def call_in(database: Database) -> UUID:
    async with database.unit() as unit:
        meeting = Meeting(id=uuid4(), chat_id=f"19:{uuid4()}", kind="virtual", created_at=unit.now)
        unit.session.add(meeting)
        await unit.session.flush()
        occurrence = Occurrence(
            id=uuid4(), meeting_id=meeting.id, started_at=unit.now, noticed_by="event",
            announced_for=["x"], tellings=1,
        )  # fmt: skip
        unit.session.add(occurrence)
        await unit.session.flush()
        call = Call(
            id=uuid4(), occurrence_id=occurrence.id, attempt=1, callback_key=uuid4().hex,
            state="reconciled", why="", asked_at=unit.now, created_at=unit.now,
        )  # fmt: skip
        unit.session.add(call)
        return call.id


async def place_of(unit: Any, call_id: UUID) -> Place:
    call = await unit.session.get_one(Call, call_id)
    occurrence = await unit.session.get_one(Occurrence, call.occurrence_id)
    return Place(call, occurrence, await unit.session.get_one(Meeting, occurrence.meeting_id))


async def look(
    database: Database, call_id: UUID, world: World, counting: UUID | None = None
) -> None:
    async with database.unit() as unit:
        place = await place_of(unit, call_id)
        await roster.reconcile(OFFICE, unit, place, list(world.seats.values()))
        if counting:
            spoken = await unit.session.get_one(Spoken, counting)
            spoken.state = "completed"
            await roster.count(OFFICE, unit, place, spoken)


async def say(database: Database, call_id: UUID) -> UUID:
    async with database.unit() as unit:
        spoken = Spoken(
            id=uuid4(), call_id=call_id, telling=1, outcome="one", sounds=[], seconds=20,
            state="playing", silent=False, why="", asked_at=unit.now,
        )  # fmt: skip
        unit.session.add(spoken)
        return spoken.id


async def compare(database: Database, call_id: UUID, world: World) -> None:
    """Every seat that hears has one row, and the row says told exactly when its person heard."""
    async with database.unit() as unit:
        place = await place_of(unit, call_id)
        by_seat = {s.participant_id: s for s in await roster.seats_of(unit, call_id)}
        untold = {s.participant_id for s in await roster.untold(OFFICE, unit, place)}
        for person, seat in world.seats.items():
            if not seat.hears:
                assert by_seat[seat.id].here_since is None
                continue
            row = await unit.session.get_one(Informed, by_seat[seat.id].informed_id)
            heard = world.identity(person) in world.told
            assert (row.grade == "prompt_completed") == heard, person
            assert (seat.id in untold) == (not heard)
