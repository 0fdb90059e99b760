"""Where Graph reports of calls, and where the spoken texts lie: who gets in, and what is answered."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from casework.meeting.call_commands import CallReported
from casework.meeting.calls import UnknownCall
from microsoft365.errors import Unavailable
from microsoft365.token_checks import Refused
from store.database import DatabaseAway
from texts.shelf import Shelf
from texts.sound import Sound
from web.calls import MAX_BYTES, CallsEndpoint
from web.metrics import Metrics
from web.routes import make_app

Client = TestClient[web.Request, web.Application]
KEY = "k" * 43
REPORT = {
    "value": [
        {
            "changeType": "updated",
            "resourceUrl": "/communications/calls/c1",
            "resourceData": {"state": "established"},
        }
    ]
}


class Desk:
    """Checks tokens and takes reports, as the test wants it."""

    def __init__(self) -> None:
        self.taken: list[CallReported] = []
        self.token: Exception | None = None
        self.store: Exception | None = None

    async def check_call(self, auth_header: str | None) -> None:
        if self.token is not None:
            raise self.token
        if auth_header != "Bearer good":
            raise Refused("no_token")

    async def report(self, command: CallReported) -> None:
        if self.store is not None:
            raise self.store
        if command.callback_key != KEY:
            raise UnknownCall
        self.taken.append(command)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    made = Shelf(tmp_path)
    made.put([("da", "Hej alle.", Sound(b"RIFFsound", 2.0), "test")])
    return made


@pytest.fixture
async def client(desk: Desk, shelf: Shelf) -> AsyncIterator[Client]:
    async def closed(_request: web.Request) -> web.StreamResponse:
        return web.Response(status=401)

    calls = CallsEndpoint(desk, desk.report)
    app = make_app(closed, metrics_of=Metrics(), checks={}, calls=calls, shelf=shelf)
    async with TestClient(TestServer(app)) as found:
        yield found


async def post(client: Client, path: str, body: Any, **headers: str) -> int:
    known = {"Authorization": "Bearer good", "Content-Type": "application/json", **headers}
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    async with client.post(path, data=data, headers=known) as answer:
        return answer.status


async def test_a_report_is_stored_and_answered_at_once(client: Client, desk: Desk) -> None:
    assert await post(client, f"/api/calls/{KEY}", REPORT) == 202
    assert [(e.what, e.call_id, e.state) for e in desk.taken[0].events] == [
        ("call", "c1", "established")
    ]


async def test_without_a_good_token_nothing_is_read(client: Client, desk: Desk) -> None:
    assert await post(client, f"/api/calls/{KEY}", REPORT, Authorization="Bearer bad") == 401
    assert await post(client, "/api/calls", b"{", Authorization="") == 401
    assert desk.taken == []


async def test_what_is_of_no_call_of_ours_is_not_found(client: Client) -> None:
    assert await post(client, "/api/calls/other", REPORT) == 404
    assert await post(client, f"/api/calls/{'x' * 500}", REPORT) == 404


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"{", {}, 400),
        (b"[]", {}, 400),
        (b"\xff\xfe", {}, 400),
        (b"[" * 100_000, {}, 400),
        (b" " * (MAX_BYTES + 1), {}, 413),
        (b"{}", {"Content-Type": "text/plain"}, 415),
    ],
)
async def test_a_body_that_is_none(
    client: Client, body: bytes, headers: dict[str, str], status: int
) -> None:
    assert await post(client, f"/api/calls/{KEY}", body, **headers) == status


async def test_the_form_from_before_graph_is_asked_for_again(client: Client, desk: Desk) -> None:
    assert await post(client, "/api/calls", {"conversation": {}}) == 204
    assert await post(client, f"/api/calls/{KEY}", {"conversation": {}}) == 204
    assert await post(client, "/api/calls", REPORT) == 202
    assert desk.taken == []  # nobody can call Lydhør


@pytest.mark.parametrize("away", [DatabaseAway("away"), TimeoutError()])
async def test_what_cannot_be_stored_is_sent_again(
    client: Client, desk: Desk, away: Exception
) -> None:
    desk.store = away
    assert await post(client, f"/api/calls/{KEY}", REPORT) == 503


async def test_with_the_keys_away_nobody_is_let_in(client: Client, desk: Desk) -> None:
    desk.token = Unavailable("GET", "signing keys")
    assert await post(client, f"/api/calls/{KEY}", REPORT) == 503
    assert desk.taken == []


async def test_a_spoken_text_is_fetched_by_its_address_alone(client: Client, shelf: Shelf) -> None:
    found = shelf.find("da", "Hej alle.")
    assert found is not None
    async with client.get(found.path) as answer:
        assert answer.status == 200
        assert answer.content_type == "audio/wav"
        assert await answer.read() == b"RIFFsound"
    async with client.get(found.path.replace(".wav", ".txt")) as answer:
        assert await answer.text() == "Hej alle."
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    for name in ("index.json", "0" * 40 + ".wav", "..%2findex.json"):
        async with client.get(f"/prompts/{name}") as answer:
            assert answer.status == 404
