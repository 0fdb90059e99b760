"""The cards that ask somebody show the ground to none but those the profile names as its readers."""

from __future__ import annotations

from typing import Any

import pytest

from cards.assessment import assessment_card
from casework import commands, showing
from casework.afterwards.notes import write_note
from casework.deciding import answers, assessing, decisions, reasons
from casework.jobs import asking
from casework.office import Bench, Office
from store.database import Database
from store.tables import GroundLook, Request
from tests.system import rights_world as world

LETTER = ("Svar", ("Tekst",))
READERS: tuple[tuple[tuple[str, ...], bool, bool], ...] = (
    (("employee", "decider", "deputy"), True, True),
    (("employee", "decider"), True, False),
    (("employee",), False, False),
    (("decider",), True, False),
)
"""Who reads grounds; whether the one who is asked does, and whether the deputy does."""


async def a_wish(database: Database, office: Office) -> Request:
    async with database.unit() as unit:
        row = await world.wish(
            unit, await world.meeting(unit), office, caseworker_oid="mette", state="under_assessment",
            approver_oid="boss", proposed_by="mette", confirmer_oid="boss", deputy_oid="dorte",
            proposed_at=unit.now,
        )  # fmt: skip
        await unit.personal.put(row.id, row.id, {"ground_text": "Xqgrund", "new_facts": "Xqnyt"})
    return row


@pytest.mark.parametrize(("readers", "first", "deputy"), READERS)
async def test_only_a_reader_of_grounds_sees_it(
    database: Database, readers: tuple[str, ...], *, first: bool, deputy: bool
) -> None:
    office = world.office(ground_readers=readers)
    row = await a_wish(database, office)
    async with database.unit() as unit:
        for reader, sees in (("boss", first), ("dorte", deputy)):
            card: Any = await assessing.assessment(office, unit, row, reader)
            assert ("Xqgrund" in str(card)) is sees
            assert ("Jeg glemmer det" in str(card)) is sees
            assert card.ground_hidden is not sees
            card = await reasons.confirmation(office, unit, row, reader, LETTER)
            assert ("Xqgrund" in str(card)) is sees
            assert ("Xqnyt" in str(card)) is sees
            assert card.ground_hidden is not sees
            card = await reasons.refusal(office, unit, row, reader)
            assert ("Xqgrund" in str(card)) is sees
            assert ("Jeg glemmer det" in str(card)) is sees
            assert ("Xqnyt" in str(card)) is sees
            assert card.ground_hidden is not sees
            note = await write_note(office, unit, row, reader=reader)
            assert ("Xqnyt" in note.text) is sees
            assert note.shown == (await write_note(office, unit, row)).shown
        assert ("Xqnyt" in (await write_note(office, unit, row)).text) is ("employee" in readers)
        new = await assessing.assessment(office, unit, row, "bent")  # asked, and not entered yet
        assert ("Xqgrund" in str(new)) is first


@pytest.mark.parametrize(("readers", "first", "deputy"), READERS)
async def test_a_look_is_noted_where_there_was_something_to_see(
    database: Database, readers: tuple[str, ...], *, first: bool, deputy: bool
) -> None:
    office = world.office(ground_readers=readers)
    row = await a_wish(database, office)
    async with database.unit() as unit:
        held = await unit.session.get_one(Request, row.id)
        held.approver_oid = held.deputy_oid = None
        held.state = "received"
    nobody: Any = None
    bench = Bench(office, nobody, database, database.clock)
    assert await asking._enter_asked(bench, row.id, "boss") == "asked"
    async with database.unit() as unit:
        looks = (await unit.session.scalars(GroundLook.__table__.select())).all()
    assert bool(looks) is first


@pytest.mark.parametrize("sees", [True, False])
async def test_who_thinks_of_refusing_a_notice_sees_the_ground_and_that_is_noted(
    database: Database, *, sees: bool
) -> None:
    """Nobody was asked about a notice, so no card has shown its ground before."""
    readers = ("employee", "decider") if sees else ("decider",)
    office = world.office("albertslund", ground_readers=readers)
    async with database.unit() as unit:
        about = await world.meeting(unit)
        row = await world.wish(unit, about, office, caseworker_oid="mette", notice=True)
        mette = commands.Actor(mri="29:mette", oid="mette", name="Mette Holm", kind="member")
        for came_from in ("", "preview"):
            begin = commands.BeginRefusal(
                actor=mette, request_id=row.id, version=1, form={"from": came_from}
            )
            card = await decisions.begin_refusal(office, unit, begin)
            assert ("Jeg glemmer det" in str(card)) is sees
        looks = (await unit.session.scalars(GroundLook.__table__.select())).all()
    assert len(looks) == sees


@pytest.mark.parametrize("sees", [True, False])
async def test_a_note_that_shows_what_is_new_is_a_look(database: Database, *, sees: bool) -> None:
    """Whoever confirms a note without having opened it sees it all the same; once is enough then."""
    office = world.office(ground_readers=("employee",) if sees else ("decider",))
    row = await a_wish(database, office)
    mette = commands.Actor(mri="29:mette", oid="mette", name="Mette Holm", kind="member")
    given: Any = {"actor": mette, "request_id": row.id}
    copy = commands.ConfirmNoteCopied(**given, form={})
    show = commands.ShowNote(**given)
    async with database.unit() as unit:
        for press, count in ((copy, 1), (copy, 1), (show, 2), (copy, 2)):
            note: Any = (
                await answers.show_note(office, unit, press)
                if isinstance(press, commands.ShowNote)
                else await answers.confirm_note_copied(office, unit, press)
            )
            assert ("Xqnyt" in note.text) is sees
            looks = (await unit.session.scalars(GroundLook.__table__.select())).all()
            assert len(looks) == (count if sees else 0)
        await unit.personal.discard(row.id, ["new_facts"])
        await answers.show_note(office, unit, show)  # a note without a ground is none
        looks = (await unit.session.scalars(GroundLook.__table__.select())).all()
        assert len(looks) == (2 if sees else 0)


async def test_what_was_given_is_never_called_not_given(database: Database) -> None:
    """Who is not to read it sees that there is one; where there is none, that."""
    office = world.office(ground_readers=("employee",))
    row = await a_wish(database, office)
    async with database.unit() as unit:
        view = await assessing.assessment(office, unit, row, "boss")
        drawn = str(assessment_card(view))
        assert "oplyst, men efter jeres retningslinje ikke for dig at læse" in drawn
        assert "ikke oplyst" not in drawn
        await unit.personal.discard(row.id, showing.STATED)  # what is new is no ground
    async with database.unit() as unit:
        view = await assessing.assessment(office, unit, row, "boss")
        assert view.ground_hidden is False
        assert "ikke oplyst" in str(assessment_card(view))
