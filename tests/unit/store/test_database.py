"""The unit: all or nothing; an unreachable database is said so, quickly and without values."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from bots.endpoint import TURN_SECONDS
from clock import ShiftedClock
from store.database import POOL_SECONDS, Database, DatabaseAway, DatabaseBusy
from store.encryption import KeyRing
from store.tables import Inbound

TERMINATE = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


async def count(database: Database) -> int:
    async with database.unit() as unit:
        return await unit.session.scalar(select(func.count()).select_from(Inbound)) or 0


async def test_a_unit_commits_or_rolls_back(database: Database) -> None:
    async with database.unit() as unit:
        unit.session.add(Inbound(key="a", at=unit.now))

    async def fail() -> None:
        async with database.unit() as unit:
            unit.session.add(Inbound(key="b", at=unit.now))
            await unit.session.flush()
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    assert await count(database) == 1


async def test_the_units_time_and_person_key(database: Database, clock: ShiftedClock) -> None:
    clock.offset = datetime(2030, 1, 1, tzinfo=UTC) - datetime.now(UTC)
    async with database.unit() as unit:
        assert unit.now.year == 2030
        assert unit.person_key("29:x") == database.keys.person_key("29:x")


async def test_an_unreachable_server(clock: ShiftedClock, keys: KeyRing) -> None:
    url = "postgresql+psycopg://postgres@127.0.0.1:1/none"
    database = await Database.open(url, clock=clock, keys=keys)
    with pytest.raises(DatabaseAway):
        await database.ping()
    await database.close()


async def test_no_free_connection(database_url: str, clock: ShiftedClock, keys: KeyRing) -> None:
    database = await Database.open(
        database_url, clock=clock, keys=keys, pool_size=1, max_overflow=0, pool_seconds=0.05
    )
    async with database.unit():
        with pytest.raises(DatabaseAway):
            await count(database)
        await database.ping()  # it is there: whoever waits in line is not to be sent away
    assert await count(database) == 0
    await database.close()


def test_the_line_for_a_connection_ends_before_the_turn() -> None:
    """Of many meetings that begin at once the last wait in line for a connection; the line ends before
    the turn does, so that the answer is *try again* and nothing is cut off half done."""
    assert 5 < POOL_SECONDS < TURN_SECONDS


@pytest.mark.parametrize("last_words", [False, True])
async def test_a_connection_lost_at_the_commit_or_before(
    database: Database, last_words: bool
) -> None:
    async def lose() -> None:
        async with database.unit() as unit:
            unit.session.add(Inbound(key=uuid4().hex, at=unit.now))
            await unit.session.flush()
            async with database.unit() as other:
                await other.session.execute(text(TERMINATE))
            if last_words:
                await unit.session.execute(text("SELECT 1"))

    with pytest.raises(DatabaseAway):
        await lose()
    assert await count(database) == 0


async def test_a_transaction_that_waits_too_long_is_given_up(database: Database) -> None:
    lock = "LOCK TABLE inbound IN EXCLUSIVE MODE"

    async def wait() -> None:
        async with database.unit() as second:
            await second.session.execute(text("SET LOCAL lock_timeout = '20ms'"))
            await second.session.execute(text(lock))

    async with database.unit() as first:
        await first.session.execute(text(lock))
        with pytest.raises(DatabaseBusy):
            await wait()


async def test_other_faults_pass_without_their_values(database: Database) -> None:
    async with database.unit() as unit:
        unit.session.add(Inbound(key="a", at=unit.now))

    async def collide() -> None:
        async with database.unit() as unit:
            insert = "INSERT INTO inbound (key, at) VALUES ('a', CAST(:at AS timestamptz))"
            await unit.session.execute(text(insert), {"at": "2031-01-01"})

    with pytest.raises(IntegrityError) as raised:
        await collide()
    assert "2031" not in str(raised.value)
