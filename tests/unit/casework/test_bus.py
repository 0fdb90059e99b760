"""The bus: what meets another transaction is carried out again, a few times and no more."""

from __future__ import annotations

import pytest

from casework import bus, commands
from casework.office import Office
from departments import NO_DEPARTMENTS
from guidelines.profile import load_guideline
from store.database import Database, DatabaseAway, DatabaseBusy, Unit
from texts.views import Toast, View

OFFICE = Office(
    load_guideline("frederiksberg"), NO_DEPARTMENTS, "tenant", "https://lydhoer.example"
)
PRESS = commands.ShowMenu(actor=commands.Actor("29:1x", "oid", "Mette"), inbound_key="k")


class Flaky:
    """A handler that fails so many times, and then answers."""

    def __init__(self, times: int, error: Exception) -> None:
        self.left, self.error, self.calls = times, error, 0

    async def __call__(self, office: Office, unit: Unit, command: commands.Command) -> View:
        self.calls += 1
        if self.left:
            self.left -= 1
            raise self.error
        return Toast(code="recorded")


@pytest.mark.parametrize(
    ("times", "error", "calls"),
    [(0, DatabaseBusy("40P01"), 1), (3, DatabaseBusy("40P01"), 4)],
)
async def test_a_transaction_that_was_given_up_is_carried_out_again(
    database: Database, monkeypatch: pytest.MonkeyPatch, times: int, error: Exception, calls: int
) -> None:
    handler = Flaky(times, error)
    monkeypatch.setitem(bus.HANDLERS, commands.ShowMenu, handler)
    assert await bus.Bus(database, OFFICE).handle(PRESS) == Toast(code="recorded")
    assert handler.calls == calls


@pytest.mark.parametrize(
    ("error", "calls"), [(DatabaseBusy("40P01"), 4), (DatabaseAway("gone"), 1)]
)
async def test_it_is_not_tried_for_ever(
    database: Database, monkeypatch: pytest.MonkeyPatch, error: Exception, calls: int
) -> None:
    handler = Flaky(99, error)
    monkeypatch.setitem(bus.HANDLERS, commands.ShowMenu, handler)
    with pytest.raises(type(error)):
        await bus.Bus(database, OFFICE).handle(PRESS)
    assert handler.calls == calls
