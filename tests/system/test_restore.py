"""A backup as docs/admin-guide.md takes it and lays it in again: the journal holds, and the bot goes on."""

from __future__ import annotations

import asyncio
import io
import subprocess
from pathlib import Path

from clock import ShiftedClock
from sandbox import Sandbox
from store.database import plain_url
from store.encryption import KeyRing
from store.reachable import programs, server_user
from tests.scenario.stage import UNHURRIED, raise_curtain, words
from tests.scenario.test_notice import forge
from tests.system import played
from tests.system.test_upgrades import counts
from tools.journal_dump import dump
from tools.verify import read_dump, verify


def run(name: str, *arguments: str | Path) -> None:
    """One of PostgreSQL's own programs."""
    subprocess.run([programs(server_user()) / name, *arguments], check=True, capture_output=True)


async def test_a_backup_is_laid_in_again_and_the_work_goes_on(
    database_url: str, empty_database_url: str, clock: ShiftedClock, tmp_path: Path
) -> None:
    keys, copy = KeyRing.new_entry(), tmp_path / "copy.dump"
    async with Sandbox.start() as sandbox:
        sandbox.world.switches["rate_limits"] = False
        first, stage = await raise_curtain(
            sandbox, database_url, clock, rates=UNHURRIED, ENCRYPTION_KEYS=keys
        )
        try:
            await sandbox.greet()
            await stage.settle()
            await played.decide(stage)  # the copy is taken while Lydhør runs
            await asyncio.to_thread(
                run, "pg_dump", "--format=custom", "-f", copy, plain_url(database_url)
            )
            before = await asyncio.to_thread(counts, database_url)
        finally:
            await first.cleanup()
        await asyncio.to_thread(
            run,
            "pg_restore",
            "--exit-on-error",
            "--no-owner",
            "-d",
            plain_url(empty_database_url),
            copy,
        )
        assert await asyncio.to_thread(counts, empty_database_url) == before
        out = io.StringIO()
        assert await asyncio.to_thread(dump, empty_database_url, out)
        assert verify(read_dump(out.getvalue().splitlines()), ()).findings == []
        second, again = await raise_curtain(
            sandbox, empty_database_url, clock, rates=UNHURRIED, ENCRYPTION_KEYS=keys
        )
        try:
            again.meeting, again.chat = stage.meeting, stage.chat
            rows = await again.rows("SELECT id FROM requests WHERE state = 'granted'")
            shown = await forge(
                again, "mette", "case", {"request_id": str(rows[0]["id"])}, again.personal("mette")
            )
            assert played.NAME in words(shown["value"])  # the same keys open what was sealed
            await played.hold(again)  # and the meeting that was planned is held
            assert await again.rows("SELECT 1 FROM occurrences WHERE announced_at IS NOT NULL")
            assert await again.rows("SELECT 1 FROM journal WHERE kind = 'gave_up'") == []
        finally:
            await second.cleanup()
