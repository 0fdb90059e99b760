"""The database of a run: PostgreSQL as a process of the harness, which may stop, crash or fill its disk.

``there``: whether it runs now. ``outages``: from when to when it was away, by the machine's clock.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import psycopg

from store.cluster import locate
from store.database import plain_url
from store.embedded import embedded_postgres
from store.reachable import common_ground, private_folder, server_user
from tools.chaos.moved_time import DATABASE, SEARCH_PATH

DISK_MB = 400
FREE_TO_TAKE = 1024 * 1024


class Postgres:
    """A PostgreSQL that keeps what it said it stored (fsync on). ``with Postgres() as postgres``."""

    def __init__(self, *, small_disk: bool = False) -> None:
        self.url = ""
        self.disk = "not asked for"
        self.there = asyncio.Event()
        self.outages: list[tuple[float, float]] = []
        self._small_disk = small_disk
        self._running = ExitStack()
        self._folder = Path()

    def __enter__(self) -> Self:
        user = server_user()
        self._folder = private_folder(common_ground(user), user, "lydhoer-chaos-")
        if self._small_disk:
            self.disk = self._mount()
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._running.close()
        if self.disk == "mounted":
            subprocess.run(["umount", "-l", str(self._folder)], check=False)
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        """Start it over the same data; the URL stays the same."""
        self.url = self._running.enter_context(embedded_postgres(self._folder / "data"))
        self.there.set()

    async def restart(self, *, crash: bool = False, away: float = 0.0) -> None:
        """Stop, stay away for so many seconds, start again; a crash writes nothing down and is recovered from
        at the start. Others go on meanwhile, apart from the start itself: PostgreSQL is tied to the thread
        that starts it, which must be the main one (``store/embedded.py``).
        """
        self.there.clear()
        began = time.time()
        try:
            await asyncio.to_thread(self._stop, crash=crash)
            await asyncio.sleep(away)
        finally:
            self.start()
            self.outages.append((began, time.time()))

    def _stop(self, *, crash: bool) -> None:
        if crash:
            pid = locate(self._folder / "data", server_user()) / "postmaster.pid"
            os.kill(int(pid.read_text(encoding="utf-8").split("\n", 1)[0]), signal.SIGQUIT)
        running, self._running = self._running, ExitStack()
        running.close()

    def was_away(self, since: float, until: float) -> bool:
        """Whether it was away at any time between two moments of the machine's clock."""
        past = any(began <= until and since <= ended for began, ended in self.outages)
        return past or not self.there.is_set()

    def prepare(self) -> None:
        """After the migrations: the database's own ``now()`` can be moved."""
        with self.connect() as connection:
            connection.execute(DATABASE.encode())
            connection.execute(f"ALTER DATABASE postgres SET search_path = {SEARCH_PATH}".encode())

    def move(self, seconds: float) -> None:
        """Set how far the database's ``now()`` is from the machine's."""
        with self.connect() as connection:
            connection.execute("UPDATE moved.clock SET seconds = %s", [seconds])

    def cut(self, name: str) -> int:
        """Cut every connection of the replica with this name; how many."""
        query = """SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                   WHERE application_name = %s AND pid <> pg_backend_pid()"""
        return int(self.rows(query, [name])[0][0])

    def rows(self, query: str, values: Any = None) -> list[tuple[Any, ...]]:
        """What the database says, asked from outside the product."""
        with self.connect() as connection:
            return connection.execute(query.encode(), values).fetchall()

    def connect(self) -> psycopg.Connection[Any]:
        """A connection of the harness's own, each statement on its own."""
        return psycopg.connect(plain_url(self.url), autocommit=True, connect_timeout=5)

    # --- the disk -----------------------------------------------------------------------------

    def _mount(self) -> str:
        size = f"size={DISK_MB}m,mode=0711"
        asked = ["mount", "-t", "tmpfs", "-o", size, "lydhoer", str(self._folder)]
        try:
            done = subprocess.run(asked, capture_output=True, check=False)
        except OSError:
            return "skipped: there is no mount here"
        return "mounted" if done.returncode == 0 else "skipped: mounting is not allowed here"

    def fill_disk(self) -> bool:
        """Take all the space there is; False where the disk is not a small one of our own."""
        if self.disk != "mounted":
            return False
        with contextlib.suppress(OSError), (self._folder / "ballast").open("wb") as ballast:
            while True:
                ballast.write(bytes(FREE_TO_TAKE))
                ballast.flush()
        return True

    def free_disk(self) -> None:
        """Give the space back."""
        (self._folder / "ballast").unlink(missing_ok=True)
