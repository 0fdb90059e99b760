"""The engine that carries out what is due, on procrastinate (design 3, jobs.md).

procrastinate wakes, polls and retries; the table ``effects`` says what is true. A handler may run
twice: it is claimed before it acts, re-reads the truth, and is told when an earlier try broke off
or ended in a fault whose ``maybe_done`` is true (a call whose answer was lost).
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import procrastinate
import psycopg
import psycopg_pool
import structlog
from procrastinate import BaseRetryStrategy, RetryDecision
from procrastinate.jobs import Job

from clock import Clock
from store.claims import Claim, ClaimBook, Exhausted, NotDue
from store.database import CONNECT_SECONDS, Database, plain_url, something_came
from store.effects import QUEUE, WAKE
from store.presence import Presence
from store.upkeep import rescue, sweep
from store.urgency import of_kind, urgency

__all__ = ["Again", "Claim", "Handler", "JobEngine", "Together"]

Handler = Callable[[Claim], Awaitable[str | None]]
GaveUp = Callable[[Claim], Awaitable[None]]


@dataclass(frozen=True)
class Together:
    """How many effects of one kind are carried out at a time. ``look`` names those that are ended, by
    effect with an outcome; the others are due again after ``every``."""

    look: Callable[[Sequence[Claim]], Awaitable[Mapping[int, str]]]
    every: timedelta


FIRST_WAIT = 2.0  # seconds, doubled with every try
LONGEST_WAIT = 900.0
BUSY_WAIT = 1.0
HOOK_WAIT = timedelta(minutes=1)
DRAIN_LIMIT = 10_000
TOGETHER_SECONDS, MOST_TOGETHER = 1.0, 15
MISSED_CANCEL = 2.0  # seconds beyond a worker's own shutdown
chance = random.SystemRandom()
log = structlog.get_logger()


class Again(Exception):  # noqa: N818
    """Raised by a handler: try again ``after`` some time. ``reason`` is a code for the record."""

    def __init__(self, after: timedelta, reason: str) -> None:
        super().__init__(reason)
        self.after = after
        self.reason = reason


class WakeLater(Exception):  # noqa: N818
    """The wake-up itself is to come back, in ``seconds``."""

    def __init__(self, seconds: float) -> None:
        super().__init__("wake later")
        self.seconds = seconds


class WakePolicy(BaseRetryStrategy):
    """A wake-up is never lost: not by a fault, and not by being cut off at shutdown.

    Without this, a job that is cancelled while running would end as ``aborted`` (jobs.md 3).
    """

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision:
        """Come back when asked to, at once after a shutdown, otherwise after a growing wait."""
        seconds = min(30.0, 1.0 + job.attempts)
        if isinstance(exception, WakeLater):
            seconds = exception.seconds
        elif isinstance(exception, asyncio.CancelledError):
            seconds = 0.0
        # The database's time, which is the machine's, not the product's clock.
        return RetryDecision(retry_at=datetime.now(UTC) + timedelta(seconds=seconds))


class JobEngine:
    """Carries out effects. Several engines, in one process or many, share one database.

    ``on_gave_up`` is called when the last try failed; it may be called twice for one effect.
    A worker without a heartbeat for ``stall_seconds`` counts as dead and its wake-ups are given back;
    a healthy replica has taken over within ten seconds (``make chaos`` measures it), well inside the
    minute of B20. One that was
    only busy costs a spare wake-up: the effect itself is guarded by its presence lock.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        handlers: Mapping[str, Handler],
        *,
        together: Mapping[str, Together] | None = None,
        on_gave_up: GaveUp | None = None,
        max_claims: int = 20,
        concurrency: int = 8,
        poll_seconds: float = 0.5,
        heartbeat_seconds: float = 2.0,
        stall_seconds: float = 6.0,
        rescue_seconds: float = 2.0,
        sweep_seconds: float = 3.0,
        sweep_grace: timedelta = timedelta(seconds=2),
        shutdown_seconds: float = 5.0,
    ) -> None:
        self._database = database
        self._clock = clock
        self._handlers = dict(handlers)
        self._together = dict(together or {})
        self._on_gave_up = on_gave_up
        self._max_claims = max_claims
        self._rescue_seconds = rescue_seconds
        self._sweep_seconds = sweep_seconds
        self._stall = stall_seconds
        self._grace = sweep_grace
        self._shutdown = shutdown_seconds
        self._presence = Presence(database.url)
        self._app = procrastinate.App(
            connector=procrastinate.PsycopgConnector(
                conninfo=plain_url(database.url),
                min_size=1,
                max_size=4,
                timeout=5.0,
                kwargs={"connect_timeout": CONNECT_SECONDS},
                pool_factory=_pool,
                configure=_each_by_itself,
            ),
            worker_defaults={
                "queues": [QUEUE],
                "concurrency": concurrency,
                # Not all in step: whoever polls just before another would get everything that is put off.
                "fetch_job_polling_interval": poll_seconds * chance.uniform(0.8, 1.2),
                "update_heartbeat_interval": heartbeat_seconds,
                "stalled_worker_timeout": 3600.0,  # rescue() judges; pruned workers fail (jobs.md 4)
                "shutdown_graceful_timeout": shutdown_seconds,
                "install_signal_handlers": False,
                "delete_jobs": "successful",
            },
        )
        self._app.task(name=WAKE, queue=QUEUE, retry=WakePolicy())(self._wake)
        self._book = ClaimBook(database, clock, self._app, max_claims)

    async def run(self) -> None:
        """Work until cancelled, whatever the database does meanwhile.

        Cancelling lets running handlers finish for ``shutdown_seconds``, then cuts them off.
        """
        while True:
            try:
                await self._serve()
            except Exception as error:
                log.warning("job_engine_restarts", error=type(error).__name__)
            _heed_cancel()
            await asyncio.sleep(1)

    async def drain(self) -> int:
        """Carry out everything due by the clock until nothing is due; how many tries that took.

        For tests and the sandbox, without a worker. A handler's fault is written down as usual and
        then raised here; Again is not a fault.
        """
        tries = 0
        async with Presence(self._database.url) as presence:
            while True:
                before = tries
                for kind in self._together:
                    while looked := await self.look_together(kind):
                        tries += looked
                for effect, generation in await self._book.due(but=self._together):
                    try:
                        fault = await self._carry_out(presence, effect, generation)
                    except WakeLater:
                        continue  # another engine is at it
                    tries += 1
                    if fault is not None:
                        raise fault
                if tries == before:
                    return tries
                if tries > DRAIN_LIMIT:
                    raise RuntimeError("effects keep becoming due")

    async def sweep(self) -> int:
        """Wake for what is due and has no wake-up; how many."""
        return await sweep(self._database, self._app, now=self._clock.now(), grace=self._grace)

    async def _look_on(self, kind: str) -> None:
        """One batch a second at most; the next one at once where this one took longer."""
        loop = asyncio.get_running_loop()
        next_at = loop.time() + TOGETHER_SECONDS
        try:
            await self.look_together(kind)
        except Exception:
            await asyncio.sleep(TOGETHER_SECONDS)
            raise
        await asyncio.sleep(max(0.0, next_at - loop.time()))

    async def look_together(self, kind: str) -> int:
        """Carry out the longest overdue of a kind that is carried out many at a time; how many."""
        together = self._together[kind]
        claims = await self._book.claim_together(kind, together.every, MOST_TOGETHER)
        if claims:
            with urgency(of_kind(kind)):
                outcomes = await together.look(claims)
            await self._book.end_together(claims, outcomes)
        return len(claims)

    async def rescue(self) -> int:
        """Give back the wake-ups of workers that died; how many."""
        return await rescue(self._database, stall=self._stall, cap=self._max_claims)

    async def _serve(self) -> None:
        async with Presence(self._database.url) as presence, self._opened():
            self._presence = presence
            async with asyncio.TaskGroup() as group:
                group.create_task(_forever("work", self._work, 0.5))
                group.create_task(_forever("rescue", self.rescue, self._rescue_seconds))
                group.create_task(_forever("sweep", self.sweep, self._sweep_seconds))
                for kind in self._together:
                    group.create_task(_forever(kind, partial(self._look_on, kind), 0.0))

    @asynccontextmanager
    async def _opened(self) -> AsyncIterator[None]:
        """procrastinate's connections. Its own context manager leaves the pool's workers behind when
        it is cancelled while opening; one of them can outlive every later cancel, and the process.
        """
        try:
            await self._app.open_async()
            _heed_cancel()
            yield
        finally:
            await self._app.close_async()

    async def _work(self) -> None:
        """procrastinate's worker, cancelled until it ends: a cancel that it misses on its way to work
        would leave it working for ever. The first one lets running handlers finish.
        """
        worker = asyncio.create_task(self._app.run_worker_async())
        try:
            await asyncio.wait([worker])
        finally:
            while not worker.done():
                worker.cancel()
                await asyncio.wait([worker], timeout=self._shutdown + MISSED_CANCEL)
            # Looked at also on the way out: asyncio would log it with a trace of its own.
            fault = None if worker.cancelled() else worker.exception()
        if fault is not None:
            raise fault

    async def _wake(self, effect: int, generation: int) -> None:
        """The procrastinate task. What it raises is logged, so nothing of a handler's passes."""
        try:
            await self._carry_out(self._presence, effect, generation)
        except WakeLater:
            raise
        except Exception as error:
            log.warning("wake_up_failed", effect=effect, error=type(error).__name__)
            raise WakeLater(chance.uniform(1, 3)) from None

    async def _carry_out(
        self, presence: Presence, effect: int, generation: int
    ) -> Exception | None:
        """One try; the handler's fault, if any. Raises WakeLater when it is not our turn."""
        if not await presence.take(effect):
            raise WakeLater(BUSY_WAIT)
        try:
            claim = await self._book.claim(effect, generation, self._handlers)
            if isinstance(claim, NotDue):
                raise WakeLater(claim.seconds)
            if isinstance(claim, Exhausted):
                await self._give_up(claim.claim)
                return None
            return None if claim is None else await self._try(claim)
        finally:
            await presence.give(effect)

    async def _try(self, claim: Claim) -> Exception | None:
        try:
            with urgency(of_kind(claim.kind)):
                outcome = await self._handlers[claim.kind](claim)
        except Again as later:
            await self._put_off(claim, max(later.after, timedelta(seconds=1)), later.reason)
            return None
        except Exception as error:
            name = type(error).__name__
            log.warning(
                "effect_failed", effect=claim.id, kind=claim.kind, claims=claim.claims, error=name
            )
            wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** (claim.claims - 1))
            by = timedelta(seconds=wait * chance.uniform(0.5, 1))
            await self._put_off(claim, by, name, maybe_done=getattr(error, "maybe_done", False))
            return error
        await self._book.finish(claim, outcome or "done")
        return None

    async def _put_off(
        self, claim: Claim, by: timedelta, reason: str, *, maybe_done: bool = False
    ) -> None:
        if claim.claims >= self._max_claims:
            await self._give_up(claim)
        else:
            await self._book.put_off(claim, by, reason, maybe_done=maybe_done)

    async def _give_up(self, claim: Claim) -> None:
        """Tell the hook first: a crash in between calls it again rather than never."""
        log.error("effect_gave_up", effect=claim.id, kind=claim.kind, claims=claim.claims)
        try:
            if self._on_gave_up is not None:
                await self._on_gave_up(claim)
        except Exception as error:
            log.error("gave_up_hook_failed", effect=claim.id, error=type(error).__name__)
            await self._book.put_off(claim, HOOK_WAIT, "gave_up_hook_failed")
            return
        await self._book.finish(claim, "gave_up")


