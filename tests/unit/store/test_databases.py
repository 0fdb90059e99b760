"""The databases tests are given: nobody finds what an earlier test left."""

from __future__ import annotations

import psycopg

from store.database import plain_url
from tests.databases import Shelf, named


def run(url: str, statement: bytes) -> None:
    with psycopg.connect(plain_url(url)) as connection:
        connection.execute(statement)


def one(url: str, query: bytes) -> int:
    with psycopg.connect(plain_url(url)) as connection:
        found = connection.execute(query).fetchone()
    assert found is not None
    return int(found[0])


DEFER = (
    b"INSERT INTO effects (kind, key, args, due_at, generation, claims)"
    b" VALUES ('a', 'b', '{}', now(), 1, 0) RETURNING id"
)


def test_rows_and_numbers_are_gone(postgres: str, template: str) -> None:
    shelf = Shelf(postgres, template)
    name = shelf.take()
    url = named(postgres, name)
    first = one(url, DEFER)
    shelf.give_back(name)
    assert shelf.take() == name
    assert one(url, b"SELECT count(*) FROM effects") == 0
    assert one(url, b"SELECT count(*) FROM alembic_version") == 1
    assert one(url, DEFER) == first


def test_whoever_is_still_connected_is_cut_off(postgres: str, template: str) -> None:
    shelf = Shelf(postgres, template)
    name = shelf.take()
    left_open = psycopg.connect(plain_url(named(postgres, name)))
    left_open.execute(DEFER)
    shelf.give_back(name)
    left_open.close()
    assert shelf.take() == name
    assert one(named(postgres, name), b"SELECT count(*) FROM effects") == 0


def test_one_whose_tables_were_changed_is_not_used_again(postgres: str, template: str) -> None:
    for change in (
        b"CREATE TABLE more (n int)",
        b"ALTER TABLE effects ADD CONSTRAINT x CHECK (true)",
        b"DROP TABLE effects CASCADE",
        b"UPDATE alembic_version SET version_num = '0001'",
    ):
        shelf = Shelf(postgres, template)
        name = shelf.take()
        run(named(postgres, name), change)
        shelf.give_back(name)
        assert shelf.take() != name, change
