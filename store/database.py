"""The database and its unit of work: one transaction with everything that must hold together."""

from __future__ import annotations

import select
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime
from time import monotonic
from typing import Any
from uuid import UUID

import procrastinate
import psycopg
from procrastinate.exceptions import ConnectorException
from sqlalchemy import TextClause, event
from sqlalchemy.engine import Row, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, InterfaceError, InvalidatePoolError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolExhausted
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)
from sqlalchemy.pool import ConnectionPoolEntry

from clock import Clock
from store.course import Course, SessionWithCourse
from store.effects import Effects
from store.encryption import KeyRing
from store.journal import Journal
from store.personal import Fields, PersonalFields

CONNECT_SECONDS = 3
# Of a thousand meetings that begin at once the last waits its turn, rather than being turned away: a
# start that is not taken is found by the clock alone. Less than a turn of the bot may last.
POOL_SECONDS = 10.0
RESTED_SECONDS = 0.5
GIVEN_BACK = "given_back"
# Server-side limits, and probes that notice a client whose machine has gone.
OPTIONS = {
    "statement_timeout": "15s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "60s",
    "tcp_keepalives_idle": "30",
    "tcp_keepalives_interval": "10",
    "tcp_keepalives_count": "3",
}
BUSY = frozenset({"40001", "40P01", "55P03", "57014"})  # serialization, deadlock, lock, time limit


class DatabaseAway(Exception):  # noqa: N818
    """The database cannot be reached just now. The unit did nothing, unless the connection was
    lost during the commit itself; trying again later is right."""


class DatabaseBusy(DatabaseAway):
    """The database gave the transaction up (deadlock, waited too long). It did nothing."""


class Unit:
    """One transaction: what is done through it happens together or not at all."""

    def __init__(
        self, session: AsyncSession, now: datetime, keys: KeyRing, app: procrastinate.App
    ) -> None:
        self.session = session
        self.now = now
        fields = Fields(session, keys)
        self.journal = Journal(session, now, fields)
        self.personal = PersonalFields(session, now, keys, fields, self.journal)
        self.effects = Effects(session, now, app)
        self.course = Course(session, self.journal)
        self._keys = keys

    @property
    def alone(self) -> bool:
        """Whether no replica of an earlier release runs beside this one (``KeyRing.alone``)."""
        return self._keys.alone

    def person_key(self, text: str) -> str:
        """A keyed hash (64 hex digits) for people without a directory id."""
        return self._keys.person_key(text)

    def seal(self, owner: UUID, field: str, value: str) -> bytes:
        """Seal a secret of our own, which is in no case's journal."""
        return self._keys.seal(owner, field, value)

    def unseal(self, owner: UUID, field: str, sealed: bytes) -> str:
        """Open it again. Raises SealBroken."""
        return self._keys.open(owner, field, sealed)


