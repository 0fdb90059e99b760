"""A replica of an earlier release goes on working while a newer one has already changed the tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from store import migrate as migrations

RELEASES = sorted(
    path.stem for path in (Path(__file__).resolve().parents[1] / "upgrades").glob("*.sql")
)
COLUMNS = """
    SELECT table_name || '.' || column_name AS name, data_type, is_nullable = 'YES' AS nullable,
        is_nullable = 'YES' OR column_default IS NOT NULL OR is_identity = 'YES' AS may_be_left_out,
        coalesce(character_maximum_length, 0) AS longest
    FROM information_schema.columns WHERE table_schema = 'public'
"""
RULES = """
    SELECT conrelid::regclass || ': ' || pg_get_constraintdef(oid) AS name FROM pg_constraint
    WHERE contype IN ('c', 'u', 'p', 'x', 'f') AND connamespace = 'public'::regnamespace
"""
UNIQUE = """
    SELECT tablename || ': ' || regexp_replace(indexdef, '^.* ON', '') AS name FROM pg_indexes
    WHERE schemaname = 'public' AND indexdef LIKE 'CREATE UNIQUE%'
"""


class Shape:
    """What a database demands of those who write to it."""

    def __init__(self, url: str) -> None:
        engine = create_engine(url)
        with engine.connect() as connection:
            self.columns = {row.name: row for row in connection.execute(text(COLUMNS))}
            self.unique = set(connection.scalars(text(UNIQUE)))
            self.rules = {*connection.scalars(text(RULES)), *self.unique}
        engine.dispose()

    @property
    def tables(self) -> set[str]:
        return {name.partition(".")[0] for name in self.columns}


def hindrances(old: Shape, new: Shape) -> list[str]:
    """Why somebody who knows only the old shape could not read or write the new one."""
    found = [f"{name} has gone" for name in old.columns if name not in new.columns]
    for name, now in new.columns.items():
        if name.partition(".")[0] not in old.tables:
            continue
        before = old.columns.get(name)
        if before is None:
            if not now.may_be_left_out:
                found.append(f"{name} must be given")
        elif before.data_type != now.data_type or now.longest < before.longest:
            found.append(f"{name} is another type")
        elif before.nullable and not now.nullable:
            found.append(f"{name} must not be empty any more")
    found += [
        f"new rule: {rule}"
        for rule in new.rules - old.rules
        if rule.partition(": ")[0] in old.tables
    ]
    # An earlier release names them in ON CONFLICT, and counts on them where two write at once.
    found += [
        f"{rule} is not unique any more"
        for rule in old.unique - new.unique
        if rule.partition(": ")[0] in new.tables
    ]
    return sorted(found)


def test_more_than_one_release_is_looked_at() -> None:
    assert len(RELEASES) >= 2


@pytest.mark.parametrize("release", RELEASES)
def test_what_a_later_release_did_to_the_tables_hinders_no_earlier_one(
    empty_database_url: str, release: str
) -> None:
    migrations._with_lock(empty_database_url, "upgrade", release)
    old = Shape(empty_database_url)
    migrations._with_lock(empty_database_url, "upgrade", "head")
    found = hindrances(old, Shape(empty_database_url))
    assert not found, "\n".join(found)


def test_a_lost_unique_index_is_a_hindrance(empty_database_url: str) -> None:
    migrations._with_lock(empty_database_url, "upgrade", "head")
    old = Shape(empty_database_url)
    engine = create_engine(empty_database_url)
    with engine.begin() as connection:
        connection.execute(
            text("ALTER TABLE contact_wishes DROP CONSTRAINT uq_contact_wishes_meeting_id")
        )
    engine.dispose()
    (found,) = hindrances(old, Shape(empty_database_url))
    assert found.startswith("contact_wishes: ")
    assert "(meeting_id, person_key)" in found
    assert found.endswith("is not unique any more")
