"""Roots over all chains: drawn one after the other, handed out once, and nobody waits for them."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from store import roots
from store.database import Database
from store.tables import JournalRoot


async def noted(database: Database, case: UUID) -> None:
    async with database.unit() as unit:
        await unit.journal.write(case, "noted", actor="system")


async def drawn(database: Database) -> JournalRoot | None:
    async with database.unit() as unit:
        return await roots.draw(unit)


async def test_a_root_holds_what_changed_and_follows_the_one_before(database: Database) -> None:
    assert await drawn(database) is None
    one, other = sorted((uuid4(), uuid4()))
    await noted(database, one)
    await noted(database, other)
    first = await drawn(database)
    assert first is not None
    assert [(row[0], row[1]) for row in first.heads] == [(str(one), 1), (str(other), 1)]
    assert (first.number, first.cases, first.previous) == (1, 2, roots.FIRST)
    assert await drawn(database) is None
    await noted(database, one)
    second = await drawn(database)
    assert second is not None
    assert [row[:2] for row in second.heads] == [[str(one), 2]]
    assert (second.number, second.cases, second.previous) == (2, 2, first.hash)


async def test_several_at_once_draw_one_after_the_other(database: Database) -> None:
    await noted(database, uuid4())
    found = await asyncio.gather(*(drawn(database) for _ in range(4)))
    assert sum(root is not None for root in found) == 1


async def test_a_case_at_work_neither_waits_for_a_root_nor_holds_it_up(database: Database) -> None:
    case = uuid4()
    await noted(database, case)
    async with database.unit() as at_work:
        await at_work.journal.write(case, "noted", actor="system")
        root = await asyncio.wait_for(drawn(database), 30)
        assert root is not None
        assert root.heads[0][1] == 1  # what is not committed is not vouched for
        async with database.unit() as drawing:
            await roots.draw(drawing)
            await asyncio.wait_for(noted(database, uuid4()), 30)


async def test_a_file_is_written_once_and_never_over_another(
    database: Database, tmp_path: Path
) -> None:
    await noted(database, uuid4())
    root = await drawn(database)
    assert root is not None
    file = roots.hand_out(root, tmp_path)
    assert json.loads(file.read_text(encoding="utf-8"))["hash"] == root.hash.hex()
    assert roots.hand_out(root, tmp_path) == file
    file.write_text("{}", encoding="utf-8")
    with pytest.raises(FileExistsError, match=r"root-00000001\.json"):
        roots.hand_out(root, tmp_path)
    assert file.read_text(encoding="utf-8") == "{}"
    async with database.unit() as unit:
        assert [one.number for one in await roots.not_exported(unit)] == [1]
        await roots.mark_exported(unit, 1)
        assert await roots.not_exported(unit) == []
