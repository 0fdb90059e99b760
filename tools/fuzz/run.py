"""A run: so many cases of each kind, in batches, with a count of what was answered."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Literal

from tools.fuzz.cases import SIGNED_OFFSET, Case, Grammar
from tools.fuzz.insiders import Insiders
from tools.fuzz.judge import Fault, Judge, NoTraces, OthersKept
from tools.fuzz.met import undone
from tools.fuzz.source import Seeded
from tools.fuzz.stage import Stage
from tools.fuzz.wire import InProcess, OverHttp

Way = Literal["in-process", "http"]
BATCH: Final = 2000
ENOUGH_FAULTS: Final = 20


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
    """The case with this number, always the same under the same seed, the same routes and the same play
    (whose ids and tokens are new each time)."""
    tokens = stage.tokens
    grammar = Grammar(stage.routes, tokens, stage.seeds)
    if number < SIGNED_OFFSET:
        return grammar.case(Seeded(seed, number), number, signed=False)
    made = Insiders(stage.played, tokens.good, tokens.call, tokens.bad, grammar)
    return made.case(seed, number)


async def run(
    stage: Stage,
    way: Way,
    seed: int,
    numbers: range,
    progress: Callable[[str], None] = lambda _: None,
) -> Outcome:
    """Try these cases; strangers may leave no trace. What insiders do in process is undone after each case,
    so that all of them meet the same world; over sockets it is kept, and the other unit's case is as it was.
    Stops early when there is enough to mend."""
    judge, outcome, began = Judge(stage), Outcome(), time.monotonic()
    strangers = numbers.start < SIGNED_OFFSET
    with contextlib.ExitStack() as ends:
        if way == "in-process" and not strangers:
            ends.enter_context(undone(stage.database, stage.looking))
        for start in range(numbers.start, numbers.stop, BATCH):
            batch = range(start, min(start + BATCH, numbers.stop))
            outcome.faults += await _batch(stage, _wire(stage, way), judge, seed, batch)
            outcome.cases += len(batch)
            outcome.seconds = time.monotonic() - began
            progress(f"{way}: {outcome.cases} of {len(numbers)}, {len(outcome.faults)} faults")
            if len(outcome.faults) >= ENOUGH_FAULTS:
                break
    outcome.answers = judge.answers
    return outcome


async def _batch(
    stage: Stage, wire: InProcess | OverHttp, judge: Judge, seed: int, numbers: range
) -> list[Fault]:
    """These cases, and what they have left together."""
    strangers = numbers.start < SIGNED_OFFSET
    after: NoTraces | OthersKept = OthersKept(stage)
    if strangers:
        after = NoTraces(stage)
        await after.begin()
    stage.log.take()
    faults: list[Fault] = []
    for number in numbers:
        faults += await judge.try_case(wire, case_of(stage, seed, number))
    return faults + await after.end(numbers.start)


def _wire(stage: Stage, way: Way) -> InProcess | OverHttp:
    if way == "http":
        return OverHttp(stage.port)
    server = stage.runner.server
    if server is None:
        raise RuntimeError("the stage is not running")
    return InProcess(server)
