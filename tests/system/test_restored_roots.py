"""Root files outlive what happens to the machine. A backup is laid in and the roots drawn since lie in the
folder: nothing is written over, and it goes on. The power is cut: what is noted as handed out is on the disk."""

from __future__ import annotations

import asyncio
import errno
import io
import os
import shutil
import stat
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from casework import effects
from casework.jobs.rooting import draw_root
from casework.office import Bench
from store import roots
from store.database import Database, Unit
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


class Disk:
    """Writes down what is done to the folder and the database, in order."""

    def __init__(self, patch: pytest.MonkeyPatch, folder: Path) -> None:
        self.done: list[str] = []
        self._folder = folder
        sync, replace_file, mark = os.fsync, Path.replace, roots.mark_exported

        def synced(number: int) -> None:
            self.done.append(f"{self._name(number)} kept")
            sync(number)

        def replaced(draft: Path, target: Path) -> Path:
            self.done.append(f"{draft.name} named {target.name}")
            return replace_file(draft, target)

        async def marked(unit: Unit, number: int) -> None:
            self.done.append(f"{number} noted")
            await mark(unit, number)

        patch.setattr(os, "fsync", synced)
        patch.setattr(Path, "replace", replaced)
        patch.setattr(roots, "mark_exported", marked)

    def _name(self, number: int) -> str:
        """Which file or folder it is, and how much of it there is to keep."""
        found = os.fstat(number)
        if os.path.samestat(found, self._folder.stat()):
            return "folder"
        (name,) = [p.name for p in self._folder.iterdir() if os.path.samestat(found, p.stat())]
        return name if found.st_size else f"{name}, empty,"


async def test_a_root_is_noted_as_handed_out_once_it_is_on_the_disk(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(monkeypatch, tmp_path)
    assert await draw(bench, tmp_path) == "exported"
    name, draft = file_name(1), Path(file_name(1)).with_suffix(".part").name
    assert disk.done == [f"{draft} kept", f"{draft} named {name}", "folder kept", "1 noted"]


async def test_what_an_earlier_try_left_is_kept_before_it_is_noted(
    bench: Bench, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was cut off between the file and the note; nobody knows whether the file was on the disk."""
    async with database.unit() as unit:
        await unit.journal.write(uuid4(), "noted", actor="system")
    async with database.unit() as unit:
        root = await roots.draw(unit)
    assert root is not None
    roots.hand_out(root, tmp_path)
    disk = Disk(monkeypatch, tmp_path)
    assert await draw(bench, tmp_path) == "exported"
    assert disk.done[:3] == [f"{file_name(1)} kept", "folder kept", "1 noted"]


@pytest.mark.parametrize(
    ("number", "done"), [(errno.EINVAL, "exported"), (errno.EIO, "not_exported")]
)
async def test_a_share_that_keeps_no_folders_is_good_enough_and_a_broken_disk_is_not(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, done: str
) -> None:
    sync = os.fsync

    def refused(opened: int) -> None:
        if stat.S_ISDIR(os.fstat(opened).st_mode):
            raise OSError(number, "no")
        sync(opened)

    monkeypatch.setattr(os, "fsync", refused)
    assert await draw(bench, tmp_path) == done


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
