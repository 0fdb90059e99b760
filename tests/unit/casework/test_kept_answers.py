"""Every view can be kept, and comes back as it was; every command answers its second delivery from it."""

from __future__ import annotations

import json
from uuid import uuid4

import pytest

from cards import CARDS
from casework import bus, commands, kept_answers
from casework.office import Office
from casework.rights.table import TABLE
from store.database import Database, Unit
from tests.system import rights_world as world
from tests.system.test_who_may_what import CASES, THINGS, actions
from tests.unit.cards.samples import plain
from texts.views import View

SAMPLES = [*plain("da").values(), *plain("en").values()]


def test_every_view_comes_back_as_it_was() -> None:
    assert {type(view) for view in SAMPLES} == set(CARDS)
    for view in SAMPLES:
        assert kept_answers.unpacked(kept_answers.packed(view)) == view, type(view).__name__


@pytest.mark.parametrize("text", ['["Unit", {}]', '["Toast", {"gone": 1}]', '["MeetingLine", {}]'])
def test_what_no_view_of_today_fits_is_told(text: str) -> None:
    assert json.loads(text)
    with pytest.raises((LookupError, ValueError)):
        kept_answers.unpacked(text)


class Counts:
    """A handler that only ever adds, and answers another view each time."""

    def __init__(self) -> None:
        self.calls = 0

    async def __call__(self, office: Office, unit: Unit, command: commands.Command) -> View:
        self.calls += 1
        return SAMPLES[self.calls]


@pytest.mark.parametrize(("thing", "number"), CASES)
async def test_every_command_is_carried_out_once(
    database: Database, monkeypatch: pytest.MonkeyPatch, thing: str, number: int
) -> None:
    """One case of each thing, pressed by whoever may, twice under the same key."""
    async with database.unit() as unit:
        cases = [case async for case in THINGS[thing][number](unit)]
    for case in cases:
        door = bus.Bus(database, case.office)
        for kind in actions(thing):
            row = TABLE[kind]
            person = next((p for p in world.PEOPLE if case.has(p, row.who)), None)
            now = not row.when or case.stage in row.when
            if person is None or not now or kind is commands.ShowMenu:
                continue
            handler = Counts()
            monkeypatch.setitem(bus.HANDLERS, kind, handler)
            press = world.command(kind, person, case, inbound_key=uuid4().hex)
            first = await door.handle(press)
            assert await door.handle(press) == first == SAMPLES[1], kind
            assert handler.calls == 1
