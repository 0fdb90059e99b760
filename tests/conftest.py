"""Fixtures for every test: a database of its own, a clock that can be moved, a key ring."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Iterator
from datetime import datetime, time, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from psycopg import sql

from clock import COPENHAGEN, ShiftedClock
from sandbox import keys as keys_module
from store.database import Database
from store.embedded import temporary_postgres
from store.encryption import KeyRing
from store.migrate import migrate
from tests.databases import Shelf, administer, create, drop, named


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of an embedded PostgreSQL for this run (one per pytest-xdist worker)."""
    with temporary_postgres() as url:
        yield url


@pytest.fixture(scope="session")
def template(postgres: str) -> str:
    """The name of a migrated, empty database that tests are copied from."""
    administer(postgres, sql.SQL("CREATE DATABASE template_lydhoer"))
    asyncio.run(migrate(named(postgres, "template_lydhoer")))
    return "template_lydhoer"


@pytest.fixture(scope="session")
def shelf(postgres: str, template: str) -> Shelf:
    """This worker's databases."""
    return Shelf(postgres, template)


@pytest.fixture(scope="session", autouse=True)
def used_keys() -> Iterator[None]:
    """Making an RSA key takes a tenth of a second; the sandboxes of this run share a handful. Each of
    them still publishes and rotates its own, under names of its own."""
    made: list[rsa.RSAPrivateKey] = []
    turn = itertools.count()

    def next_key() -> rsa.RSAPrivateKey:
        if len(made) < 12:
            made.append(fresh())
            return made[-1]
        return made[next(turn) % len(made)]

    fresh, keys_module.new_key = keys_module.new_key, next_key
    yield
    keys_module.new_key = fresh


@pytest.fixture
def empty_database_url(postgres: str) -> Iterator[str]:
    """A database of this test's own, without tables."""
    name = create(postgres, "template1")
    yield named(postgres, name)
    drop(postgres, name)


@pytest.fixture
def database_url(postgres: str, shelf: Shelf) -> Iterator[str]:
    """A migrated, empty database that nobody else has meanwhile."""
    name = shelf.take()
    yield named(postgres, name)
    shelf.give_back(name)


@pytest.fixture
def clock() -> ShiftedClock:
    """The last time it was ten in the morning in Denmark, and going on from there until the test moves
    it: whatever a test waits for, the hour it is run at decides nothing. Never ahead of the machine's
    clock, which the database and other processes go by."""
    now = datetime.now(COPENHAGEN)
    today = now.date() if now.hour >= 10 else now.date() - timedelta(days=1)
    return ShiftedClock(datetime.combine(today, time(10), COPENHAGEN) - now)


@pytest.fixture(scope="session")
def keys() -> KeyRing:
    """A key ring with one random key."""
    return KeyRing.parse(KeyRing.new_entry())


@pytest.fixture
async def database(
    database_url: str, clock: ShiftedClock, keys: KeyRing
) -> AsyncIterator[Database]:
    """This test's database, opened."""
    opened = await Database.open(database_url, clock=clock, keys=keys)
    yield opened
    await opened.close()
