"""A backup is laid in and the roots drawn since lie in the folder: nothing is written over, and it goes on."""

from __future__ import annotations

import asyncio
import io
import shutil
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from sqlalchemy import text

from casework import effects
from casework.jobs.rooting import draw_root
from casework.office import Bench
from store.database import Database
from store.jobs import Claim
from store.roots import file_name
from tools.journal_dump import dump
from tools.verify import Report, read_dump, read_roots, verify


async def draw(bench: Bench, folder: Path) -> str:
    """Something happens, the hour is over, and the root is to be written to this folder."""
    async with bench.database.unit() as unit:
        await unit.journal.write(uuid4(), "noted", actor="system")
    here = replace(bench, office=replace(bench.office, journal_export=folder))
    return await draw_root(here, Claim(1, effects.ROOT, "hourly", {}, 1, False, 1))


async def checked(database: Database, folder: Path) -> Report:
    out = io.StringIO()
    await asyncio.to_thread(dump, database.url, out)
    return verify(read_dump(out.getvalue().splitlines()), read_roots(folder))


async def lay_in_the_backup(database: Database) -> None:
    """The database is again as it was after the first root."""
    async with database.unit() as unit:
        since = "(SELECT at FROM journal_roots WHERE number = 1)"
        for what in (
            f"DELETE FROM journal_heads h USING journal j WHERE j.case_id = h.case_id AND j.at > {since}",
            f"DELETE FROM journal_rooted h USING journal j WHERE j.case_id = h.case_id AND j.at > {since}",
            f"DELETE FROM journal WHERE at > {since}",
            "DELETE FROM journal_roots WHERE number > 1",
        ):
            await unit.session.execute(text(what))


async def test_new_roots_go_to_a_folder_with_those_that_the_backup_knows(
    bench: Bench, database: Database, tmp_path: Path
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
    for _ in range(2):
        assert await draw(bench, old) == "exported"
    lost = (old / file_name(2)).read_text(encoding="utf-8")
    await lay_in_the_backup(database)
    assert [f.split(":")[0] for f in (await checked(database, old)).findings][:1] == ["root 2"]
    assert await draw(bench, old) == "is_another"
    assert (old / file_name(2)).read_text(encoding="utf-8") == lost
    shutil.copy(old / file_name(1), new)
    assert await draw(bench, new) == "exported"
    report = await checked(database, new)
    assert (report.findings, report.roots, report.after) == ([], 3, {})
