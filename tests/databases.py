"""Databases for tests: each test gets one that nobody else has, and that is as it was after the migrations.

Copying a database takes a tenth of a second and more, emptying it a hundredth. So one that a test has
done with is emptied and given to the next test; one that is not as new afterwards is thrown away.
"""

from __future__ import annotations

from uuid import uuid4

import psycopg
from psycopg import sql
from sqlalchemy.engine import make_url

from store.database import plain_url

PATIENCE = "-c lock_timeout=2s -c statement_timeout=10s"
TERMINATE = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
EMPTY = """
DO $$
DECLARE one record;
BEGIN
    SET LOCAL session_replication_role = replica;
    FOR one IN SELECT relname FROM pg_class
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'alembic_version'
    LOOP
        EXECUTE format('DELETE FROM %I', one.relname);
    END LOOP;
    FOR one IN SELECT sequencename, start_value FROM pg_sequences WHERE last_value IS NOT NULL
    LOOP
        PERFORM setval(one.sequencename::regclass, one.start_value, false);
    END LOOP;
END $$
"""
SHAPE = """
    SELECT md5(string_agg(what, ' ' ORDER BY what)) FROM (
        SELECT concat(relname, relkind) FROM pg_class
        WHERE relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace,
                                   'pg_toast'::regnamespace)
        UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        UNION ALL SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT concat(tgname, tgenabled) FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_'
        UNION ALL SELECT version_num FROM alembic_version
    ) AS all_there_is (what)
"""


class Shelf:
    """The databases of one worker, all of them copies of one template."""

    def __init__(self, postgres: str, template: str) -> None:
        self._postgres = postgres
        self._template = template
        self._free: list[str] = []
        with psycopg.connect(plain_url(named(postgres, template))) as connection:
            self._shape = _shape(connection)

    def take(self) -> str:
        """The name of an empty, migrated database."""
        return self._free.pop() if self._free else create(self._postgres, self._template)

    def give_back(self, name: str) -> None:
        """Nobody uses it any more."""
        if self._as_new(name):
            self._free.append(name)
        else:
            drop(self._postgres, name)

    def _as_new(self, name: str) -> bool:
        url = plain_url(named(self._postgres, name))
        try:
            with psycopg.connect(url, options=PATIENCE) as connection:
                connection.execute(TERMINATE)
                connection.execute(EMPTY)
                return _shape(connection) == self._shape
        except psycopg.Error:
            return False


def _shape(connection: psycopg.Connection[tuple[str]]) -> str:
    found = connection.execute(SHAPE).fetchone()
    assert found is not None
    return found[0]


def create(postgres: str, template: str) -> str:
    """A new database of this name's own."""
    name = f"test_{uuid4().hex}"
    # Copying the files is quicker here than writing every page to the log.
    copy = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")
    administer(postgres, copy.format(sql.Identifier(name), sql.Identifier(template)))
    return name


def drop(postgres: str, name: str) -> None:
    """Gone, whoever is still connected."""
    administer(postgres, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def named(url: str, name: str) -> str:
    """The URL of another database on the same server."""
    return make_url(url).set(database=name).render_as_string(hide_password=False)


def administer(url: str, statement: sql.SQL | sql.Composed) -> None:
    """One statement outside a transaction."""
    with psycopg.connect(plain_url(url), autocommit=True) as connection:
        connection.execute(statement)
