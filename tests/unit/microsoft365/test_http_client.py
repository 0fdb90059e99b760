"""The pooled client: what is repeated, what is not, and what errors tell."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from aiohttp import web

from microsoft365.egress import Egress
from microsoft365.errors import Ambiguous, Denied, Missing, Unavailable
from microsoft365.http import Http, Limits
from microsoft365.pauses import retry_after_seconds
from microsoft365.proxy import proxy_for
from tests.unit.microsoft365.fakes import FakeService, Naps, error, hang_up, ok

ROUTE = "/things/{thing}"


async def get(http: Http, service: FakeService):
    return await http.request("GET", f"{service.url}/a", route=ROUTE, repeat_safe=True)


async def post(http: Http, service: FakeService, **more):
    return await http.request(
        "POST", f"{service.url}/a", route=ROUTE, repeat_safe=False, json={"x": "æ"}, **more
    )


async def test_answer_carries_status_json_and_headers(http, service):
    service.on("POST", "/a", ok({"id": "1"}, 201, X_Kind="new"))
    answer = await post(http, service, token="t", headers={"Prefer": "p"})
    assert (answer.status, answer.json, answer.headers["X-Kind"]) == (201, {"id": "1"}, "new")
    call = service.calls[0]
    assert call.headers["authorization"] == "Bearer t"
    assert call.headers["prefer"] == "p"
    assert call.json == {"x": "æ"}


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_429_is_repeated_after_the_asked_pause(http, service, naps, method):
    service.on(method, "/a", error(429, "TooManyRequests", Retry_After="3"), ok({"id": "1"}))
    answer = await (get if method == "GET" else post)(http, service)
    assert answer.json == {"id": "1"}
    assert service.count(method, "/a") == 2
    assert len(naps.taken) == 1
    assert 3.0 <= naps.taken[0] <= 3.5


async def test_412_means_nothing_was_done(http, service):
    service.on("POST", "/a", error(412), ok({"id": "1"}))
    assert (await post(http, service)).status == 200
    assert service.count("POST", "/a") == 2


@pytest.mark.parametrize("status", [408, 500, 502, 503, 504])
async def test_a_post_that_failed_underway_is_never_repeated(http, service, naps, status):
    service.on("POST", "/a", error(status, Retry_After="1"))
    with pytest.raises(Ambiguous) as caught:
        await post(http, service)
    assert service.count("POST", "/a") == 1
    assert naps.taken == []
    assert caught.value.maybe_done
    assert caught.value.status == status


async def test_a_post_whose_answer_is_lost_is_never_repeated(http, service):
    service.on("POST", "/a", hang_up)
    with pytest.raises(Ambiguous):
        await post(http, service)
    assert service.count("POST", "/a") == 1


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_a_get_is_repeated_with_growing_pauses(http, service, naps, status):
    service.on("GET", "/a", error(status), error(status), ok({"n": 1}))
    assert (await get(http, service)).json == {"n": 1}
    assert service.count("GET", "/a") == 3
    assert len(naps.taken) == 2


async def test_a_get_gives_up_with_what_the_service_asked_for(http, service, naps):
    service.on("GET", "/a", error(503, Retry_After="2"))
    with pytest.raises(Unavailable) as caught:
        await get(http, service)
    assert service.count("GET", "/a") == Limits().attempts
    assert caught.value.retry_after_seconds == 2.0
    assert all(2.0 <= nap <= 2.5 for nap in naps.taken)


async def test_a_pause_longer_than_our_patience_is_handed_on_at_once(http, service, naps):
    service.on("POST", "/a", error(429, Retry_After="120"))
    with pytest.raises(Unavailable) as caught:
        await post(http, service)
    assert caught.value.retry_after_seconds == 120.0
    assert service.count("POST", "/a") == 1
    assert naps.taken == []


async def test_no_connection_means_nothing_was_sent(ca_bundle: Path, naps: Naps, unused_port):
    named = Egress([f"127.0.0.1:{unused_port}"])
    http = Http(ca_bundle=ca_bundle, egress=named, sleep=naps)
    with pytest.raises(Unavailable):
        await http.request(
            "POST", f"https://127.0.0.1:{unused_port}/a", route=ROUTE, repeat_safe=False, json={}
        )
    assert len(naps.taken) == Limits().attempts - 1
    await http.close()


@pytest.fixture
async def unused_port() -> int:
    server = await asyncio.start_server(lambda r, w: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    return port


async def test_an_unknown_authority_is_not_trusted(stand_in, service, naps):
    http = Http(egress=stand_in, sleep=naps)
    with pytest.raises(Unavailable):
        await get(http, service)
    assert service.calls == []
    await http.close()


async def test_a_slow_service_is_given_up(ca_bundle, stand_in, service, naps):
    never = asyncio.Event()

    async def slow(_: web.Request) -> web.StreamResponse:
        await never.wait()
        return web.Response()

    service.on("POST", "/a", slow)
    http = Http(ca_bundle=ca_bundle, egress=stand_in, sleep=naps, limits=Limits(total=0.1))
    with pytest.raises(Ambiguous):
        await post(http, service)
    never.set()
    await http.close()


@pytest.mark.parametrize("url", ["http://127.0.0.1/a", "https:///a", "https://u:p@host/a", "x"])
async def test_only_https_without_user(http, url):
    with pytest.raises(Denied) as caught:
        await http.request("GET", url, route=ROUTE, repeat_safe=True)
    assert caught.value.code == "https_required"


async def test_redirects_are_not_followed(http, service):
    service.on("GET", "/a", ok(None, 302, Location=f"{service.url}/b"))
    with pytest.raises(Denied):
        await get(http, service)
    assert len(service.calls) == 1


async def test_refusals_are_typed_and_tell_nothing_personal(http, service):
    service.on("GET", "/a", error(404, "NotFound", "Ole Madsen"))
    with pytest.raises(Missing) as missing:
        await get(http, service)
    service.on("POST", "/a", error(403, "Forbidden", "Ole Madsen, MessageWritesBlocked"))
    with pytest.raises(Denied) as denied:
        await post(http, service)
    assert (denied.value.status, denied.value.code) == (403, "MessageWritesBlocked")
    for caught in (missing, denied):
        shown = f"{caught.value!r} {caught.value}"
        assert "Ole" not in shown
        assert "127.0.0.1" not in shown
        assert ROUTE in shown


async def test_accepted_statuses_are_handed_on(http, service):
    service.on("POST", "/a", error(409, "Conflict"))
    assert (await post(http, service, accept=(409,))).status == 409


@pytest.mark.parametrize("body", [b"<html>", b"\xff\xfe", b"{", b""])
async def test_a_body_that_is_no_json_is_none(http, service, body):
    async def reply(_: web.Request) -> web.StreamResponse:
        return web.Response(body=body)

    service.on("GET", "/a", reply)
    assert (await get(http, service)).json is None


async def test_an_endless_body_is_not_read(http, service, monkeypatch):
    monkeypatch.setattr("microsoft365.http.MAX_ANSWER_BYTES", 10)
    service.on("GET", "/a", ok({"long": "x" * 100}))
    with pytest.raises(Unavailable):
        await get(http, service)


@dataclass
class Turn:
    granted: bool
    wait: float = 0.0
    patience: float = 40.0


class FakeBudget:
    """Lets a call through after it was told to wait, each time, as often as there are waits."""

    def __init__(self, *waits: float, patience: float = 40.0) -> None:
        self.turns = [Turn(wait == 0, wait, patience) for wait in waits]
        self.keys: list[tuple[str, ...]] = []

    async def take(self, keys):
        self.keys.append(tuple(keys))
        return self.turns.pop(0)


async def test_every_attempt_waits_for_the_budget(ca_bundle, stand_in, service, naps):
    """Told to wait it asks again; nothing is sent before its turn has come."""
    budget = FakeBudget(0.5, 0.25, 0, 0)
    http = Http(ca_bundle=ca_bundle, egress=stand_in, sleep=naps, budget=budget)
    service.on("POST", "/a", error(429, Retry_After="1"), ok())
    await post(http, service, budget=("conversation:1", "tenant"))
    assert budget.keys == [("conversation:1", "tenant")] * 4
    assert 0.5 <= naps.taken[0] <= 0.53
    assert 0.25 <= naps.taken[1] <= 0.28
    await get_without_budget(http, service)
    assert len(budget.keys) == 4
    await http.close()


@pytest.mark.parametrize(("patience", "asked"), [(40.0, 2), (15.0, 1)])
async def test_who_is_told_to_wait_too_long_goes_away(
    ca_bundle, stand_in, service, naps, patience, asked
):
    """Its own patience counts, and the client's own at most."""
    budget = FakeBudget(16.0, 16.0, 0, patience=patience)
    http = Http(ca_bundle=ca_bundle, egress=stand_in, sleep=naps, budget=budget)
    with pytest.raises(Unavailable):
        await post(http, service, budget=("tenant",))
    assert len(budget.keys) == asked
    assert service.calls == []
    await http.close()


async def get_without_budget(http, service):
    service.on("GET", "/a", ok())
    await get(http, service)


async def test_a_queue_that_is_too_long_is_handed_on(ca_bundle, stand_in, service, naps):
    http = Http(ca_bundle=ca_bundle, egress=stand_in, sleep=naps, budget=FakeBudget(31.0))
    with pytest.raises(Unavailable) as caught:
        await post(http, service, budget=("tenant",))
    assert caught.value.retry_after_seconds == 31.0
    assert service.calls == []
    await http.close()


async def test_every_attempt_is_observed_by_its_template(ca_bundle, stand_in, service, naps):
    told = []
    http = Http(
        ca_bundle=ca_bundle,
        egress=stand_in,
        sleep=naps,
        observe=lambda *what: told.append(what[:3]),
    )
    service.on("PATCH", "/a", hang_up, error(502), ok())
    await http.request("PATCH", f"{service.url}/a", route=ROUTE, repeat_safe=True)
    assert told == [("PATCH", ROUTE, 0), ("PATCH", ROUTE, 502), ("PATCH", ROUTE, 200)]
    await http.close()


def test_retry_after_is_read_as_number_or_date():
    assert retry_after_seconds("7") == 7.0
    assert retry_after_seconds("0.5") == 0.5
    assert retry_after_seconds("-3") == 0.0
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    assert 80 < (retry_after_seconds(later) or 0) <= 90
    assert retry_after_seconds("Wed, 21 Oct 2015 07:28:00 GMT") == 0.0
    for nothing in (None, "", "soon", "inf", "nan"):
        assert retry_after_seconds(nothing) is None


def test_proxies_never_stand_before_the_machine_itself(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy:8080")
    monkeypatch.setenv("no_proxy", "example.dk, *.intern.dk")
    assert proxy_for("https://graph.microsoft.com/v1.0") == "http://proxy:8080"
    for own in (
        "https://127.0.0.1:1",
        "https://localhost",
        "https://[::1]:4",
        "https://a.localhost",
    ):
        assert proxy_for(own) is None
    for exempt in ("https://example.dk", "https://x.example.dk", "https://a.intern.dk"):
        assert proxy_for(exempt) is None
    monkeypatch.setenv("no_proxy", "*")
    assert proxy_for("https://graph.microsoft.com") is None
