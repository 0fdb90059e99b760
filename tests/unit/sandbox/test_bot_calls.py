"""The stand-in for calls is strict: what Microsoft would refuse is refused, and written down."""

from __future__ import annotations

import contextlib
import io
import uuid
import wave
from typing import Any

import pytest
from aiohttp import web

from sandbox import Sandbox
from sandbox.server import serve

CALLS = "/graph/v1.0/communications/calls"


def sound(rate: int = 16_000, seconds: float = 2.0) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(b"\x10\x20" * int(rate * seconds))
    return out.getvalue()


class Phone:
    """A bot's own https address: serves sounds and takes reports."""

    def __init__(self) -> None:
        self.reports: list[Any] = []
        self.tokens: list[str] = []
        self.wav = sound()
        self.url = ""

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/reports", self._report)
        app.router.add_get("/a.wav", self._sound)
        return app

    async def _report(self, request: web.Request) -> web.Response:
        self.tokens.append(request.headers["Authorization"].removeprefix("Bearer "))
        self.reports += (await request.json())["value"]
        return web.Response(status=202)

    async def _sound(self, _request: web.Request) -> web.Response:
        return web.Response(body=self.wav, content_type="audio/wav")


@pytest.fixture
async def phone(sandbox: Sandbox) -> Any:
    found = Phone()
    async with contextlib.AsyncExitStack() as running:
        port = await serve(running, found.app(), 0)
        sandbox.door.bot_url = f"http://127.0.0.1:{port}/api/messages"
        found.url = sandbox.tunnel_url
        yield found


@pytest.fixture
async def meeting(sandbox: Sandbox) -> str:
    made = await sandbox.do("create_meeting", as_="mette", people=["ole"], dialIn=True)
    meeting: str = made["meeting"]
    sandbox.world.meetings[meeting].chat.installed = True
    await sandbox.do("start", as_="mette", meeting=meeting)
    return meeting


def body(sandbox: Sandbox, meeting: str, phone: Phone, **changed: Any) -> dict[str, Any]:
    found = sandbox.world.meetings[meeting]
    organizer = {"id": found.organizer.oid, "tenantId": sandbox.world.tenant_id}
    return {
        "@odata.type": "#microsoft.graph.call",
        "callbackUri": f"{phone.url}/reports",
        "requestedModalities": ["audio"],
        "mediaConfig": {"@odata.type": "#microsoft.graph.serviceHostedMediaConfig"},
        "chatInfo": {"threadId": found.chat.id, "messageId": "0"},
        "meetingInfo": {"organizer": {"user": organizer}},
        "tenantId": sandbox.world.tenant_id,
        **changed,
    }


def prompt(phone: Phone) -> dict[str, Any]:
    info = {"uri": f"{phone.url}/a.wav", "resourceId": str(uuid.uuid4())}
    return {"clientContext": "ours", "prompts": [{"mediaInfo": info}]}


async def in_call(sandbox: Sandbox, call: Any, meeting: str, phone: Phone) -> str:
    sandbox.world.switches["bot_lobby"] = False
    status, answer = await call("POST", CALLS, body(sandbox, meeting, phone))
    assert status == 201
    await sandbox.teams.release_due()
    return str(answer["id"])


async def test_a_prompt_is_played_as_time_goes_and_its_end_is_reported(
    sandbox: Sandbox, call: Any, meeting: str, phone: Phone
) -> None:
    found = await in_call(sandbox, call, meeting, phone)
    status, operation = await call("POST", f"{CALLS}/{found}/playPrompt", prompt(phone))
    assert (status, operation["status"]) == (200, "running")
    assert not any("operations" in str(report) for report in phone.reports)
    await sandbox.do("advance", seconds=3)
    ended = phone.reports[-1]["resourceData"]
    assert (ended["status"], ended["clientContext"]) == ("completed", "ours")
    claims = sandbox.entra.calls.verify(phone.tokens[-1])
    assert claims["tid"] == sandbox.world.tenant_id
    assert [h["person"] for h in sandbox.world.meetings[meeting].heard] == ["mette"]
    assert sandbox.world.problems == []


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"callbackUri": "http://localhost/reports"}, "callback_not_https"),
        ({"tenantId": "other"}, "wrong_tenant"),
        ({"requestedModalities": ["audio", "video"]}, "bad_modalities"),
        ({"mediaConfig": {}}, "bad_media_config"),
        ({"source": {}}, "unknown_property"),
    ],
)
async def test_what_is_not_a_call(
    sandbox: Sandbox, call: Any, meeting: str, phone: Phone, changed: Any, problem: str
) -> None:
    status, _ = await call("POST", CALLS, body(sandbox, meeting, phone, **changed))
    assert status == 400
    assert [found["code"] for found in sandbox.world.problems] == [problem]


async def test_a_sound_in_another_form_is_not_played(
    sandbox: Sandbox, call: Any, meeting: str, phone: Phone
) -> None:
    found = await in_call(sandbox, call, meeting, phone)
    phone.wav = sound(rate=8000)
    await call("POST", f"{CALLS}/{found}/playPrompt", prompt(phone))
    await sandbox.teams.release_due()
    assert phone.reports[-1]["resourceData"]["status"] == "failed"
    assert [found["code"] for found in sandbox.world.problems] == ["bad_media"]


async def test_nothing_is_played_from_the_lobby(
    sandbox: Sandbox, call: Any, meeting: str, phone: Phone
) -> None:
    status, answer = await call("POST", CALLS, body(sandbox, meeting, phone))
    await sandbox.teams.release_due()
    status, _ = await call("POST", f"{CALLS}/{answer['id']}/playPrompt", prompt(phone))
    assert status == 409
    assert [found["code"] for found in sandbox.world.problems] == ["play_too_early"]


async def test_who_was_there_before_the_bot_is_in_the_roster_and_not_in_the_reports(
    sandbox: Sandbox, call: Any, meeting: str, phone: Phone
) -> None:
    sandbox.world.switches["call_reports_odd"] = False
    found = await in_call(sandbox, call, meeting, phone)
    await sandbox.do("join", as_="ole", meeting=meeting, person="ole")
    told = str([r for r in phone.reports if r["resourceUrl"].endswith("participants")][-1])
    assert "Ole" in told
    assert "Mette" not in told
    _, roster = await call("GET", f"{CALLS}/{found}/participants")
    assert "Mette" in str(roster)


async def test_without_a_sign_of_life_the_leg_ends(
    sandbox: Sandbox, call: Any, meeting: str, phone: Phone
) -> None:
    found = await in_call(sandbox, call, meeting, phone)
    await sandbox.do("advance", seconds=40 * 60)
    assert (await call("POST", f"{CALLS}/{found}/keepAlive", {}))[0] == 200
    await sandbox.do("advance", seconds=40 * 60)
    assert (await call("POST", f"{CALLS}/{found}/keepAlive", {}))[0] == 200
    await sandbox.do("advance", seconds=46 * 60)
    assert (await call("POST", f"{CALLS}/{found}/keepAlive", {}))[0] == 404
    assert "8537" in str(phone.reports[-1])
