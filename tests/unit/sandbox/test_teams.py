"""How Teams behaves: the golden payloads, the call, the record button, cards, and faults."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox import Sandbox
from sandbox.teams import NotAllowedError
from tests.unit.sandbox.conftest import card_message

START = "application/vnd.microsoft.meetingStart"


async def test_meeting_start_is_golden(sandbox: Sandbox, bot: Any, meeting: Any) -> None:
    await sandbox.do("start", meeting=meeting.id)
    activity = bot.last(START)
    assert "id" not in activity
    assert activity["type"] == "event"
    assert activity["channelId"] == "msteams"
    assert activity["recipient"]["id"] == f"28:{sandbox.world.app_id}"
    assert activity["conversation"] == {
        "id": meeting.chat.id,
        "tenantId": sandbox.world.tenant_id,
        "conversationType": "groupChat",
        "isGroup": True,
    }
    assert activity["value"].keys() == {"MeetingType", "Title", "Id", "JoinUrl", "StartTime"}
    assert activity["channelData"]["meeting"]["id"] == meeting.teams_id
    assert activity["channelData"]["source"] is None
    assert activity["value"]["Id"] != meeting.teams_id


async def test_microsofts_own_models_read_the_payloads(
    sandbox: Sandbox, bot: Any, meeting: Any
) -> None:
    from microsoft_teams.api import ActivityTypeAdapter

    sandbox.world.switches |= {"event_ids": True, "participant_role": True}
    bot.answer = lambda _: {
        "statusCode": 200,
        "type": "application/vnd.microsoft.activity.message",
        "value": "Ja",
    }
    await sandbox.greet()
    await sandbox.do("start", meeting=meeting.id)
    await sandbox.do("join", meeting=meeting.id, person="ole")
    await sandbox.do("join", meeting=meeting.id, person="amal")
    await sandbox.do("admit", meeting=meeting.id, person="amal")
    personal = sandbox.world.personal_chat("mette")
    await sandbox.do("message", as_="mette", chat=personal.id, text="hjælp")
    shown = sandbox.world.post(personal, "bot", "", card=_card())
    await sandbox.do("press", as_="mette", chat=personal.id, message=shown.id, verb="ok")
    await sandbox.do("leave", meeting=meeting.id, person="ole")
    await sandbox.do("end", meeting=meeting.id)
    await sandbox.do("remove_app", meeting=meeting.id)
    parsed = [ActivityTypeAdapter.validate_python(activity) for activity in bot.activities]
    assert {type(activity).__name__ for activity in parsed} >= {
        "MeetingStartEventActivity",
        "MeetingEndEventActivity",
        "MeetingParticipantJoinEventActivity",
        "MeetingParticipantLeaveEventActivity",
        "ConversationUpdateActivity",
        "AdaptiveCardInvokeActivity",
        "MessageActivity",
    }


def _card() -> dict[str, Any]:
    content: dict[str, Any] = card_message()["attachments"][0]["content"]
    return content


@pytest.mark.parametrize("first", [False, True])
async def test_install_tells_twice(sandbox: Sandbox, bot: Any, first: bool) -> None:
    sandbox.world.switches["installation_first"] = first
    made = await sandbox.do("create_meeting", as_="mette", title="Møde")
    await sandbox.do("install_app", meeting=made["meeting"], as_="mette")
    names = ["conversationUpdate", "installationUpdate"]
    assert bot.names() == (names[::-1] if first else names)
    assert bot.last("installationUpdate")["action"] == "add"
    added = bot.last("conversationUpdate")["membersAdded"]
    assert added == [{"id": bot.activities[0]["recipient"]["id"]}]


async def test_anonymous_person_enters_the_roster(sandbox: Sandbox, bot: Any, meeting: Any) -> None:
    await sandbox.do("start", meeting=meeting.id)
    await sandbox.do("join", meeting=meeting.id, person="amal")
    assert meeting.in_call["amal"] is True
    assert "amal" not in meeting.chat.members
    bot.activities.clear()
    await sandbox.do("admit", meeting=meeting.id, person="amal")
    assert bot.names() == ["conversationUpdate"]
    update = bot.activities[0]
    assert update["from"]["id"] == meeting.organizer.mri
    assert update["membersAdded"][0]["userRole"] == "anonymous"
    assert "aadObjectId" not in update["membersAdded"][0]


@pytest.mark.parametrize("told", [False, True])
async def test_participant_events(sandbox: Sandbox, bot: Any, meeting: Any, told: bool) -> None:
    sandbox.world.switches["participant_events"] = told
    await sandbox.do("start", meeting=meeting.id)
    bot.activities.clear()
    await sandbox.do("join", meeting=meeting.id, person="ole")
    assert len(bot.activities) == told
    if told:
        member = bot.activities[0]["value"]["members"][0]
        assert member["user"]["aadObjectId"] == sandbox.world.people["ole"].oid
        assert member["meeting"] == {"inMeeting": True}


async def test_phone_is_in_the_call_and_nowhere_else(
    sandbox: Sandbox, bot: Any, meeting: Any
) -> None:
    await sandbox.do("start", meeting=meeting.id)
    bot.activities.clear()
    await sandbox.do("join", meeting=meeting.id, person="bent")
    await sandbox.do("admit", meeting=meeting.id, person="bent")
    assert meeting.present("bent")
    assert "bent" not in meeting.chat.members
    assert bot.activities == []


async def test_a_series_keeps_its_chat(sandbox: Sandbox, bot: Any, meeting: Any) -> None:
    for _ in range(2):
        await sandbox.do("start", meeting=meeting.id)
        await sandbox.do("end", meeting=meeting.id)
    starts = [a for a in bot.activities if a.get("name") == START]
    assert len({a["conversation"]["id"] for a in starts}) == 1
    assert len({a["value"]["StartTime"] for a in starts}) == 2
    assert meeting.occurrence == 2


async def test_record_button(sandbox: Sandbox, meeting: Any) -> None:
    await sandbox.do("start", meeting=meeting.id)
    await sandbox.do("set_option", meeting=meeting.id, allowRecording=False)
    refused = await sandbox.do("record", meeting=meeting.id, as_="mette")
    assert refused["refused"] is True
    assert meeting.recording is False
    forced = await sandbox.do("record", meeting=meeting.id, as_="mette", force=True)
    assert forced["refused"] is False
    assert meeting.recording is True
    await sandbox.do("end", meeting=meeting.id)
    assert meeting.recording is False


async def test_automatic_recording_begins_with_the_call(sandbox: Sandbox) -> None:
    made = await sandbox.do("create_meeting", as_="mette", recordAutomatically=True)
    await sandbox.do("start", meeting=made["meeting"])
    assert sandbox.world.meetings[made["meeting"]].recording is True


async def test_a_press_sends_inputs_and_keeps_the_answer_for_one(
    sandbox: Sandbox, bot: Any, meeting: Any
) -> None:
    shown = sandbox.world.post(meeting.chat, "bot", "", card=_card())
    new = {"type": "AdaptiveCard", "version": "1.5", "body": []}
    kind = "application/vnd.microsoft.card.adaptive"
    bot.answer = lambda _: {"statusCode": 200, "type": kind, "value": new}
    press = {"chat": meeting.chat.id, "message": shown.id, "verb": "ok"}
    assert await sandbox.do("press", as_="mette", **press) == {"kind": "card", "value": new}
    invoke = bot.activities[-1]
    assert invoke["replyToId"] == shown.id
    assert invoke["value"] == {
        "action": {"type": "Action.Execute", "verb": "ok", "data": {"id": "1", "note": "før"}},
        "trigger": "manual",
    }
    assert shown.card_for("mette") == new
    assert shown.card_for("jens") == _card()
    with pytest.raises(NotAllowedError):
        await sandbox.do("press", as_="mette", **press)
    stale = await sandbox.do("press", as_="mette", card=_card(), data={"note": "efter"}, **press)
    assert stale["kind"] == "card"
    assert bot.activities[-1]["value"]["action"]["data"]["note"] == "efter"
    with pytest.raises(NotAllowedError):
        await sandbox.do("press", as_="nadia", **press)


@pytest.mark.parametrize(
    ("answer", "kind", "problems"),
    [
        ({"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": "Ja"}, "message", 0),
        (
            {"statusCode": 404, "type": "application/vnd.microsoft.error", "value": {"code": "x", "message": "y"}},
            "error",
            0,
        ),
        ({"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": "text"}, "error", 1),
        ({"status": 200}, "error", 1),
        (None, "error", 1),
    ],
)  # fmt: skip
async def test_invoke_answers(
    sandbox: Sandbox, bot: Any, meeting: Any, answer: Any, kind: str, problems: int
) -> None:
    shown = sandbox.world.post(meeting.chat, "bot", "", card=_card())
    bot.answer = lambda _: answer
    got = await sandbox.do("press", as_="mette", chat=meeting.chat.id, message=shown.id, verb="ok")
    assert (got["kind"], len(sandbox.world.problems)) == (kind, problems)


async def test_refresh_only_for_the_named(sandbox: Sandbox, bot: Any, meeting: Any) -> None:
    mette = sandbox.world.people["mette"]
    action = {"type": "Action.Execute", "verb": "case", "data": {"id": "1"}}
    card = {**_card(), "refresh": {"action": action, "userIds": [mette.mri]}}
    shown = sandbox.world.post(meeting.chat, "bot", "", card=card)
    kind = "application/vnd.microsoft.card.adaptive"
    bot.answer = lambda _: {"statusCode": 200, "type": kind, "value": _card()}
    where = {"chat": meeting.chat.id, "message": shown.id}
    assert await sandbox.do("refresh", as_="jens", **where) is None
    assert (await sandbox.do("refresh", as_="mette", **where))["kind"] == "card"
    assert bot.activities[-1]["value"]["trigger"] == "automatic"


async def test_typed_messages(sandbox: Sandbox, bot: Any, meeting: Any) -> None:
    bot.activities.clear()
    await sandbox.do("message", as_="mette", chat=meeting.chat.id, text="Hej alle")
    assert bot.activities == []
    await sandbox.do("message", as_="mette", chat=meeting.chat.id, text="@Lydhør hjælp")
    assert bot.activities[-1]["text"] == "<at>Lydhør</at> hjælp"
    assert bot.activities[-1]["entities"][0]["type"] == "mention"


@pytest.mark.parametrize("together", [False, True])
async def test_duplicate_delivery(sandbox: Sandbox, bot: Any, meeting: Any, together: bool) -> None:
    bot.activities.clear()
    sandbox.world.switches["participant_events"] = False
    await sandbox.do("fault", name="duplicate_delivery", together=together)
    await sandbox.do("start", meeting=meeting.id)
    assert bot.names() == [START, START]
    assert bot.activities[0] == bot.activities[1]


async def test_no_redelivery_unless_asked(sandbox: Sandbox, bot: Any, meeting: Any) -> None:
    sandbox.world.switches["participant_events"] = False
    bot.activities.clear()
    bot.status = 503
    await sandbox.do("start", meeting=meeting.id)
    assert bot.names() == [START]
    await sandbox.do("fault", name="redeliver_after_failure")
    await sandbox.do("end", meeting=meeting.id)
    assert len(bot.activities) == 3


async def test_lost_and_late_start_events(sandbox: Sandbox, bot: Any, meeting: Any) -> None:
    await sandbox.do("fault", name="lost_start_event", count=1)
    await sandbox.do("start", meeting=meeting.id)
    await sandbox.do("end", meeting=meeting.id)
    assert START not in bot.names()
    await sandbox.do("fault", name="late_start_event", seconds=300)
    await sandbox.do("start", meeting=meeting.id)
    assert START not in bot.names()
    await sandbox.do("advance", seconds=301)
    assert bot.names()[-1] == START


async def test_connector_faults(sandbox: Sandbox, call: Any, meeting: Any) -> None:
    path = f"/connector/v3/conversations/{meeting.chat.id}/activities"
    await sandbox.do("fault", name="throttle", route="activities", retryAfter=3)
    assert (await call("POST", path, card_message()))[0] == 429
    assert call.headers["Retry-After"] == "3"
    await sandbox.do("fault", name="fail_after_work", route="activities")
    before = len(meeting.chat.messages)
    assert (await call("POST", path, card_message()))[0] == 502
    assert len(meeting.chat.messages) == before + 1
    await sandbox.do("fault", name="slow", route="activities", seconds=0.01, count=1)
    assert (await call("POST", path, card_message()))[0] == 201
    assert sandbox.world.count("POST", "activities") == 3
    with pytest.raises(ValueError, match="ukendt fejl"):
        await sandbox.do("fault", name="earthquake")


async def test_cancelled_meeting_is_gone(sandbox: Sandbox, call: Any, meeting: Any) -> None:
    await sandbox.do("move", meeting=meeting.id, startsAt="2026-12-01T12:00:00Z")
    _, body = await call("GET", f"/connector/v1/meetings/{meeting.teams_id}")
    assert body["details"]["scheduledStartTime"] == "2026-12-01T12:00:00.000Z"
    await sandbox.do("cancel", meeting=meeting.id)
    assert (await call("GET", f"/connector/v1/meetings/{meeting.teams_id}"))[0] == 404


@pytest.mark.parametrize("open_point", [False, True])
async def test_open_points_both_ways(
    sandbox: Sandbox, bot: Any, meeting: Any, open_point: bool
) -> None:
    names = ("event_ids", "lowercase_event_value", "anonymous_participant_events")
    sandbox.world.switches |= dict.fromkeys((*names, "organizer_can_reopen"), open_point)
    await sandbox.do("start", meeting=meeting.id)
    assert ("id" in bot.last(START)) is open_point
    assert ("startTime" in bot.last(START)["value"]) is open_point
    bot.activities.clear()
    await sandbox.do("join", meeting=meeting.id, person="amal")
    await sandbox.do("admit", meeting=meeting.id, person="amal")
    assert len(bot.activities) == 1 + open_point
    await sandbox.do("set_option", meeting=meeting.id, allowRecording=False)
    answer = await sandbox.do("record", meeting=meeting.id, force=True)
    assert answer["refused"] is not open_point


async def test_installs_from_before_are_told_once(sandbox: Sandbox, bot: Any) -> None:
    bot.status = 503
    assert await sandbox.greet() is False
    bot.status = 200
    assert await sandbox.greet() is True
    bot.activities.clear()
    assert await sandbox.greet() is True
    assert bot.activities == []
    opened = await sandbox.do("open_personal", person="ahmed")
    assert sandbox.world.chat(opened["chat"]) is sandbox.world.personal_chat("ahmed")
    with pytest.raises(NotAllowedError):
        await sandbox.do("open_personal", person="amal")
    await sandbox.do("remove_personal", person="ahmed")
    assert bot.names()[-2:] == ["installationUpdate", "conversationUpdate"]
