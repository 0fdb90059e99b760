"""As ``test_canary``, where Graph tells by itself: what it brings, and what an incident holds, stays in.

Names of whoever was recorded, of a program that takes notes, where the file lies, and what people write of
it: each has a text of its own, and everything the product says is looked through for them.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import aiohttp
import pytest

from clock import ShiftedClock
from tests.scenario.graph_tells import at_graph, incidents, outcomes, told_stage
from tests.scenario.stage import Stage, words
from tests.scenario.test_file_link import link_of
from tests.system import played
from tests.system.played import CANARIES, CPR, NAME, TITLE, TYPED
from tests.system.test_canary import in_personal_chats, on_the_way_out, quietly, silent
from tests.system.watching import Ear, found_in, listening
from web.graph_callbacks import PATHS

NOTES = "Xqprogram Notetaker"  # a program that takes notes
THERE = "Xqtilstede Deltager"  # somebody who was recorded
FILE = "Xqfilnavn"  # stands in the address of the file
WHY_KEPT = "xqgemtfordi"
WHY_STAYS = "xqbliverfordi"
MORE = frozenset({NOTES, THERE, FILE, WHY_KEPT, WHY_STAYS})


@pytest.fixture
async def stage(database_url: str, clock: ShiftedClock) -> AsyncIterator[Stage]:
    async with told_stage(database_url, clock) as made:
        yield made


@pytest.fixture
def ear(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ear]:
    with listening(stage, monkeypatch) as heard:
        yield heard


def people(stage: Stage) -> None:
    """The cast under other names; ``played.meet`` has named Ole."""
    stage.sandbox.world.people["noter"].name = NOTES
    stage.sandbox.world.people["amal"].name = THERE


async def start(stage: Stage) -> None:
    await played.meet(stage)
    people(stage)
    await stage.pass_time(minutes=30)
    await stage.start("ole")
    await stage.join("amal")
    await stage.join("noter")
    await stage.pass_time(seconds=30)


async def record(stage: Stage) -> None:
    """A recording of Mette's, stored under an address that says something."""
    await stage.do("record", "mette", meeting=stage.meeting, force=True)
    await stage.pass_time(seconds=5)
    await stage.pass_time(minutes=1)  # who is there is looked for
    await stage.sandbox.do("stop_record", as_="mette", meeting=stage.meeting)
    for message in stage.sandbox.world.meetings[stage.meeting].chat.messages:
        if message.event and message.event.get("callRecordingUrl"):
            message.event["callRecordingUrl"] = f"https://kommune.example/Recordings/{FILE}.mp4"
    for _ in range(3):
        await stage.pass_time(seconds=5)
    await stage.pass_time(minutes=6)


async def test_the_way_tells_nobody_who_it_is_about(stage: Stage, ear: Ear) -> None:
    await played.decide(stage)
    await played.hold(stage)
    assert (await outcomes(stage, "call_events"))["taken"] > 0
    await silent(stage, ear)
    in_personal_chats(stage)
    on_the_way_out(stage, ear)


async def test_an_incident_that_graph_tells_of(stage: Stage, ear: Ear) -> None:
    stage.sandbox.world.switches["call_state_events"] = True
    await start(stage)
    await record(stage)
    await stage.press("mette", "note_taker_stays", stays_why=WHY_STAYS)
    answer = await stage.press("jens", "file_open")
    async with (
        aiohttp.ClientSession() as web,
        web.post(stage.base + link_of(answer["value"]), allow_redirects=False) as there,
    ):
        assert FILE in there.headers["Location"]
    await stage.press("jens", "file_decided", outcome="kept", kept_why=WHY_KEPT)
    (incident,) = await incidents(stage)
    assert (incident["file_state"], incident["file_outcome"]) == ("found", "kept")
    told = await outcomes(stage)
    assert told.keys() == {"taken"}
    await silent(stage, ear, MORE)
    sees_what_it_should(stage)
    says_nothing_outside(stage, ear)


