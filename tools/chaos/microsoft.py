"""Microsoft's faults of a run: how often each strikes, and whether it did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sandbox.client import SandboxClient

MANY = 10
"""Of more lives than these every fault that was wanted must have struck."""
INSIST_AT = 0.5
"""When so much of the work is done, what has not struck by chance strikes once for sure."""


@dataclass(frozen=True)
class Fault:
    """One of the sandbox's faults. ``share`` of what it can strike, 0: never; ``more`` are its parameters."""

    name: str
    share: float
    more: Mapping[str, Any] = field(default_factory=dict)


def unstruck(faults: list[Fault], struck: Mapping[str, int]) -> list[Fault]:
    """Those that were wanted and never struck."""
    return [fault for fault in faults if fault.share and not struck.get(fault.name)]


async def begin(sandbox: SandboxClient, faults: list[Fault]) -> None:
    """From now on each strikes by chance."""
    for fault in faults:
        if fault.share:
            await sandbox.set_fault(fault.name, share=fault.share, **fault.more)


async def insist(sandbox: SandboxClient, faults: list[Fault]) -> None:
    """What has not struck so far strikes the next thing that it can, and once only. A short run would
    otherwise say *everything holds* of a fault that it never saw."""
    struck = (await sandbox.audit())["struck"]
    for fault in unstruck(faults, struck):
        await sandbox.set_fault(fault.name, count=1, **fault.more)
