"""Nobody answers for the municipality in a matter of their own: HR/Jura, the DPO, who called the meeting."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from cards.keeping import keeping_card
from casework import bus, commands
from casework.afterwards import own_matter
from casework.deciding.second_person import why_asked
from casework.jobs.confirming import confirmers, deputies
from casework.keeping import holds
from casework.office import Bench
from casework.rights.roles import Stage
from casework.rights.stages import stage_of
from store.database import Database, Unit
from store.tables import Errand, Request
from tests.system import rights_world as world
from tests.system.test_who_may_what import DONE, carried_out

OFFICE = world.office("albertslund", statistics=True)
SIDES = ("requester_oid", "caseworker_oid", "registered_by", "organizer_oid")


async def a_case(unit: Unit, side: str, person: str) -> Request:
    """A wish in which the person has this side."""
    about = await world.meeting(unit)
    row = await world.wish(unit, about, OFFICE, caseworker_oid="mette", registered_by="per")
    row.number = row.number.upper()
    setattr(about if side == "organizer_oid" else row, side, person)
    await unit.session.flush()
    return row


async def an_errand(unit: Unit, kind: str, by: str, about: Request | None) -> Errand:
    row = Errand(
        id=uuid4(), number=f"U-{uuid4().hex[:7].upper()}", kind=kind, department="a", created_by=by,
        state="assessing" if kind == "misuse" else "waiting", created_at=unit.now, facts={},
        request_id=about.id if about else None,
    )  # fmt: skip
    unit.session.add(row)
    await unit.session.flush()
    return row


async def pressed(database: Database, unit: Unit, kind: Any, person: str, **given: Any) -> Any:
    actor = commands.Actor(f"29:{person}", person, person.title())
    return await bus.Bus(database, OFFICE)._if_allowed(
        unit, kind(actor=actor, **given), carried_out
    )


ANSWERS: tuple[tuple[str, type, dict[str, Any]], ...] = (
    ("legal_question", commands.AnswerLegal, {"form": {}}),
    ("misuse", commands.AssessMisuse, {"form": {}, "finished": False}),
)


@pytest.mark.parametrize(("kind", "command", "form"), ANSWERS)
@pytest.mark.parametrize("side", SIDES)
async def test_hr_legal_does_not_answer_in_a_case_of_their_own(
    database: Database, side: str, kind: str, command: Any, form: dict[str, Any]
) -> None:
    async with world.unmade(database) as unit:
        for person, allowed in (("lene", False), ("bodil", True)):
            errand = await an_errand(unit, kind, "mette", await a_case(unit, side, person))
            answer = await pressed(database, unit, command, "lene", errand_id=errand.id, **form)
            assert (answer == DONE) is allowed
            look = await pressed(database, unit, commands.ShowErrand, "lene", errand_id=errand.id)
            assert (look == DONE) is allowed
            readers = await own_matter.readers_of(OFFICE, unit, errand)
            assert ("lene" in readers) is allowed


@pytest.mark.parametrize(("kind", "command", "form"), ANSWERS)
async def test_nobody_answers_what_they_asked_or_reported(
    database: Database, kind: str, command: Any, form: dict[str, Any]
) -> None:
    async with world.unmade(database) as unit:
        errand = await an_errand(unit, kind, "lene", None)
        assert await pressed(database, unit, command, "lene", errand_id=errand.id, **form) != DONE
        look = await pressed(database, unit, commands.ShowErrand, "lene", errand_id=errand.id)
        assert (look == DONE) is (kind == "legal_question")  # the answer is for whoever asked
        readers = await own_matter.readers_of(OFFICE, unit, errand)
        assert ("lene" in readers) is (kind == "legal_question")


@pytest.mark.parametrize("person", ["birgit", "lene"])
@pytest.mark.parametrize("side", SIDES)
async def test_nobody_holds_or_lets_go_a_case_of_their_own(
    database: Database, side: str, person: str
) -> None:
    async with world.unmade(database) as unit:
        own = await a_case(unit, side, person)
        other = await a_case(unit, side, "bodil")
        about = await an_errand(unit, "misuse", "mette", own)
        for kind in (commands.HoldCase, commands.LiftHold):
            for number, allowed in (
                (own.number, False),
                (about.number, False),
                (other.number, True),
            ):
                form = {"case_number": f" {number} "}
                assert (await pressed(database, unit, kind, person, form=form) == DONE) is allowed
            assert (
                await pressed(database, unit, kind, person, form={}) == DONE
            )  # what is missing is said


@pytest.mark.parametrize("side", SIDES)
async def test_why_a_case_of_their_own_is_held_is_for_the_others(
    database: Database, side: str
) -> None:
    async with database.unit() as unit:
        row = await a_case(unit, side, "birgit")
        form = {"case_number": row.number, "held_why": "Xqhvorfor"}
        lene = commands.Actor("29:lene", "lene", "Lene")
        await holds.hold(OFFICE, unit, commands.HoldCase(actor=lene, form=form))
        for person, sees in (("lene", True), ("birgit", False)):
            actor = commands.Actor(f"29:{person}", person, person.title())
            card = await holds.show(OFFICE, unit, commands.ShowKeeping(actor=actor))
            assert [one.number for one in card.held] == [row.number]
            assert ("Xqhvorfor" in str(card)) is sees
            assert ("Xqhvorfor" in str(keeping_card(card))) is sees


@pytest.mark.rule("C27")
async def test_the_leader_across_the_table_does_not_confirm_the_refusal(
    database: Database,
) -> None:
    """Boss is asked, and called an employee's talk: somebody further up is asked, or HR/Jura. Where she
    only set the time of a meeting with a citizen, she is the nearest leader like any other."""
    async with world.unmade(database) as unit:
        for relation, organizer, allowed in (
            ("employee", "boss", False), ("employee", "mette", True), ("citizen", "boss", True),
        ):  # fmt: skip
            row = await a_case(unit, "organizer_oid", organizer)
            row.relation = relation
            row.notice, row.proposed_by, row.proposed_at = True, "mette", unit.now
            row.confirmer_oid = "boss"
            await unit.session.flush()
            answer = await pressed(
                database, unit, commands.AgreeRefusal, "boss", request_id=row.id, form={}
            )
            assert (answer == DONE) is allowed


class Directory:
    """Everybody is there; mette's manager is boss, and his is bent."""

    async def person(self, oid: str) -> Any:
        return Person(oid)

    async def manager_of(self, oid: str) -> Any:
        above = {"mette": "boss", "boss": "bent"}.get(oid)
        return Person(above) if above else None


