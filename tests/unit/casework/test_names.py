"""Whose name stands in clear: employees', and nobody else's."""

from __future__ import annotations

import pytest

from casework import commands, showing
from casework.meetings import bot_added_to_person
from store.database import Database
from tests.unit.casework.test_office import OFFICE


@pytest.mark.parametrize(("oid", "kept"), [("one", "Mette Holm"), ("guest", "")])
async def test_a_chat_keeps_the_name_of_an_employee_only(
    database: Database, oid: str, kept: str
) -> None:
    actor = commands.Actor("29:1", oid, "Mette Holm")
    command = commands.BotAddedToPerson(actor=actor, conversation_id="a:1", service_url="https://x")
    async with database.unit() as unit:
        await bot_added_to_person(OFFICE, unit, command)
    async with database.unit() as unit:
        assert await showing.name_of(unit, oid) == kept


async def test_a_name_is_learnt_once_somebody_acts_as_an_employee(database: Database) -> None:
    actor = commands.Actor("29:1", "manager", "Ida Lund")
    command = commands.BotAddedToPerson(actor=actor, conversation_id="a:1", service_url="https://x")
    async with database.unit() as unit:
        await bot_added_to_person(OFFICE, unit, command)
        assert await showing.name_of(unit, "manager") == ""
        await showing.learn_name(unit, "manager", " ")
        assert await showing.name_of(unit, "manager") == ""
        await showing.learn_name(unit, "manager", "Ida Lund")
    async with database.unit() as unit:
        assert await showing.name_of(unit, "manager") == "Ida Lund"
        assert await showing.name_of(unit, "nobody") == ""
        assert await showing.name_of(unit, None) == ""
