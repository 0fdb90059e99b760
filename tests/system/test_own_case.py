"""Nobody decides in a case of their own, however leaders, deputies and caseworkers coincide."""

from __future__ import annotations

from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework import bus, commands
from casework.office import Office
from casework.rights.people import IS
from casework.rights.roles import Role
from casework.rights.table import TABLE
from departments import Department, Departments
from guidelines.profile import load_guideline
from store.database import Database
from store.tables import Meeting, Request
from tests.scenario.stage import verdicts
from tests.system import rights_world as world

PEOPLE = ("ane", "bo", "cia", "dan")
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
GUIDELINES = {name: load_guideline(name) for name in ("nyborg", "frederiksberg", "albertslund")}
WISH_ROLES = tuple({role for row in TABLE.values() if row.thing == "wish" for role in row.who})
somebody = st.sampled_from(PEOPLE)
perhaps = st.none() | somebody
units = st.builds(
    Department,
    id=st.sampled_from(("a", "b")),
    name=st.just("A"),
    approver_oid=perhaps,
    deputy_oid=perhaps,
    members=st.lists(somebody, max_size=4, unique=True).map(tuple),
)


@st.composite
def organisations(draw: st.DrawFn) -> Office:
    """Small units in which one person may be everything at once."""
    found = draw(st.lists(units, min_size=1, max_size=2, unique_by=lambda unit: unit.id))
    listed = Departments(
        tuple(found), found[0].id, frozenset(PEOPLE),
        hr_legal=tuple(draw(st.lists(somebody, max_size=2, unique=True))),
        dpo=tuple(draw(st.lists(somebody, max_size=1))),
    )  # fmt: skip
    return Office(draw(st.sampled_from(list(GUIDELINES.values()))), listed, "tenant", "https://x")


@st.composite
def wishes(draw: st.DrawFn, office: Office) -> Request:
    """Any wish at all, also such as no handler ever makes: every name may stand everywhere."""
    relation = draw(st.sampled_from(("citizen", "employee")))
    return Request(
        department=draw(st.sampled_from(("a", "b", "gone"))),
        caseworker_oid=draw(perhaps), registered_by=draw(somebody), approver_oid=draw(perhaps),
        deputy_oid=draw(perhaps), proposed_by=draw(perhaps), confirmer_oid=draw(perhaps),
        decided_by=draw(perhaps), proposed_at=draw(st.none() | st.just(NOW)), relation=relation,
        requester_oid=draw(somebody) if relation == "employee" else None,
        notice=draw(st.booleans()), state=draw(st.sampled_from(("under_assessment", "granted"))),
        scope="whole", profile_version=office.profile.version,
        decided_at=draw(st.none() | st.just(NOW - timedelta(hours=1))),
    )  # fmt: skip


class Place:
    """Stands for the database: what somebody is to a wish stands in the wish, the departments file and
    who called its meeting."""

    def __init__(self, organizer: str | None) -> None:
        self.session = self
        self._meeting = Meeting(organizer_oid=organizer)

    async def get(self, table: type, key: object) -> Meeting:
        return self._meeting


async def roles_of(office: Office, place: Any, oid: str, wish: Request) -> set[Role]:
    return {role for role in WISH_ROLES if await IS[role](office, place, oid, wish)}


def asked(question: Coroutine[Any, Any, set[Role]]) -> set[Role]:
    """The answer of a question that waits for nothing."""
    try:
        question.send(None)
    except StopIteration as done:
        answer: set[Role] = done.value
        return answer
    raise AssertionError("it asked the database")


@settings(max_examples=200)
@given(st.data())
def test_in_no_organisation(data: st.DataObject) -> None:
    office = data.draw(organisations())
    wish = data.draw(wishes(office))
    assessed_by_employee = office.profile.grant_decider == "employee"
    organizer = data.draw(perhaps)
    for oid in PEOPLE:
        roles = asked(roles_of(office, Place(organizer), oid, wish))
        if oid == wish.requester_oid:
            assert roles <= {Role.REQUESTER}
        own = oid in (wish.caseworker_oid, wish.registered_by)
        if own and not wish.notice and not assessed_by_employee:
            assert not roles & {Role.DECIDER, Role.REFUSER, Role.PROPOSER}
        if wish.notice:
            assert Role.DECIDER not in roles
        if oid == wish.proposed_by:
            assert Role.CONFIRMER not in roles
        across_the_table = wish.relation == "employee" and oid == organizer
        if own or across_the_table:
            assert Role.CONFIRMER not in roles
        if Role.DECIDER in roles and assessed_by_employee:
            assert oid == wish.caseworker_oid == wish.approver_oid


ORDERS = list(product(PEOPLE[:2], PEOPLE[:3], PEOPLE[:3], PEOPLE[:2]))


@pytest.mark.parametrize("first", PEOPLE[:3])
async def test_whoever_takes_a_wish_no_longer_decides_it(database: Database, first: str) -> None:
    """One person is leader, deputy and member at once and tries everything in turn: registers, takes,
    grants, refuses. Whoever granted in the end had no part in it."""
    granted = 0
    for caseworker, registrar, approver, deputy in ORDERS:
        units = Departments((Department("a", "A", approver, deputy, PEOPLE),), "a")
        office = Office(GUIDELINES["frederiksberg"], units, world.TENANT, "https://x")
        async with world.unmade(database) as unit:
            row = await world.wish(
                unit, await world.meeting(unit), office, caseworker_oid=None, state="received",
                registered_by=registrar, approver_oid=approver, deputy_oid=deputy,
            )  # fmt: skip
            door = bus.Bus(database, office)

            async def press(kind: Any, oid: str, row: Request = row, **given: Any) -> None:
                actor = commands.Actor(f"29:{oid}", oid, oid)
                command = kind(actor=actor, request_id=row.id, **given)
                await door._if_allowed(unit, command, bus.HANDLERS[kind])  # noqa: B023

            await press(commands.TakeFromQueue, caseworker)
            for oid in (first, *PEOPLE):
                await press(commands.BeginRefusal, oid, form=verdicts())
                await press(commands.Grant, oid, form=verdicts())
            if row.state == "granted":
                granted += 1
                assert row.decided_by not in (row.caseworker_oid, row.registered_by)
                assert row.decided_by in (approver, deputy)
            else:
                assert {approver, deputy} <= {row.caseworker_oid, row.registered_by}
    assert granted
