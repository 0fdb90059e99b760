"""An id that a card need not carry: whoever names one that is not theirs learns and changes nothing by it.

The cells of ``test_who_may_what.py`` stop at the gate; here the handlers run.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any
from uuid import uuid4

import pytest

from cards import CARDS
from casework import bus, commands
from casework.rights.table import TABLE
from store.database import Database, Unit
from tests.scenario.stage import words
from tests.system import rights_world as world
from tests.system.rights_things import contact_wish
from tests.system.test_who_may_what import everything
from texts.views import NotYours, View

OFFICE = world.office("albertslund")


async def answered(
    database: Database, unit: Unit, kind: type[commands.PersonCommand], person: str, **given: Any
) -> View:
    actor = commands.Actor(f"29:{person}", person, person.title())
    press = kind(actor=actor, **given)
    view = await bus.Bus(database, OFFICE)._if_allowed(unit, press, bus.HANDLERS[kind])
    assert view is not None
    return view


def shown(view: View) -> str:
    return words(CARDS[type(view)](view))


def test_these_are_all_the_ids_that_need_not_be_there() -> None:
    """``ShowGuide`` names the thing itself, which the gate looks up."""
    found = {
        (kind, one.name)
        for kind in TABLE
        for one in fields(kind)
        if str(one.type) == "UUID | None"
    }  # fmt: skip
    assert found == {
        (commands.OpenRegistration, "wish_id"),
        (commands.RegisterRequest, "wish_id"),
        (commands.OpenMisuse, "request_id"),
        (commands.ReportMisuse, "request_id"),
        (commands.ShowGuide, "meeting_id"),
    }


@pytest.mark.parametrize("kind", [commands.OpenRegistration, commands.RegisterRequest])
async def test_a_contact_wish_is_opened_by_those_alone_who_were_told_of_it(
    database: Database, kind: type[commands.PersonCommand]
) -> None:
    form = {} if kind is commands.OpenRegistration else {"form": {"citizen_name": "Asta Holm"}}
    async with world.unmade(database) as unit:
        about = await world.meeting(unit)
        wish = await contact_wish(unit, about, "per")
        before = await everything(unit)
        for person in ("mette", "bodil", "ahmed", "lene", "birgit"):
            view = await answered(database, unit, kind, person, wish_id=wish.id, **form)
            assert isinstance(view, NotYours), person
            assert "Ole Madsen" not in shown(view), person
        mine = await answered(database, unit, kind, "per", wish_id=wish.id, **form)
        assert str(wish.id) in str(CARDS[type(mine)](mine))
        if kind is commands.OpenRegistration:
            assert "Ole Madsen" in shown(mine)
        none = await answered(database, unit, kind, "bodil", wish_id=uuid4(), **form)
        assert "Ole Madsen" not in shown(none)
        assert await everything(unit) == before


async def test_a_report_of_misuse_names_a_case_only_to_who_has_to_do_with_it(
    database: Database,
) -> None:
    async with world.unmade(database) as unit:
        about = await world.meeting(unit)
        case = await world.wish(
            unit, about, OFFICE, caseworker_oid="mette", registered_by="per", approver_oid="boss",
            state="under_assessment",
        )  # fmt: skip
        saw = set()
        for person in world.PEOPLE[:-2]:
            for kind, form in ((commands.OpenMisuse, {}), (commands.ReportMisuse, {"form": {}})):
                given: dict[str, Any] = {"request_id": case.id, **form}
                view = await answered(database, unit, kind, person, **given)
                if case.number in shown(view):
                    saw.add(person)
        assert saw == {"mette", "per", "boss"}
