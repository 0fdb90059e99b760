"""The front door: settings, parts, routes.

``python app.py`` runs one replica, with ``EMBEDDED_DATABASE=1`` over a database of its own;
``gunicorn app:create_app -k aiohttp.GunicornWebWorker`` runs as many as it is told.
"""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta

import structlog
from aiohttp import web

from bots.adapter import Adapter
from bots.endpoint import Door, MessagesEndpoint
from bots.messenger import ChatMessenger, KnownServiceUrl
from bots.recording_bot import RecordingBot
from casework import doubled
from casework.bus import Bus
from casework.jobs import gave_up, handlers, together
from casework.jobs.subscriptions import plan_round
from casework.jobs.sweeping import plan_sweep
from casework.jobs.upkeep import plan_upkeep
from casework.keeping.exports import Extracts
from casework.meeting import subscribed
from casework.meeting.papers import Papers
from casework.office import Bench, Office, Outside
from clock import COPENHAGEN, Clock, SystemClock
from guidelines.note_takers import names_with
from guidelines.profile import Guideline, ProfileError, load_guideline
from guidelines.profile_review import dates_due
from microsoft365.bundle import Microsoft365
from settings import Settings, SettingsError
from store import blocks, find
from store.budget import RATES, Rate, SharedBudget
from store.database import Database, DatabaseAway
from store.embedded import embedded_postgres
from store.encryption import KeyRing
from store.jobs import JobEngine
from store.migrate import migrate
from texts import catalog
from texts.shelf import Shelf
from web.calls import CallsEndpoint
from web.clients import Clients
from web.graph_callbacks import PATHS, GraphCallbacks
from web.limits import AddressLimits
from web.logs import configure
from web.metrics import Metrics
from web.pace import Pace
from web.routes import make_app
from web.server import Runner, serve
from web.watch_state import Counts, WatchState

SHUTDOWN_SECONDS = 8.0
ENGINE = web.AppKey("ENGINE", JobEngine)
DATABASE = web.AppKey("DATABASE", Database)
log = structlog.get_logger()


async def create_app() -> Runner:
    """The factory gunicorn starts (its aiohttp worker takes a runner). Ends the process with one line per fault in the settings."""
    settings = settings_or_exit()
    if settings.embedded_database:
        sys.exit("EMBEDDED_DATABASE=1 virker kun med python app.py: sæt DATABASE_URL.")
    return runner_of(await build_or_exit(settings), settings)


async def build_or_exit(settings: Settings, clock: Clock | None = None) -> web.Application:
    """The application, or an end of the process when there is no database or no usable profile.

    What it is built of lives as long as the process: looked through by the garbage collector again and
    again, it stopped the loop for 140 ms each time (``make soak``)."""
    try:
        application = await build(settings, clock)
    except ProfileError as error:
        sys.exit("\n".join(("Profilen kan ikke bruges (make profiles viser mere):", *error.lines)))
    except SettingsError as error:
        sys.exit("\n".join(["Indstillingerne mangler noget:", *error.lines]))
    except DatabaseAway:
        sys.exit("Databasen svarer ikke: se efter, at DATABASE_URL er rigtig, og at den kører.")
    gc.collect()
    gc.freeze()
    return application