class Database:
    """An open database. Made with ``open``, given back with ``close``."""

    def __init__(self, url: str, engine: AsyncEngine, clock: Clock, keys: KeyRing) -> None:
        self.url = url
        self.engine = engine
        self.clock = clock
        self.keys = keys
        self._sessions = async_sessionmaker(
            engine, expire_on_commit=False, sync_session_class=SessionWithCourse
        )
        self._autocommit = engine.execution_options(isolation_level="AUTOCOMMIT")
        # Never opened: it only writes wake-ups through the unit's own connection.
        self._app = procrastinate.App(
            connector=procrastinate.PsycopgConnector(conninfo=plain_url(url))
        )

    @classmethod
    async def open(
        cls,
        url: str,
        *,
        clock: Clock,
        keys: KeyRing,
        pool_size: int = 10,
        max_overflow: int = 10,
        pool_seconds: float = POOL_SECONDS,
    ) -> Database:
        """Open ``postgresql+psycopg://…``. Runs no migration; connects when first used."""
        engine = create_async_engine(
            url,
            hide_parameters=True,
            pool_size=pool_size,
            max_overflow=max_overflow,
            pool_timeout=pool_seconds,
            connect_args={
                "connect_timeout": CONNECT_SECONDS,
                "options": " ".join(f"-c {name}={value}" for name, value in OPTIONS.items()),
            },
        )
        _ask_after_rest(engine)
        return cls(url, engine, clock, keys)

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()

    async def ping(self) -> None:
        """Ask the database for a sign of life, over a connection of its own: where many wait in line for
        one, the database is there, and whoever waits is to be left in peace. Raises DatabaseAway."""
        try:
            async with await psycopg.AsyncConnection.connect(
                plain_url(self.url), autocommit=True, connect_timeout=CONNECT_SECONDS
            ) as connection:
                await connection.execute("SELECT 1")
        except psycopg.OperationalError as error:
            raise DatabaseAway("the database cannot be reached") from error

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[Unit]:
        """One transaction: committed at the end, rolled back when the body raises.

        Raises DatabaseAway at the start, in the body or at the end when the database is away.
        """
        with _told_apart():
            async with self._sessions() as session, session.begin():
                await session.connection()
                unit = Unit(session, self.clock.now(), self.keys, self._app)
                yield unit
                await unit.course.write()
                await unit.effects.write()

    async def statement(self, query: TextClause, values: Mapping[str, Any]) -> Sequence[Row[Any]]:
        """One statement that is a transaction by itself: it holds as soon as it has answered. Half the
        way of a unit; for what no case's journal tells. Raises DatabaseAway."""
        with _told_apart():
            async with self._autocommit.connect() as connection:
                result = await connection.execute(query, values)
                return result.all() if result.returns_rows else ()


@contextmanager
def _told_apart() -> Iterator[None]:
    """Raises DatabaseAway for faults that mean it."""
    try:
        yield
    except (DBAPIError, PoolExhausted, ConnectorException) as error:
        away = away_from(error)
        if away is None:
            raise
        raise away from error


def _ask_after_rest(engine: AsyncEngine) -> None:
    """A connection that has rested, or over which something has come unasked (its end, mostly), is asked
    for a sign of life before it is used. SQLAlchemy's own ``pool_pre_ping`` asks before every use, which
    would be a sixth of all that is said to the database.
    """
    ping = engine.dialect.do_ping

    def taken(connection: DBAPIConnection, record: ConnectionPoolEntry, _fairy: object) -> None:
        rested = monotonic() - record.info.get(GIVEN_BACK, 0.0) >= RESTED_SECONDS
        if not rested and not something_came(record.driver_connection):
            return
        try:
            ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            raise InvalidatePoolError from error  # this one and the others: a fresh one is opened

    def given_back(_connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
        record.info[GIVEN_BACK] = monotonic()

    event.listen(engine.sync_engine, "checkout", taken)
    event.listen(engine.sync_engine, "checkin", given_back)


def something_came(connection: Any) -> bool:
    """Whether there is something to read on an idle connection."""
    if connection.closed:
        return True
    poll = select.poll()
    poll.register(connection.fileno(), select.POLLIN)
    return bool(poll.poll(0))


def plain_url(url: str) -> str:
    """The URL as libpq reads it."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def is_duplicate(error: Exception) -> bool:
    """Whether another transaction stored a row under the same unique key first."""
    cause = error.orig if isinstance(error, DBAPIError) else None
    return getattr(cause, "sqlstate", None) == "23505"


def away_from(error: Exception) -> DatabaseAway | None:
    """What ``error`` says about the database being away; None when it is another kind of fault."""
    if isinstance(error, PoolExhausted):
        return DatabaseAway("no free connection")
    cause = error.orig if isinstance(error, DBAPIError) else error.__cause__
    state = getattr(cause, "sqlstate", None)
    if state in BUSY:
        return DatabaseBusy(f"the database gave the transaction up ({state})")
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return DatabaseAway("the connection was lost")
    if isinstance(error, OperationalError | InterfaceError | ConnectorException):
        lost = state is None or state[:2] in {"08", "53", "57"}
        return DatabaseAway("the database cannot be reached") if lost else None
    return None
