"""The doors that Graph calls: who cannot prove it is Graph changes nothing, and nothing is lost."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import aiohttp
import psycopg
import pytest
import structlog
from psycopg import sql
from sqlalchemy import event
from sqlalchemy.engine import Engine, make_url
from structlog.testing import capture_logs

from clock import ShiftedClock
from microsoft365.change_notifications import MOST_NOTIFICATIONS
from store.database import plain_url
from tests.scenario.graph_tells import at_graph, incidents, outcomes, record, run, told_stage
from tests.scenario.stage import Stage
from web.graph_callbacks import PATHS
from web.in_hand import Held, InHand

SECRETS = ("client_state", "tenant")
RICH = ("token", "no_token", "signature")


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with told_stage(database_url, clock) as made:
        yield made
        made.calm()


async def post(stage: Stage, path: str, **more: Any) -> tuple[int, str, Any]:
    async with (
        aiohttp.ClientSession() as session,
        session.post(stage.base + path, **more) as answer,
    ):
        return answer.status, await answer.text(), answer.headers


async def effects(stage: Stage) -> list[Any]:
    return await stage.rows("SELECT kind, key, generation FROM effects ORDER BY id")


@pytest.mark.parametrize("path", PATHS)
async def test_the_handshake_and_nothing_else_is_answered(stage: Stage, path: str) -> None:
    token = "Validation: æ <script>alert(1)</script>&x=1"
    status, text, headers = await post(stage, path, params={"validationToken": token})
    assert (status, text) == (200, token)
    assert headers["Content-Type"].startswith("text/plain")
    assert headers["X-Content-Type-Options"] == "nosniff"
    for wrong in ("", "x" * 5000):
        assert (await post(stage, path, params={"validationToken": wrong}))[0] == 400


@pytest.mark.parametrize("path", PATHS)
async def test_what_is_no_notification_is_refused(stage: Stage, path: str) -> None:
    assert (await post(stage, path, json=[]))[0] == 400
    assert (await post(stage, path, json={"value": "x"}))[0] == 400
    assert (await post(stage, path, data=b"{", headers=JSON))[0] == 400
    assert (await post(stage, path, data=b"{}"))[0] == 415
    assert sum((await outcomes(stage, "unknown")).values()) == 4


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("field", ["subscriptionId", "clientState", "resource", "tenantId"])
async def test_a_nul_in_a_notification_is_nobodys_notification(
    stage: Stage, path: str, field: str
) -> None:
    """No text of the database can hold one."""
    told = {"subscriptionId": "a", "clientState": "b", "tenantId": stage.sandbox.world.tenant_id}
    value = [{**told, "changeType": "created", field: "\0"}]
    assert (await post(stage, path, json={"value": value}))[0] == 202


JSON = {"Content-Type": "application/json"}


async def test_behind_the_named_proxy_bodies_are_counted_by_their_sender(
    database_url: str, clock: ShiftedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted by proxy, one stranger would use up what Graph should have."""
    counted: list[str] = []
    of = InHand.of

    def noted(in_hand: InHand, address: str) -> AbstractContextManager[Held]:
        counted.append(address)
        return of(in_hand, address)

    monkeypatch.setattr(InHand, "of", noted)
    async with told_stage(database_url, clock, TRUSTED_PROXIES="127.0.0.0/8,::1/128") as stage:
        for sender in ("203.0.113.7", "203.0.113.8"):
            headers = JSON | {"X-Forwarded-For": sender}
            assert (await post(stage, PATHS[0], data=b"[]", headers=headers))[0] == 400
    assert counted == ["203.0.113.7", "203.0.113.8"]


async def test_whoever_knows_no_secret_changes_nothing(stage: Stage) -> None:
    await run(stage)
    (row,) = at_graph(stage, "chat")
    before = await effects(stage)
    tenant = stage.sandbox.world.tenant_id
    guesses = [
        {"subscriptionId": row.id, "clientState": "", "tenantId": tenant},
        {"subscriptionId": row.id, "tenantId": tenant},
        {"subscriptionId": "unknown", "clientState": row.body["clientState"], "tenantId": tenant},
        {"subscriptionId": row.id, "clientState": row.body["clientState"], "tenantId": "other"},
        {"subscriptionId": row.id, "clientState": row.body["clientState"]},
        {},
    ]
    for path in PATHS:
        for guess in guesses:
            for more in ({"changeType": "created"}, {"lifecycleEvent": "subscriptionRemoved"}):
                assert (await post(stage, path, json={"value": [{**guess, **more}]}))[0] == 202
    assert await effects(stage) == before
    assert at_graph(stage, "chat") == [row]
    refused = await outcomes(stage, "unknown")
    assert refused == {"not_recognised": 12, "other_tenant": 12}


@contextmanager
def asked_of(table: str) -> Iterator[list[str]]:
    """The statements that read the table meanwhile."""
    seen: list[str] = []

    def note(*told: Any) -> None:
        if f"FROM {table}" in told[2]:
            seen.append(told[2])

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@pytest.mark.parametrize("path", PATHS)
async def test_however_much_is_forged_in_one_post_the_database_is_asked_once(
    stage: Stage, path: str
) -> None:
    await run(stage)
    (row,) = at_graph(stage, "chat")
    tenant = stage.sandbox.world.tenant_id
    ids = [row.id, *(f"forged-{number}" for number in range(MOST_NOTIFICATIONS - 1))]
    forged = [{"subscriptionId": one, "clientState": "guessed", "tenantId": tenant} for one in ids]
    with asked_of("subscriptions") as seen:
        assert (await post(stage, path, json={"value": forged}))[0] == 202
    assert len(seen) == 1
    assert await outcomes(stage, "unknown") == {"not_recognised": MOST_NOTIFICATIONS}
    with asked_of("subscriptions") as seen:
        assert (await post(stage, path, json={"value": [*forged, forged[0]]}))[0] == 400
        other = [{**one, "tenantId": "another"} for one in forged]
        assert (await post(stage, path, json={"value": other}))[0] == 202
    assert seen == []