async def build(
    settings: Settings,
    clock: Clock | None = None,
    *,
    work: bool = True,
    rates: Mapping[str, Rate] = RATES,
) -> web.Application:
    """Everything put together; what runs in the background starts and ends with the application.

    ``work=False`` starts no worker: whoever holds ``ENGINE`` carries out what is due. ``rates`` are
    the budgets of what is sent to Teams.
    """
    configure(settings.log_level)
    catalog.warm()
    clock = clock or SystemClock()
    metrics = Metrics()
    office = office_of(settings, clock)  # a profile with a fault is told before anything is opened

    await migrate(settings.database_url)
    keys = KeyRing.parse(settings.encryption_keys, padded=settings.pad_sealed)
    database = await Database.open(settings.database_url, clock=clock, keys=keys)
    microsoft = Microsoft365(
        settings,
        budget=SharedBudget(database, rates),
        observe=metrics.microsoft,
        reads_chats=settings.chat_reading != "none",
    )

    messenger = ChatMessenger(
        microsoft.connector,
        microsoft.installs,
        known_service_url(database),
        public_url=settings.public_url,
        app_id=settings.app_id,
        teams_app_id=settings.teams_app_id,
        posts=microsoft.own_posts if settings.chat_reading == "own" else None,
    )
    outside = Outside(
        microsoft.directory,
        microsoft.meetings,
        microsoft.mail,
        messenger,
        microsoft.calls,
        microsoft.subscriptions,
    )
    bench = Bench(office, outside, database, clock)
    await plan_upkeep(database)
    await plan_round(database)
    await plan_sweep(database)
    metrics.count_meetings(meetings_by_block(database))
    metrics.count_posts(unsure_posts(database))
    engine = JobEngine(
        database,
        clock,
        handlers(bench),
        together=together(bench),
        on_gave_up=gave_up(bench),
        heartbeat_seconds=settings.heartbeat_seconds,
        stall_seconds=settings.stall_seconds,
    )
    worker = Background(engine.run if work else forever)

    bus = Bus(database, office)
    bot = RecordingBot(bus, messenger)
    door = Door(
        microsoft.validator,
        microsoft.service_urls,
        settings.tenant_id,
        clock,
        Pace(settings.tenant_requests_per_second).take,
    )
    endpoint = MessagesEndpoint(door, Adapter(microsoft.connector), bot, metrics.door)

    checks = {"database": database.ping, "jobs": worker.check}
    graph = GraphCallbacks(
        bus,
        database,
        microsoft.notification_tokens,
        tenant_id=settings.tenant_id,
        observe=metrics.graph_notification,
        clients=Clients(settings.trusted_proxies),
    )
    app = make_app(
        endpoint.handle,
        metrics_of=metrics,
        metrics_token=settings.metrics_token,
        metrics_here=settings.is_alone,
        checks=checks,
        limits=limits_of(settings),
        calls=CallsEndpoint(microsoft.call_validator, bus.handle),
        shelf=office.shelf,
        callbacks=dict.fromkeys(PATHS, graph.handle),
        watch=subscription_counts(database),
        papers=Papers(office, database),
        extracts=Extracts(office, database),
    )
    app.cleanup_ctx.append(closing(microsoft.close))
    app.cleanup_ctx.append(closing(database.close))
    app.cleanup_ctx.append(worker.running)
    app[ENGINE], app[DATABASE] = engine, database
    today = clock.now().astimezone(COPENHAGEN).date()
    for due in dates_due(office.guideline, today):
        log.warning("guideline_date", parameter=due.parameter, day=str(due.day), passed=due.passed)
    log.info("started", profile=settings.municipality, sandbox=settings.sandbox)
    return app


def office_of(settings: Settings, clock: Clock) -> Office:
    """The municipality this deployment serves."""
    guideline = load_guideline(settings.municipality)
    return Office(
        guideline=guideline,
        departments=settings.departments,
        tenant_id=settings.tenant_id,
        public_url=settings.public_url,
        clock=clock,
        journal_export=settings.journal_export_dir,
        start_poll=timedelta(seconds=settings.start_poll_seconds),
        watch_poll=timedelta(seconds=settings.watch_poll_seconds),
        callback_url=settings.callback_url,
        shelf=shelf_of(settings, guideline),
        voice_late=timedelta(seconds=settings.voice_late_seconds),
        subscriptions=settings.subscriptions,
        subscription_ceiling=settings.subscription_ceiling,
        note_takers=names_with(settings.note_taker_names.split(",")),
    )


