"""One address cannot fill the memory with bodies that have to be read before anybody knows whose they are."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from web.graph_callbacks import GraphCallbacks
from web.in_hand import InHand, TooMuch

HALF = b"[" + b" " * 600
JSON = {"Content-Type": "application/json"}


class Telling(InHand):
    """Says when something has been taken."""

    def __init__(self, most_bytes: int) -> None:
        super().__init__(most_bytes)
        self.taken = asyncio.Event()

    def take(self, address: str, size: int) -> None:
        super().take(address, size)
        self.taken.set()


def test_what_is_given_back_may_be_taken_again_and_others_are_not_kept_out() -> None:
    in_hand = InHand(1000)
    with in_hand.of("a") as one:
        one.add(600)
        with in_hand.of("a") as other, pytest.raises(TooMuch):
            other.add(401)
        one.add(400)
        with in_hand.of("b") as elsewhere:
            elsewhere.add(1000)
    assert in_hand._bytes == {}
    with in_hand.of("a") as again:
        again.add(1000)


async def test_who_has_much_underway_is_told_to_come_again() -> None:
    told: list[str] = []
    told_of = Telling(1000)
    nobody: Any = None  # nothing gets so far as to need them
    door = GraphCallbacks(
        nobody, nobody, nobody, tenant_id="t", observe=lambda _kind, why: told.append(why),
        in_hand=told_of,
    )  # fmt: skip
    app = web.Application()
    app.router.add_post("/", door.handle)
    go_on = asyncio.Event()

    async def slowly() -> AsyncIterator[bytes]:
        yield HALF
        await go_on.wait()
        yield b"]"

    async with TestServer(app) as server, aiohttp.ClientSession() as session:
        first = asyncio.create_task(session.post(server.make_url("/"), data=slowly(), headers=JSON))
        async with asyncio.timeout(30):  # what is not counted would be waited for without end
            await told_of.taken.wait()
        async with session.post(server.make_url("/"), data=HALF, headers=JSON) as second:
            assert (second.status, second.headers["Retry-After"]) == (429, "5")
        go_on.set()
        assert (await first).status == 400  # a list is no notification
        async with session.post(server.make_url("/"), data=HALF + b"]", headers=JSON) as third:
            assert third.status == 400
    assert told == ["too_much_in_hand", "not_notifications", "not_notifications"]
    assert door._in_hand._bytes == {}
