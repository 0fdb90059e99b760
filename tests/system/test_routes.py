"""Every route is public on purpose, or checks a token."""

from __future__ import annotations

from aiohttp import web

from clock import ShiftedClock
from tests.scenario.stage import on_stage
from web.graph_callbacks import PATHS
from web.metrics import Metrics
from web.routes import BY_LINK, INSIDE, PUBLIC, make_app

CHECKS_A_TOKEN = {("POST", "/api/messages"), ("POST", "/api/calls"), ("POST", "/api/calls/{key}")}
CHECKS_ITS_SECRET = {("POST", "/api/graph/notifications"), ("POST", "/api/graph/lifecycle")}
"""What Graph tells comes with a subscription's secret; tests/scenario/test_graph_doors.py tries both
without it, and with everything else that is wrong."""
PUBLIC_ON_PURPOSE = {
    ("GET", "/healthz"),
    ("GET", "/readyz"),
    ("GET", "/notice"),
    ("GET", "/notice/revoked"),
    ("GET", "/notice/paused"),
    ("GET", "/notice/alone"),
    ("GET", "/notice/revoked/alone"),
    ("GET", "/prompts/{name}"),
}
FOR_THE_OPERATOR = {("GET", "/metrics")}
"""With METRICS_TOKEN, or from the machine itself."""
# The link is the key: unguessable, short-lived, made for one person (tests/scenario/test_papers.py).
ONLY_BY_LINK = {
    (method, path) for method in ("GET", "POST") for path in ("/print/{token}", "/extract/{token}")
}


async def no_messages(_request: web.Request) -> web.StreamResponse:
    return web.Response(status=401)


def test_every_route_is_listed_and_nothing_else_answers() -> None:
    callbacks = dict.fromkeys(PATHS, no_messages)
    app = make_app(no_messages, metrics_of=Metrics(), checks={}, callbacks=callbacks)
    served = {
        (route.method, route.resource.canonical)
        for route in app.router.routes()
        if route.resource is not None and route.method != "HEAD"
    }
    assert (
        served
        == CHECKS_A_TOKEN | CHECKS_ITS_SECRET | PUBLIC_ON_PURPOSE | ONLY_BY_LINK | FOR_THE_OPERATOR
    )
    assert {path for _, path in PUBLIC_ON_PURPOSE} == PUBLIC
    assert {path for _, path in ONLY_BY_LINK} == BY_LINK
    assert {path for _, path in FOR_THE_OPERATOR} == INSIDE


async def test_the_running_application_serves_the_listed_routes_and_no_other(
    database_url: str, clock: ShiftedClock
) -> None:
    async with on_stage(database_url, clock) as stage:
        served = {
            (route.method, route.resource.canonical)
            for route in stage.routes
            if route.resource is not None and route.method != "HEAD"
        }
    assert (
        served
        == CHECKS_A_TOKEN | CHECKS_ITS_SECRET | PUBLIC_ON_PURPOSE | ONLY_BY_LINK | FOR_THE_OPERATOR
    )