def shelf_of(settings: Settings, guideline: Guideline) -> Shelf | None:
    """The spoken texts, when Lydhør may speak in meetings. A text nobody has made stops the start:
    else it would be found missing in a meeting."""
    if not settings.voice:
        return None
    shelf = Shelf(settings.data_dir / "speech")
    if missing := shelf.missing(guideline):
        raise SettingsError(
            [
                f"Der mangler {len(missing)} talte tekster i {shelf.folder}. Lav dem med make speech, "
                "eller sæt VOICE=0."
            ]
        )
    return shelf


def limits_of(settings: Settings) -> AddressLimits:
    """What one address may ask of this replica."""
    return AddressLimits(
        Pace(settings.address_requests_per_second),
        settings.address_requests_at_once,
        Clients(settings.trusted_proxies),
    )


def runner_of(app: web.Application, settings: Settings) -> Runner:
    """The application with the server's own time limits around it."""
    clients = Clients(settings.trusted_proxies)
    return Runner(app, clients=clients, shutdown_timeout=SHUTDOWN_SECONDS)


def subscription_counts(database: Database) -> WatchState:
    """Counts what Graph tells by itself, for readiness and metrics."""

    async def count() -> Counts:
        async with database.unit() as unit:
            return await subscribed.counts(unit)

    return count


def known_service_url(database: Database) -> KnownServiceUrl:
    """Looks up the service URL that Teams told last (teams-platform 12)."""

    async def look_up() -> str | None:
        async with database.unit() as unit:
            return await find.latest_service_url(unit.session)

    return look_up


def meetings_by_block(database: Database) -> Callable[[], Awaitable[Mapping[str, int]]]:
    """How many coming meetings are held, unverifiable and out of reach, for ``/metrics``."""

    async def count() -> Mapping[str, int]:
        async with database.unit() as unit:
            return await blocks.count(unit.session)

    return count


def unsure_posts(database: Database) -> Callable[[], Awaitable[Mapping[str, int]]]:
    """How many postings nobody knew the end of, for ``/metrics``."""

    async def count() -> Mapping[str, int]:
        async with database.unit() as unit:
            return await doubled.counts(unit)

    return count


def closing(
    close: Callable[[], Awaitable[None]],
) -> Callable[[web.Application], AsyncIterator[None]]:
    """A part that has nothing to start, only to close at the end."""

    async def context(_app: web.Application) -> AsyncIterator[None]:
        yield
        await close()

    return context


async def forever() -> None:
    """Stands in for the worker where somebody else carries out what is due."""
    await asyncio.Event().wait()


class Background:
    """The worker that carries out what is due, for as long as the application runs."""

    def __init__(
        self, run: Callable[[], Awaitable[None]], patience: float = SHUTDOWN_SECONDS
    ) -> None:
        self._run = run
        self._patience = patience
        self._task: asyncio.Task[None] | None = None

    async def running(self, _app: web.Application) -> AsyncIterator[None]:
        """Start with the application; at the end let running jobs finish, then stop."""
        self._task = asyncio.create_task(self._forever())
        yield
        self._task.cancel()
        _, running = await asyncio.wait({self._task}, timeout=self._patience)
        if running:
            log.error("worker_did_not_stop")

    async def check(self) -> None:
        """Raises RuntimeError when the worker is not running."""
        if self._task is None or self._task.done():
            raise RuntimeError("the worker is not running")

    async def _forever(self) -> None:
        await self._run()


def settings_or_exit() -> Settings:
    """The settings, or an end of the process that says what to set."""
    try:
        return Settings.from_env(os.environ)
    except SettingsError as error:
        sys.exit("\n".join(["Indstillingerne mangler noget:", *error.lines]))


def main() -> None:
    """Run one replica until SIGTERM or Ctrl-C."""
    settings = settings_or_exit()
    with ExitStack() as stack:
        if settings.embedded_database:
            url = stack.enter_context(embedded_postgres(settings.data_dir / "postgres"))
            settings = replace(settings, database_url=url)
        asyncio.run(run(settings))


async def run(settings: Settings) -> None:
    """One replica, from start to end."""
    runner = runner_of(await build_or_exit(settings), settings)
    await serve(runner, settings.host, settings.port)


if __name__ == "__main__":
    main()
