"""Migrations: they give what the models say, and replicas may start at once."""

from __future__ import annotations

import asyncio
import hashlib

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from procrastinate.schema import SchemaManager
from sqlalchemy import create_engine, text

from store.database import DatabaseAway
from store.migrate import config, migrate, ours
from store.tables import Base

# The text of procrastinate 3.10. When it changes, its numbered files belong into a new revision.
PROCRASTINATE_SCHEMA = "c70ec4b400a60ad9592787653aae5ae77ae41bf801d56b5bd2712751a07f2009"


def test_models_and_migrations_agree(database_url: str) -> None:
    engine = create_engine(database_url)
    with engine.connect() as connection:
        options = {"include_object": ours, "compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_the_schema_of_procrastinate_is_the_one_that_was_migrated() -> None:
    found = hashlib.sha256(SchemaManager.get_schema().encode()).hexdigest()
    assert found == PROCRASTINATE_SCHEMA


async def test_replicas_may_migrate_at_once(empty_database_url: str) -> None:
    await asyncio.gather(*(migrate(empty_database_url) for _ in range(3)))
    engine = create_engine(empty_database_url)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM alembic_version")) == 1
        assert connection.scalar(text("SELECT count(*) FROM procrastinate_jobs")) == 0
    engine.dispose()


async def test_every_later_revision_can_be_taken_back_and_made_again(
    empty_database_url: str,
) -> None:
    await migrate(empty_database_url)
    engine = create_engine(empty_database_url)
    for move, wanted in ((command.downgrade, "0001"), (command.upgrade, "head")):
        with engine.connect() as connection:
            move(config(connection), wanted)
            connection.commit()
    with engine.connect() as connection:
        options = {"include_object": ours, "compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


async def test_a_database_of_a_newer_release_is_left_as_it_is(database_url: str) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE meetings ADD COLUMN of_tomorrow integer"))
        connection.execute(text("UPDATE alembic_version SET version_num = 'tomorrow'"))
    await migrate(database_url)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == "tomorrow"
        assert connection.scalars(text("SELECT of_tomorrow FROM meetings")).all() == []
    engine.dispose()


async def test_a_database_that_is_away_is_said_so() -> None:
    with pytest.raises(DatabaseAway):
        await migrate("postgresql+psycopg://postgres@127.0.0.1:1/none")
