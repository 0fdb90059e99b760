"""``make playground``: Microsoft's Agents Playground in front of the sandbox's bridge.

The Playground cannot sign; the bridge does it, so the bot's door stays shut. It wants exactly five
people beside you in its configuration; what it dislikes it tells in ``devTools/`` of its folder only.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from pathlib import Path

import yaml

from sandbox import cast
from sandbox.people import Person
from tools.processes import ROOT, StackError, free_port, process, until_told
from tools.run import start_anew
from tools.stack import Ports, clean_environ, local_stack

PORT = 56150


def users() -> list[dict[str, str]]:
    """Six of the cast as the Playground spells people; the first is who you are."""
    found = []
    for number, person in enumerate(people()[:6]):
        given, _, family = person.name.partition(" ")
        found.append(
            {
                "id": f"user-id-{number}",
                "name": person.name,
                "userPrincipleName": f"{given.lower()}@kommune.example",
                "aadObjectId": str(person.oid),
                "givenName": given,
                "surname": family,
                "email": f"{given.lower()}@kommune.example",
            }
        )
    return found


def people() -> list[Person]:
    """Those of the cast whom the directory knows."""
    return [person for person in cast.CAST if person.oid]


def configuration() -> str:
    """The Playground's configuration file."""
    you, *others = users()
    zeros = "00000000-0000-0000-0000-0000000000"
    return yaml.safe_dump(
        {
            "version": "0.1.0",
            "tenantId": f"{zeros}01",
            "bot": {"id": f"{zeros}11", "name": "Lydhør"},
            "currentUser": you,
            "users": others,
            "personalChat": {"id": "personal-chat-id"},
            "groupChat": {"id": "group-chat-id", "name": "Møde"},
            "team": {
                "id": "team-id",
                "name": "Afdelingen",
                "aadGroupId": f"{zeros}31",
                "channels": [{"id": "channel-1", "name": "Generelt"}],
            },
        },
        allow_unicode=True,
        sort_keys=False,
    )


async def play(home: Path, data: Path) -> int:
    """Runs until Ctrl-C or until the Playground ends."""
    ports, bridge = Ports.from_env(os.environ), free_port()
    ports.require_free()
    start_anew(data)
    door = f"http://127.0.0.1:{bridge}/api/messages"
    program = home / "node_modules" / ".bin" / "agentsplayground"
    argv = [
        str(program),
        "start",
        "-e",
        door,
        "-c",
        "msteams",
        "-p",
        str(PORT),
        "--disable-telemetry",
    ]
    async with (
        local_stack(data, ports, bridge_port=bridge),
        process("playground", argv, clean_environ(), data / "log", cwd=home) as playground,
    ):
        # It takes another port without a word when its own is busy, so it is asked.
        found = await playground.said(r"Listening on \D*(\d+)")
        await playground.ready(f"http://127.0.0.1:{found[1]}/")
        print(f"\n  Open  http://localhost:{found[1]}\n  Ctrl-C ends everything.\n", flush=True)
        return await playground.wait()


def main() -> int:
    """The command line; the exit code."""
    parser = argparse.ArgumentParser(prog="make playground", description=__doc__)
    parser.add_argument(
        "--home", type=Path, required=True, help="where the Playground is installed"
    )
    options = parser.parse_args()
    home, data = options.home.resolve(), ROOT / ".data" / "playground-run"
    (home / ".m365agentsplayground.yml").write_text(configuration(), encoding="utf-8")
    try:
        return asyncio.run(until_told(play(home, data)))
    except StackError as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
