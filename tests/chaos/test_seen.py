"""What the judge asks of the database, asked of rows that were put there by hand."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import psycopg

from store.database import plain_url
from tools.chaos.seen import GIVEN_UP, TELLINGS, TRIES

EFFECT = """
    INSERT INTO effects (kind, key, args, due_at, generation, claims, done_at, outcome)
    VALUES (%s, '1', '{}', now() + interval '1 hour', 1, %s, CASE WHEN %s THEN now() END, %s)
"""
ENTRY = """
    INSERT INTO journal (case_id, seq, at, kind, actor, facts, commitments, previous, hash)
    VALUES (%s, 1, now(), 'gave_up', 'system', jsonb_build_object('kind', %s::text), '{}', '', '')
"""
MEETING = """
    INSERT INTO meetings (id, kind, state, app_installed, block_state, block_reason, created_at, version)
    VALUES (%s, 'virtual', 'past', true, 'held', '', now(), 1)
"""
OCCURRENCE = """
    INSERT INTO occurrences (id, meeting_id, started_at, noticed_by, tellings)
    VALUES (%s, %s, now(), 'event', 0)
"""
TELLING = """
    INSERT INTO tellings (id, occurrence_id, number, what, how, content, profile_id, profile_version, at)
    VALUES (gen_random_uuid(), %s, 1, %s, %s, '[]', 'x', 1, now())
"""


def asked(url: str, query: str, values: Any, *written: tuple[str, tuple[Any, ...]]) -> list[Any]:
    """What the query finds when this was written."""
    with psycopg.connect(plain_url(url), autocommit=True) as connection:
        for statement, of in written:
            connection.execute(statement.encode(), of)
        return connection.execute(query.encode(), values).fetchall()


def test_what_was_given_up_and_what_is_tried_in_vain(database_url: str) -> None:
    found = asked(
        database_url, GIVEN_UP, [TRIES],
        (EFFECT, ("given_up", 20, True, "gave_up")),
        (EFFECT, ("in_vain", 3, False, "RuntimeError")),
        (EFFECT, ("tried_twice", 2, False, "RuntimeError")),
        (EFFECT, ("done_in_the_end", 5, True, "done")),
        (ENTRY, (UUID(int=1), "given_up")),
        (ENTRY, (UUID(int=2), "planned_anew_since")),
    )  # fmt: skip
    assert sorted(row[0] for row in found) == ["given_up", "in_vain", "planned_anew_since"]


def test_tellings_of_a_recording_are_counted_by_how_they_were_made(database_url: str) -> None:
    meeting, occurrence = UUID(int=1), UUID(int=2)
    found = asked(
        database_url, TELLINGS, None,
        (MEETING, (meeting,)),
        (OCCURRENCE, (occurrence, meeting)),
        *((TELLING, (occurrence, *told)) for told in (
            ("recorded", "chat"), ("recorded", "in_meeting"), ("recorded", "late"), ("revoked", "chat"),
        )),
    )  # fmt: skip
    assert found == [(str(occurrence), 1, 2)]
