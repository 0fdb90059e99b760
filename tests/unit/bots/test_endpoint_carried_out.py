"""What comes through the door is carried out and answered (teams-platform 14)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from casework import commands
from store.database import DatabaseAway
from tests.unit.bots.test_endpoint import FOREIGN
from texts.catalog import text
from texts.views import GroundShown, NotYours, Toast, Welcome

CARD = "application/vnd.microsoft.card.adaptive"
MESSAGE = "application/vnd.microsoft.activity.message"


async def test_a_message_to_the_bot_is_carried_out(door: Any, make: Any) -> None:
    answer = await door.post(make.personal(text=" <at>Lydhør</at>  Hvordan?  "))
    assert (answer.status, await answer.read()) == (200, b"")
    (command,) = door.bus.commands
    assert isinstance(command, commands.ShowMenu)
    assert (command.text, command.chat_id) == ("Hvordan?", None)
    assert door.messenger.posts == []


async def test_in_a_meeting_chat_the_bot_listens_when_it_is_spoken_to(door: Any, make: Any) -> None:
    await door.post(make.envelope(text="Jeg har det ikke godt"))
    assert door.bus.commands == []
    door.bus.view = Toast(code="recorded")
    bot = f"28:{make.app_id}"
    other = [{"type": "mention", "mentioned": {"id": "29:x"}, "text": "<at>Ane</at>"}]
    ours = [{"type": "mention", "mentioned": {"id": bot}, "text": "<at>Lydhør</at>"}]
    await door.post(make.envelope(text="<at>Ane</at> hej", entities=other))
    assert door.bus.commands == []
    await door.post(make.envelope(text="<at>Lydhør</at> hej", entities=ours))
    (command,) = door.bus.commands
    assert (command.chat_id, command.text) == (make.chat, "hej")
    assert door.messenger.posts == [(make.chat, door.bus.view)]


async def test_what_is_for_one_person_is_not_posted_to_a_meeting(door: Any, make: Any) -> None:
    door.bus.view = NotYours(who="Jens Brandt")
    await door.post(make.envelope(value={"verb": "case", "request_id": FOREIGN}))
    assert len(door.bus.commands) == 1
    assert door.messenger.posts == []


async def test_a_button_of_an_old_client(door: Any, make: Any) -> None:
    door.bus.view = Toast(code="recorded")
    await door.post(make.personal(value={"verb": "withdraw", "request_id": FOREIGN, "version": 1}))
    await door.post(make.personal(value={"verb": "what"}))
    (command,) = door.bus.commands
    assert isinstance(command, commands.WithdrawRequest)
    assert [view.code for _, view in door.messenger.posts] == ["recorded", "unknown_action"]


async def test_an_answer_that_cannot_be_posted_changes_nothing(door: Any, make: Any) -> None:
    door.bus.view = Toast(code="recorded")
    door.messenger.error = OSError("away")
    answer = await door.post(make.personal(value={"verb": "queue"}))
    assert answer.status == 200


async def test_a_pressed_button_is_answered_with_a_card(door: Any, make: Any) -> None:
    door.bus.view = Welcome(name="Mette", has_queue=False, route="legal")
    answer = await door.post(make.pressed("menu"))
    assert answer.status == 200
    body = await answer.json()
    assert (body["statusCode"], body["type"]) == (200, CARD)
    assert body["value"]["type"] == "AdaptiveCard"


@pytest.mark.parametrize("view", [Toast(code="taken"), None])
async def test_a_pressed_button_is_answered_with_a_sentence(
    door: Any, make: Any, view: Toast | None
) -> None:
    door.bus.view = view
    answer = await door.post(make.pressed("queue_take", {"request_id": FOREIGN}))
    words = text("toast.taken" if view else "toast.recorded")
    assert await answer.json() == {"statusCode": 200, "type": MESSAGE, "value": words}


@pytest.mark.parametrize(
    "value",
    [
        None,
        "x",
        5,
        [],
        {},
        {"action": None},
        {"action": "x"},
        {"action": {"verb": 5}},
        {"action": {"verb": "nothing"}},
        {"action": {"verb": "grant"}},
        {"action": {"verb": "grant", "data": "x"}},
        {"action": {"verb": "grant", "data": {"request_id": "x"}}},
    ],
)
async def test_a_press_that_means_nothing(door: Any, make: Any, value: Any) -> None:
    answer = await door.post(make.pressed("x", value=value, locale="en-GB"))
    words = text("toast.unknown_action", "en")
    assert (answer.status, await answer.json()) == (
        200,
        {"statusCode": 200, "type": MESSAGE, "value": words},
    )
    assert door.bus.commands == []


async def test_a_press_by_nobody(door: Any, make: Any) -> None:
    raw = make.pressed("menu", **{"from": {"name": "?"}})
    assert (await (await door.post(raw)).json())["value"] == text("toast.unknown_action")
    assert door.bus.commands == []


@pytest.mark.parametrize(
    "name", ["task/fetch", "composeExtension/query", "signin/verifyState", "config/fetch", "", None]
)
async def test_unknown_invokes(door: Any, make: Any, name: str | None) -> None:
    answer = await door.post(make.pressed("menu", name=name))
    assert (answer.status, await answer.json()) == (404, {})
    assert door.bus.commands == []


@pytest.mark.parametrize("kind", ["typing", "messageReaction", "messageUpdate", "trace", "handoff"])
async def test_other_activities_are_taken_and_mean_nothing(door: Any, make: Any, kind: str) -> None:
    raw = make.envelope(type=kind, channelData={"tenant": {"id": make.tenant}, "channel": "x"})
    assert (await door.post(raw)).status == 200
    assert door.bus.commands == []


async def test_with_the_database_away(door: Any, make: Any) -> None:
    door.bus.error = DatabaseAway("away")
    event = make.envelope(type="event", name="application/vnd.microsoft.meetingStart")
    for raw in (event, make.personal(text="hej")):
        answer = await door.post(raw)
        assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
    answer = await door.post(make.pressed("queue_take", {"request_id": FOREIGN}))
    body = await answer.json()
    assert (answer.status, body["type"]) == (200, CARD)
    assert "prøv" in json.dumps(body["value"], ensure_ascii=False).casefold()


async def test_a_fault_of_ours_is_no_success(door: Any, make: Any) -> None:
    door.bus.error = ValueError("Ole Madsen")
    answer = await door.post(make.personal(text="hej"))
    assert (answer.status, await answer.read()) == (500, b"")
    answer = await door.post(make.pressed("queue_take", {"request_id": FOREIGN}))
    assert (answer.status, (await answer.json())["type"]) == (200, CARD)


async def test_a_card_that_cannot_be_drawn_is_still_answered(door: Any, make: Any) -> None:
    door.bus.view = GroundShown(
        request_id=None, number=None, ground=[], ground_text=5, own_words=5, companion=5
    )
    answer = await door.post(make.pressed("ground", {"request_id": FOREIGN}))
    assert (answer.status, (await answer.json())["type"]) == (200, MESSAGE)
