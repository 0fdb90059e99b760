"""Databases of earlier releases: brought up and back with nothing lost, and their jobs carried out.

``tests/upgrades/NNNN.sql`` is the data of a database in shape NNNN, as the release of that time left it
in the middle of a meeting. A release that changes the tables leaves one behind (docs/upgrades.md).
"""

from __future__ import annotations

import asyncio
import base64
import io
import re
import subprocess
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from casework.jobs import JOBS
from clock import ShiftedClock
from sandbox import Sandbox
from store import migrate as migrations
from store.database import Database, plain_url
from store.encryption import KeyRing
from store.reachable import programs, server_user
from store.verify import verify_case
from tests.scenario.stage import UNHURRIED, Stage, raise_curtain
from tools import journal_dump
from tools.verify import read_dump, verify

DUMPS = sorted((Path(__file__).resolve().parents[1] / "upgrades").glob("*.sql"))
VERSIONS = Path(__file__).resolve().parents[2] / "store" / "migrations" / "versions"
KEYS = "old:" + base64.b64encode(bytes(range(32))).decode()
FAILED = re.compile(r"[A-Z]\w+(Error|Exception|Away|Busy)")


def step(url: str, direction: str, revision: str) -> None:
    migrations._with_lock(url, direction, revision)


def load(url: str, dump: Path) -> dict[str, int]:
    """Bring the empty database to the dump's shape and fill it; table → rows."""
    step(url, "upgrade", dump.stem)
    psql = programs(server_user()) / "psql"
    command = [psql, "-q", "-v", "ON_ERROR_STOP=1", "-d", plain_url(url), "-f", dump]
    subprocess.run(command, check=True, capture_output=True)
    return counts(url)


