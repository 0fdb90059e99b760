"""What the replicas wrote into their logs as errors, and which of it may be.

An error in the log is a fault of the run, with one exception: while the database is away, or its connections have
just been cut, a turn, a page or a job may fail *for that*: the class of the error must be the database's. Its own
word for it (``DatabaseAway``) is put off and no error; what is left is what no module of ours asked the database
for. A crash of any other class is a fault whenever it happens. What the libraries complain of (``complaints.py``) is
judged alike: of theirs only a job engine's task that died for the database may be, which is told when it is cleared away.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

OF_THE_DATABASE = frozenset({
    "DatabaseAway", "DatabaseBusy", "OperationalError", "InterfaceError", "AdminShutdown", "CrashShutdown",
    "ConnectionTimeout", "PoolTimeout", "ConnectorException", "CannotConnectNow", "InvalidatePoolError",
})  # fmt: skip
MAY_FAIL = frozenset({
    "turn_failed", "request_failed", "start_not_entered", "gave_up_hook_failed", "library_log", "not_deleted",
    "asyncio: Task exception was never retrieved",
})  # fmt: skip
"""Events that tell of one try at something, with the class of what stopped it."""
BEFORE, AFTER = 1.0, 15.0
"""Seconds around an absence: what began in it may end in an error as late as a turn may last."""
GIVEN_BACK = "because RaiseException: Job was not found or "
"""A worker without a database shows no sign of life for longer than the six seconds after which its jobs are given
back; what it then ends is no longer its own. By design that costs a spare wake-up (``store/jobs.py``). So it is where
the run's clock jumps: every sign of life is old then, by the database's time."""
COLLECTED = 300.0
"""Seconds after it in which a dead task is cleared away at last, and complains."""
LISTENED_TO = ("asyncio", "aiohttp", "sqlalchemy")
"""Loggers whose records stand in the complaints, with their text."""
SHOWN = ("error", "code", "logger", "place", "kind", "where")

Away = tuple[float, float]


@dataclass(frozen=True)
class Event:
    """One line of a log. ``at`` in seconds by the machine's clock."""

    name: str
    at: float
    error: str
    told: str

    def excused(self, away: Sequence[Away], jumps: Sequence[float] = ()) -> bool:
        """Whether the database's absence explains it, or a jump of the clock (``jumps``, by the machine's)."""
        given_back = GIVEN_BACK in self.told
        if self.name not in MAY_FAIL or not (self.error in OF_THE_DATABASE or given_back):
            return False
        longest = COLLECTED if self.name.startswith("asyncio") else AFTER
        every = [*away, *((jump, jump) for jump in jumps if given_back)]
        return any(began - BEFORE <= self.at <= ended + longest for began, ended in every)


def errors(folder: Path) -> Iterator[Event]:
    """Every event of level error in the replicas' logs, in no order."""
    for path in folder.glob("*.log"):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            if '"level": "error"' not in line and '"level": "critical"' not in line:
                continue
            try:
                entry = json.loads(line)
            except ValueError:  # it died while writing
                continue
            if str(entry.get("logger", "")).startswith(LISTENED_TO):
                continue
            at = datetime.fromisoformat(entry["timestamp"]).timestamp()
            told = ", ".join(f"{name} {entry[name]}" for name in SHOWN if entry.get(name))
            yield Event(str(entry["event"]), at, str(entry.get("error", "")), told)


def sandbox_crashes(folder: Path) -> list[str]:
    """What ended in a trace in the sandbox: then it did not do what the run believes it did."""
    text = (folder / "sandbox.log").read_text(encoding="utf-8", errors="replace")
    last = text.rstrip().rpartition("\n")[2][:300]
    return [f"the sandbox itself failed: {last}"] if "Traceback (most recent" in text else []


def counted(
    found: Sequence[Event], away: Sequence[Away], jumps: Sequence[float] = ()
) -> Counter[str]:
    """How many of each, those that the database's absence or a jump explains apart."""
    return Counter(
        f"{event.name} (explained)" if event.excused(away, jumps) else event.name for event in found
    )


def faults(found: Sequence[Event], away: Sequence[Away], jumps: Sequence[float] = ()) -> list[str]:
    """What should not be there: each kind once, with its count and what one of them told."""
    wrong = [event for event in found if not event.excused(away, jumps)]
    kinds = Counter((event.name, event.error) for event in wrong)
    one = {(event.name, event.error): event.told for event in wrong}
    return [f"{n} times {kind[0]} ({one[kind]})" for kind, n in sorted(kinds.items())]
