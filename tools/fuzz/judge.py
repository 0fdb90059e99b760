"""What may never happen, whatever came in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tools.fuzz.bodies import CANARY, CPR
from tools.fuzz.cases import Case
from tools.fuzz.forms import SAID
from tools.fuzz.met import marks
from tools.fuzz.played import OUR_WORD, THEIR_WORD
from tools.fuzz.stage import Stage
from tools.fuzz.wire import InProcess, NoAnswerError, OverHttp, statuses

OURS: Final = (
    b"Traceback",
    b"site-packages",
    b'File "',
    b"aiohttp/",
    b"Python/",
    b"psycopg",
    b"sqlalchemy",
)
"""What tells how the product is built."""
TYPED: Final = (CANARY, CPR)
PERSONAL: Final = (*TYPED, SAID, OUR_WORD, THEIR_WORD)
"""What stands in what people typed, in the cases and in the play before them."""
FAILED: Final = ('"level": "error"', '"level": "critical"', "turn_put_off", "_put_off")
"""A press that fails is answered *prøv igen* with 200: only the log tells. Nothing is away here, so that
nothing has to be put off either."""


@dataclass(frozen=True)
class Fault:
    """One thing that happened all the same; ``number`` makes its case again."""

    number: int
    what: str
    raw: bytes = b""
    answer: bytes = b""


class Judge:
    """Looks at one case after the other; at the traces in batches."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.answers: dict[int, int] = {}

    async def try_case(self, wire: InProcess | OverHttp, case: Case) -> list[Fault]:
        """Bring the case to the product and judge what came back and what was logged."""
        looking = self._stage.looking
        looking.apart, looking.changed = case.apart, []
        try:
            answer = await wire.exchange(case.raw, whole=case.whole)
        except NoAnswerError:
            return [Fault(case.number, "no answer in time", case.raw)]
        except Exception as error:
            return [Fault(case.number, f"broke the server: {type(error).__name__}", case.raw)]
        told = [*self._of_answer(case, answer), *self._of_log()]
        told += [f"{name} of another's case was written to" for name in looking.changed]
        told += self._stage.outward.take()
        return [Fault(case.number, what, case.raw, answer) for what in told]

    def _of_answer(self, case: Case, answer: bytes) -> list[str]:
        found = statuses(answer)
        for status in found or [0]:
            self.answers[status] = self.answers.get(status, 0) + 1
        told = [f"status {status}" for status in found if status >= 500]
        if case.whole and not found:
            told.append("no answer")
        told += [f"the answer says {mark.decode()}" for mark in OURS if mark in answer]
        told += [
            "the answer holds a secret" for one in self._stage.secrets if one.encode() in answer
        ]
        told += [
            f"the answer tells another of {one}" for one in case.hidden if one.encode() in answer
        ]
        if not case.signed and not _is_handshake(case.raw, answer):
            told += ["the answer repeats what came" for one in TYPED if one.encode() in answer]
        return told

    def _of_log(self) -> list[str]:
        log = self._stage.log.take()
        told = [f"the log repeats {one}" for one in PERSONAL if one in log]
        told += ["the log holds a secret" for one in self._stage.secrets if one in log]
        tokens = (self._stage.tokens.good, self._stage.tokens.call, *self._stage.tokens.bad)
        told += ["the log holds a token" for one in tokens if len(one) > 20 and one in log]
        if any(mark in log for mark in FAILED):
            told.append(f"an error was logged: {log[:2000]}")
        return told


def _is_handshake(raw: bytes, answer: bytes) -> bool:
    """Graph asks a new address to repeat a word (teams-platform 5.4): as plain text, and as no other."""
    asked = b"validationToken=" in raw.split(b"\r\n", 1)[0]
    return asked and b"Content-Type: text/plain" in answer and b"nosniff" in answer


class NoTraces:
    """What a batch of strangers must leave: nothing in the database, no call to Microsoft, no command."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._rows: dict[str, tuple[int, int]] = {}
        self._calls = self._commands = 0

    async def begin(self) -> None:
        """Remember how it is."""
        self._rows, self._calls = await self._stage.traces(), self._stage.calls()
        self._commands = self._stage.met.passed.total()

    async def end(self, last: int) -> list[Fault]:
        """What is different now."""
        rows, calls = await self._stage.traces(), self._stage.calls()
        told = [f"{name} was written to" for name in rows if rows[name] != self._rows.get(name)]
        if calls != self._calls:
            told.append(f"{calls - self._calls} calls went out")
        if commands := self._stage.met.passed.total() - self._commands:
            told.append(f"{commands} commands were made")
        return [Fault(last, what) for what in told]


class OthersKept:
    """What insiders may have done for good: nothing to the other unit's case."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    async def end(self, last: int) -> list[Fault]:
        """What of it is different now."""
        apart = self._stage.played.apart
        before = self._stage.looking.before[apart]
        async with self._stage.database.unit() as unit:
            now = await marks(unit, apart)
        changed = [name for name in now if now[name] != before.get(name)]
        return [Fault(last, f"{name} of another's case was written to") for name in changed]
