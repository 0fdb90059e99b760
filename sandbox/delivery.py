"""Delivery of activities to the bot's door, signed as Teams signs them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import aiohttp

from sandbox.entra import Entra
from sandbox.world import World


@dataclass(frozen=True)
class Reply:
    """What the bot answered; ``status`` 0 when it could not be reached, 504 after the time-out."""

    status: int
    body: Any = None

    @property
    def ok(self) -> bool:
        """Whether the bot took the activity."""
        return 200 <= self.status < 300


class Door:
    """The way to the bot. ``bot_url`` may name several replicas, comma between: each call goes to the
    next of them, and past those that nobody listens at, as a load balancer does it."""

    def __init__(self, world: World, entra: Entra, bot_url: str) -> None:
        self.world = world
        self.entra = entra
        self.bot_url = bot_url
        self._session: aiohttp.ClientSession | None = None
        self._turn = 0

    def addresses(self) -> list[str]:
        """Every replica's address, the one whose turn it is first."""
        known = self.bot_url.split(",")
        self._turn = (self._turn + 1) % len(known)
        return known[self._turn :] + known[: self._turn]

    async def close(self) -> None:
        """Give the connections back."""
        if self._session is not None:
            await self._session.close()

    async def deliver(self, activity: dict[str, Any]) -> Reply:
        """Send once; more often or not at all when a fault says so. Answers the first reply."""
        faults, kind = self.world.faults, activity["type"]
        if (
            faults.take("lost_activity", name=activity.get("name") or kind, activity=kind)
            is not None
        ):
            return self._missed(activity, self._note(activity, Reply(0)))
        if (late := faults.take("late_activity", activity=kind)) is not None:
            due = self.world.now() + timedelta(seconds=float(late["seconds"]))
            self.world.later.append((due, lambda: self._send_late(activity)))
            return self._note(activity, Reply(0))
        twice = faults.take("duplicate_delivery", activity=kind)
        if twice is not None and twice["together"]:
            first, other = await asyncio.gather(self.send(activity), self.send(activity))
            return first if other.ok else self._missed(activity, first)
        reply = await self.send(activity)
        failed = not reply.ok and faults.take("redeliver_after_failure") is not None
        if twice is not None or failed:
            again = await self.send(activity)
            return again if failed else reply
        return self._missed(activity, reply)

    async def _send_late(self, activity: dict[str, Any]) -> Reply:
        return self._missed(activity, await self.send(activity))

    def _missed(self, activity: dict[str, Any], reply: Reply) -> Reply:
        """Write down what the bot did not take, and nobody tells it again."""
        if not reply.ok:
            told = {"chat": activity["conversation"]["id"], "at": self.world.now().isoformat()}
            self.world.missed.append({"name": activity.get("name") or activity["type"], **told})
        return reply

    async def send(self, activity: dict[str, Any], token: str | None = None) -> Reply:
        """One POST; with ``token`` a test sends what Teams never would."""
        switch = "invoke_timeout" if activity.get("type") == "invoke" else "bot_timeout"
        limit = aiohttp.ClientTimeout(total=float(self.world.switches[switch]))
        bearer = token or self.entra.activity_token(activity.get("serviceUrl"))
        if self._session is None:
            self._session = aiohttp.ClientSession()
        reply = Reply(0)
        for address in self.addresses():
            try:
                async with self._session.post(
                    address,
                    json=activity,
                    headers={"Authorization": f"Bearer {bearer}"},
                    timeout=limit,
                ) as answer:
                    reply = Reply(answer.status, await _json(answer))
            except aiohttp.ClientConnectorError:
                continue  # nobody is there, so nothing was said: the next one is asked
            except TimeoutError:
                reply = Reply(504)
            except (aiohttp.ClientError, OSError):
                reply = Reply(0)
            break
        return self._note(activity, reply)

    def _note(self, activity: dict[str, Any], reply: Reply) -> Reply:
        kind, name = activity.get("type"), activity.get("name", "")
        self.world.deliveries.append({"type": kind, "name": name, "status": reply.status})
        return reply


async def _json(answer: aiohttp.ClientResponse) -> Any:
    try:
        return await answer.json(content_type=None)
    except ValueError:
        return None