def sees_what_it_should(stage: Stage) -> None:
    """Each name reaches who may read it, and nobody else: the test is not looking past it."""
    shown = {
        person: found_in(MORE | {NAME}, *_shown(stage, person))
        for person in ("mette", "jens", "birgit", "lene", "nadia")
    }
    assert shown["mette"] >= {NOTES, THERE}  # why it stays goes into the case
    assert shown["birgit"] >= {THERE, NAME}
    assert shown["birgit"] & {WHY_KEPT, WHY_STAYS, FILE} == set()
    assert shown["jens"] == {WHY_KEPT}
    assert shown["lene"] == shown["nadia"] == set()


def _shown(stage: Stage, person: str) -> list[str]:
    chat = stage.personal(person)
    return [words(m.card) + words(m.card_for(person)) + m.text for m in stage.messages(chat)]


def says_nothing_outside(stage: Stage, ear: Ear) -> None:
    """The meeting's own chat, lines on a locked screen, bubbles, and what Graph is asked."""
    chat = [words(m.card) + m.text for m in stage.messages(stage.chat)]
    assert found_in(CANARIES | MORE, *chat) == set()
    posted = [json.loads(call.body) for call in ear.out("/activities") if call.method != "GET"]
    lines = [json.dumps({k: v for k, v in a.items() if k != "attachments"}) for a in posted]
    assert found_in(CANARIES | MORE, *lines) == set()
    assert found_in(CANARIES | MORE, *(call.body for call in ear.out("/notification"))) == set()
    asked = ear.out("/subscriptions")
    assert asked
    assert found_in(CANARIES | MORE, *(call.body + call.headers for call in asked)) == set()


@pytest.mark.parametrize("event", ["reauthorizationRequired", "subscriptionRemoved", "missed"])
async def test_what_graph_tells_of_its_subscriptions(stage: Stage, ear: Ear, event: str) -> None:
    await start(stage)
    for row in at_graph(stage):
        stage.sandbox.notifier.lifecycle(row, event)
    await stage.do("clear_faults")
    await record(stage)
    assert (await outcomes(stage))["taken"] > 3
    await silent(stage, ear, MORE)


async def test_notifications_with_texts_where_none_belong(stage: Stage, ear: Ear) -> None:
    """By somebody who guesses, and by Graph itself, encrypted and signed."""
    await start(stage)
    notifier, world = stage.sandbox.notifier, stage.sandbox.world
    (calls,) = at_graph(stage, "call_events")
    known = {
        "subscriptionId": calls.id,
        "clientState": calls.body["clientState"],
        "tenantId": world.tenant_id,
    }
    odd: list[Any] = [
        {"subscriptionId": NAME, "clientState": CPR, "tenantId": TYPED},
        {**known, "clientState": NAME},
        {**known, "tenantId": NAME},
        {**known, "changeType": NAME, "resource": NAME, "resourceData": {"id": CPR}},
        {**known, "lifecycleEvent": NAME},
        {**known, "encryptedContent": {"data": NAME, "dataSignature": CPR, "dataKey": TYPED}},
        NAME,
    ]
    for path in PATHS:
        for one in odd:
            await post(stage, path, {"value": [one], "validationTokens": [NAME]})
            await post(stage, path, {"value": [one], "validationTokens": None, NAME: CPR})
    seat = {"id": NAME, "info": {"identity": {"user": {"id": CPR, "displayName": THERE}}}}
    contents: list[dict[str, Any]] = [
        {"eventType": NAME, "eventDateTime": CPR, TYPED: TITLE},
        {"eventType": "rosterUpdated", "participants@delta": [seat], "eventDateTime": TYPED},
        {"eventType": "recordingStateUpdated", "recordingState": {"state": NAME}},
    ]
    before = (await outcomes(stage, "call_events"))["taken"]
    for content in contents:
        closed = notifier.encrypted(calls.certificate, calls, content)  # type: ignore[arg-type]
        body = {
            "value": [{**known, "changeType": "updated", "encryptedContent": closed}],
            "validationTokens": [notifier.validation_token()],
        }
        assert await notifier.send(calls.body["notificationUrl"], body) == 202
    await quietly(stage.settle())
    assert (await outcomes(stage, "call_events"))["taken"] == before + len(contents)
    await silent(stage, ear, MORE)


async def post(stage: Stage, path: str, body: Any) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.post(stage.base + path, json=body) as answer,
    ):
        assert answer.status in (202, 400)
        assert found_in(CANARIES | MORE, f"{answer.headers} {await answer.text()}") == set()
