"""After the played way every chain of the journal holds, tampering shows, and no entry says who."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from clock import ShiftedClock
from store.verify import ChainReport, verify_case
from tests.scenario.stage import Stage, on_stage
from tests.system import played
from tests.system.played import CANARIES
from tests.system.watching import found_in

COURSE = {
    "app_added", "meeting_taken_in", "block_read", "contact_wish", "request_registered", "asked",
    "ground_read", "decided", "answer_sent", "answer_delivered", "meeting_started", "announced", "told",
    "read_aloud", "recording_seen", "recording_ended", "meeting_ended", "task_given", "note_copied",
    "task_done",
}  # fmt: skip
PLAIN = re.compile(r"[A-Za-z0-9_./:+-]{0,64}")  # a code, an id or a moment: nothing anybody wrote
TAMPERING = {
    "facts": "UPDATE journal SET facts = facts || '{\"x\": 1}' WHERE seq = :seq AND case_id = :case",
    "kind": "UPDATE journal SET kind = 'granted' WHERE seq = :seq AND case_id = :case",
    "actor": "UPDATE journal SET actor = 'system2' WHERE seq = :seq AND case_id = :case",
    "time": "UPDATE journal SET at = at + interval '1 second' WHERE seq = :seq AND case_id = :case",
    "gone": "DELETE FROM journal WHERE seq = :seq AND case_id = :case",
    "commitments": 'UPDATE journal SET commitments = \'{"a/b": "c"}\''
    " WHERE seq = :seq AND case_id = :case",
    "order": "UPDATE journal SET seq = seq + 1000 WHERE seq = :seq AND case_id = :case",
}


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with on_stage(database_url, clock) as made:
        await played.decide(made)
        await played.hold(made)
        yield made


async def verified(stage: Stage) -> dict[UUID, ChainReport]:
    """Every case's report."""
    async with stage.database.unit() as unit:
        cases = (await unit.session.execute(text("SELECT DISTINCT case_id FROM journal"))).scalars()
        return {c: await verify_case(unit, c, stage.database.keys) for c in list(cases)}


async def test_the_journal_of_a_played_way(stage: Stage) -> None:
    reports = await verified(stage)
    assert len(reports) == 3  # the meeting and two wishes
    assert all(report.sound for report in reports.values())
    await every_entry_tells_the_course_only(stage)
    await what_is_committed_can_be_shown_until_it_is_deleted(stage)
    await tampering_shows(stage)


async def every_entry_tells_the_course_only(stage: Stage) -> None:
    rows = await stage.rows("SELECT kind, actor, facts, commitments FROM journal")
    assert {row["kind"] for row in rows} >= COURSE
    assert found_in(CANARIES, *(json.dumps(dict(row), ensure_ascii=False) for row in rows)) == set()
    told = {text for row in rows for text in texts_in(row["facts"])}
    assert {text for text in told if not PLAIN.fullmatch(text)} == set()
    people = {p.oid for p in stage.sandbox.world.people.values() if p.oid}
    assert {row["actor"] for row in rows} - people <= {"system", "teams", "participant"}
    registered = [row for row in rows if row["kind"] == "request_registered"]
    sealed = {name.partition("/")[2] for row in registered for name in row["commitments"]}
    assert sealed == {"citizen_name", "contact", "ground", "ground_text", "own_words", "companion"}
    decided = [row for row in rows if row["kind"] == "decided"]
    assert {row["facts"]["outcome"] for row in decided} == {"granted", "not_granted"}
    assert all(set(row["facts"]["verdicts"].values()) <= {"for", "against"} for row in decided)


def texts_in(facts: Any) -> Iterator[str]:
    """Every key and every text of the facts."""
    if isinstance(facts, dict):
        yield from facts
        facts = list(facts.values())
    if isinstance(facts, list):
        for value in facts:
            yield from texts_in(value)
    elif isinstance(facts, str):
        yield facts


async def what_is_committed_can_be_shown_until_it_is_deleted(stage: Stage) -> None:
    request = await stage.request()
    before = (await verified(stage))[request["id"]]
    assert before.shown > 8
    assert before.hidden == 0
    async with stage.database.unit() as unit:
        gone = await unit.personal.delete(request["id"], case_id=request["id"])
    after = (await verified(stage))[request["id"]]
    assert after.sound
    assert after == replace(before, entries=before.entries + 1, shown=0, hidden=before.shown)
    assert {"citizen_name", "contact", "own_words"} <= set(gone)


async def tampering_shows(stage: Stage) -> None:
    cases = await verified(stage)
    for case, report in cases.items():
        for seq in (1, report.entries // 2, report.entries):
            for statement in TAMPERING.values():
                async with stage.database.unit() as unit:
                    changed = await unit.session.execute(
                        text(statement), {"seq": seq, "case": case}
                    )
                    assert changed.rowcount == 1
                    found = await verify_case(unit, case, stage.database.keys)
                    assert not found.sound, statement
                    await unit.session.rollback()
    assert all(report.sound for report in (await verified(stage)).values())
