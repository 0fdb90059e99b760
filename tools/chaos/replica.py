"""One replica of the product as it is, with the hooks of the harness hung in from outside.

    python -m tools.chaos.replica FOLDER

FOLDER holds what the harness and the replica tell each other: ``clock`` (shared by all), ``plan`` (where to
die; read at SIGUSR1; SIGUSR2 collects garbage), ``died`` (where it died), ``vitals``, ``complaints`` (what its libraries complained of).
Settings come from the environment, as ever.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

import app
from settings import Settings
from tools.chaos import broken, complaints
from tools.chaos.failpoints import Failpoints
from tools.chaos.moved_time import SharedClock, move_engine
from tools.chaos.vitals import Watch
from web.server import serve


async def run(settings: Settings, clock: SharedClock, points: Failpoints, folder: Path) -> None:
    """As ``app.run``, by another clock and ready to be told where to die."""
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGUSR1, lambda: points.arm(plan_of(folder)))
    loop.add_signal_handler(signal.SIGUSR2, complaints.last_look)
    watch = Watch(folder / "vitals")
    application = await app.build_or_exit(settings, clock)
    if os.environ.get("CHAOS_WATCHED", "1"):
        watch.hang_in()
    writing = asyncio.create_task(watch.write())
    await serve(app.runner_of(application, settings), settings.host, settings.port)
    writing.cancel()


def plan_of(folder: Path) -> str:
    """Where it is to die, as the harness wrote it down."""
    path = folder / "plan"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def main() -> None:
    """Run until SIGTERM, or until the chosen point is passed."""
    folder = Path(sys.argv[1])
    clock = SharedClock(folder.parent / "clock")
    move_engine(clock)
    for variant in filter(None, os.environ.get("CHAOS_BROKEN", "").split(",")):
        broken.VARIANTS[variant]()
    points = Failpoints(folder / "died")
    points.hang_in()
    complaints.Complaints(folder / complaints.NAME).hang_in()
    asyncio.run(run(app.settings_or_exit(), clock, points, folder))
    complaints.last_look()


if __name__ == "__main__":
    main()
