"""Who is carrying out what, as PostgreSQL knows it: advisory locks that die with their process.

A lock lasts as long as the connection that took it. So "is somebody still at it" needs no guess
about time: a killed process lets go at once, a process whose event loop is blocked does not.
"""

from __future__ import annotations

import asyncio
from typing import Self

import psycopg

from store.database import CONNECT_SECONDS, DatabaseAway, plain_url

LOCKS = 0x6C79  # our family of advisory locks
TAKE = "SELECT pg_try_advisory_lock(%s::int4, %s::int4)"
GIVE = "SELECT pg_advisory_unlock(%s::int4, %s::int4)"
OPTIONS = "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3"


class Presence:
    """The locks of one engine, all on one connection. An async context manager."""

    def __init__(self, url: str) -> None:
        self._conninfo = plain_url(url)
        self._connection: psycopg.AsyncConnection | None = None
        self._held: set[int] = set()
        self._one_at_a_time = asyncio.Lock()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._connection is not None:
            await self._connection.close()

    async def take(self, effect: int) -> bool:
        """Lock ``effect``; False when somebody (perhaps we ourselves) is at it."""
        if effect in self._held:
            return False
        self._held.add(effect)
        try:
            taken = await self._ask(TAKE, effect)
        except BaseException:
            self._held.discard(effect)
            raise
        if not taken:
            self._held.discard(effect)
        return taken

    async def give(self, effect: int) -> None:
        """Let go of ``effect``. A lost connection has let go already."""
        self._held.discard(effect)
        if self._connection is not None and not self._connection.closed:
            try:
                await self._ask(GIVE, effect)
            except DatabaseAway:
                return

    async def _ask(self, question: str, effect: int) -> bool:
        async with self._one_at_a_time:
            try:
                connection = await self._connected(but=effect)
                return await _answer(connection, question, effect)
            except psycopg.OperationalError as error:
                raise DatabaseAway("the database cannot be reached") from error

    async def _connected(self, but: int) -> psycopg.AsyncConnection:
        if self._connection is None or self._connection.closed:
            self._connection = await psycopg.AsyncConnection.connect(
                self._conninfo,
                autocommit=True,
                connect_timeout=CONNECT_SECONDS,
                options=OPTIONS,
            )
            for effect in self._held - {but}:  # what runs on goes on being ours
                await _answer(self._connection, TAKE, effect)
        return self._connection


async def _answer(connection: psycopg.AsyncConnection, question: str, effect: int) -> bool:
    cursor = await connection.execute(question.encode(), (LOCKS, effect % 2**31))
    row = await cursor.fetchone()
    return bool(row and row[0])
