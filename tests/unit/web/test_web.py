"""The paths anybody may call: health, metrics, the notice; and errors that tell nothing."""

from __future__ import annotations

import asyncio
import io
import json
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest
import structlog
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from texts.catalog import text
from web import logs
from web.metrics import Metrics
from web.page import STYLE_HASH
from web.routes import BY_LINK, INSIDE, PUBLIC, make_app

Client = TestClient[web.Request, web.Application]


class Parts:
    def __init__(self) -> None:
        self.error: Exception | None = None

    async def check(self) -> None:
        if self.error is not None:
            raise self.error


async def closed_door(_request: web.Request) -> web.Response:
    raise ValueError("Ole Madsen")


@pytest.fixture
def parts() -> Parts:
    return Parts()


@pytest.fixture
async def client(parts: Parts) -> AsyncIterator[Client]:
    async def fine() -> None:
        return None

    checks = {"database": parts.check, "jobs": fine}
    app = make_app(closed_door, metrics_of=Metrics(), checks=checks)
    async with TestClient(TestServer(app)) as found:
        yield found


def test_every_path_is_public_by_name_or_checks_a_token() -> None:
    app = make_app(closed_door, metrics_of=Metrics(), checks={})
    paths = {route.resource.canonical for route in app.router.routes() if route.resource}
    assert paths == PUBLIC | INSIDE | BY_LINK | {"/api/messages", "/api/calls", "/api/calls/{key}"}


async def test_health(client: Client, parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.health.KEPT_SECONDS", 0.0)
    assert (await client.get("/healthz")).status == 200
    ready = await client.get("/readyz")
    assert (ready.status, (await ready.json())["ready"]) == (200, True)
    parts.error = RuntimeError("password=secret")
    away = await client.get("/readyz")
    assert (away.status, await away.json()) == (
        503,
        {"ready": False, "parts": {"database": "away", "jobs": "ok"}},
    )
    assert (await client.get("/healthz")).status == 200


async def test_who_asks_often_costs_the_database_one_look() -> None:
    looks = 0

    async def look() -> None:
        nonlocal looks
        looks += 1
        await asyncio.sleep(0)

    app = make_app(closed_door, metrics_of=Metrics(), checks={"database": look})
    async with TestClient(TestServer(app)) as found:
        answers = await asyncio.gather(*(found.get("/readyz") for _ in range(50)))
    assert {answer.status for answer in answers} == {200}
    assert looks == 1


async def test_a_part_that_never_answers_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    async def never() -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr("web.health.PATIENCE_SECONDS", 0.01)
    app = make_app(closed_door, metrics_of=Metrics(), checks={"database": never})
    async with TestClient(TestServer(app)) as found:
        assert (await found.get("/readyz")).status == 503


async def test_the_notice(client: Client) -> None:
    answer = await client.get("/notice?name=Ole%20Madsen&x=<script>")
    page = await answer.text()
    assert answer.status == 200
    assert text("notice_page.words", "da") in page
    assert text("notice_page.words", "en") in page
    assert '<html lang="da">' in page
    assert 'lang="en"' in page
    assert "Madsen" not in page
    assert "<script" not in page
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert f"'sha256-{STYLE_HASH}'" in policy
    assert "frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com" in policy
    assert "X-Frame-Options" not in answer.headers


async def test_headers_of_every_answer(client: Client) -> None:
    for path in (*sorted(PUBLIC), "/nothing"):
        answer = await client.get(path)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"
        assert "frame-ancestors" in answer.headers["Content-Security-Policy"]
        assert "Server" not in answer.headers
    assert (
        "frame-ancestors 'none'"
        in (await client.get("/healthz")).headers["Content-Security-Policy"]
    )


async def test_errors_for_people_and_for_programmes(client: Client) -> None:
    page = await client.get("/Ole Madsen", headers={"Accept": "text/html"})
    assert page.status == 404
    assert text("error_page.not_found") in await page.text()
    assert "Madsen" not in await page.text()
    plain = await client.get("/nothing")
    assert (plain.status, await plain.json()) == (404, {"error": "not_found"})
    wrong = await client.post("/healthz")
    assert (wrong.status, wrong.headers["Allow"]) == (405, "GET,HEAD")


async def test_a_fault_tells_nothing(client: Client) -> None:
    answer = await client.post("/api/messages", headers={"Accept": "text/html"})
    assert (answer.status, await answer.json()) == (500, {"error": "failed"})


def test_counters_know_no_strange_kind() -> None:
    metrics = Metrics()
    metrics.door("Ole Madsen", 200, 0.1)
    metrics.microsoft("GET", "/v1/meetings/{meeting}", 200, 0.1)
    assert (
        metrics.registry.get_sample_value(
            "lydhoer_door_answers_total", {"kind": "other", "status": "200"}
        )
        == 1
    )


@pytest.fixture
def lines() -> Any:
    """What the logs write, as JSON; the set-up before is put back."""
    before = structlog.get_config()
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    logs.configure("DEBUG", stream)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    structlog.configure(**before)
    root.handlers, root.level = handlers, level


def test_logs_hold_no_text_of_an_exception(lines: Any) -> None:
    try:
        raise ValueError("Ole Madsen")
    except ValueError as error:
        structlog.get_logger().exception("it_failed", id=1)
        structlog.get_logger().error("again", exc_info=error)
        structlog.get_logger().error("third", exc_info=(ValueError, error, error.__traceback__))
    found = lines()
    assert [line["event"] for line in found] == ["it_failed", "again", "third"]
    assert all(line["error"] == "ValueError" for line in found)
    assert all("test_web.py" in line["where"][-1] for line in found)
    assert "Madsen" not in json.dumps(found)


def test_libraries_write_neither_messages_nor_bodies(lines: Any) -> None:
    library = logging.getLogger("aiohttp.client")
    library.setLevel(logging.DEBUG)
    library.debug("body: Ole Madsen")
    library.info("body: Ole Madsen")
    assert lines() == []
    library.warning("body: %s", "Ole Madsen")
    try:
        raise KeyError("Ole Madsen")
    except KeyError:
        library.exception("Ole Madsen")
    first, second = lines()
    assert first["logger"] == "aiohttp.client"
    assert first["place"].startswith("test_web:")
    assert second["error"] == "KeyError"
    assert "Madsen" not in json.dumps([first, second])


async def test_the_access_line_knows_the_template_only(client: Client, lines: Any) -> None:
    await client.get("/notice?name=Ole+Madsen")
    await client.get("/Ole/Madsen")
    await client.request("PROPFIND", "/notice")
    found = [line for line in lines() if line["event"] == "request"]
    assert [(line["route"], line["status"]) for line in found] == [
        ("/notice", 200), ("-", 404), ("-", 405),
    ]  # fmt: skip
    assert [line["method"] for line in found] == ["GET", "GET", "other"]
    assert "adsen" not in json.dumps(found)
