"""Fixtures for every test: a database of its own, a clock that can be moved, a key ring."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Iterator
from uuid import uuid4

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from sqlalchemy.engine import make_url

from clock import ShiftedClock
from sandbox import keys as keys_module
from store.database import Database, plain_url
from store.embedded import temporary_postgres
from store.encryption import KeyRing
from store.migrate import migrate


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of an embedded PostgreSQL for this run (one per pytest-xdist worker)."""
    with temporary_postgres() as url:
        yield url


@pytest.fixture(scope="session")
def template(postgres: str) -> str:
    """The name of a migrated, empty database that tests are copied from."""
    _administer(postgres, "CREATE DATABASE template_lydhoer")
    asyncio.run(migrate(_named(postgres, "template_lydhoer")))
    return "template_lydhoer"


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
    yield from _own_database(postgres, "template1")


@pytest.fixture
def database_url(postgres: str, template: str) -> Iterator[str]:
    """A migrated database of this test's own."""
    yield from _own_database(postgres, template)


@pytest.fixture
def clock() -> ShiftedClock:
    """The machine's clock, until the test moves it."""
    return ShiftedClock()


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


def _own_database(postgres: str, template: str) -> Iterator[str]:
    name = f"test_{uuid4().hex}"
    # Copying the files is quicker here than writing every page to the log.
    _administer(postgres, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
    yield _named(postgres, name)
    _administer(postgres, f"DROP DATABASE {name} WITH (FORCE)")


def _named(url: str, name: str) -> str:
    return make_url(url).set(database=name).render_as_string(hide_password=False)


def _administer(url: str, statement: str) -> None:
    with psycopg.connect(plain_url(url), autocommit=True) as connection:
        connection.execute(statement.encode())
