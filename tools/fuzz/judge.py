"""What may never happen, whatever came in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tools.fuzz.bodies import CANARY, CPR
from tools.fuzz.cases import Case
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
        try:
            answer = await wire.exchange(case.raw, whole=case.whole)
        except NoAnswerError:
            return [Fault(case.number, "no answer in time", case.raw)]
        except Exception as error:
            return [Fault(case.number, f"broke the server: {type(error).__name__}", case.raw)]
        told = [*self._of_answer(case, answer), *self._of_log()]
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
        if not case.signed and not _is_handshake(case.raw, answer):
            told += ["the answer repeats what came" for one in TYPED if one.encode() in answer]
        return told

    def _of_log(self) -> list[str]:
        log = self._stage.log.take()
        told = [f"the log repeats {one}" for one in TYPED if one in log]
        told += ["the log holds a secret" for one in self._stage.secrets if one in log]
        tokens = (*self._stage.tokens.good, *self._stage.tokens.bad)
        told += ["the log holds a token" for one in tokens if len(one) > 20 and one in log]
        if '"level": "error"' in log or '"level": "critical"' in log:
            told.append(f"an error was logged: {log[:2000]}")
        return told


def _is_handshake(raw: bytes, answer: bytes) -> bool:
    """Graph asks a new address to repeat a word (teams-platform 5.4): as plain text, and as no other."""
    asked = b"validationToken=" in raw.split(b"\r\n", 1)[0]
    return asked and b"Content-Type: text/plain" in answer and b"nosniff" in answer


class NoTraces:
    """What a batch of strangers must leave: nothing in the database, no call to Microsoft."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._rows: dict[str, tuple[int, int]] = {}
        self._calls = 0

    async def begin(self) -> None:
        """Remember how it is."""
        self._rows, self._calls = await self._stage.traces(), self._stage.calls()

    async def end(self, last: int) -> list[Fault]:
        """What is different now."""
        rows, calls = await self._stage.traces(), self._stage.calls()
        told = [f"{name} was written to" for name in rows if rows[name] != self._rows.get(name)]
        if calls != self._calls:
            told.append(f"{calls - self._calls} calls went out")
        return [Fault(last, what) for what in told]
