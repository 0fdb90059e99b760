"""Brings a database to the shape this version needs.

``python -m store.migrate`` works on the server that ``DATABASE_URL`` names;
``python -m store.migrate new "message"`` writes the next step from the difference between it and
store/tables.py. Safe for several replicas starting at once.
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

import structlog
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from store.database import CONNECT_SECONDS, away_from

LOCK = 0x6C796468  # any number, the same for every replica
FOREIGN = "procrastinate_"
log = structlog.get_logger()


async def migrate(url: str) -> None:
    """Upgrade to the newest shape, one replica at a time. Raises DatabaseAway.

    A database that a newer release has brought further is left as it is: that release sees to it that
    this one can go on working (docs/upgrades.md).
    """
    await asyncio.to_thread(_with_lock, url, "upgrade", "head")


def ours(_thing: Any, name: str | None, kind: str, _reflected: bool, _other: Any) -> bool:
    """Whether alembic looks after a thing; the tables of procrastinate look after themselves."""
    return not (kind == "table" and name is not None and name.startswith(FOREIGN))


def _with_lock(url: str, step: str, *arguments: str) -> None:
    engine = create_engine(
        url,
        poolclass=NullPool,
        hide_parameters=True,
        connect_args={"connect_timeout": CONNECT_SECONDS},
    )
    try:
        with engine.connect() as guard, engine.connect() as connection:
            # Held by a connection of its own, outside the transactions of the steps.
            guard = guard.execution_options(isolation_level="AUTOCOMMIT")
            guard.execute(text("SELECT pg_advisory_lock(:lock)"), {"lock": LOCK})
            try:
                if step == "upgrade" and _is_newer(connection):
                    log.warning("database_is_of_a_newer_release")
                    return
                getattr(command, step)(config(connection), *arguments)
                connection.commit()
            finally:
                guard.execute(text("SELECT pg_advisory_unlock(:lock)"), {"lock": LOCK})
    except OperationalError as error:
        away = away_from(error)
        if away is None:
            raise
        raise away from error
    finally:
        engine.dispose()
    log.info("database_migrated", step=step)


def _is_newer(connection: Connection) -> bool:
    """Whether the database's shape is one that this release does not know."""
    known = {step.revision for step in ScriptDirectory.from_config(script()).walk_revisions()}
    found = MigrationContext.configure(connection).get_current_heads()
    connection.rollback()
    return not known.issuperset(found)


def script() -> Config:
    """Alembic's settings, without a database: where the steps lie."""
    made = Config()
    made.set_main_option("path_separator", "os")
    folder = str(Path(__file__).with_name("migrations"))
    made.set_main_option("script_location", folder.replace("%", "%%"))
    return made


def config(connection: Connection) -> Config:
    """Alembic's settings for one connection."""
    made = script()
    made.attributes["connection"] = connection
    return made


def _new_step(url: str, message: str) -> None:
    engine = create_engine(url, poolclass=NullPool)
    with engine.connect() as connection:
        command.revision(config(connection), message, autogenerate=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["new"]:
        _new_step(os.environ["DATABASE_URL"], sys.argv[2])
    else:
        asyncio.run(migrate(os.environ["DATABASE_URL"]))
