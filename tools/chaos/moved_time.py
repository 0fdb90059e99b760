"""One clock for a whole run, in a file: the replicas, the job engine and the database's own ``now()``."""

from __future__ import annotations

import mmap
import struct
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import procrastinate.utils

import store.jobs

SIZE = 8
#: ``now()`` of the job engine's own functions is looked for here before PostgreSQL's (jobs.md 6).
DATABASE = """
CREATE SCHEMA IF NOT EXISTS moved;
CREATE TABLE IF NOT EXISTS moved.clock (seconds float8 NOT NULL);
CREATE OR REPLACE FUNCTION moved.now() RETURNS timestamptz LANGUAGE sql STABLE AS
    'SELECT pg_catalog.now() + coalesce((SELECT make_interval(secs => seconds) FROM moved.clock), interval ''0'')';
DELETE FROM moved.clock;
INSERT INTO moved.clock VALUES (0);
"""
SEARCH_PATH = "public, moved, pg_catalog"


class SharedClock:
    """The machine's clock and a distance that stands in a file; whoever moves it moves it for all."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(struct.pack("d", 0.0))
        with path.open("r+b") as file:
            self._shared = mmap.mmap(file.fileno(), SIZE)

    @property
    def seconds(self) -> float:
        """The distance."""
        return float(struct.unpack("d", self._shared[:SIZE])[0])

    def now(self) -> datetime:
        """The present moment of the run, in UTC."""
        return datetime.now(UTC) + timedelta(seconds=self.seconds)

    def advance(self, seconds: float) -> None:
        """Move it on for everybody who shares the file."""
        self._shared[:SIZE] = struct.pack("d", self.seconds + seconds)


def move_engine(clock: SharedClock) -> None:
    """In a replica: the job engine's own idea of time follows, as if the machine's clock had jumped."""

    class Moved(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return clock.now().astimezone(tz)

    procrastinate.utils.utcnow = clock.now
    store.jobs.datetime = Moved  # type: ignore[attr-defined]
