"""With the database away: 503 (or *prøv igen* for a press) on every route, and nothing half done."""

from __future__ import annotations

import json
import shutil
from contextlib import ExitStack
from typing import Any

from store import reachable
from store.embedded import embedded_postgres
from store.migrate import migrate
from tools.fuzz.stage import Stage, on_stage
from tools.fuzz.wire import OverHttp, statuses
from web.routes import NOTICES

NEEDS_NOTHING = {"/healthz", "/metrics", *NOTICES}


def request(method: str, path: str, token: str, body: bytes) -> bytes:
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def ask(
    stage: Stage, method: str, path: str, token: str, body: bytes = b""
) -> tuple[int, str]:
    answer = await OverHttp(stage.port).exchange(request(method, path, token, body), whole=True)
    (status,) = statuses(answer)
    return status, answer.partition(b"\r\n\r\n")[2].decode()


def contents(stage: Stage, method: str, path: str) -> list[dict[str, Any]]:
    """All of the corpus for the door; of each other kind what is meant for it, and one that is not."""
    if method != "POST":
        return [{}]
    return stage.seeds if path == "/api/messages" else [s for s in stage.seeds if "value" in s][:3]


def assert_not_taken(seed: dict[str, Any], said: str) -> None:
    """200 only for what means nothing, or for a press that is told that nothing was stored."""
    assert seed["type"] in ("invoke", "messageReaction", "message"), seed
    if seed.get("name") == "adaptiveCard/action":
        assert "gemt" in said or "for gammelt" in said, said


async def test_every_route_with_every_kind_of_content() -> None:
    user = reachable.server_user()
    folder = reachable.private_folder(reachable.common_ground(user), user)
    with ExitStack() as running:
        url = running.enter_context(embedded_postgres(folder, fast=True))
        await migrate(url)
        async with on_stage(url) as stage:
            before = await stage.traces()
            running.close()
            answered = set()
            for method, path in stage.routes:
                for seed in contents(stage, method, path):
                    token = stage.tokens.good[path.startswith("/api/calls")]
                    body = json.dumps(seed).encode() if seed else b""
                    status, said = await ask(stage, method, path, token, body)
                    answered.add((method, path, status))
                    assert status != 500, (method, path, seed)
                    if path == "/api/messages" and status == 200:
                        assert_not_taken(seed, said)
            assert ("POST", "/api/messages", 503) in answered
            assert ("GET", "/readyz", 503) in answered
            for path in NEEDS_NOTHING:
                assert ("GET", path, 200) in answered
            assert stage.calls() == 0
            with ExitStack() as again:
                again.enter_context(embedded_postgres(folder, fast=True))
                assert await stage.traces() == before
    shutil.rmtree(folder)
