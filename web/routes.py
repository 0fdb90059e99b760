"""The table of contents of everything that can be called from outside."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from texts.shelf import Shelf
from web import extract
from web.calls import CallsEndpoint, prompts_from
from web.errors import errors
from web.extract import EXTRACTS, Extracts
from web.headers import add_headers
from web.health import READINESS, Check, Readiness, healthz, readyz
from web.limits import AddressLimits, limited
from web.logs import access
from web.metrics import METRICS, Metrics, metrics
from web.metrics_readers import HERE, TOKEN
from web.notice import notice, notice_alone, paused, revoked, revoked_alone
from web.paper import PAPERS, PATH, Papers, open_paper, show
from web.watch_state import WATCH, WatchState, nothing_watched

Messages = Callable[[web.Request], Awaitable[web.StreamResponse]]

NOTICES = (
    "/notice", "/notice/revoked", "/notice/paused", "/notice/alone", "/notice/revoked/alone",
)  # fmt: skip
PUBLIC = frozenset({"/healthz", "/readyz", *NOTICES, "/prompts/{name}"})
"""Paths without authentication: they tell nothing about anybody. All others check a token."""
INSIDE = frozenset({"/metrics"})
"""Paths for the operator: with the agreed token; of a try-out also the machine itself (``web/metrics_readers.py``)."""
BY_LINK = frozenset({PATH, extract.PATH})
"""Paths whose only key is the link itself: short-lived, unguessable, made for one person."""


def make_app(
    messages: Messages,
    *,
    metrics_of: Metrics,
    metrics_token: str = "",
    metrics_here: bool = False,
    checks: Mapping[str, Check],
    limits: AddressLimits | None = None,
    calls: CallsEndpoint | None = None,
    shelf: Shelf | None = None,
    callbacks: Mapping[str, Messages] | None = None,
    watch: WatchState | None = None,
    papers: Papers | None = None,
    extracts: Extracts | None = None,
) -> web.Application:
    """The web application: ``messages`` is the door of ``bots/``; without ``calls`` nobody reports of
    any, and without ``shelf`` nothing is spoken; ``callbacks`` are what Graph calls besides, by path:
    each checks for itself who calls."""
    app = web.Application(middlewares=[access, errors, limited(limits or AddressLimits())])
    app[METRICS] = metrics_of
    app[TOKEN] = metrics_token
    app[HERE] = metrics_here
    app[READINESS] = Readiness(checks)
    app[WATCH] = watch or nothing_watched
    app.router.add_post("/api/messages", messages)
    app.router.add_post("/api/calls", calls.incoming if calls else nothing_here)
    app.router.add_post("/api/calls/{key}", calls.reported if calls else nothing_here)
    app.router.add_get("/prompts/{name}", prompts_from(shelf))
    for path, handler in (callbacks or {}).items():
        app.router.add_post(path, handler)
    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)
    app.router.add_get("/metrics", metrics)
    app.router.add_get("/notice", notice)
    app.router.add_get("/notice/revoked", revoked)
    app.router.add_get("/notice/paused", paused)
    app.router.add_get("/notice/alone", notice_alone)
    app.router.add_get("/notice/revoked/alone", revoked_alone)
    if papers is not None:
        app[PAPERS] = papers
    app.router.add_get(PATH, show)
    app.router.add_post(PATH, open_paper)
    if extracts is not None:
        app[EXTRACTS] = extracts
    app.router.add_get(extract.PATH, extract.show)
    app.router.add_post(extract.PATH, extract.open_extract)
    app.on_response_prepare.append(add_headers)
    return app


async def nothing_here(_request: web.Request) -> web.StreamResponse:
    """What this deployment does not serve."""
    raise web.HTTPNotFound
