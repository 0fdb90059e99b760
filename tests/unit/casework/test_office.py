"""Who may do what, for every combination of roles (B8, B11, B17); who is who, and which wishes count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations, product
from typing import Any

import pytest

from casework.deciding.answers import WAYS, check_handover
from casework.office import Office
from casework.showing import applying
from departments import Department, Departments
from guidelines.profile import Guideline, load_guideline
from store.tables import Meeting, Request

PROFILE = load_guideline("frederiksberg")
READERS = ("employee", "decider", "deputy")
UNIT = Department("a", "A", approver_oid="boss", deputy_oid="deputy", members=("one", "two"))
OTHER = Department("b", "B", members=("three",))
OFFICE = Office(
    guideline=PROFILE,
    departments=Departments((UNIT, OTHER), "b", frozenset({"it"})),
    tenant_id="t",
    public_url="",
)
PEOPLE = (None, "", "one", "two", "three", "boss", "deputy", "it", "stranger")
SOMEBODY = ("one", "two", "boss", "deputy")


def requests() -> Iterator[Request]:
    """Every way in which a wish can lie with people."""
    someone: tuple[Any, ...] = (None, *SOMEBODY)
    for caseworker, registrant, approver, deputy, unit in product(
        someone, SOMEBODY, someone, someone, ("a", "b", "gone")
    ):
        yield Request(
            caseworker_oid=caseworker, registered_by=registrant, approver_oid=approver,
            deputy_oid=deputy, department=unit, profile_version=1, relation="citizen",
        )  # fmt: skip


REQUESTS = list(requests())


@pytest.mark.parametrize("oid", PEOPLE)
def test_who_may_decide(oid: str | None) -> None:
    for request in REQUESTS:
        own = oid in (request.caseworker_oid, request.registered_by)
        asked = oid in (request.approver_oid, request.deputy_oid)
        assert OFFICE.may_decide(oid, request) == (bool(oid) and asked and not own)


@pytest.mark.parametrize("oid", PEOPLE)
def test_who_may_handle(oid: str | None) -> None:
    for request in REQUESTS:
        may = OFFICE.may_handle(oid, request)
        if not oid or oid in ("stranger", "it"):
            assert not may
        elif oid in (request.caseworker_oid, request.registered_by):
            assert may
        else:
            in_unit = (
                oid in {"a": UNIT, "b": OTHER}.get(request.department, Department("", "")).members
            )
            assert may == (request.caseworker_oid is None and in_unit)
        assert not (may and OFFICE.may_decide(oid, request) and request.caseworker_oid)


def test_an_employees_own_talk_is_the_leaders_and_never_her_own() -> None:
    for leader, approver, deputy in product(("boss", None), ("boss", "one", None), ("one", None)):
        request = Request(
            relation="employee", requester_oid="one", registered_by="one", caseworker_oid=leader,
            approver_oid=approver, deputy_oid=deputy, department="a", profile_version=1,
        )  # fmt: skip
        for oid in PEOPLE:
            assert OFFICE.may_handle(oid, request) == (oid == leader and bool(oid))
        assert not OFFICE.may_decide("one", request)
        assert not OFFICE.may_see_ground("one", request)


@pytest.mark.parametrize("oid", PEOPLE)
@pytest.mark.parametrize("readers", [r for n in range(4) for r in combinations(READERS, n)])
def test_who_may_see_the_ground(oid: str | None, readers: tuple[str, ...]) -> None:
    changed = replace(PROFILE.version(1), ground_readers=readers)
    office = replace(OFFICE, guideline=Guideline((changed,)))
    for request in REQUESTS:
        roles = set()
        if oid in (request.caseworker_oid, request.registered_by):
            roles.add("employee")
        elif oid == request.approver_oid:
            roles.add("decider")
        if oid == request.deputy_oid and "employee" not in roles:
            roles.add("deputy")
        assert office.may_see_ground(oid, request) == (bool(oid) and bool(roles & set(readers)))


def notices() -> Iterator[Request]:
    """Every way in which a notice can lie with people, a refusal of it proposed or not."""
    some = (None, "one", "boss")
    for caseworker, proposer, confirmer, deputy, requester in product(some, repeat=5):
        for registrant in ("two", "boss"):
            yield Request(
                caseworker_oid=caseworker, registered_by=registrant, proposed_by=proposer,
                confirmer_oid=confirmer, deputy_oid=deputy, requester_oid=requester,
                approver_oid="boss", department="a", profile_version=1, notice=True,
                relation="employee" if requester else "citizen",
            )  # fmt: skip


NOTICES = list(notices())


@pytest.mark.rule("C27")
@pytest.mark.parametrize("oid", PEOPLE)
def test_a_refused_notice_takes_the_one_whose_talk_it_is_and_another(oid: str | None) -> None:
    for notice in NOTICES:
        wishes = bool(oid) and oid == notice.requester_oid
        has_it = bool(oid) and oid == notice.caseworker_oid
        assert OFFICE.may_refuse(oid, notice) == (has_it and not wishes)
        asked = bool(oid) and oid in (notice.confirmer_oid, notice.deputy_oid)
        apart = not (wishes or has_it or oid in (notice.proposed_by, notice.registered_by))
        proposed = notice.proposed_by is not None
        assert OFFICE.may_confirm(oid, notice) == (proposed and asked and apart)
        assert not (OFFICE.may_refuse(oid, notice) and OFFICE.may_confirm(oid, notice))


@pytest.mark.parametrize("oid", PEOPLE)
def test_nobody_decides_a_notice_alone(oid: str | None) -> None:
    assert not any(OFFICE.may_decide(oid, notice) for notice in NOTICES)


def test_the_queues_members_do_not_see_the_ground() -> None:
    waiting = Request(
        caseworker_oid=None,
        registered_by="one",
        department="a",
        relation="citizen",
        profile_version=1,
    )
    assert OFFICE.may_handle("two", waiting)
    assert not OFFICE.may_see_ground("two", waiting)


def test_who_is_an_employee() -> None:
    assert [oid for oid in PEOPLE if OFFICE.is_employee(oid)] == [
        "one", "two", "three", "boss", "deputy", "it",
    ]  # fmt: skip
    held = Meeting(organizer_oid="stranger", organizer_tenant="t")
    assert OFFICE.is_employee("stranger", held)
    assert not OFFICE.is_employee(
        "stranger", Meeting(organizer_oid="stranger", organizer_tenant="x")
    )
    assert not OFFICE.is_employee("guest", held)
    assert not OFFICE.is_employee(None, Meeting(organizer_oid=None, organizer_tenant="t"))


def test_units() -> None:
    assert OFFICE.department_of("one") is UNIT
    assert OFFICE.department_of("stranger") is OTHER
    assert OFFICE.department_of(None) is OTHER
    assert OFFICE.department("a") is UNIT
    assert OFFICE.department("gone") is OTHER
    assert OFFICE.in_unit("two", "a")
    assert not OFFICE.in_unit("boss", "a")
    assert not OFFICE.in_unit("two", "gone")


# --- which granted wishes count -------------------------------------------------------------------

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "used_at", "counts"),
    [
        ("granted", None, True),
        ("granted", NOON - timedelta(hours=3), True),
        ("granted", datetime(2026, 11, 30, 23, 30, tzinfo=UTC), True),  # half past midnight here
        ("granted", datetime(2026, 11, 30, 22, 30, tzinfo=UTC), False),
        ("granted", NOON - timedelta(days=7), False),
        ("granted", NOON + timedelta(days=1), False),
        *((s, None, False) for s in ("received", "awaiting_leader", "not_granted", "withdrawn", "lapsed")),
    ],
)  # fmt: skip
def test_an_agreement_is_for_one_meeting(
    state: str, used_at: datetime | None, counts: bool
) -> None:
    request = Request(state=state, used_at=used_at)
    series, single = Meeting(teams_type="Recurring"), Meeting(teams_type="Scheduled")
    assert applying(series, [request], NOON) == ([request] if counts else [])
    # One meeting stays one meeting, however often its call was tried or moved.
    assert applying(single, [request], NOON) == ([request] if state == "granted" else [])


# --- the answer handed over -----------------------------------------------------------------------

DECIDED = datetime(2026, 12, 1, 8, 30, 40, tzinfo=UTC)
HANDED = {"how": "spoken", "who": "Mette", "date": "2026-12-01", "time": "12:00"}


@pytest.mark.parametrize("how", WAYS)
@pytest.mark.parametrize("time", ["09:30", "12:00", "13:00"])
def test_a_recorded_handover(how: str, time: str) -> None:
    moment, problems = check_handover(HANDED | {"how": how, "time": time}, DECIDED, NOON)
    assert problems == ()
    assert moment is not None
    assert moment.astimezone(UTC).hour == int(time[:2]) - 1
    assert check_handover(HANDED, None, NOON)[1] == ()


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"how": ""}, {("how", "how_missing")}),
        ({"how": "pigeon"}, {("how", "how_missing")}),
        ({"who": " "}, {("who", "who_missing")}),
        ({"date": ""}, {("date", "date_missing")}),
        ({"date": "i går"}, {("date", "date_bad")}),
        ({"date": "2026-02-30"}, {("date", "date_bad")}),
        ({"time": ""}, {("time", "time_bad")}),
        ({"time": "24:00"}, {("time", "time_bad")}),
        ({"time": "13:01"}, {("date", "date_in_future")}),
        ({"date": "9999-12-31"}, {("date", "date_in_future")}),
        ({"time": "09:29"}, {("date", "date_before_decision")}),
        ({"date": "0001-01-01"}, {("date", "date_before_decision")}),
    ],
)  # fmt: skip
def test_a_handover_with_a_fault(changed: dict[str, str], found: set[tuple[str, str]]) -> None:
    _, problems = check_handover(HANDED | changed, DECIDED, NOON)
    assert {(problem.field, problem.code) for problem in problems} == found


def test_every_fault_of_a_handover_at_once() -> None:
    moment, problems = check_handover({}, DECIDED, NOON)
    assert moment is None
    assert {problem.field for problem in problems} == {"how", "who", "date"}
