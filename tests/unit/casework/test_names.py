"""Whose name stands in clear: employees', and nobody else's."""

from __future__ import annotations

from uuid import uuid4

import pytest

from casework import commands, showing
from casework.meeting.meetings import bot_added_to_person
from store.database import Database
from store.tables import Request
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


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["", "Ole Madsen"], "Ole Madsen"),
        (["Ole Madsen", "Amal Noor"], "Ole Madsen og Amal Noor"),
        (["A", "B", "C"], "A, B og C"),
    ],
)
async def test_the_last_of_several_names_is_joined_by_a_word(
    database: Database, names: list[str], said: str
) -> None:
    assert showing.joined(names) == said
    requests = [Request(id=uuid4()) for _ in names]
    async with database.unit() as unit:
        for request, name in zip(requests, names, strict=True):
            await unit.personal.put(request.id, request.id, {"citizen_name": name})
        assert await showing.recorders(unit, requests) == said


async def test_one_who_is_asked_twice_is_named_once(database: Database) -> None:
    request = Request(state="awaiting_leader", approver_oid="boss", deputy_oid="boss")
    async with database.unit() as unit:
        await showing.learn_name(unit, "boss", "Jens Brandt")
        await showing.learn_name(unit, "deputy", "Lene Krogh")
        assert await showing.asked_names(unit, request) == "Jens Brandt"
        request.deputy_oid = "deputy"
        assert await showing.asked_names(unit, request) == "Jens Brandt og Lene Krogh"