def counts(url: str) -> dict[str, int]:
    engine = create_engine(url)
    query = text("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
    with engine.connect() as connection:
        names = [name for name in connection.scalars(query) if name != "alembic_version"]
        found = {
            name: connection.scalar(text(f'SELECT count(*) FROM "{name}"')) or 0 for name in names
        }
    engine.dispose()
    return found


async def moved(stage: Stage, table: str, host: str) -> None:
    change = f"UPDATE {table} SET service_url = regexp_replace(service_url, '//[^/]+', :host)"
    async with stage.database.unit() as unit:
        await unit.session.execute(text(change), {"host": f"//{host}"})


@pytest.fixture(params=DUMPS, ids=lambda dump: dump.stem)
def dump(request: pytest.FixtureRequest) -> Path:
    return request.param


def test_there_is_a_database_of_an_earlier_release() -> None:
    assert [dump.stem for dump in DUMPS][:1] == ["0001"]


def test_the_newest_tables_have_a_database_of_theirs() -> None:
    """A step of the tables without a dump of what it leads to would go back unproved."""
    steps = sorted(path.stem[:4] for path in VERSIONS.glob("[0-9]*.py"))
    assert DUMPS[-1].stem == steps[-1]


def test_up_and_back_and_up_again_loses_nothing(empty_database_url: str, dump: Path) -> None:
    before = load(empty_database_url, dump)
    assert before["requests"] >= 2
    step(empty_database_url, "upgrade", "head")
    up = counts(empty_database_url)
    assert {name: up[name] for name in before} == before
    step(empty_database_url, "downgrade", dump.stem)
    assert counts(empty_database_url) == before
    step(empty_database_url, "upgrade", "head")
    assert counts(empty_database_url) == up


async def test_what_it_holds_can_still_be_read_and_checked(
    empty_database_url: str, clock: ShiftedClock, dump: Path
) -> None:
    await asyncio.to_thread(load, empty_database_url, dump)
    await migrations.migrate(empty_database_url)
    database = await Database.open(empty_database_url, clock=clock, keys=KeyRing.parse(KEYS))
    try:
        async with database.unit() as unit:
            query = text("SELECT DISTINCT case_id FROM journal")
            cases = list((await unit.session.execute(query)).scalars())
            reports = [await verify_case(unit, case, database.keys) for case in cases]
        assert len(reports) >= 3
        assert all(report.sound for report in reports)
        assert sum(report.shown for report in reports) > 8
    finally:
        await database.close()
    out = io.StringIO()
    await asyncio.to_thread(journal_dump.dump, empty_database_url, out)
    assert verify(read_dump(out.getvalue().splitlines()), ()).findings == []  # no row is a stranger


@pytest.mark.parametrize("table", ["requests", "meetings"])
async def test_a_case_put_in_past_the_journal_is_found(
    empty_database_url: str, dump: Path, table: str
) -> None:
    """Also where the journal of an earlier release knows less than is stored."""
    await asyncio.to_thread(load, empty_database_url, dump)
    await migrations.migrate(empty_database_url)
    engine = create_engine(empty_database_url)
    with engine.begin() as connection:
        copied = f"CREATE TEMP TABLE one AS SELECT * FROM {table} LIMIT 1"
        connection.execute(text(copied))
        connection.execute(text("UPDATE one SET id = gen_random_uuid()"))
        for column in {"requests": ("number",), "meetings": ("chat_id",)}[table]:
            connection.execute(text(f"UPDATE one SET {column} = 'L-STRANGE'"))
        put_in = connection.scalar(text(f"INSERT INTO {table} SELECT * FROM one RETURNING id"))
    engine.dispose()
    out = io.StringIO()
    await asyncio.to_thread(journal_dump.dump, empty_database_url, out)
    assert verify(read_dump(out.getvalue().splitlines()), ()).findings == [
        f"{table} {put_in}: it is stored, but the journal does not tell of it"
    ]


PLAYED = timedelta(hours=3)
WAITING = """SELECT id, kind, key, due_at, generation, claims FROM effects WHERE done_at IS NULL"""


async def test_its_jobs_are_carried_out_by_this_release(
    empty_database_url: str, clock: ShiftedClock, dump: Path
) -> None:
    """Every kind is still known (what nobody knows would wait for ever), and what was due is tried."""
    await asyncio.to_thread(load, empty_database_url, dump)
    engine = create_engine(empty_database_url)
    with engine.connect() as connection:
        left: datetime = connection.scalar(text("SELECT max(at) FROM inbound"))
        waiting = connection.execute(text(WAITING)).all()
    engine.dispose()
    assert len(waiting) > 3
    assert {row.kind for row in waiting} <= JOBS.keys()
    clock.advance(left + timedelta(seconds=5) - clock.now())
    due = [row for row in waiting if row.due_at <= clock.now() + PLAYED]
    assert len(due) > 3
    async with Sandbox.start() as sandbox:
        runner, stage = await raise_curtain(
            sandbox, empty_database_url, clock, rates=UNHURRIED, ENCRYPTION_KEYS=KEYS
        )
        try:
            for table in ("chats", "meetings", "cards"):  # the stand-in lives at another port now
                await moved(stage, table, sandbox.env["SERVICE_URL_HOSTS"])
            await stage.settle()
            await stage.pass_time(seconds=PLAYED.total_seconds())
            found = await stage.rows("SELECT * FROM effects")
            rows = {row["id"]: row for row in found}
            untried = [(one.kind, one.key) for one in due if not tried(one, rows[one.id])]
            assert untried == []
            broken = [(r["kind"], r["outcome"]) for r in found if FAILED.match(r["outcome"] or "")]
            assert broken == []
            assert await stage.rows("SELECT 1 FROM journal WHERE kind = 'gave_up'") == []
        finally:
            await runner.cleanup()


def tried(before: Any, after: Any) -> bool:
    """Whether this release has taken it up since: done, claimed, or begun anew."""
    return bool(
        after["done_at"]
        or after["claims"] > before.claims
        or after["generation"] > before.generation
    )