def _pool(**kwargs: Any) -> psycopg_pool.AsyncConnectionPool:
    """procrastinate asks a connection for a sign of life before every use. Here the socket is looked at:
    what a restart of the database or a cut leaves behind is seen, without a question."""
    return psycopg_pool.AsyncConnectionPool(**{**kwargs, "check": _in_order})


async def _in_order(connection: psycopg.AsyncConnection) -> None:
    """Raises OperationalError when something has come over an idle connection: its end, mostly."""
    if something_came(connection):
        await connection.close()  # the pool would take it back as it is
        raise psycopg.OperationalError("the connection was lost")


async def _each_by_itself(connection: psycopg.AsyncConnection) -> None:
    """Whatever procrastinate asks is one statement: it needs no transaction around it."""
    await connection.set_autocommit(True)


async def _forever(name: str, step: Callable[[], Awaitable[object]], pause: float) -> None:
    """Repeat ``step``. procrastinate's worker gives up when the database is gone a while."""
    while True:
        try:
            await step()
        except Exception as error:
            log.warning("job_engine_step_failed", step=name, error=type(error).__name__)
        _heed_cancel()
        await asyncio.sleep(pause)


def _heed_cancel() -> None:
    """End if this task was cancelled, whatever took the cancel's place: with the database away
    procrastinate makes a ConnectorException of it, a worker may end as if in order, a fault on the way
    out hides it, and up to Python 3.11 ``asyncio.wait_for``, with which psycopg's pool waits, returns
    as if nothing had been when what it waits for is ready in that moment (python/cpython#86296). A
    task is cancelled once; what is missed then goes on for ever.
    """
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError
