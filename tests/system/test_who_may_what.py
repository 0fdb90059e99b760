"""Who may what: every role, every action, every stage (``casework/rights/table.py``)."""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from cards import CARDS
from casework import bus, commands
from casework.office import Office
from casework.rights import gate
from casework.rights.roles import ERRAND, INCIDENT, MEETING, WAITING, WISH, Role
from casework.rights.table import TABLE
from store.base import Base
from store.database import Database, Unit
from tests.scenario.stage import words
from tests.system import rights_things as things
from tests.system import rights_world as world
from texts import views
from texts.catalog import text as said
from tools import who_may_what

THINGS: dict[str, list[Callable[[Unit], AsyncIterator[world.Case]]]] = {
    "nothing": [things.nothing],
    "wish": [lambda unit, kind=kind: world.wishes(unit, kind) for kind in world.KINDS],  # type: ignore[misc]
    "meeting": [world.meetings],
    "incident": [world.incidents],
    "note_taker": [world.note_takers],
    "errand": [things.errands],
    "task": [things.tasks],
}
STAGES = {
    "nothing": (), "wish": WISH, "meeting": MEETING, "incident": INCIDENT, "errand": ERRAND,
    "task": WAITING, "note_taker": WAITING,
}  # fmt: skip
ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("bots", "cards", "microsoft365", "store", "texts", "web")
CASES = [(thing, number) for thing, makers in THINGS.items() for number in range(len(makers))]
DONE = views.Toast(code="recorded")


async def carried_out(office: Office, unit: Unit, command: commands.Command) -> views.View:
    """Stands for every handler: whatever comes here was let through."""
    return DONE


async def everything(unit: Unit, *, but: str = "") -> str:
    """One mark over every row of every table, or of all but one."""
    await unit.session.flush()
    marks = []
    for table in Base.metadata.sorted_tables:
        if table.name == but:
            continue
        query = f"SELECT md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) FROM {table} t"
        marks.append(str(await unit.session.scalar(text(query))))
    return " ".join(marks)


def is_sentence(view: views.View | None) -> bool:
    """Whether it says something in Danish to whoever pressed."""
    if isinstance(view, views.Toast):
        return len(said(f"toast.{view.code}", "da").split()) > 3
    return view is not None and len(words(CARDS[type(view)](view)).split()) > 3


def actions(thing: str) -> list[type[commands.PersonCommand]]:
    return [kind for kind, row in TABLE.items() if row.thing == thing]


@pytest.mark.parametrize(("thing", "number"), CASES)
async def test_every_cell(database: Database, thing: str, number: int) -> None:
    """Allowed cells reach their handler; every other is answered in Danish and leaves every row as it
    was."""
    cells = refused = 0
    async with world.unmade(database) as unit:
        cases = [case async for case in THINGS[thing][number](unit)]
        before = await everything(unit)
        for case in cases:
            door = bus.Bus(database, case.office)
            for kind in actions(thing):
                row = TABLE[kind]
                now = not row.when or case.stage in row.when
                for person in world.PEOPLE:
                    press = world.command(kind, person, case)
                    if kind is commands.ExpressContactWish:
                        chat = await unit.session.scalar(
                            text("SELECT chat_id FROM meetings WHERE id = :id"),
                            {"id": case.ids["meeting_id"]},
                        )
                        press = commands.ExpressContactWish(actor=press.actor, chat_id=chat)
                    answer = await door._if_allowed(unit, press, carried_out)
                    cells += 1
                    where = f"{case.name}: {person or 'nobody'} {kind.__name__}"
                    if case.has(person, row.who) and now:
                        assert answer == DONE, where
                    else:
                        refused += 1
                        assert answer != DONE, where
                        assert is_sentence(answer), where
        assert await everything(unit) == before
    assert cells > 10 * len(actions(thing))
    assert refused


def test_every_role_and_stage_of_the_table_is_somebodys() -> None:
    """The world of these tests leaves no role and no stage out."""
    used = {role for row in TABLE.values() for role in row.who}
    assert used == set(Role)
    given = {Role.ANYBODY}
    for kind in world.KINDS:
        for roles in (kind.roles, kind.proposed or {}):
            given |= {role for held in roles.values() for role in held}
    for _, _, _, roles in things.ERRANDS.values():
        given |= {role for held in roles.values() for role in held}
    given |= {role for held in things.FREE.values() for role in held}
    by_hand = {
        Role.COVERED, Role.HR_LEGAL_COUNTS, Role.HOLDER, Role.ACCOUNT_READER, Role.ORGANIZER,
        Role.INITIATOR, Role.TOLD, Role.FILE_DECIDER, Role.ASKED,
    }  # fmt: skip
    assert given | by_hand == set(Role)
    assert {stage for kind in world.KINDS for stage in kind.stages} == set(WISH)
    assert set(things.ERRANDS) == set(ERRAND)


def test_whatever_a_person_can_do_has_a_row() -> None:
    people = {kind for kind in bus.HANDLERS if issubclass(kind, commands.PersonCommand)}
    assert people == TABLE.keys()
    for kind, row in TABLE.items():
        assert row.who, kind
        assert set(row.when) <= set(STAGES[row.thing]), kind
        assert row.thing == "nothing" or gate.KEYS[row.thing]


def test_rights_are_asked_for_in_casework_alone() -> None:
    """No other room decides who may: none of them names a role, and none asks who somebody is."""
    asks = {
        name
        for name, _ in inspect.getmembers(Office, inspect.isfunction)
        if name.startswith(("may_", "is_employee", "in_unit"))
    }
    assert len(asks) > 5
    for path in [*ROOT.glob("*.py"), *(p for room in ROOMS for p in (ROOT / room).rglob("*.py"))]:
        room = path.relative_to(ROOT).parts[0]
        if room not in ("casework", "departments.py"):
            source = path.read_text(encoding="utf-8")
            assert "casework.rights" not in source, path
            assert [name for name in asks if f".{name}(" in source] == [], path


def test_the_page_is_made_of_the_table() -> None:
    """When this fails: ``.venv/bin/python -m tools.who_may_what``."""
    assert who_may_what.PAGE.read_text(encoding="utf-8") == who_may_what.page()


def test_hr_legal_and_it_see_no_persons() -> None:
    """HR/Jura has rows for practice, advice, misuse and holds alone; whoever runs the servers has none."""
    lawyers = {Role.HR_LEGAL, Role.HR_LEGAL_COUNTS, Role.KEEPER}
    assert {kind for kind, row in TABLE.items() if lawyers & set(row.who)} == {
        commands.ShowPractice,
        commands.AnswerLegal,
        commands.AssessMisuse,
        commands.ShowKeeping,
        commands.HoldCase,
        commands.LiftHold,
    }
    assert {kind for kind, row in TABLE.items() if Role.ANYBODY in row.who} == {
        commands.ShowMenu,
        commands.ExpressContactWish,
    }
