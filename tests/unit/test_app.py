"""The parts put together: what starts, what is refused, and how it ends."""

from __future__ import annotations

import asyncio
import base64
import gc
import json
from pathlib import Path

import pytest
import structlog
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

import app
from settings import Settings
from tests.unit.guidelines.profiles import raw_of, write

ENV = {
    "MicrosoftAppId": "11111111-2222-3333-4444-555555555555",
    "MicrosoftAppPassword": "x",
    "MicrosoftAppTenantId": "99999999-8888-7777-6666-555555555555",
    "PUBLIC_URL": "https://lydhoer.example.dk",
    "ENCRYPTION_KEYS": "v1:" + base64.b64encode(bytes(32)).decode(),
}


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    units = tmp_path / "departments.yaml"
    units.write_text("departments: [{id: a, name: A}]", encoding="utf-8")
    return {**ENV, "DEPARTMENTS": str(units)}


@pytest.fixture(autouse=True)
def _logs_put_back() -> object:
    before = structlog.get_config()
    yield
    structlog.configure(**before)


async def test_everything_starts_and_ends(env: dict[str, str], database_url: str) -> None:
    settings = Settings.from_env({**env, "DATABASE_URL": database_url})
    async with TestClient(TestServer(await app.build(settings))) as client:
        ready = await client.get("/readyz")
        assert (ready.status, await ready.json()) == (
            200,
            {"ready": True, "parts": {"database": "ok", "jobs": "ok"}},
        )
        refused = await client.post("/api/messages", json={"type": "message"})
        assert refused.status == 401


async def test_a_guideline_whose_days_are_over_says_so_at_every_start(
    env: dict[str, str], database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = raw_of("nyborg") | {"id": "andeby", "valid_from": "2020-01-01", "valid_to": "2020-12-31"}
    own = str(write(tmp_path, raw))
    settings = Settings.from_env({**env, "DATABASE_URL": database_url, "MUNICIPALITY": own})
    async with TestClient(TestServer(await app.build(settings))):
        pass
    logged = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (told,) = [line for line in logged if line["event"] == "guideline_date"]
    assert (told["parameter"], told["day"], told["passed"]) == ("valid_to", "2020-12-31", True)
    assert told["level"] == "warning"


async def test_no_database_to_start_with(env: dict[str, str], tmp_path: Path) -> None:
    nobody = f"postgresql://nobody@/nothing?host={tmp_path}"
    with pytest.raises(SystemExit) as ended:
        await app.build_or_exit(Settings.from_env({**env, "DATABASE_URL": nobody}))
    assert "DATABASE_URL" in str(ended.value)


async def test_a_profile_with_faults_ends_the_start(env: dict[str, str], tmp_path: Path) -> None:
    own = tmp_path / "andeby.yaml"
    own.write_text("id: andeby\n", encoding="utf-8")
    settings = Settings.from_env(
        {**env, "DATABASE_URL": "postgresql://nobody", "MUNICIPALITY": str(own)}
    )
    with pytest.raises(SystemExit) as ended:
        await app.build_or_exit(settings)
    assert "andeby.yaml: acknowledgement: mangler; tilladt: at tilføje linjen" in str(ended.value)


async def test_replicas_own_no_database(
    env: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.environ", {**env, "EMBEDDED_DATABASE": "1"})
    with pytest.raises(SystemExit) as ended:
        await app.create_app()
    assert "DATABASE_URL" in str(ended.value)


async def test_settings_that_are_missing_end_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.environ", {})
    with pytest.raises(SystemExit) as ended:
        await app.create_app()
    assert "Sæt MicrosoftAppId" in str(ended.value)


async def test_the_worker_runs_with_the_application() -> None:
    async def forever() -> None:
        await asyncio.Event().wait()

    worker = app.Background(forever)
    with pytest.raises(RuntimeError):
        await worker.check()
    running = worker.running(app.web.Application())
    await anext(running)
    await worker.check()
    await anext(running, None)
    with pytest.raises(RuntimeError):
        await worker.check()


async def test_a_worker_that_does_not_stop_holds_nobody_up() -> None:
    end = asyncio.Event()

    async def stubborn() -> None:
        while not end.is_set():
            try:
                await end.wait()
            except asyncio.CancelledError:
                continue

    running = app.Background(stubborn, patience=0.01).running(app.web.Application())
    await anext(running)
    await asyncio.sleep(0)
    await anext(running, None)
    end.set()
    await asyncio.sleep(0)


async def test_what_a_replica_is_built_of_is_no_longer_looked_through(
    env: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def built(settings: Settings, clock: object) -> web.Application:
        return web.Application()

    monkeypatch.setattr(app, "build", built)
    try:
        await app.build_or_exit(Settings.from_env({**env, "DATABASE_URL": "postgresql://x/x"}))
        assert gc.get_freeze_count() > 10_000
    finally:
        gc.unfreeze()