async def test_however_much_is_forged_in_one_post_it_is_one_line_of_the_log(stage: Stage) -> None:
    other = [{"subscriptionId": "forged", "tenantId": "another"}] * MOST_NOTIFICATIONS
    kept = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.INFO))
    with capture_logs() as lines:
        assert (await post(stage, PATHS[0], json={"value": other}))[0] == 202
    structlog.configure(**kept)
    (line,) = [one for one in lines if one["event"] == "graph_notification_refused"]
    assert (line["reason"], line["number"]) == ("other_tenant", MOST_NOTIFICATIONS)


async def test_among_forged_ones_the_true_one_is_believed(stage: Stage) -> None:
    await run(stage)
    (row,) = at_graph(stage, "chat")
    true = {
        "subscriptionId": row.id,
        "clientState": row.body["clientState"],
        "tenantId": stage.sandbox.world.tenant_id,
        "changeType": "created",
        "resource": "chats/x/messages/y",
    }
    before = await outcomes(stage, "chat")
    rows = [{**true, "clientState": "guessed"}, true, {**true, "subscriptionId": "forged"}]
    assert (await post(stage, PATHS[0], json={"value": rows}))[0] == 202
    after = await outcomes(stage, "chat")
    assert after["taken"] == before.get("taken", 0) + 1
    assert await outcomes(stage, "unknown") == {"not_recognised": 2}


@pytest.mark.parametrize("what", SECRETS)
async def test_a_forged_notification_of_the_chat_is_not_believed(stage: Stage, what: str) -> None:
    await run(stage)
    await stage.fault("forged_notification", what=what, count=None)
    await record(stage)
    assert await incidents(stage) == []
    for _ in range(2):
        await stage.pass_time(seconds=31)
    assert len(await incidents(stage)) == 1  # found by looking


@pytest.mark.parametrize("what", [*SECRETS, *RICH])
async def test_a_forged_call_event_is_not_believed(stage: Stage, what: str) -> None:
    await stage.meet(in_minutes=1)
    await stage.fault("lost_start_event")
    await stage.fault("lost_notification", kind="chat")
    await stage.fault("forged_notification", what=what, count=None)
    await stage.sandbox.do("start", as_="mette", meeting=stage.meeting)
    assert await stage.rows("SELECT 1 FROM occurrences") == []
    why = {"client_state": "not_recognised", "tenant": "other_tenant", "token": "unknown_key",
           "no_token": "no_validation_token", "signature": "bad_data_signature"}  # fmt: skip
    assert why[what] in await outcomes(stage)


async def test_what_is_played_again_later_changes_nothing(stage: Stage) -> None:
    """Kept by somebody and sent once more, a minute after: known already, chat and call alike."""
    stage.sandbox.world.switches["call_state_events"] = True
    await run(stage)
    await stage.fault("replayed_notification", seconds=60)
    await record(stage)
    await stage.pass_time(seconds=5)
    await stage.do("stop_record", "mette", meeting=stage.meeting)
    await stage.pass_time(seconds=5)
    (before,) = await incidents(stage)
    assert before["ended_at"] is not None
    taken = (await outcomes(stage))["taken"]
    await stage.pass_time(seconds=61)
    await stage.pass_time(seconds=5)
    assert (await outcomes(stage))["taken"] > taken  # they came, and were believed
    (after,) = await incidents(stage)
    assert (after["ended_at"], after["mark_id"]) == (before["ended_at"], before["mark_id"])


@pytest.mark.parametrize("switch", ["validation_token_v1", "encrypted_content_upper",
                                    "call_event_type_name"])  # fmt: skip
async def test_either_way_microsoft_may_write_it(stage: Stage, switch: str) -> None:
    stage.sandbox.world.switches[switch] = True
    await stage.meet(in_minutes=1)
    await stage.fault("lost_start_event")
    await stage.do("start", "mette", meeting=stage.meeting)
    (occurrence,) = await stage.rows("SELECT noticed_by FROM occurrences")
    assert occurrence["noticed_by"] == "call_event"


async def test_with_the_database_away_graph_tells_again(stage: Stage) -> None:
    await run(stage)
    await stage.pass_time(seconds=5)
    _let_in(stage, allowed=False)
    await stage.sandbox.do("record", as_="mette", meeting=stage.meeting, force=True)
    assert stage.sandbox.notifier.answers[-1] == 503
    _let_in(stage, allowed=True)
    await stage.pass_time(seconds=11)
    assert stage.sandbox.notifier.answers[-1] == 202
    await stage.pass_time(seconds=2)
    assert len(await incidents(stage)) == 1


def _let_in(stage: Stage, *, allowed: bool) -> None:
    """The server refuses every connection to this database, and cuts those there are."""
    url = make_url(stage.database.url)
    admin = plain_url(url.set(database="postgres").render_as_string(hide_password=False))
    name = str(url.database)
    with psycopg.connect(admin, autocommit=True) as connection:
        statement = sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}")
        connection.execute(statement.format(sql.Identifier(name), sql.Literal(allowed)))
        if not allowed:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
                (name,),
            )
