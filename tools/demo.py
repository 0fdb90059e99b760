"""``make demo``: one municipality's way, played by itself; exit code 0 only if every step held.

``PROFILE`` chooses whose: albertslund, frederiksberg (when nothing is said) or nyborg. ``make
demo-incident`` plays what happens when somebody records in Teams all the same (``incident``); with
``SUBSCRIPTIONS=chat,recordings,call_events`` Graph tells of it, and the clock looks only once a minute.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from pathlib import Path

from sandbox.client import RefusedError, SandboxClient
from tools.demos import albertslund, frederiksberg, incident, nyborg, phone
from tools.play import Play, Step, StepError, Steps
from tools.processes import StackError, until_told
from tools.stack import Ports, local_stack, passing_data

#: A person in a browser does not notice ten seconds; a demo of thirty does.
PACE = {"START_POLL_SECONDS": "1", "WATCH_POLL_SECONDS": "1", "VOICE_LATE_SECONDS": "2"}
#: Whose way, in which words, and its steps.
WAYS: dict[str, tuple[str, Steps]] = {
    "albertslund": ("Albertslund: allowed unless there is a ground", albertslund.STEPS),
    "frederiksberg": ("Frederiksberg: five criteria, weighed one by one", frederiksberg.STEPS),
    "incident": ("Somebody records in Teams all the same", incident.STEPS),
    "phone": ("By phone: who sees no chat hears it", phone.STEPS),
    "nyborg": ("Nyborg: not permitted unless there is a need", nyborg.STEPS),
}


OF_ANY = ("incident", "phone")
"""What is the same in every municipality; played in one of them."""


async def perform(data: Path, profile: str) -> int:
    """Start everything, play the steps, say what held."""
    began = time.monotonic()
    title, steps = WAYS[profile]
    spoken = profile == "phone"
    os.environ.update(
        PACE,
        MUNICIPALITY="frederiksberg" if profile in OF_ANY else profile,
        VOICE="1" if spoken else "0",
    )
    if "chat" in os.environ.get("SUBSCRIPTIONS", ""):
        os.environ["WATCH_POLL_SECONDS"] = "60"  # so that it is Graph's word that is in time
    async with local_stack(data, Ports.any_free(), echo=False) as stack:
        print(f"\n  {title}. Started in {time.monotonic() - began:.1f} s.\n")
        async with SandboxClient(stack.page) as sandbox:
            play = Play(sandbox)
            for number, step in enumerate(steps, start=1):
                if not await _step(f"{number}/{len(steps)}", step, play):
                    return 1
            problems = await sandbox.problems()
    if problems:
        print(f"  ✗ Microsoft would have objected: {problems}")
        return 1
    print(f"\n  All {len(steps)} steps held, in {time.monotonic() - began:.1f} s.\n")
    return 0


async def _step(count: str, step: Step, play: Play) -> bool:
    title = (step.__doc__ or "").strip()
    try:
        evidence = await step(play)
    except (StepError, RefusedError, TimeoutError) as problem:
        shown, mark = str(problem) or "it did not happen in time", "✗"
    else:
        shown, mark = evidence, "✓"
    print(f"  {mark} {count}  {title}\n         {shown}", flush=True)
    return mark == "✓"


def main() -> int:
    """The command line; the exit code."""
    profile = os.environ.get("PROFILE", "").strip() or "frederiksberg"
    if profile not in WAYS:
        print(f"PROFILE={profile} is none of: {', '.join(WAYS)}", file=sys.stderr)
        return 2
    try:
        with passing_data("lydhoer-demo-") as folder:
            return asyncio.run(until_told(perform(folder, profile)))
    except StackError as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
