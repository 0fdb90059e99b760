"""``python -m sandbox``: Microsoft 365 on this machine, until it is told to end."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import sys
from pathlib import Path

from sandbox.server import HOST, Sandbox, serve, tick


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(".data/sandbox"))
    parser.add_argument("--bot", default="http://127.0.0.1:3978/api/messages")
    parser.add_argument("--https-port", type=int, default=4443)
    parser.add_argument("--page-port", type=int, default=3979)
    parser.add_argument("--bridge-port", type=int, default=0, help="door for Agents Playground")
    parser.add_argument("--crowd", type=int, default=0, help="so many more units with their people")
    parser.add_argument("--seed", type=int, default=None, help="what faults with a share go by")
    return parser.parse_args()


async def run(chosen: argparse.Namespace) -> None:
    """Serve until SIGINT or SIGTERM."""
    chosen.data.mkdir(parents=True, exist_ok=True)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    async with (
        Sandbox.start(
            bot_url=chosen.bot,
            https_port=chosen.https_port,
            page_port=chosen.page_port,
            data=chosen.data,
            crowd=chosen.crowd,
        ) as sandbox,
        contextlib.AsyncExitStack() as extra,
    ):
        if chosen.seed is not None:
            sandbox.world.faults.chance.seed(chosen.seed)
        if chosen.bridge_port:
            await serve(extra, sandbox.bridge.app(), chosen.bridge_port)
            print(f"bridge http://{HOST}:{chosen.bridge_port}/api/messages", flush=True)
        ticking = asyncio.create_task(tick(sandbox))
        print(f"ready page={sandbox.page_url} https={sandbox.https_url}", flush=True)
        await stop.wait()
        ticking.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await ticking


def main() -> int:
    """Exit code 1 when a port is taken."""
    chosen = arguments()
    try:
        asyncio.run(run(chosen))
    except OSError as error:
        print(f"Sandkassen kan ikke starte: {error.strerror or error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