class Person:
    def __init__(self, oid: str) -> None:
        self.oid, self.enabled = oid, True


class Outside:
    directory = Directory()


@pytest.mark.rule("C27")
async def test_who_is_asked_when_the_nearest_leader_called_the_meeting(database: Database) -> None:
    async with database.unit() as unit:
        row = await a_case(unit, "organizer_oid", "boss")
        row.notice, row.proposed_by, row.proposed_at = True, "mette", unit.now
        row.relation = "employee"
    outside: Any = Outside()
    bench = Bench(OFFICE, outside, database, database.clock)
    assert [oid async for oid in confirmers(bench, row)] == ["bent", "lene"]
    assert "boss" not in [oid async for oid in deputies(bench, row)]
    async with database.unit() as unit:
        row = await unit.session.get_one(Request, row.id)
        row.relation = "citizen"
    asked = [oid async for oid in confirmers(bench, row)]
    assert asked[0] == "boss"


@pytest.mark.rule("C27")
@pytest.mark.parametrize(
    ("typed_in", "asked"), [("lene", "boss"), ("boss", "bent"), ("per", "boss")]
)
async def test_who_typed_it_in_does_not_confirm_the_refusal(
    database: Database, typed_in: str, asked: str
) -> None:
    """Somebody else is asked, and reads why it is not the leader."""
    async with database.unit() as unit:
        row = await a_case(unit, "registered_by", typed_in)
        row.notice, row.proposed_by, row.proposed_at = True, "mette", unit.now
    outside: Any = Outside()
    bench = Bench(OFFICE, outside, database, database.clock)
    named = [oid async for oid in confirmers(bench, row)]
    assert typed_in not in named
    assert named[0] == asked
    assert typed_in not in [oid async for oid in deputies(bench, row)]
    assert why_asked(OFFICE, row, asked) == ("next_registered" if asked == "bent" else "leader")
    if typed_in == "boss":
        assert why_asked(OFFICE, row, "lene") == "hr_registered"
    async with world.unmade(database) as unit:
        for person, allowed in ((typed_in, False), (asked, True)):
            held = await unit.session.get_one(Request, row.id)
            held.confirmer_oid = person
            await unit.session.flush()
            answer = await pressed(
                database, unit, commands.AgreeRefusal, person, request_id=row.id, form={}
            )
            assert (answer == DONE) is allowed


async def test_a_proposal_whose_meeting_is_over_is_not_rewritten(database: Database) -> None:
    """Also before the job has entered that nothing was decided."""
    async with world.unmade(database) as unit:
        for state, stage in (("past", Stage.UNANSWERED), ("cancelled", Stage.LAPSED)):
            about = await world.meeting(unit, state)
            row = await world.wish(
                unit, about, OFFICE, state="under_assessment", caseworker_oid="per",
                approver_oid="boss", proposed_by="boss", proposed_at=unit.now,
            )  # fmt: skip
            assert await stage_of(unit, row) is stage
            for kind in (
                commands.BeginRefusal,
                commands.PreviewRefusal,
                commands.Refuse,
                commands.Grant,
            ):
                answer = await pressed(database, unit, kind, "boss", request_id=row.id, form={})
                assert answer != DONE, kind
