"""With the database away: 503 (or *prøv igen* for a press) on every route that needs it.

That nothing is half done when it goes in the middle: ``test_database_away.py``.
"""

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

FILLED = {"{token}": "t" * 43, "{key}": "k" * 43, "{name}": f"{'0' * 40}.wav"}
"""What stands in an address: as long as ours are, so that it is looked for."""
NEEDS_NOTHING = {"/healthz", "/metrics", *NOTICES}
"""Said or counted without anything stored."""
GRAPH = ("/api/graph/notifications", "/api/graph/lifecycle")
TRY_AGAIN, TOO_OLD = "Der er ikke gemt noget", "Kortet er for gammelt"


def expected(path: str, seed: dict[str, Any]) -> tuple[int, str]:
    """The status, and words of the answer where it is 200 for a press."""
    if path in NEEDS_NOTHING:
        return 200, ""
    if path == "/prompts/{name}":  # a file, and there is no such
        return 404, ""
    if path == "/api/calls":  # a call to the bot: nobody answers it, and nothing is kept of it
        return 202, ""
    if path in GRAPH:
        return about_a_subscription(seed), ""
    if path == "/api/messages":
        return about_an_activity(seed)
    return 503, ""


def about_a_subscription(seed: dict[str, Any]) -> int:
    """Whether a subscription has to be looked for: not for what is no batch, nor for another tenant's."""
    if not isinstance(seed["value"], list):
        return 400
    return 503 if "subscriptionId" in seed["value"][0] else 202


def about_an_activity(seed: dict[str, Any]) -> tuple[int, str]:
    """A press is always answered 200, else Teams shows an error of its own; it is told what happened."""
    if "type" not in seed:  # Graph's own: the token was given for no such service address
        return 401, ""
    if seed["type"] == "messageReaction":  # nothing is made of it
        return 200, ""
    if seed["type"] != "invoke":
        return 503, ""
    if seed["name"] != "adaptiveCard/action":  # there are no dialogs
        return 404, ""
    unknown = seed["value"]["action"]["verb"] == "refuse"
    return 200, TOO_OLD if unknown else TRY_AGAIN


def request(method: str, path: str, token: str, body: bytes) -> bytes:
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def ask(
    stage: Stage, method: str, path: str, token: str, body: bytes = b""
) -> tuple[int, str]:
    for name, value in FILLED.items():
        path = path.replace(name, value)
    answer = await OverHttp(stage.port).exchange(request(method, path, token, body), whole=True)
    (status,) = statuses(answer)
    said = answer.partition(b"\r\n\r\n")[2].decode()
    written = json.dumps(json.loads(said), ensure_ascii=False) if said.startswith("{") else said
    return status, written


def contents(stage: Stage, method: str, path: str) -> list[dict[str, Any]]:
    """All of the corpus for the door; of each other kind what is meant for it, and one that is not."""
    if method != "POST":
        return [{}]
    return stage.seeds if path == "/api/messages" else [s for s in stage.seeds if "value" in s][:3]


async def deliver(
    stage: Stage, method: str, path: str, seed: dict[str, Any], number: int
) -> tuple[int, str]:
    """Ask the route, as a delivery of its own."""
    token = stage.tokens.call if path.startswith("/api/calls") else stage.tokens.good
    body = json.dumps({**seed, "id": f"17000000000{number:02}"}).encode() if seed else b""
    return await ask(stage, method, path, token, body)


async def test_every_route_with_every_kind_of_content() -> None:
    """What was put off, and only that, is taken when it is delivered again."""
    user = reachable.server_user()
    folder = reachable.private_folder(reachable.common_ground(user), user)
    with ExitStack() as running:
        url = running.enter_context(embedded_postgres(folder, fast=True))
        await migrate(url)
        async with on_stage(url) as stage:
            running.close()
            for method, path in stage.routes:
                for number, seed in enumerate(contents(stage, method, path)):
                    status, said = await deliver(stage, method, path, seed, number)
                    wanted, words = expected(path, seed)
                    assert status == wanted, (method, path, seed)
                    assert words in said, (method, path, seed)
            assert stage.calls() == 0
            with ExitStack() as again:
                again.enter_context(embedded_postgres(folder, fast=True))
                await assert_taken_now(stage)
    shutil.rmtree(folder)


async def assert_taken_now(stage: Stage) -> None:
    """Nobody remembers what was put off as if it had been done."""
    method, path = "POST", "/api/messages"
    for number, seed in enumerate(contents(stage, method, path)):
        put_off = expected(path, seed)
        status, said = await deliver(stage, method, path, seed, number)
        if put_off in ((503, ""), (200, TRY_AGAIN)):
            assert status == 200, seed
            assert TRY_AGAIN not in said, seed
            assert "kommet to gange" not in said, seed
        else:
            assert status == put_off[0], seed
    assert (await stage.traces())["inbound"][0] > 5
