"""What Graph reports of a call, signed and odd: over the whole way to the database it is no error of ours."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import select

from casework.bus import Bus
from store.call_tables import Call
from store.database import Database
from store.tables import Occurrence
from tests.system import rights_world as world
from tests.unit.web.test_calls_endpoint import KEY, Desk, post
from web.calls import CallsEndpoint
from web.metrics import Metrics
from web.routes import make_app


async def nobody(_request: web.Request) -> web.StreamResponse:
    return web.Response(status=401)


def told(path: str, **data: Any) -> bytes:
    row = {
        "changeType": "updated",
        "resourceUrl": f"/communications/calls/{path}",
        "resourceData": data,
    }
    return json.dumps({"value": [row]}).encode()


ODD = (
    (told("c" * 201, state="established"), 202),
    (told("\ud800", state="established"), 400),
    (told("c\0", state="established"), 202),
    (told("c1/operations/" + "o" * 201, status="completed"), 202),
    (told("c1/operations/o", status="completed", id="o" * 70_000), 202),
    (told("c1/operations/o", status="\ud800"), 400),
    (told("c1", state="terminated", resultInfo={"code": 10**80, "subcode": 10**80}), 202),
    (told("c1", state="established").replace(b'"established"', b"NaN"), 400),
)


@pytest.mark.parametrize(("body", "status"), ODD, ids=range(len(ODD)))
async def test_nothing_odd_in_a_signed_report_is_an_error_of_ours(
    database: Database, body: bytes, status: int
) -> None:
    """Over the whole way to the database, of a call whose creating answer was lost: what is reported
    names it."""
    async with database.unit() as unit:
        about = await world.meeting(unit)
        ran = Occurrence(
            id=uuid4(), meeting_id=about.id, started_at=unit.now, noticed_by="event", tellings=0
        )
        unit.session.add(ran)
        await unit.session.flush()
        call = Call(
            id=uuid4(), occurrence_id=ran.id, attempt=1, callback_key=KEY, state="joining",
            asked_at=unit.now, created_at=unit.now,
        )  # fmt: skip
        unit.session.add(call)
    calls = CallsEndpoint(Desk(), Bus(database, world.office()).handle)
    app = make_app(nobody, metrics_of=Metrics(), checks={}, calls=calls)
    async with TestClient(TestServer(app)) as client:
        assert await post(client, f"/api/calls/{KEY}", body) == status
        kept = await known(database)
        assert kept in (None, "c1")
        assert await post(client, f"/api/calls/{KEY}", told("c1", state="established")) == 202
    assert await known(database) == "c1"


async def known(database: Database) -> str | None:
    """What the call is known by."""
    async with database.unit() as unit:
        found: str | None = await unit.session.scalar(select(Call.graph_id))
    return found
