"""The control API, its client, the event stream, and the bridge for Agents Playground."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from sandbox import Sandbox
from sandbox.client import RefusedError, SandboxClient


async def test_world_as_a_person(sandbox: Sandbox, meeting: Any) -> None:
    async with SandboxClient(sandbox.page_url) as client:
        everything = await client.world()
        assert {person["id"] for person in everything["people"]} >= {"mette", "amal", "bent"}
        ole = await client.world("ole")
        assert [chat["kind"] for chat in ole["chats"]] == ["meeting"]
        mette = await client.world("mette")
        assert {chat["kind"] for chat in mette["chats"]} == {"personal", "meeting"}
        assert mette["meetings"][0]["recordButton"]["mette"] == {
            "allowed": False,
            "why": "Du er ikke i mødet.",
        }


async def test_doing_and_being_refused(sandbox: Sandbox, meeting: Any) -> None:
    async with SandboxClient(sandbox.page_url) as client:
        await client.do("start", meeting=meeting.id)
        started = await client.until(lambda world: world["meetings"][0]["state"] == "running")
        assert started
        with pytest.raises(RefusedError, match="i gang"):
            await client.do("start", meeting=meeting.id)
        with pytest.raises(RefusedError, match="ukendt handling"):
            await client.do("fly")
        assert (await client.calls())["counts"] == {}
        assert await client.problems() == []


async def test_events_tell_of_changes(sandbox: Sandbox, meeting: Any) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{sandbox.page_url}/api/events?as=mette") as stream,
    ):
        assert await stream.content.readline() == b"event: changed\n"
        await stream.content.readline()
        await stream.content.readline()
        await sandbox.do("start", meeting=meeting.id)
        assert await stream.content.readline() == b"event: changed\n"


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}])
async def test_other_sites_get_nothing(sandbox: Sandbox, headers: dict[str, str]) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{sandbox.page_url}/api/world", headers=headers) as answer,
    ):
        assert answer.status == 403


async def test_settings_for_the_bot(sandbox: Sandbox) -> None:
    written = dict(
        line.split("=", 1) for line in (sandbox.data / "env").read_text("utf-8").splitlines()
    )
    assert written == sandbox.env
    assert (sandbox.data / "env").stat().st_mode & 0o077 == 0
    assert "approver_oid" in (sandbox.data / "departments.yaml").read_text("utf-8")


async def test_bridge_signs_and_proxies(sandbox: Sandbox, bot: Any, call: Any) -> None:
    seen: list[str] = []

    async def connector(request: web.Request) -> web.Response:
        seen.append(f"{request.method} {request.path}")
        return web.json_response({"id": "1"}, status=201)

    playground = web.Application()
    playground.router.add_route("*", "/_connector/{tail:.*}", connector)
    async with TestServer(playground) as there, TestServer(sandbox.bridge.app()) as door:
        activity = {
            "type": "message",
            "serviceUrl": str(there.make_url("/_connector")),
            "conversation": {"id": "c"},
            "channelId": "msteams",
        }
        async with (
            aiohttp.ClientSession() as session,
            session.post(door.make_url("/api/messages"), json=activity) as answer,
        ):
            assert answer.status == 200
        signed = bot.activities[-1]
        claims = sandbox.entra.channel.verify(bot.tokens[-1])
        assert claims["serviceurl"] == signed["serviceUrl"]
        path = signed["serviceUrl"].removeprefix(sandbox.https_url)
        assert (await call("POST", f"{path}v3/conversations/c/activities", {}, token=""))[0] == 401
        status, _ = await call("POST", f"{path}v3/conversations/c/activities", {"type": "message"})
        assert status == 201
    assert seen == ["POST /_connector/v3/conversations/c/activities"]
