"""Counters for operation (``/metrics``). No label ever holds personal data or an id."""

from __future__ import annotations

from typing import Final

from aiohttp import web
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

KINDS: Final = frozenset(
    {"message", "event", "invoke", "conversationUpdate", "installationUpdate", "refused"}
)
BUCKETS: Final = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 15.0)


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
        self._call_seconds = Histogram(
            "lydhoer_microsoft_call_seconds",
            "Time of a call to Microsoft.",
            buckets=BUCKETS,
            registry=self.registry,
        )

    def door(self, kind: str, status: int, seconds: float) -> None:
        """One answer at the door; a kind that is not known counts as ``other``."""
        label = kind if kind in KINDS else "other"
        self._answers.labels(label, str(status)).inc()
        self._seconds.labels(label).observe(seconds)

    def microsoft(self, method: str, route: str, status: int, seconds: float) -> None:
        """One attempt of a call to Microsoft; ``route`` is the template."""
        self._calls.labels(method, route, str(status)).inc()
        self._call_seconds.observe(seconds)


METRICS: web.AppKey[Metrics] = web.AppKey("metrics", Metrics)


async def metrics(request: web.Request) -> web.Response:
    """The counters as Prometheus reads them."""
    body = generate_latest(request.app[METRICS].registry)
    return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})
