"""A sealed field that cannot be opened is a matter of its own case: others are decided as before, and the
cards of its own show the rest and say what does not open."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import text

from cards import CARDS
from casework import commands, showing
from casework.asking import standing, unit_queue
from casework.asking.standing import Place
from casework.bus import Bus
from casework.deciding import answers, assessing, drafts, reasons
from casework.office import Office
from store.database import Database, Unit
from store.tables import Request
from tests.system import rights_world as world
from texts import catalog, views


@pytest.mark.parametrize("profile", ["nyborg", "frederiksberg", "albertslund"])
async def test_an_earlier_case_that_cannot_be_read_stops_no_later_one(
    database: Database, profile: str
) -> None:
    office = world.office(profile)
    async with database.unit() as unit:
        about = await world.meeting(unit)
        earlier = await world.wish(
            unit, about, office, state="not_granted", decided_by="boss", decided_at=unit.now
        )
        await unit.session.execute(
            text(
                "UPDATE personal SET sealed = substring(sealed FROM 1 FOR 30) WHERE owner_id = :id"
            ),
            {"id": earlier.id},
        )
        later = await world.wish(unit, about, office, state="under_assessment", approver_oid="boss")
        draft = drafts.draft_of(later, "boss", await unit.personal.get(later.id))
        assert await reasons.faults(office, unit, later, draft)  # it says what is missing
        await reasons.assessment_faults(office, unit, later, draft)  # reads what was written before
        place = Place(about.id, about.starts_at, "a", "per")
        found = await standing.refusal(unit, office.profile, place, "Ole Madsen")
        assert (found is not None) is (profile == "albertslund")  # by its place, not by its name


async def broken_wish(unit: Unit, office: Office, *fields: str, **given: Any) -> Request:
    """A wish in which these fields do not open, nor the title of its meeting."""
    about = await world.meeting(unit)
    await unit.personal.put(about.id, about.id, {"title": "Opfølgning"})
    row = await world.wish(unit, about, office, **given)
    spoil = (
        "UPDATE personal SET sealed = substring(sealed FROM 1 FOR 30)"
        " WHERE (owner_id = :id AND field = ANY(:fields)) OR owner_id = :meeting"
    )
    given = {"id": row.id, "meeting": about.id, "fields": list(fields)}
    await unit.session.execute(text(spoil), given)
    return row


def shown(view: Any) -> str:
    """What stands on the card."""
    return json.dumps(CARDS[type(view)](view), ensure_ascii=False)


async def test_the_queue_shows_the_rest_and_says_what_does_not_open(database: Database) -> None:
    office = world.office()
    async with database.unit() as unit:
        row = await broken_wish(unit, office, "citizen_name", caseworker_oid=None, state="received")
        other = await world.wish(
            unit, await world.meeting(unit), office, caseworker_oid=None, state="received"
        )
        look = commands.ShowQueue(actor=commands.Actor("29:mette", "mette", "Mette"))
        card = shown(await unit_queue.show_queue(office, unit, look))
    assert row.number in card
    assert other.number in card
    assert catalog.text("card.closed.fields", fields="Navn") in card
    assert catalog.text("card.closed.call") in card
    assert card.count(catalog.text("card.common.closed")) >= 2  # the name and the title


async def test_the_card_of_ones_own_case_shows_the_rest(database: Database) -> None:
    office = world.office()
    async with database.unit() as unit:
        row = await broken_wish(
            unit, office, "ground", "companion", caseworker_oid="mette", state="received"
        )
        view: Any = await showing.case(office, unit, row, "mette")
        card = shown(view)
        assert "Ole Madsen" in card
        assert catalog.text("card.closed.fields", fields="Grund") in card
        assert catalog.text("card.closed.ground") not in card  # she decides nothing
        assert view.may_see_ground
        assert not view.may_add_ground  # one was given
        look = commands.LookAtGround(
            actor=commands.Actor("29:mette", "mette", "Mette"), request_id=row.id
        )
        ground = shown(await answers.look_at_ground(office, unit, look))
    assert "Jeg glemmer det" in ground
    assert catalog.text("card.common.no_ground") not in ground
    assert catalog.text("card.closed.fields", fields="Grund") in ground


async def test_who_decides_is_told_that_the_ground_was_given_and_whom_to_call(
    database: Database,
) -> None:
    office = world.office()
    async with database.unit() as unit:
        row = await broken_wish(
            unit, office, "ground", "own_words", caseworker_oid="mette", state="under_assessment",
            approver_oid="boss", proposed_by="mette", confirmer_oid="boss", proposed_at=unit.now,
        )  # fmt: skip
        letter = ("Svar", ("Tekst",))
        for view in (
            await assessing.assessment(office, unit, row, "boss"),
            await reasons.refusal(office, unit, row, "boss"),
            await reasons.confirmation(office, unit, row, "boss", letter),
        ):
            card = shown(view)
            assert "Ole Madsen" in card
            assert catalog.text("card.common.no_ground") not in card
            assert catalog.text("card.closed.fields", fields="Grund, Egne ord") in card
            assert catalog.text("card.closed.ground") in card
            assert catalog.text("card.closed.call") in card
        assert await reasons.was_asked(unit, row)
        unread = world.office(ground_readers=("employee",))
        assert catalog.text("card.closed.ground") not in shown(
            await assessing.assessment(unread, unit, row, "boss")
        )


async def test_a_press_that_takes_the_closed_field_changes_nothing_and_says_so(
    database: Database,
) -> None:
    office = world.office()
    async with database.unit() as unit:
        row = await broken_wish(
            unit, office, "ground", caseworker_oid="mette", state="under_assessment", approver_oid="boss"
        )  # fmt: skip
    form = {f"verdict.{one.id}": "for" for one in office.profile.criteria}
    press = commands.Grant(
        actor=commands.Actor("29:boss", "boss", "Boss"),
        request_id=row.id,
        form=form,
        inbound_key="k",
    )
    for _ in range(2):  # nor is the press taken as done: once the field opens it counts
        assert await Bus(database, office).handle(press) == views.Toast(code="field_closed")
    async with database.unit() as unit:
        found = await unit.session.get_one(Request, row.id)
        assert (found.state, found.verdicts) == ("under_assessment", {})
    assert catalog.text("toast.field_closed")
