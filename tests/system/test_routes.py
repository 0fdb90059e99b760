"""Every route is public on purpose, or checks a token."""

from __future__ import annotations

from aiohttp import web

from web.metrics import Metrics
from web.routes import PUBLIC, make_app

CHECKS_A_TOKEN = {("POST", "/api/messages"), ("POST", "/api/calls"), ("POST", "/api/calls/{key}")}
PUBLIC_ON_PURPOSE = {
    ("GET", "/healthz"),
    ("GET", "/readyz"),
    ("GET", "/metrics"),
    ("GET", "/notice"),
    ("GET", "/notice/revoked"),
    ("GET", "/prompts/{name}"),
}


async def no_messages(_request: web.Request) -> web.StreamResponse:
    return web.Response(status=401)


def test_every_route_is_listed_and_nothing_else_answers() -> None:
    app = make_app(no_messages, metrics_of=Metrics(), checks={})
    served = {
        (route.method, route.resource.canonical)
        for route in app.router.routes()
        if route.resource is not None and route.method != "HEAD"
    }
    assert served == CHECKS_A_TOKEN | PUBLIC_ON_PURPOSE
    assert {path for _, path in PUBLIC_ON_PURPOSE} == PUBLIC
