"""A run: so many cases of each kind, in batches, with a count of what was answered."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Literal

from tools.fuzz.cases import Case, Grammar
from tools.fuzz.judge import Fault, Judge, NoTraces
from tools.fuzz.source import Seeded
from tools.fuzz.stage import Stage
from tools.fuzz.wire import InProcess, OverHttp

Way = Literal["in-process", "http"]
BATCH: Final = 2000
ENOUGH_FAULTS: Final = 20
SIGNED_OFFSET: Final = 1_000_000_000
"""Case numbers from here on carry a good token."""


@dataclass
class Outcome:
    """What a run found."""

    cases: int = 0
    faults: list[Fault] = field(default_factory=list)
    answers: dict[int, int] = field(default_factory=dict)
    seconds: float = 0.0

    def line(self, name: str) -> str:
        """One line for people."""
        told = ", ".join(f"{status or 'none'}: {n}" for status, n in sorted(self.answers.items()))
        return f"{name}: {self.cases} cases in {self.seconds:.0f} s, {len(self.faults)} faults ({told})"


def case_of(stage: Stage, seed: int, number: int) -> Case:
    """The case with this number, always the same under the same seed and the same routes."""
    grammar = Grammar(stage.routes, stage.tokens, stage.seeds)
    return grammar.case(Seeded(seed, number), number, signed=number >= SIGNED_OFFSET)


async def run(
    stage: Stage,
    way: Way,
    seed: int,
    numbers: range,
    progress: Callable[[str], None] = lambda _: None,
) -> Outcome:
    """Try these cases; strangers may leave no trace. Stops early when there is enough to mend."""
    wire = _wire(stage, way)
    judge, outcome, began = Judge(stage), Outcome(), time.monotonic()
    strangers = numbers.start < SIGNED_OFFSET
    grammar = Grammar(stage.routes, stage.tokens, stage.seeds)
    for start in range(numbers.start, numbers.stop, BATCH):
        traces = NoTraces(stage)
        await traces.begin()
        stage.log.take()
        for number in range(start, min(start + BATCH, numbers.stop)):
            case = grammar.case(Seeded(seed, number), number, signed=not strangers)
            outcome.faults += await judge.try_case(wire, case)
            outcome.cases += 1
        if strangers:
            outcome.faults += await traces.end(start)
        outcome.seconds = time.monotonic() - began
        progress(f"{way}: {outcome.cases} of {len(numbers)}, {len(outcome.faults)} faults")
        if len(outcome.faults) >= ENOUGH_FAULTS:
            break
    outcome.answers = judge.answers
    return outcome


def _wire(stage: Stage, way: Way) -> InProcess | OverHttp:
    if way == "http":
        return OverHttp(stage.port)
    server = stage.runner.server
    if server is None:
        raise RuntimeError("the stage is not running")
    return InProcess(server)
