"""Who may read ``/metrics``: whoever brings the token; without one only the machine itself."""

from __future__ import annotations

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer, make_mocked_request

from web.metrics import Metrics
from web.metrics_readers import FORWARDED, HERE, TOKEN, may_read
from web.routes import make_app

SECRET = "a-long-enough-token-of-the-monitoring"


async def closed(_request: web.Request) -> web.StreamResponse:
    raise web.HTTPUnauthorized


async def asked(token: str, *, here: bool = True, **headers: str) -> tuple[int, str]:
    app = make_app(closed, metrics_of=Metrics(), metrics_token=token, metrics_here=here, checks={})
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    async with TestClient(TestServer(app)) as client:
        answer = await client.get("/metrics", headers=named)
        return answer.status, await answer.text()


async def test_with_a_token_whoever_brings_it_and_nobody_else() -> None:
    for scheme in ("Bearer", "bearer"):
        status, shown = await asked(SECRET, Authorization=f"{scheme} {SECRET}")
        assert status == 200
        assert "lydhoer_" in shown
    wrong = ("", "Bearer", "Bearer ", f"Basic {SECRET}", f"Bearer {SECRET}x", SECRET, "Bearer æ")
    for brought in wrong:
        status, shown = await asked(SECRET, Authorization=brought)
        assert (status, "lydhoer_" in shown) == (401, False), brought
    assert (await asked(SECRET))[0] == 401  # this machine is no exception then


async def test_without_a_token_only_this_machine_itself() -> None:
    assert (await asked(""))[0] == 200
    for header in FORWARDED:  # whoever comes past a proxy on this machine
        status, shown = await asked("", **{header: "203.0.113.7"})
        assert (status, "lydhoer_" in shown) == (401, False), header


async def test_behind_a_public_address_nobody_reads_without_a_token() -> None:
    """A proxy on the same machine that writes nothing of itself: everybody comes from loopback."""
    assert (await asked("", here=False))[0] == 401
    app = make_app(closed, metrics_of=Metrics(), checks={})  # unless it is said otherwise
    async with TestClient(TestServer(app)) as client:
        assert (await client.get("/metrics")).status == 401
    assert (await asked(SECRET, here=False, Authorization=f"Bearer {SECRET}"))[0] == 200


@pytest.mark.parametrize(
    ("peer", "may"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("10.0.0.4", False),
        ("203.0.113.7", False),
        ("::ffff:10.0.0.4", False),
        ("", False),
    ],
)
def test_whose_address_is_this_machine(peer: str, *, may: bool) -> None:
    app = web.Application()
    app[TOKEN], app[HERE] = "", True
    assert may_read(make_mocked_request("GET", "/metrics", app=app).clone(remote=peer)) is may
