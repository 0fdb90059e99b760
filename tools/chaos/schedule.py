"""What happens to the house when: drawn from the seed alone, so that a run can be made again.

Moments are shares of the work done (0 to 1), not seconds: a slower machine gets the same run.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from tools.chaos.failpoints import NAMES

Kind = Literal["kill", "failpoint", "both", "restart", "crash", "cut", "jump", "disk"]
#: How often a point is passed before the replica dies there, at most.
SOME = 6
EARLIEST, LATEST = 0.02, 0.85
AWAY = (3.0, 8.0)  # seconds


@dataclass(frozen=True, order=True)
class Blow:
    """One thing that happens. ``replica`` 0 or 1; ``plan`` for a failpoint; ``wait`` seconds before it.

    ``alone``: the killed one comes back only when the other has taken over what it had in hand.
    ``away``: so many seconds the database is gone.
    """

    moment: float
    kind: Kind
    replica: int = 0
    plan: str = ""
    wait: float = 0.0
    alone: bool = False
    away: float = 0.0


def drawn(
    seed: int, *, kills: int, restarts: int, cuts: int, jumps: int, disk: int = 0
) -> list[Blow]:
    """The blows of one run in their order. Half of the kills are at a named point, each point in turn
    before any comes again; one in ten takes both replicas. After half of them the other one is left alone."""
    chance = random.Random(seed)  # noqa: S311 - a schedule that can be played again, no secret
    points = [chance.sample(NAMES, len(NAMES)) for _ in range(kills // len(NAMES) + 1)]
    named = iter([name for turn in points for name in turn])
    blows = []
    for number in range(kills):
        kind: Kind = "failpoint" if number % 2 else "both" if number % 10 == 8 else "kill"
        plan = f"{chance.randint(1, SOME)} {next(named)}" if kind == "failpoint" else ""
        blows.append(replace(_blow(chance, kind, plan), alone=number % 4 < 2))
    away = random.Random(f"{seed} away")  # noqa: S311
    for number in range(restarts):
        blow = _blow(chance, "crash" if number % 2 else "restart")
        blows.append(replace(blow, away=away.uniform(*AWAY)))
    blows += [_blow(chance, "cut") for _ in range(cuts)]
    blows += [_blow(chance, "jump") for _ in range(jumps)]
    blows += [_blow(chance, "disk") for _ in range(disk)]
    return sorted(blows)


def _blow(chance: random.Random, kind: Kind, plan: str = "") -> Blow:
    moment = chance.uniform(EARLIEST, LATEST)
    return Blow(moment, kind, chance.randrange(2), plan, chance.uniform(0, 1.5))


def counted(blows: list[Blow]) -> dict[str, int]:
    """How many of each kind."""
    return dict(Counter(blow.kind for blow in blows))
