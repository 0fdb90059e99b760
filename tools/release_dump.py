"""The data of a database as this release leaves it in the middle of two meetings, for the next one's tests.

    .venv/bin/python -m tools.release_dump

Writes ``tests/upgrades/NNNN.sql``, NNNN being the newest step of the tables (docs/upgrades.md). Everything
in it was played in the sandbox; its personal fields are sealed with the key the tests know.
"""

from __future__ import annotations

import asyncio
import base64
import os
import subprocess
import sys
from pathlib import Path

from alembic.script import ScriptDirectory

from sandbox.client import SandboxClient
from store.cluster import listening, locate, url
from store.database import plain_url
from store.migrate import script
from store.reachable import programs, server_user
from tools.demo import PACE
from tools.demos import frederiksberg, incident, phone
from tools.play import Play, StepError
from tools.processes import ROOT, StackError
from tools.stack import Ports, local_stack, passing_data

KEYS = "old:" + base64.b64encode(bytes(range(32))).decode()
PLAYED = (phone.STEPS[:7], frederiksberg.STEPS[:2], incident.STEPS[:4])
"""A call that has just spoken, a wish that nobody has decided yet, and a recording in Teams that still runs."""


async def play(data: Path) -> str:
    """Play, and dump while both programs run; the dump."""
    os.environ.update(PACE, MUNICIPALITY="frederiksberg")
    (data / "encryption-keys").write_text(f"{KEYS}\n", encoding="utf-8")
    async with local_stack(data, Ports.any_free(), echo=False) as stack:
        async with SandboxClient(stack.page) as sandbox:
            for steps in PLAYED:
                meeting = Play(sandbox)
                for step in steps:
                    await step(meeting)
                    print(f"  ✓ {(step.__doc__ or '').strip()}", flush=True)
        return dump(data / "bot" / "postgres")


def dump(database: Path) -> str:
    """Data only, without the number of the step."""
    user = server_user()
    cluster = locate(database, user)
    address = listening(cluster)
    if address is None:
        raise StackError("The database does not answer.")
    command: list[str] = [
        *(str(programs(user) / "pg_dump"), "--data-only", "--disable-triggers"),
        *("--exclude-table-data=alembic_version", plain_url(url(address, cluster))),
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    # Lines a dump begins and ends with since a fault of psql's; their word is another every time.
    lines = [
        line
        for line in done.stdout.splitlines()
        if not line.startswith(("\\restrict", "\\unrestrict"))
    ]
    return "\n".join(lines).strip() + "\n"


def newest_step() -> str:
    """The number of the newest step of the tables."""
    return str(ScriptDirectory.from_config(script()).get_current_head())


def main() -> int:
    """The command line; the exit code."""
    target = ROOT / "tests" / "upgrades" / f"{newest_step()}.sql"
    try:
        with passing_data("lydhoer-dump-") as folder:
            target.write_text(asyncio.run(play(folder)), encoding="utf-8")
    except (StackError, StepError) as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    print(f"  {target.relative_to(ROOT)}: {target.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
