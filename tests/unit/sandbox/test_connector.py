"""The Bot Connector stand-in is as strict as Teams (teams-platform 2, 3, 8, 9, 12)."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox import Sandbox
from tests.unit.sandbox.conftest import card_message

BASE = "/connector/v3/conversations"


def codes(sandbox: Sandbox) -> list[str]:
    return [problem["code"] for problem in sandbox.world.problems]


def create_body(sandbox: Sandbox, member: str) -> dict[str, Any]:
    bot = {"id": f"28:{sandbox.world.app_id}"}
    tenant = sandbox.world.tenant_id
    return {"bot": bot, "members": [{"id": member}], "tenantId": tenant, "isGroup": False}


async def test_send_update_delete(sandbox: Sandbox, call: Any, meeting: Any) -> None:
    at = f"{BASE}/{meeting.chat.id}/activities"
    status, made = await call("POST", at, card_message())
    assert status == 201
    message = meeting.chat.message(made["id"])
    message.views["mette"] = {"type": "AdaptiveCard"}
    assert (await call("PUT", f"{at}/{made['id']}", {"type": "message", "text": "Ny"}))[0] == 200
    assert message.text == "Ny"
    assert not message.views
    assert (await call("DELETE", f"{at}/{made['id']}"))[0] == 200
    assert (await call("PUT", f"{at}/{made['id']}", card_message()))[0] == 404
    assert not sandbox.world.problems


async def test_create_personal_chat(sandbox: Sandbox, call: Any) -> None:
    people = sandbox.world.people
    status, made = await call("POST", BASE, create_body(sandbox, people["jens"].mri))
    assert (status, made["id"]) == (201, sandbox.world.personal_chat("jens").id)
    status, body = await call("POST", BASE, create_body(sandbox, people["ahmed"].mri))
    assert (status, body["error"]["code"]) == (403, "BotNotInConversationRoster")
    assert not sandbox.world.problems


async def test_no_chat_with_an_anonymous_person(sandbox: Sandbox, call: Any) -> None:
    member = sandbox.world.people["amal"].mri
    status, body = await call("POST", BASE, create_body(sandbox, member))
    assert (status, body["error"]["code"]) == (400, "BadArgument")
    assert body["error"]["message"] == "Bot cannot create a conversation with an anonymous user"
    assert codes(sandbox) == ["anonymous_conversation"]


async def test_a_directory_id_is_no_member(sandbox: Sandbox, call: Any) -> None:
    member = sandbox.world.people["jens"].oid
    assert (await call("POST", BASE, create_body(sandbox, member)))[0] == 400
    assert codes(sandbox) == ["directory_id_for_mri"]
    await sandbox.do("switch", name="create_by_directory_id", value=True)
    assert (await call("POST", BASE, create_body(sandbox, member)))[0] == 201


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"version": "1.6"}, 400, "card_version"),
        ({"body": [{"type": "Media"}]}, 400, "card_unknown_element"),
        (
            {"body": [{"type": "Container", "items": [{"type": "Icon"}]}]},
            400,
            "card_unknown_element",
        ),
        ({"body": [{"type": "Input.Text"}]}, 400, "card_missing_property"),
        ({"body": [{"type": "TextBlock", "text": "æ" * 15_000}]}, 413, "card_too_big"),
        (
            {"refresh": {"action": {"type": "Action.Execute", "verb": "r"}, "userIds": ["a-guid"]}},
            400,
            "directory_id_for_mri",
        ),
    ],
)
async def test_cards_teams_would_not_take(
    sandbox: Sandbox, call: Any, meeting: Any, change: dict[str, Any], status: int, code: str
) -> None:
    message = card_message()
    message["attachments"][0]["content"] |= change
    got, _ = await call("POST", f"{BASE}/{meeting.chat.id}/activities", message)
    assert (got, codes(sandbox)) == (status, [code])


async def test_writing_where_the_app_is_not(sandbox: Sandbox, call: Any, meeting: Any) -> None:
    assert (await call("POST", f"{BASE}/19:nowhere/activities", card_message()))[0] == 404
    await sandbox.do("remove_app", meeting=meeting.id)
    assert (await call("POST", f"{BASE}/{meeting.chat.id}/activities", card_message()))[0] == 403
    assert (await call("GET", f"/connector/v1/meetings/{meeting.teams_id}"))[0] == 403
    assert not sandbox.world.problems


async def test_at_most_seven_messages_a_second(sandbox: Sandbox, call: Any, meeting: Any) -> None:
    at = f"{BASE}/{meeting.chat.id}/activities"
    got = [(await call("POST", at, {"type": "message", "text": "hej"}))[0] for _ in range(8)]
    assert got == [201] * 7 + [429]
    assert call.headers["Retry-After"] == "1"


async def test_rosters(sandbox: Sandbox, call: Any, meeting: Any) -> None:
    await sandbox.do("start", meeting=meeting.id)
    await sandbox.do("join", meeting=meeting.id, person="amal")
    await sandbox.do("admit", meeting=meeting.id, person="amal")
    at = f"{BASE}/{meeting.chat.id}"
    _, old = await call("GET", f"{at}/members")
    assert old[0]["objectId"] == sandbox.world.people["mette"].oid
    sandbox.world.switches["largest_page"] = 3
    _, first = await call("GET", f"{at}/pagedmembers?pageSize=100")
    token = first["continuationToken"]
    _, second = await call("GET", f"{at}/pagedmembers?pageSize=100&continuationToken={token}")
    assert len(first["members"]) == 3
    anonymous = second["members"][0]
    assert anonymous["userRole"] == "anonymous"
    assert "aadObjectId" not in anonymous
    assert anonymous["tenantId"] == sandbox.world.tenant_id


async def test_participant(sandbox: Sandbox, call: Any, meeting: Any) -> None:
    people = sandbox.world.people
    one = f"/connector/v1/meetings/{meeting.teams_id}/participants"
    where = f"?tenantId={sandbox.world.tenant_id}"
    await sandbox.do("start", meeting=meeting.id)
    _, mette = await call("GET", f"{one}/{people['mette'].oid}{where}")
    assert mette["meeting"] == {"role": "Organizer", "inMeeting": True}
    _, jens = await call("GET", f"{one}/{people['jens'].oid}{where}")
    assert jens["meeting"]["inMeeting"] is False
    assert (await call("GET", f"{one}/{people['lene'].oid}{where}"))[0] == 404
    assert not sandbox.world.problems
    assert (await call("GET", f"{one}/{people['mette'].mri}{where}"))[0] == 400
    assert codes(sandbox) == ["mri_for_directory_id"]


def notification(*recipients: str) -> dict[str, Any]:
    page = {"title": "Lydoptagelse", "url": "https://app.example/notice"}
    surface = {"surface": "meetingStage", "contentType": "task", "content": {"value": page}}
    value = {"recipients": list(recipients), "surfaces": [surface]}
    return {"type": "targetedMeetingNotification", "value": value}


async def test_notification_reaches_only_people_in_the_call(
    sandbox: Sandbox, call: Any, meeting: Any
) -> None:
    people = sandbox.world.people
    path = f"/connector/v1/meetings/{meeting.teams_id}/notification"
    await sandbox.do("start", meeting=meeting.id)
    assert await call("POST", path, notification(people["mette"].mri)) == (202, None)
    both = notification(people["mette"].mri, people["jens"].mri)
    status, body = await call("POST", path, both)
    assert status == 207
    assert [f["recipientMri"] for f in body["recipientsFailureInfo"]] == [people["jens"].mri]
    assert [notice["person"] for notice in meeting.notices] == ["mette", "mette"]
    assert not sandbox.world.problems


async def test_notification_switches(sandbox: Sandbox, call: Any, meeting: Any) -> None:
    people = sandbox.world.people
    path = f"/connector/v1/meetings/{meeting.teams_id}/notification"
    await sandbox.do("start", meeting=meeting.id)
    assert (await call("POST", path, notification(people["mette"].oid)))[0] == 400
    assert (await call("POST", path, notification(*[people["mette"].mri] * 11)))[0] == 400
    assert codes(sandbox) == ["directory_id_for_mri", "bad_notification"]
    sandbox.world.switches["notification_by_directory_id"] = True
    assert (await call("POST", path, notification(people["mette"].oid)))[0] == 202


async def test_a_chat_id_is_no_meeting_id(sandbox: Sandbox, call: Any, meeting: Any) -> None:
    assert (await call("GET", f"/connector/v1/meetings/{meeting.chat.id}"))[0] == 400
    assert codes(sandbox) == ["wrong_kind_of_id"]


async def test_unknown_route(sandbox: Sandbox, call: Any) -> None:
    assert (await call("GET", "/connector/v3/teams/1"))[0] == 404
    assert codes(sandbox) == ["unknown_route"]


@pytest.mark.parametrize("shown", [False, True])
async def test_notification_to_an_anonymous_person(
    sandbox: Sandbox, call: Any, meeting: Any, shown: bool
) -> None:
    sandbox.world.switches["notify_anonymous"] = shown
    await sandbox.do("start", meeting=meeting.id)
    await sandbox.do("join", meeting=meeting.id, person="amal")
    await sandbox.do("admit", meeting=meeting.id, person="amal")
    path = f"/connector/v1/meetings/{meeting.teams_id}/notification"
    body = notification(sandbox.world.people["amal"].mri)
    assert (await call("POST", path, body))[0] == (202 if shown else 207)


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"type": "message"}, 400, "bad_attachments"),
        ({"type": "typing"}, 400, "bad_activity_type"),
        ({"type": "message", "text": "x" * 50_000}, 413, "too_big"),
        ({"type": "message", "text": "x", "attachments": "y"}, 400, "bad_shape"),
        ({"type": "message", "text": "x", "attachments": [{"contentType": "text/html"}]}, 400, "bad_attachments"),
        ({"type": "message", "text": "x", "entities": [{"type": "mention", "text": "<at>A</at>"}]}, 400, "bad_mention"),
    ],
)  # fmt: skip
async def test_messages_teams_would_not_take(
    sandbox: Sandbox, call: Any, meeting: Any, body: dict[str, Any], status: int, code: str
) -> None:
    got, _ = await call("POST", f"{BASE}/{meeting.chat.id}/activities", body)
    assert (got, codes(sandbox)) == (status, [code])
