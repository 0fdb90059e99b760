"""The table of contents of everything that can be called from outside."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from web.errors import errors
from web.headers import add_headers
from web.health import CHECKS, Check, healthz, readyz
from web.limits import AddressLimits, limited
from web.logs import access
from web.metrics import METRICS, Metrics, metrics
from web.notice import notice, revoked

Messages = Callable[[web.Request], Awaitable[web.StreamResponse]]

PUBLIC = frozenset({"/healthz", "/readyz", "/metrics", "/notice", "/notice/revoked"})
"""Paths without authentication: they tell nothing about anybody. All others check a token."""


def make_app(
    messages: Messages,
    *,
    metrics_of: Metrics,
    checks: Mapping[str, Check],
    limits: AddressLimits | None = None,
) -> web.Application:
    """The web application: ``messages`` is the door of ``bots/``."""
    app = web.Application(middlewares=[access, errors, limited(limits or AddressLimits())])
    app[METRICS] = metrics_of
    app[CHECKS] = checks
    app.router.add_post("/api/messages", messages)
    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)
    app.router.add_get("/metrics", metrics)
    app.router.add_get("/notice", notice)
    app.router.add_get("/notice/revoked", revoked)
    app.on_response_prepare.append(add_headers)
    return app
