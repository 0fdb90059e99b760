"""Counters for operation (``/metrics``). No label ever holds personal data or an id."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Final

import structlog
from aiohttp import web
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from web.metrics_readers import may_read
from web.watch_state import Counts, counted

KINDS: Final = frozenset(
    {"message", "event", "invoke", "conversationUpdate", "installationUpdate", "refused"}
)
OUTCOMES: Final = ("found", "again", "given_up")
BLOCKS: Final = ("checking", "held", "out_of_reach", "unverifiable")
Count = Callable[[], Awaitable[Mapping[str, int]]]
BUCKETS: Final = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 15.0)
log = structlog.get_logger()


class Metrics:
    """The counters of one process, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._answers = Counter(
            "lydhoer_door_answers_total",
            "Answers at POST /api/messages by kind of activity and HTTP status.",
            ("kind", "status"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "lydhoer_door_seconds",
            "Time from request to answer at POST /api/messages.",
            ("kind",),
            buckets=BUCKETS,
            registry=self.registry,
        )
        self._calls = Counter(
            "lydhoer_microsoft_calls_total",
            "Calls to Microsoft by method, route template and status (0: no answer).",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self._meetings = Gauge(
            "lydhoer_meetings",
            "Coming meetings by the state of their block, as counted when this page is read.",
            ("block",),
            registry=self.registry,
        )
        self._count: Count | None = None
        self._call_seconds = Histogram(
            "lydhoer_microsoft_call_seconds",
            "Time of a call to Microsoft.",
            buckets=BUCKETS,
            registry=self.registry,
        )

        self._told = Counter(
            "lydhoer_graph_notifications_total",
            "Notifications from Graph by kind and outcome (taken, or why they were not believed).",
            ("kind", "outcome"),
            registry=self.registry,
        )
        self._subscriptions = Gauge(
            "lydhoer_subscriptions",
            "Subscriptions by kind and state; a meeting whose state is not active is looked at instead.",
            ("kind", "state"),
            registry=self.registry,
        )

        self._unsure = Gauge(
            "lydhoer_unsure_posts",
            "Messages whose posting Teams did not answer: found, sent again (perhaps double), given up.",
            ("outcome",),
            registry=self.registry,
        )
        self._count_posts: Count | None = None

    def graph_notification(self, kind: str, outcome: str) -> None:
        """One notification of Graph's."""
        self._told.labels(kind, outcome).inc()

    def subscriptions(self, counts: Counts) -> None:
        """How many subscriptions there are now; what is not named any more is gone."""
        self._subscriptions.clear()
        for kind, state, number in counts:
            self._subscriptions.labels(kind, state).set(number)

    def door(self, kind: str, status: int, seconds: float) -> None:
        """One answer at the door; a kind that is not known counts as ``other``."""
        label = kind if kind in KINDS else "other"
        self._answers.labels(label, str(status)).inc()
        self._seconds.labels(label).observe(seconds)

    def count_meetings(self, count: Count) -> None:
        """Who is asked, when the counters are read, how many meetings stand in which state."""
        self._count = count

    def count_posts(self, count: Count) -> None:
        """Who is asked, when the counters are read, how many postings nobody knew the end of."""
        self._count_posts = count

    async def refresh(self) -> None:
        """Count what is counted when the counters are read; without an answer nothing is told."""
        await _set(self._meetings, BLOCKS, self._count)
        await _set(self._unsure, OUTCOMES, self._count_posts)

    def microsoft(self, method: str, route: str, status: int, seconds: float) -> None:
        """One attempt of a call to Microsoft; ``route`` is the template."""
        self._calls.labels(method, route, str(status)).inc()
        self._call_seconds.observe(seconds)


async def _set(gauge: Gauge, labels: Sequence[str], count: Count | None) -> None:
    gauge.clear()
    if count is None:
        return
    try:
        counted = await count()
    except Exception as error:
        log.warning("not_counted", error=type(error).__name__)
        return
    for label in labels:
        gauge.labels(label).set(counted.get(label, 0))


METRICS: web.AppKey[Metrics] = web.AppKey("metrics", Metrics)


async def metrics(request: web.Request) -> web.Response:
    """The counters as Prometheus reads them, for those who may."""
    if not may_read(request):
        challenge = {"WWW-Authenticate": "Bearer"}
        return web.json_response({"error": "refused"}, status=401, headers=challenge)
    if (counts := await counted(request.app)) is not None:
        request.app[METRICS].subscriptions(counts)
    await request.app[METRICS].refresh()
    body = generate_latest(request.app[METRICS].registry)
    return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})
